package sheet

import (
	"slices"
	"testing"

	"sheetconv/parser/internal/grid"
)

func TestSplitDepartments(t *testing.T) {
	for text, wanted := range map[string][]string{
		"国保年金課 健康推進課":    {"国保年金課", "健康推進課"},
		"国保年金課、健康推進課":    {"国保年金課", "健康推進課"},
		"市民課<br>南部出張所":   {"市民課", "南部出張所"},
		"健康推 進課":         {"健康推進課"},
		"学校教育課 指導係":      {"学校教育課指導係"},
		"土木部 道路課":        {"土木部道路課"},
		"農政課(鳥獣担当) みどり課": {"農政課(鳥獣担当)", "みどり課"},
		"企画調整課":          {"企画調整課"},
		"国保年金課/健康推 進課":   {"国保年金課", "健康推進課"},
		"国保年金課 / 図書館":    {"国保年金課", "図書館"},
	} {
		var names []string
		for _, name := range SplitDepartments(Token{Cell: grid.Cell{Text: text}}) {
			names = append(names, SectionName(name.Text))
		}
		if !slices.Equal(names, wanted) {
			t.Errorf("%s: got %q, expected %q", text, names, wanted)
		}
	}
}

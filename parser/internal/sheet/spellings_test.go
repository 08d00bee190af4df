package sheet

import (
	"testing"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
)

func TestSpellings(t *testing.T) {
	labels := ja.NewLabels(append(Spellings(1, "目標値", "目標"), Spellings(2, "実績")...)...)
	for text, want := range map[string]int{"目標値": 1, "目 標": 1, "実績": 2, "計画": 0} {
		if got, found := labels.Find(text); got != want || found != (want != 0) {
			t.Errorf("%s is %d (%v); want %d", text, got, found, want)
		}
	}
}

func TestFindStatus(t *testing.T) {
	for text, want := range map[string]model.Status{
		"新規": model.StatusNew, "継 続": model.StatusContinuing, "拡大": model.StatusExpanded, "完了": model.StatusEnded,
		"**充実**": model.StatusExpanded, "新規事業": "", "": "",
	} {
		if got := FindStatus(text); got != want {
			t.Errorf("FindStatus(%q) = %q; want %q", text, got, want)
		}
	}
}

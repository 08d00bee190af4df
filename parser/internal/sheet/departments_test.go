package sheet

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
)

func TestSplitSections(t *testing.T) {
	for text, want := range map[string][]string{
		"政策企画課 関係各課":             {"政策企画課", "関係各課"},
		"政策企 画課 関係 各課":           {"政策企画課", "関係各課"},
		"情報指令課、消防総務課":            {"情報指令課", "消防総務課"},
		"市民窓口課(各支所)":             {"市民窓口課(各支所)"},
		"自治会支援室":                 {"自治会支援室"},
		"保健センタ ー 関係課":            {"保健センター", "関係課"},
		"保健セン ター スポーツ推進課":        {"保健センター", "スポーツ推進課"},
		"農業委員 会 財政課":             {"農業委員会", "財政課"},
		"債権回収課及び国保年金課":           {"債権回収課", "国保年金課"},
		"債権回収課、財政課 並びに 国保年金課":    {"債権回収課", "財政課", "国保年金課"},
		"生涯学習課および関係各課":           {"生涯学習課", "関係各課"},
		"学びの森推進課→文化推進課":          {"学びの森推進課→文化推進課"},
		"学びの森推進課":                {"学びの森推進課"},
		"三室 正夫":                  nil,
		"企業や大学と連携します。":           nil,
		"政策企画課 検討":               nil,
		strings.Repeat("課", 300): nil,
	} {
		if got := SplitSections(text); !slices.Equal(got, want) {
			t.Errorf("SplitSections(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestDepartments(t *testing.T) {
	for text, want := range map[string]string{
		"財政課":                      "財政課",
		"市民病院 病院総務課":               "市民病院/病院総務課",
		"会計管理者 会計課":                "会計管理者/会計課",
		"福祉部 関係課":                  "福祉部/関係課 (supporting)",
		"広報広聴課 行政改革課":              "広報広聴課, 行政改革課",
		"市民生活部 自治会支援室":             "市民生活部/自治会支援室",
		"市長公室 行政改革課\n広報広聴課":        "市長公室/行政改革課, 市長公室/広報広聴課",
		"市長公室\n行政改革課":              "市長公室/行政改革課",
		"福祉部 地域福祉課\nこども未来部 こども家庭課": "福祉部/地域福祉課, こども未来部/こども家庭課",
		"都市政策部 営繕課 みどり公園課":         "都市政策部/営繕課, 都市政策部/みどり公園課",
		"教育委員会事務局 学校教育課":           "教育委員会事務局/学校教育課",
		"農政課 農業委員会事務局":             "農政課, 農業委員会事務局",
		"収税課 債権回収特別対策室":            "収税課, 債権回収特別対策室",
		"行政改革課 市民窓口課(各支所) 関係課":     "行政改革課, 市民窓口課(各支所), 関係課 (supporting)",
		"市民窓口課 (各 支所)":             "市民窓口課(各支所)",
		"秘書政策課 関係各課":               "秘書政策課, 関係各課 (supporting)",
		"企業立地推 進室":                 "企業立地推進室",
		"支え合い協働 推進課 財 政課":          "支え合い協働推進課, 財政課",
		"みどり公園 課":                  "みどり公園課",
		"健康生きがい支え合 い推進部 文化・スポーツ課":  "健康生きがい支え合い推進部/文化・スポーツ課",
		"教育委員会事務局 教育総\n務課":         "教育委員会事務局/教育総務課",
		"広報広聴課行政改革課":               "広報広聴課, 行政改革課",
		"自治会支援室・広報広聴課、課税課":         "自治会支援室, 広報広聴課, 課税課",
		"市民税課税課":                   "市民税課税課",
		"教育部 図書館課 関係各課\"":          "教育部/図書館課, 関係各課 (supporting)",
		"消防本部":                     "消防本部/",
		"学校給食課 全庁":                 "学校給食課, 全庁",
	} {
		var list DepartmentList
		list.Add(grid.Cell{Text: text, At: model.Position{Line: 1, Column: 1}})
		var got []string
		for _, one := range list.Finish() {
			name := one.Section
			if one.Division != "" {
				name = one.Division + "/" + name
			}
			if one.Role != "" {
				name += " (" + string(one.Role) + ")"
			}
			got = append(got, name)
		}
		if joined := strings.Join(got, ", "); joined != want {
			t.Errorf("%q: got %s, want %s", text, joined, want)
		}
	}
}

func TestDepartmentPositions(t *testing.T) {
	b := NewBuilder(gridOf(t, "福祉部 地域福祉課\n\t**市民課** 財政課\n"), &Form{})
	var list DepartmentList
	for _, row := range b.Grid.Rows {
		list.Add(row.Cells...)
	}
	var got []string
	for _, one := range list.Finish() {
		got = append(got, one.At.String()+" "+one.Section)
	}
	if want := []string{"1:5 地域福祉課", "2:2 市民課", "2:10 財政課"}; !slices.Equal(got, want) {
		t.Errorf("the sections stand at %q; want %q", got, want)
	}
}

func TestIsDepartments(t *testing.T) {
	for text, want := range map[string][2]bool{ // nothing but sections, and for sure
		"財政課 人事課": {true, true}, "福祉部 図書館": {true, true}, "図書館": {true, false}, "関係 各課": {true, true},
		"道路の整備": {false, false}, "財政課で行う。": {false, false}, "担当:財政課": {false, false}, "": {false, false},
	} {
		if got := [2]bool{IsDepartments(text), IsDepartmentLine(text)}; got != want {
			t.Errorf("%q: %v; want %v", text, got, want)
		}
	}
}

func TestCutDepartments(t *testing.T) {
	for text, want := range map[string][2]string{
		"販路の拡大 商工課 図書館": {"販路の拡大", "商工課 図書館"}, "図書館の運営 図書館": {"図書館の運営 図書館", ""}, "商工課": {"商工課", ""},
	} {
		if rest, sections := CutDepartments(text); rest != want[0] || sections != want[1] {
			t.Errorf("%q is cut into %q and %q; want %q", text, rest, sections, want)
		}
	}
}

func TestEndsAsSection(t *testing.T) {
	for text, want := range map[string]bool{"財政課 人": false, "財政課 人事課": true, "企業立地推": false} {
		if EndsAsSection(text) != want {
			t.Errorf("EndsAsSection(%q) = %v", text, !want)
		}
	}
}

// A list that is begun anew takes no memory of those before, also where it grows.
func TestDepartmentListReset(t *testing.T) {
	var list DepartmentList
	var lists [][]model.Department
	texts := []string{"広報課", "", "総務部 人事課 財政課", strings.Repeat("農政課、", 40), "広報課 環境課"}
	for _, text := range texts {
		list.Reset()
		list.Add(grid.Cell{Text: text, At: model.Position{Line: 1, Column: 1}})
		lists = append(lists, list.Finish())
	}
	for i, text := range texts {
		var alone DepartmentList
		alone.Add(grid.Cell{Text: text, At: model.Position{Line: 1, Column: 1}})
		if want := alone.Finish(); !reflect.DeepEqual(lists[i], want) {
			t.Errorf("%q gives %v, want %v", text, lists[i], want)
		}
	}
}

package isehara

import (
	"slices"
	"strings"
	"testing"

	"sheetconv/parser/internal/grid"
)

// TestDepartments holds rows under 部名, 部長名, 課名 and 課等の長: each want is an
// entry, its fields in that order.
func TestDepartments(t *testing.T) {
	const head = "事務事業担当→部名→部長名→課名→課等の長→\n"
	for rows, want := range map[string][]string{
		"→環境部→沢田 修→ごみ減量課→南 洋子→\n": {"環境部|沢田 修|ごみ減量課|南 洋子"},
		"→環境部→沢田 修→ごみ減量課→南 洋子→\n→土木部→沼 一郎→道路課→谷 進→\n": {
			"環境部|沢田 修|ごみ減量課|南 洋子", "土木部|沼 一郎|道路課|谷 進",
		},
		"→環境部→沢田 修→ごみ減量課→南 洋子→\n→→→公園課→谷 進→\n": {
			"環境部|沢田 修|ごみ減量課|南 洋子", "環境部||公園課|谷 進",
		},
		"→環境部→沢田 修→ごみ減量課 公園課→→\n":             {"環境部|沢田 修|ごみ減量課|", "環境部||公園課|"},
		"→環境部→沢田 修→ごみ減量課／公園課→南 洋子／谷 進→\n":     {"環境部|沢田 修|ごみ減量課|南 洋子", "環境部||公園課|谷 進"},
		"→環境部→沢田 修→ごみ減量課 / 公園課→南 洋子 / 谷 進→\n": {"環境部|沢田 修|ごみ減量課|南 洋子", "環境部||公園課|谷 進"},
		"→環境部→沢田 修→ごみ減量課・公園課→南 洋子・谷 進→\n":     {"環境部|沢田 修|ごみ減量課|南 洋子", "環境部||公園課|谷 進"},
		"→環境部→沢田 修→ごみ減量課 公園課→南 洋子 谷 進→\n":     {"環境部|沢田 修|ごみ減量課|南 洋子", "環境部||公園課|谷 進"},
		"→環境部→沢田 修→ごみ減量課／公園課 南 洋子／谷 進→→\n":    {"環境部|沢田 修|ごみ減量課|南 洋子", "環境部||公園課|谷 進"},
		"→環境部→沢田 修 ごみ減量課／公園課→南 洋子／谷 進→→\n":    {"環境部|沢田 修|ごみ減量課|南 洋子", "環境部||公園課|谷 進"},
		"→環境部→沢田 修→ごみ減量課／公園課→南 洋子→\n":         {"環境部|沢田 修|ごみ減量課|", "環境部||公園課|"},
		"→環境部→沢田 修→ごみ減量課／公園課→南 洋子／谷 進→\n" + head + "→環境部→沢田 修→ごみ減量課／公園課→南 洋子／谷 進→\n": {
			"環境部|沢田 修|ごみ減量課|南 洋子", "環境部||公園課|谷 進",
		},
		"→環境部→沢田 修→ごみ減量課 計画係→→\n": {"環境部|沢田 修|ごみ減量課計画係|"},
		"→環境部→沢田 修→ごみ減量課→南 洋子→\n" + head + "→環境部→沢田 修→ごみ減量課→南 洋子→\n": {
			"環境部|沢田 修|ごみ減量課|南 洋子",
		},
		"→環境\n部→沢田 修→ごみ減量課→南\n洋子→\n": {"環境部|沢田 修|ごみ減量課|南 洋子"},
		"→環境部→沢田 修\n→ごみ減量課→南 洋子→\n":  {"環境部|沢田 修|ごみ減量課|南 洋子"},
		"→-→-→-→-→\n": nil,
		"→環境部→沢田 修→ごみ減量課→南 洋子→\n\n電話番号→内線→公園の道→\n": {"環境部|沢田 修|ごみ減量課|南 洋子"},
	} {
		var got []string
		for _, own := range readRows(t, head+rows).Items[0].Departments {
			got = append(got, strings.Join([]string{own.Division, own.DivisionHead, own.Section, own.SectionHead}, "|"))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q, expected %q", rows, got, want)
		}
	}
}

// TestPolicyInOneCell holds a level that stands in one cell with the label of the next.
func TestPolicyInOneCell(t *testing.T) {
	for rows, want := range map[string]string{
		"→暮らし力 まちづくり目標→2→安全なまち→\n":  "まちづくり目標|2|安全なまち",
		"→暮らし力 まちづくり目標 2→安全なまち→\n":  "まちづくり目標|2|安全なまち",
		"→暮らし力→まちづくり目標→2→安全なまち→\n":  "まちづくり目標|2|安全なまち",
		"→暮らし力 まちづくり目標 2 安全なまち→→\n": "まちづくり目標|2|安全なまち",
	} {
		policy := readRows(t, "総合計画体系"+rows).Items[0].Policy
		if len(policy) != 2 || policy[0].Name != "暮らし力" || strings.Join([]string{policy[1].Level, policy[1].Number, policy[1].Name}, "|") != want {
			t.Errorf("%s: got %+v", rows, policy)
		}
	}
	const name = "施策の推進 施策評価の充実"
	if policy := readRows(t, "総合計画体系→"+name+"→→\n").Items[0].Policy; len(policy) != 1 || policy[0].Name != "施策の推進施策評価の充実" {
		t.Errorf("%s became %+v", name, policy)
	}
}

func TestPlanName(t *testing.T) {
	for title, want := range map[string]string{
		"第5次総合計画 中期戦略事業プラン 事務事業評価シート":        "第5次総合計画 中期戦略事業プラン",
		"令和4年度 事務事業評価シート(第5次総合計画 中期戦略事業プラン)": "第5次総合計画 中期戦略事業プラン",
		"令和4年度 事務事業評価シート":                    "",
		"伊勢原市 事務事業評価シート(令和4年度実施分)":           "",
		"事務事業評価シート":                          "",
	} {
		if got := planName(title); got != want {
			t.Errorf("%s: the plan is %q, expected %q", title, got, want)
		}
	}
}

// TestNumberWithLabel holds a number with the label of the next line behind it.
func TestNumberWithLabel(t *testing.T) {
	const row = "→部名→部長名→課名→課等の長→\n→環境部→沢田 修→公園課→南 洋子→\n"
	for _, head := range []string{"事業番号→12-034\n事務事業担当", "事業番号→12-034 事務事業担当"} {
		text := strings.ReplaceAll("事業名→清掃事業→"+head+row+"総合計画体系\n", "→", "\t")
		g, err := grid.New(text)
		if err != nil {
			t.Fatal(err)
		}
		document := Form.Read(g)[0].Document
		item := document.Items[0]
		if item.Number != "12-034" || len(item.Departments) != 1 || item.Departments[0].SectionHead != "南 洋子" || len(document.Unmapped) > 0 {
			t.Errorf("%s: number %q, departments %+v, unmapped %v", head, item.Number, item.Departments, document.Unmapped)
		}
	}
}

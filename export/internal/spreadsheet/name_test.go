package spreadsheet

import (
	"slices"
	"strings"
	"testing"
)

func TestSheetName(t *testing.T) {
	for name, want := range map[string]string{
		"事業一覧":                  "事業一覧",
		"計画/実績: 令和4[年]?":        "計画_実績_ 令和4_年__",
		"":                      "Sheet_",
		"'quoted'":              "quoted",
		"History":               "Sheet_History",
		strings.Repeat("長", 40): strings.Repeat("長", 31),
	} {
		if got := sheetName(name); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
}

func TestUnique(t *testing.T) {
	names := taken{}
	var got []string
	for _, name := range []string{"Costs", "costs", "COSTS", strings.Repeat("長", 31), strings.Repeat("長", 31)} {
		got = append(got, names.unique(name, " (%d)", maxSheetName))
	}
	want := []string{"Costs", "costs (2)", "COSTS (3)", strings.Repeat("長", 31), strings.Repeat("長", 27) + " (2)"}
	if !slices.Equal(got, want) {
		t.Errorf("the names are %q, want %q", got, want)
	}
}

func TestTableName(t *testing.T) {
	for name, want := range map[string]string{
		"指標": "指標", "計画と実績": "計画と実績", "Plan and result": "Plan_and_result", "2021": "_2021",
		"AB12": "_AB12", "R1C1": "_R1C1", "c": "_c", "": "_", "Costs": "Costs", "abcd1": "abcd1",
	} {
		if got := tableName(name); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
}

func TestHeadings(t *testing.T) {
	got := headings([]Column{{Title: "値"}, {Title: "値"}, {Title: ""}, {Title: "a\nb"}, {Title: "A b"}})
	if want := []string{"値", "値 (2)", "(3)", "a b", "A b (2)"}; !slices.Equal(got, want) {
		t.Errorf("the headings are %q, want %q", got, want)
	}
}

func TestTextWidth(t *testing.T) {
	for text, want := range map[string]int{"": 0, "abc": 3, "指標": 4, "①": 2, "ｱｲ": 2, "長い\nx": 4, "é": 1} {
		if got := TextWidth(text); got != want {
			t.Errorf("%q is %d wide, want %d", text, got, want)
		}
	}
}

func TestNumberWidth(t *testing.T) {
	for _, test := range []struct {
		number float64
		format string
		want   int
	}{
		{0, FormatInteger, 1}, {1234567, FormatInteger, 9}, {-1234.5, NumberFormat(2), 9}, {7110000, FormatThousand, 5},
		{2022, FormatYear, 4}, {0.985, FormatShare, 5}, {43921, FormatDate, 10}, {99.9, NumberFormat(1), 4},
		{7110000, `#,##0,"千円"`, 9}, {1234000000, `#,##0,,"百万円"`, 11},
	} {
		if got := numberWidth(test.number, test.format); got != test.want {
			t.Errorf("%v in %s is %d wide, want %d", test.number, test.format, got, test.want)
		}
	}
}

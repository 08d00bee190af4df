package hadano

import (
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
)

// isUndated reports whether a document has values without a year.
func isUndated(document *model.Document) bool {
	return slices.Contains(codesOf(document), model.CodeYearUnknown)
}

// A row that has lost its empty last cells is read where its cells tell the years, and is
// left without years where one inside may be lost.
func TestLostLastCells(t *testing.T) {
	want := summaryOf(parseStrictly(t, underSheet)[0])
	for _, test := range []struct {
		name, row, short string
		isTold           bool
	}{
		{"targets before the empty total", "40%\t50%\t70%\t80%\t100%\t\n", "40%\t50%\t70%\t80%\t100%\n", true},
		{"results of the last year with results", "外部評価\t\tB: 進行強化\t\t\t\n", "外部評価\t\tB: 進行強化\n", true},
		{"targets with a gap", "検討\t\t実施\t実施\t拡大\t\n", "検討\t\t実施\t実施\t拡大\n", false},
	} {
		document := parseStrictly(t, replaced(t, test.row, test.short))[0]
		if isUndated(document) == test.isTold {
			t.Errorf("%s: the diagnostics are %v", test.name, document.Diagnostics)
		}
		if got := summaryOf(document); test.isTold && !slices.Equal(got, want) {
			t.Errorf("%s: the rows are read as\n%s\nwant\n%s", test.name, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
	padded := strings.NewReplacer("R7\t計\n", "R7\t計\t\n", "80%\t100%\t\n", "80%\t100%\t\t\n", "38%\t52%\t\t\t\t\n", "38%\t52%\t\t\t\t\t\n", "調査\t検討\t\t\t\t\n", "調査\t検討\t\t\t\t\t\n", "実施\t拡大\t\n", "実施\t拡大\n").Replace(underSheet)
	if got := summaryOf(parseStrictly(t, padded)[0]); !slices.Equal(got, want) {
		t.Errorf("targets with a gap, several cells lost: the rows are read as\n%s", strings.Join(got, "\n"))
	}
	for _, row := range []string{"外部評価\t\t\tB: 進行強化\n", "外部評価\tB: 進行強化\n"} {
		document := parseStrictly(t, replaced(t, "外部評価\t\tB: 進行強化\t\t\t\n", row))[0]
		if !isUndated(document) {
			t.Errorf("%q: the diagnostics are %v", row, document.Diagnostics)
		}
	}
}

// Where the rows of a table have totals, a row without one may have lost a year's cell.
func TestLostLastCellBesideTotals(t *testing.T) {
	text := replaced(t, "40%\t50%\t70%\t80%\t100%\t\n", "40%\t50%\t70%\t80%\t100%\n", "38%\t52%\t\t\t\t\n", "38%\t52%\t\t\t\t90%\n")
	if document := parseStrictly(t, text)[0]; !isUndated(document) {
		t.Errorf("the diagnostics are %v", document.Diagnostics)
	}
}

// Where a label under the first year and that year's value are in one cell, the cell behind
// it is left empty, or gone: rows with the label alone show which.
func TestJoinedLabelUnderYear(t *testing.T) {
	want := summaryOf(parseStrictly(t, underSheet)[0])
	const row = "\t\t\t次年度以降\tA：継続実施\tB：拡大実施\t\t\t\t\n"
	const emptied, gone = "\t\t\t次年度以降 A：継続実施\t\tB：拡大実施\t\t\t\t\n", "\t\t\t次年度以降 A：継続実施\tB：拡大実施\t\t\t\t\n"
	if got := summaryOf(parseStrictly(t, replaced(t, row, emptied))[0]); !slices.Equal(got, want) {
		t.Errorf("%q is read as\n%s\nwant\n%s", emptied, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if document := parseStrictly(t, replaced(t, row, gone))[0]; !isUndated(document) {
		t.Errorf("%q has fewer cells than years, but is dated", gone)
	}
}

// A head that a page repeats inside an initiative changes nothing of the rows above it.
func TestHeadRepeatedInside(t *testing.T) {
	sheet := replaced(t, "調べた。\t作った。", "\t作った。", "B：概ね計画どおり\tA", "\tA", "応募がないため遅れた。\t", "\t")
	want := summaryOf(parseStrictly(t, sheet)[0])
	lines := strings.Split(sheet, "\n")
	at := slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(line, "取組内容") })
	for i := at + 1; i+1 < len(lines); i++ {
		text := strings.Join(lines[:i], "\n") + pageBreak + strings.Join(append([]string{lines[at]}, lines[i:]...), "\n")
		if got := summaryOf(parseStrictly(t, text)[0]); !slices.Equal(got, want) {
			t.Errorf("before %q: the rows are read as\n%s\nwant\n%s", lines[i], strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// Two plain states in one cell are those of two years where the next cell is empty.
func TestStatesInOneCell(t *testing.T) {
	for _, test := range []struct {
		cells string
		want  []string
	}{
		{"検討 実施\t\t実施\t実施\t拡大\t", []string{"indicator 1 target 2021 検討", "indicator 1 target 2022 実施", "indicator 1 target 2023 実施"}},
		{"検討 実施\t実施\t実施\t実施\t拡大\t", []string{"indicator 1 target 2021 検討 実施"}},
		{"一部 実施\t\t実施\t実施\t拡大\t", []string{"indicator 1 target 2021 一部 実施"}},
		{"検討\t\t実施\t実施\t実施 拡大\t", []string{"indicator 1 target 2025 実施 拡大"}},
	} {
		facts := summaryOf(parseStrictly(t, replaced(t, "検討\t\t実施\t実施\t拡大\t", test.cells))[0])
		for _, want := range test.want {
			if !slices.Contains(facts, want) {
				t.Errorf("%q is read as\n%s\nwithout %q", test.cells, strings.Join(facts, "\n"), want)
			}
		}
	}
}

// Words in the place of the effect's amounts that say where these are or why there are none
// are a remark, once; other words are none.
func TestShortRemarks(t *testing.T) {
	const explained, amounts = "委託料の減少額\t\t\t\t\t\t\t\t", "目標\t10 千円\t20 千円\t20 千円\t20 千円\t20 千円"
	for _, text := range []string{"別表のとおり", "効果額の算定は困難", "「5-1-3」に掲載", "他の取組(5-1-3)に計上"} {
		for _, pair := range [][2]string{
			{explained, "委託料の減少額\t\t" + text + "\t\t\t\t\t\t"},
			{amounts, "目標\t" + text + "\t\t\t\t"},
			{amounts, "目標\t" + text + strings.Repeat("\t"+text, 4)},
		} {
			document := parseStrictly(t, replaced(t, pair[0], pair[1]))[0]
			if got := summaryOf(document); !slices.Contains(got, "remark ? "+text) || len(document.Unmapped) > 0 {
				t.Errorf("%q is read as\n%s, unmapped %v", pair[1], strings.Join(got, "\n"), document.Unmapped)
			}
		}
	}
	for _, text := range []string{"検討中", "（詳細は別途）"} {
		document := parseStrictly(t, replaced(t, explained, "委託料の減少額\t\t"+text+"\t\t\t\t\t\t"))[0]
		if len(document.Unmapped) != 1 {
			t.Errorf("%q: unmapped %v", text, document.Unmapped)
		}
	}
}

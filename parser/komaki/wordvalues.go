package komaki

import (
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// A row has lost the gaps between its cells where a cell holds words and values (検討 — —,
// 21.9% 集計中), or the name ends in a baseline that is no number (策定 検討 (令和元年度)).

// splitWordValues parts the cells that hold words with values beside them; joined is empty
// where none does.
func splitWordValues(cells []grid.Cell) (fields []grid.Cell, joined string) {
	for i, cell := range cells {
		parts := sheet.SplitWordValues(cell)
		switch {
		case parts == nil:
			if joined != "" {
				fields = append(fields, cell)
			}
		case joined == "":
			joined = cell.Text
			fields = append(append(fields, cells[:i]...), parts...)
		default:
			fields = append(fields, parts...)
		}
	}
	return fields, joined
}

// baselineWords are the words that stand for a baseline and end hardly any name.
var baselineWords = ja.NewLabels(sheet.Spellings(true,
	"なし", "未実施", "未策定", "未定", "未整備", "未設置", "未作成", "未公表", "未集計", "検討", "検討中", "調査中", "集計中", "策定中",
	"準備中", "実施中", "該当なし", "実績なし")...)

// datedWords stand for one where their year stands behind them; a name may end in them, too.
var datedWords = ja.NewLabels(sheet.Spellings(true,
	"実施", "一部実施", "策定", "作成", "整備", "導入", "試行", "準備", "調査", "研究", "素案", "完了", "継続", "公表")...)

// cutWordBaseline cuts off the end of a name a baseline that is no plain number: a word or a
// range with its year in brackets, a word that ends no name, a range of numbers.
func cutWordBaseline(name grid.Cell) (rest, value grid.Cell, ok bool) {
	text := name.Text
	if len(text) > maxHeadingBytes || !holdsBlank(text) {
		return name, value, false
	}
	end, dated := len(text), false
	if strings.HasSuffix(text, ")") || strings.HasSuffix(text, "）") {
		before, inner, found := ja.CutLastBracket(text)
		if _, _, _, isYear := ja.FindFiscalYear(inner); !found || !isYear {
			return name, value, false
		}
		end, dated = len(ja.TrimSpace(before)), true
	}
	blank, size := lastBlank(text[:end])
	if blank <= 0 {
		return name, value, false
	}
	word := text[blank+size : end]
	_, known := baselineWords.Find(word)
	if !known && dated {
		_, known = datedWords.Find(word)
	}
	if !known && rangeEnd(word) == 0 {
		return name, value, false
	}
	return name.Slice(0, blank), name.Slice(blank+size, len(text)), true
}

// cutWord cuts such a baseline off the end of a name, if the table's first column has
// baselines.
func (t *indicatorTable) cutWord(name grid.Cell) (rest grid.Cell, baseline []grid.Cell) {
	columns, _ := t.heads()
	if rest, value, ok := cutWordBaseline(name); ok && len(columns) > 0 && columns[0].measure == model.Baseline {
		return rest, []grid.Cell{value}
	}
	return name, nil
}

// cutBaseline cuts the baseline off the end of a name, where the row is one value short and
// ends with its arrow.
func (t *indicatorTable) cutBaseline(row *indicatorRow, fields []grid.Cell) (name grid.Cell, baseline []grid.Cell) {
	columns, _ := t.heads()
	last := len(fields) - 1
	if last < 0 || len(fields) != len(columns)-1 || !isAim(fields, last) {
		return name, nil
	}
	if name, value, ok := cutGluedValue(row.lastName(), fields[:last]); ok {
		return name, []grid.Cell{value}
	}
	return t.cutWord(row.lastName())
}

// rangeEnd returns where the last number of a range of two begins (2～3回), 0 where a text
// does not begin with one.
func rangeEnd(text string) int {
	digits := 0
	for at, r := range text {
		switch {
		case sheet.IsDigit(r):
			digits++
		case digits > 0 && isRangeSign(r):
			at += utf8.RuneLen(r)
			if next, _ := utf8.DecodeRuneInString(text[at:]); sheet.IsDigit(next) {
				return at
			}
			return 0
		case digits == 0 || r != '.' && r != ',':
			return 0
		}
	}
	return 0
}

// isRangeSign reports whether a sign stands between the two numbers of a range.
func isRangeSign(r rune) bool {
	return r == '～' || r == '〜' || r == '~' || r == '－' || r == '／'
}

// takeYear gives the baseline that was cut off a name the year that stands before it in the
// cell of the name: 指標名 令和元年度 45人.
func (t *indicatorTable) takeYear(row *indicatorRow, whole grid.Cell, values []placed) {
	name := row.lastName()
	if len(values) == 0 || values[0].column != 0 || len(name.Text) >= len(whole.Text) || name.Offset != whole.Offset {
		return
	}
	blank, size := lastBlank(name.Text)
	value := values[0].cell
	if blank <= 0 || value.Offset < whole.Offset || value.Offset >= whole.Offset+int32(len(whole.Text)) {
		return
	}
	word := name.Text[blank+size:]
	if _, start, end, ok := ja.FindFiscalYear(word); !ok || start > 0 || end < len(word) {
		return
	}
	row.renameLast(name.Slice(0, blank))
	values[0].cell = whole.Slice(blank+size, int(value.Offset-whole.Offset)+len(value.Text))
}

// printedYear returns the column with the year that a value which can't be read prints in
// its bracket, or begins with: that goes before the column's, and before that of the notes.
// Where it stands elsewhere, the notes' is not the value's.
func (r *reader) printedYear(column *valueCell, cell grid.Cell, printed string) *valueCell {
	_, inner, _ := ja.CutLastBracket(printed)
	fy, _, _, ok := ja.FindFiscalYear(inner)
	own, start, _, inText := ja.FindFiscalYear(printed)
	switch {
	case ok:
	case inText && start == 0:
		fy = own
	case inText && column.fy == 0:
		r.baselines.leaveUndated(cell.At)
		return column
	default:
		return column
	}
	dated := *column
	dated.fy = fy
	return &dated
}

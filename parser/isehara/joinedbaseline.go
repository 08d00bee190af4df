package isehara

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// splitBaseline parts the 現状値 from the name of a row of indicators that has fewer cells
// than it should, where the rules for numbers have not: it is a word or a range, or other
// cells of the row are empty, too. isDoubtful is set where the name may hold one, so that
// the cells behind it may all have moved left.
func (r *reader) splitBaseline(row []sheet.Token) (split []sheet.Token, isDoubtful bool) {
	if len(row) < 2 || len(row) >= r.cellsPerRow() || !r.table.baseline || r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows ||
		row[0].Joined || row[1].Joined || !partsWords.In(row[0].Text) {
		return row, false
	}
	name := row[0]
	parts := sheet.SplitFromRight(name, 1, false)
	if len(parts) < 2 {
		parts = sheet.SplitFromRight(name, 1, true)
	}
	if len(parts) < 2 || utf8.RuneCountInString(parts[0].Text) < minNameRunes {
		return row, false
	}
	switch r.judgeTail(parts, row) {
	case joinedTail:
		r.Report(model.CodeJoinedCells, name.At, name.Text, parts[0].Text+" | "+parts[1].Text)
		return r.behindBaseline(parts, row[1:]), false
	case doubtfulTail:
		return row, true
	}
	return row, false
}

// tail is what ends the name of a row.
type tail int

const (
	ownTail      tail = iota // of the name
	joinedTail               // the 現状値
	doubtfulTail             // either
)

// judgeTail tells what the last word of a name is, by where the sheet prints the name
// again, by the word, and by where the cells behind it stand.
func (r *reader) judgeTail(parts, row []sheet.Token) tail {
	reading := ja.ReadQuantity(ja.StripMarkup(parts[1].Text), ja.Expect{})
	isFigure := reading.Kind == ja.Numeric || reading.Kind == ja.Ranked || isRange(parts[1].Text)
	isDated := reading.Quantity.FY != 0 || !reading.Quantity.AsOf.IsZero()
	isSure := isDated || reading.Quantity.Unit != "" || reading.Kind == ja.Ranked || len(row) == r.cellsPerRow()-1
	isWord := reading.Kind == ja.State && (isDated || isUsualState(reading.Quantity.State))
	if !isFigure && !isWord || r.printsIndicator(row[0].Text) {
		return ownTail
	}
	switch isMoved := r.isMovedLeft(row); {
	case r.printsIndicator(parts[0].Text), isFigure && isSure:
		return joinedTail
	case isFigure || !isMoved && !isDated:
		return ownTail
	case len(row) == r.cellsPerRow()-1 && !slices.ContainsFunc(row[1:], func(value sheet.Token) bool { return r.isFigure(value.Text) }):
		return joinedTail // words all of them
	case isDated && isUsualState(reading.Quantity.State) && len(row) == r.cellsPerRow()-1 && row[1].Index == row[0].Index+2:
		return joinedTail // and its own cell is empty
	case isMoved:
		return doubtfulTail
	}
	return ownTail
}

// isMovedLeft reports whether a row shows that its cells may have moved left by one: the
// first stands right behind the name, and the last year's is empty or the row narrow.
func (r *reader) isMovedLeft(row []sheet.Token) bool {
	last := r.table.years[len(r.table.years)-1]
	return row[1].Index == row[0].Index+1 && (r.isNarrow() || row[len(row)-1].Index < last.index)
}

// behindBaseline puts a name and a 現状値 before the other cells of their row. Where these
// have moved left they are put back, and where that can't be told they keep no column.
func (r *reader) behindBaseline(parts, behind []sheet.Token) []sheet.Token {
	split := slices.Concat(parts, behind)
	split[0].Joined, split[1].Joined = false, false
	split[1].Index = split[0].Index + 1
	last := behind[len(behind)-1]
	switch {
	case len(split) == r.cellsPerRow():
	case r.isNarrow() && r.table.rowWidth == r.table.width-1, behind[0].Index == split[1].Index:
		for i := range split[2:] {
			split[2+i].Index++
		}
		r.table.rowWidth = r.table.width
	case last.Index < r.table.years[len(r.table.years)-1].index:
		for i := range split[2:] {
			split[2+i].Joined = true
		}
	}
	return split
}

// withhold leaves the first value of a row whose cells may have moved left by one: it is
// the 現状値, or the first year's. The others keep no column.
func (r *reader) withhold(row []sheet.Token) []sheet.Token {
	r.reportColumns(row[1:2])
	kept := slices.Concat(row[:1], row[2:])
	for i := range kept[1:] {
		kept[1+i].Joined = true
	}
	return kept
}

// printsIndicator reports whether an indicator has a name, or another cell of the sheet
// is that: the results name the indicators of the goals again.
func (r *reader) printsIndicator(name string) bool {
	key := ja.Key(ja.StripMarkup(name))
	return r.room.indicatorsByKey[key] != nil || slices.ContainsFunc(r.Tokens[r.Next:], func(token sheet.Token) bool {
		return token.Label == sheet.NoLabel && len(token.Text) <= maxNameBytes && ja.Key(ja.StripMarkup(token.Text)) == key
	})
}

// isRange reports whether a text begins with two numbers and a wave dash between them:
// 2～3回 (令和元年度).
func isRange(text string) bool {
	from, to, found := strings.Cut(ja.Fold(text), "~")
	return found && from != "" && to != "" && sheet.HasDigit(to[:1]) && strings.Trim(from, "0123456789.,") == ""
}

// usualStates are words that stand in the place of a number, less what says how far it is.
var usualStates = map[string]bool{
	"検討": true, "実施": true, "集計": true, "調査": true, "策定": true, "完了": true, "着手": true, "設計": true, "継続": true,
	"中止": true, "準備": true, "協議": true, "開始": true, "整備": true, "運用": true, "素案": true, "なし": true, "未定": true,
	"延期": true, "休止": true, "予定": true, "達成": true,
}

// isUsualState reports whether a text is one of these words: 検討, 未実施, 集計中, or a
// grade.
func isUsualState(text string) bool {
	if len(text) > len("未実施済み") {
		return false
	}
	if sheet.IsGrade(ja.Fold(text)) || usualStates[text] {
		return true
	}
	text = strings.TrimPrefix(text, "未")
	for _, end := range [...]string{"中", "済", "済み"} {
		if before, has := strings.CutSuffix(text, end); has {
			text = before
			break
		}
	}
	return usualStates[text]
}

package sakado

import (
	"sheetconv/model"
	"sheetconv/parser/internal/sheet"
)

// The words of a row in one cell begin with the number, the name and the sections of
// its item; behind them stand two texts.
const (
	numberWord = iota
	nameWord
	sectionWord
	textsBehind = 2
)

// readJoinedRow reads the row of an item whose cells have all run together into one.
// Where its words can't be told apart, what follows is the item's nevertheless: its
// number, name and sections are read, the rest is left.
func (r *reader) readJoinedRow(row []sheet.Token) bool {
	if len(row) != 1 || r.Grid.Rows[row[0].Row].Width > 1 && row[0].Index > 0 {
		return false
	}
	if _, _, numbered := splitNumberedName(row[0]); !numbered {
		return false
	}
	words := sheet.SplitWords(row[0])
	if len(words) <= sectionWord+1 || !r.isDepartments(words[sectionWord].Text) || !r.isName(words[nameWord].Text) {
		return false
	}
	sections := sectionWord
	for sections+1 < len(words) && r.isDepartments(words[sections+1].Text) {
		sections++
	}
	part := span(row[0], words[sectionWord:sections+1])
	rest := words[sections+1:]
	number := words[numberWord]
	if known, _ := itemNumber(number.Text); r.item != nil && r.item.Number == known {
		return false
	}
	r.beginItem(anchor{number: number, at: nameWord, index: 1}, append(words[:sectionWord:sectionWord], part))
	r.setName(words[nameWord])
	r.addDepartments(part)
	if r.isWholeRest(rest) {
		r.Report(model.CodeJoinedCells, row[0].At, row[0].Text, "No., 取組項目, 関係課, …")
		for i := range rest {
			rest[i].Index = int32(overviewColumn) - int32(policyColumn) + int32(i)
		}
		r.readFields(rest, 1)
	}
	return true
}

// isWholeRest reports whether words are what stands behind the sections: two texts,
// whole indicators, the grade and two more texts.
func (r *reader) isWholeRest(words []sheet.Token) bool {
	grade := len(words) - 1 - textsBehind
	if grade <= textsBehind || r.gradeIn(words[grade].Text) == "" {
		return false
	}
	for _, i := range [...]int{0, 1, grade + 1, grade + 2} {
		if !r.isSentence(words[i].Text) {
			return false
		}
	}
	return r.partition(words[textsBehind:grade]) != nil
}

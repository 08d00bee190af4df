package sakado

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// splitGlued parts the cell that two have become where a row has one cell less
// than the table's head: a name and its first value, two values, a value and the
// grade, the grade and the opinion. Nothing stands between them, so that only the
// column and the grammar of both show it; where two cells may be it, none is
// parted.
func (r *reader) splitGlued(row []sheet.Token) []sheet.Token {
	if r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows || r.width == 0 || r.rowWidth(row) != r.width-1 {
		return row
	}
	glued, at := -1, 0
	for i := range row {
		if part := r.gluedAt(row, i); part > 0 {
			if glued >= 0 {
				return row
			}
			glued, at = i, part
		}
	}
	if glued < 0 {
		return row
	}
	token := row[glued]
	first := sheet.Token{Cell: token.Slice(0, at), Row: token.Row, Joined: true}
	second := sheet.Token{Cell: token.Slice(at, len(token.Text)), Row: token.Row, Joined: true}
	r.Report(model.CodeJoinedCells, token.At, token.Text, first.Text+" | "+second.Text)
	parted := append(slices.Clone(row[:glued]), first, second)
	parted = append(parted, row[glued+1:]...)
	for i := glued + 1; i < len(parted); i++ {
		parted[i].Index++
	}
	return parted
}

// gluedAt returns where the second of two cells begins in the cell i of a row, 0
// if it is one.
func (r *reader) gluedAt(row []sheet.Token, i int) int {
	token := row[i]
	if len(token.Text) > maxFigureBytes {
		return 0
	}
	switch token.Index {
	case r.heads[nameColumn].index:
		if i+1 < len(row) && row[i+1].Index == token.Index+1 {
			return r.gluedValue(token.Text, row[i+1].Text)
		}
	case r.heads[baselineColumn].index, r.heads[targetColumn].index:
		return gluedValues(token.Text)
	case r.heads[actualColumn].index:
		return gluedGrade(token.Text)
	case r.heads[gradeColumn].index:
		if !slices.ContainsFunc(row, func(token sheet.Token) bool { return gradeIn(token.Text) != "" }) {
			return gluedOpinion(token.Text)
		}
	}
	return 0
}

// gluedValue returns where the value begins that stands behind a name, and has
// the unit of the next one: 登録団体数40団体.
func (f *facts) gluedValue(text, next string) int {
	unit := ja.ReadQuantity(next, ja.Expect{}).Quantity.Unit
	if unit == "" || !strings.HasSuffix(ja.Fold(text), unit) {
		return 0
	}
	at := figureStart(text)
	if at <= 0 || !f.isName(text[:at]) {
		return 0
	}
	if reading := ja.ReadQuantity(text[at:], ja.Expect{}); reading.Kind != ja.Numeric || reading.Quantity.Unit != unit {
		return 0
	}
	return at
}

// figureStart returns where the first figure of a text begins: at its first digit, or at
// the sign or the word before that (△1,200千円, 約50%); -1 if there is none.
func figureStart(text string) int {
	at := digits.Index(text)
	if at < 0 {
		return at
	}
	for _, sign := range [...]string{"約", "およそ", "概ね", "おおむね", "△", "▲", "-", "－", "−", "+", "＋", "±"} {
		if before := strings.TrimRight(text[:at], " 　"); strings.HasSuffix(before, sign) {
			return len(before) - len(sign)
		}
	}
	return at
}

var digits = ja.NewCharacters("0123456789０１２３４５６７８９")

// gluedValues returns where the second of two values begins: numbers of one unit
// (60団体52団体), or words that stand in a number's place (検討実施).
func gluedValues(text string) int {
	if isStateWord(text) {
		return 0
	}
	for at, first := range text {
		if at == 0 {
			continue
		}
		before, behind := text[:at], text[at:]
		if isStateWord(before) && isStateWord(behind) {
			return at
		}
		if !sheet.IsDigit(first) {
			continue
		}
		if last, _ := utf8.DecodeLastRuneInString(before); sheet.IsDigit(last) || strings.ContainsRune(".,．，/／", last) {
			continue
		}
		one, other := ja.ReadQuantity(before, ja.Expect{}), ja.ReadQuantity(behind, ja.Expect{})
		if one.Kind == ja.Numeric && other.Kind == ja.Numeric && one.Quantity.Unit != "" && one.Quantity.Unit == other.Quantity.Unit {
			return at
		}
	}
	return 0
}

// gluedGrade returns where the grade begins that stands behind a value with a
// usual unit: 15,240千円A.
func gluedGrade(text string) int {
	last, size := utf8.DecodeLastRuneInString(text)
	at := len(text) - size
	if at == 0 || !sheet.IsGrade(string(ja.FoldRune(last))) {
		return 0
	}
	reading := ja.ReadQuantity(text[:at], ja.Expect{})
	if reading.Kind != ja.Numeric || !ja.IsUnit(reading.Quantity.Unit) {
		return 0
	}
	return at
}

// gluedOpinion returns where the opinion begins that stands behind the grade:
// A計画どおりである。 A word of Latin letters begins with none (SNSを活用した。).
func gluedOpinion(text string) int {
	first, size := utf8.DecodeRuneInString(text)
	if !sheet.IsGrade(string(ja.FoldRune(first))) || !isSentence(text) || ja.BeginsWithLatin(text[size:]) {
		return 0
	}
	return size
}

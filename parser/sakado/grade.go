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

// maxMarkBytes is how long a grade or a number alone may be, with markup
// and quotation marks around it.
const maxMarkBytes = 64

// gradeIn returns the grade that a cell holds alone; "" if it holds anything
// else.
func gradeIn(text string) string {
	if len(text) > maxMarkBytes || beginsWithWord(text) {
		return ""
	}
	if text = sheet.TrimQuotes(ja.Fold(ja.StripMarkup(text))); sheet.IsGrade(text) {
		return text
	}
	return ""
}

// beginsWithWord reports whether a text begins with a digit, a bracket, a kana or an
// ideograph, as most cells do, and no grade.
func beginsWithWord(text string) bool {
	return ja.BeginsWithIdeograph(text) || text != "" && (text[0] >= '0' && text[0] <= '9' || text[0] == '(') || len(text) > 2 && text[0] == 0xE3 && text[1] > 0x80
}

// gradeWords reads a cell that holds a grade with words: the legend's (A 順調),
// some in brackets (A（完了）), or 評価. It also knows the legend's words alone.
func (r *reader) gradeWords(text string) (grade, words string, ok bool) {
	if len(text) > maxMarkBytes {
		return "", "", false
	}
	text = sheet.TrimQuotes(ja.StripMarkup(text))
	key := ja.Key(text)
	for _, entry := range r.Document.Grades {
		if ja.Key(entry.Label) == key {
			return entry.Grade, text, true
		}
	}
	first, size := utf8.DecodeRuneInString(text)
	if grade = string(ja.FoldRune(first)); !sheet.IsGrade(grade) || size == len(text) {
		return "", "", false
	}
	rest := text[size:]
	if rest == "評価" {
		return grade, "", true
	}
	words = ja.TrimSpace(strings.TrimLeft(rest, " 　:：…"))
	inner, inBrackets := ja.TrimBrackets(words)
	for _, entry := range r.Document.Grades {
		if ja.Key(entry.Label) == ja.Key(inner) {
			return grade, inner, true
		}
	}
	return grade, inner, inBrackets && inner != ""
}

// isSeveralGrades reports whether a cell holds grades and marks between them
// only: A→B, A/B.
func isSeveralGrades(text string) bool {
	if len(text) > maxMarkBytes || ja.BeginsWithIdeograph(text) {
		return false
	}
	grades := 0
	for _, r := range sheet.TrimQuotes(ja.StripMarkup(text)) {
		switch letter := string(ja.FoldRune(r)); {
		case sheet.IsGrade(letter):
			grades++
		case !strings.Contains("→⇒/~・,>-", letter):
			return false
		}
	}
	return grades > 1
}

// findGrade returns the token that is the grade, or begins with it; -1 if none
// is. index is that of the column No.
func (r *reader) findGrade(row []sheet.Token, index int32) int {
	first := -1
	for i, token := range row {
		if gradeIn(token.Text) != "" {
			if r.inGradeColumn(token, index) {
				return i
			}
			if first < 0 {
				first = i
			}
		}
	}
	if first >= 0 {
		return first
	}
	for i, token := range row {
		if isSentence(token.Text) && beginsWithGrade(token.Text) && (i > 2 && !r.isText(row, i) || r.isBehindTexts(token, index)) {
			return i
		}
	}
	for i, token := range row {
		if isSeveralGrades(token.Text) {
			return i
		}
		grade, _, known := r.gradeWords(token.Text)
		if known && (strings.HasPrefix(ja.Fold(token.Text), grade) || r.inGradeColumn(token, index)) {
			return i
		}
	}
	for i, token := range row {
		if r.isBehindTexts(token, index) && beginsWithGrade(token.Text) && (r.inGradeColumn(token, index) || r.areIndicatorsBefore(row[:i], token.Index, index)) {
			return i
		}
	}
	return -1
}

// isBehindTexts reports whether a token stands right of the two texts of an item's row.
func (r *reader) isBehindTexts(token sheet.Token, index int32) bool {
	return r.hasColumns() && token.Index >= index+int32(groupColumn-numberColumn)
}

// areIndicatorsBefore reports whether whole indicators, each in a cell, stand right before a
// column.
func (r *reader) areIndicatorsBefore(cells []sheet.Token, column, index int32) bool {
	cells = cells[cellsBefore(cells, index+int32(groupColumn-numberColumn)):]
	return len(cells) > 0 && contiguous(cells) == len(cells) && cells[len(cells)-1].Index+1 == column && r.partition(cells) != nil
}

// takeStatus takes a word in the grade's column that says that the item has ended, and
// returns the other cells.
func (r *reader) takeStatus(cells []sheet.Token, index int32) []sheet.Token {
	for i, token := range cells {
		if text := ja.StripMarkup(token.Text); (text == "終了" || text == "廃止") && r.inGradeColumn(token, index) {
			r.Grid.Claim(token.Cell, grid.Label)
			r.item.Status = model.StatusEnded
			return slices.Concat(cells[:i], cells[i+1:])
		}
	}
	return cells
}

// inGradeColumn reports whether a token stands as far behind the column No. as
// the table's head has the grade.
func (r *reader) inGradeColumn(token sheet.Token, index int32) bool {
	number, grade := r.heads[numberColumn], r.heads[gradeColumn]
	return r.hasColumns() && number.label != "" && grade.label != "" && token.Index-index == grade.index-number.index
}

// beginsWithGrade reports whether a grade and a blank stand before a text.
func beginsWithGrade(text string) bool {
	text = sheet.TrimQuotes(text)
	first, size := utf8.DecodeRuneInString(text)
	behind, _ := utf8.DecodeRuneInString(text[size:])
	return sheet.IsGrade(string(ja.FoldRune(first))) && ja.FoldRune(behind) == ' '
}

// splitJoinedGrade parts a grade from the value before it: 135台 B.
func (f *facts) splitJoinedGrade(cells []sheet.Token) []sheet.Token {
	for i, cell := range cells {
		if isSentence(cell.Text) {
			continue
		}
		blank := strings.LastIndexByte(cell.Text, ' ')
		if blank <= 0 || gradeIn(cell.Text[blank+1:]) == "" {
			continue
		}
		split := append(make([]sheet.Token, 0, len(cells)+1), cells[:i]...)
		split = append(split, sheet.Token{Cell: cell.Slice(0, blank), Row: cell.Row, Joined: true})
		split = append(split, sheet.Token{Cell: cell.Slice(blank+1, len(cell.Text)), Row: cell.Row})
		return append(split, cells[i+1:]...)
	}
	return cells
}

// dropGradeLabel takes the label of the grades out of the cells of a row, in which it was
// joined with the grade: 進捗状況 C.
func (r *reader) dropGradeLabel(cells []sheet.Token) []sheet.Token {
	for i := 0; i+1 < len(cells); i++ {
		if !cells[i].Joined || cells[i].Index != cells[i+1].Index || gradeIn(cells[i+1].Text) == "" {
			continue
		}
		if c, _ := r.readHead(cells[i].Text); c == gradeColumn {
			r.Grid.Claim(cells[i].Cell, grid.Label)
			return slices.Concat(cells[:i], cells[i+1:])
		}
	}
	return cells
}

// criterionOf returns what a head of the column of grades says of them. A table has one.
func (r *reader) criterionOf(head string) model.Criterion {
	if r.gradeHead != head {
		criterion, known := gradeWords.Find(head)
		if !known {
			criterion = model.CriterionProgress
		}
		r.gradeHead, r.criterion = head, criterion
	}
	return r.criterion
}

// readGrade reads the cell that findGrade has found. It reports whether the
// opinion stood in the same cell.
func (r *reader) readGrade(token sheet.Token) (opinionToo bool) {
	label := r.heads[gradeColumn].label
	if label == "" {
		label = "進捗状況"
	}
	if isSeveralGrades(token.Text) {
		r.Report(model.CodeUnreadable, token.At, label, token.Text, "one grade of the legend")
		return false
	}
	evaluation := &r.item.evaluation
	if grade := gradeIn(token.Text); r.item.isGraded() && grade != "" && grade != evaluation.Grade {
		r.Report(model.CodeColumnUnknown, token.At, "No."+r.item.Number, token.Text, label)
		return false // another row's
	}
	*evaluation = model.Evaluation{At: token.At, Criterion: r.criterionOf(label), Label: label}
	if gradeIn(token.Text) == "" {
		if grade, words, known := r.gradeWords(token.Text); known {
			r.Grid.Claim(token.Cell, grid.Value)
			evaluation.Grade, evaluation.Choice = grade, words
			return false
		}
	}
	text := token.Text
	_, end := utf8.DecodeRuneInString(text)
	if trimmed := sheet.TrimQuotes(text); len(trimmed) <= 3 || gradeIn(text) != "" {
		end = len(text) // a letter between quotation marks or in markup
	}
	letter := sheet.Token{Cell: token.Slice(0, end), Row: token.Row}
	evaluation.Grade = sheet.TrimQuotes(ja.Fold(r.claimValue(letter)))
	rest := token.Slice(end, len(text))
	if rest.Text == "" {
		return false
	}
	r.Report(model.CodeJoinedCells, token.At, text, "進捗状況, 本部会意見")
	r.addText(opinionColumn, sheet.Token{Cell: rest, Row: token.Row})
	return true
}

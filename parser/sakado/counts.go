package sakado

import (
	"strconv"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// countsKey begins the closing line with the number of items per grade.
var countsKey = ja.Key("本部会評価")

// readCounts reads 本部会評価 with its counts: numbers in the order of the
// legend, or each behind its grade.
func (r *reader) readCounts(row []sheet.Token) bool {
	first := row[0]
	if !mayBeCounts(first.Text) {
		return r.readCountsBelow(row)
	}
	if strings.HasPrefix(first.Text, "**") && countsLabelEnd(strings.Trim(first.Text, "*")) > 0 {
		first.Cell = r.TrimBold(first.Cell)
	}
	labelEnd := countsLabelEnd(first.Text)
	if labelEnd == 0 {
		labelEnd = r.otherCountsEnd(row)
	}
	if labelEnd == 0 {
		return false
	}
	summary := model.Summary{At: first.At, Label: r.Label(first.Slice(0, labelEnd))}
	behind := sheet.Token{Cell: first.Slice(labelEnd, len(first.Text)), Row: first.Row}
	cells := append(append(make([]sheet.Token, 0, len(row)), behind), row[1:]...)
	grades := r.gradeOrder()
	numbers, named := r.countsOf(&summary, cells, len(grades))
	if !named && r.endsInTotal(&summary, len(grades)) {
		r.Skip(numbers[len(grades)].Cell)
		numbers = numbers[:len(grades)]
	}
	if len(cells) == 1 && behind.Text == "" {
		r.reportLoneCountsLabel()
		r.countsLabel = summary // whose counts may stand below
		return true
	}
	if !named && len(summary.Counts) != len(grades) {
		// Which grades the counts belong to can't be told: they stay unmapped.
		r.Report(model.CodeColumnUnknown, first.At, summary.Label, strconv.Itoa(len(numbers))+" counts", strings.Join(grades, ", "))
		return true
	}
	for i, number := range numbers {
		r.claimCount(number)
		if !named {
			summary.Counts[i].Grade = grades[i]
		}
	}
	r.Document.Summary = append(r.Document.Summary, summary)
	r.closed = true
	return true
}

// countsOf reads the counts that cells hold, each alone or behind its grade, into a summary.
func (r *reader) countsOf(summary *model.Summary, cells []sheet.Token, grades int) (numbers []sheet.Token, named bool) {
	numbers = make([]sheet.Token, 0, grades+1) // one of them may be the sum
	summary.Counts = make([]model.GradeCount, 0, grades+1)
	grade := ""
	for _, cell := range cells {
		for _, word := range countWords(cell) {
			text := sheet.TrimQuotes(ja.Fold(withoutCountMarks(ja.StripMarkup(word.Text))))
			if text == "" && word.Joined {
				r.Skip(word.Cell)
				continue
			}
			if sheet.IsGrade(text) {
				grade = text
				r.Grid.Claim(word.Cell, grid.Label)
				continue
			}
			if len(text) > 1 && sheet.IsGrade(text[:1]) {
				grade, text = text[:1], text[1:] // A2
			}
			count, err := strconv.Atoi(strings.TrimRight(strings.TrimLeft(withoutShare(text), ":"), "件項目"))
			if err != nil {
				r.Report(model.CodeUnreadable, word.At, summary.Label, text, "a number of items")
				continue
			}
			numbers = append(numbers, word)
			named = named || grade != ""
			summary.Counts = append(summary.Counts, model.GradeCount{Grade: grade, Count: count})
			grade = ""
		}
	}
	return numbers, named
}

// claimCount claims a count; its share is told by the other counts.
func (r *reader) claimCount(number sheet.Token) {
	end := len(number.Text)
	if at := brackets.Index(number.Text); at > 0 {
		r.Skip(number.Slice(at, end))
		end = at
	}
	r.Grid.Claim(number.Slice(0, end), grid.Value)
}

// withoutShare takes the share in brackets from a count: 8(33.3%).
func withoutShare(text string) string {
	count, share, _ := strings.Cut(text, "(")
	if inner, closed := strings.CutSuffix(share, "%)"); !closed || strings.Trim(inner, "0123456789. ") != "" {
		return text
	}
	return ja.TrimSpace(count)
}

// endsInTotal reports whether one more count than there are grades stands in a row,
// and is the sum of the others: it is taken off then.
func (r *reader) endsInTotal(summary *model.Summary, grades int) bool {
	if grades == 0 || len(summary.Counts) != grades+1 {
		return false
	}
	sum := 0
	for _, count := range summary.Counts[:grades] {
		sum += count.Count
	}
	if sum != summary.Counts[grades].Count {
		return false
	}
	summary.Counts = summary.Counts[:grades]
	return true
}

// otherCountsEnd returns where the label of another assessment's counts ends (自己評価
// 3 1 1 0), or of one that was misread; 0 if the row is none. As such words also
// name indicators, the row must begin at the left and hold a bare number for each
// grade, and more of them than an indicator has values.
func (r *reader) otherCountsEnd(row []sheet.Token) int {
	first := row[0]
	at := strings.Index(first.Text[:min(len(first.Text), maxCountsLabel)], "評")
	if at <= 0 || first.Index > 0 || !r.hasColumns() {
		return 0
	}
	end := at + len("評")
	if strings.HasPrefix(first.Text[end:], "価") {
		end += len("価")
	}
	counts := 0
	for i, cell := range row {
		if i == 0 {
			cell = sheet.Token{Cell: first.Slice(end, len(first.Text))}
		}
		for _, word := range sheet.SplitWords(cell) {
			if _, err := strconv.ParseUint(ja.Fold(word.Text), 10, 16); err != nil {
				return 0
			}
			counts++
		}
	}
	grades := len(r.gradeOrder())
	if counts <= r.valueCount() && len(r.gradeRow) == 0 || counts != grades && counts != grades+1 {
		return 0
	}
	return end
}

// gradeOrder returns the grades of the line above the counts, else those of the
// legend.
func (r *reader) gradeOrder() []string {
	if len(r.gradeRow) > 0 {
		return r.gradeRow
	}
	grades := make([]string, 0, len(r.Document.Grades))
	for _, grade := range r.Document.Grades {
		grades = append(grades, grade.Grade)
	}
	return grades
}

// readGradeRow reads a row that holds nothing but grades, as it stands over the
// counts.
func (r *reader) readGradeRow(row []sheet.Token) bool {
	var grades []string
	for i, token := range row {
		grade := gradeIn(token.Text)
		if grade == "" {
			if i > 1 && i == len(row)-1 && isTotal(token.Text) {
				break
			}
			if i == 0 && len(row) > 2 && gradeIn(row[1].Text) != "" && isCountsHead(token.Text) {
				continue
			}
			return false
		}
		grades = append(grades, grade)
	}
	if len(grades) < 2 {
		return false
	}
	for _, token := range row {
		r.Grid.Claim(token.Cell, grid.Label)
	}
	r.gradeRow, r.gradeCells = grades, row[len(row)-len(grades):]
	return true
}

// isTotal reports whether a text is the head of the sum of the counts.
func isTotal(text string) bool {
	if len(text) > maxMarkBytes || !strings.Contains(text, "計") {
		return false
	}
	key := ja.Key(text)
	return key == "計" || key == "合計"
}

// maxCountsLabel is how many bytes the label may have, with the blanks in it.
const maxCountsLabel = 60

// mayBeCounts reports whether a text begins with the label of an assessment's counts, as
// far as one of its characters tells.
func mayBeCounts(text string) bool {
	return strings.Contains(text[:min(len(text), maxCountsLabel)], "評")
}

// countsLabelEnd returns where the label 本部会評価 ends, blanks inside it
// passed over; 0 if the text does not begin with it.
func countsLabelEnd(text string) int {
	if !mayBeCounts(text) {
		return 0
	}
	for i := range text {
		if i > maxCountsLabel {
			return 0
		}
		if i > 0 && ja.Key(text[:i]) == countsKey {
			return i
		}
	}
	if len(text) <= maxCountsLabel && ja.Key(text) == countsKey {
		return len(text)
	}
	return 0
}

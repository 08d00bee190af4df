package sakado

import (
	"strconv"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// legendLists stand before a line of a list.
var legendLists = [...]string{"- ", "* ", "+ ", "・", "• "}

// readMarkedLegend reads a line of a legend, also one of a list or with its grades in bold:
// - A：順調, **A** 順調　**B** ほぼ順調.
func (r *reader) readMarkedLegend(line sheet.Token) bool {
	start := 0
	for _, mark := range legendLists {
		if strings.HasPrefix(line.Text, mark) {
			start = len(mark)
		}
	}
	if strings.HasPrefix(line.Text[start:], "**") {
		start += len("**")
	}
	plain := line
	plain.Cell = line.Slice(start, len(line.Text))
	if !r.readLegend(plain) && !r.readLegendLine(plain) {
		return false
	}
	if start > 0 {
		r.Skip(line.Slice(0, start))
	}
	return true
}

// maxTableGap is how many lines may lie between the head of a small table and its row.
const maxTableGap = 2

// readLegendWords reads the words of a legend that stand below their grades, each in a cell.
func (r *reader) readLegendWords(row []sheet.Token) bool {
	heads := r.gradeCells
	if len(heads) == 0 || len(row) != len(heads) || len(r.Document.Grades) > 0 || row[0].At.Line > heads[0].At.Line+maxTableGap {
		return false
	}
	for i, token := range row {
		if token.Index != heads[i].Index || len(token.Text) > maxLegendBytes || ja.HasDigit(token.Text) || ja.StripMarkup(token.Text) == "" ||
			sheet.IsNothing(token.Cell) || isSentence(token.Text) || gradeIn(token.Text) != "" {
			return false
		}
	}
	for i, token := range row {
		r.Document.Grades = append(r.Document.Grades, model.Grade{At: heads[i].At, Grade: gradeIn(heads[i].Text), Label: r.Value(token.Cell)})
	}
	return true
}

// countMarks part the counts of a line from each other and from their label, which may be in
// bold: **本部会評価**：A 1、B 0.
var countMarks = ja.NewCharacters("、，；;:：*")

// countWords returns the words of counts, each with the marks beside it.
func countWords(cell sheet.Token) []sheet.Token {
	words := sheet.SplitWords(cell)
	if !countMarks.In(cell.Text) {
		return words
	}
	var parts []sheet.Token
	for _, word := range words {
		for start := 0; start < len(word.Text); {
			first := len(word.Text) - len(countMarks.TrimLeft(word.Text[start:]))
			end := len(word.Text)
			if at := countMarks.Index(word.Text[first:]); at >= 0 {
				end -= len(countMarks.TrimLeft(word.Text[first+at:]))
			}
			parts = append(parts, sheet.Token{Cell: word.Slice(start, end), Row: word.Row, Joined: true})
			start = end
		}
	}
	return parts
}

// withoutCountMarks returns a word of counts without the marks beside it.
func withoutCountMarks(text string) string {
	return strings.TrimFunc(text, countMarks.Has)
}

// maxCountsGap is how many lines may lie between 本部会評価 on a line of its own and the
// counts in the table below it.
const maxCountsGap = 6

// readCountsBelow reads the counts that stand in a row of their own below 本部会評価.
func (r *reader) readCountsBelow(row []sheet.Token) bool {
	if r.countsLabel.Label == "" || row[0].At.Line > r.countsLabel.At.Line+maxCountsGap {
		return false
	}
	summary := r.countsLabel
	for _, token := range row {
		count, err := strconv.ParseUint(ja.Fold(ja.StripMarkup(token.Text)), 10, 16)
		if err != nil {
			return false
		}
		summary.Counts = append(summary.Counts, model.GradeCount{Count: int(count)})
	}
	grades := r.gradeOrder()
	if r.endsInTotal(&summary, len(grades)) {
		r.Skip(row[len(grades)].Cell)
	}
	if len(grades) == 0 || len(summary.Counts) != len(grades) {
		return false
	}
	for i := range summary.Counts {
		r.Grid.Claim(row[i].Cell, grid.Value)
		summary.Counts[i].Grade = grades[i]
	}
	r.Document.Summary = append(r.Document.Summary, summary)
	r.countsLabel = model.Summary{}
	r.closed = true
	return true
}

// reportLoneCountsLabel reports 本部会評価 without counts.
func (r *reader) reportLoneCountsLabel() {
	if r.countsLabel.Label == "" {
		return
	}
	r.Report(model.CodeColumnUnknown, r.countsLabel.At, r.countsLabel.Label, "0 counts", strings.Join(r.gradeOrder(), ", "))
	r.countsLabel = model.Summary{}
}

package sakado

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// splitHeads parts the cells of a row of the head that hold the heads of several
// columns: 当初 (H27末) 目標 (R3末). Where no blank cells make up for the columns, the
// cells behind stand further right; moved is by how many.
func (r *reader) splitHeads(row []sheet.Token) (parted []sheet.Token, moved int) {
	for i, token := range row {
		parts := r.headParts(token)
		if parted == nil && len(parts) > 1 {
			parted = append(make([]sheet.Token, 0, len(row)+len(parts)), row[:i]...)
		}
		if len(parts) < 2 {
			if parted != nil {
				token.Index += int32(moved)
				parted = append(parted, token)
			}
			continue
		}
		start := token.Index + int32(moved)
		for j, part := range parts {
			part.Index = start + int32(j)
			parted = append(parted, part)
		}
		if i+1 < len(row) {
			moved += max(0, len(parts)-int(row[i+1].Index-token.Index))
		}
		r.Report(model.CodeJoinedCells, token.At, token.Text, shownParts(parts))
	}
	if parted == nil {
		return row, 0
	}
	return parted, moved
}

func shownParts(parts []sheet.Token) string {
	texts := make([]string, len(parts))
	for i, part := range parts {
		texts[i] = part.Text
	}
	return strings.Join(texts, " | ")
}

// headParts cuts a cell behind its words and brackets into heads of columns of values. It
// is nil where the cell is one head, or not all of its parts are heads.
func (r *reader) headParts(token sheet.Token) []sheet.Token {
	if len(token.Text) > maxHeadBytes || !valueHeadSigns.In(token.Text) || r.columnOf(token) != noColumn {
		return nil
	}
	var parts []sheet.Token
	start := 0
	for end := range token.Text {
		if end > start && maySplitAt(token.Text, end) {
			if part := token.Slice(start, end); r.isValueHead(part.Text) {
				parts = append(parts, sheet.Token{Cell: part, Row: token.Row})
				start = end
			}
		}
	}
	last := token.Slice(start, len(token.Text))
	if !r.isValueHead(last.Text) {
		return nil
	}
	return append(parts, sheet.Token{Cell: last, Row: token.Row})
}

// maySplitAt reports whether a head can begin at a byte: behind a bracket or a blank, and
// not at the bracket of the one before.
func maySplitAt(text string, at int) bool {
	last, _ := utf8.DecodeLastRuneInString(text[:at])
	next, _ := utf8.DecodeRuneInString(text[at:])
	return !brackets.Has(next) && (last == ')' || last == '）' || ja.IsBlank(string(last)))
}

// isValueHead reports whether a text is the head of a column of values.
func (f *facts) isValueHead(text string) bool {
	c, _ := f.readValueHead(text)
	return c >= nameColumn && c <= actualColumn
}

// planTargets takes a year with 目標 among the heads of values (R3末目標) for the plan's
// target, not for that of the next year, whose head stands at the end of the first row.
func planTargets(columns []column) {
	if columns[0] == policyColumn && !slices.Contains(columns, nameColumn) || !slices.ContainsFunc(columns, isValueColumn) {
		return
	}
	for i, c := range columns {
		if c == nextColumn && (i+1 < len(columns) && isValueColumn(columns[i+1]) || i > 0 && isValueColumn(columns[i-1]) && columns[0] != policyColumn) {
			columns[i] = targetColumn
		}
	}
}

func isValueColumn(c column) bool { return c >= nameColumn && c <= actualColumn }

package sakado

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// printedWord is a word of a text whose columns blanks part, with the columns in which it
// begins and ends.
type printedWord struct {
	grid.Cell
	start, end int32
	// joined is set where one blank stands between it and the word before.
	joined bool
	// look is that of a word of the body.
	look wordLook
}

// wordsOf returns the words of a row of the grid.
func wordsOf(g *grid.Grid, row int, measure sheet.Measure) []printedWord {
	var words []printedWord
	for _, rest := range g.Rows[row].Cells {
		joined := false
		for rest.Text != "" {
			end, next := ja.NextBlank(rest.Text, 0)
			if end > 0 {
				own := printedWord{Cell: rest.Slice(0, end), joined: joined}
				own.start, own.end = measure(g, own.Cell, 0, end)
				words, joined = append(words, own), true
			}
			rest = rest.Slice(next, len(rest.Text))
		}
	}
	return words
}

// maxStackedBytes is how long a line of a table may be that is read by its columns.
const maxStackedBytes = 4096

// isLongRow reports whether a row is longer than one of such a table.
func isLongRow(row *grid.Row) bool {
	last := row.Cells[len(row.Cells)-1]
	return int(last.Offset-row.Cells[0].Offset)+len(last.Text) > maxStackedBytes
}

// overlap returns how many columns two spans share; it is negative where they are apart.
func overlap(start, end, from, to int32) int32 { return min(end, to) - max(start, from) }

// printedColumn is a column of the table as its head is printed.
type printedColumn struct {
	column     column
	value      valueColumn
	label      string
	words      []grid.Cell
	start, end int32
	dated      bool
}

// add adds a word to the head of the column.
func (c *printedColumn) add(word printedWord) {
	if first, _ := utf8.DecodeRuneInString(word.Text); brackets.Has(first) && c.label != "" {
		c.label += " "
	}
	c.label += word.Text
	c.words = append(c.words, word.Cell)
	if len(c.words) == 1 {
		c.start, c.end = word.start, word.end
	}
	c.start, c.end = min(c.start, word.start), max(c.end, word.end)
}

// stackedHead is the head of a table on lines, in which the head of a column may stand on
// several.
type stackedHead struct {
	*facts
	// group are the words of 数値目標等, columns the heads of the columns from left to right.
	group   []grid.Cell
	columns []printedColumn
}

// headPart is what a word of the head may be.
type headPart int

const (
	noHeadPart headPart = iota
	headLetter          // (A)
	headYear            // (R2末)
	headText            // a head, or a part of one
)

// allSpellings are those of all heads.
var allSpellings = func() string {
	var all strings.Builder
	for c := policyColumn; c < columnCount; c++ {
		for _, spelling := range spellings[c] {
			all.WriteString(spelling + "\n")
		}
	}
	return all.String()
}()

// headPartOf tells what a word of the head may be.
func (f *facts) headPartOf(text string) headPart {
	if len(text) > maxHeadBytes {
		return noHeadPart
	}
	if inner, ok := ja.TrimBrackets(text); ok {
		inner = ja.Fold(inner)
		if len(inner) == 1 && inner[0] >= 'A' && inner[0] <= 'H' {
			return headLetter
		}
		if _, _, _, isYear := f.calendar.FindFiscalYear(inner); isYear || strings.HasSuffix(inner, "末") {
			return headYear
		}
		return noHeadPart
	}
	if strings.Trim(text, "No.") == "" || isYearsHead(text, f.calendar) || strings.Contains(allSpellings, text) {
		return headText
	}
	if c, _ := f.readValueHead(text); c != noColumn || f.isGroupHead(text) {
		return headText
	}
	return noHeadPart
}

// isYearsHead reports whether a text is a year with the beginning of a head behind it, or
// nothing.
func isYearsHead(text string, calendar *ja.Calendar) bool {
	if !calendar.MayBeginYear(text) {
		return false
	}
	_, start, end, found := calendar.FindFiscalYear(text)
	return found && start == 0 && (end == len(text) || heads.BeginsSpelling(text[end:]))
}

// fits reports whether a text is a head or the beginning of one.
func (f *facts) fits(text string) bool {
	if heads.BeginsSpelling(text) || isYearsHead(text, f.calendar) {
		return true
	}
	c, _ := f.readValueHead(text)
	return c != noColumn
}

// read puts the words of the head's lines together; it is false where one of them can't be
// placed.
func (h *stackedHead) read(lines [][]printedWord) bool {
	var behind []printedWord
	for _, words := range lines {
		for _, word := range words {
			switch part := h.headPartOf(word.Text); {
			case part == headLetter || part == headYear:
				behind = append(behind, word)
			case part == noHeadPart:
				return false
			default:
				if strings.Trim(word.Text, "No.") == "" {
					h.placeNumber(word)
				} else if c, _ := h.readHead(word.Text); c == groupColumn {
					h.group = append(h.group, word.Cell)
				} else if !h.place(word) {
					return false
				}
			}
		}
	}
	slices.SortFunc(h.columns, func(a, b printedColumn) int { return cmp.Compare(a.start, b.start) })
	for _, word := range behind {
		if !h.placeBracket(word) {
			return false
		}
	}
	return h.readColumns()
}

// place adds a word to the head that it goes on with, or begins one.
func (h *stackedHead) place(word printedWord) bool {
	best, most := -1, int32(0)
	for i := range h.columns {
		own := &h.columns[i]
		if shared := overlap(own.start, own.end, word.start, word.end); shared > most && h.fits(own.label+word.Text) {
			best, most = i, shared
		}
	}
	if best < 0 && !h.fits(word.Text) {
		best = h.nearest(word) // a line that stands askew
	}
	if best >= 0 {
		h.columns[best].add(word)
		return true
	}
	if !h.fits(word.Text) {
		return false
	}
	h.columns = append(h.columns, printedColumn{})
	h.columns[len(h.columns)-1].add(word)
	return true
}

// placeNumber adds a part of the head No., which may stand in two lines or be turned round.
func (h *stackedHead) placeNumber(word printedWord) {
	at := slices.IndexFunc(h.columns, func(c printedColumn) bool { return c.label == "No." })
	if at < 0 {
		at = len(h.columns)
		h.columns = append(h.columns, printedColumn{})
	}
	h.columns[at].add(word)
	h.columns[at].label = "No."
}

// nearest returns the nearest head that goes on with a word; -1 if there is none.
func (h *stackedHead) nearest(word printedWord) int {
	best, most := -1, int32(-maxHeadApart/2)
	for i := range h.columns {
		own := &h.columns[i]
		if shared := overlap(own.start, own.end, word.start, word.end); shared > most && h.fits(own.label+word.Text) {
			best, most = i, shared
		}
	}
	return best
}

// placeBracket adds the letter or the year of a head to the nearest one that takes it.
func (h *stackedHead) placeBracket(word printedWord) bool {
	isYear := h.headPartOf(word.Text) == headYear
	if inner, _ := ja.TrimBrackets(word.Text); !isYear && ja.Fold(inner) == "E" {
		h.group = append(h.group, word.Cell)
		return true
	}
	best, nearest := -1, int32(maxHeadApart)
	for i := range h.columns {
		own := &h.columns[i]
		c, fy := h.readHead(own.label)
		if c == noColumn {
			c, fy = h.readValueHead(own.label)
		}
		isValue := c >= baselineColumn && c <= actualColumn
		if own.dated || isYear != isValue || isYear && fy != 0 || !isYear && c == nameColumn {
			continue
		}
		if apart := max(own.start+own.end-word.start-word.end, word.start+word.end-own.start-own.end); apart < nearest {
			best, nearest = i, apart
		}
	}
	if best < 0 {
		return false
	}
	h.columns[best].add(word)
	h.columns[best].dated = true
	return true
}

// maxHeadApart is how many columns, twice, the middle of the second line of a head may
// stand beside that of the first.
const maxHeadApart = 24

// minHeads is how many columns a table has at least: those of the form without 基本方針,
// 関係課, the grade and one of the values.
const minHeads = int(columnCount) - 6

// readColumns reads the heads. It is false where those of a table are not among them.
func (h *stackedHead) readColumns() bool {
	seen := map[column]bool{}
	name := slices.IndexFunc(h.columns, func(c printedColumn) bool {
		return c.label == "項目" || c.label == "項目名" || c.label == "指標" || c.label == "指標名"
	})
	if name < 0 || len(h.columns) < minHeads {
		return false
	}
	inValues := false
	for i := range h.columns {
		own := &h.columns[i]
		c, fy := h.readValueHead(own.label)
		if i > 0 && inValues && c == nextColumn && i < len(h.columns)-1 {
			c = targetColumn
		}
		if !inValues || c < baselineColumn || c > actualColumn {
			if c, fy = h.readHead(own.label); seen[c] && c != noColumn {
				return false
			}
			inValues = i == name
		}
		if c == noColumn {
			return false
		}
		seen[c] = true
		own.column = c
		own.value = valueColumn{measure: measures[c], fy: fy, head: own.label}
	}
	return seen[numberColumn] && seen[itemColumn] && seen[overviewColumn] && seen[activityColumn] && seen[opinionColumn] && seen[nextColumn] && (seen[targetColumn] || seen[actualColumn])
}

// take takes the head for that of the table.
func (h *stackedHead) take(r *reader) {
	for _, cell := range h.group {
		r.Grid.Claim(cell, grid.Label)
	}
	var values []valueColumn
	for i := range h.columns {
		own := &h.columns[i]
		label := ja.StripMarkup(own.label)
		for _, cell := range own.words {
			r.Grid.Claim(cell, grid.Label)
		}
		c := own.column
		if c >= baselineColumn && c <= actualColumn {
			if own.value.fy == 0 {
				if own.value.fy = r.heads[c].fy; own.value.fy == 0 {
					r.Report(model.CodeYearUnreadable, own.words[0].At, "数値目標等", label)
				}
			}
			values = append(values, own.value)
		}
		r.heads[c] = head{label: label, fy: own.value.fy, index: int32(i)}
	}
	r.values = values
	r.closed = false
}

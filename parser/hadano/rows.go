package hadano

import (
	"slices"
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// piece is a cell, or the part of one that holds a label or the value joined
// to it.
type piece struct {
	grid.Cell
	label label
	// joined is set on a value that stood in one cell with its label.
	joined bool
	// whole is what a label of several lines says.
	whole string
	// shared is set on a value that stood in one cell with the value before it.
	shared bool
}

// row is a row of the sheet, its cells counted from 0.
type row struct {
	pieces []piece
	// width is the number of cells, empty ones included.
	width int32
	page  int
	// trimmed is set where the file prints no empty cells at the ends of rows.
	trimmed bool
	// movedFrom is the column, from 1, in which the row stood behind another one on
	// its line; 0 if it has a line of its own.
	movedFrom int32
	// visible is set where the empty cells show; of rows whose columns were found
	// by the gaps between them, only those of one run share their columns.
	visible bool
	run     int
	// head is set on a row of years.
	head *header
	// goesOn is the label beside which the cells go on that the line above begins.
	goesOn label
	// running is set on a running head, isLine on a line of a list or in bold.
	running, isLine bool
}

// first returns the label that the row begins with.
func (w *row) first() label { return w.pieces[0].label }

// text returns the text of a row that has one cell; a title may have two.
func (w *row) text() string {
	if len(w.pieces) == 1 {
		return w.pieces[0].Text
	}
	if len(w.pieces) == 2 && isTitle(w.pieces[1].Text) {
		return w.pieces[1].Text
	}
	return ""
}

// isOutside reports whether a row stands outside the tables.
func (w *row) isOutside() bool { return w.running || isOutside(w.text()) }

// isThemeHead reports whether the row is the head of a theme, also without its
// label.
func (w *row) isThemeHead() bool {
	if w.first() == themeName || w.first() == pillar && w.nameAt() > 0 {
		return true
	}
	if len(w.pieces) < 2 || w.pieces[1].label != pillar {
		return false
	}
	number, name := sheet.SplitNumber(w.pieces[0].Text)
	return number != "" && name != ""
}

// nameKey tells themes and initiatives apart: the text behind 項目 or 項目名.
func (w *row) nameKey() string {
	at := w.nameAt() + 1
	if len(w.pieces) <= at {
		return ""
	}
	return ja.Key(w.pieces[at].Text)
}

// nameAt returns where the label 項目 stands in the head of a theme, 0 where 改革の柱
// does not stand before it.
func (w *row) nameAt() int {
	if w.first() != pillar {
		return 0
	}
	return max(0, slices.IndexFunc(w.pieces, func(p piece) bool { return p.label == themeName }))
}

// joinHeads joins the head of a theme that stands on two lines, 改革の柱 before 項目.
func joinHeads(rows []row) []row {
	kept := rows[:0]
	for i := 0; i < len(rows); i++ {
		own := &rows[i]
		if own.first() == pillar && own.nameAt() == 0 && i+1 < len(rows) && rows[i+1].first() == themeName && rows[i+1].page == own.page &&
			!slices.ContainsFunc(rows[i+1].pieces, func(p piece) bool { return p.label == pillar }) {
			kept = append(kept, own.appendRow(rows[i+1]))
			i++
		} else {
			kept = keep(kept, rows, i)
		}
	}
	return kept
}

// keep appends row i to those that were kept of the rows before it, in their memory. Most
// stay where they are.
func keep(kept, rows []row, i int) []row {
	if len(kept) == i {
		return rows[:i+1]
	}
	return append(kept, rows[i])
}

// newRows returns the rows of a grid with the labels of their cells. Cells that
// hold lines outside the tables besides their own text are parted.
func newRows(g *grid.Grid, known *facts) []row {
	count := 0
	for i := range g.Rows {
		count += len(g.Rows[i].Cells)
	}
	pieces, rows := known.roomFor(count, len(g.Rows))
	cut := cellCutter{facts: known}
	for i := range g.Rows {
		line := &g.Rows[i]
		start := len(pieces)
		for j := range line.Cells {
			pieces = append(pieces, piece{Cell: line.Cells[j], label: known.labelOf(line.Cells[j].Text)})
		}
		tellNames(pieces[start:])
		own := row{pieces: pieces[start:len(pieces):len(pieces)], width: int32(line.Width), page: line.Page}
		if g.Layout == grid.PipeCells {
			rows = append(rows, cut.page(own)...)
		} else {
			rows = append(rows, own)
		}
	}
	rows = known.joinYearSections(g, rows)
	splitLabelledLines(g, rows)
	rows = tidyHeads(g, known, rows)
	markRunningHeads(g, rows)
	rows = joinTitles(rows)
	if g.Layout == grid.Tabs {
		rows = joinBroken(g, known, joinBrokenLabels(g, rows), areTrimmed(rows))
	}
	if g.Layout == grid.Blanks {
		known.alignRuns(g, rows)
	}
	trimmed := g.Layout != grid.Blanks && areTrimmed(rows)
	for i := range rows {
		rows[i].trimmed = trimmed
		rows[i].visible = rows[i].visible || g.Layout != grid.Blanks
		rows[i].splitFirst()
	}
	return joinHeads(known.partJoinedLines(g, known.joinBrokenHeads(g, rows)))
}

// tellNames corrects the label 項目 before the number and the name of an
// initiative: 項目名 has lost its last character.
func tellNames(pieces []piece) {
	for i := 1; i < len(pieces); i++ {
		if pieces[i-1].label == themeName && isInitiativeNumber(pieces[i].Text) && (i+1 == len(pieces) || pieces[i+1].label != pillar) {
			pieces[i-1].label = initiativeName
		}
	}
}

// areTrimmed reports whether no row ends with an empty cell.
func areTrimmed(rows []row) bool {
	for i := range rows {
		if last := rows[i].pieces[len(rows[i].pieces)-1]; last.Index+1 < rows[i].width {
			return false
		}
	}
	return true
}

// joinBroken joins the rows that a line break inside a cell has parted: a row
// that is too short, and unlabelled lines that make up what it lacks. Where rows
// print their last empty cells, one below a merged label is too short as well as
// one with a label.
func joinBroken(g *grid.Grid, known *facts, rows []row, trimmed bool) []row {
	kept := rows[:0]
	for i := 0; i < len(rows); i++ {
		end := 1
		if i+1 < len(rows) && rows[i+1].goesOnInCell(&rows[i]) {
			end = known.wholeEnd(rows[i:], kept, trimmed)
		}
		kept = keepWhole(g, kept, rows, i, end)
		i += end - 1
	}
	return kept
}

// keepWhole keeps row i, with the rows behind it up to the end that go on with it.
func keepWhole(g *grid.Grid, kept, rows []row, i, end int) []row {
	if end == 1 {
		return keep(kept, rows, i)
	}
	whole := rows[i]
	for n, next := range rows[i+1 : i+end] {
		if len(next.pieces) > 1 || n+2 == end {
			whole = whole.extend(g, next)
		} else {
			whole = whole.extendCell(g, next) // which goes on further
		}
	}
	return append(kept, whole)
}

func (w *row) isLabelled() bool {
	for i := range w.pieces {
		if w.pieces[i].label != noLabel {
			return true
		}
	}
	return false
}

// brokenEnd returns how many rows make up one of the width; 1 if the first
// stands for itself.
func brokenEnd(rows []row, width int32) int {
	sum, whole := rows[0].width, 1
	for i := 1; i < len(rows); i++ {
		next := &rows[i]
		before := &rows[i-1]
		open := before.pieces[len(before.pieces)-1].Index+1 == before.width
		if !open || next.pieces[0].Index != 0 || next.first() != noLabel || next.page != rows[0].page || next.isOutside() || sheet.IsUnitCaption(next.text()) || next.beginsRow(&rows[0]) || next.opensIndicator(&rows[0]) {
			break
		}
		if sum += next.width - 1; sum > width {
			break
		}
		if sum == width {
			whole = i + 1
		}
	}
	return whole
}

// extend appends the cells of a row, of which the first goes on with the last
// cell: nothing but the line end parts the two.
func (w row) extend(g *grid.Grid, next row) row {
	last := len(w.pieces) - 1
	w = w.extendCell(g, next)
	w.pieces[last].label, _ = labels.Find(w.pieces[last].Text)
	return w
}

// extendCell does so without a look at what label the cell is.
func (w row) extendCell(g *grid.Grid, next row) row {
	pieces := append(make([]piece, 0, len(w.pieces)+len(next.pieces)), w.pieces...)
	last, rest := &pieces[len(pieces)-1], next.pieces[0]
	last.Text = g.Text[last.Offset : int(rest.Offset)+len(rest.Text)]
	for _, p := range next.pieces[1:] {
		p.Index += w.width - 1
		pieces = append(pieces, p)
	}
	w.pieces = pieces
	w.width += next.width - 1
	return w
}

// splitFirst parts the label that a row begins with from the value joined to
// it.
func (w *row) splitFirst() {
	first := w.pieces[0]
	if first.label != noLabel || w.visible && first.Index > 1 {
		return
	}
	found, rest, ok := labelBefore(first.Text)
	if !ok {
		found, rest, ok = labelBeforeNumber(first.Text)
	}
	if !ok || rest >= len(first.Text) || !takesJoined(found, first.Text[rest:]) {
		return
	}
	pieces := make([]piece, 0, len(w.pieces)+1)
	pieces = append(pieces,
		piece{Cell: first.Slice(0, rest), label: found},
		piece{Cell: first.Slice(rest, len(first.Text)), joined: true})
	pieces[1].label, _ = labels.Find(pieces[1].Text)
	if found == initiativeHead && isInitiativeNumber(pieces[1].Text) {
		pieces[0].label = initiativeName // 取組内容 4-1-1. in a heading
	}
	w.pieces = append(pieces, w.pieces[1:]...)
	tellNames(w.pieces)
}

// labelBeforeNumber finds 項目 or 項目名 directly before the number of an item.
func labelBeforeNumber(text string) (found label, rest int, ok bool) {
	for _, l := range [...]label{initiativeName, themeName} {
		for _, spelling := range table[l].spellings {
			if !strings.HasPrefix(text, spelling) {
				continue
			}
			number, name := sheet.SplitNumber(text[len(spelling):])
			if isItemNumber(number) && name != "" {
				return l, len(spelling), true
			}
		}
	}
	return noLabel, 0, false
}

// isItemNumber reports whether a number begins with a digit and has several parts.
func isItemNumber(number string) bool {
	return number != "" && number[0] >= '0' && number[0] <= '9' && strings.Contains(number, "-")
}

// splitAround parts the label that stands in a piece from byte at to end from what
// is joined before and behind it.
func splitAround(pieces []piece, i, at, end int) []piece {
	p := pieces[i]
	split := append(make([]piece, 0, len(pieces)+2), pieces[:i]...)
	if before := p.Slice(0, at); before.Text != "" {
		split = append(split, piece{Cell: before, joined: p.joined})
	}
	l := piece{Cell: p.Slice(at, end)}
	l.label, _ = labels.Find(l.Text)
	split = append(split, l)
	if behind := p.Slice(end, len(p.Text)); behind.Text != "" {
		split = append(split, piece{Cell: behind, joined: true})
	}
	return append(split, pieces[i+1:]...)
}

// takesJoined reports whether a text can be the value of the label that stands
// before it in the same cell. Words such as 目標 also begin sentences.
func takesJoined(l label, text string) bool {
	switch l {
	case themeName, pillar:
		number, _ := sheet.SplitNumber(text)
		return number != ""
	case category:
		_, found := ja.ReadOptions(text)
		return found || sheet.FindStatus(text) != "" || boxSigns.Index(text) == 0
	case target:
		return beginsFigures(text) && !strings.Contains(text, table[actual].spellings[0])
	case actual, rate, effect, indicatorHead, total:
		return beginsFigures(text)
	}
	return true
}

// beginsFigures reports whether a text begins with a figure, a lone unit or the
// label of figures, and is no sentence.
func beginsFigures(text string) bool {
	if isSentence(text) {
		return false
	}
	if found, _, ok := labels.FindPrefix(text); ok {
		switch found {
		case target, actual, rate, effect, indicatorHead:
			return true
		}
	}
	word := text
	if at := wordGaps.Index(text); at > 0 {
		word = text[:at]
	}
	reading := ja.ReadQuantity(word, ja.Expect{})
	if _, isYear := ja.ParseFiscalYear(word); isYear {
		return true
	}
	return reading.Kind == ja.Numeric || reading.Kind == ja.LoneUnit || reading.Kind == ja.Dash
}

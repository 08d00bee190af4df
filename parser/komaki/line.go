package komaki

import (
	"slices"
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// kind is what a line is by its own words.
type kind uint8

const (
	plain            kind = iota
	emptied               // nothing but markup
	pageNumber            // - 56 -
	runningHead           // 第Ⅳ部 自治体経営編
	measureHeading        // 基本施策 30 協働・情報共有
	textHeading           // ◆基本施策の目的
	indicatorHeading      // 【まちの状態を表す指標】
	directionHeading      // ◆展開方向1:…
	unknownHeading        // ◆ and anything else
	indicatorHeader       // 指標名 基準値 R6 …
	note                  // ※…
	systemHeading         // ◆自治体経営の体系
	planLine              // 自治体経営改革推進計画(令和5年度～令和8年度)
	tableHeader           // まちづくり推進計画 No. 取組項目 担当課
	partLabel             // 1 予算額 …
)

// line is a row of the grid; in the layout without rows a cell; and a line of a
// cell that holds several with headings among them.
type line struct {
	cells []grid.Cell
	// first is the text of the first cell without markup.
	first string
	page  int32
	kind  kind
	// number is that of a heading or of a card's part, in half width.
	number string
	// rest is the byte of the line's text at which what follows a heading begins.
	rest int
	// entry and part are set for a textHeading and a partLabel.
	entry *headingEntry
	part  *partEntry
	// fy is the year printed before 予算額.
	fy int
	// head is the number of lines of the head of a project card that begins here,
	// named the number of those up to the end of its name.
	head, named int32
	// doubt is what can't be told of the place of the initiative that begins here.
	doubt doubt
	// joined is the cell in which other text stood before the line.
	joined string
	// nameless is set on the first part of a card whose head can't be found.
	nameless bool
}

// text returns the line's text without markup, its cells joined by blanks.
func (l *line) text() string {
	if len(l.cells) == 1 {
		return l.first
	}
	return sheet.JoinCells(l.cells, " ")
}

// isPageFurniture reports whether the line belongs to the page, not to the text.
func (l *line) isPageFurniture() bool {
	return l.kind == pageNumber || l.kind == runningHead || l.kind == emptied
}

// firstLine and lastLine are the lines of the input that it covers.
func (l *line) firstLine() int32 { return l.cells[0].At.Line }

func (l *line) lastLine() int32 {
	last := l.cells[len(l.cells)-1]
	return last.At.Line + int32(strings.Count(last.Text, "\n"))
}

// follows reports whether no empty line stands between two lines.
func (l *line) follows(before *line) bool {
	return l.firstLine() <= before.lastLine()+1
}

// cutLines turns the rows of a grid into lines, appended to an empty slice, and tells
// what each is.
func cutLines(g *grid.Grid, lines []line) []line {
	count := 0
	for i := range g.Rows {
		if g.Layout == grid.PipeCells {
			count += len(g.Rows[i].Cells)
		} else {
			count++
		}
	}
	c := cutter{
		lines: slices.Grow(lines, count+count/8), text: g.Text,
		plain: sheet.IsPlain(g.Text), wide: strings.Contains(g.Text, wideBlankEnd),
	}
	for i := range g.Rows {
		row := &g.Rows[i]
		cells := trimHeading(g, sheet.TrimCellQuotes(g, row.Cells))
		if g.Layout != grid.PipeCells {
			c.appendRow(cells, row.Page)
			continue
		}
		for i := range cells {
			c.appendRow(cells[i:i+1:i+1], row.Page)
		}
	}
	lines = joinHeadings(g, c.lines)
	findCards(lines)
	return lines
}

// cutter cuts rows into lines.
type cutter struct {
	lines []line
	text  string // of the grid
	// plain is set where no cell holds markup, wide where some may hold ideographic
	// spaces.
	plain, wide bool
}

// appendRow adds the lines of a row, which is cut before the headings that stand
// behind other text in it.
func (c *cutter) appendRow(cells []grid.Cell, page int) {
	var parts []rowPart
	if c.mayBeCut(cells) {
		parts = cutAtHeadings(cells)
	}
	if parts == nil {
		c.appendPart(cells, page)
		return
	}
	for _, part := range parts {
		before := len(c.lines)
		c.appendPart(part.cells, page)
		c.lines[before].joined = part.joined
	}
}

// mayBeCut reports whether a row holds a blank, or the sign behind which a heading may
// stand without one. Most rows hold neither, and one search tells.
func (c *cutter) mayBeCut(cells []grid.Cell) bool {
	last := &cells[len(cells)-1]
	if c.wide || strings.IndexByte(c.text[cells[0].Offset:int(last.Offset)+len(last.Text)], ' ') >= 0 {
		return true
	}
	for i := range cells {
		if mayHideHeading(cells, i) {
			return true
		}
	}
	return false
}

func (c *cutter) appendPart(cells []grid.Cell, page int) {
	if len(cells) > 1 {
		c.appendLine(cells, page)
	} else {
		c.appendCell(cells, page)
	}
}

func (c *cutter) appendLine(cells []grid.Cell, page int) {
	c.lines = append(c.lines, line{cells: cells, page: int32(page)})
	l := &c.lines[len(c.lines)-1]
	if l.first = cells[0].Text; !c.plain {
		l.first = sheet.PlainText(l.first)
	}
	l.classify()
}

// appendCell adds a line that is one cell. Where a heading stands among the
// lines of the cell, each is a line of its own.
func (c *cutter) appendCell(cells []grid.Cell, page int) {
	var pieces []grid.Cell
	if !c.plain || strings.IndexByte(cells[0].Text, '\n') >= 0 {
		pieces = sheet.SplitLines(cells[0])
	}
	if pieces == nil {
		c.appendLine(cells, page)
		return
	}
	before := len(c.lines)
	headings := false
	for i := range pieces {
		c.appendLine(pieces[i:i+1:i+1], page)
		l := &c.lines[len(c.lines)-1]
		headings = headings || l.kind != plain && l.kind != emptied || isMark(l.first)
	}
	if !headings || isWrappedHeading(c.lines[before:], cells) {
		c.lines = c.lines[:before]
		c.appendLine(cells, page)
	}
}

// newLine returns the line of cells and tells what it is.
func newLine(cells []grid.Cell, page int32) line {
	l := line{cells: cells, first: sheet.PlainText(cells[0].Text), page: page}
	l.classify()
	return l
}

// isWrappedHeading reports whether the lines of a cell are one heading that is
// wrapped between its words and its number: 基本施策 / 13.
func isWrappedHeading(pieces []line, cells []grid.Cell) bool {
	if len(pieces) != 2 || pieces[0].kind != tableHeader && pieces[0].kind != plain && pieces[0].kind != unknownHeading {
		return false
	}
	whole := newLine(cells, 0)
	return whole.kind == measureHeading || whole.kind == directionHeading
}

// find returns the cell in which the byte at of the line's text stands, and where in
// it; the number of cells where none does.
func (l *line) find(at int) (cell, cut int) {
	position := 0
	for i := range l.cells {
		printed := l.cells[i].Text
		text := l.first
		if i > 0 {
			text = sheet.PlainText(printed)
		}
		end := position + len(text)
		if at < end {
			return i, sheet.PrintedOffset(printed, text, max(0, at-position))
		}
		position = end + 1
	}
	return len(l.cells), 0
}

// from returns the cells of the line from the byte at of its text on.
func (l *line) from(at int) []grid.Cell {
	i, cut := l.find(at)
	if cut == 0 {
		return l.cells[i:]
	}
	cell := l.cells[i]
	return append([]grid.Cell{cell.Slice(cut, len(cell.Text))}, l.cells[i+1:]...)
}

// maxHeadRunes is how long a running head may be.
const maxHeadRunes = 40

// findRunningHeads marks lines that stand at the top or the foot of several
// pages.
func findRunningHeads(layout grid.Layout, lines []line) {
	counts := map[string]int{}
	eachPageEdge(layout, lines, func(l *line) { counts[ja.Key(l.text())]++ })
	if len(counts) == 0 {
		return
	}
	eachPageEdge(layout, lines, func(l *line) {
		if counts[ja.Key(l.text())] > 1 {
			l.kind = runningHead
		}
	})
}

// eachPageEdge visits the plain, short lines beside page numbers and breaks.
func eachPageEdge(layout grid.Layout, lines []line, visit func(*line)) {
	beside := func(l, other *line) bool {
		// Without rows, a number that stands alone is more often one of a table.
		return other.page != l.page || other.kind == pageNumber && (layout != grid.PipeCells || !isNumber(other.first))
	}
	for i := range lines {
		l := &lines[i]
		if l.kind != plain || l.head > 0 || len(l.cells) > 2 || len(l.first) > 3*maxHeadRunes {
			continue
		}
		edge := i > 0 && beside(l, &lines[i-1]) || i+1 < len(lines) && beside(l, &lines[i+1])
		if edge && !strings.Contains(l.first, "。") && !isContent(l) {
			visit(l)
		}
	}
}

// isContent reports whether a line can be no head of a page: a status mark, a
// list entry, a part of a table.
func isContent(l *line) bool {
	return isMark(l.first) || ja.TrimListMark(l.first) != l.first || sheet.IsValue(l.first) || sheet.IsDepartments(l.first)
}

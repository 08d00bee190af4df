package grid

import (
	"unicode/utf8"

	"sheetconv/model"
)

// pages cuts a text of one cell a line, in which each page is a row.
type pages struct {
	*cutter
	index int // pipes of the page that ended a cell
	// cell is the one that is open, without its text; it goes on up to end.
	cell Cell
	end  int
	open bool
}

func cutPages(c *cutter) {
	p := pages{cutter: c}
	p.beginRow()
	for start := 0; start < len(p.text) && p.err == nil; {
		end := p.lineEnd(start)
		p.cutLine(start, end)
		if p.isFeed(end) {
			p.endPage()
			p.seek(end + 1)
			p.page++
			p.beginRow()
		}
		start = end + 1
	}
	p.endPage()
}

func (p *pages) endPage() {
	p.finishCell()
	width := p.index
	if last := len(p.cells); last > p.first {
		width = max(width, int(p.cells[last-1].Index)+1)
	}
	p.endRow(width)
	p.index = 0
}

// cutLine cuts a line into cells, or takes it for a part of the open one.
func (p *pages) cutLine(start, end int) {
	line := trimLeft(p.text[start:end])
	start = end - len(line)
	if line = trimRight(line); line == "" {
		p.finishCell()
		return
	}
	if line[0] < utf8.RuneSelf {
		p.cutMarked(start, line)
	} else {
		p.cutCells(start, line)
	}
}

// cutMarked cuts a trimmed line that may be ruled or a heading.
func (p *pages) cutMarked(start int, line string) {
	if isRule(line) {
		p.finishCell()
		return
	}
	if mayMarkPage[line[0]] && marksPage(line) {
		p.empty = append(p.empty, stretch{start, start + len(line)})
		p.finishCell()
		return
	}
	marks := headingMarks(line)
	if marks > 0 {
		p.finishCell()
	}
	p.cutCells(start+marks, line[marks:])
	if marks > 0 && p.open {
		p.end -= closingMarks(p.text[p.cell.Offset:p.end])
		p.finishCell()
	}
}

// isRule reports whether a trimmed line rules a table. With one pipe at most on
// each side it does not: a list of cells may print a dash as ---.
func isRule(line string) bool {
	if line[0] != '|' && line[0] != '-' && line[0] != ':' {
		return false
	}
	inner := line[1:]
	if endsWithPipe(inner) {
		inner = inner[:len(inner)-1]
	}
	return indexPipe(inner) >= 0 && isSeparator(line)
}

// cutCells cuts a trimmed line, or what stands behind the marks of a heading,
// at the pipe before it, and at all its pipes if it ends with one.
func (p *pages) cutCells(start int, line string) {
	if line[0] == '|' && len(line) > 1 {
		if p.open {
			p.closeCell()
		}
		start++
		line = line[1:]
	}
	for closed := endsWithPipe(line); closed && line != ""; {
		next := indexPipe(line)
		p.extendCell(start, line[:next])
		p.closeCell()
		start += next + 1
		line = line[next+1:]
	}
	p.extendCell(start, line)
}

// extendCell lets the open cell go on over text, or opens one; text begins at
// start.
func (p *pages) extendCell(start int, text string) {
	end := start + len(text)
	if text = trimLeft(text); text == "" {
		return
	}
	start = end - len(text)
	p.end = start + len(trimRight(text))
	if p.open {
		return
	}
	p.open = true
	p.seek(start)
	p.cell = Cell{
		At:     model.Position{Line: p.line, Column: p.column + 1},
		Offset: int32(start),
		Index:  int32(p.index),
	}
}

// closeCell ends the open cell, or an empty one, at a pipe.
func (p *pages) closeCell() {
	p.finishCell()
	p.index++
}

// finishCell keeps the open cell.
func (p *pages) finishCell() {
	if !p.open {
		return
	}
	p.open = false
	p.cell.Text = p.text[p.cell.Offset:p.end]
	if mayShowNothing[p.cell.Text[0]] && showsNothing(p.cell.Text, int(p.cell.Index)) {
		p.empty = append(p.empty, stretch{int(p.cell.Offset), p.end})
		return
	}
	p.push(p.cell)
}

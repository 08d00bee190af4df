package komaki

import (
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// mode is what a line without a heading goes on with.
type mode uint8

const (
	idle          mode = iota
	naming             // the name of a measure or direction
	narrating          // a text under its label
	budgeting          // the amounts behind 予算額
	tabulating         // the rows of a table of indicators
	remarking          // the paragraphs under ◆…の体系
	listing            // the rows of the table of initiatives
	endOfDocument      // nothing
)

// reader reads the lines of one document.
type reader struct {
	*sheet.Builder
	lines []line
	next  int
	mode  mode

	tree tree
	// ids has the items by their ids.
	ids map[string]int
	// measure, direction and project are the items that are being read, by
	// their index; none is -1.
	measure, direction, project int

	text       openText
	indicators indicatorTable
	table      initiativeTable
	budget     budgetState
	// bare are the amounts of the project bareOf that print no unit.
	bare      sheet.BareAmounts
	bareOf    int
	baselines baselineYears
	// sections are what knownSections has found.
	sections map[string]bool
	// nameless counts the cards without a name.
	nameless int
	// lastPart is the number of the card's part that was read last.
	lastPart string
	// noteOpen is set while the last note has not ended: a wrapped line follows.
	noteOpen bool
}

const none = -1

func newReader(g *grid.Grid, lines []line) *reader {
	count := countItems(lines)
	r := &reader{
		Builder: sheet.NewBuilder(g, Form), lines: lines,
		measure: none, direction: none, project: none, bareOf: none,
		ids: make(map[string]int, count),
	}
	r.table.reset()
	r.indicators.card, r.indicators.numbered = none, none
	r.Document.Items = make([]model.Item, 0, count)
	return r
}

// countItems estimates how many items the lines hold: one for each heading and
// each row of the table of initiatives.
func countItems(lines []line) int {
	count, listed := 1, false
	for i := range lines {
		switch l := &lines[i]; l.kind {
		case measureHeading, directionHeading:
			count++
			listed = false
		case tableHeader:
			listed = true
		case plain:
			if listed && len(l.cells) > 1 || l.head > 0 {
				count++
			}
		case pageNumber, runningHead, emptied:
		default:
			listed = false
		}
	}
	return count
}

func (r *reader) readDocument() {
	for r.next < len(r.lines) {
		l := &r.lines[r.next]
		r.next++
		if l.joined != "" {
			r.reportCut(l)
		}
		switch {
		case l.head > 0:
			r.readCardHead(l)
		case l.kind == plain:
			r.readPlain(l)
		default:
			r.readHeading(l)
		}
	}
	r.leave(endOfDocument)
	r.settleBare()
	r.namePlan()
	r.baselines.fill(r.Document.Items)
}

// maxReported is how many bytes of a joined cell a diagnostic names.
const maxReported = 300

// reportCut reports that a line stood in one cell with other text.
func (r *reader) reportCut(l *line) {
	first, _, _ := strings.Cut(l.first, " ")
	joined := l.joined
	if len(joined) > maxReported {
		joined = "… " + first
	}
	r.Report(model.CodeJoinedCells, l.cells[0].At, joined, "a line of its own from "+first)
}

// leave closes what is being read and begins something else.
func (r *reader) leave(next mode) {
	r.closeText()
	if next != tabulating {
		r.flushIndicators()
	}
	if next != listing {
		r.table.finishInitiative(r)
	}
	r.mode, r.noteOpen = next, false
}

// readHeading reads a line that is more than plain text.
func (r *reader) readHeading(l *line) {
	if r.isSentence(l) || r.isTableNumber(l) || r.isMention(l) {
		r.readPlain(l)
		return
	}
	switch l.kind {
	case emptied, pageNumber, runningHead:
		r.skip(l)
	case measureHeading:
		r.readMeasure(l)
	case directionHeading:
		r.readDirection(l)
	case textHeading:
		r.readTextHeading(l)
	case indicatorHeading:
		r.label(l)
		r.leave(tabulating)
		r.indicators.begin(l.text())
	case indicatorHeader:
		if r.Grid.Layout == grid.Blanks && l.isNumberedHead() {
			r.readPlain(l) // where the numbers stand can't be told from the places of the names
			return
		}
		r.readIndicatorHeader(l)
	case note:
		r.readNote(l)
	case systemHeading:
		r.label(l)
		r.leave(remarking)
		r.project = none
	case planLine:
		r.readPlan(l)
	case tableHeader:
		r.readTableHeader(l)
	case partLabel:
		r.readPart(l)
	case unknownHeading:
		if r.project != none && r.mode == narrating {
			r.readPlain(l)
			return
		}
		r.leave(idle)
	}
}

// isSentence reports whether a line that begins as a heading does is the next
// line of a sentence in the open text.
func (r *reader) isSentence(l *line) bool {
	switch l.kind {
	case measureHeading, directionHeading, planLine, partLabel, textHeading, systemHeading, tableHeader:
	default:
		return false
	}
	if l.kind == measureHeading && headFollows(r.lines[r.next:min(len(r.lines), r.next+maxNameLines)]) {
		return false
	}
	if r.mode != narrating || l.head > 0 || !r.text.unfinished() || headingMark(l.first) > 0 || l.kind == partLabel && l.number != "" {
		return false
	}
	before := r.lineBefore(r.next - 1)
	return before != nil && l.follows(before) && l.cells[0].At.Column > 1 == (before.cells[0].At.Column > 1)
}

// lineBefore returns the last line before index i that is none of the page's.
func (r *reader) lineBefore(i int) *line {
	for i--; i >= 0; i-- {
		if !r.lines[i].isPageFurniture() {
			return &r.lines[i]
		}
	}
	return nil
}

// isTableNumber reports whether a line that looks like a page number is the
// number of the next initiative: in a layout without rows it stands alone.
func (r *reader) isTableNumber(l *line) bool {
	return l.kind == pageNumber && r.mode == listing && r.table.expects(r, l)
}

// readPlain reads a line without a heading.
func (r *reader) readPlain(l *line) {
	if r.isHeadAbove(l) {
		r.indicators.aligned = besideMiddle // as the other heads stand beside both lines
		r.label(l)
		return
	}
	if r.isMisspeltMeasure(l) {
		r.loseMeasure()
		return // unmapped, and what follows it
	}
	if r.beginsUnknownPart(l) {
		r.leave(idle)
		r.lastPart, _ = partNumber(l.first)
		return // the same
	}
	if r.readTableDirection(l) {
		return
	}
	switch r.mode {
	case naming:
		if r.readName(l) {
			return
		}
	case narrating:
		r.appendText(l)
		return
	case budgeting:
		if r.readAmounts(r.gatherAmount(l.cells)) {
			return
		}
	case tabulating:
		if !r.resumeText(l) {
			r.readIndicatorLine(l)
		}
		return
	case remarking:
		r.readRemark(l)
		return
	case listing:
		r.readTableLine(l)
		return
	}
	if r.noteOpen && r.continueNote(l) {
		return
	}
	if r.readStrayRow(l) {
		return
	}
	r.readTitle(l)
}

// claim marks all cells of the line as used.
func (r *reader) claim(l *line, use grid.Use) {
	for _, cell := range l.cells {
		if use == grid.Value {
			cell = r.TrimBold(cell)
		}
		r.Grid.Claim(cell, use)
	}
}

func (r *reader) label(l *line) { r.claim(l, grid.Label) }
func (r *reader) skip(l *line)  { r.claim(l, grid.Decoration) }

// claimLabelled marks the line up to the byte at as a label, the rest as a
// value, and returns where the value begins.
func (r *reader) claimLabelled(l *line, at int) model.Position {
	position := l.cells[0].At
	first, cut := r.labelUpTo(l, at)
	for i := first; i < len(l.cells); i++ {
		cell := l.cells[i]
		if i == first && cut > 0 {
			cell = cell.Slice(cut, len(cell.Text))
		}
		cell = r.TrimBold(cell)
		r.Grid.Claim(cell, grid.Value)
		if i == first {
			position = cell.At
		}
	}
	return position
}

// labelUpTo marks the line up to the byte at as a label, and returns the cell in
// which the rest begins, and where in it.
func (r *reader) labelUpTo(l *line, at int) (cell, cut int) {
	cell, cut = l.find(at)
	for _, label := range l.cells[:cell] {
		r.Grid.Claim(label, grid.Label)
	}
	if cut > 0 {
		r.Grid.Claim(l.cells[cell].Slice(0, cut), grid.Label)
	}
	return cell, cut
}

// readTitle reads the title: the first line of the text, if it names a plan.
func (r *reader) readTitle(l *line) {
	if r.lineBefore(r.next-1) != nil || len(r.Document.Items) > 0 {
		return
	}
	text := l.text()
	if len(text) > maxHeadingBytes || strings.Contains(text, "。") || !strings.Contains(text, "計画") {
		return
	}
	r.claim(l, grid.Value)
	r.Document.Title = ja.TrimSpace(text)
}

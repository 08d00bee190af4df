package sakado

import (
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// Where blanks part the columns, as pdftotext -layout leaves them, a cell of several lines
// stands on several rows of the text, beside lines of the other cells:
//
//	1   市民協働事業の   市民生活課   市民活動団体と行政がそれ   提案型協働事業の採択   3件   5件   B
//	    推進           関係各課     ぞれの特性を生かします。   件数
//
// A stackedPage is a page of such a table. Its lines are cut into pieces by the places of
// the columns, and each item takes the lines from one cut to the next.
type stackedPage struct {
	*facts
	g       *grid.Grid
	measure sheet.Measure
	head    *stackedHead
	// first and last are the rows of the grid from the head on, body where the head ends.
	first, body, last int
	// borders are where the columns behind the first begin.
	borders []int32
	// near are the borders of the page before, where this one has no head of its own.
	near []int32
	// blind is set where the cells can't be told apart: they are left unmapped.
	blind bool
	// pieces are those of all lines, by column.
	pieces [columnCount + maxValueCount][]*stackedPiece
	// valueCosts are the costs of lines that were read as values.
	valueCosts map[printedValue]int32
	// numbers are the items' numbers.
	numbers []*stackedPiece
	// width is how much text there is, outer how much of it stands outside its column.
	width, outer int32
	// wraps is how many lines of texts go on in a line below.
	wraps int
	cuts  []int // the lines with which the items begin
	// doubtful are the lines that may belong to the item above as well as below.
	doubtful map[int]doubt
	// torn are the lines with words that can't be given to a column.
	torn map[int]bool
	// top is set where cells stand beside the first line of their rows, not the middle.
	top bool
	// policies are those with which items begin.
	policies []*model.Policy
	// unsure are the items of which the policy can't be told.
	unsure []bool
}

// stackedPiece is a line of a cell.
type stackedPiece struct {
	grid.Cell
	start, end int32
	line       int // of the page's body
	place      int // among the columns of the head
}

// maxStackedLines is how many lines a page may have.
const maxStackedLines = 300

// How many lines of texts go on below at least in a table of wrapped cells, and how many
// items there may be for one.
const minWraps, maxWholeItems = 2, 5

// findStackedPages finds the pages of a table whose cells have several lines among rows of
// the grid; none where all rows are whole.
func (r *reader) findStackedPages(first, last int) []*stackedPage {
	var pages []*stackedPage
	wraps, items := 0, 0
	for row := first; row < last; row++ {
		if !r.mayBeginStackedHead(row) {
			continue
		}
		page := r.stackedPageAt(row, last)
		if page == nil {
			continue
		}
		pages = append(pages, page)
		wraps, items = wraps+page.wraps, items+len(page.numbers)
		for row = page.last; ; row = page.last {
			if page = r.stackedPageBehind(page, last); page == nil {
				break
			}
			pages = append(pages, page)
		}
		row--
	}
	if wraps < minWraps || items == 0 || wraps*maxWholeItems < items {
		return nil // the lines are whole rows, of which some stand askew
	}
	return pages
}

// mayBeginStackedHead reports whether a row of the grid may be the first one of a head.
func (r *reader) mayBeginStackedHead(row int) bool {
	for i := range r.Grid.Rows[row].Cells {
		text := r.Grid.Rows[row].Cells[i].Text
		if mayBeHead(text) || strings.IndexByte(text, ' ') > 0 && headSigns.In(text[:min(len(text), maxMarkBytes)]) {
			return true
		}
	}
	return false
}

// maxHeadLines is how many lines the head of a table may have.
const maxHeadLines = 14

// stackedPageAt reads the page whose head begins at a row; nil where none does.
func (r *reader) stackedPageAt(row, last int) *stackedPage {
	end := row
	for end < last && end < row+maxHeadLines && r.Grid.Rows[end].Page == r.Grid.Rows[row].Page && r.isStackedHeadRow(end) {
		end++
	}
	if end == row {
		return nil
	}
	page := r.measuredPage(row, end, last, sheet.ByCharacter)
	other := r.measuredPage(row, end, last, sheet.ByColumn)
	if page == nil || other != nil && other.outer < page.outer {
		page = other
	}
	return page
}

// isStackedHeadRow reports whether all words of a row may stand in the head.
func (r *reader) isStackedHeadRow(row int) bool {
	if isLongRow(&r.Grid.Rows[row]) {
		return false
	}
	for _, word := range wordsOf(r.Grid, row, noMeasure) {
		if r.headPartOf(word.Text) == noHeadPart {
			return false
		}
	}
	return true
}

func noMeasure(*grid.Grid, grid.Cell, int, int) (from, to int32) { return 0, 0 }

// measuredPage reads a page with its columns measured in one way. Lines that seem to be the
// head's and fit into none are its body's.
func (r *reader) measuredPage(row, end, last int, measure sheet.Measure) *stackedPage {
	var lines [][]printedWord
	for i := row; i < end; i++ {
		lines = append(lines, wordsOf(r.Grid, i, measure))
	}
	for ; len(lines) > 0; lines = lines[:len(lines)-1] {
		head := &stackedHead{facts: r.facts}
		if !head.read(lines) {
			continue
		}
		page := &stackedPage{facts: r.facts, g: r.Grid, measure: measure, head: head, first: row, body: row + len(lines)}
		page.last = page.findEnd(last)
		if page.cut() {
			return page
		}
		return nil
	}
	return nil
}

// stackedPageBehind reads the page behind another, if the table goes on there without a
// head.
func (r *reader) stackedPageBehind(before *stackedPage, last int) *stackedPage {
	row := before.last
	if row >= last || r.Grid.Rows[row].Page == r.Grid.Rows[row-1].Page {
		return nil
	}
	number := r.Grid.Rows[row].Page
	for row < last && r.Grid.Rows[row].Page == number && isOutsideRow(&r.Grid.Rows[row]) {
		row++
	}
	if row == last || r.Grid.Rows[row].Page != number || r.isStackedHeadRow(row) {
		return nil
	}
	page := &stackedPage{facts: r.facts, g: r.Grid, measure: before.measure, head: before.head, first: row, body: row, near: before.borders}
	page.last = page.findEnd(last)
	if page.last == page.first {
		return nil
	}
	if !page.cut() {
		page.numbers, page.blind = nil, true // what stands there is nobody's
	}
	return page
}

// findEnd returns the row behind the body: where the page ends, or another line than those
// of the table stands.
func (p *stackedPage) findEnd(last int) int {
	end := p.body
	for end < last && end < p.body+maxStackedLines && p.g.Rows[end].Page == p.g.Rows[p.first].Page && !isOutsideRow(&p.g.Rows[end]) {
		end++
	}
	for end > p.body && (end == last || p.g.Rows[end].Page > p.g.Rows[end-1].Page) && p.isFoot(&p.g.Rows[end-1]) {
		end--
	}
	return end
}

// isFoot reports whether a row is the number of a page: it stands alone, and not where those
// of the items do.
func (p *stackedPage) isFoot(row *grid.Row) bool {
	if len(row.Cells) > 1 || !sheet.IsPageNumber(row.Cells[0].Text) {
		return false
	}
	own := row.Cells[0]
	start, end := p.measure(p.g, own, 0, len(own.Text))
	at := slices.IndexFunc(p.head.columns, func(c printedColumn) bool { return c.column == numberColumn })
	number := &p.head.columns[at]
	return overlap(start-2, end+2, number.start, number.end) <= 0
}

// isOutsideRow reports whether a row stands outside the table: a title, a note, the legend,
// its caption, the counts.
func isOutsideRow(row *grid.Row) bool {
	text := row.Cells[0].Text
	if countsLabelEnd(text) > 0 || isCaption(text) || isLegendCaption(text) {
		return true
	}
	if len(row.Cells) > 2 {
		return false
	}
	return isTitle(text) || strings.Contains(text, "転記項目") || strings.HasPrefix(text, "※") || isRunningHead(text) ||
		sheet.IsMarkedPageNumber(text) || beginsLegend(text) && len(cutLegend(text)) > 1
}

// cut cuts the lines of the body into pieces. It is false where the columns' places can't be
// told, or no number stands in its column.
func (p *stackedPage) cut() bool {
	lines := make([][]printedWord, 0, p.last-p.body)
	for row := p.body; row < p.last; row++ {
		if isLongRow(&p.g.Rows[row]) {
			return false
		}
		words := wordsOf(p.g, row, p.measure)
		if len(words) == 0 {
			return false
		}
		for i := range words {
			words[i].look = p.lookOf(words[i].Text)
		}
		lines = append(lines, words)
	}
	if len(lines) == 0 || !p.findBorders(lines) {
		return false
	}
	p.torn = map[int]bool{}
	for line, words := range lines {
		p.cutLine(line, words)
	}
	if !p.isAligned() {
		return false
	}
	for _, piece := range p.of(numberColumn) {
		if _, isNumber := itemNumber(piece.Text); isNumber {
			p.numbers = append(p.numbers, piece)
		}
	}
	p.wraps = p.countWraps()
	return true
}

// minWidthOutside is how many columns of the text there are at least for one that stands
// outside its column of the table.
const minWidthOutside = 12

// isAligned reports whether the words of the lines stand below each other in columns: hardly
// any across their borders.
func (p *stackedPage) isAligned() bool {
	return p.outer*minWidthOutside <= p.width
}

// of returns the pieces of a column.
func (p *stackedPage) of(c column) []*stackedPiece {
	for i := range p.head.columns {
		if p.head.columns[i].column == c {
			return p.pieces[i]
		}
	}
	return nil
}

// countWraps counts the lines of texts that go on in a line below: they fill their column
// and end no sentence.
func (p *stackedPage) countWraps() int {
	count := 0
	for _, c := range [...]column{overviewColumn, activityColumn, opinionColumn, nextColumn} {
		pieces, widest := p.of(c), int32(minTextWidth)
		for _, piece := range pieces {
			widest = max(widest, piece.DisplayWidth())
		}
		room := fill{widest}
		for i := 1; i < len(pieces); i++ {
			above, below := pieces[i-1], pieces[i]
			if below.line-above.line <= maxBetween && !strings.HasSuffix(above.Text, "。") && !room.isShort(above, below) {
				count++
			}
		}
	}
	return count
}

// minTextWidth is how wide the column of a text is at least.
const minTextWidth = 12

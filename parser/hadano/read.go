package hadano

import (
	"strconv"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/sheet"
)

// block is the table that the rows stand in.
type block int

const (
	themeHead block = iota
	indicatorRows
	yearlyRows
	initiativeRows
)

// reader reads the rows of one document.
type reader struct {
	*sheet.Builder
	*facts
	// start and count are the years of the plan.
	start, count int
	// above is the header above the row, and run where its columns hold; head is
	// what it says of the row. visible is set where the row shows empty cells in
	// the header's columns.
	above   header
	run     int
	head    header
	visible bool
	// spans are the places of its years on lines whose empty cells don't show, by each
	// measure.
	spans [widthMeasure + 1]yearSpans
	// kinds are those of indicators, by the lines of their targets, where their headings
	// stand beside the middle.
	kinds map[int32]model.IndicatorKind
	// headRows is how many rows were read below the header, headBelow are all below it.
	headRows  int
	headBelow []row
	// lostEnd is set while values are placed that stand in a row without its last empty cells.
	lostEnd bool
	// values and placing are memory for the values of one row.
	values  []value
	placing []sheet.YearValue

	row   *row
	below []row // those behind it
	block block
	theme *item
	item  *item // that the rows belong to
	items []*item

	// indicator is the theme's indicator that is being read, and indicatorKind
	// the heading that holds for the next.
	indicator     *indicator
	indicatorKind model.IndicatorKind
	// parted is the name that stands on the line above its figures.
	parted openName
	// figures is what the rows 目標, 実績 and 説明 of an initiative belong to.
	figures label
	// unit is that which a caption prints for the amounts below it, rowUnit that of
	// the label of the figures' block.
	unit    printedUnit
	rowUnit string
	// figuresMoved is set where the label of the figures' row above had moved them.
	figuresMoved bool
	// explained is set behind the 説明 of the amounts: the indicator is next.
	explained bool
	// yearly is the label of the yearly row that was read last, printed its
	// spelling there.
	yearly  label
	printed string
	// open is the narrative that was read last, for its rest behind a page break
	// or below it; openColumn is where it stands.
	open       *string
	openLabel  string
	openColumn int32

	// afterBreak is set while nothing but titles, page numbers and heads stand
	// between the row and the page before it.
	afterBreak bool
	page       int
	// headRepeated is set behind a head of the theme that a page repeats.
	headRepeated bool
	// right is the row that stands last beside the years, rowsRead how many rows were read.
	right    rightRow
	rowsRead int
	// rank tells which row of an initiative was read last.
	rank int
	// apart is set below a head of years of a table apart from what an initiative says of
	// the whole plan, narrow where that stands in a table of labels and values.
	apart, narrow bool

	lones []unplaced
	// laterResults is set where there are results of other years than the first, resultYears
	// is of how many years there are, as far as their columns tell.
	laterResults bool
	resultYears  int
}

func (r *reader) readDocument(rows []row) {
	r.empty()
	r.findPlan(rows)
	r.closeGridColumns(rows)
	rows = r.stackTables(rows)
	rows = r.joinBrokenRows(rows)
	r.trimPadding(rows)
	rows = r.joinBrokenPairs(rows)
	for i := range rows {
		r.row, r.below = &rows[i], rows[i+1:]
		r.afterBreak = r.afterBreak || r.row.page != r.page
		r.page = r.row.page
		r.lookUp()
		r.reportMoved()
		switch {
		case r.readOutside():
			r.afterBreak = true
		case r.readUnitCaption():
		case r.row.head != nil:
			r.readHeaderRow(r.below)
		default:
			r.readRow()
			r.leaveRight()
			r.headRows++
			r.afterBreak = r.afterBreak && r.headRepeated
		}
	}
	r.finishDocument()
}

// lookUp sets what the header above says of the row.
func (r *reader) lookUp() {
	r.visible = r.row.visible && r.row.run == r.run
	r.head = r.above
	if !r.visible {
		r.head.Visible, r.head.Columns = false, false
	}
}

// findPlan finds the headers and the years of the plan: a header may have lost
// one of them.
func (r *reader) findPlan(rows []row) {
	end := 0
	for i := range rows {
		if len(rows[i].pieces) == 1 {
			r.findNoteUnit(rows[i].pieces[0].Text)
		}
		head, ok := rows[i].readHeader(r.facts)
		if !ok {
			continue
		}
		own := head
		rows[i].head = &own
		if r.start == 0 || head.Start < r.start {
			r.start = head.Start
		}
		end = max(end, head.Start+head.Count)
	}
	if r.count = end - r.start; r.count > maxYears {
		r.count = maxYears
	}
}

// readOutside reads a row that stands outside the tables: the title, a page
// number, a note.
func (r *reader) readOutside() bool {
	w := r.row
	text := w.text()
	switch {
	case w.running:
		for _, p := range w.pieces {
			r.skip(p)
		}
	case text == "":
		return false
	case isTitle(text):
		r.readTitle()
	case w.width > 1 && r.visible:
		return false
	case sheet.IsPageNumber(text):
		r.Skip(w.pieces[0].Cell)
	case isNote(text):
		r.AddNote(r.Value(w.pieces[0].Cell), w.pieces[0].At)
	default:
		return false
	}
	return true
}

// readHeaderRow reads a row of years. What stands before them tells which table
// begins; years alone follow the indicators of a theme. The rows below may show
// that the header has moved.
func (r *reader) readHeaderRow(below []row) {
	r.above = r.row.head.within(r.start, r.count, r.row.visible)
	r.above.calibrate(below, r.row.run)
	isNamed := r.namesFigures(below)
	r.run, r.headRows, r.headBelow = r.row.run, 0, below
	r.lookUp()
	r.findSpans(r.row)
	r.findKinds()
	next := r.block
	switch {
	case isNamed:
		r.parted.row = -1 // right above the rows below the head
	case r.block == indicatorRows || r.block == themeHead:
		next = yearlyRows
	}
	for _, p := range r.row.pieces {
		if r.labelExtra(p) {
			continue
		}
		r.claimLabel(p)
		if p.label != initiativeHead {
			continue
		}
		if unit := sheet.LabelUnit(p.Text); unit != "" {
			r.unit = printedUnit{unit: unit, claimed: true}
		}
	}
	switch r.head.table {
	case indicatorHead:
		next = indicatorRows
	case initiativeHead:
		next = initiativeRows
	}
	if next != r.block {
		r.leaveRow()
	}
	r.block = next
	if r.apart = r.beginsYearsApart(); r.apart {
		r.figures, r.explained = noLabel, false
	}
}

// leaveRow forgets what goes on in unlabelled rows.
func (r *reader) leaveRow() { r.yearly, r.printed, r.open = noLabel, "", nil }

// readRow reads a row by the label that it begins with.
func (r *reader) readRow() {
	first := r.row.first()
	switch {
	case r.row.goesOn != noLabel:
		r.readFurtherLine()
		return
	case r.isStrayOverview():
		return // and stays unmapped
	case r.row.isThemeHead():
		r.readTheme()
		return
	case r.headRepeated && first == pillar:
		r.readPillar(r.row.pieces)
		return
	case r.headRepeated && first == overview && r.blockOf(first) == themeHead:
		r.readRepeatedOverview(r.row.pieces)
		return
	}
	r.headRepeated = false
	switch {
	case first == initiativeHead:
		r.leaveRow()
		r.block = initiativeRows
		r.leaveHead()
		r.keepTornHead()
		r.claimLabel(r.row.pieces[0])
		return
	}
	if r.block == indicatorRows {
		nameLabels(r.row.pieces)
		first = r.row.first()
	}
	r.enterBlock(first)
	r.alignRow()
	if r.block == initiativeRows && first != noLabel {
		r.splitPlainRow()
		r.dropRepeatedLeft()
	}
	if first == initiativeName {
		r.beginInitiative(r.row.pieces[1:])
	}
	switch r.block {
	case indicatorRows:
		r.readIndicatorRow()
	case initiativeRows:
		r.readInitiativeRow()
	default:
		r.readThemeRow()
	}
}

// enterBlock sets the table that a row begins with a label of. The head of another table
// says nothing of its columns.
func (r *reader) enterBlock(first label) {
	if !first.entry().row && first != overview || first == explanation {
		return
	}
	before := r.block
	r.block = r.blockOf(first)
	switch {
	case r.block != before && r.headRows > 0 && before != themeHead:
		r.leaveHead()
	case first == initiativeName:
		r.checkHead()
	}
}

// alignRow moves the cells of a row back that stands in other columns than the
// header, as its label shows.
func (r *reader) alignRow() {
	first := r.row.pieces[0]
	leads := first.label.entry().row || first.label == overview || first.label == yearlyGoal && r.block == yearlyRows ||
		first.label == nextText && first.Index == r.head.base+1 && r.row.width == r.head.Width+1 // alone, it stands on the left
	shift := first.Index - r.head.base
	if !leads || !r.head.Columns || shift == 0 || r.block == indicatorRows || r.block == themeHead {
		return
	}
	r.Report(model.CodeShiftedRow, first.At, first.Text, strconv.Itoa(int(first.Index)+1), strconv.Itoa(int(r.head.base)+1))
	for i := range r.row.pieces {
		r.row.pieces[i].Index -= shift
	}
	r.row.width -= shift
}

// blockOf returns the table that a label belongs to.
func (r *reader) blockOf(first label) block {
	switch first {
	case activityIndicator, outcomeIndicator:
		return indicatorRows
	case activityResult, outcomeResult, internalEvaluation, externalEvaluation:
		return yearlyRows
	case overview:
		switch text := r.row.pieces[0].Text; {
		case strings.Contains(text, "目指す姿"):
			return themeHead
		case strings.Contains(text, "目指すもの"):
			return initiativeRows
		}
		return r.block
	}
	return initiativeRows
}

// begin makes an item the one that the rows belong to.
func (r *reader) begin(own *item) {
	r.right.row = -1
	r.items = append(r.items, own)
	r.item = own
	r.leaveRow()
}

// current returns the item that the rows belong to. Rows before any item make
// one without name or number.
func (r *reader) current(kind model.ItemKind) *item {
	if kind == model.Theme && r.theme != nil {
		r.item = r.theme
	}
	if r.item == nil || r.item.Kind != kind {
		own := &item{Item: model.Item{At: r.row.pieces[0].At, Kind: kind}}
		if kind == model.Theme {
			r.theme = own
		} else if r.theme != nil {
			own.Parent = r.theme.ID
		}
		r.begin(own)
	}
	return r.item
}

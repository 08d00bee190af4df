package isehara

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// rowKind tells rows whose figures stand in columns of their own: the costs, the
// people with their money, and what is served.
type rowKind int

const (
	costRow rowKind = iota
	staffRow
	servedRow
)

func rowKindOf(e *entry) rowKind {
	switch {
	case e.kind == denominator || e.kind == unitCost:
		return servedRow
	case e.kind == staff || e.line == model.CostFull:
		return staffRow
	}
	return costRow
}

// knownRow is a row whose figures were given to years.
type knownRow struct {
	kind rowKind
	// label is the column of the row's label.
	label   int32
	figures []knownFigure
}

// knownFigure is the column of a figure and the head that it stands under.
type knownFigure struct {
	index int32
	head  int
}

// yearly gives a row's items to the years of the heads: in order where each
// year has as many, else by their columns. Items whose year can't be told come
// last, under no year.
func (r *reader) yearly(token sheet.Token, label string, items []item) (groups [][]item, heads []moneyHead) {
	if groups = r.groupsOf(token, label, items); groups != nil {
		return groups, r.money.heads
	}
	count := len(r.money.heads)
	r.Report(model.CodeYearUnknown, items[0].cells[0].At, label, strconv.Itoa(len(items)), strconv.Itoa(count), r.money.yearList())
	unknown := unknownHead(r.money.heads)
	for n := range items {
		groups = append(groups, items[n:n+1])
		heads = append(heads, unknown)
	}
	return groups, heads
}

// yearList returns the years of the heads, for a message.
func (m *moneyTable) yearList() string {
	years := make([]yearHead, 0, len(m.heads))
	for n := range m.heads {
		years = append(years, yearHead{fy: m.heads[n].FY})
	}
	return yearList(years)
}

// groupsOf parts a row's items among the years of the heads, nil where the years can't be
// told.
func (r *reader) groupsOf(token sheet.Token, label string, items []item) (groups [][]item) {
	r.addLostHead(token, label, items)
	if r.money.cut {
		return nil
	}
	groups = r.inOrder(items)
	switch {
	case groups == nil:
		groups = r.byColumn(token, items)
	case len(items) == len(r.money.heads) && isRepeated(items):
		groups = r.repeatedOrInOrder(token, label, items, groups)
	}
	if groups != nil {
		r.remember(token, groups)
	}
	return groups
}

// unknownHead is the head of amounts whose year can't be told: what all heads say.
func unknownHead(heads []moneyHead) moneyHead {
	if len(heads) == 0 {
		return moneyHead{}
	}
	common := moneyHead{CostHead: sheet.CostHead{Basis: heads[0].Basis}, unit: heads[0].unit}
	for _, head := range heads[1:] {
		if head.Basis != common.Basis {
			common.Basis = ""
		}
		if head.unit != common.unit {
			common.unit = ""
		}
	}
	return common
}

// inOrder parts items evenly among the years, nil where they can't be: as they
// are, else those without a unit before one that has it taken together.
func (r *reader) inOrder(items []item) [][]item {
	count := len(r.money.heads)
	if count == 0 {
		return nil
	}
	var ends []int // of what counts as one figure, where that is more than an item
	figures := len(items)
	if len(items)%count != 0 || anyBroken(items) {
		ends = r.unitEnds(items)
		figures = len(ends)
	}
	if figures%count != 0 {
		return nil
	}
	groups := r.money.groups[:0]
	size, from := figures/count, 0
	for year := range count {
		end := (year + 1) * size
		if ends != nil {
			end = ends[end-1]
		}
		groups = append(groups, items[from:end])
		from = end
	}
	r.money.groups = groups
	return groups
}

// anyBroken reports whether one of the figures is the rest of a number that lost
// its comma: the 006 of 13 006.
func anyBroken(items []item) bool {
	for n := range items {
		raw := items[n].raw
		if raw == "" || raw[0] != '0' && raw[0] < utf8.RuneSelf {
			continue
		}
		if text := ja.Fold(raw); len(text) > 2 && text[0] == '0' && text[1] >= '0' && text[1] <= '9' {
			return true
		}
	}
	return false
}

// unitEnds returns where the figures end that a unit closes: different amounts
// before one unit stand where one belongs.
func (r *reader) unitEnds(items []item) []int {
	var ends []int
	for i := range items {
		own := &items[i]
		goesOn := i+1 < len(items) && own.unit == "" && !own.lost && items[i+1].unit != "" && !items[i+1].lost &&
			(r.Grid.Layout == grid.Blanks || items[i+1].index <= own.end+1)
		if !goesOn {
			ends = append(ends, i+1)
		}
	}
	return ends
}

// isRepeated reports whether items, as many as years, can as well be amounts of
// merged cells that are repeated over their span: each stands twice, side by side.
func isRepeated(items []item) bool {
	if len(items)%2 != 0 {
		return false
	}
	for i := 0; i < len(items); i += 2 {
		a, b := &items[i], &items[i+1]
		if a.lost || b.lost || b.index != a.end+1 || a.unit != b.unit || !a.quantity.Number.Equal(b.quantity.Number) {
			return false
		}
	}
	return true
}

// repeatedOrInOrder tells amounts of merged cells from those of the years in
// order, as the columns say: those of the years before stand empty, or the block
// has nothing further right. Else the row may have moved left.
func (r *reader) repeatedOrInOrder(token sheet.Token, label string, items []item, inOrder [][]item) [][]item {
	byColumn := r.byColumn(token, items)
	switch {
	case byColumn == nil:
		return inOrder
	case len(byColumn[0]) == 0 || r.standsAsHeaded(token) && !items[0].quantity.Number.Decimal().IsZero():
		return byColumn
	case !r.standsAsHeaded(token) && len(r.money.heads) > 1 && r.peopleOfLastYear():
		r.Report(model.CodeShiftedRow, items[1].cells[0].At, label, strconv.Itoa(int(items[1].index)+1), strconv.Itoa(int(r.money.heads[1].index)+1))
		return inOrder // of each year one amount is printed, not two
	}
	last := 0
	for head, group := range byColumn {
		if len(group) > 0 {
			last = head
		}
	}
	for _, row := range r.money.rows {
		for _, figure := range row.figures {
			if figure.head > last {
				first, expected := inOrder[last+1][0], r.money.heads[last+1].index+token.Index-r.money.label.Index
				r.Report(model.CodeShiftedRow, first.cells[0].At, label,
					strconv.Itoa(int(first.index)+1), strconv.Itoa(int(expected)+1))
				return inOrder
			}
		}
	}
	return byColumn
}

// peopleOfLastYear reports whether a row of staff below the costs has figures for each
// year: then the costs of the last one are no blank cells that the row's end has lost.
func (r *reader) peopleOfLastYear() bool {
	figures := -1
	for _, token := range r.Tokens[r.Next:] {
		switch k := kindOf(token); {
		case k == staff && figures < 0:
			figures = 0
		case k == none && figures >= 0 && sheet.HasDigit(token.Text):
			figures++
		case figures >= 0:
			if k != none {
				return figures == 2*len(r.money.heads)
			}
		case k != none && k != heading && k != cost && k != words && k != boxes:
			return false
		}
	}
	return false
}

// standsAsHeaded reports whether a row has all the cells of the row of heads, empty ones
// included: then its blank cells stand where they were printed. Of zeros, which most years
// have, that is less sure than that they moved.
func (r *reader) standsAsHeaded(token sheet.Token) bool {
	return r.Grid.Rows[token.Row].Width >= r.Grid.Rows[r.money.label.Row].Width
}

// remember keeps the columns of a row's figures, by which those of the rows below
// are told.
func (r *reader) remember(token sheet.Token, groups [][]item) {
	figures := r.money.figures
	first := len(figures)
	for head, group := range groups {
		for i := range group {
			figures = append(figures, knownFigure{index: group[i].index, head: head})
		}
	}
	r.money.figures = figures
	if len(r.money.rows) == maxKnownRows {
		r.money.rows = slices.Delete(r.money.rows, 0, 1)
	}
	r.money.rows = append(r.money.rows, knownRow{kind: r.money.kind, label: token.Index, figures: figures[first:]})
}

// maxKnownRows is how many of the rows above are kept: more than a sheet has.
const maxKnownRows = 32

// byColumn groups items by the years in whose columns they stand: those of the
// rows above, else those of the heads. It is nil where a column is no year's.
func (r *reader) byColumn(token sheet.Token, items []item) [][]item {
	if len(r.money.heads) == 0 || r.Grid.Layout == grid.Blanks || r.Grid.Layout == grid.PipeCells {
		return nil
	}
	if r.money.label.Text == "" {
		if r.Grid.Rows[token.Row].Width != r.Grid.Rows[r.money.headRow].Width {
			return nil
		}
		return r.group(items, r.headRightOver) // the heads have no label, by which a shift would be told
	}
	if groups := r.group(items, r.headRightOver); groups != nil && r.isAsWide(token) {
		return groups
	}
	if groups := r.group(items, func(index int32, _ bool) int { return r.headAbove(token.Index, index) }); groups != nil {
		return groups
	}
	if r.money.kind == servedRow {
		return nil // their columns are narrower than the heads'
	}
	if r.Grid.Rows[token.Row].Width > r.Grid.Rows[r.money.label.Row].Width+len(r.money.heads) {
		return nil // each head is narrower than what stands below it
	}
	shift := token.Index - r.money.label.Index
	shifted := r.group(items, func(index int32, first bool) int { return r.headOver(index-shift, first) })
	// A row that was not shifted with its label shows so by the blanks before it.
	if plain := r.group(items, func(index int32, first bool) int { return r.headOver(index, first) }); shift != 0 &&
		plain != nil && len(plain[0]) == 0 {
		if shifted != nil {
			return nil
		}
		return plain
	}
	return shifted
}

// isAsWide reports whether the row of a token has all the cells that the row of heads has.
func (r *reader) isAsWide(token sheet.Token) bool {
	return r.Grid.Layout == grid.Tabs && r.Grid.Rows[token.Row].Width == r.Grid.Rows[r.money.label.Row].Width
}

// headRightOver returns the head that stands in a column, -1 where none does.
func (r *reader) headRightOver(column int32, _ bool) int {
	return slices.IndexFunc(r.money.heads, func(head moneyHead) bool { return head.index == column })
}

// group gives items to the heads that headOf names, which takes an item's column
// and whether it is the first under its head; nil where it names none.
func (r *reader) group(items []item, headOf func(index int32, first bool) int) [][]item {
	groups := make([][]item, len(r.money.heads))
	last, from := -1, 0
	for _, end := range r.unitEnds(items) {
		head := headOf(items[from].index, false)
		if head > last {
			head = headOf(items[from].index, true)
		}
		if head < 0 || head < last {
			return nil
		}
		groups[head] = append(groups[head], items[from:end]...)
		last, from = head, end
	}
	return groups
}

// headAbove returns the head under which a figure of the rows above stands in
// the same column, counted from the edge or from the label: first of rows whose
// label stands in the same one, too. It is -1 where none does, or they differ.
func (r *reader) headAbove(label, index int32) int {
	same := -1
	for _, alike := range [...]bool{true, false} {
		for _, row := range r.money.rows {
			if row.kind != r.money.kind || (row.label == label) != alike {
				continue
			}
			for _, figure := range row.figures {
				if figure.index != index && figure.index-row.label != index-label {
					continue
				}
				if same >= 0 && same != figure.head {
					return -1
				}
				same = figure.head
			}
		}
		if same >= 0 {
			break
		}
	}
	return same
}

// headOver returns the head over a column, -1 where there is none. Figures that
// fill a year's cells stand anywhere under it; a cost's first one right under it,
// and the next two cells behind.
func (r *reader) headOver(column int32, first bool) int {
	heads := r.money.heads
	for i := len(heads) - 1; i >= 0; i-- {
		offset := column - heads[i].index
		switch {
		case offset < 0:
			continue
		case len(heads) > 1 && offset >= heads[1].index-heads[0].index,
			r.money.kind == costRow && (first && offset != 0 || offset%2 != 0):
			return -1
		}
		return i
	}
	return -1
}

package isehara

import (
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// moneyTable is the block of costs, staffing and unit costs by year.
type moneyTable struct {
	heads []moneyHead
	// label is the head's own label 年度, by which a row's shift is told.
	label sheet.Token
	// cut is set where a line end has cut the row that is being read and the rest of
	// it can't be told.
	cut bool
	// isServed is set while the numbers of what is served are read.
	isServed bool
	// used is set once values stood under the heads.
	used bool
	// rows are the rows whose figures were given to years, and kind that of the
	// row that is being read.
	rows []knownRow
	kind rowKind
	// figures are those of all rows, and groups those of the row that is being read.
	figures []knownFigure
	groups  [][]item
	// name and unit are the definition of the number served.
	name, unit string
	unitCosts  []model.UnitCost
	// rowUnit is the unit of money that the label of the row names, and blockUnit
	// the one that a caption names for all amounts.
	rowUnit, blockUnit string
	// bare are the amounts for which neither says it, and printed is a unit other
	// than yen that stands beside an amount.
	bare    []bareAmount
	printed string
	// known are the quantities that were read last: rows repeat their units and
	// zeros. The oldest is forgotten first.
	known  [4]knownQuantity
	oldest int
}

// knownQuantity is what a text was read as, beside the unit of what is served.
type knownQuantity struct {
	text, unit string
	reading    ja.Reading
}

type moneyHead struct {
	sheet.CostHead
	// unit is the unit of money that the head names for its amounts.
	unit  string
	index int32
}

// begin begins the heads anew.
func (m *moneyTable) begin(label sheet.Token) {
	m.label, m.heads, m.rows, m.figures, m.used = label, nil, m.rows[:0], m.figures[:0], false
}

// readHead takes a year's head of the table. Behind 年度 a year may stand alone;
// then the sheet does not say what its amounts are.
func (m *moneyTable) readHead(r *reader, token sheet.Token, alone bool) bool {
	head, found := r.readMoneyHead(token.Text)
	if !found || head.Basis == "" && !alone {
		return false
	}
	head.index = token.Index
	if m.used {
		m.heads, m.rows, m.figures, m.used = nil, m.rows[:0], m.figures[:0], false
	}
	r.Label(token.Cell)
	if last := len(m.heads) - 1; last >= 0 && m.heads[last].CostHead == head.CostHead && m.heads[last].unit == head.unit {
		return true // a merged head that is repeated over its span
	}
	m.heads = append(m.heads, head)
	return true
}

// readMoneyHead reads a cell that is a year's head as a whole, with what the
// amounts under it are and their unit, or without.
func (r *reader) readMoneyHead(text string) (head moneyHead, ok bool) {
	if !yearNumerals.In(text) {
		return moneyHead{}, false
	}
	if fy, ok := r.Calendar.ParseFiscalYear(ja.StripMarkup(text)); ok {
		return moneyHead{CostHead: sheet.CostHead{FY: fy}}, true
	}
	if own, end, found := sheet.ReadCostHead(text, r.Calendar); found && end == len(text) {
		return moneyHead{CostHead: own}, true
	}
	before, _, hasBracket := ja.CutLastBracket(text)
	if unit := sheet.LabelUnit(text); hasBracket && unit != "" {
		head, ok = r.readMoneyHead(before)
		head.unit = unit
	}
	return head, ok
}

// yearNumerals are what the number of a year is written with; most cells have
// none of them.
var yearNumerals = ja.NewCharacters("0123456789０１２３４５６７８９元〇一二三四五六七八九十")

const maxItemCells = 4

func (i *item) addCell(cell grid.Cell) {
	if i.cellCount < maxItemCells {
		i.cells[i.cellCount] = cell
		i.cellCount++
	}
}

// maxItems is how many figures a row may have; one with more is none of the
// table, and stays unmapped.
const maxItems = 200

// item is one figure of a row, with the unit from its own cell or the next.
//
// Its cells are those that it was read from: number and unit, each perhaps
// repeated over a merged span.
type item struct {
	cells     [maxItemCells]grid.Cell
	cellCount int
	// index and end are the columns of the first and the last cell.
	index, end int32
	raw        string
	quantity   model.Quantity
	unit       string
	// lost is set where the cell has a dash, or a unit that lost its number; dash
	// where it has a dash whose unit may stand in the next cell.
	lost, dash bool
}

// readMoney reads a row of the table.
func (r *reader) readMoney(token sheet.Token, label string, e *entry) {
	values := r.RowValues(token)
	switch e.kind {
	case unitCostBlock:
		r.Next -= len(values)
		return
	case definition, unitLabel:
		r.readDefinition(values, e.kind)
		return
	}
	r.money.rowUnit = sheet.LabelUnit(label)
	if ja.IsUnit(r.money.rowUnit) && !sheet.IsMoneyUnit(r.money.rowUnit) {
		r.money.rowUnit = "" // of the people, or of what is served
	}
	r.money.isServed = e.kind == denominator
	items := r.readItems(label, r.joinFigures(token, values))
	if len(items) == 0 || len(items) > maxItems {
		return
	}
	r.reportLost(label, items)
	r.money.used, r.money.kind = true, rowKindOf(e)
	switch e.kind {
	case cost:
		r.addCosts(token, label, e.line, items)
	case staff:
		r.addStaffing(token, label, e, items)
	case denominator:
		r.addDenominators(token, label, items)
	case unitCost:
		r.addUnitCosts(token, label, items)
	}
}

func (r *reader) readDefinition(values []sheet.Token, k kind) {
	for _, value := range values {
		text := ja.StripMarkup(value.Text)
		switch {
		case ja.IsDash(text):
			r.Skip(value.Cell)
		case k == definition && text == r.money.name:
			r.Skip(value.Cell)
		case k == definition:
			r.money.name = strings.TrimSpace(r.money.name + " " + r.Value(value.Cell))
		case sheet.IsMoneyUnit(strings.TrimLeft(ja.Fold(text), ": ")):
			r.Label(value.Cell)
			r.money.blockUnit = strings.TrimLeft(ja.Fold(text), ": ") // 単位：千円
		default:
			r.money.unit = r.Label(value.Cell)
		}
	}
}

// readItems reads the figures of a row, which are good until the next row is
// read. Cells that hold several are parted; a unit beside a number belongs to it.
func (r *reader) readItems(label string, values []sheet.Token) []item {
	items := r.items[:0]
	for _, value := range values {
		if partsWords.In(value.Text) {
			if words := sheet.SplitWords(value); sheet.AllFigures(words) {
				for _, word := range words {
					items = r.addItem(items, label, word)
				}
				continue
			}
		}
		items = r.addItem(items, label, value)
	}
	r.items = items
	return items
}

// partsWords are the blanks between the words of a cell.
var partsWords = ja.NewCharacters(" \u3000")

func (r *reader) addItem(items []item, label string, word sheet.Token) []item {
	printed := ja.StripMarkup(word.Text)
	text := printed
	if strings.Contains(text, "円") {
		if squeezed := ja.Squeeze(text); sheet.IsMoneyUnit(squeezed) {
			text = squeezed // a line wrap parted the unit
		}
	}
	reading := r.money.readQuantity(text)
	next := item{index: word.Index, end: word.Index, raw: printed}
	next.addCell(word.Cell)
	kind := reading.Kind
	if (kind == ja.State || kind == ja.Unreadable) && r.isServedUnit(items, text) {
		kind = ja.LoneUnit
	}
	switch kind {
	case ja.LoneUnit:
		if last := len(items) - 1; last >= 0 && !items[last].lost && items[last].unit == "" {
			for last > 0 && items[last-1].unit == "" && !items[last-1].lost && items[last-1].raw == items[last].raw {
				// A merged cell that is repeated over its span, before its unit.
				for _, cell := range items[last].cells[:items[last].cellCount] {
					r.Skip(cell)
				}
				items, last = items[:last], last-1
			}
			items[last].addCell(word.Cell)
			items[last].raw += " " + printed
			items[last].end = word.Index
			items[last].unit = ja.Fold(text)
			return items
		}
		if last := len(items) - 1; last >= 0 && items[last].unit == ja.Fold(text) && r.Grid.Layout != grid.Blanks && word.Index == items[last].end+1 {
			r.Skip(word.Cell) // a merged cell that is repeated over its span
			return items
		}
		if last := len(items) - 1; last >= 0 && items[last].dash && word.Index == items[last].end+1 {
			items[last].addCell(word.Cell) // the unit of a dash
			items[last].end, items[last].dash = word.Index, false
			return items
		}
		next.lost, next.unit = true, ja.Fold(text)
	case ja.Dash, ja.Blank:
		next.lost, next.dash = true, true
	case ja.Numeric:
		next.quantity, next.unit = reading.Quantity, reading.Quantity.Unit
		if next.unit == "" && !reading.Quantity.Yen.IsZero() {
			next.unit = "円"
		}
	default:
		r.Report(model.CodeUnreadable, word.At, label, text, "an amount")
		return items
	}
	return append(items, next)
}

// isServedUnit reports whether a word beside a number of what is served is its unit,
// which may be any: 公園, 路線.
func (r *reader) isServedUnit(items []item, text string) bool {
	last := len(items) - 1
	return r.money.isServed && last >= 0 && !items[last].lost && items[last].unit == "" && len(text) <= maxUnitBytes && !sheet.HasDigit(text)
}

// maxUnitBytes is how many bytes the unit of what is served may have.
const maxUnitBytes = 18

// readQuantity reads a figure of the block, or what stands in the place of one. The
// result is good until the next call.
func (m *moneyTable) readQuantity(text string) *ja.Reading {
	for n := range m.known {
		if m.known[n].text == text && m.known[n].unit == m.unit {
			return &m.known[n].reading
		}
	}
	known := &m.known[m.oldest]
	m.oldest = (m.oldest + 1) % len(m.known)
	*known = knownQuantity{text: text, unit: m.unit, reading: ja.ReadQuantity(text, ja.Expect{Unit: m.unit})}
	return &known.reading
}

// haveMoney reports whether one of the items has a unit of money.
func haveMoney(items []item) bool {
	for n := range items {
		if _, isMoney := ja.UnitMultiplier(items[n].unit); isMoney {
			return true
		}
	}
	return false
}

// claim claims an item's cells: a lost one as decoration.
func (r *reader) claim(i *item) {
	for _, cell := range i.cells[:i.cellCount] {
		if i.lost {
			r.Skip(cell)
		} else {
			r.Grid.Claim(cell, grid.Value)
		}
	}
}

// reportLost reports the units that lost their numbers in a row where others
// have theirs; a row of units alone was left blank.
func (r *reader) reportLost(label string, items []item) {
	kept := 0
	for n := range items {
		if !items[n].lost {
			kept++
		}
	}
	for n := range items {
		if i := &items[n]; i.lost && kept > 0 && i.unit != "" {
			r.ReportLoneUnit(i.cells[0], label)
		}
	}
}

// addCosts adds the amounts of a line, one for each year: a merged cell's amount
// that is repeated over its span is one.
func (r *reader) addCosts(token sheet.Token, label string, line model.CostLine, items []item) {
	groups, heads := r.yearly(token, label, items)
	for i, group := range groups {
		r.addCost(label, line, heads[i], group)
	}
}

func (r *reader) addCost(label string, line model.CostLine, head moneyHead, group []item) model.Yen {
	var first *item
	differ := false
	for n := range group {
		i := &group[n]
		r.claim(i)
		switch {
		case i.lost:
		case first == nil:
			first = i
		case !i.quantity.Number.Equal(first.quantity.Number) || i.unit != first.unit:
			differ = true
		}
	}
	if first == nil {
		return model.Yen{}
	}
	entry := model.Cost{At: first.cells[0].At, FY: head.FY, Basis: head.Basis, Line: line, Label: label, Raw: first.raw}
	if differ {
		entry.Raw = printed(group)
		r.Report(model.CodeTwoAmounts, entry.At, label, entry.Raw)
	} else {
		entry.Yen = r.yenOf(label, head.unit, first, bareAmount{cost: len(r.item.Costs), staffing: -1})
	}
	if r.item.Costs == nil {
		r.item.Costs = make([]model.Cost, 0, usualCosts)
	}
	r.item.Costs = append(r.item.Costs, entry)
	return entry.Yen
}

// usualCosts is how many amounts a sheet of two years has.
const usualCosts = 20

// printed returns the texts of the items that are not lost.
func printed(group []item) string {
	var texts []string
	for n := range group {
		if !group[n].lost {
			texts = append(texts, group[n].raw)
		}
	}
	return strings.Join(texts, " ")
}

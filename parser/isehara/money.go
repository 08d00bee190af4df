package isehara

import (
	"slices"
	"strings"
	"unicode/utf8"

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
	// headRow is the row of the first head.
	headRow int32
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
	// than yen that is that of an amount.
	bare    []bareAmount
	printed string
	// units is the column of units, and cellUnit the one in the row that is being read.
	units    unitColumn
	cellUnit string
	extra    extraColumn
	// unitCostUnit is the unit of money that the heading of the costs per head names.
	unitCostUnit string
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
	head, end, found := m.headOf(r, token, alone)
	if !found || head.Basis == "" && !alone {
		return false
	}
	head.index = token.Index
	if m.used {
		m.heads, m.rows, m.figures, m.used = nil, m.rows[:0], m.figures[:0], false
	}
	r.Label(token.Slice(0, end))
	if last := len(m.heads) - 1; last >= 0 && m.heads[last].CostHead == head.CostHead && m.heads[last].unit == head.unit {
		return true // a merged head that is repeated over its span
	}
	if len(m.heads) == 0 {
		m.headRow = token.Row
	}
	m.heads = append(m.heads, head)
	return true
}

// readMoneyHead reads a cell that is a year's head as a whole, with what the
// amounts under it are and their unit, or without.
func readMoneyHead(text string, calendar *ja.Calendar) (head moneyHead, ok bool) {
	if !mayBeginHead(text) || !yearNumerals.In(text) {
		return moneyHead{}, false
	}
	if strings.IndexByte(text, '<') > 0 {
		text = strings.Join(strings.Fields(ja.StripMarkup(text)), " ") // 令和6年度<br>実績
	}
	if fy, ok := calendar.ParseFiscalYear(closeYear(ja.StripMarkup(text))); ok {
		return moneyHead{CostHead: sheet.CostHead{FY: fy}}, true
	}
	if basisSigns.In(text) {
		if own, end, found := sheet.ReadCostHead(text, calendar); found && end == len(text) {
			return moneyHead{CostHead: own}, true
		}
	}
	before, _, hasBracket := ja.CutLastBracket(text)
	if !hasBracket {
		return moneyHead{}, false
	}
	if head, ok = readMoneyHead(before, calendar); ok {
		head.unit = sheet.LabelUnit(text)
	}
	return head, ok && head.unit != ""
}

// basisSigns are characters of which each word has one that says what amounts are.
var basisSigns = ja.NewCharacters("算績標画")

// mayBeginHead reports whether a text begins as a year does, or with a sign before one:
// most begin with another kana or kanji.
func mayBeginHead(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return first < 'ぁ' || first > '鿿' || headBegins.Has(first)
}

// headBegins are the kanji and signs with which years begin, and the dot of a list.
var headBegins = ja.NewCharacters("明大昭平令元㍾㍽㍼㍻㋿・")

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
	if len(values) == 0 && (e.kind == denominator || e.kind == unitCost) && r.Next < len(r.Tokens) &&
		kindOf(r.Tokens[r.Next]) == unitCostBlock && r.Tokens[r.Next].Row == token.Row {
		r.Label(r.Tokens[r.Next].Cell) // a merged cell that is repeated over its span
		r.Next++
		values = r.RowValues(token)
	}
	switch e.kind {
	case unitCostBlock:
		r.money.unitCostUnit = r.moneyUnitOf(label)
		r.Next -= len(values)
		return
	case unitLabel:
		if r.beginsUnits(token, values) {
			return
		}
	}
	values = r.takeRowUnit(values)
	if e.kind == definition || e.kind == unitLabel {
		r.readDefinition(values, e.kind)
		return
	}
	r.money.rowUnit = r.labelUnitOf(label)
	if ja.IsUnit(r.money.rowUnit) && !sheet.IsMoneyUnit(r.money.rowUnit) {
		r.money.rowUnit = "" // of the people, or of what is served
	}
	r.money.isServed = e.kind == denominator
	items := r.withoutExtra(label, r.readItems(label, r.joinFigures(token, values)))
	if len(items) == 0 || len(items) > maxItems {
		return
	}
	if e.kind == staff && r.money.cellUnit == "" && len(items) <= len(r.money.heads) {
		r.money.cellUnit = r.soleUnit(label)
	}
	r.money.giveUnit(items)
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
		if own := r.amountOf(value.Text, r.money.unit); !own.isSeveral {
			items = r.addItem(items, label, value, own)
			continue
		}
		for _, word := range sheet.SplitWords(value) {
			items = r.addItem(items, label, word, r.amountOf(word.Text, r.money.unit))
		}
	}
	r.items = items
	return items
}

// partsWords are the blanks between the words of a cell.
var partsWords = ja.NewCharacters(" \u3000")

// addItem adds the figure of a cell, or the unit of the one before.
func (r *reader) addItem(items []item, label string, word sheet.Token, own *amount) []item {
	kind := own.reading.Kind
	if (kind == ja.State || kind == ja.Unreadable) && r.isServedUnit(items, own.text) {
		kind = ja.LoneUnit
	}
	switch kind {
	case ja.LoneUnit:
		if r.addUnit(&items, word, own) {
			return items
		}
	case ja.Dash, ja.Blank, ja.Numeric:
	default:
		r.Report(model.CodeUnreadable, word.At, label, own.text, "an amount")
		return items
	}
	items = slices.Grow(items, 1)[:len(items)+1]
	last := &items[len(items)-1]
	last.begin(word, own.printed)
	switch kind {
	case ja.LoneUnit:
		last.lost, last.unit = true, own.unit
	case ja.Numeric:
		last.quantity, last.unit = own.reading.Quantity, own.reading.Quantity.Unit
		if last.unit == "" && !last.quantity.Yen.IsZero() {
			last.unit = "円"
		}
	default:
		last.lost, last.dash = true, true
	}
	return items
}

// begin makes an item of a cell, in the place of one of another row: its cells need not be
// cleared.
func (i *item) begin(word sheet.Token, printed string) {
	i.cells[0], i.cellCount = word.Cell, 1
	i.index, i.end, i.raw = word.Index, word.Index, printed
	i.quantity, i.unit, i.lost, i.dash = model.Quantity{}, "", false, false
}

// addUnit adds a unit to the figure before it. It reports whether it belongs to one.
func (r *reader) addUnit(items *[]item, word sheet.Token, unit *amount) bool {
	last := len(*items) - 1
	if last < 0 {
		return false
	}
	switch own := &(*items)[last]; {
	case !own.lost && own.unit == "":
		for last > 0 && isSameBare(&(*items)[last-1], own) {
			// A merged cell that is repeated over its span, before its unit.
			for _, cell := range own.cells[:own.cellCount] {
				r.Skip(cell)
			}
			last--
			own = &(*items)[last]
		}
		*items = (*items)[:last+1]
		own.addCell(word.Cell)
		own.raw = r.joinWords(own.raw, unit.printed)
		own.end, own.unit = word.Index, unit.unit
	case own.unit == unit.unit && r.Grid.Layout != grid.Blanks && word.Index == own.end+1:
		r.Skip(word.Cell) // a merged cell that is repeated over its span
	case own.dash && word.Index == own.end+1:
		own.addCell(word.Cell) // the unit of a dash
		own.end, own.dash = word.Index, false
	default:
		return false
	}
	return true
}

// isSameBare reports whether an item is the same number as the one behind it, without a
// unit as that.
func isSameBare(before, own *item) bool {
	return before.unit == "" && !before.lost && before.raw == own.raw
}

// isServedUnit reports whether a word beside a number of what is served is its unit,
// which may be any: 公園, 路線.
func (r *reader) isServedUnit(items []item, text string) bool {
	last := len(items) - 1
	return r.money.isServed && last >= 0 && !items[last].lost && items[last].unit == "" && len(text) <= maxUnitBytes && !sheet.HasDigit(text)
}

// maxUnitBytes is how many bytes the unit of what is served may have.
const maxUnitBytes = 18

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

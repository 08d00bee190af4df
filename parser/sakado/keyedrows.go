package sakado

import (
	"slices"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// A table that is wider than a page may be cut between its columns into several below each
// other, each with the column No.: its rows say more of the items of the first one.

// columnSet is a set of columns, a bit for each.
type columnSet uint32

func (s columnSet) has(c column) bool { return s&(1<<c) != 0 }

// setOf returns the set of the columns that are known.
func setOf(columns []column) columnSet {
	var set columnSet
	for _, c := range columns {
		if c != noColumn {
			set |= 1 << c
		}
	}
	return set
}

// readKeyedHead notes which columns a head has: one that has No., neither the sections nor
// the first text, and columns that the one of the items had not, is that of a table whose
// rows stand for the items above.
func (r *reader) readKeyedHead(columns []column) {
	own := setOf(columns)
	if !own.has(numberColumn) {
		if r.keyed {
			r.keyColumns |= own // the second row of the head
		} else {
			r.main |= own
		}
		return
	}
	r.keyed = len(r.items) > 0 && r.main.has(departmentColumn) && !own.has(departmentColumn) && !own.has(overviewColumn) && own&^r.main != 0 &&
		(r.Grid.Layout == grid.Tabs || r.Grid.Layout == grid.PipeRows)
	r.keyItem, r.keyColumns = -1, own
	if !r.keyed {
		r.main |= own
	}
}

// readKeyedRow reads a row that says more of the item whose number it has, or of that of the
// row above where it has none. What can't be given to an item stays unmapped.
func (r *reader) readKeyedRow(row []sheet.Token) {
	if !r.findKey(row) {
		r.reportUnplaced(row)
		return
	}
	last := r.item
	r.item = &r.items[r.keyItem]
	known := len(r.indicators)
	var indicators []sheet.Token
	for _, token := range row {
		switch c := r.keyColumnOf(token); c {
		case numberColumn, itemColumn, policyColumn:
			r.Skip(token.Cell)
		case nameColumn:
			indicators = append(indicators, token)
		case gradeColumn:
			r.readKeyedGrade(token)
		case overviewColumn, activityColumn, opinionColumn, nextColumn:
			r.addText(c, token)
		default:
			r.reportUnplaced([]sheet.Token{token})
		}
	}
	r.readIndicators(indicators, r.heads[nameColumn].index)
	r.moveIndicators(known)
	r.item = last
}

// findKey finds the item of a row by its number; a name and a policy that stand there, too,
// must be the item's.
func (r *reader) findKey(row []sheet.Token) bool {
	for _, token := range row {
		if r.keyColumnOf(token) != numberColumn {
			continue
		}
		number, _ := itemNumber(token.Text)
		r.keyItem = slices.IndexFunc(r.items, func(own initiative) bool { return own.Number == number })
	}
	return r.keyItem >= 0 && !slices.ContainsFunc(row, func(token sheet.Token) bool {
		own := &r.items[r.keyItem]
		switch r.keyColumnOf(token) {
		case itemColumn:
			return ja.Key(ja.StripMarkup(token.Text)) != ja.Key(own.Name)
		case policyColumn:
			_, name := splitPolicy(token.Text)
			return len(own.Policy) == 0 || ja.Key(name) != ja.Key(own.Policy[0].Name)
		}
		return false
	})
}

// keyColumnOf returns the column that a cell stands under, nameColumn for all of an
// indicator's, noColumn where none is known.
func (r *reader) keyColumnOf(token sheet.Token) column {
	if name := r.heads[nameColumn]; r.keyColumns.has(nameColumn) && token.Index >= name.index && token.Index <= name.index+int32(r.valueCount()) {
		return nameColumn
	}
	for c := policyColumn; c < columnCount; c++ {
		if r.keyColumns.has(c) && c != groupColumn && r.heads[c].index == token.Index {
			return c
		}
	}
	return noColumn
}

// readKeyedGrade reads the cell under the head of the grades.
func (r *reader) readKeyedGrade(token sheet.Token) {
	_, _, known := r.gradeWords(token.Text)
	switch {
	case known || gradeIn(token.Text) != "":
		r.readGrade(token)
	case sheet.IsNothing(token.Cell):
		r.Skip(token.Cell)
	default:
		r.Report(model.CodeColumnUnknown, token.At, "No."+r.item.Number, token.Text, r.label(gradeColumn))
	}
}

// moveIndicators moves the indicators from an index on behind those of the item of the row.
func (r *reader) moveIndicators(from int) {
	if from == len(r.indicators) || r.keyItem+1 == len(r.items) {
		return
	}
	added := slices.Clone(r.indicators[from:])
	end := r.items[r.keyItem+1].firstIndicator
	r.indicators = slices.Insert(r.indicators[:from], end, added...)
	for i := r.keyItem + 1; i < len(r.items); i++ {
		r.items[i].firstIndicator += len(added)
	}
}

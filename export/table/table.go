// Package table holds the flat tables that documents are exported as: which
// there are, what their columns mean, and how the rows come out of the model. CSV,
// JSON Lines, the workbook and the README's data dictionary are all made from
// these definitions.
//
// In go documents with their keys; out come rows of typed cells, in the order of
// the model. The package must not know formats, files and flags.
//
// A row of a table about items has the keys document, municipality_code,
// fiscal_year and item_id. A fact without a natural key has its place in the
// model's list as a number, counted from 1, so that keys are unique and references
// hold whatever the sheets say.
package table

import (
	"iter"
	"sync"
)

// Table is the definition of one table.
type Table struct {
	// Name is the name in snake_case, as in costs.csv.
	Name string
	// Title is what people call the table, Description what one row is.
	Title, Description Words
	// Key names the columns that no two rows share.
	Key []string
	// References lead to the rows of other tables that a row belongs to.
	References []Reference
	Columns    []Column

	// each sets the scope to one row of a document after another, until row says
	// that no more are wanted.
	each func(s *scope, row func() bool)
}

// Column is the definition of one column.
type Column struct {
	// Name is the name in snake_case, unique in its table.
	Name string
	// Title is what people call the column, Description what stands in it.
	Title, Description Words
	// Type is the type of every cell that is not missing.
	Type Type
	// Unit is what a number counts, where that is the same in every row.
	Unit Words
	// Field is the place of the model that the cells come from, with [] behind the
	// name of a list: items[].costs[].yen. The list alone stands for the place in it.
	// It is empty of what export itself gives.
	Field string
	// Required says that no cell is missing.
	Required bool
	// Values are the only values of the column, in the model's order, where it has
	// such.
	Values []Value

	cell func(s *scope) Cell
}

// Value is one of the values of a column, with what people call it.
type Value struct {
	Name  string
	Title Words
}

// Reference says that columns hold the key of a row in another table, or in the same
// one. Where one of them is missing there is none.
type Reference struct {
	Columns []string
	Table   string
	// To names the columns there, in the same order.
	To []string
}

// Words is a text in both languages.
type Words struct{ English, Japanese string }

// In returns the text in Japanese for ja, else in English.
func (w Words) In(language string) string {
	if language == "ja" {
		return w.Japanese
	}
	return w.English
}

// All is every table, in the order in which they are shown. A table stands behind
// those that it refers to.
func All() []*Table { return all() }

// all makes the tables when they are first asked for: most runs export nothing.
var all = sync.OnceValue(func() []*Table {
	return []*Table{
		documents(), items(), policies(), departments(), indicators(), values(), costs(), staffing(), unitCosts(), evaluations(),
		schedule(), texts(), attributes(), grades(), summary(), notes(), unmapped(), diagnostics(),
	}
})

// Find returns the table of a name, or nil.
func Find(name string) *Table {
	for _, table := range all() {
		if table.Name == name {
			return table
		}
	}
	return nil
}

// Column returns where the column of a name stands, or -1.
func (t *Table) Column(name string) int {
	for index := range t.Columns {
		if t.Columns[index].Name == name {
			return index
		}
	}
	return -1
}

// Rows gives the rows that a document has in the table. The cells of a row are in
// the order of the columns, and hold until the next row is asked for.
func (t *Table) Rows(of *Document) iter.Seq[[]Cell] {
	return func(yield func([]Cell) bool) {
		s := &scope{of: of}
		cells := make([]Cell, len(t.Columns))
		t.each(s, func() bool {
			for index := range t.Columns {
				cells[index] = t.Columns[index].cell(s)
			}
			return yield(cells)
		})
	}
}

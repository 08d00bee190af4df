package grid

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// nesting says of the tables of a page, by their number, and of the cells, by theirs,
// what tables in cells make of them.
type nesting struct {
	// inline are the tables whose rows are lines of the cell that they stand in: none has
	// several cells, and the table around has.
	inline map[int]bool
	// frames are the cells that hold tables with rows of their own, as where the page is
	// laid out by a table: what else they hold are paragraphs of the page.
	frames map[int]bool
	// ends are where in the source the last end of each kind of element begins.
	ends map[string]int
}

// maxNames is of how many kinds of elements it is kept where the last ends.
const maxNames = 200

// nestedTable is a table that is open.
type nestedTable struct {
	number int
	cell   int // that is open, 0 if none is
	filled int // cells of the row
	isList bool
	// holdsTables is set of a table with tables in its cells whose rows are rows.
	holdsTables bool
	// hasText is set of the cell that is open, holdsText of the table.
	hasText, holdsText bool
	row                []innerTable // that stand in cells of the row
	inner              innerTable   // those of which the table's own place decides
}

// innerTable is a table in a cell with those that go with it.
type innerTable struct {
	tables, cells []int
	isList        bool
}

// findNesting looks through a page for tables in cells, and for the ends of elements.
func findNesting(source string) nesting {
	n := nesting{inline: map[int]bool{}, frames: map[int]bool{}, ends: map[string]int{}}
	var open []nestedTable
	tables, cells, offset := 0, 0, 0
	tokens := html.NewTokenizer(strings.NewReader(source))
	for {
		kind := tokens.Next()
		start := offset
		offset += len(tokens.Raw())
		var tag atom.Atom
		switch kind {
		case html.ErrorToken:
			for len(open) > 0 {
				open = n.close(open)
			}
			return n
		case html.TextToken:
			if len(open) > 0 && open[len(open)-1].cell > 0 && trimLeft(string(tokens.Raw())) != "" {
				open[len(open)-1].hasText = true
			}
			continue
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			name, _ := tokens.TagName()
			tag = atom.Lookup(name)
			if kind == html.EndTagToken {
				n.keepEnd(tag, name, start)
			}
		}
		if begins := kind != html.EndTagToken; begins && tag == atom.Table {
			if tables++; len(open) < maxTables {
				open = append(open, nestedTable{number: tables, isList: true})
			}
			continue
		} else if begins && (tag == atom.Td || tag == atom.Th) {
			cells++
		}
		if len(open) > 0 {
			open = n.read(open, tag, kind != html.EndTagToken, cells)
		}
	}
}

// keepEnd keeps where an element of a kind ends; only names that HTML lacks are copied.
func (n *nesting) keepEnd(tag atom.Atom, name []byte, at int) {
	kind := tag.String()
	if tag == 0 {
		kind = string(name)
	}
	if _, known := n.ends[kind]; known || len(n.ends) < maxNames {
		n.ends[kind] = at
	}
}

// read takes a tag within a table.
func (n *nesting) read(open []nestedTable, tag atom.Atom, begins bool, cells int) []nestedTable {
	t := &open[len(open)-1]
	switch {
	case tag == atom.Table && !begins:
		return n.close(open)
	case tag == atom.Tr:
		n.endRow(t)
	case tag == atom.Td || tag == atom.Th:
		if t.endCell(); begins {
			t.cell = cells
		}
	case (tag == atom.Input || tag == atom.Img) && t.cell > 0:
		t.hasText = true
	}
	return open
}

func (t *nestedTable) endCell() {
	if t.hasText {
		t.filled, t.holdsText = t.filled+1, true
	}
	t.cell, t.hasText = 0, false
}

// endRow settles what the tables in the cells of a row are.
func (n *nesting) endRow(t *nestedTable) {
	t.endCell()
	t.isList = t.isList && t.filled <= 1
	for _, inner := range t.row {
		switch {
		case inner.isList && t.filled > 1:
			n.settle(inner, true)
		case inner.isList:
			t.inner.tables, t.inner.cells = append(t.inner.tables, inner.tables...), append(t.inner.cells, inner.cells...)
		default:
			t.isList, t.holdsTables = false, true
			n.settle(inner, false)
		}
	}
	t.filled, t.row = 0, nil
}

// settle notes of the tables in a cell whether they are lines of it.
func (n *nesting) settle(inner innerTable, isInline bool) {
	for _, number := range inner.tables {
		n.inline[number] = isInline
	}
	for _, number := range inner.cells {
		n.frames[number] = !isInline
	}
}

// close ends the innermost table that is open.
func (n *nesting) close(open []nestedTable) []nestedTable {
	t := &open[len(open)-1]
	n.endRow(t)
	if !t.isList && !t.holdsTables {
		n.settle(t.inner, true) // in rows whose other cells are empty
		t.inner = innerTable{}
	}
	own := t.inner
	own.tables, own.isList = append(own.tables, t.number), t.isList
	if open = open[:len(open)-1]; len(open) == 0 || open[len(open)-1].cell == 0 {
		n.settle(own, false)
		return open
	}
	outer := &open[len(open)-1]
	outer.hasText = outer.hasText || t.holdsText
	own.cells = append(own.cells, outer.cell)
	outer.row = append(outer.row, own)
	return open
}

package grid

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// leastRowDivisions is how many divisions must be rows for a page to have its tables in
// them: fewer may be paragraphs that share a frame.
const leastRowDivisions = 6

// deepestDivision is how many divisions may stand one within the other.
const deepestDivision = 1000

// division is a division that is open.
type division struct {
	number   int
	hasText  bool // of its own
	isFrame  bool // some division in it has divisions
	children int
}

// findRowDivisions returns the divisions, by their number, that are rows of a page without
// tables: they hold several divisions, which are the cells, and nothing beside.
func findRowDivisions(source string) map[int]bool {
	rows := map[int]bool{}
	var open []division
	tokens := html.NewTokenizer(strings.NewReader(source))
	for count := 0; ; {
		kind := tokens.Next()
		var tag atom.Atom
		switch kind {
		case html.ErrorToken:
			if len(rows) < leastRowDivisions {
				return nil
			}
			return rows
		case html.TextToken:
			if last := len(open) - 1; last >= 0 && trimLeft(string(tokens.Raw())) != "" {
				open[last].hasText = true
			}
			continue
		case html.StartTagToken, html.EndTagToken:
			name, _ := tokens.TagName()
			tag = atom.Lookup(name)
		}
		switch {
		case tag == atom.Table || tag == atom.Td || len(open) > deepestDivision:
			return nil
		case tag != atom.Div:
		case kind == html.StartTagToken:
			count++
			if last := len(open) - 1; last >= 0 {
				open[last].children++
			}
			open = append(open, division{number: count})
		case len(open) > 0:
			last := open[len(open)-1]
			open = open[:len(open)-1]
			if last.children > 1 && !last.hasText && !last.isFrame {
				rows[last.number] = true
			}
			if outer := len(open) - 1; outer >= 0 && last.children > 0 {
				open[outer].isFrame = true
			}
		}
	}
}

// openDivision takes the tag of a division: that of a row, of a cell in one, or of a
// paragraph.
func (p *page) openDivision() {
	t := p.table()
	switch {
	case t != nil && t.isDivisions && t.inRow:
		p.openCell(1, 1)
	case p.rowDivisions[p.divisionCount]:
		if p.endBlock(); t == nil {
			p.tables = append(p.tables, pageTable{isDivisions: true})
		}
		p.openRow(false)
	default:
		p.endBlock()
	}
}

func (p *page) closeDivision() {
	t := p.table()
	switch {
	case t == nil || !t.isDivisions || !t.inRow:
		p.endBlock()
	case t.inCell:
		p.closeCell()
	default:
		p.closeRow()
	}
}

// leaveDivisions ends the table of divisions before a text outside of its rows.
func (p *page) leaveDivisions() {
	if t := p.table(); t != nil && t.isDivisions && !t.inRow {
		p.tables = p.tables[:len(p.tables)-1]
		p.endLine()
		if len(p.out) > 0 {
			p.out = append(p.out, '\n')
		}
	}
}

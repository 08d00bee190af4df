package komaki

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// yearWidth is how much further to the left a year in brackets may stand than the value
// above it.
const yearWidth = 8

// share gives the lines of each column to the rows. Where one stands above the first row,
// the arrows stand beside the middle of theirs.
func (a *arrowRows) share() {
	middle := a.besideMiddle()
	mayCutName := a.nameCuts()
	for column, gaps := range a.gaps {
		mayCut := mayCutName
		if column > 0 {
			mayCut = func(gap, cut int) bool { return a.mayCut(column, gap, cut) }
		}
		cuts := gapCuts{gaps: gaps, allowed: func(gap, cut int) bool {
			return (gap > 0 || cut == 0) && (gap < len(a.rows) || cut == len(gaps[gap])) && mayCut(gap, cut)
		}}
		for i := range a.rows {
			cuts.rows = append(cuts.rows, gapRow{middle: a.rows[i].line, own: a.rows[i].cells[column]})
		}
		for i, cut := range cuts.cutAroundNumbers() {
			gap := gaps[i]
			if len(gap) == 0 {
				continue
			}
			if cut == none || !middle && cut < len(gap) {
				a.doubt(i) // it may be of the row above as well as of the next
				continue
			}
			if cut > 0 {
				above := &a.rows[i-1].cells[column]
				*above = append(*above, gap[:cut]...)
			}
			if cut < len(gap) {
				below := &a.rows[i].cells[column]
				*below = append(gap[cut:len(gap):len(gap)], *below...)
			}
		}
	}
}

// nameCuts returns where the lines of names between two rows may be cut: a line that ends
// before the column does ends its name.
func (a *arrowRows) nameCuts() func(gap, cut int) bool {
	widest := int32(0)
	rows := make([]*wrappedRow, len(a.rows))
	for i := range rows {
		rows[i] = &wrappedRow{names: a.rows[i].cells[0]}
		for _, name := range rows[i].names {
			widest = max(widest, name.cell.DisplayWidth())
		}
	}
	gaps := a.gaps[0]
	for _, gap := range gaps {
		for _, name := range gap {
			widest = max(widest, name.cell.DisplayWidth())
		}
	}
	return func(gap, cut int) bool {
		lines := nameLines{lines: gaps[gap]}
		if gap > 0 {
			lines.above = rows[gap-1]
		}
		if gap < len(rows) {
			lines.below = rows[gap]
		}
		least, most := lines.bounds(widest)
		return least > most || cut >= least && cut <= most
	}
}

// besideMiddle reports whether the arrows stand beside the middle of their rows: something
// stands above the first of them, a value begins above one, or a cell has nothing beside it.
func (a *arrowRows) besideMiddle() bool {
	for column, gaps := range a.gaps {
		for i, gap := range gaps {
			if len(gap) > 0 && (i == 0 || column > 0 && i < len(a.rows) && a.mayCut(column, i, len(gap)-1)) {
				return true
			}
		}
	}
	return slices.ContainsFunc(a.rows, func(row arrowRow) bool {
		return slices.ContainsFunc(row.cells, func(own []*tablePiece) bool { return len(own) == 0 })
	})
}

// mayCut reports whether a value may begin behind the first lines of a gap, and those be
// the rest of one: what begins a value has a digit first, and no number is torn there.
func (a *arrowRows) mayCut(column, gap, cut int) bool {
	lines := a.gaps[column][gap]
	before := ""
	if gap > 0 {
		if own := a.rows[gap-1].cells[column]; len(own) > 0 {
			before = own[len(own)-1].cell.Text
		}
	}
	for i, line := range lines {
		begins := startsWithDigit(line.cell.Text) && !endsInTornNumber(before)
		if begins && i < cut || !begins && i == cut {
			return false
		}
		before = line.cell.Text
	}
	return true
}

func startsWithDigit(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return sheet.IsDigit(first)
}

// endsInTornNumber reports whether a text ends inside the thousands of a number: 131,8.
func endsInTornNumber(text string) bool {
	folded := ja.Fold(text)
	at := strings.LastIndexByte(folded, ',')
	if at <= 0 || !sheet.IsDigit(rune(folded[at-1])) {
		return false
	}
	group := folded[at+1:]
	return len(group) < len("000") && (group == "" || isNumber(group))
}

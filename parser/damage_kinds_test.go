package parser_test

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sheetconv/parser/internal/grid"
)

// damageKind is one thing that extraction does to a table. Its apply does it
// once and reports whether it found a place for it.
type damageKind struct {
	name  string
	apply func(d *damager) bool
	// most is how often it is done to one sheet at most.
	most int
}

var damageKinds = []damageKind{
	{"shiftRight", shiftRight, 3},
	{"shiftLeft", shiftLeft, 3},
	{"joinNeighbours", joinNeighbours, 2},
	{"joinLabelValue", joinLabelValue, 3},
	{"dropEmptyCell", dropEmptyCell, 2},
	{"dropMergedCell", dropMergedCell, 2},
	{"repeatMergedCell", repeatMergedCell, 3},
	{"breakPage", breakPage, 2},
	{"wrapCell", wrapCell, 5},
	{"loseNumber", loseNumber, 2},
	{"repeatHeader", repeatHeader, 2},
	{"trimTrailing", trimTrailing, 1},
	{"extraTrailing", extraTrailing, 5},
	{"spacesInLabel", spacesInLabel, 5},
	{"fullWidth", fullWidth, 5},
	{"strayQuote", strayQuote, 2},
}

// damager damages one sheet.
type damager struct {
	*damagedTable
	*rand.Rand
	clean *cleanSheet
	// touched are the rows that were damaged: none is damaged twice, for two
	// faults of one row may well undo all that told where its cells belong.
	touched map[int]bool
}

// damage returns a clean sheet with a kind of damage done to it under a seed;
// false where it has no place for that.
func damage(clean *cleanSheet, kind damageKind, seed uint64) (*damagedText, bool) {
	d := &damager{
		damagedTable: clean.table.clone(),
		Rand:         rand.New(rand.NewPCG(seed, 0x5eed)),
		clean:        clean,
		touched:      map[int]bool{},
	}
	done := false
	for range 1 + d.IntN(kind.most) {
		if kind.apply(d) {
			done = true
		}
	}
	if !done {
		return nil, false
	}
	return d.write(), true
}

// place is a cell by its row and its index there.
type place struct{ row, cell int }

// pick returns one of the cells for which a condition holds. In a sheet in tabs
// their rows are then touched.
func (d *damager) pick(holds func(cells []damagedCell, i int) bool) (place, bool) {
	var places []place
	for r, row := range d.rows {
		if d.touched[r] && !d.pipes {
			continue
		}
		for c := range row.cells {
			if holds(row.cells, c) {
				places = append(places, place{r, c})
			}
		}
	}
	if len(places) == 0 {
		return place{}, false
	}
	chosen := places[d.IntN(len(places))]
	d.touched[chosen.row] = true
	return chosen, true
}

func (d *damager) cell(p place) *damagedCell { return &d.rows[p.row].cells[p.cell] }

// remove takes cells out of a row; the rest moves left.
func (d *damager) remove(p place, count int) {
	row := &d.rows[p.row]
	row.cells = slices.Delete(row.cells, p.cell, p.cell+count)
}

func (d *damager) insert(p place, cells ...damagedCell) {
	row := &d.rows[p.row]
	row.cells = slices.Insert(row.cells, p.cell, cells...)
}

// isValue reports whether the clean sheet's reading took a cell for a value.
func (d *damager) isValue(cell damagedCell) bool {
	use, known := d.clean.uses[squash(cell.text)]
	return isFilled(cell) && (d.holdsFact(cell) || known && use == grid.Value)
}

func (d *damager) isLabel(cell damagedCell) bool {
	use, known := d.clean.uses[squash(cell.text)]
	return known && use == grid.Label && !d.holdsFact(cell)
}

func (d *damager) holdsFact(cell damagedCell) bool {
	return slices.ContainsFunc(cell.origins, func(o int) bool { return d.clean.values[o] })
}

// isYearly reports whether a cell holds a value of one of several years: the
// cell beside it is another year's.
func (d *damager) isYearly(cell damagedCell) bool {
	return slices.ContainsFunc(cell.origins, func(o int) bool { return d.clean.yearly[o] })
}

func (d *damager) isDataRow(cells []damagedCell) bool {
	return len(cells) > 1 && slices.ContainsFunc(cells, d.isValue)
}

func isFilled(cell damagedCell) bool { return strings.TrimSpace(cell.text) != "" }

// shiftRight moves a row right by a column; of a sheet without rows, the cells
// from a value on.
func shiftRight(d *damager) bool {
	p, found := d.pick(func(cells []damagedCell, i int) bool {
		return d.isDataRow(cells) && (i == 0 && !d.pipes || d.pipes && d.isValue(cells[i]))
	})
	if found {
		d.insert(p, damagedCell{})
	}
	return found
}

// shiftLeft moves a row left whose first cell is empty; of a sheet without
// rows, the cells behind an empty one up to the next.
func shiftLeft(d *damager) bool {
	p, found := d.pick(func(cells []damagedCell, i int) bool {
		return d.isDataRow(cells) && !isFilled(cells[i]) && !d.pipes && i == 0
	})
	if !found {
		return false
	}
	d.remove(p, 1)
	d.insert(place{p.row, len(d.rows[p.row].cells)}, damagedCell{})
	return true
}

// join makes one cell of two; the second is gone or left empty.
func (d *damager) join(p place) {
	first, second := *d.cell(p), *d.cell(place{p.row, p.cell + 1})
	*d.cell(p) = damagedCell{
		text:    strings.TrimSpace(first.text) + " " + strings.TrimSpace(second.text),
		origins: append(slices.Clone(first.origins), second.origins...),
		ownPipe: second.ownPipe,
	}
	if d.IntN(2) == 0 {
		d.remove(place{p.row, p.cell + 1}, 1)
	} else {
		*d.cell(place{p.row, p.cell + 1}) = damagedCell{}
	}
}

func joinNeighbours(d *damager) bool {
	p, found := d.pick(func(cells []damagedCell, i int) bool {
		return i+1 < len(cells) && isFilled(cells[i]) && isFilled(cells[i+1]) && !d.isLabel(cells[i]) && !d.isLabel(cells[i+1])
	})
	if found {
		d.join(p)
	}
	return found
}

func joinLabelValue(d *damager) bool {
	p, found := d.pick(func(cells []damagedCell, i int) bool {
		return i+1 < len(cells) && d.isLabel(cells[i]) && d.isValue(cells[i+1])
	})
	if found {
		d.join(p)
	}
	return found
}

// dropEmptyCell lets an empty cell inside a row vanish.
func dropEmptyCell(d *damager) bool {
	p, found := d.pick(func(cells []damagedCell, i int) bool {
		return !isFilled(cells[i]) && d.isDataRow(cells) && slices.ContainsFunc(cells[i:], isFilled)
	})
	if found {
		d.remove(p, 1)
	}
	return found
}

// dropMergedCell lets all the empty cells vanish over which a merged cell
// spanned: those behind a filled one, or those that begin a row.
func dropMergedCell(d *damager) bool {
	p, found := d.pick(func(cells []damagedCell, i int) bool {
		begins := i == 0 || isFilled(cells[i-1])
		return begins && !isFilled(cells[i]) && d.isDataRow(cells) && slices.ContainsFunc(cells[i:], isFilled)
	})
	if !found {
		return false
	}
	count := 0
	for p.cell+count < len(d.rows[p.row].cells) && !isFilled(*d.cell(place{p.row, p.cell + count})) {
		count++
	}
	d.remove(p, count)
	return true
}

// repeatMergedCell repeats a cell into the empty one beside it. One year's value
// is left alone: repeated, it is what the sheet says of the next year.
func repeatMergedCell(d *damager) bool {
	p, found := d.pick(func(cells []damagedCell, i int) bool {
		return i+1 < len(cells) && isFilled(cells[i]) && !isFilled(cells[i+1]) && !d.isYearly(cells[i])
	})
	if found {
		d.cell(place{p.row, p.cell + 1}).text = d.cell(p).text
	}
	return found
}

// wrapPoints are the places between two Japanese characters of a word.
func wrapPoints(text string) []int {
	var points []int
	previous := rune(0)
	for i, r := range text {
		if isJapanese(previous) && isJapanese(r) {
			points = append(points, i)
		}
		previous = r
	}
	return points
}

func isJapanese(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// wrapCell breaks the line inside a cell, which tabs show as a blank.
func wrapCell(d *damager) bool {
	p, found := d.pick(func(cells []damagedCell, i int) bool {
		text := cells[i].text
		return utf8.RuneCountInString(text) >= 6 && !strings.Contains(text, "<") && len(wrapPoints(text)) > 0
	})
	if !found {
		return false
	}
	cell := d.cell(p)
	points := wrapPoints(cell.text)
	at := points[d.IntN(len(points))]
	sign := " "
	if d.pipes {
		sign = "\n"
	}
	cell.text = cell.text[:at] + sign + cell.text[at:]
	return true
}

var (
	numberWithUnit = regexp.MustCompile(`^[-−△▲]?[0-9][0-9,.]*\s*([^\s0-9(（]{1,4})$`)
	bareNumber     = regexp.MustCompile(`^[-−△▲]?[0-9][0-9,.]*$`)
)

// loseNumber leaves of a value its unit alone, in its cell or the one beside it.
// The number of an item is no value.
func loseNumber(d *damager) bool {
	p, found := d.pick(func(cells []damagedCell, i int) bool {
		names := slices.ContainsFunc(cells[i].origins, func(o int) bool { return d.clean.naming[o] })
		return d.isValue(cells[i]) && !names && (numberWithUnit.MatchString(cells[i].text) || bareNumber.MatchString(cells[i].text))
	})
	if !found {
		return false
	}
	cell := d.cell(p)
	for _, o := range cell.origins {
		d.destroyed[o] = true
	}
	if parts := numberWithUnit.FindStringSubmatch(cell.text); parts != nil {
		cell.text = parts[1]
	} else {
		cell.text = ""
	}
	return true
}

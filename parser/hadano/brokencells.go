package hadano

import (
	"slices"
	"strings"

	"sheetconv/parser/internal/sheet"
)

// goesOnInCell reports whether a row can go on with the last cell of the one above it: it
// begins in the first column, and with no label, as no row of the form does.
func (w *row) goesOnInCell(above *row) bool {
	isOpen := above.pieces[len(above.pieces)-1].Index+1 == above.width
	return isOpen && w.pieces[0].Index == 0 && w.first() == noLabel
}

// wholeEnd returns how many rows make up one, given that the second may go on with the
// last cell of the first, and the rows above that were kept; 1 if the first stands for
// itself. They are one where together they are as wide as the row above, or as others of
// their table.
func (f *facts) wholeEnd(rows, kept []row, trimmed bool) int {
	own, next := &rows[0], &rows[1]
	switch {
	case beginsBound(next.pieces[0].Text) && !own.isOutside():
		return 2
	case own.first() == themeName && len(next.pieces) > 1 && next.pieces[1].label == pillar:
		return 2
	case !own.isLabelled() && (trimmed || own.pieces[0].Index == 0):
		return 1
	}
	above := len(kept) - 1
	for above >= 0 && kept[above].isOutside() {
		above--
	}
	if above < 0 {
		return 1
	}
	widths := []int32{kept[above].width}
	if moved := own.movedBy() - kept[above].movedBy(); moved != 0 && !trimmed {
		widths = append(widths, kept[above].width+moved)
	}
	if !trimmed && f.mayBeOneCell(own.pieces[len(own.pieces)-1], next.pieces[0]) {
		widths = append(widths, f.usualWidths(rows, kept, own.movedBy())...)
	}
	for _, width := range widths {
		if end := 1; own.width <= width {
			if end = brokenEnd(rows, width); end > 1 {
				return end
			}
		}
	}
	return 1
}

// beginsBound reports whether a text begins with a word that goes on with the number
// before it.
func beginsBound(text string) bool {
	for _, word := range [...]string{"以上", "以下", "以内", "未満", "程度"} {
		if rest, ok := strings.CutPrefix(text, word); ok && (rest == "" || !goesOn(rest) && sheet.HasDigit(text)) {
			return true
		}
	}
	return false
}

// mayBeOneCell reports whether two cells may be the parts of one: no labels, no years, and
// no figures that each have a unit of their own.
func (f *facts) mayBeOneCell(first, second piece) bool {
	if first.label != noLabel || f.isYear(first) {
		return false
	}
	return !sheet.IsFigure(first.Text) || !sheet.IsFigure(second.Text)
}

// opensIndicator reports whether a row begins with the name of an indicator, right before
// its targets, below the definition or the figures of another one.
func (w *row) opensIndicator(above *row) bool {
	if len(w.pieces) < 2 || w.first() != noLabel || w.pieces[1].label != target || w.pieces[1].Index != 1 {
		return false
	}
	return above.first() == overview && !strings.Contains(above.pieces[0].Text, "目指す") || above.hasMeasure()
}

// movedBy returns by how many columns a row has moved whose label stands in the first.
func (w *row) movedBy() int32 {
	first := w.pieces[0]
	if first.label.entry().row || first.label == overview && strings.Contains(first.Text, "目指すもの") {
		return first.Index
	}
	return 0
}

// farthestRow is how far the rows of a table are asked.
const farthestRow = 30

// usualWidths returns the widths that several rows of a table have, by which a row is
// told that has moved by some columns. The first two of the rows to come may be one.
func (f *facts) usualWidths(rows, kept []row, moved int32) []int32 {
	var seen, usual []int32
	ask := func(w *row) bool {
		if w.first() == initiativeHead || w.isThemeHead() || f.isHeadCell(w.pieces[len(w.pieces)-1]) {
			return false
		}
		width := w.width - w.movedBy() + moved
		switch {
		case w.isOutside() || w.width < leastTableWidth:
		case !slices.Contains(seen, width):
			seen = append(seen, width)
		case !slices.Contains(usual, width):
			usual = append(usual, width)
		}
		return true
	}
	for i := len(kept) - 1; i >= 0 && i >= len(kept)-farthestRow && ask(&kept[i]); i-- {
	}
	for i := 2; i < len(rows) && i < farthestRow && ask(&rows[i]); i++ {
	}
	return usual
}

// leastTableWidth is how wide a row with years is at least: a label, and two years.
const leastTableWidth = 3

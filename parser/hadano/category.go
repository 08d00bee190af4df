package hadano

import (
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// isCategory reports whether a cell holds boxes, or a word that they offer.
func isCategory(text string) bool {
	_, found := ja.ReadOptions(text)
	return found || sheet.FindStatus(text) != "" || boxSigns.In(text)
}

// boxSigns stand before options, also where one of them is alone.
var boxSigns = ja.NewCharacters("☑☐■□✓✔")

// readCategory reads which box is ticked. Boxes that a layout has parted are
// read as one cell.
func (r *reader) readCategory(own *item, printed string, pieces []piece) {
	if len(pieces) == 0 {
		return
	}
	for len(pieces) > 1 && pieces[len(pieces)-1].Text == pieces[0].Text {
		r.skip(pieces[len(pieces)-1])
		pieces = pieces[:len(pieces)-1]
	}
	options, found := r.readBoxes(printed, pieces)
	for _, p := range pieces {
		if sheet.IsNothing(p.Cell) {
			r.skip(p)
		} else {
			r.Grid.Claim(p.Cell, grid.Value)
		}
	}
	names, ticked := sheet.OptionTexts(options)
	if !found && !sheet.IsNothing(pieces[0].Cell) {
		ticked = []string{ja.StripMarkup(pieces[0].Text)}
	}
	switch {
	case len(ticked) > 1:
		r.Report(model.CodeSeveralChoices, pieces[0].At, printed, strings.Join(ticked, ", "))
	case len(ticked) == 1 && sheet.FindStatus(ticked[0]) != "":
		own.Status = sheet.FindStatus(ticked[0])
	case len(ticked) == 1 && found:
		own.Attributes = append(own.Attributes, model.Attribute{At: pieces[0].At, Label: printed, Options: names, Selected: ticked})
	case len(ticked) == 1:
		if offersSeveral(ticked[0]) {
			r.Report(model.CodeUnreadable, pieces[0].At, printed, ticked[0], "one word, or a box that is ticked")
		}
		own.Attributes = append(own.Attributes, model.Attribute{At: pieces[0].At, Label: printed, Figure: model.Figure{Raw: ticked[0]}})
	}
}

// readBoxes reads the boxes of cells, also one that a line break inside its tag
// has broken.
func (r *reader) readBoxes(printed string, pieces []piece) (options []ja.Option, found bool) {
	last := pieces[len(pieces)-1].Cell
	text := r.Grid.Text[pieces[0].Offset : int(last.Offset)+len(last.Text)]
	options, found = ja.ReadOptions(text)
	if !found || isTicked(options) && !lacksBox(text, options) {
		return options, found
	}
	whole, _ := ja.ReadOptions(strings.ReplaceAll(text, "\n", ""))
	switch {
	case isTicked(whole) && len(whole) >= len(options):
		return whole, true
	case lacksBox(text, options):
		r.Report(model.CodeUnreadable, pieces[0].At, printed, text, "a box before each word, one of them ticked")
	}
	return options, true
}

func isTicked(options []ja.Option) bool {
	return slices.ContainsFunc(options, func(option ja.Option) bool { return option.Ticked })
}

// lacksBox reports whether a word of a status has no box.
func lacksBox(text string, options []ja.Option) bool {
	words := 0
	for _, one := range sheet.StatusWords {
		words += strings.Count(text, one.Word)
	}
	return words > len(options)
}

// offersSeveral reports whether a text holds several words of a status and does
// not say which one holds.
func offersSeveral(text string) bool {
	count := 0
	for _, word := range strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(" \u3000\n・/／、,", c) }) {
		if sheet.FindStatus(word) != "" {
			count++
		}
	}
	return count > 1
}

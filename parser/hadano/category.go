package hadano

import (
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// isCategory reports whether a cell holds boxes, or a word that they offer.
func isCategory(text string) bool {
	_, found := ja.ReadOptions(text)
	return found || sheet.FindStatus(text) != "" || strings.ContainsAny(text, "☑☐■□✓✔")
}

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
	last := pieces[len(pieces)-1].Cell
	options, found := ja.ReadOptions(r.Grid.Text[pieces[0].Offset : int(last.Offset)+len(last.Text)])
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
		own.Attributes = append(own.Attributes, model.Attribute{At: pieces[0].At, Label: printed, Figure: model.Figure{Raw: ticked[0]}})
	}
}

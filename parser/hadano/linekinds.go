package hadano

import (
	"slices"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// findKinds finds the kinds of the indicators of a table on lines whose headings, as those
// of merged cells, stand beside the middle of their indicators.
func (r *reader) findKinds() {
	r.kinds = nil
	if r.Grid.Layout != grid.Blanks || r.head.table != indicatorHead {
		return
	}
	var headings, indicators []sheet.Lines
	var kinds []model.IndicatorKind
	between := false
	rows := r.rowsBelow()
	for i := range rows {
		w := &rows[i]
		line := w.line()
		has := func(l label) bool {
			return slices.ContainsFunc(w.pieces, func(p piece) bool { return p.label == l })
		}
		if kind := w.first().entry().indicator; kind != "" {
			headings, kinds = append(headings, sheet.Lines{First: line, Last: line}), append(kinds, kind)
			between = between || !has(target)
		}
		switch {
		case has(target):
			indicators = append(indicators, sheet.Lines{First: line, Last: line})
		case len(indicators) > 0 && (w.hasMeasure() || has(overview)):
			indicators[len(indicators)-1].Last = line
		}
	}
	if !between {
		return
	}
	starts, ok := sheet.ShareRows(headings, indicators)
	if !ok {
		return
	}
	r.kinds = map[int32]model.IndicatorKind{}
	for i, start := range starts {
		end := len(indicators)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		for _, own := range indicators[start:end] {
			r.kinds[own.First] = kinds[i]
		}
	}
}

package hadano

import (
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readTheme reads the head of a theme: its number and name, and the pillar of
// the plan that it stands under. A head that a page repeats begins no theme.
func (r *reader) readTheme() {
	pieces := splitPillar(r.row.pieces)
	at := pieces[0].At
	if pieces[0].label == themeName {
		r.label(pieces[0])
		pieces = pieces[1:]
	}
	r.block = themeHead
	end := 0
	for end < len(pieces) && pieces[end].label != pillar {
		end++
	}
	number, name := "", ""
	for _, p := range pieces[:end] {
		if sheet.IsNothing(p.Cell) || name != "" {
			r.skip(p)
			continue
		}
		number, name = sheet.SplitNumber(r.text(p))
		name, at = ja.Unwrap(name), p.At
	}
	if r.theme == nil || number != r.theme.Number || number == "" {
		r.indicator, r.indicatorKind = nil, ""
		r.theme = &item{Item: model.Item{At: at, Kind: model.Theme, ID: number, Number: number, Name: name}}
		if number == "" {
			r.theme.ID = name
		}
		r.begin(r.theme)
	}
	r.item = r.theme
	r.readPillar(pieces[end:])
}

// splitPillar parts the label 改革の柱 from its value, and from a name before it,
// where they stand in one cell.
func splitPillar(pieces []piece) []piece {
	for i, p := range pieces[1:] {
		at := strings.Index(p.Text, table[pillar].spellings[0])
		if at < 0 || p.label != noLabel || at > 0 && p.Text[at-1] != ' ' {
			continue
		}
		end := at + len(table[pillar].spellings[0])
		return splitAround(pieces, i+1, at, end)
	}
	return pieces
}

// readPillar reads 改革の柱 with its number and name.
func (r *reader) readPillar(pieces []piece) {
	if len(pieces) == 0 {
		return
	}
	level := r.label(pieces[0])
	for _, p := range pieces[1:] {
		if sheet.IsNothing(p.Cell) || len(r.item.Policy) > 0 {
			r.skip(p)
			continue
		}
		number, name := sheet.SplitNumber(r.text(p))
		r.item.Policy = []model.Policy{{At: p.At, Level: level, Number: number, Name: ja.Unwrap(name)}}
	}
}

// readThemeRow reads a row of the theme's head or of its yearly table.
func (r *reader) readThemeRow() {
	pieces := r.row.pieces
	first := r.row.first()
	switch {
	case first == pillar:
		r.current(model.Theme)
		r.readPillar(pieces)
	case first == overview:
		own := r.current(model.Theme)
		r.addText(own, model.TextOverview, r.label(pieces[0]), pieces[1:])
	case first == indicatorHead:
		r.label(pieces[0])
		r.block = indicatorRows
	case first.entry().task == model.ScheduleGoal || first.entry().result && first.entry().row:
		r.current(model.Theme)
		r.block = yearlyRows
		r.readYearly(first, r.label(pieces[0]), pieces[0].Index, pieces[1:])
	case first == noLabel:
		r.continueTheme()
	}
}

// continueTheme reads a row without a label: the reasons below the grades, or
// what a page break has cut.
func (r *reader) continueTheme() {
	pieces := r.row.pieces
	switch {
	case r.visible && pieces[0].Index == 0 && (r.row.width > 1 || r.yearly != noLabel):
		return // a label that the form does not have
	case r.yearly == internalEvaluation, r.yearly == externalEvaluation, r.yearly != noLabel && r.afterBreak:
		r.continueYearly(pieces)
	case len(pieces) == 1 && r.afterBreak:
		r.goOn(pieces[0])
	}
}

package hadano

import (
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// extraColumn is a column between the label of a row of figures and its years.
type extraColumn struct {
	kind extraKind
	fy   int
}

type extraKind int

const (
	// unknownColumn is one whose cells stay unmapped.
	unknownColumn extraKind = iota
	unitColumn
	baselineColumn
)

// extraHeads are the heads of columns that are known.
var extraHeads = ja.NewLabels(
	ja.Label[extraKind]{Spelling: "単位", Value: unitColumn},
	ja.Label[extraKind]{Spelling: "基準", Value: baselineColumn},
	ja.Label[extraKind]{Spelling: "基準値", Value: baselineColumn},
	ja.Label[extraKind]{Spelling: "基準年", Value: baselineColumn},
	ja.Label[extraKind]{Spelling: "基準年度", Value: baselineColumn},
	ja.Label[extraKind]{Spelling: "当初", Value: baselineColumn},
	ja.Label[extraKind]{Spelling: "当初値", Value: baselineColumn},
	ja.Label[extraKind]{Spelling: "現状", Value: baselineColumn},
	ja.Label[extraKind]{Spelling: "現状値", Value: baselineColumn},
)

// maxExtraBytes is how long the head of a column may be.
const maxExtraBytes = 60

// addExtra adds a column behind the label of a theme's indicators, before the years.
func (h *header) addExtra(p piece, calendar *ja.Calendar) bool {
	next := h.Label + int32(len(h.extras)) + 1
	if h.table != indicatorHead || h.Label == noColumn || h.Count > 0 || p.label != noLabel || p.Index != next || len(p.Text) > maxExtraBytes {
		return false
	}
	kind, known := extraHeads.Find(p.Text)
	own := extraColumn{kind: kind}
	if fy, start, end, ok := calendar.FindFiscalYear(p.Text); ok {
		own.fy = fy
		if !known { // R2(基準), 令和2年度末 基準値
			rest := ja.TrimSpace(strings.TrimPrefix(p.Text[:start]+p.Text[end:], "末"))
			inner, _ := ja.TrimBrackets(rest)
			own.kind, _ = extraHeads.Find(inner)
		}
	}
	h.extras = append(h.extras, own)
	return true
}

// widenLabel counts the extra columns for the label, so that the years stand right
// behind it; so do the labels 目標 and 実績 where that of the head stands over the names
// before them.
func (h *header) widenLabel() {
	switch {
	case len(h.extras) > 0:
		h.Label += int32(len(h.extras))
	case h.Label != noColumn && h.Columns && h.Label+2 == h.First:
		h.Label++
	}
}

// labelExtras claims the head of an extra column. One that is not known stays unmapped.
func (r *reader) labelExtra(p piece) bool {
	at := int(p.Index-r.head.Label+int32(len(r.head.extras))) - 1
	if len(r.head.extras) == 0 || at < 0 || at >= len(r.head.extras) {
		return false
	}
	if r.head.extras[at].kind != unknownColumn {
		r.claimLabel(p)
	}
	return true
}

// takeExtras reads the cells of a row of figures that stand in extra columns, and
// returns those of the years. It is false where the row shows that its cells have
// moved against these: then no column tells what they are.
func (r *reader) takeExtras(own *indicator, l piece, pieces []piece) (years []piece, ok bool) {
	count := int32(len(r.head.extras))
	if count == 0 {
		return pieces, true
	}
	if !r.head.Columns || r.row.width != r.head.Width && !r.row.trimmed || l.Index+count != r.head.Label {
		return pieces, false
	}
	end := 0
	for end < len(pieces) && pieces[end].Index <= l.Index+count {
		p := pieces[end]
		if p.label != noLabel || p.Index == l.Index {
			return pieces, false
		}
		text := ja.StripMarkup(p.Text)
		if r.head.extras[p.Index-l.Index-1].kind == unitColumn && sheet.HasDigit(text) && !ja.IsUnit(text) {
			return pieces, false
		}
		end++
	}
	for _, p := range pieces[:end] {
		r.readExtra(own, l, p, r.head.extras[p.Index-l.Index-1])
	}
	return pieces[end:], true
}

// readExtra reads a cell of an extra column.
func (r *reader) readExtra(own *indicator, l, p piece, column extraColumn) {
	text := ja.StripMarkup(p.Text)
	switch column.kind {
	case unitColumn:
		if own.Unit == "" && !ja.IsDash(text) {
			own.Unit = ja.Fold(strings.Trim(text, "()（）"))
		}
		use := grid.Label
		if own.Unit == "" {
			use = grid.Decoration
		}
		r.Grid.Claim(p.Cell, use)
	case baselineColumn:
		v := r.newFigure(p)
		own.values = append(own.values, datedValue{
			cell: v.Cell, measure: model.Baseline, fy: column.fy, when: whole, none: v.none, kind: v.kind, unit: v.unit,
		})
	}
}

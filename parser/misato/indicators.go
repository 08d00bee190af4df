package misato

import (
	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// indicatorBlockState is what holds for the indicator that is being read.
type indicatorBlockState struct {
	kind model.IndicatorKind
	// heading is the key of the block's heading.
	heading string
	// current is the indicator; nil outside a block.
	current *model.Indicator
	// actualFirst tells that the head names 実績値 before 計画値.
	actualFirst bool
	// unitless tells that the head has no columns for units: 達成率 stands right
	// behind 実績値.
	unitless bool
	// remarks are the texts of 所見, added behind the indicator's block.
	noteLabel string
}

func (r *reader) readIndicatorLabel(token sheet.Token, label string, e *entry) {
	r.costs.close()
	if r.readYearsAcross(token, label, e.kind) {
		return
	}
	switch e.kind {
	case indicatorBlock:
		if !r.repeatsBlock(label) {
			r.finishIndicator()
			r.indicators = indicatorBlockState{kind: e.indicator, heading: ja.Key(label)}
		}
	case indicatorName:
		r.beginIndicator(token)
	case actualColumn:
		r.indicators.actualFirst = r.planColumnFollows()
		r.indicators.unitless = r.rateColumnFollows(token)
	case noteColumn:
		r.indicators.noteLabel = label
	case unit, direction, goal, method:
		r.readIndicatorField(token, label, e.kind)
	case heading:
		if r.indicators.current != nil {
			r.finishIndicator()
		}
	}
}

// planColumnFollows reports whether 計画値 stands behind the 実績値 just passed, and
// not before it.
func (r *reader) planColumnFollows() bool {
	before := r.Next-2 >= 0 && entryOf(r.Tokens[r.Next-2]).kind == planColumn
	return !before && r.Next < len(r.Tokens) && entryOf(r.Tokens[r.Next]).kind == planColumn
}

// rateColumnFollows reports whether 達成率 stands in the column behind the 実績値 just
// passed.
func (r *reader) rateColumnFollows(token sheet.Token) bool {
	if r.Next >= len(r.Tokens) || r.Grid.Layout == grid.Blanks {
		return false
	}
	next := r.Tokens[r.Next]
	return entryOf(next).kind == rateColumn && next.Row == token.Row && next.Index == token.Index+1
}

func (r *reader) beginIndicator(token sheet.Token) {
	r.finishIndicator()
	r.indicators.current = &model.Indicator{At: token.At, Kind: r.indicators.kind}
	value, found := r.NextValue()
	if !found {
		return
	}
	if text := ja.StripMarkup(value.Text); ja.IsDash(text) || ja.Key(text) == "なし" {
		r.Skip(value.Cell)
		return
	}
	r.indicators.current.At = value.At
	sheet.NameIndicator(r.indicators.current, r.Value(value.Cell))
}

// indicator returns the indicator that is being read; a label of one without
// 指標名 before it begins one without a name.
func (r *reader) indicator(token sheet.Token) *model.Indicator {
	if r.indicators.current == nil {
		r.indicators.current = &model.Indicator{At: token.At, Kind: r.indicators.kind}
	}
	return r.indicators.current
}

func (r *reader) readIndicatorField(token sheet.Token, label string, k kind) {
	indicator := r.indicator(token)
	value, found := r.NextValue()
	if !found {
		return
	}
	if r.beginsAnother(indicator, k, value) {
		r.finishIndicator()
		indicator = r.indicator(token)
	}
	switch text := ja.StripMarkup(value.Text); k {
	case goal:
		indicator.Goal = r.Goal(value.Cell, label, indicator.Unit, r.near())
	case direction:
		indicator.Direction = r.Direction(value.Cell, label, indicator.Unit)
	case unit, method:
		if ja.IsDash(text) {
			r.Skip(value.Cell)
			return
		}
		r.Grid.Claim(value.Cell, grid.Value)
		if k == unit {
			indicator.Unit = unitOf(text)
		} else {
			indicator.Method = r.wrapped(value.Cell)
		}
	}
}

// wrapped returns the text of a cell that may be set over lines.
func (r *reader) wrapped(c grid.Cell) string {
	if r.Grid.LastLine(c) == c {
		return ja.StripMarkup(c.Text)
	}
	return ja.Unwrap(ja.StripMarkup(r.Grid.Whole(c)))
}

// beginsAnother reports whether a field that the indicator has, and has values behind,
// is printed once more and differs: then the name of another indicator is lost.
func (r *reader) beginsAnother(indicator *model.Indicator, k kind, value sheet.Token) bool {
	if len(indicator.Values) == 0 {
		return false
	}
	known := ""
	switch {
	case k == unit:
		known = indicator.Unit
	case k == goal && indicator.Goal != nil:
		known = indicator.Goal.Raw
	case k == direction && indicator.Direction != nil:
		known = indicator.Direction.Raw
	}
	return known != "" && ja.Key(known) != ja.Key(ja.StripMarkup(value.Text))
}

// finishIndicator closes the indicator that is being read. A block without
// name, values and definition is none.
func (r *reader) finishIndicator() {
	indicator := r.indicators.current
	r.indicators.current = nil
	if indicator == nil || indicator.Name == "" && len(indicator.Values) == 0 && indicator.Method == "" {
		return
	}
	sheet.FinishIndicator(indicator)
	r.item.Indicators = append(r.item.Indicators, *indicator)
}

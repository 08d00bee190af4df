package sheet

import (
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// NameIndicator sets what an indicator's printed name says: the name itself,
// whether it is cumulative or a repetition, and its unit in brackets.
func NameIndicator(indicator *model.Indicator, printed string) {
	name := ja.Unwrap(printed)
	special := nameSigns.In(name)
	if special && strings.Contains(name, "再掲") {
		for _, mark := range [...]string{"(再掲)", "（再掲）", "【再掲】", "〔再掲〕", "[再掲]"} {
			if strings.Contains(name, mark) {
				name = strings.TrimSpace(strings.ReplaceAll(name, mark, ""))
				indicator.Repeated = true
			}
		}
	}
	if special && (strings.Contains(name, "【") || strings.Contains(name, "】")) { // round headings, and the name of an indicator that is set as one
		name = strings.TrimSpace(withoutHeadBrackets.Replace(name))
	}
	indicator.Name = name
	indicator.Cumulative = special && strings.Contains(name, "累計")
	unit := trailingBracket(strayQuotes.TrimRight(name))
	if strings.Contains(unit, unitWord) {
		unit, _ = cutUnitWord(unit) // （単位：百万円）
	}
	if indicator.Unit == "" && ja.IsUnit(unit) && !EndsWithAny(unit, "当たり", "あたり", "年間", "月間", "週間") { // 時間外勤務時間(年間) says over what it is counted
		indicator.Unit = ja.Fold(unit)
	}
}

// nameSigns are the characters one of which is in a name that says more than the name.
var nameSigns = ja.NewCharacters("再累【】")

// strayQuotes are quotation marks that a spreadsheet left.
var strayQuotes = ja.NewCharacters("\"“”")

var withoutHeadBrackets = strings.NewReplacer("【", "", "】", "")

// trailingBracket returns what stands in brackets at the end of text.
func trailingBracket(text string) string {
	closing := ""
	switch {
	case strings.HasSuffix(text, ")"):
		closing = "("
		text = text[:len(text)-1]
	case strings.HasSuffix(text, "）"):
		closing = "（"
		text = text[:len(text)-len("）")]
	default:
		return ""
	}
	at := strings.LastIndex(text, closing)
	if at <= 0 {
		return ""
	}
	return ja.TrimSpace(text[at+len(closing):])
}

// FinishIndicator gives the indicator the unit that all its numbers carry,
// where none is printed for it.
func FinishIndicator(indicator *model.Indicator) {
	if indicator.Unit != "" {
		return
	}
	unit, first := "", true
	agree := func(figure *model.Figure) bool {
		if figure.Number.IsZero() {
			return true
		}
		if first {
			unit, first = figure.Unit, false
		}
		return figure.Unit == unit
	}
	if indicator.Goal != nil && !agree(&indicator.Goal.Figure) {
		return
	}
	for i := range indicator.Values {
		if value := &indicator.Values[i]; value.Measure != model.Rate && !agree(&value.Figure) {
			return
		}
	}
	indicator.Unit = unit
}

// AddValue reads a cell as a value of the indicator and claims it. A blank, a
// dash or a unit that lost its number gives no value.
func (b *Builder) AddValue(indicator *model.Indicator, fy int, measure model.ValueMeasure, cell grid.Cell, near int) {
	reading := ja.ReadQuantity(cell.Text, ja.Expect{Unit: indicator.Unit, NearFY: near})
	b.AddReading(indicator, fy, measure, cell, &reading)
}

// AddReading adds what a cell was read as, as AddValue does.
func (b *Builder) AddReading(indicator *model.Indicator, fy int, measure model.ValueMeasure, cell grid.Cell, reading *ja.Reading) {
	if reading.Kind == ja.State && carriesUnit(indicator, reading.Quantity.State) {
		reading.Kind = ja.LoneUnit
	}
	if IsEmpty(reading.Kind) {
		if reading.Kind == ja.LoneUnit {
			b.ReportLoneUnit(cell, nameOf(indicator))
		}
		b.Skip(cell)
		return
	}
	if reading.Kind == ja.Unreadable {
		b.Report(model.CodeUnreadable, cell.At, nameOf(indicator), cell.Text, "a number with its unit, or a state")
	}
	if unit := reading.Quantity.Unit; unit != "" {
		b.dropLoneUnits(indicator, unit)
	}
	added := b.putValue(indicator, fy, measure, cell.At, &reading.Quantity)
	for i := range reading.Further {
		added = b.putValue(indicator, fy, measure, cell.At, &reading.Further[i]) || added
	}
	use := grid.Value
	if !added {
		use = grid.Decoration // the same figure, perhaps with its year written otherwise
	}
	b.Grid.Claim(cell, use)
}

// nameOf names an indicator in messages, also one that prints no name.
func nameOf(indicator *model.Indicator) string {
	if indicator.Name == "" {
		return "指標"
	}
	return indicator.Name
}

// carriesUnit reports whether a number of the indicator has a word for its unit:
// then the word alone is a unit that lost its number, whatever else it may mean.
func carriesUnit(indicator *model.Indicator, word string) bool {
	return slices.ContainsFunc(indicator.Values, func(value model.Value) bool {
		return value.Unit == word && !value.Number.IsZero()
	})
}

// dropLoneUnits takes back what was read as words before a number showed that
// they are its unit.
func (b *Builder) dropLoneUnits(indicator *model.Indicator, unit string) {
	indicator.Values = slices.DeleteFunc(indicator.Values, func(value model.Value) bool {
		if value.State != unit {
			return false
		}
		b.Report(model.CodeLoneUnit, value.At, nameOf(indicator), value.Raw)
		return true
	})
}

// ReportLoneUnit reports a unit that stands where a value should.
func (b *Builder) ReportLoneUnit(cell grid.Cell, label string) {
	b.Report(model.CodeLoneUnit, cell.At, label, cell.Text)
}

// putValue adds a value; the year printed with it goes before the column's, and
// the same figure for the same measure and year stands once: then added is false.
func (b *Builder) putValue(indicator *model.Indicator, fy int, measure model.ValueMeasure, at model.Position, quantity *model.Quantity) (added bool) {
	if quantity.FY != 0 {
		fy = quantity.FY
	}
	value := model.Value{
		At: at, FY: fy, Measure: measure,
		Figure: quantity.Figure, AsOf: quantity.AsOf, Note: quantity.Note,
	}
	for i := range indicator.Values {
		before := &indicator.Values[i]
		if fy == 0 && measure != model.Baseline || before.FY != fy || before.Measure != measure || before.AsOf != value.AsOf {
			continue
		}
		if sameFigure(&before.Figure, &value.Figure) {
			return false
		}
		b.Report(model.CodeRestated, at, nameOf(indicator), value.Raw, before.Raw)
	}
	b.AppendValue(indicator, &value)
	return true
}

// AppendValue appends a value to those of an indicator as it is. The values of a document
// stand side by side: most indicators have few of them, some have many.
func (b *Builder) AppendValue(indicator *model.Indicator, value *model.Value) {
	values := indicator.Values
	end := len(b.values)
	isLast := end > 0 && len(values) > 0 && &values[len(values)-1] == &b.values[end-1]
	if !isLast && cap(values) > 0 {
		indicator.Values = append(values, *value)
		return
	}
	if end == cap(b.values) {
		b.values = append(make([]model.Value, 0, max(usualValues, 2*len(values))), values...)
		end = len(values)
	}
	b.values = append(b.values, *value)
	indicator.Values = b.values[end-len(values) : end+1 : end+1]
}

// ReserveValues returns room for so many values of an indicator.
func (b *Builder) ReserveValues(count int) []model.Value {
	end := len(b.values)
	if cap(b.values)-end < count {
		b.values, end = make([]model.Value, 0, max(usualValues, count)), 0
	}
	b.values = b.values[:end+count]
	return b.values[end : end : end+count]
}

// usualValues is how many values one piece of memory has room for mostly.
const usualValues = 8

func sameFigure(a, b *model.Figure) bool {
	if a.Raw == b.Raw {
		return true
	}
	if a.Rank != nil && b.Rank != nil && *a.Rank == *b.Rank && a.Number.Equal(b.Number) {
		return true
	}
	return !a.Number.IsZero() && a.Number.Equal(b.Number) && a.Unit == b.Unit && a.Bound == b.Bound && a.State == b.State
}

// Goal reads a cell as a quantity that is tied to no year, and claims it; nil
// where it holds none.
func (b *Builder) Goal(cell grid.Cell, label, unit string, near int) *model.Quantity {
	reading := ja.ReadQuantity(cell.Text, ja.Expect{Unit: unit, NearFY: near})
	if IsEmpty(reading.Kind) {
		if reading.Kind == ja.LoneUnit {
			b.ReportLoneUnit(cell, label)
		}
		b.Skip(cell)
		return nil
	}
	b.Grid.Claim(cell, grid.Value)
	if reading.Kind == ja.Unreadable {
		b.Report(model.CodeUnreadable, cell.At, label, cell.Text, "a number with its unit, or a state")
	}
	return &reading.Quantity
}

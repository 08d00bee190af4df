package changes

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/cockroachdb/apd/v3"

	"sheetconv/model"
	"sheetconv/model/compare"
)

// sides words the two values of a change.
func (r *reporter) sides(change compare.Change, at place) (old, new side) {
	inThousands := isThousands(yenAmounts(change)...)
	old = side{
		when:  r.basisAndYear(change.OldBasis, change.OldFY),
		value: visible(r.value(at, change.Old, r.unit(change, at, false), inThousands)),
	}
	new = side{
		when:  r.basisAndYear(change.NewBasis, change.NewFY),
		value: visible(r.value(at, change.New, r.unit(change, at, true), inThousands)),
	}
	if change.OldBasis == change.NewBasis {
		old.when, new.when = r.words.year(change.OldFY), r.words.year(change.NewFY)
	}
	old.value = r.withMeaning(old.value, change.OldMeaning)
	new.value = r.withMeaning(new.value, change.NewMeaning)
	return old, new
}

func (r *reporter) basisAndYear(basis model.CostBasis, fy int) string {
	return strings.TrimSpace(r.words.year(fy) + " " + enum(r.words, basisWords, basis))
}

func (r *reporter) withMeaning(grade, meaning string) string {
	if meaning == "" || grade == "" {
		return grade
	}
	return r.say("%1 (%2)", grade, visible(meaning))
}

func yenAmounts(change compare.Change) []int64 {
	var amounts []int64
	for _, value := range []any{change.Old, change.New} {
		if yen, isYen := value.(model.Yen); isYen {
			amounts = append(amounts, yen.Amount())
		}
	}
	return amounts
}

// unit returns the unit of one side: the one of the change, that of the value's
// own cell, or the indicator's.
func (r *reporter) unit(change compare.Change, at place, isNew bool) string {
	if change.Unit != "" || change.Indicator == nil {
		return change.Unit
	}
	of, fy := change.Indicator.Old, change.OldFY
	if isNew {
		of, fy = change.Indicator.New, change.NewFY
	}
	if of == nil {
		return ""
	}
	if fy == 0 {
		fy = at.fy()
	}
	measure, _ := word[model.ValueMeasure](at)
	for _, value := range of.Values {
		if value.FY == fy && value.Measure == measure && value.Unit != "" {
			return value.Unit
		}
	}
	return of.Unit
}

// value words what stands on one side of a change.
func (r *reporter) value(at place, value any, unit string, inThousands bool) string {
	switch value := value.(type) {
	case nil:
		return ""
	case model.Number:
		return withUnit(plain(value), unit)
	case model.Yen:
		return r.words.yen(plain, value.Amount(), inThousands)
	case string:
		return r.enumWord(at, value)
	case []string:
		return strings.Join(value, r.say(", "))
	case bool:
		if value {
			return r.say("yes")
		}
		return r.say("no")
	case int:
		if strings.HasSuffix(at.steps[len(at.steps)-1].field, "fy") {
			return r.words.year(value)
		}
		return strconv.Itoa(value)
	}
	return r.words.describe(value)
}

// enumWord words a value of an enum; other texts stay as they are.
func (r *reporter) enumWord(at place, value string) string {
	switch at.steps[len(at.steps)-1].field {
	case "status":
		return enum(r.words, statusWords, model.Status(value))
	case "role":
		return enum(r.words, roleWords, model.Role(value))
	case "kind":
		return enum(r.words, indicatorWords, model.IndicatorKind(value))
	case "direction", "value":
		return enum(r.words, directionWords, model.DirectionValue(value))
	}
	return value
}

// describe words a row of the model that came or went. The subject says already
// what the row is headed by.
func (w words) describe(row any) string {
	switch row := row.(type) {
	case *model.Indicator:
		return w.indicatorDetails(row)
	case *model.Value:
		return w.figure(row.Figure, "")
	case *model.Quantity:
		return w.figure(row.Figure, "")
	case *model.Cost:
		return w.cost(row)
	case *model.Staffing:
		return w.staffing(row)
	case *model.UnitCost:
		return joined(w.year(row.FY), w.amount(row.Yen))
	case *model.Task:
		return joined(w.year(row.FY), enum(w, scheduleWords, row.Measure), row.Text)
	case *model.Text:
		return joined(w.year(row.FY), row.Text)
	case *model.Evaluation:
		return joined(w.year(row.FY), row.Grade, row.Choice, row.Reason)
	case *model.Department:
		return w.department(row)
	case *model.Attribute:
		return joined(w.year(row.FY), w.figure(row.Figure, ""), strings.Join(row.Selected, w.say(", ")))
	case *model.Policy:
		return joined(row.Number, row.Name)
	case *model.Grade:
		return joined(row.Grade, row.Label)
	case *model.Period:
		return row.Raw
	}
	return asPrinted(row)
}

// asPrinted writes what has no words of its own as the model does.
func asPrinted(value any) string {
	data, err := json.Marshal(value)
	if err != nil {
		return ""
	}
	return strings.Trim(string(data), `"`)
}

// joined sets blanks between the parts that are there.
func joined(parts ...string) string { return strings.Join(nonEmpty(parts...), " ") }

func nonEmpty(parts ...string) []string {
	return slices.DeleteFunc(slices.Clone(parts), func(part string) bool { return part == "" })
}

// indicator words an indicator with its kind, its newest result and last target.
func (w words) indicator(of *model.Indicator) string {
	details := w.indicatorDetails(of)
	if details == "" {
		return of.Name
	}
	return w.say("%1 (%2)", of.Name, details)
}

func (w words) indicatorDetails(of *model.Indicator) string {
	var details []string
	if of.Kind != "" {
		details = append(details, enum(w, indicatorWords, of.Kind))
	}
	for _, measure := range []model.ValueMeasure{model.Actual, model.Target} {
		var last *model.Value
		for index := range of.Values {
			value := &of.Values[index]
			if value.Measure == measure && (last == nil || value.FY >= last.FY) {
				last = value
			}
		}
		if last != nil {
			details = append(details, joined(enum(w, measureWords, measure), w.year(last.FY), w.figure(last.Figure, of.Unit)))
		}
	}
	return strings.Join(details, w.say("; "))
}

func (w words) cost(of *model.Cost) string {
	amount := w.amount(of.Yen)
	if amount == "" {
		amount = of.Raw
	}
	return joined(w.year(of.FY), enum(w, basisWords, of.Basis), amount)
}

func (w words) staffing(of *model.Staffing) string {
	people := plain(of.People)
	if people != "" {
		people = w.say("%1 people", people)
	}
	return joined(w.year(of.FY), people, w.amount(of.Yen))
}

func (w words) amount(yen model.Yen) string {
	if yen.IsZero() {
		return ""
	}
	return w.yen(plain, yen.Amount(), isThousands(yen.Amount()))
}

func (w words) department(of *model.Department) string {
	text := joined(of.Division, of.Section)
	if of.Role != "" && text != "" {
		return w.say("%1 (%2)", text, enum(w, roleWords, of.Role))
	}
	return text
}

// effect words by how much a figure changed. A percent of a percentage would be
// taken for its points, so only the points are given; a percent that is rounded to
// nothing is left out.
func (r *reporter) effect(change compare.Change) string {
	if change.Delta.IsZero() {
		return ""
	}
	effect := signed(change.Delta)
	if amounts := yenAmounts(change); len(amounts) > 0 {
		if delta, err := model.YenOf(change.Delta, 1); err == nil {
			effect = r.words.yen(signed, delta.Amount(), isThousands(amounts...))
		}
	}
	isTiny := !change.Percent.IsZero() && change.Percent.Decimal().IsZero() && !change.Delta.Decimal().IsZero()
	if change.Percent.IsZero() || isTiny || change.Unit == "%" || change.Unit == "％" {
		return effect
	}
	return effect + r.say(", ") + signed(rounded(change.Percent)) + " %"
}

// verdict words the outcome of a result and the share of its target.
func (r *reporter) verdict(change compare.Change) string {
	verdict := enum(r.words, outcomeWords, change.Outcome)
	if change.Items > 0 {
		return r.say("in %1 items", strconv.Itoa(change.Items))
	}
	if change.Reached.IsZero() {
		return verdict
	}
	reached := r.say("%1 % of the target", plain(rounded(change.Reached)))
	if !change.Target.IsZero() {
		target := joined(r.words.year(change.TargetFY), withUnit(plain(change.Target), change.Unit))
		reached = r.say("%1 % of the target (%2)", plain(rounded(change.Reached)), target)
	}
	if verdict == "" {
		return reached
	}
	return verdict + r.say("; ") + reached
}

// rounded returns a share with one decimal at most.
func rounded(number model.Number) model.Number {
	if number.Decimals() <= 1 {
		return number
	}
	context := apd.BaseContext.WithPrecision(60)
	context.Rounding = apd.RoundHalfUp
	var short apd.Decimal
	if _, err := context.Quantize(&short, number.Decimal(), -1); err != nil {
		return number
	}
	parsed, err := model.ParseNumber(short.Text('f'))
	if err != nil {
		return number
	}
	return parsed
}

package parser_test

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"

	"sheetconv/model"
)

// fact is one thing that a document says, and its place there.
type fact struct {
	// item is the id of the item; empty for what is said of the document.
	item string
	// place is what is said of the item: the list, and the keys of the row.
	place string
	// name is a part of the place that may be lost: an indicator's name.
	name string
	// fy is the year of the place; 0 where it has none.
	fy    int
	parts parts
	at    model.Position
	// derived is set for what the program works out from other facts.
	derived bool
}

// parts are the leaves of a fact by name; the empty ones are left out.
type parts map[string]string

// proseParts are those of which a piece may be lost or gained; all others are
// right or wrong as a whole.
var proseParts = map[string]bool{"text": true, "reason": true, "definition": true, "method": true, "note": true}

// plain returns a text as facts are compared: widths folded, and without white
// space, markup and the quotation marks of table files.
func plain(text string) string {
	if known, isKnown := plainTexts.Load(text); isKnown {
		return known.(string)
	}
	short := strings.ReplaceAll(squash(norm.NFKC.String(text)), `"`, "")
	plainTexts.Store(text, short)
	return short
}

// plainTexts keeps what plain returned: nearly all texts of a damaged sheet are
// those of the clean one, and folding them takes longer than reading the sheet.
var plainTexts sync.Map

// key returns a label as places are compared.
func key(labels ...string) string {
	for i, label := range labels {
		labels[i] = normalized(plain(label)).(string)
	}
	return strings.Join(labels, "|")
}

// factList collects the facts of one document.
type factList struct {
	item  string
	facts []fact
}

func (l *factList) add(at model.Position, fy int, place string, p parts) *fact {
	for name, value := range p {
		if p[name] = plain(value); p[name] == "" {
			delete(p, name)
		}
	}
	l.facts = append(l.facts, fact{item: l.item, place: place, fy: fy, parts: p, at: at})
	return &l.facts[len(l.facts)-1]
}

func year(fy int) string {
	if fy == 0 {
		return ""
	}
	return strconv.Itoa(fy)
}

func trueIf(set bool) string {
	if set {
		return "true"
	}
	return ""
}

// factsOf returns what documents say, a fact for each row.
func factsOf(documents []*model.Document) []fact {
	list := &factList{}
	for _, document := range documents {
		list.item = ""
		list.addDocument(document)
		for i := range document.Items {
			list.item = key(document.Items[i].ID)
			list.addItem(&document.Items[i])
		}
	}
	return list.facts
}

func (l *factList) addDocument(document *model.Document) {
	none := model.Position{}
	if document.Title != "" {
		l.add(none, 0, "title", parts{"title": document.Title})
	}
	if plan := document.Plan; plan != nil {
		l.add(none, 0, "plan", parts{"name": plan.Name, "start": year(plan.StartFY), "end": year(plan.EndFY)})
	}
	if document.FiscalYear != 0 {
		l.add(none, 0, "fiscal_year", parts{"fy": year(document.FiscalYear)}).derived = true
	}
	if !document.AsOf.IsZero() {
		l.add(none, 0, "as_of", parts{"date": document.AsOf.String()})
	}
	for _, grade := range document.Grades {
		l.add(grade.At, 0, "grade|"+key(grade.Grade), parts{"label": grade.Label})
	}
	for _, summary := range document.Summary {
		for _, count := range summary.Counts {
			l.add(summary.At, 0, "summary|"+key(summary.Label, count.Grade), parts{"count": strconv.Itoa(count.Count)})
		}
	}
	for _, note := range document.Notes {
		l.add(none, 0, "note", parts{"text": note})
	}
}

func (l *factList) addItem(item *model.Item) {
	l.add(item.At, 0, "item", parts{
		"number": item.Number, "name": item.Name, "parent": item.Parent,
		"kind": string(item.Kind), "status": string(item.Status),
	})
	for _, policy := range item.Policy {
		l.add(policy.At, 0, "policy|"+key(policy.Level), parts{"number": policy.Number, "name": policy.Name})
	}
	for _, department := range item.Departments {
		l.add(department.At, 0, "department", parts{
			"division": department.Division, "section": department.Section, "role": string(department.Role),
			"division_head": department.DivisionHead, "section_head": department.SectionHead,
		})
	}
	if period := item.Period; period != nil {
		l.add(period.At, 0, "period", parts{"start": year(period.StartFY), "end": year(period.EndFY), "open": trueIf(period.OpenEnded)})
	}
	for i := range item.Attributes {
		l.addAttribute(&item.Attributes[i])
	}
	for _, text := range item.Texts {
		l.add(text.At, text.FY, "text|"+string(text.Key)+"|"+key(text.Label), parts{"text": text.Text})
	}
	for i := range item.Indicators {
		l.addIndicator(&item.Indicators[i])
	}
	for _, task := range item.Schedule {
		l.add(task.At, task.FY, "schedule|"+string(task.Measure)+"|"+key(task.Task), parts{"text": task.Text})
	}
	l.addMoney(item)
	for _, evaluation := range item.Evaluations {
		l.add(evaluation.At, evaluation.FY, "evaluation|"+string(evaluation.Criterion), parts{
			"grade": evaluation.Grade, "choice": evaluation.Choice, "reason": evaluation.Reason,
		})
	}
}

func (l *factList) addAttribute(attribute *model.Attribute) {
	// As printed, for a number of an attribute is its raw text read again.
	raw := attribute.Raw
	if !attribute.Number.IsZero() {
		raw = attribute.Number.String() + attribute.Unit
	}
	l.add(attribute.At, attribute.FY, "attribute|"+key(attribute.Label), parts{
		"raw": raw, "selected": strings.Join(attribute.Selected, "|"),
	})
}

func (l *factList) addMoney(item *model.Item) {
	for _, cost := range item.Costs {
		place := "cost|" + string(cost.Line) + "|" + key(cost.Label)
		l.add(cost.At, cost.FY, place, parts{"yen": cost.Yen.String(), "basis": string(cost.Basis)})
	}
	for _, staffing := range item.Staffing {
		place := "staffing|" + string(staffing.Category) + "|" + key(staffing.Label)
		l.add(staffing.At, staffing.FY, place, parts{"people": staffing.People.String(), "yen": staffing.Yen.String()})
	}
	for _, unitCost := range item.UnitCosts {
		found := parts{"yen": unitCost.Yen.String()}
		if heads := unitCost.Denominator; heads != nil {
			found["denominator"], found["denominator unit"], found["denominator name"] = heads.Number.String(), heads.Unit, heads.Name
		}
		l.add(unitCost.At, unitCost.FY, "unit_cost", found)
	}
}

func (l *factList) addIndicator(indicator *model.Indicator) {
	first := len(l.facts)
	about := parts{
		"unit": indicator.Unit, "cumulative": trueIf(indicator.Cumulative), "repeated": trueIf(indicator.Repeated),
		"definition": indicator.Definition, "method": indicator.Method, "kind": string(indicator.Kind),
		"name": indicator.Name,
	}
	if direction := indicator.Direction; direction != nil {
		about["direction"] = string(direction.Value) + string(direction.Bound) + direction.Number.String()
	}
	l.add(indicator.At, 0, "indicator", about)
	if goal := indicator.Goal; goal != nil {
		l.add(indicator.At, goal.FY, "goal", figureParts(&goal.Figure, goal.AsOf, goal.Note))
	}
	for i := range indicator.Values {
		value := &indicator.Values[i]
		l.add(value.At, value.FY, "value|"+string(value.Measure), figureParts(&value.Figure, value.AsOf, value.Note))
	}
	for i := first; i < len(l.facts); i++ {
		l.facts[i].name = key(indicator.Name)
	}
}

func figureParts(figure *model.Figure, asOf model.Date, note string) parts {
	found := parts{
		"number": figure.Number.String(), "unit": figure.Unit, "yen": figure.Yen.String(), "state": figure.State,
		"bound": string(figure.Bound), "approximate": trueIf(figure.Approximate), "as_of": asOf.String(), "note": note,
	}
	if !figure.Cumulative.IsZero() {
		found["cumulative"] = trueIf(figure.Cumulative.Flag) + figure.Cumulative.Amount.String()
	}
	if rank := figure.Rank; rank != nil {
		found["rank"] = strconv.Itoa(rank.Position) + "/" + strconv.Itoa(rank.Of) + rank.Unit
	}
	return found
}

// String returns the fact in a line.
func (f fact) String() string {
	var names []string
	for name, value := range f.parts {
		if runes := []rune(value); len(runes) > 40 {
			value = string(runes[:40]) + "…"
		}
		names = append(names, name+"="+value)
	}
	slices.Sort(names)
	return f.where() + ": " + strings.Join(names, " ")
}

// where returns the place in a line.
func (f fact) where() string {
	where := f.item + " " + f.place
	if f.name != "" {
		where += "|" + f.name
	}
	if f.fy != 0 {
		where += " " + strconv.Itoa(f.fy)
	}
	return where
}

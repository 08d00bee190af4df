package model

// The functions of this file append the objects of the model as JSON, their members in
// the order of the fields. TestAppendJSON finds a field that is missing here.

func appendDocument(b []byte, d *Document) []byte {
	b = append(b, '{')
	b = appendRequiredString(b, "schema", d.Schema)
	b = appendOptional(b, "source", d.Source, appendSource)
	b = appendRequiredString(b, "kind", d.Kind)
	b = appendString(b, "title", d.Title)
	b = appendOptional(b, "municipality", d.Municipality, appendMunicipality)
	b = appendOptional(b, "plan", d.Plan, appendPlan)
	b = appendInteger(b, "fiscal_year", d.FiscalYear)
	b = appendDate(b, "as_of", d.AsOf)
	b = appendList(b, "grades", d.Grades, appendGrade)
	b = appendList(b, "items", d.Items, appendItem)
	b = appendList(b, "summary", d.Summary, appendSummary)
	b = appendStrings(b, "notes", d.Notes)
	b = appendList(b, "unmapped", d.Unmapped, appendUnmapped)
	b = appendList(b, "diagnostics", d.Diagnostics, appendDiagnostic)
	return append(b, '}')
}

func appendSource(b []byte, s *Source) []byte {
	b = append(b, '{')
	b = appendString(b, "name", s.Name)
	b = appendString(b, "sha256", s.SHA256)
	b = appendString(b, "encoding", s.Encoding)
	b = appendString(b, "form", s.Form)
	b = appendNumber(b, "confidence", &s.Confidence)
	b = appendInteger(b, "first_line", s.FirstLine)
	b = appendInteger(b, "last_line", s.LastLine)
	return append(b, '}')
}

func appendMunicipality(b []byte, m *Municipality) []byte {
	b = append(b, '{')
	b = appendString(b, "name", m.Name)
	b = appendString(b, "prefecture", m.Prefecture)
	b = appendString(b, "code", m.Code)
	return append(b, '}')
}

func appendPlan(b []byte, p *Plan) []byte {
	b = append(b, '{')
	b = appendString(b, "name", p.Name)
	b = appendInteger(b, "start_fy", p.StartFY)
	b = appendInteger(b, "end_fy", p.EndFY)
	return append(b, '}')
}

func appendGrade(b []byte, g *Grade) []byte {
	b = append(b, '{')
	b = appendPosition(b, "at", g.At)
	b = appendRequiredString(b, "grade", g.Grade)
	b = appendString(b, "label", g.Label)
	return append(b, '}')
}

func appendItem(b []byte, i *Item) []byte {
	b = append(b, '{')
	b = appendPosition(b, "at", i.At)
	b = appendRequiredString(b, "id", i.ID)
	b = appendRequiredString(b, "kind", i.Kind)
	b = appendString(b, "number", i.Number)
	b = appendString(b, "name", i.Name)
	b = appendString(b, "parent", i.Parent)
	b = appendString(b, "status", i.Status)
	b = appendList(b, "policy", i.Policy, appendPolicy)
	b = appendList(b, "departments", i.Departments, appendDepartment)
	b = appendOptional(b, "period", i.Period, appendPeriod)
	b = appendList(b, "attributes", i.Attributes, appendAttribute)
	b = appendList(b, "texts", i.Texts, appendText)
	b = appendList(b, "indicators", i.Indicators, appendIndicator)
	b = appendList(b, "schedule", i.Schedule, appendTask)
	b = appendList(b, "costs", i.Costs, appendCost)
	b = appendList(b, "staffing", i.Staffing, appendStaffing)
	b = appendList(b, "unit_costs", i.UnitCosts, appendUnitCost)
	b = appendList(b, "evaluations", i.Evaluations, appendEvaluation)
	return append(b, '}')
}

func appendPolicy(b []byte, p *Policy) []byte {
	b = append(b, '{')
	b = appendPosition(b, "at", p.At)
	b = appendRequiredString(b, "level", p.Level)
	b = appendString(b, "number", p.Number)
	b = appendString(b, "name", p.Name)
	return append(b, '}')
}

func appendDepartment(b []byte, d *Department) []byte {
	b = append(b, '{')
	b = appendPosition(b, "at", d.At)
	b = appendString(b, "division", d.Division)
	b = appendString(b, "section", d.Section)
	b = appendString(b, "division_head", d.DivisionHead)
	b = appendString(b, "section_head", d.SectionHead)
	b = appendString(b, "role", d.Role)
	return append(b, '}')
}

func appendPeriod(b []byte, p *Period) []byte {
	b = append(b, '{')
	b = appendPosition(b, "at", p.At)
	b = appendInteger(b, "start_fy", p.StartFY)
	b = appendInteger(b, "end_fy", p.EndFY)
	b = appendFlag(b, "open_ended", p.OpenEnded)
	b = appendRequiredString(b, "raw", p.Raw)
	return append(b, '}')
}

func appendAttribute(b []byte, a *Attribute) []byte {
	b = append(b, '{')
	b = appendPosition(b, "at", a.At)
	b = appendRequiredString(b, "label", a.Label)
	b = appendFigureMembers(b, &a.Figure)
	b = appendInteger(b, "fy", a.FY)
	b = appendDate(b, "as_of", a.AsOf)
	b = appendString(b, "note", a.Note)
	b = appendStrings(b, "options", a.Options)
	b = appendStrings(b, "selected", a.Selected)
	return append(b, '}')
}

func appendFigureMembers(b []byte, f *Figure) []byte {
	b = appendString(b, "raw", f.Raw)
	b = appendNumber(b, "number", &f.Number)
	b = appendString(b, "unit", f.Unit)
	b = appendYen(b, "yen", f.Yen)
	b = appendString(b, "bound", f.Bound)
	b = appendFlag(b, "approximate", f.Approximate)
	b = appendCumulative(b, "cumulative", &f.Cumulative)
	b = appendOptional(b, "rank", f.Rank, appendRank)
	b = appendString(b, "state", f.State)
	return b
}

func appendRank(b []byte, r *Rank) []byte {
	b = append(b, '{')
	b = appendRequiredInteger(b, "position", r.Position)
	b = appendInteger(b, "of", r.Of)
	b = appendString(b, "unit", r.Unit)
	return append(b, '}')
}

func appendText(b []byte, t *Text) []byte {
	b = append(b, '{')
	b = appendPosition(b, "at", t.At)
	b = appendRequiredString(b, "key", t.Key)
	b = appendString(b, "label", t.Label)
	b = appendInteger(b, "fy", t.FY)
	b = appendRequiredString(b, "text", t.Text)
	return append(b, '}')
}

func appendIndicator(b []byte, i *Indicator) []byte {
	b = append(b, '{')
	b = appendPosition(b, "at", i.At)
	b = appendString(b, "kind", i.Kind)
	b = appendString(b, "name", i.Name)
	b = appendString(b, "unit", i.Unit)
	b = appendOptional(b, "direction", i.Direction, appendDirection)
	b = appendFlag(b, "cumulative", i.Cumulative)
	b = appendFlag(b, "repeated", i.Repeated)
	b = appendString(b, "definition", i.Definition)
	b = appendString(b, "method", i.Method)
	b = appendOptional(b, "goal", i.Goal, appendQuantity)
	b = appendList(b, "values", i.Values, appendValue)
	return append(b, '}')
}

func appendDirection(b []byte, d *Direction) []byte {
	b = append(b, '{')
	b = appendString(b, "value", d.Value)
	b = appendQuantityMembers(b, &d.Quantity)
	return append(b, '}')
}

func appendQuantityMembers(b []byte, q *Quantity) []byte {
	b = appendFigureMembers(b, &q.Figure)
	b = appendInteger(b, "fy", q.FY)
	b = appendDate(b, "as_of", q.AsOf)
	b = appendString(b, "note", q.Note)
	return b
}

func appendValue(b []byte, v *Value) []byte {
	b = append(b, '{')
	b = appendPosition(b, "at", v.At)
	b = appendInteger(b, "fy", v.FY)
	b = appendRequiredString(b, "measure", v.Measure)
	b = appendFigureMembers(b, &v.Figure)
	b = appendDate(b, "as_of", v.AsOf)
	b = appendString(b, "note", v.Note)
	return append(b, '}')
}

func appendTask(b []byte, t *Task) []byte {
	b = append(b, '{')
	b = appendPosition(b, "at", t.At)
	b = appendString(b, "task", t.Task)
	b = appendInteger(b, "fy", t.FY)
	b = appendRequiredString(b, "measure", t.Measure)
	b = appendRequiredString(b, "text", t.Text)
	return append(b, '}')
}

func appendCost(b []byte, c *Cost) []byte {
	b = append(b, '{')
	b = appendPosition(b, "at", c.At)
	b = appendInteger(b, "fy", c.FY)
	b = appendString(b, "basis", c.Basis)
	b = appendRequiredString(b, "line", c.Line)
	b = appendString(b, "label", c.Label)
	b = appendYen(b, "yen", c.Yen)
	b = appendRequiredString(b, "raw", c.Raw)
	return append(b, '}')
}

func appendStaffing(b []byte, s *Staffing) []byte {
	b = append(b, '{')
	b = appendPosition(b, "at", s.At)
	b = appendInteger(b, "fy", s.FY)
	b = appendRequiredString(b, "category", s.Category)
	b = appendString(b, "label", s.Label)
	b = appendNumber(b, "people", &s.People)
	b = appendYen(b, "yen", s.Yen)
	return append(b, '}')
}

func appendUnitCost(b []byte, u *UnitCost) []byte {
	b = append(b, '{')
	b = appendPosition(b, "at", u.At)
	b = appendInteger(b, "fy", u.FY)
	b = appendString(b, "label", u.Label)
	b = appendOptional(b, "denominator", u.Denominator, appendDenominator)
	b = appendYen(b, "yen", u.Yen)
	return append(b, '}')
}

func appendDenominator(b []byte, d *Denominator) []byte {
	b = append(b, '{')
	b = appendString(b, "name", d.Name)
	b = appendQuantityMembers(b, &d.Quantity)
	return append(b, '}')
}

func appendEvaluation(b []byte, e *Evaluation) []byte {
	b = append(b, '{')
	b = appendPosition(b, "at", e.At)
	b = appendRequiredString(b, "criterion", e.Criterion)
	b = appendString(b, "label", e.Label)
	b = appendInteger(b, "fy", e.FY)
	b = appendString(b, "grade", e.Grade)
	b = appendString(b, "choice", e.Choice)
	b = appendStrings(b, "options", e.Options)
	b = appendString(b, "reason", e.Reason)
	return append(b, '}')
}

func appendSummary(b []byte, s *Summary) []byte {
	b = append(b, '{')
	b = appendPosition(b, "at", s.At)
	b = appendRequiredString(b, "label", s.Label)
	b = appendList(b, "counts", s.Counts, appendGradeCount)
	return append(b, '}')
}

func appendGradeCount(b []byte, g *GradeCount) []byte {
	b = append(b, '{')
	b = appendString(b, "grade", g.Grade)
	b = appendRequiredInteger(b, "count", g.Count)
	return append(b, '}')
}

func appendUnmapped(b []byte, u *Unmapped) []byte {
	b = append(b, '{')
	b = appendRequiredPosition(b, "at", u.At)
	b = appendRequiredString(b, "text", u.Text)
	return append(b, '}')
}

func appendDiagnostic(b []byte, d *Diagnostic) []byte {
	b = append(b, '{')
	b = appendRequiredString(b, "severity", d.Severity)
	b = appendRequiredString(b, "code", d.Code)
	b = appendPosition(b, "at", d.At)
	b = appendRequiredString(b, "message", d.Message)
	return append(b, '}')
}

func appendQuantity(b []byte, q *Quantity) []byte {
	return append(appendQuantityMembers(append(b, '{'), q), '}')
}

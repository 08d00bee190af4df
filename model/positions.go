package model

// StripPositions clears the position of every row, for a model without them.
// Those of unmapped and of diagnostics stay: there they are what is said.
func (d *Document) StripPositions() {
	for i := range d.Grades {
		d.Grades[i].At = Position{}
	}
	for i := range d.Summary {
		d.Summary[i].At = Position{}
	}
	for i := range d.Items {
		d.Items[i].stripPositions()
	}
}

func (item *Item) stripPositions() {
	item.At = Position{}
	if item.Period != nil {
		item.Period.At = Position{}
	}
	for i := range item.Policy {
		item.Policy[i].At = Position{}
	}
	for i := range item.Departments {
		item.Departments[i].At = Position{}
	}
	for i := range item.Attributes {
		item.Attributes[i].At = Position{}
	}
	for i := range item.Texts {
		item.Texts[i].At = Position{}
	}
	for i := range item.Indicators {
		item.Indicators[i].stripPositions()
	}
	for i := range item.Schedule {
		item.Schedule[i].At = Position{}
	}
	for i := range item.Costs {
		item.Costs[i].At = Position{}
	}
	for i := range item.Staffing {
		item.Staffing[i].At = Position{}
	}
	for i := range item.UnitCosts {
		item.UnitCosts[i].At = Position{}
	}
	for i := range item.Evaluations {
		item.Evaluations[i].At = Position{}
	}
}

func (indicator *Indicator) stripPositions() {
	indicator.At = Position{}
	for i := range indicator.Values {
		indicator.Values[i].At = Position{}
	}
}

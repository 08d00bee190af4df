package markdown

import (
	"strings"

	"sheetconv/export/table"
	"sheetconv/model"
)

func (p *page) item(document *table.Document, index int) {
	item := &document.Items[index]
	name := strings.TrimSpace(item.Number + " " + item.Name)
	if name == "" {
		name = document.ItemID(index)
	}
	p.block("## " + escapeLine(name))
	p.facts([][2]string{
		{p.heading("items", "kind"), title("items", "kind", string(item.Kind), p.language)},
		{p.heading("items", "parent_id"), escapeLine(item.Parent)},
		{table.Find("policies").Title.In(p.language), policies(item)},
		{table.Find("departments").Title.In(p.language), p.departments(item)},
		{p.heading("items", "status"), p.status(item)},
		{table.Words{English: "Period", Japanese: "期間"}.In(p.language), period(item)},
	})
	p.attributes(item)
	p.indicators(item)
	p.costs(item)
	p.staffing(item)
	p.unitCosts(item)
	p.evaluations(item)
	p.schedule(item)
	p.texts(item)
}

func policies(item *model.Item) string {
	var levels []string
	for _, policy := range item.Policy {
		levels = append(levels, escapeLine(policy.Level+": "+strings.TrimSpace(policy.Number+" "+policy.Name)))
	}
	return strings.Join(levels, " › ")
}

func (p *page) departments(item *model.Item) string {
	var sections []string
	for _, of := range item.Departments {
		name := strings.TrimSpace(of.Division + " " + of.Section)
		var more []string
		if of.Role != "" {
			more = append(more, title("departments", "role", string(of.Role), p.language))
		}
		for _, head := range []string{of.DivisionHead, of.SectionHead} {
			if head != "" {
				more = append(more, head)
			}
		}
		if len(more) > 0 {
			name += " (" + strings.Join(more, ", ") + ")"
		}
		sections = append(sections, escapeLine(name))
	}
	return strings.Join(sections, "; ")
}

func (p *page) status(item *model.Item) string {
	if item.Status == "" {
		return ""
	}
	return title("items", "status", string(item.Status), p.language)
}

func period(item *model.Item) string {
	if item.Period == nil {
		return ""
	}
	return escapeLine(item.Period.Raw)
}

// subsection writes a table under the name of its definition, below an item.
func (p *page) subsection(name string, grid *grid) {
	if len(grid.rows) > 0 {
		p.block("### " + table.Find(name).Title.In(p.language))
		p.block(grid.text())
	}
}

func (p *page) attributes(item *model.Item) {
	grid := newGrid(p.heading("attributes", "label"), p.heading("attributes", "raw"))
	for _, of := range item.Attributes {
		value := escapeCell(of.Raw)
		for _, option := range of.Options {
			box := "☐ "
			for _, selected := range of.Selected {
				if selected == option {
					box = "☑ "
				}
			}
			value = strings.TrimSpace(value + " " + box + escapeCell(option))
		}
		if len(of.Options) == 0 && len(of.Selected) > 0 {
			value = strings.TrimSpace(value + " ☑ " + escapeCell(strings.Join(of.Selected, ", ")))
		}
		grid.row(escapeCell(of.Label), value)
	}
	p.subsection("attributes", grid)
}

// indicators writes a row for each indicator and measure, with the years as columns.
func (p *page) indicators(item *model.Item) {
	of := newYears(p.heading("values", "indicator_name"), p.heading("indicators", "unit"), p.heading("indicators", "direction"),
		table.Words{English: "Goal", Japanese: "目標値"}.In(p.language), p.heading("values", "measure"))
	var remarks []string
	for index := range item.Indicators {
		one := &item.Indicators[index]
		leads := []string{p.indicatorName(one), escapeCell(one.Unit), p.direction(one), goal(one)}
		for _, measure := range model.Values[model.ValueMeasure]() {
			row := of.newRow()
			for _, value := range one.Values {
				if value.Measure == measure {
					row.add(value.FY, escapeCell(value.Raw))
				}
			}
			if len(row.cells) > 0 {
				row.leads = append(leads, title("values", "measure", string(measure), p.language))
				leads = []string{"", "", "", ""} // They hold for the rows below.
				of.take(row)
			}
		}
		if leads[0] != "" { // It has no value.
			row := of.newRow()
			row.leads = append(leads, "")
			of.take(row)
		}
		for _, text := range []string{one.Definition, one.Method} {
			if text != "" {
				remarks = append(remarks, "- **"+p.indicatorName(one)+"**: "+escapeLine(text))
			}
		}
	}
	p.subsection("indicators", of.grid(p.language))
	p.block(strings.Join(remarks, "\n"))
}

func (p *page) indicatorName(of *model.Indicator) string {
	name := escapeCell(of.Name)
	switch {
	case name == "" && of.Kind != "":
		name = title("indicators", "kind", string(of.Kind), p.language)
	case name == "":
		name = table.Words{English: "(no name)", Japanese: "(名称なし)"}.In(p.language)
	}
	if of.Repeated {
		name += " (" + p.heading("indicators", "repeated") + ")"
	}
	return name
}

func (p *page) direction(of *model.Indicator) string {
	switch {
	case of.Direction == nil:
		return ""
	case of.Direction.Value == "":
		return escapeCell(of.Direction.Raw)
	}
	return title("indicators", "direction", string(of.Direction.Value), p.language)
}

func goal(of *model.Indicator) string {
	if of.Goal == nil {
		return ""
	}
	return escapeCell(of.Goal.Raw)
}

// costs writes a row for each line and basis, in yen, with the years as columns.
func (p *page) costs(item *model.Item) {
	of := newYears(table.Words{English: "Line (yen)", Japanese: "費目（円）"}.In(p.language), p.heading("costs", "basis"))
	for _, cost := range item.Costs {
		label := cost.Label
		if label == "" {
			label = title("costs", "line", string(cost.Line), p.language)
		}
		basis := ""
		if cost.Basis != "" {
			basis = title("costs", "basis", string(cost.Basis), p.language)
		}
		amount := cost.Yen.String()
		if cost.Yen.IsZero() {
			amount = cost.Raw
		}
		of.rowOf(escapeCell(label), basis).add(cost.FY, escapeCell(grouped(amount)))
	}
	p.subsection("costs", of.grid(p.language))
}

// grouped puts commas between the thousands of whole digits.
func grouped(text string) string {
	digits := strings.TrimPrefix(text, "-")
	if strings.Trim(digits, "0123456789") != "" {
		return text
	}
	sign := text[:len(text)-len(digits)]
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return sign + digits
}

func (p *page) staffing(item *model.Item) {
	of := newYears(p.heading("staffing", "category"))
	for _, one := range item.Staffing {
		label := one.Label
		if label == "" {
			label = title("staffing", "category", string(one.Category), p.language)
		}
		text := one.People.String()
		if !one.Yen.IsZero() {
			text = strings.TrimSpace(text + " (" + grouped(one.Yen.String()) + " " + table.Words{English: "yen", Japanese: "円"}.In(p.language) + ")")
		}
		of.rowOf(escapeCell(label)).add(one.FY, escapeCell(text))
	}
	p.subsection("staffing", of.grid(p.language))
}

func (p *page) unitCosts(item *model.Item) {
	of := newYears(table.Words{English: "Cost for one (yen)", Japanese: "単位当たりコスト（円）"}.In(p.language), p.heading("unit_costs", "denominator_name"))
	for _, one := range item.UnitCosts {
		denominator, text := "", grouped(one.Yen.String())
		if one.Denominator != nil {
			denominator = one.Denominator.Name
			if one.Denominator.Raw != "" {
				text = strings.TrimSpace(text + " (÷ " + one.Denominator.Raw + ")")
			}
		}
		of.rowOf(escapeCell(one.Label), escapeCell(denominator)).add(one.FY, escapeCell(text))
	}
	p.subsection("unit_costs", of.grid(p.language))
}

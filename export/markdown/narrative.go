package markdown

import (
	"slices"
	"strings"

	"sheetconv/export/table"
	"sheetconv/model"
)

func (p *page) evaluations(item *model.Item) {
	grid := newGrid(p.heading("evaluations", "criterion"), p.heading("evaluations", "fy"), p.heading("evaluations", "grade"),
		p.heading("evaluations", "choice"), p.heading("evaluations", "reason"))
	for _, one := range item.Evaluations {
		label := one.Label
		if label == "" {
			label = title("evaluations", "criterion", string(one.Criterion), p.language)
		}
		grid.row(escapeCell(label), year(one.FY), escapeCell(one.Grade), escapeCell(one.Choice), escapeCell(one.Reason))
	}
	p.subsection("evaluations", grid)
}

// schedule writes a row for each task and measure, with the years as columns.
// schedule shows the plan of each task beside its result, also where the sheet prints
// all plans before all results.
func (p *page) schedule(item *model.Item) {
	places := map[string]int{}
	for _, one := range item.Schedule {
		if _, known := places[one.Task]; !known {
			places[one.Task] = len(places)
		}
	}
	tasks := slices.Clone(item.Schedule)
	slices.SortStableFunc(tasks, func(a, b model.Task) int { return places[a.Task] - places[b.Task] })
	of := newYears(p.heading("schedule", "task"), p.heading("schedule", "measure"))
	for _, one := range tasks {
		of.rowOf(escapeCell(one.Task), title("schedule", "measure", string(one.Measure), p.language)).add(one.FY, escapeCell(one.Text))
	}
	p.subsection("schedule", of.grid(p.language))
}

func (p *page) texts(item *model.Item) {
	if len(item.Texts) == 0 {
		return
	}
	p.block("### " + table.Find("texts").Title.In(p.language))
	for _, one := range item.Texts {
		label := one.Label
		if label == "" {
			label = title("texts", "key", string(one.Key), p.language)
		}
		if one.FY != 0 {
			label += " (" + year(one.FY) + ")"
		}
		p.block("**" + escapeLine(label) + "**")
		p.block(escapeText(one.Text))
	}
}

// grid is a table of Markdown, whose cells are escaped already.
type grid struct {
	heads []string
	rows  [][]string
}

func newGrid(heads ...string) *grid { return &grid{heads: heads} }

func (g *grid) row(cells ...string) { g.rows = append(g.rows, cells) }

// text is the table, without the columns that are empty in every row.
func (g *grid) text() string {
	if len(g.rows) == 0 {
		return ""
	}
	var kept []int
	for column := range g.heads {
		for _, row := range g.rows {
			if row[column] != "" {
				kept = append(kept, column)
				break
			}
		}
	}
	var text strings.Builder
	line := func(cells []string) {
		text.WriteString("|")
		for _, column := range kept {
			text.WriteString(" " + cells[column] + " |")
		}
		text.WriteString("\n")
	}
	heads := make([]string, len(g.heads))
	for index, head := range g.heads {
		heads[index] = escapeCell(head)
	}
	line(heads)
	text.WriteString("|" + strings.Repeat(" --- |", len(kept)) + "\n")
	for _, row := range g.rows {
		line(row)
	}
	return strings.TrimSuffix(text.String(), "\n")
}

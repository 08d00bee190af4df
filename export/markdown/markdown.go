// Package markdown writes a document as one page that people read, in a wiki or in a
// pull request: what it is, then each item with its indicators, costs and judgements
// by years and its narratives, then what was found to be doubtful.
//
// In goes a document with its findings; out comes GitHub-flavoured Markdown, in which
// every text reads as it was printed, whatever signs it holds. The package must not
// know where pages lie, nor flags.
package markdown

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"sheetconv/export/markup"
	"sheetconv/export/table"
	"sheetconv/model"
)

// page is a page that is being written.
type page struct {
	into     *bufio.Writer
	language string
	begun    bool
}

// Write writes the page of a document. Language is that of headings: ja, or else
// English. The error is the stream's.
func Write(into io.Writer, document *table.Document, language string) error {
	p := &page{into: bufio.NewWriter(into), language: language}
	p.head(document)
	for index := range document.Items {
		p.item(document, index)
	}
	p.summary(document)
	p.notes(document)
	p.findings(document)
	return p.into.Flush()
}

// Title is what the page of a document is headed by: its title, or else the plan's
// name or what kind of sheet it is. It is plain text.
func Title(document *table.Document, language string) string {
	switch {
	case document.Title != "":
		return document.Title
	case document.Plan != nil && document.Plan.Name != "":
		return document.Plan.Name
	}
	return title("documents", "kind", string(document.Kind), language)
}

// title is what people call a value of a column.
func title(of, column, value, language string) string {
	definition := table.Find(of)
	for _, known := range definition.Columns[definition.Column(column)].Values {
		if known.Name == value {
			return known.Title.In(language)
		}
	}
	return value
}

// heading is what people call a column.
func (p *page) heading(of, column string) string {
	definition := table.Find(of)
	return definition.Columns[definition.Column(column)].Title.In(p.language)
}

// block writes a block of Markdown, with an empty line before it.
func (p *page) block(text string) {
	if text == "" {
		return
	}
	if p.begun {
		_, _ = p.into.WriteString("\n") // The error comes with Flush.
	}
	p.begun = true
	_, _ = p.into.WriteString(text)
	_, _ = p.into.WriteString("\n")
}

// facts writes a list of what is known.
func (p *page) facts(facts [][2]string) {
	var lines []string
	for _, fact := range facts {
		if fact[1] != "" {
			lines = append(lines, "- **"+markup.Escape(fact[0])+"**: "+fact[1])
		}
	}
	p.block(strings.Join(lines, "\n"))
}

func (p *page) head(document *table.Document) {
	p.block("# " + escapeLine(Title(document, p.language)))
	facts := [][2]string{
		{p.heading("documents", "municipality"), municipality(document)},
		{p.heading("documents", "plan"), p.plan(document)},
		{p.heading("documents", "fiscal_year"), year(document.FiscalYear)},
		{p.heading("documents", "as_of"), document.AsOf.String()},
		{p.heading("documents", "input"), markup.Escape(document.Key)},
	}
	var legend []string
	for _, grade := range document.Grades {
		legend = append(legend, escapeLine(strings.TrimSpace(grade.Grade+" "+grade.Label)))
	}
	p.facts(append(facts, [2]string{table.Find("grades").Title.In(p.language), strings.Join(legend, " / ")}))
}

func municipality(document *table.Document) string {
	of := document.Municipality
	if of == nil {
		return ""
	}
	name := of.Prefecture + of.Name
	if of.Code != "" {
		name += " (" + of.Code + ")"
	}
	return markup.Escape(strings.TrimSpace(name))
}

func (p *page) plan(document *table.Document) string {
	if document.Plan == nil {
		return ""
	}
	name := document.Plan.Name
	if span := years(document.Plan.StartFY, document.Plan.EndFY); span != "" {
		name += " (" + span + ")"
	}
	return escapeLine(strings.TrimSpace(name))
}

// year is a fiscal year, or nothing.
func year(fy int) string {
	if fy == 0 {
		return ""
	}
	return strconv.Itoa(fy)
}

// years is a span of fiscal years, or nothing.
func years(start, end int) string {
	if start == 0 && end == 0 {
		return ""
	}
	return year(start) + "–" + year(end)
}

func (p *page) summary(document *table.Document) {
	definition := table.Find("summary")
	grid := newGrid(p.heading("summary", "label"), p.heading("summary", "grade"), p.heading("summary", "count"))
	for _, summary := range document.Summary {
		label := escapeCell(summary.Label)
		if len(summary.Counts) == 0 {
			grid.row(label, "", "")
		}
		for _, count := range summary.Counts {
			grid.row(label, escapeCell(count.Grade), strconv.Itoa(count.Count))
			label = ""
		}
	}
	p.section(definition, grid)
}

// section writes a table under the name of its definition, on the level of items.
func (p *page) section(definition *table.Table, grid *grid) {
	if len(grid.rows) > 0 {
		p.block("## " + definition.Title.In(p.language))
		p.block(grid.text())
	}
}

func (p *page) notes(document *table.Document) {
	if len(document.Notes) > 0 {
		p.block("## " + table.Find("notes").Title.In(p.language))
		for _, note := range document.Notes {
			p.block(escapeText(note))
		}
	}
	grid := newGrid(p.heading("unmapped", "line_number"), p.heading("unmapped", "text"))
	for _, lost := range document.Unmapped {
		grid.row(lost.At.String(), escapeCell(lost.Text))
	}
	p.section(table.Find("unmapped"), grid)
}

func (p *page) findings(document *table.Document) {
	grid := newGrid(p.heading("diagnostics", "severity"), p.heading("diagnostics", "line_number"),
		p.heading("diagnostics", "item_id"), p.heading("diagnostics", "message"), p.heading("diagnostics", "code"))
	for _, finding := range document.Findings {
		at := ""
		if finding.At != (model.Position{}) {
			at = finding.At.String()
		}
		grid.row(title("diagnostics", "severity", string(finding.Severity), p.language), at,
			escapeCell(finding.Item), escapeCell(finding.Message), escapeCell(string(finding.Code)))
	}
	p.section(table.Find("diagnostics"), grid)
}

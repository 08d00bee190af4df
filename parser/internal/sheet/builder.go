package sheet

import (
	"cmp"
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// Builder makes one document: it claims what a form uses and collects what
// there is to say about it.
type Builder struct {
	Grid     *grid.Grid
	Document *model.Document

	values []model.Value // the room of those of the document's indicators
}

// NewBuilder begins a document of the form.
func NewBuilder(g *grid.Grid, form *Form) *Builder {
	municipality := form.Municipality
	return &Builder{Grid: g, Document: &model.Document{
		Schema:       model.Schema,
		Kind:         form.Kind,
		Municipality: &municipality,
	}}
}

// Value claims the cell as a value and returns its text without markup.
func (b *Builder) Value(c grid.Cell) string {
	b.Grid.Claim(c, grid.Value)
	return ja.StripMarkup(c.Text)
}

// Label claims the cell as a label and returns its text as printed.
func (b *Builder) Label(c grid.Cell) string {
	b.Grid.Claim(c, grid.Label)
	return ja.StripMarkup(c.Text)
}

// Skip claims the cell as decoration.
func (b *Builder) Skip(c grid.Cell) { b.Grid.Claim(c, grid.Decoration) }

// Report adds a diagnostic of the catalogue.
func (b *Builder) Report(code model.Code, at model.Position, arguments ...string) {
	b.Document.Diagnostics = append(b.Document.Diagnostics, model.NewDiagnostic(code, at, arguments...))
}

// ReportJoined reports a label that stood in one cell with its value.
func (b *Builder) ReportJoined(label Token) {
	if !label.Joined {
		return
	}
	rest := b.Grid.Text[int(label.Offset)+len(label.Text):]
	rest = rest[:min(len(rest), maxJoinedBytes)]
	if end := strings.IndexAny(rest, "\t|\n"); end >= 0 {
		rest = rest[:end]
	}
	rest = strings.ToValidUTF8(rest, "")
	b.Report(model.CodeJoinedCells, label.At, label.Text+rest, label.Text+" | "+ja.TrimSpace(rest))
}

// Finish closes the document that covers the bytes start to end: what nobody
// claimed becomes unmapped with a diagnostic each, unless one at that place warns
// already, and the fiscal year is that of the latest result.
func (b *Builder) Finish(start, end int) *Section {
	b.Document.Unmapped = b.Grid.Unmapped(start, end)
	warned := map[model.Position]bool{}
	for _, own := range b.Document.Diagnostics {
		warned[own.At] = warned[own.At] || own.Severity != model.SeverityInfo
	}
	for _, piece := range b.Document.Unmapped {
		if !warned[piece.At] {
			b.Report(model.CodeUnmapped, piece.At, piece.Text)
		}
	}
	SortDiagnostics(b.Document.Diagnostics)
	b.Document.FiscalYear = latestResult(b.Document.Items)
	return &Section{Document: b.Document, Start: start, End: end}
}

// latestResult returns the latest fiscal year that has an actual value or a
// settled amount, 0 if none has.
func latestResult(items []model.Item) int {
	latest := 0
	for i := range items {
		for j := range items[i].Indicators {
			for k := range items[i].Indicators[j].Values {
				if value := &items[i].Indicators[j].Values[k]; value.Measure == model.Actual {
					latest = max(latest, value.FY)
				}
			}
		}
		for j := range items[i].Costs {
			if cost := &items[i].Costs[j]; cost.Basis == model.BasisActual {
				latest = max(latest, cost.FY)
			}
		}
	}
	return latest
}

// SortDiagnostics orders diagnostics by position, then by code.
func SortDiagnostics(diagnostics []model.Diagnostic) {
	slices.SortStableFunc(diagnostics, func(x, y model.Diagnostic) int {
		return cmp.Or(cmp.Compare(x.At.Line, y.At.Line), cmp.Compare(x.At.Column, y.At.Column), cmp.Compare(x.Code, y.Code))
	})
}

// ReadSections reads the documents of a grid. Parts are what the form reads:
// tokens, rows or lines. Documents begin at the parts with the indexes starts,
// the first of which is 0; offset tells where in the grid's text a part begins,
// and read builds one document from its parts. Together the sections cover the
// whole text.
func ReadSections[Part any](g *grid.Grid, parts []Part, starts []int, offset func(Part) int32, read func([]Part) *Builder) []*Section {
	sections := make([]*Section, 0, len(starts))
	from := 0
	for i, start := range starts {
		last, end := len(parts), len(g.Text)
		if i+1 < len(starts) {
			last = starts[i+1]
			end = int(offset(parts[last]))
		}
		sections = append(sections, read(parts[start:last]).Finish(from, end))
		from = end
	}
	return sections
}

// NoID stands for the id of an item of which the sheet prints neither number nor
// name.
const NoID = "?"

// Identify sets the id of a sheet's only item from its number, else its name,
// and reports what is missing; the labels name both as the form prints them.
func (b *Builder) Identify(item *model.Item, numberLabel, nameLabel string) {
	item.ID = item.Number
	if item.ID == "" {
		item.ID = item.Name
		b.Report(model.CodeNoNumber, item.At, numberLabel)
	}
	if item.Name == "" {
		b.Report(model.CodeNoName, item.At, nameLabel)
	}
	if item.ID == "" {
		item.ID = NoID
	}
}

package sheet

import (
	"cmp"
	"slices"
	"strconv"
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
	// joined counts the labels that stood in one cell with their values, firstMore is
	// where the first stands that is counted only.
	joined    int
	firstMore model.Position
	// Calendar dates the years that the file prints without an era.
	Calendar *ja.Calendar

	// noted are the keys of the document's notes.
	noted map[string]bool
	// longTexts have the room of texts to which AddLine has added.
	longTexts []*strings.Builder

	values     []model.Value     // the room of those of the document's indicators
	directions []model.Direction // and of their directions
}

// NewBuilder begins a document of the form.
func NewBuilder(g *grid.Grid, form *Form) *Builder {
	municipality := form.Municipality
	builder := &Builder{Grid: g, Document: &model.Document{
		Schema:       model.Schema,
		Kind:         form.Kind,
		Municipality: &municipality,
	}}
	if g != nil {
		builder.Calendar = ja.NewCalendar(g.Text)
	}
	return builder
}

// Value claims the cell as a value and returns its text without markup.
func (b *Builder) Value(c grid.Cell) string {
	b.Grid.Claim(c, grid.Value)
	return ja.StripMarkup(b.Grid.Whole(c))
}

// Label claims the cell as a label and returns its text as printed.
func (b *Builder) Label(c grid.Cell) string {
	b.Grid.Claim(c, grid.Label)
	return ja.StripMarkup(b.Grid.Whole(c))
}

// Skip claims the cell as decoration.
func (b *Builder) Skip(c grid.Cell) { b.Grid.Claim(c, grid.Decoration) }

// Report adds a diagnostic of the catalogue.
func (b *Builder) Report(code model.Code, at model.Position, arguments ...string) {
	b.Document.Diagnostics = append(b.Document.Diagnostics, model.NewDiagnostic(code, at, arguments...))
}

// ReportJoined reports that the label just passed stood in one cell with what the stream
// has behind it, or with the value before it.
func (b *Builder) ReportJoined(label Token, stream *Stream) {
	if !label.Joined {
		return
	}
	if stream.Next < len(stream.Tokens) && b.shareCell(label, stream.Tokens[stream.Next]) {
		b.reportParts(label, stream.Tokens[stream.Next])
		return
	}
	if stream.Next > 1 && stream.Tokens[stream.Next-2].Label == NoLabel && b.shareCell(stream.Tokens[stream.Next-2], label) {
		b.reportParts(stream.Tokens[stream.Next-2], label)
	}
}

// shareCell reports whether two tokens that follow each other were parts of one cell.
func (b *Builder) shareCell(first, second Token) bool {
	end := int(first.Offset) + len(first.Text)
	return first.Joined && second.Joined && end <= int(second.Offset) && !strings.ContainsAny(b.Grid.Text[end:second.Offset], "\t|\n")
}

// maxJoinedReports is how many joined cells are reported one by one: on a page without
// cells, nearly all are, and other reports would drown.
const maxJoinedReports = 8

func (b *Builder) reportParts(first, second Token) {
	if b.joined++; b.joined > maxJoinedReports {
		if b.joined == maxJoinedReports+1 {
			b.firstMore = first.At
		}
		return
	}
	before, behind := shown(first.Text), shown(second.Text)
	b.Report(model.CodeJoinedCells, first.At, before+" "+behind, before+" | "+behind)
}

// shown is the part of a joined text that a message shows.
func shown(text string) string {
	text = ja.TrimSpace(text)
	text = text[:min(len(text), maxJoinedBytes)]
	if line := strings.IndexByte(text, '\n'); line >= 0 {
		text = text[:line]
	}
	return ja.TrimSpace(strings.ToValidUTF8(text, ""))
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
	if more := b.joined - maxJoinedReports; more > 0 {
		b.Report(model.CodeMoreJoined, b.firstMore, strconv.Itoa(more))
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
			if cost := &items[i].Costs[j]; cost.Basis == model.BasisActual && HasDigit(cost.Raw) {
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
	var later []func() // what finishes the sections
	from := 0
	for i, start := range starts {
		last, end := len(parts), len(g.Text)
		if i+1 < len(starts) {
			last = starts[i+1]
			end = int(offset(parts[last]))
		}
		builder, begin := read(parts[start:last]), from
		sections = append(sections, nil)
		finish := func() { sections[i] = builder.Finish(begin, end) }
		if g.HasLines() {
			later = append(later, finish) // a line of a cell may stand in the section before
		} else {
			finish()
		}
		from = end
	}
	for _, finish := range later {
		finish()
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

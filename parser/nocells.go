package parser

import (
	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// A text says that it has lost its cells where it has so many rows, of which at most one
// in so many has several cells, and a document so many warnings.
const (
	leastRows     = 20
	rowsToCells   = 20
	leastWarnings = 5
)

// addNoCells reports the documents of a text whose lines have neither tabs nor pipes nor
// columns, where that shows in what could not be told.
func addNoCells(sections []*sheet.Section, g *grid.Grid) {
	if g.Layout == grid.PipeCells || len(g.Rows) < leastRows {
		return
	}
	tabular := 0
	for _, row := range g.Rows {
		if len(row.Cells) > 1 {
			tabular++
		}
	}
	if tabular*rowsToCells > len(g.Rows) {
		return
	}
	for _, section := range sections {
		warnings := 0
		for _, diagnostic := range section.Document.Diagnostics {
			if diagnostic.Severity == model.SeverityWarning {
				warnings++
			}
		}
		if warnings >= leastWarnings {
			at := model.Position{Line: int32(section.Document.Source.FirstLine), Column: 1}
			section.Document.Diagnostics = append(section.Document.Diagnostics, model.NewDiagnostic(model.CodeNoCells, at))
			sheet.SortDiagnostics(section.Document.Diagnostics)
		}
	}
}

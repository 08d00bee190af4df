package parser

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// toSource turns the positions of what was read of a web page's text, and the parts that
// the documents cover, into those of the page's source, and adds what the page does not
// print as text.
func toSource(sections []*sheet.Section, g *grid.Grid) {
	moved := map[*model.Position]bool{}
	for _, section := range sections {
		moveTo(reflect.ValueOf(section.Document).Elem(), g, moved)
		section.Start, section.End = g.OriginOffset(section.Start), g.OriginOffset(section.End)
	}
	if len(sections) == 0 {
		return
	}
	withheld := g.Withheld()
	for i, section := range sections {
		count := 0
		for count < len(withheld) && (withheld[count].Offset < section.End || i+1 == len(sections)) {
			addWithheld(section.Document, withheld[count])
			count++
		}
		if withheld = withheld[count:]; count == 0 {
			continue
		}
		slices.SortStableFunc(section.Document.Unmapped, func(a, b model.Unmapped) int {
			return cmp.Or(cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column))
		})
		sheet.SortDiagnostics(section.Document.Diagnostics)
	}
}

// moveTo turns the positions of a value of the model into those of the source, but for
// those that were moved: items may share their rows.
func moveTo(value reflect.Value, g *grid.Grid, moved map[*model.Position]bool) {
	if at, isPosition := value.Addr().Interface().(*model.Position); isPosition {
		if !moved[at] {
			*at, moved[at] = g.Origin(*at), true
		}
		return
	}
	switch value.Kind() {
	case reflect.Pointer:
		if !value.IsNil() {
			moveTo(value.Elem(), g, moved)
		}
	case reflect.Slice:
		for i := range value.Len() {
			moveTo(value.Index(i), g, moved)
		}
	case reflect.Struct:
		for i := range value.NumField() {
			if value.Type().Field(i).IsExported() {
				moveTo(value.Field(i), g, moved)
			}
		}
	}
}

// writings are how a diagnostic writes what is withheld, as the page's source does.
var writings = map[grid.Withholding]string{
	grid.Struck:   "<s>%s</s>",
	grid.NoteMark: "<sup>%s</sup>",
	grid.Image:    "<img %s>",
	grid.Choices:  "<select>%s</select>",
}

// addWithheld adds a text that is withheld to what is unmapped, with a diagnostic; how
// characters are read, and options that are not selected, say nothing.
func addWithheld(document *model.Document, one grid.Withheld) {
	writing, isSaid := writings[one.Why]
	if !isSaid {
		return
	}
	document.Unmapped = append(document.Unmapped, model.Unmapped{At: one.At, Text: one.Text})
	document.Diagnostics = append(document.Diagnostics, model.NewDiagnostic(model.CodeUnmapped, one.At, fmt.Sprintf(writing, one.Text)))
}

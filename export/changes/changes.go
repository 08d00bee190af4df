// Package changes shows what changed between years of a plan: in a terminal, in
// a pull request, as one page for a browser and as a workbook.
//
// In go the results of comparisons; out come bytes, the same for the same
// results. All views say the same in the same words and order, the most
// important first: report.go makes one report of the results, and each view
// only sets it. The package must not know how documents are compared, nor files
// and flags.
package changes

import (
	"io"

	"sheetconv/model/compare"
)

// The languages of headings and words. What a sheet prints is never translated.
const (
	English  = "en"
	Japanese = "ja"
)

// AllWords is the Context that shows texts whole.
const AllWords = -1

// Options are how a view looks. The zero Options are English, as wide as need
// be, without colour, and show only the words that changed.
type Options struct {
	// Language is English or Japanese.
	Language string
	// Width is how many columns a line of the text view may take; 0 is no bound.
	Width int
	// Colour puts the codes of a terminal into the text view.
	Colour bool
	// AmbiguousWide says that the terminal shows ① and ○ in two columns.
	AmbiguousWide bool
	// Context is how many words are shown on both sides of a changed place of a
	// text; what is left out is marked with its length. AllWords leaves nothing
	// out. The workbook always shows whole texts.
	Context int
}

// View is one way to show results.
type View struct {
	// Name is how the view is asked for.
	Name string
	// Write writes results: pairs of issues, each for itself, or the comparisons
	// of consecutive years of one plan, in their order.
	Write func(into io.Writer, results []*compare.Result, options Options) error
}

// Views is the table of views; the first is the usual one.
var Views = []View{
	{Name: "text", Write: writeText},
	{Name: "markdown", Write: writeMarkdown},
	{Name: "html", Write: writeHTML},
	{Name: "xlsx", Write: writeXLSX},
}

// Find returns the view of a name, and whether there is one.
func Find(name string) (View, bool) {
	for _, view := range Views {
		if view.Name == name {
			return view, true
		}
	}
	return View{}, false
}

// Names returns the names of all views, in the order of the table.
func Names() []string {
	names := make([]string, 0, len(Views))
	for _, view := range Views {
		names = append(names, view.Name)
	}
	return names
}

package parser_test

import (
	"sync"
	"testing"

	"sheetconv/model"
	"sheetconv/parser"
)

// readersAtOnce is how many goroutines read the same input.
const readersAtOnce = 4

// The same input gives the same bytes, also to readers at the same time: the
// tables of labels are shared between them.
func TestDeterminism(t *testing.T) {
	eachFixture(t, func(t *testing.T, f fixture) {
		want := write(t, "json", parse(t, f.input, f.options()).Documents)
		results := make([]*parser.Result, readersAtOnce)
		errs := make([]error, readersAtOnce)
		var group sync.WaitGroup
		for i := range results {
			group.Go(func() { results[i], errs[i] = parser.Parse(f.input, f.options()) })
		}
		group.Wait()
		for i, result := range results {
			if errs[i] != nil {
				t.Fatal(errs[i])
			}
			if difference := diffLines(want, write(t, "json", result.Documents)); difference != "" {
				t.Errorf("read again, it differs:\n%s", difference)
			}
		}
	})
}

// A result is the caller's own: changing it changes no later one.
func TestResultsAreApart(t *testing.T) {
	f := fixtures(t)[0]
	want := write(t, "json", parse(t, f.input, f.options()).Documents)
	for _, document := range parse(t, f.input, f.options()).Documents {
		*document.Municipality = model.Municipality{Name: "changed"}
		*document.Source = model.Source{Form: "changed"}
		document.Items[0].Texts[0].Label = "changed"
	}
	if difference := diffLines(want, write(t, "json", parse(t, f.input, f.options()).Documents)); difference != "" {
		t.Errorf("a caller changed a later result:\n%s", difference)
	}
}

func TestFormsIsACopy(t *testing.T) {
	before := parser.Forms()[0]
	parser.Forms()[0].ID = "changed"
	if parser.Forms()[0] != before {
		t.Error("a caller changed the table of forms")
	}
}

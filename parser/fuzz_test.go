package parser_test

import (
	"runtime/debug"
	"strings"
	"testing"

	"sheetconv/model"
	"sheetconv/parser"
)

// mutations change the delimiters of a sheet, as another extraction tool or a
// careless copy would.
var mutations = []struct{ from, to string }{
	{"\t", " | "},
	{"\t", "   "},
	{"\t\t", "\t"},
	{" |\n", "\n"},
	{" |\n", " | "},
	{"|", "\t"},
	{"  ", " "},
	{"\n", "\r\n"},
	{"\n", "\f\n"},
	{"\n\n", "\n"},
	{" ", "\u3000"},
}

// changedEvery is how many fixtures there are to one that is also changed.
const changedEvery = 3

// fuzzedBytes is the longest input that is tried: longer ones only cost time.
const fuzzedBytes = 1 << 16

// FuzzParse states what holds for every input, whichever form it is read by:
// nothing is claimed twice (that panics), nothing is lost, the document is whole
// and comes back from its written form, and reading again gives the same. The
// seeds are large: fuzz with -fuzzminimizetime 10x.
func FuzzParse(f *testing.F) {
	for i, fixture := range fixtures(f) {
		f.Add(fixture.input)
		// Some are changed, each in one way in turn, so that the seeds take seconds.
		if i%changedEvery == 0 {
			change := mutations[i/changedEvery%len(mutations)]
			f.Add([]byte(strings.ReplaceAll(string(fixture.input), change.from, change.to)))
		}
	}
	f.Fuzz(func(t *testing.T, input []byte) {
		t.Parallel()
		if len(input) > fuzzedBytes {
			t.Skip("too long")
		}
		for _, form := range parser.Forms() {
			checkInput(t, input, parser.Options{Form: form.ID})
		}
	})
}

// checkInput checks all that holds for any input that can be read at all.
func checkInput(t *testing.T, input []byte, options parser.Options) {
	t.Helper()
	result := checkReading(t, input, options)
	if result == nil {
		return
	}
	again, err := parser.Parse(input, options)
	if err != nil {
		t.Fatalf("%s: read again: %v", options.Form, err)
	}
	first, second := write(t, "jsonl", result.Documents), write(t, "jsonl", again.Documents)
	if difference := diffLines(first, second); difference != "" {
		t.Errorf("%s: read again, it differs:\n%s", options.Form, difference)
	}
	fromYAML, err := model.ReadYAML(strings.NewReader(write(t, "yaml", result.Documents)))
	if err != nil {
		t.Fatalf("%s: read YAML: %v", options.Form, err)
	}
	if difference := diffLines(first, write(t, "jsonl", fromYAML)); difference != "" {
		t.Errorf("%s: JSON differs after YAML (-direct +read back):\n%s", options.Form, difference)
	}
}

// checkReading reads an input and checks that the account balances and the
// documents are whole. It returns nothing where there is no result.
func checkReading(t *testing.T, input []byte, options parser.Options) (result *parser.Result) {
	t.Helper()
	defer func() {
		// Told as a failure, so that one panic does not hide what else is wrong.
		if value := recover(); value != nil {
			t.Errorf("%s: panic: %v\n%s", options.Form, value, debug.Stack())
			result = nil
		}
	}()
	result, err := parser.Parse(input, options)
	if err != nil {
		if _, errAgain := parser.Parse(input, options); errAgain == nil || err.Error() != errAgain.Error() {
			t.Errorf("%s: the error is %v, and then %v", options.Form, err, errAgain)
		}
		return nil
	}
	if len(result.Documents) == 0 {
		t.Errorf("%s: neither a document nor an error", options.Form)
	}
	for i, document := range result.Documents {
		if found := document.Validate(); len(found) > 0 {
			t.Errorf("%s: document %d: %s", options.Form, i, strings.Join(found, "\n"))
		}
	}
	checkAccount(t, input, options)
	return result
}

package parser_test

import (
	"strings"
	"testing"
)

// A title that is printed twice in succession, as by a title page or a running head, begins
// one document.
func TestTitleTwice(t *testing.T) {
	eachFixture(t, func(t *testing.T, f fixture) {
		documents := parse(t, f.input, f.options()).Documents
		if len(documents) != 1 || documents[0].Title == "" {
			t.Skip("no single title")
		}
		before, line, found := strings.Cut(string(f.input), documents[0].Title)
		if !found || strings.TrimSpace(before) != "" {
			t.Skip("the title is no first line")
		}
		end := strings.IndexByte(line, '\n')
		if end < 0 || strings.TrimSpace(line[:end]) != "" {
			t.Skip("the title has no line of its own")
		}
		text := before + documents[0].Title + "\n\n" + documents[0].Title + line
		got := parse(t, []byte(text), f.options()).Documents
		reportScore(t, compareLeaves(t, write(t, "json", documents), write(t, "json", got)), leastF1)
	})
}

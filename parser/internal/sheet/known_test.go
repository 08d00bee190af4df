package sheet

import (
	"strconv"
	"testing"
)

// What is known of a text is never given for another one, however many there are.
func TestKnown(t *testing.T) {
	var known Known[string]
	for i := range 10 * knownTexts {
		text := strconv.Itoa(i % (3 * knownTexts))
		fact := known.Of(text)
		if *fact != "" && *fact != text {
			t.Fatalf("%q is known of %q", *fact, text)
		}
		*fact = text
		if *known.Of(text) != text {
			t.Fatalf("nothing is known of %q", text)
		}
	}
	if *known.Of("") != "" {
		t.Error("something is known of the empty text")
	}
}

package sheet

import (
	"strconv"
	"strings"
	"testing"
)

// TestAddLine holds that lines added to long texts in turn, and to copies of them, stand
// in those only.
func TestAddLine(t *testing.T) {
	var b Builder
	const count = maxLongTexts + 2
	var texts, expected [count]string
	for n := range count {
		texts[n] = strings.Repeat("道", longText/len("道")+n%2)
		expected[n] = texts[n]
	}
	add := func(n int, line string) {
		b.AddLine(&texts[n], line)
		expected[n] += "\n" + line
	}
	for round := range 20 {
		for n := range count {
			if (n+round)%3 > 0 {
				add(n, strconv.Itoa(round*n))
			}
		}
		if round == 9 {
			texts[0], expected[0] = texts[1], expected[1]
			add(0, "a")
			add(1, "b")
		}
	}
	if texts != expected {
		t.Errorf("texts are %q; expected %q", texts, expected)
	}
}

package parser_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"sheetconv/parser"
)

var mutants = flag.Int("mutants", 500, "how many mutants of the fixtures TestMutants reads")

// Fixtures whose lines and cells are lost, swapped, joined and parted at random
// are read without a panic, and nothing of them is lost. Fuzzing by bytes hardly
// gets as far as a table; this does at once. Mutants are the same in every run;
// go test ./parser -run TestMutants -mutants 100000 reads more of them.
func TestMutants(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	all := fixtures(t)
	for i := range *mutants {
		f := all[random.IntN(len(all))]
		other := all[random.IntN(len(all))]
		text := mutate(random, string(f.input), string(other.input))
		form := f.form
		if random.IntN(4) == 0 {
			form = other.form
		}
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			checkReading(t, []byte(text), parser.Options{Form: form})
			if t.Failed() {
				t.Logf("a mutant of %s, read as %s:\n%s", f, form, diffLines(string(f.input), text))
			}
		})
	}
}

// mutationsAtMost is how often a text is changed.
const mutationsAtMost = 6

// mutate changes a few lines of a text, some by those of another.
func mutate(random *rand.Rand, text, other string) string {
	lines, others := strings.SplitAfter(text, "\n"), strings.SplitAfter(other, "\n")
	for range 1 + random.IntN(mutationsAtMost) {
		at, second := &lines[random.IntN(len(lines))], &lines[random.IntN(len(lines))]
		switch random.IntN(10) {
		case 0:
			*at = ""
		case 1:
			*at, *second = *second, *at
		case 2:
			*at += *second
		case 3:
			*at += others[random.IntN(len(others))]
		case 4:
			*at = strings.TrimSuffix(*at, "\n") + strings.Repeat(" ", random.IntN(4))
		case 5:
			*at = withoutPart(random, *at, "\t")
		case 6:
			*at = withoutPart(random, *at, "")
		case 7:
			*at = strings.Replace(*at, "\t", strings.Repeat(" ", 1+random.IntN(3)), 1+random.IntN(3))
		case 8:
			*at = strings.Replace(*at, " ", "\t", 1)
		default:
			*at = strings.Replace(*at, "|", " ", 1)
		}
	}
	return strings.Join(lines, "")
}

// withoutPart returns a text without one of the parts that a separator ends; of
// those, a character where the separator is empty.
func withoutPart(random *rand.Rand, text, separator string) string {
	parts := strings.SplitAfter(text, separator)
	if len(parts) > 0 {
		parts[random.IntN(len(parts))] = ""
	}
	return strings.Join(parts, "")
}

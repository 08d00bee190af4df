package isehara

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestTokenList holds that a list of tokens with a gap gives what a slice gives, whatever
// is put in and taken out.
func TestTokenList(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var list tokenList
	var expected []placedToken
	for n := int32(0); n < 5000; n++ {
		first := random.IntN(len(expected) + 1)
		end := min(first+random.IntN(4), len(expected))
		others := make([]placedToken, random.IntN(4))
		for i := range others {
			others[i].start, others[i].end = n, int32(i)
		}
		list.replace(first, end, others...)
		expected = slices.Replace(expected, first, end, others...)
		if got := list.clone(0, list.count()); !slices.Equal(got, expected) {
			t.Fatalf("change %d: the list is %v; expected %v", n, got, expected)
		}
		if n%1000 == 999 {
			list.remove(0, list.count())
			expected = expected[:0]
		}
	}
}

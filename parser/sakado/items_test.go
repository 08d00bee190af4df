package sakado

import (
	"strings"
	"testing"
)

// TestUnusedID holds the ids of items whose number or name stands again.
func TestUnusedID(t *testing.T) {
	for given, expected := range map[string]string{
		"1 2 1 1 2":         "1 2 1′ 1′′ 2′",
		"1 1 1′ 1":          "1 1′ 1′′ 1′′′",
		"1′ 1 1 1 1′":       "1′ 1 1′′ 1′′′ 1′′′′",
		"散歩 散歩 1 散歩′′ 1 散歩": "散歩 散歩′ 1 散歩′′ 1′ 散歩′′′",
	} {
		r := &reader{facts: &facts{}}
		var got []string
		for _, id := range strings.Fields(given) {
			got = append(got, r.unusedID(id))
		}
		if ids := strings.Join(got, " "); ids != expected {
			t.Errorf("of %s the ids are %s; expected %s", given, ids, expected)
		}
	}
}

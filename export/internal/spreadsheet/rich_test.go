package spreadsheet

import (
	"reflect"
	"testing"
)

// A text that goes on in the next row keeps its marks there.
func TestRunsAreCut(t *testing.T) {
	runs := []Run{{"月", Unmarked}, {"2回", Deleted}, {"4回", Inserted}}
	for _, test := range []struct {
		first, last    int
		before, behind []Run
	}{
		{3, 8, []Run{{"月", Unmarked}}, []Run{{"2回", Deleted}, {"4回", Inserted}}},
		{4, 7, []Run{{"月", Unmarked}, {"2", Deleted}}, []Run{{"回", Deleted}, {"4回", Inserted}}},
		{11, 0, runs, nil},
		{0, 11, nil, runs},
	} {
		before, behind := cutRuns(runs, test.first, test.last)
		if !reflect.DeepEqual(before, test.before) || !reflect.DeepEqual(behind, test.behind) {
			t.Errorf("%d and %d bytes: %v %v, want %v %v", test.first, test.last, before, behind, test.before, test.behind)
		}
	}
}

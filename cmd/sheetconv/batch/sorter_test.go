package batch

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestSorter(t *testing.T) {
	folder := t.TempDir()
	create := func() (*os.File, error) { return os.CreateTemp(folder, "run") }
	full := func() (*os.File, error) { return nil, errors.New("full") }
	closed := func() (*os.File, error) {
		file, err := create()
		return file, errors.Join(err, file.Close())
	}
	for name, temporary := range map[string]func() (*os.File, error){"runs": create, "full": full, "unwritable": closed} {
		for _, count := range []int{0, 1, 9, 10, 11, 95, 100} {
			s := &sorter{temporary: temporary, limit: 10}
			var want []record
			for number := range count {
				want = append(want, record{fmt.Sprintf("表%03d", number/2), fmt.Sprintf("%d", number%2), uint32(number)})
			}
			for _, at := range rand.Perm(count) {
				s.add(want[at])
			}
			if name == "runs" && len(s.held) >= 10 {
				t.Errorf("%d of %d are held", len(s.held), count)
			}
			for range 2 {
				if got := slices.Collect(s.sorted()); !slices.Equal(got, want) {
					t.Errorf("%s, %d: %v", name, count, got)
				}
			}
			for one := range s.sorted() {
				if one != want[0] {
					t.Errorf("%s, %d: begins with %v", name, count, one)
				}
				break
			}
			s.close()
		}
	}
	if left, _ := filepath.Glob(filepath.Join(folder, "*")); len(left) > 21 {
		t.Errorf("%d files are left", len(left)) // Those of the unwritable ones are the test's.
	}
}

package batch

import (
	"fmt"
	"path"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// filter chooses inputs by patterns. One without a slash is matched against the
// last name of a path, any other against the whole path; ** stands for folders.
type filter struct{ include, exclude []string }

// PatternError says that a pattern is malformed.
type PatternError struct{ Pattern string }

func (e *PatternError) Error() string { return fmt.Sprintf("the pattern %q is malformed", e.Pattern) }

func newFilter(include, exclude []string) (*filter, error) {
	for _, patterns := range [][]string{include, exclude} {
		for _, pattern := range patterns {
			if !doublestar.ValidatePattern(pattern) {
				return nil, &PatternError{pattern}
			}
		}
	}
	return &filter{include, exclude}, nil
}

// takes reports whether a path is included, and not excluded.
func (f *filter) takes(name string) bool {
	return (len(f.include) == 0 || matchesAny(f.include, name)) && !f.drops(name)
}

// drops reports whether a path, or a folder that it is in, is excluded.
func (f *filter) drops(name string) bool {
	for ; name != "." && name != "/"; name = path.Dir(name) {
		if matchesAny(f.exclude, name) {
			return true
		}
	}
	return false
}

func matchesAny(patterns []string, name string) bool {
	for _, pattern := range patterns {
		subject := name
		if !strings.Contains(pattern, "/") {
			subject = path.Base(name)
		}
		if doublestar.MatchUnvalidated(pattern, subject) {
			return true
		}
	}
	return false
}

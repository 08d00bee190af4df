package batch

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
)

// part is the share of the inputs that one of several machines takes; the zero
// value is all.
type part struct{ index, of uint64 }

// PartError says that a text is no share such as 2/8.
type PartError struct{ Text string }

func (e *PartError) Error() string { return fmt.Sprintf("%q is no share such as 2/8", e.Text) }

// parsePart reads I/N, of which the first is 1/N; an empty text is all.
func parsePart(text string) (part, error) {
	if text == "" {
		return part{}, nil
	}
	left, right, found := strings.Cut(text, "/")
	index, indexErr := strconv.ParseUint(left, 10, 31)
	of, ofErr := strconv.ParseUint(right, 10, 31)
	if !found || indexErr != nil || ofErr != nil || index < 1 || index > of {
		return part{}, &PartError{text}
	}
	return part{index - 1, of}, nil
}

// has reports whether an input belongs to the share. It depends on the name alone,
// so that it stays where it is when others come and go.
func (p part) has(one key) bool {
	if p.of == 0 {
		return true
	}
	digest := sha256.Sum256([]byte(one.path + "\x00" + one.member))
	return binary.BigEndian.Uint64(digest[:])%p.of == p.index
}

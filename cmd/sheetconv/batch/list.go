package batch

import (
	"bufio"
	"bytes"
	"io"
	"iter"
)

// byteOrderMark begins texts that some editors of Windows write.
const byteOrderMark = "\uFEFF"

// Names yields the names of files that a reader has, one a line or each ended by a
// NUL. Empty ones are left out, and so is a byte order mark at the beginning.
func Names(from io.Reader, nul bool) iter.Seq2[string, error] {
	end := byte('\n')
	if nul {
		end = 0
	}
	return func(yield func(string, error) bool) {
		reader := bufio.NewReader(from)
		if start, _ := reader.Peek(len(byteOrderMark)); string(start) == byteOrderMark {
			_, _ = reader.Discard(len(byteOrderMark)) // It was peeked.
		}
		for {
			name, err := reader.ReadBytes(end)
			name = bytes.TrimSuffix(name, []byte{end})
			if !nul {
				name = bytes.TrimSuffix(name, []byte("\r"))
			}
			if len(name) > 0 && !yield(string(name), nil) || err == io.EOF {
				return
			}
			if err != nil {
				yield("", &NamesError{err})
				return
			}
		}
	}
}

// NamesError says that the names of files could not be read.
type NamesError struct{ Cause error }

func (e *NamesError) Error() string { return "names of files: " + e.Cause.Error() }
func (e *NamesError) Unwrap() error { return e.Cause }

package batch

import (
	"bytes"
	"io"

	"sheetconv/parser"
)

// read puts an input's bytes into the buffer, and fails where it is larger than
// the limit or is not the same at the end as at the beginning.
func (i *input) read(into *bytes.Buffer, limit int64) error {
	if i.fault != nil {
		return i.fault
	}
	if i.size > limit {
		return &parser.TooLargeError{Size: i.size, Limit: limit}
	}
	file, err := i.open()
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }() // It was read only.
	before, err := file.Stat()
	if err != nil {
		return err
	}
	into.Reset()
	into.Grow(int(min(before.Size(), limit)) + bytes.MinRead)
	if _, err := into.ReadFrom(io.LimitReader(file, limit+1)); err != nil {
		return err
	}
	if int64(into.Len()) > limit {
		return &parser.TooLargeError{Size: int64(into.Len()), Limit: limit}
	}
	after, err := file.Stat()
	if err != nil {
		return err
	}
	if after.Size() != int64(into.Len()) || after.Size() != before.Size() || !after.ModTime().Equal(before.ModTime()) {
		return ErrChanged
	}
	return nil
}

package batch

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
)

// entryReader reads the entries of a manifest or a journal one after another.
// Lines that are none, as a crash may leave at the end, are passed over.
type entryReader struct {
	file   io.Closer
	reader *bufio.Reader
	next   *Entry // nil at the end
}

// openEntries opens a file of entries. One that is not there has none.
func openEntries(root *os.Root, name string) (*entryReader, error) {
	file, err := root.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return &entryReader{reader: bufio.NewReader(bytes.NewReader(nil))}, nil
	}
	if err != nil {
		return nil, err
	}
	r := &entryReader{file: file, reader: bufio.NewReaderSize(file, 64<<10)}
	return r, r.advance()
}

// advance reads the next entry.
func (r *entryReader) advance() error {
	for {
		line, err := r.reader.ReadBytes('\n')
		if err == io.EOF || err == nil && len(line) == 1 {
			// A line without an end is half a line, and an empty one is a journal's room.
			r.next = nil
			return nil
		}
		if err != nil {
			return err
		}
		entry := &Entry{}
		if json.Unmarshal(line, entry) == nil && entry.Path != "" {
			r.next = entry
			return nil
		}
	}
}

// until gives every entry up to a key to pass, and returns the key's own, or nil.
func (r *entryReader) until(of key, pass func(*Entry) error) (*Entry, error) {
	for r.next != nil {
		order := r.next.key().compare(of)
		if order > 0 {
			return nil, nil
		}
		entry := r.next
		if err := r.advance(); err != nil {
			return nil, err
		}
		if order == 0 {
			return entry, nil
		}
		if err := pass(entry); err != nil {
			return nil, err
		}
	}
	return nil, nil
}

// rest gives every entry that is left to pass.
func (r *entryReader) rest(pass func(*Entry) error) error {
	for r.next != nil {
		entry := r.next
		if err := r.advance(); err != nil {
			return err
		}
		if err := pass(entry); err != nil {
			return err
		}
	}
	return nil
}

func (r *entryReader) close() {
	if r.file != nil {
		_ = r.file.Close() // It was read only.
	}
}

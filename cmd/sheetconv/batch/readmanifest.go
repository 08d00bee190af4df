package batch

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
)

// ManifestError says that a file is no manifest, and where.
type ManifestError struct {
	// Line counts from 1.
	Line int
	// Cause is an error of encoding/json, ErrNoEntry or *OutsideError.
	Cause error
}

// Error returns LINE: CAUSE.
func (e *ManifestError) Error() string { return fmt.Sprintf("%d: %v", e.Line, e.Cause) }
func (e *ManifestError) Unwrap() error { return e.Cause }

// OutsideError says that a manifest names an output that is not below its folder.
type OutsideError struct{ Output string }

func (e *OutsideError) Error() string { return "the output " + e.Output + " is outside of the folder" }

// ErrNoEntry says that a line of a manifest is no account of an input.
var ErrNoEntry = errors.New("no account of an input")

// ReadManifest returns the entries of a manifest that a run has finished, in their
// order. Beyond the reader's own errors there is *ManifestError: every line must be
// an entry, and what one names as its output must lie below the manifest's folder.
func ReadManifest(reader io.Reader) ([]Entry, error) {
	lines := bufio.NewReaderSize(reader, 64<<10)
	var entries []Entry
	for number := 1; ; number++ {
		line, err := lines.ReadBytes('\n')
		if err != nil && err != io.EOF {
			return nil, err
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			entry, wrong := readEntry(line)
			if wrong != nil {
				return nil, &ManifestError{number, wrong}
			}
			entries = append(entries, entry)
		}
		if err == io.EOF {
			return entries, nil
		}
	}
}

func readEntry(line []byte) (Entry, error) {
	var entry Entry
	if err := json.Unmarshal(line, &entry); err != nil {
		return entry, err
	}
	switch {
	case entry.Path == "" || entry.Documents < 0 || entry.Status != Done && entry.Status != Failed,
		entry.Status == Done && entry.Output == "":
		return entry, ErrNoEntry
	case entry.Output != "" && !filepath.IsLocal(filepath.FromSlash(entry.Output)):
		return entry, &OutsideError{entry.Output}
	}
	return entry, nil
}

// Name is the input's path, with that of a ZIP's member below it.
func (e *Entry) Name() string { return e.key().String() }

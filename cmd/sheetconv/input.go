package main

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"sheetconv/parser"
)

// stdinName is how the standard input is given, and stdinShown how it is named
// in messages.
const (
	stdinName  = "-"
	stdinShown = "<stdin>"
)

// input is one file to read, or the standard input.
type input struct {
	name string // as the user gave it
}

// inputs turns arguments into inputs; none is the standard input.
func (s *session) inputs(arguments []string) ([]input, error) {
	if len(arguments) == 0 {
		arguments = []string{stdinName}
	}
	var inputs []input
	seen := false
	for _, argument := range arguments {
		if argument == stdinName {
			if seen {
				return nil, s.usageError("the standard input (-) is given twice")
			}
			seen = true
		}
		inputs = append(inputs, input{argument})
	}
	if seen && !s.quiet && isTerminal(s.stdin) {
		key := "Ctrl-D"
		if runtime.GOOS == "windows" {
			key = "Ctrl-Z"
		}
		s.tell(s.say("reading from the terminal: paste the text and press %[1]s, or name files (see --help)", key))
	}
	return inputs, nil
}

// shown is the input's name for messages, without what would break their lines or
// steer the terminal.
func (i input) shown() string {
	if i.name == stdinName {
		return stdinShown
	}
	return visible(i.name)
}

// base is the name for the document's source. The standard input has none.
func (i input) base() string {
	if i.name == stdinName {
		return ""
	}
	return filepath.Base(i.name)
}

// errDirectory says that a folder was given for a file.
var errDirectory = errors.New("is a directory")

// unreadableError says that the bytes of an input could not be had.
type unreadableError struct{ cause error }

func (e *unreadableError) Error() string { return e.cause.Error() }
func (e *unreadableError) Unwrap() error { return e.cause }

// read returns the bytes of an input. Of one that is larger than the limit no
// more than a byte beyond it is read.
func (s *session) read(from input, limit int64) ([]byte, error) {
	if from.name == stdinName {
		return readLimited(s.stdin, 0, limit)
	}
	file, err := os.Open(from.name)
	if err != nil {
		return nil, &unreadableError{err}
	}
	defer func() { _ = file.Close() }() // Nothing was written that could be lost.
	info, err := file.Stat()
	switch {
	case err != nil:
		return nil, &unreadableError{err}
	case info.IsDir():
		return nil, &unreadableError{errDirectory}
	case info.Mode().IsRegular() && info.Size() > limit:
		return nil, &parser.TooLargeError{Size: info.Size(), Limit: limit}
	}
	return readLimited(file, info.Size(), limit)
}

// readLimited reads a stream that is expected to have a size; it may be wrong, as
// it is of pipes and of files that grow.
func readLimited(reader io.Reader, expected, limit int64) ([]byte, error) {
	var buffer bytes.Buffer
	buffer.Grow(int(min(expected, limit)) + bytes.MinRead)
	if _, err := buffer.ReadFrom(io.LimitReader(reader, limit+1)); err != nil {
		return nil, &unreadableError{err}
	}
	if int64(buffer.Len()) > limit {
		return nil, &parser.TooLargeError{Size: int64(buffer.Len()), Limit: limit}
	}
	return buffer.Bytes(), nil
}

// wordFileError says in the session's language why a file could not be opened,
// read or written.
func (s *session) wordFileError(err error) string {
	switch {
	case errors.Is(err, errDirectory):
		return s.say("is a directory; name the files in it")
	case errors.Is(err, fs.ErrNotExist):
		return s.say("there is no such file; check the name")
	case errors.Is(err, fs.ErrPermission):
		return s.say("permission denied; check who may read or write it")
	}
	// The path stands before the message already.
	if pathError, isPath := errors.AsType[*fs.PathError](err); isPath {
		return visible(pathError.Err.Error())
	}
	return visible(err.Error())
}

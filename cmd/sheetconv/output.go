package main

import (
	"bufio"
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"sheetconv/export"
	"sheetconv/model"
)

// destination is where the result of a run goes: stdout, which gets it as it
// comes, or a file, which is replaced whole at the end.
type destination struct {
	name   string        // as the user gave it; empty is stdout
	buffer bytes.Buffer  // of a file
	stdout *bufio.Writer // nil where it is a file
}

// outputError says that results could not be written, and where to.
type outputError struct {
	name  string
	cause error
}

func (e *outputError) Error() string { return e.name + ": " + e.cause.Error() }
func (e *outputError) Unwrap() error { return e.cause }

// Why a place is not written to.
var (
	errOutputDirectory = errors.New("is a directory")
	errNoFolder        = errors.New("its folder does not exist")
	errIsInput         = errors.New("is an input")
)

// openDestination checks what can be checked before long work begins: nothing is
// written yet.
func (s *session) openDestination(name string, inputs []input) (*destination, error) {
	if name == "" || name == stdinName {
		return &destination{stdout: bufio.NewWriter(s.stdout)}, nil
	}
	folder, err := os.Stat(filepath.Dir(name))
	if err != nil || !folder.IsDir() {
		return nil, &outputError{name, errNoFolder}
	}
	present, err := os.Stat(name)
	if err != nil {
		return &destination{name: name}, nil
	}
	if present.IsDir() {
		return nil, &outputError{name, errOutputDirectory}
	}
	for _, from := range inputs {
		other, err := os.Stat(from.name)
		if err == nil && present.Mode().IsRegular() && os.SameFile(present, other) {
			return nil, &outputError{name, errIsInput}
		}
	}
	return &destination{name: name}, nil
}

// Write takes a part of the result. Its errors are *outputError.
func (d *destination) Write(data []byte) (int, error) {
	if d.stdout == nil {
		return d.buffer.Write(data)
	}
	written, err := d.stdout.Write(data)
	if err != nil {
		err = &outputError{"", err}
	}
	return written, err
}

// flush shows on stdout what was written so far.
func (d *destination) flush() error {
	if d.stdout == nil {
		return nil
	}
	if err := d.stdout.Flush(); err != nil {
		return &outputError{"", err}
	}
	return nil
}

// finish puts a file in its place.
func (d *destination) finish() error {
	if d.stdout != nil {
		return d.flush()
	}
	if err := putFile(d.name, d.buffer.Bytes()); err != nil {
		return &outputError{d.name, err}
	}
	return nil
}

// output is where the documents of a run go.
type output struct {
	*destination
	writer export.Writer
	begun  bool
}

// write takes the documents of one input.
func (o *output) write(documents []*model.Document) error {
	if len(documents) == 0 {
		return nil
	}
	if o.begun {
		if _, err := o.Write([]byte(o.writer.Separator)); err != nil {
			return err
		}
	}
	o.begun = true
	if err := o.writer.Write(o, documents); err != nil {
		return err
	}
	return o.flush()
}

// finish puts a file in its place. One without any document is not written, so
// that a run that could read nothing leaves the last result alone.
func (o *output) finish() error {
	if !o.begun {
		return nil
	}
	return o.destination.finish()
}

const newFileMode fs.FileMode = 0o666 // less the umask, as a shell's > makes it

// putFile replaces a file whole. What is no regular file (a device, a named pipe)
// is written to instead: renaming would put a file in its place.
func putFile(name string, data []byte) error {
	present, err := os.Stat(name)
	if err == nil && !present.Mode().IsRegular() {
		return writeThrough(name, data)
	}
	// A symbolic link stays, and what it leads to is replaced.
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
	}
	return replaceFile(name, data, newFileMode)
}

func writeThrough(name string, data []byte) error {
	file, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	return errors.Join(err, file.Close())
}

// wordOutputError says in the session's language why results were not written.
func (s *session) wordOutputError(err *outputError) string {
	name := visible(err.name)
	if name == "" {
		name = "<stdout>"
	}
	switch {
	case errors.Is(err, errOutputDirectory):
		return s.say("cannot write %[1]s: it is a directory; name a file in it", name)
	case errors.Is(err, errNoFolder):
		return s.say("cannot write %[1]s: there is no folder %[2]s; make it first", name, visible(filepath.Dir(err.name)))
	case errors.Is(err, errIsInput):
		return s.say("cannot write %[1]s: it is one of the inputs; give another name", name)
	default:
		return s.say("cannot write %[1]s: %[2]s", name, s.wordFileError(err.cause))
	}
}

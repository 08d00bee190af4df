package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"sheetconv/model"
	"sheetconv/model/check"
	"sheetconv/parser"
)

// loaded is a document of the inputs.
type loaded struct {
	*model.Document
	// from is the file that it was read from, for messages.
	from input
	// input is the name of the input that it belongs to, the same on every machine;
	// place is which of the input's documents it is, from 1.
	input string
	place int
	// isModel says that it was read from a model, so that its positions are those of
	// another file.
	isModel bool
	// findings are what examine found, where that was asked for.
	findings []check.Finding
}

// loadOptions say how inputs are read, and what is done with a document beside the
// others.
type loadOptions struct {
	sheetFlags
	examine func(*model.Document) []check.Finding // nil is nothing
}

// piece is what is read at once: a file, or a line of JSON Lines.
type piece struct {
	of   *loadFile
	data []byte // of a line
	line int    // which it is, from 1; 0 is a whole file
	err  error
}

// readPiece is what came of a piece.
type readPiece struct {
	of        *loadFile
	isLine    bool
	isModel   bool
	documents []*model.Document
	findings  [][]check.Finding // of each document, where they were asked for
	err       error
}

// load reads the documents of all files on all processors, with their positions,
// and gives them to take one by one, in order. An input that can't be read is told,
// and the others are done; the outcome says how bad it was. The error is take's.
func (s *session) load(options sheetFlags, files []loadFile, take func(loaded) error) (outcome, error) {
	return s.loadWith(loadOptions{sheetFlags: options}, files, take)
}

func (s *session) loadWith(options loadOptions, files []loadFile, take func(loaded) error) (outcome, error) {
	run := &loadRun{session: s, take: take}
	err := inOrder(piecesOf(files, options.limit.bytes), func(one piece) readPiece {
		read := s.readPiece(options.sheetFlags, one)
		if read.err == nil && options.examine != nil {
			read.findings, read.err = guard(func() (found [][]check.Finding, err error) {
				for _, document := range read.documents {
					found = append(found, options.examine(document))
				}
				return found, nil
			})
		}
		return read
	}, run.add)
	if err == nil {
		run.endSource()
	}
	return run.how, err
}

// piecesOf cuts the files of files that may be large into lines.
func piecesOf(files []loadFile, limit int64) iter.Seq[piece] {
	return func(yield func(piece) bool) {
		for index := range files {
			of := &files[index]
			if !linesOf(of, limit, yield) {
				return
			}
		}
	}
}

// linesOf gives the lines of JSON Lines, and any other file whole. It returns false
// if no more are asked for.
func linesOf(of *loadFile, limit int64, yield func(piece) bool) bool {
	if of.from.name == stdinName || !strings.EqualFold(filepath.Ext(of.from.name), ".jsonl") {
		return yield(piece{of: of})
	}
	file, err := os.Open(of.from.name)
	if err != nil {
		return yield(piece{of: of, err: &unreadableError{err}})
	}
	defer func() { _ = file.Close() }() // It was read only.
	lines := bufio.NewReaderSize(file, 64<<10)
	if start, _ := lines.Peek(len("\uFEFF{")); !bytes.HasPrefix(bytes.TrimPrefix(start, []byte("\uFEFF")), []byte("{")) {
		return yield(piece{of: of}) // Whatever it is, no JSON Lines.
	}
	for number := 1; ; number++ {
		line, err := readLine(lines, nil, limit)
		switch {
		case err == io.EOF:
			return true
		case err == errLongLine:
			err = &parser.TooLargeError{Size: limit + 1, Limit: limit}
		case err != nil:
			err = &unreadableError{err}
		case len(bytes.TrimSpace(line)) == 0:
			continue
		}
		if !yield(piece{of, line, number, err}) {
			return false
		}
		if _, isOver := errors.AsType[*unreadableError](err); isOver {
			return true
		}
	}
}

// readPiece runs beside others, so it words nothing and prints nothing.
func (s *session) readPiece(options sheetFlags, one piece) readPiece {
	read := readPiece{of: one.of, isLine: one.line > 0, isModel: one.line > 0, err: one.err}
	data := one.data
	if read.err == nil && !read.isLine {
		data, read.err = s.read(one.of.from, options.limit.bytes)
	}
	if read.err != nil {
		return read
	}
	var result *parser.Result
	read.isModel = read.isLine || isModel(data)
	if result, read.err = s.readDocuments(options, one.of.from.base(), data, read.isModel); read.err == nil {
		read.documents = result.Documents
	} else if read.isLine {
		moveLine(read.err, one.line-1)
	}
	return read
}

// moveLine makes the line of an error one of the whole file.
func moveLine(err error, lines int) {
	if wrong, is := errors.AsType[*model.ReadError](err); is && wrong.Line > 0 {
		wrong.Line += lines
	}
	if wrong, is := errors.AsType[*model.SchemaError](err); is && wrong.Line > 0 {
		wrong.Line += lines
	}
}

// loadRun takes what was read, in order.
type loadRun struct {
	*session
	take func(loaded) error
	how  outcome

	of    *loadFile // the current one
	count int       // its documents so far
	part  int       // which part is next
	place int       // how many of the part's documents were given
	wrong bool      // something of it was not read
}

func (r *loadRun) add(read readPiece) error {
	if read.of != r.of {
		r.endSource()
		r.of, r.count, r.part, r.place, r.wrong = read.of, 0, 0, 0, false
	}
	if read.err != nil {
		r.wrong = true
		r.how = max(r.how, r.reportInputError(read.of.from, read.err))
		if read.isLine {
			r.next() // The manifest counts it.
		}
		return nil
	}
	for index, document := range read.documents {
		one := loaded{Document: document, from: read.of.from, input: r.next(), isModel: read.isModel}
		one.place = r.place
		if read.findings != nil {
			one.findings = read.findings[index]
		}
		if err := r.take(one); err != nil {
			return err
		}
	}
	return nil
}

// next passes on to the next document, and returns the name of its input.
func (r *loadRun) next() string {
	r.count++
	r.place++
	parts := r.of.parts
	for r.part < len(parts)-1 && parts[r.part].documents != anyNumber && r.place > parts[r.part].documents {
		r.part, r.place = r.part+1, 1
	}
	return parts[r.part].name
}

// endSource holds what was found in a source against what a manifest says of it.
func (r *loadRun) endSource() {
	if r.of == nil || r.wrong || r.of.parts[0].documents == anyNumber {
		return
	}
	expected := 0
	for _, part := range r.of.parts {
		expected += part.documents
	}
	if r.count != expected {
		r.how = max(r.how, r.reportInputError(r.of.from, &miscountError{r.count, expected}))
	}
}

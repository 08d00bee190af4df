package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"sheetconv/model"
)

// request is a line that parse --from-jsonl reads: a sheet as text, or as bytes in
// base64.
type request struct {
	Name  string  `json:"name"`
	Text  *string `json:"text"`
	Bytes []byte  `json:"bytes"`
}

// answer is the line that it prints for one that it read.
type answer struct {
	Name      string            `json:"name"`
	Status    string            `json:"status"` // ok or failed, as in a manifest
	Documents []*model.Document `json:"documents,omitempty"`
	Reason    string            `json:"reason,omitempty"`
}

// Why a line is no request.
var (
	errNoRequest = errors.New("no JSON object with a name and a text or bytes")
	errLongLine  = errors.New("longer than a sheet may be")
)

// answerLines reads a request a line and answers each by a line, in order. What is
// wrong with one is told by its answer and by nothing else: a program that runs many
// workers takes an exit code for a worker that broke.
func (s *session) answerLines(options *parseFlags, arguments []string) error {
	switch {
	case len(arguments) > 0:
		return s.usageError("--from-jsonl reads the standard input; found %[1]s", visible(arguments[0]))
	case options.to != "jsonl" || options.output != "" || options.strict:
		return s.usageError("--from-jsonl goes with --to jsonl, and without -o and --strict")
	}
	// JSON writes a character in six at most, and base64 three bytes in four.
	longest := 6*options.limit.bytes + 64<<10
	lines := bufio.NewReaderSize(s.stdin, 64<<10)
	into := bufio.NewWriterSize(s.stdout, 64<<10)
	encoder := json.NewEncoder(into)
	encoder.SetEscapeHTML(false)
	var line []byte
	for {
		var err error
		line, err = readLine(lines, line[:0], longest)
		if err == io.EOF {
			return flush(into)
		}
		if err != nil && err != errLongLine {
			return errors.Join(flush(into), s.usageError("cannot read %[1]s: %[2]s", stdinShown, s.wordFileError(err)))
		}
		if err := encoder.Encode(s.answer(options, line, err)); err != nil {
			return &outputError{"", err}
		}
		if lines.Buffered() == 0 {
			// Whoever sends a line at a time waits for its answer.
			if err := flush(into); err != nil {
				return err
			}
		}
	}
}

func flush(into *bufio.Writer) error {
	if err := into.Flush(); err != nil {
		return &outputError{"", err}
	}
	return nil
}

// readLine reads a line without its end. Of one that is longer than the limit the
// rest is passed over, so that the next line is the next request.
func readLine(from *bufio.Reader, line []byte, limit int64) ([]byte, error) {
	tooLong := false
	for {
		piece, err := from.ReadSlice('\n')
		if tooLong = tooLong || int64(len(line)+len(piece)) > limit; !tooLong {
			line = append(line, piece...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && len(line) == 0 && !tooLong:
			return nil, io.EOF
		case err != nil && err != io.EOF:
			return nil, err
		case tooLong:
			return line[:0], errLongLine
		}
		return line, nil
	}
}

func (s *session) answer(options *parseFlags, line []byte, err error) answer {
	var asked request
	if err == nil && (json.Unmarshal(line, &asked) != nil || (asked.Text == nil) == (asked.Bytes == nil)) {
		err = errNoRequest
	}
	data := asked.Bytes
	if asked.Text != nil {
		data = []byte(*asked.Text)
	}
	var documents []*model.Document
	if err == nil {
		documents, err = s.parseSheet(options.sheetFlags(), lastName(asked.Name), data)
	}
	if err != nil {
		return answer{Name: asked.Name, Status: "failed", Reason: s.wordRequestError(err)}
	}
	return answer{Name: asked.Name, Status: "ok", Documents: documents}
}

// lastName is the name for the document's source, of a path in any system's form.
func lastName(name string) string { return name[strings.LastIndexAny(name, `/\`)+1:] }

func (s *session) wordRequestError(err error) string {
	switch {
	case errors.Is(err, errNoRequest):
		return s.say(`expected a JSON object with "name" and either "text" or "bytes" in base64`)
	case errors.Is(err, errLongLine):
		return s.say("the line is longer than a sheet may be; raise the limit with --max-bytes")
	}
	_, text, _ := s.wordInputError(err)
	return text
}

// Package parser turns the bytes of a sheet into documents of the model: it
// decodes them, cuts them into cells, tells the form, and lets the form read.
//
// In go bytes and options; out come documents that carry their own diagnostics,
// or an error where the input is no text of a known form. The package holds
// the table of forms and must not know what is inside one.
package parser

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/decode"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// Options say how to read an input; the zero value detects everything.
type Options struct {
	// Name is the base name of the input, for the document's source.
	Name string
	// Form is the id of the form to read instead of the one detected.
	Form string
	// Encoding names the character encoding instead of the one detected.
	Encoding string
	// MaxBytes is the largest input that is read; 0 is DefaultMaxBytes.
	MaxBytes int64
}

// DefaultMaxBytes is the largest input that is read unless Options say
// otherwise.
const DefaultMaxBytes = decode.DefaultMaxBytes

// Result is what an input holds.
type Result struct {
	Documents []*model.Document
	// Text is the decoded input, to which the positions refer.
	Text string
	// Encoding is the encoding that it was decoded from.
	Encoding string
}

// The errors of decoding, for callers that word them themselves.
type (
	RefusedError         = decode.RefusedError
	TooLargeError        = decode.TooLargeError
	EmptyError           = decode.EmptyError
	NotTextError         = decode.NotTextError
	UnknownEncodingError = decode.UnknownEncodingError
	TooManyCellsError    = grid.TooManyCellsError
)

// Parse reads the documents of an input. Faults of the sheet are diagnostics of
// the documents; an error says that nothing could be read.
func Parse(input []byte, options Options) (*Result, error) {
	text, g, err := open(input, options)
	if err != nil {
		return nil, err
	}
	form, confidence, err := choose(g, options.Form)
	if err != nil {
		return nil, err
	}
	defer g.Release()
	sections := form.Read(g)
	if g.IsPage() {
		toSource(sections, g)
	}
	digest := sha256.Sum256(input)
	source := model.Source{
		Name:       options.Name,
		SHA256:     hex.EncodeToString(digest[:]),
		Encoding:   string(text.Encoding),
		Form:       form.ID,
		Confidence: model.NewNumber(int64(confidence), 2),
	}
	result := &Result{Text: text.String, Encoding: string(text.Encoding)}
	lines := lineCounter{text: text.String, line: 1}
	for _, section := range sections {
		own := source
		own.FirstLine, own.LastLine = lines.span(section.Start, section.End)
		section.Document.Source = &own
		result.Documents = append(result.Documents, section.Document)
	}
	addNoCells(sections, g)
	addFaults(result.Documents, text)
	addRadicals(sections, text)
	return result, nil
}

// Encodings returns the names that Options.Encoding takes.
func Encodings() []string {
	var names []string
	for _, encoding := range decode.Encodings() {
		names = append(names, string(encoding))
	}
	return names
}

// open decodes an input and cuts it into cells.
func open(input []byte, options Options) (decode.Text, *grid.Grid, error) {
	decoding := decode.Options{MaxBytes: options.MaxBytes}
	if options.Encoding != "" {
		encoding, err := decode.ParseEncoding(options.Encoding)
		if err != nil {
			return decode.Text{}, nil, err
		}
		decoding.Encoding = encoding
	}
	text, err := decode.Decode(input, decoding)
	if err != nil {
		return decode.Text{}, nil, err
	}
	g, err := grid.New(text.String)
	return text, g, err
}

// addFaults reports the places that did not decode, each at the document that
// covers it.
func addFaults(documents []*model.Document, text decode.Text) {
	for _, fault := range text.Faults {
		at := model.Position{Line: int32(fault.Line), Column: int32(fault.Column)}
		offset := strconv.Itoa(fault.Offset)
		var diagnostic model.Diagnostic
		switch fault.Kind {
		case decode.ByteOrderMark:
			diagnostic = model.NewDiagnostic(model.CodeByteOrderMark, at, offset)
		case decode.ControlCharacter:
			diagnostic = model.NewDiagnostic(model.CodeControlCharacter, at, hexadecimal(fault.Bytes), offset)
		default:
			diagnostic = model.NewDiagnostic(model.CodeUndecodable, at, hexadecimal(fault.Bytes), offset, string(text.Encoding))
		}
		for i, document := range documents {
			if fault.Line <= document.Source.LastLine || i+1 == len(documents) {
				document.Diagnostics = append(document.Diagnostics, diagnostic)
				break
			}
		}
	}
	if more := text.FaultCount - len(text.Faults); more > 0 && len(documents) > 0 {
		last := documents[len(documents)-1]
		at := model.Position{Line: int32(text.Faults[len(text.Faults)-1].Line), Column: 1}
		last.Diagnostics = append(last.Diagnostics,
			model.NewDiagnostic(model.CodeMoreFaults, at, strconv.Itoa(more), string(text.Encoding)))
	}
	if len(text.Faults) > 0 {
		for _, document := range documents {
			sheet.SortDiagnostics(document.Diagnostics)
		}
	}
}

func hexadecimal(data []byte) string { return strings.ToUpper(fmt.Sprintf("% x", data)) }

// lineCounter turns offsets that grow into line numbers.
type lineCounter struct {
	text         string
	offset, line int
}

// span returns the first and the last line that hold something between two
// offsets. Pipes before the next section's first cell are that section's.
func (c *lineCounter) span(start, end int) (first, last int) {
	part := c.text[start:end]
	if at := strings.LastIndexByte(part, '\n') + 1; end < len(c.text) && at > 0 && strings.Trim(part[at:], "| \t\u3000") == "" {
		part, end = part[:at], start+at
	}
	start += len(part) - len(strings.TrimLeft(part, " \t\n\f\u3000"))
	end = start + len(strings.TrimRight(c.text[start:end], " \t\n\f\u3000"))
	first = c.lineAt(start)
	last = c.lineAt(max(start, end))
	return first, last
}

func (c *lineCounter) lineAt(offset int) int {
	c.line += strings.Count(c.text[c.offset:offset], "\n")
	c.offset = offset
	return c.line
}

// Package decode turns the bytes of an extracted text into text: UTF-8 with "\n" at the
// end of each line and without a byte order mark.
//
// In go the bytes of one whole file, in any of the encodings that Japanese offices use; out
// come the text, the name of the encoding, and a Fault for each place whose bytes are no
// character of it. Nothing is swallowed and nothing is guessed as Latin-1: an undecodable
// place stands in the text as U+FFFD. What is no text at all (a PDF, a workbook, a picture)
// is refused with an error that says how to get text out of it.
//
// The package knows encodings. It must not know sheets, labels, cells or files; the few
// words in words.go only tip the scales when two encodings read the same bytes.
package decode

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// DefaultMaxBytes is the largest input, in bytes, that Decode takes if no limit is given.
const DefaultMaxBytes = 64 << 20

// Options say how Decode reads its input. The zero value detects the encoding.
type Options struct {
	// Encoding is the encoding of the input; "" means that it is detected. A byte order
	// mark of the other byte order overrules UTF16LE and UTF16BE, nothing else does.
	Encoding Encoding
	// MaxBytes is the largest input taken, in bytes; 0 or less means DefaultMaxBytes.
	MaxBytes int64
}

// Text is a decoded input.
type Text struct {
	// String is valid UTF-8. Each line ends in "\n" (CR LF and lone CR are folded), form
	// feeds are kept. There is no byte order mark and no other control character but tab;
	// what could not be decoded is U+FFFD.
	String string
	// Encoding is the one given in Options or the one detected. Pure ASCII is UTF8.
	Encoding Encoding
	// HasBOM is true if the input began with a byte order mark of its encoding.
	HasBOM bool
	// Faults are the first places that are not text, in the order of the text, at most 100.
	Faults []Fault
	// FaultCount is the number of all such places, also of those that Faults leaves out.
	FaultCount int
	// Radicals are the radicals in whose place String has the characters that look the
	// same, in the order of the text.
	Radicals []Radical
}

// Decode reads the whole of one file. It keeps no reference to input.
//
// Errors are *TooLargeError, *EmptyError (nothing, or nothing but blanks), *RefusedError (a
// known format that is not text), *NotTextError (bytes that are no text in the encoding) and
// *UnknownEncodingError (Options.Encoding is none of Encodings). A text with a few bad
// places is no error: they are in Faults.
func Decode(input []byte, options Options) (Text, error) {
	limit := options.MaxBytes
	if limit <= 0 {
		limit = DefaultMaxBytes
	}
	if size := int64(len(input)); size > limit {
		return Text{}, &TooLargeError{Size: size, Limit: limit}
	}
	if len(input) == 0 {
		return Text{}, &EmptyError{}
	}
	if refusal := refuse(input); refusal != nil {
		return Text{}, refusal
	}
	plan, err := choose(input, options.Encoding)
	if err != nil {
		return Text{}, err
	}
	result := plan.run(input)
	if plan.detected && result.isNotText(len(input)) {
		// The samples that told the encoding may have been the odd part of the file.
		if whole := detectWhole(input); whole != plan.encoding {
			plan = decodingPlan{encoding: whole, detected: true}
			result = plan.run(input)
		}
	}
	return finish(input, plan, result)
}

// decodingPlan is what is known of an input before it is decoded.
type decodingPlan struct {
	encoding Encoding
	detected bool // rather than named by the caller or by a byte order mark
	markSize int  // bytes of the byte order mark, 0 if there is none
	valid    bool // the bytes are known to be valid UTF-8
	plain    bool // and are the text as they are
}

// choose finds out the encoding: the one wanted, else by byte order mark, else by content.
func choose(input []byte, wanted Encoding) (decodingPlan, error) {
	marked, size := byteOrderMark(input)
	switch {
	case wanted != "" && !wanted.known():
		return decodingPlan{}, &UnknownEncodingError{Name: string(wanted)}
	case wanted.isUTF16() && marked.isUTF16(), wanted == "" && marked != "", wanted == marked && marked != "":
		return decodingPlan{encoding: marked, markSize: size, valid: marked == UTF8 && utf8.Valid(input)}, nil
	case wanted != "":
		return decodingPlan{encoding: wanted, valid: wanted == UTF8 && utf8.Valid(input)}, nil
	}
	plain := isPlainUTF8(input)
	valid := plain || utf8.Valid(input)
	encoding := detect(input, valid)
	isUTF8 := encoding == UTF8
	return decodingPlan{encoding: encoding, detected: true, valid: valid && isUTF8, plain: plain && isUTF8}, nil
}

// run decodes the input behind its byte order mark.
func (plan decodingPlan) run(input []byte) *output {
	result := &output{}
	if plan.plain {
		result.text.Write(input)
		return result
	}
	switch plan.encoding {
	case CP932:
		decodeTable(input, cp932Table(), result)
	case EUCJP:
		decodeTable(input, eucTable(), result)
	case ISO2022JP:
		decodeISO2022JP(input, result)
	case UTF16LE, UTF16BE:
		decodeUTF16(input, plan.markSize, plan.encoding == UTF16BE, result)
	default:
		decodeUTF8(input, plan.markSize, plan.valid, result)
	}
	return result
}

// finish judges what came out and gives each fault its line and column.
func finish(input []byte, plan decodingPlan, result *output) (Text, error) {
	hasUTF8 := result.undecodable > 0 && plan.encoding != UTF8 && holdsUTF8(input)
	if hasUTF8 || result.isNotText(len(input)) {
		failure := &NotTextError{
			Encoding:    plan.encoding,
			Detected:    plan.detected,
			Mixed:       hasUTF8 && !utf8.Valid(input),
			Size:        len(input),
			Undecodable: result.undecodable,
			Controls:    result.controls,
		}
		if !plan.detected && !failure.Mixed {
			failure.Suggestion = suggest(input, plan.encoding)
		}
		return Text{}, failure
	}
	text := result.text.String()
	if result.count == 0 { // else the faults would move
		text = dropInvisible(text)
	}
	text, radicals := unifyRadicals(text)
	if strings.TrimSpace(text) == "" {
		return Text{}, &EmptyError{Size: len(input)}
	}
	result.place(text)
	return Text{
		String:     text,
		Encoding:   plan.encoding,
		HasBOM:     plan.markSize > 0,
		Faults:     result.faults,
		FaultCount: result.count,
		Radicals:   radicals,
	}, nil
}

// holdsUTF8 tells whether more than one in ten of the lines that are not ASCII are plainly
// UTF-8. As text of a two-byte encoding they have few undecodable bytes, but make no sense.
func holdsUTF8(input []byte) bool {
	lines, found := 0, 0
	for line := range bytes.Lines(input) {
		first := firstNonASCII(line)
		if first == len(line) {
			continue
		}
		lines++
		if utf8.Valid(line) && isPlainlyUTF8(line[first:]) {
			found++
		}
	}
	return found*10 > lines
}

// suggest names the encoding in which an input is text that it is not in the one tried, or
// "" if there is none.
func suggest(input []byte, tried Encoding) Encoding {
	other := detectWhole(input)
	plan := decodingPlan{encoding: other}
	if other == tried || plan.run(input).isNotText(len(input)) {
		return ""
	}
	return other
}

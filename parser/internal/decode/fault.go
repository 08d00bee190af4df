package decode

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// FaultKind says what is wrong with a place. Its values are stable.
type FaultKind string

const (
	// Undecodable bytes are no character of the encoding: a cut or impossible sequence, an
	// unassigned code, a character of a machine's own making (gaiji, the user-defined
	// areas). The text has one U+FFFD for each sequence.
	Undecodable FaultKind = "undecodable"
	// ControlCharacter is any of U+0000–U+001F but tab, line feed, carriage return and form
	// feed, or any of U+007F–U+009F. The text has U+FFFD in its place.
	ControlCharacter FaultKind = "control_character"
	// ByteOrderMark is a U+FEFF that does not begin the input. The text has nothing in its
	// place.
	ByteOrderMark FaultKind = "byte_order_mark"
)

// Fault is one place whose bytes or characters are not text of the encoding.
type Fault struct {
	Offset int       // in bytes from the beginning of the input, its byte order mark included
	Line   int       // 1-based line in the decoded text
	Column int       // 1-based column in the decoded text, in code points
	Bytes  []byte    // as they stand in the input, at most 8
	Kind   FaultKind // what is wrong
}

const (
	maxFaults     = 100
	maxFaultBytes = 8
	replacement   = string(utf8.RuneError)
)

// output collects the decoded text and what was wrong with the input. While decoding, a
// fault knows only its offset in the text; place gives it line and column afterwards, so that
// decoding need not count lines.
type output struct {
	text   strings.Builder
	faults []Fault
	starts []int // for each of faults its offset in the text, in bytes
	count  int   // of all faults

	undecodable int // sequences, without well-formed user-defined characters
	controls    int // control characters
	badBytes    int // of both together, in the input
}

// undecodableAt notes an undecodable sequence of the input and writes U+FFFD for it.
func (out *output) undecodableAt(offset int, sequence []byte) {
	out.note(Undecodable, offset, sequence)
	out.undecodable++
	out.badBytes += len(sequence)
	out.text.WriteString(replacement)
}

// userDefinedAt notes a well-formed code that only its maker knows. Unlike other undecodable
// bytes it is no sign that the input is not text.
func (out *output) userDefinedAt(offset int, sequence []byte) {
	out.note(Undecodable, offset, sequence)
	out.text.WriteString(replacement)
}

// controlAt notes a control character and writes U+FFFD for it.
func (out *output) controlAt(offset int, sequence []byte) {
	out.note(ControlCharacter, offset, sequence)
	out.controls++
	out.badBytes += len(sequence)
	out.text.WriteString(replacement)
}

// markAt notes a byte order mark inside the text and writes nothing for it.
func (out *output) markAt(offset int, sequence []byte) {
	out.note(ByteOrderMark, offset, sequence)
}

func (out *output) note(kind FaultKind, offset int, sequence []byte) {
	out.count++
	if len(out.faults) >= maxFaults {
		return
	}
	sequence = sequence[:min(len(sequence), maxFaultBytes)]
	out.faults = append(out.faults, Fault{Offset: offset, Bytes: bytes.Clone(sequence), Kind: kind})
	out.starts = append(out.starts, out.text.Len())
}

// place gives each fault its line and column, in one walk through the text.
func (out *output) place(text string) {
	line, column, done := 1, 1, 0
	for index := range out.faults {
		stretch := text[done:out.starts[index]]
		if newline := strings.LastIndexByte(stretch, '\n'); newline >= 0 {
			line += strings.Count(stretch, "\n")
			column = 1
			stretch = stretch[newline+1:]
		}
		column += utf8.RuneCountInString(stretch)
		done = out.starts[index]
		out.faults[index].Line, out.faults[index].Column = line, column
	}
}

// isNotText tells whether so much is wrong that the input is no text of its encoding.
//
// Up to three bad places never make it so, however short the text, unless there is nothing
// else in it. Beyond that, it is no text if bad places take more than one byte in 20
// (binary data is full of NULs and other control characters), or if more than one in 10 of
// the characters outside ASCII is undecodable (another encoding, or several in one file) and
// that is more than one byte in 100, so that a long table of figures may hold some.
func (out *output) isNotText(size int) bool {
	bad := out.undecodable + out.controls
	if bad == 0 {
		return false
	}
	if bad <= 3 {
		return strings.Trim(out.text.String(), replacement+" \t\n\f\u3000") == ""
	}
	if out.badBytes*20 > size {
		return true
	}
	return out.badBytes*100 > size && out.undecodable*10 > countNonASCII(out.text.String())
}

// countNonASCII counts the characters of a valid UTF-8 text that are not ASCII.
func countNonASCII(text string) int {
	count := 0
	for index := range len(text) {
		if text[index] >= 0xC0 {
			count++
		}
	}
	return count
}

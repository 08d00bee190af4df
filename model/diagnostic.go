package model

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Diagnostic is a remark about the sheet: what could not be read, or reads in
// a way that a person should know of. It is not an error of the program.
type Diagnostic struct {
	Severity Severity `json:"severity" yaml:"severity"`
	Code     Code     `json:"code" yaml:"code"`
	At       Position `json:"at,omitzero" yaml:"at,omitempty"`
	// Message names what was found and what was expected, in English.
	Message string `json:"message" yaml:"message"`
	// Arguments are what the message was made from, for other languages. They
	// are not part of the written model.
	Arguments []string `json:"-" yaml:"-"`
}

// Code is the stable name of a diagnostic, with its family before the slash.
type Code string

// Family returns the part of the code before the slash.
func (c Code) Family() string {
	family, _, _ := strings.Cut(string(c), "/")
	return family
}

// NewDiagnostic makes a diagnostic from the catalogue. It panics if the code is
// not in the catalogue or takes another number of arguments: that is a bug.
func NewDiagnostic(code Code, at Position, arguments ...string) Diagnostic {
	entry, known := byCode[code]
	if !known || entry.arguments != len(arguments) {
		panic(fmt.Sprintf("model: diagnostic %s with %d arguments is not in the catalogue", code, len(arguments)))
	}
	return Diagnostic{
		Severity:  entry.Severity,
		Code:      code,
		At:        at,
		Message:   Fill(entry.English, arguments),
		Arguments: arguments,
	}
}

// Fill puts arguments into a template of the catalogue, shortened so that a
// message never carries a whole narrative.
func Fill(template string, arguments []string) string {
	filled := make([]any, len(arguments))
	for i, argument := range arguments {
		filled[i] = shorten(argument)
	}
	return fmt.Sprintf(template, filled...)
}

// shortenBytes is how much of an argument is looked at.
const shortenBytes = 1000

// messageRunes is how much of an argument a message shows.
const messageRunes = 60

func shorten(text string) string {
	if len(text) <= messageRunes && !hasGaps(text) {
		return text // as most arguments are
	}
	if len(text) > shortenBytes {
		end := shortenBytes + 1
		for end < len(text) && !utf8.RuneStart(text[end]) {
			end++
		}
		text = text[:end] // a long narrative is not read to its end
	}
	var buffer [messageRunes*utf8.UTFMax + len("…")]byte
	short := buffer[:0]
	count, blank := 0, false
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsSpace(r):
			blank = count > 0
			i += size
			continue
		case count == messageRunes || blank && count == messageRunes-1:
			return shortened(short, blank && count < messageRunes)
		case blank:
			short = append(short, ' ')
			count, blank = count+1, false
		}
		short = append(short, text[i:i+size]...)
		count++
		i += size
	}
	return string(short)
}

// shortened returns a text that goes on, perhaps behind a blank.
func shortened(short []byte, blank bool) string {
	if blank {
		short = append(short, ' ')
	}
	return string(append(short, "…"...))
}

// hasGaps reports whether a text may hold other white space than one blank between
// two words.
func hasGaps(text string) bool {
	for i := range len(text) {
		switch c := text[i]; {
		case c < ' ' || c == 0xC2 || c == 0xE1 || c == 0xE2:
			return true
		case c == ' ' && (i == 0 || i == len(text)-1 || text[i-1] == ' '):
			return true
		case c == 0xE3 && i+1 < len(text) && text[i+1] == 0x80:
			return true
		}
	}
	return false
}

package model

import (
	"fmt"
	"strings"
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
	entry, known := Describe(code)
	if !known || entry.Arguments() != len(arguments) {
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
	for i := range text {
		if i > shortenBytes {
			text = text[:i] // a long narrative is not read to its end
			break
		}
	}
	text = strings.Join(strings.Fields(text), " ")
	count := 0
	for i := range text {
		if count == messageRunes {
			return text[:i] + "…"
		}
		count++
	}
	return text
}

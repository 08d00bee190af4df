package main

import (
	"errors"
	"slices"
	"strings"

	"sheetconv/parser"
)

// formIDs returns the ids that --form takes.
func formIDs() []string {
	var ids []string
	for _, form := range parser.Forms() {
		ids = append(ids, form.ID)
	}
	return ids
}

// checkNames refuses a form or an encoding that does not exist before anything is
// read. Empty names are detected ones.
func (s *session) checkNames(form, encoding string) error {
	if ids := formIDs(); form != "" && !slices.Contains(ids, form) {
		return s.usageError("there is no form %[1]s; known are %[2]s", visible(form), strings.Join(ids, ", "))
	}
	if encoding == "" {
		return nil
	}
	// Only the parser knows all spellings of an encoding, and it looks at the name
	// before it looks at the input.
	_, err := parser.Detect(nil, parser.Options{Encoding: encoding})
	if unknown, is := errors.AsType[*parser.UnknownEncodingError](err); is {
		return s.usageError("there is no encoding %[1]s; known are %[2]s",
			visible(unknown.Name), strings.Join(parser.Encodings(), ", "))
	}
	return nil
}

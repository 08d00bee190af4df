package model

import (
	"fmt"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// ReadError says why an input is no model, and where.
type ReadError struct {
	// Line and Column count from 1, the column in Unicode code points. They
	// are 0 where unknown: YAML gives no column for an error of its syntax.
	Line, Column int
	// Path leads to the value from its document: items[0].values[2].fy. It is
	// empty for the document itself and for an error of the syntax.
	Path    string
	Message string
}

// Error returns LINE:COLUMN: PATH: MESSAGE, without what is unknown.
func (e *ReadError) Error() string {
	var text strings.Builder
	writePlace(&text, e.Line, e.Column)
	if e.Path != "" {
		text.WriteString(e.Path + ": ")
	}
	text.WriteString(e.Message)
	return text.String()
}

func writePlace(text *strings.Builder, line, column int) {
	if line > 0 {
		fmt.Fprintf(text, "%d:", line)
		if column > 0 {
			fmt.Fprintf(text, "%d:", column)
		}
		text.WriteString(" ")
	}
}

// SchemaError says that a document follows another contract than Schema.
type SchemaError struct {
	// Found is the document's schema, empty where it names none.
	Found string
	// Line and Column are the place, counted as in ReadError.
	Line, Column int
}

// IsNewer reports whether the document follows a later version of the contract.
func (e *SchemaError) IsNewer() bool {
	name, version, _ := strings.Cut(Schema, "/v")
	found, isSame := strings.CutPrefix(e.Found, name+"/v")
	foundVersion, err := strconv.ParseUint(found, 10, 32)
	thisVersion, _ := strconv.ParseUint(version, 10, 32)
	return isSame && err == nil && foundVersion > thisVersion
}

// Error names what was found, and what to do about it.
func (e *SchemaError) Error() string {
	var text strings.Builder
	writePlace(&text, e.Line, e.Column)
	switch {
	case e.Found == "":
		text.WriteString("found a document without a schema, expected schema: " + Schema)
	case e.IsNewer():
		fmt.Fprintf(&text, "schema: found %q, which is newer than %s: update sheetconv", shorten(e.Found), Schema)
	default:
		fmt.Fprintf(&text, "schema: found %q, expected %s", shorten(e.Found), Schema)
	}
	return text.String()
}

// wrongType returns the error for a value of another type than expected.
func wrongType(node *yaml.Node, expected string) *ReadError {
	return &ReadError{
		Line: node.Line, Column: node.Column,
		Message: "found " + describe(node) + ", expected " + expected,
	}
}

// describe names a value of an input for a message.
func describe(node *yaml.Node) string {
	switch tag := node.ShortTag(); {
	case tag != "" && !strings.HasPrefix(tag, "!!"):
		return "a value with the tag " + shorten(tag)
	case node.Kind == yaml.MappingNode:
		return "an object"
	case node.Kind == yaml.SequenceNode:
		return "a list"
	case tag == "!!null":
		return "null"
	case tag == "!!str":
		return "the text " + strconv.Quote(shorten(node.Value))
	default:
		return shorten(node.Value)
	}
}

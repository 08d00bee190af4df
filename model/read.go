package model

import (
	"bytes"
	"encoding"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// Read reads documents from JSON or YAML. An input whose first character is a
// brace or a bracket is JSON. The errors are those of ReadYAML and ReadJSON.
func Read(data []byte) ([]*Document, error) {
	start := bytes.TrimLeft(bytes.TrimPrefix(data, byteOrderMark), " \t\r\n")
	if len(start) > 0 && (start[0] == '{' || start[0] == '[') {
		return readJSON(data)
	}
	return readYAML(data)
}

// byteOrderMark may stand at the start of an input, and is skipped.
var byteOrderMark = []byte("\uFEFF")

// ReadYAML reads a stream of documents, each behind a --- line. Empty documents
// of the stream are skipped, so an empty input has none. Reading is strict: a
// key that the contract does not know, a missing or repeated one, and a value of
// another type are a *ReadError; another schema is a *SchemaError. Other errors
// are those of the reader. Texts must be quoted where YAML takes them for
// something else: raw: "12".
func ReadYAML(reader io.Reader) ([]*Document, error) {
	data, err := io.ReadAll(reader)
	if err != nil {
		return nil, fmt.Errorf("read YAML: %w", err)
	}
	return readYAML(data)
}

// ReadJSON reads one document after another, or arrays of documents. It is as
// strict as ReadYAML, and has the same errors.
func ReadJSON(reader io.Reader) ([]*Document, error) {
	data, err := io.ReadAll(reader)
	if err != nil {
		return nil, fmt.Errorf("read JSON: %w", err)
	}
	return readJSON(data)
}

// maxAliasedNodes is how many values an input may give by YAML's aliases, which
// a short input could otherwise multiply without end.
const maxAliasedNodes = 100_000

// decoder fills documents from the trees that both syntaxes are parsed into. It
// does not go deeper than the types of the model, whatever the tree holds.
type decoder struct {
	documents []*Document
	aliased   int
	inAlias   bool
}

// root reads one value of the stream: a document or a list of them.
func (d *decoder) root(node *yaml.Node) error {
	if node.Kind != yaml.SequenceNode {
		return d.document(node)
	}
	for _, row := range node.Content {
		if err := d.document(row); err != nil {
			return err
		}
	}
	return nil
}

func (d *decoder) document(node *yaml.Node) error {
	if node.Kind != yaml.MappingNode {
		return wrongType(node, "a document")
	}
	if err := checkSchema(node); err != nil {
		return err
	}
	document := new(Document)
	if err := d.object(node, reflect.ValueOf(document).Elem(), nil); err != nil {
		return err
	}
	d.documents = append(d.documents, document)
	return nil
}

// checkSchema comes before everything else, because a document of another
// version would only yield unknown keys.
func checkSchema(node *yaml.Node) error {
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		if key.Value != "schema" || value.Kind != yaml.ScalarNode {
			continue
		}
		if value.Value != Schema {
			return &SchemaError{Found: value.Value, Line: value.Line, Column: value.Column}
		}
		return nil
	}
	return &SchemaError{Line: node.Line, Column: node.Column}
}

// value reads a node into a Go value of the model.
func (d *decoder) value(node *yaml.Node, into reflect.Value, path *step) error {
	if node.Kind == yaml.AliasNode {
		defer func(before bool) { d.inAlias = before }(d.inAlias)
		d.inAlias = true
		node = node.Alias
	}
	if d.inAlias {
		if d.aliased++; d.aliased > maxAliasedNodes {
			return failure(node, path, "found more than %d values by aliases", maxAliasedNodes)
		}
	}
	if handled, err := scalar(node, into, path); handled {
		return err
	}
	switch into.Kind() {
	case reflect.Pointer:
		into.Set(reflect.New(into.Type().Elem()))
		return d.object(node, into.Elem(), path)
	case reflect.Struct:
		return d.object(node, into, path)
	case reflect.Slice:
		return d.list(node, into, path)
	case reflect.String:
		return text(node, into, path)
	case reflect.Bool:
		value, err := strconv.ParseBool(node.Value)
		if err != nil || !isPlain(node) || node.ShortTag() != "!!bool" {
			return mismatch(node, path, "true or false")
		}
		into.SetBool(value)
	default:
		value, err := strconv.ParseInt(node.Value, 10, into.Type().Bits())
		if err != nil || !isPlain(node) || leadingZero(node.Value) {
			return mismatch(node, path, "a whole number")
		}
		into.SetInt(value)
	}
	return nil
}

// scalar reads the types that read themselves: numbers, positions and dates.
func scalar(node *yaml.Node, into reflect.Value, path *step) (handled bool, err error) {
	switch into := into.Addr().Interface().(type) {
	case yaml.Unmarshaler:
		if err = into.UnmarshalYAML(node); err != nil {
			readError := err.(*ReadError)
			readError.Path = path.String()
		}
		return true, err
	case encoding.TextUnmarshaler:
		isText := node.ShortTag() == "!!str" || node.ShortTag() == "!!timestamp"
		if node.Kind != yaml.ScalarNode || !isText {
			return true, mismatch(node, path, "a text")
		}
		if err = into.UnmarshalText([]byte(node.Value)); err != nil {
			return true, failure(node, path, "%v", err)
		}
		return true, nil
	}
	return false, nil
}

func (d *decoder) object(node *yaml.Node, into reflect.Value, path *step) error {
	if node.Kind != yaml.MappingNode || node.ShortTag() != "!!map" {
		return mismatch(node, path, "an object")
	}
	object := objectOf(into.Type())
	seen := make([]bool, len(object.fields))
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		index, known := object.byName[key.Value]
		switch {
		case key.Kind != yaml.ScalarNode:
			return failure(key, path, "found %s as a key, expected a name", describe(key))
		case !known:
			return failure(key, path, "unknown key %q", shorten(key.Value))
		case seen[index]:
			return failure(key, path, "the key %q stands twice", key.Value)
		}
		seen[index] = true
		field := &object.fields[index]
		err := d.value(value, into.FieldByIndex(field.index), &step{path, field.name, -1})
		if err != nil {
			return err
		}
	}
	for i := range object.fields {
		if object.fields[i].required && !seen[i] {
			return failure(node, path, "the key %q is missing", object.fields[i].name)
		}
	}
	return nil
}

func (d *decoder) list(node *yaml.Node, into reflect.Value, path *step) error {
	if node.Kind != yaml.SequenceNode || node.ShortTag() != "!!seq" {
		return mismatch(node, path, "a list")
	}
	if len(node.Content) == 0 {
		return nil
	}
	rows := reflect.MakeSlice(into.Type(), len(node.Content), len(node.Content))
	for i, row := range node.Content {
		if err := d.value(row, rows.Index(i), &step{path, "", i}); err != nil {
			return err
		}
	}
	into.Set(rows)
	return nil
}

func text(node *yaml.Node, into reflect.Value, path *step) error {
	if node.Kind != yaml.ScalarNode || node.ShortTag() != "!!str" {
		return mismatch(node, path, "a text (in quotes where it looks like something else)")
	}
	if allowed, isEnum := enums[into.Type()]; isEnum && !slices.Contains(allowed, node.Value) {
		return failure(node, path, "found %q, expected one of %s", shorten(node.Value), strings.Join(allowed, ", "))
	}
	into.SetString(node.Value)
	return nil
}

// failure returns an error at a node.
func failure(node *yaml.Node, path *step, format string, arguments ...any) error {
	return &ReadError{
		Line: node.Line, Column: node.Column,
		Path: path.String(), Message: fmt.Sprintf(format, arguments...),
	}
}

func mismatch(node *yaml.Node, path *step, expected string) error {
	err := wrongType(node, expected)
	err.Path = path.String()
	return err
}

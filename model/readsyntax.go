package model

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

func readYAML(data []byte) ([]*Document, error) {
	var d decoder
	stream := yaml.NewDecoder(bytes.NewReader(data))
	for {
		var node yaml.Node
		err := parseYAML(stream, &node)
		if err == io.EOF {
			return d.documents, nil
		}
		if err != nil {
			return nil, err
		}
		if node.Kind != yaml.DocumentNode || len(node.Content) == 0 || isEmptyNode(node.Content[0]) {
			continue
		}
		if err := d.root(node.Content[0]); err != nil {
			return nil, err
		}
	}
}

// isEmptyNode reports what stands behind a --- that nothing follows.
func isEmptyNode(node *yaml.Node) bool {
	return isPlain(node) && node.Value == "" && node.Anchor == ""
}

// parseYAML parses the next document of a stream. At the end it returns io.EOF.
func parseYAML(stream *yaml.Decoder, node *yaml.Node) (err error) {
	defer func() {
		// yaml.v3 panics on some inputs that are no YAML. Nothing of ours runs
		// inside, so that a bug of the model is never taken for a bad input.
		if cause := recover(); cause != nil {
			err = &ReadError{Message: "not YAML: " + shorten(fmt.Sprint(cause))}
		}
	}()
	err = stream.Decode(node)
	if err == nil || err == io.EOF {
		return err
	}
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	place := yamlLine.FindStringSubmatch(message)
	if place == nil {
		return &ReadError{Message: "not YAML: " + message}
	}
	line, _ := strconv.Atoi(place[1])
	return &ReadError{Line: line, Message: "not YAML: " + message[len(place[0]):]}
}

// yamlLine is how yaml.v3 begins an error of the syntax.
var yamlLine = regexp.MustCompile(`^line (\d+): `)

// maxNesting is how deep the lists and objects of JSON may be nested. A model
// has eight levels.
const maxNesting = 64

// jsonReader parses JSON into the nodes of YAML, so that both are read alike.
type jsonReader struct {
	data   []byte
	tokens *json.Decoder
	// offset, line and column are of the last node.
	offset, line, column int
}

func readJSON(data []byte) ([]*Document, error) {
	data = bytes.TrimPrefix(data, byteOrderMark)
	r := &jsonReader{data: data, tokens: json.NewDecoder(bytes.NewReader(data)), line: 1, column: 1}
	r.tokens.UseNumber()
	var d decoder
	for {
		node, err := r.next(0)
		if err == io.EOF {
			return d.documents, nil
		}
		if err != nil {
			return nil, err
		}
		if err := d.root(node); err != nil {
			return nil, err
		}
	}
}

// next parses a value. It returns io.EOF only where the input ends before one.
func (r *jsonReader) next(depth int) (*yaml.Node, error) {
	token, node, err := r.token()
	if err != nil {
		if err == io.EOF && depth > 0 {
			err = r.failureAt(len(r.data), "the input ends in the middle of a value")
		}
		return nil, err
	}
	switch token := token.(type) {
	case json.Delim:
		if depth == maxNesting {
			return nil, &ReadError{Line: node.Line, Column: node.Column,
				Message: fmt.Sprintf("lists and objects are nested deeper than %d", maxNesting)}
		}
		return node, r.children(node, token, depth)
	case string:
		node.Tag, node.Style, node.Value = "!!str", yaml.DoubleQuotedStyle, token
	case json.Number:
		node.Tag, node.Value = "!!float", token.String()
	case bool:
		node.Tag, node.Value = "!!bool", strconv.FormatBool(token)
	case nil:
		node.Tag, node.Value = "!!null", "null"
	}
	return node, nil
}

// children parses what stands in a list or an object, keys and values in turn,
// and its end.
func (r *jsonReader) children(node *yaml.Node, open json.Delim, depth int) error {
	node.Kind, node.Tag = yaml.SequenceNode, "!!seq"
	if open == '{' {
		node.Kind, node.Tag = yaml.MappingNode, "!!map"
	}
	for r.tokens.More() {
		child, err := r.next(depth + 1)
		if err != nil {
			return err
		}
		node.Content = append(node.Content, child)
	}
	_, _, err := r.token()
	if err == io.EOF {
		err = r.failureAt(len(r.data), "the input ends in the middle of a value")
	}
	return err
}

// token returns the next token, and a scalar node with its place.
func (r *jsonReader) token() (json.Token, *yaml.Node, error) {
	before := int(r.tokens.InputOffset())
	token, err := r.tokens.Token()
	if err == io.EOF {
		return nil, nil, err
	}
	if err != nil {
		return nil, nil, r.syntaxError(err)
	}
	end := int(r.tokens.InputOffset())
	skipped := bytes.IndexFunc(r.data[before:end], func(c rune) bool {
		return !strings.ContainsRune(" \t\r\n,:", c)
	})
	r.moveTo(before + max(skipped, 0))
	if !utf8.Valid(r.data[before:end]) {
		return nil, nil, r.failureAt(r.offset, "found bytes that are no UTF-8")
	}
	return token, &yaml.Node{Kind: yaml.ScalarNode, Line: r.line, Column: r.column}, nil
}

func (r *jsonReader) syntaxError(err error) error {
	var syntax *json.SyntaxError
	offset := len(r.data)
	if errors.As(err, &syntax) {
		offset = int(syntax.Offset)
	}
	return r.failureAt(offset, "not JSON: "+err.Error())
}

// failureAt returns an error at a byte offset that is not before the last node.
func (r *jsonReader) failureAt(offset int, message string) error {
	r.moveTo(min(max(offset, r.offset), len(r.data)))
	return &ReadError{Line: r.line, Column: r.column, Message: message}
}

// moveTo counts the lines and columns up to a byte offset.
func (r *jsonReader) moveTo(offset int) {
	passed := r.data[r.offset:offset]
	if last := bytes.LastIndexByte(passed, '\n'); last >= 0 {
		r.line += bytes.Count(passed, []byte("\n"))
		r.column = 1
		passed = passed[last+1:]
	}
	r.column += utf8.RuneCount(passed)
	r.offset = offset
}

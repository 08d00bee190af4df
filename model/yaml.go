package model

import (
	"encoding"
	"reflect"
	"strconv"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"
)

// MarshalYAML makes yaml.v3 write the document as YAMLNode gives it.
func (d Document) MarshalYAML() (any, error) { return d.YAMLNode(), nil }

// YAMLNode returns the document as a tree for yaml.v3's encoder, in the order
// of the contract. The style of each text is chosen here and not by yaml.v3,
// which loses blanks and line breaks of some texts on the way back (see
// isLiteralSafe), and leaves words plain that YAML 1.1 readers such as Python's
// take for something else (yes, 1:30, =).
func (d *Document) YAMLNode() *yaml.Node {
	return nodeOf(reflect.ValueOf(d).Elem())
}

func nodeOf(v reflect.Value) *yaml.Node {
	switch value := v.Addr().Interface().(type) {
	case literal:
		return plainNode(value.literal())
	case encoding.TextMarshaler:
		text, _ := value.MarshalText() // Position and Date never fail.
		return textNode(string(text))
	}
	switch v.Kind() {
	case reflect.Pointer:
		return nodeOf(v.Elem())
	case reflect.Struct:
		return mappingNode(v)
	case reflect.Slice:
		node := &yaml.Node{Kind: yaml.SequenceNode}
		for i := range v.Len() {
			node.Content = append(node.Content, nodeOf(v.Index(i)))
		}
		return node
	case reflect.String:
		return textNode(v.String())
	case reflect.Bool:
		return plainNode(strconv.FormatBool(v.Bool()))
	default:
		return plainNode(strconv.FormatInt(v.Int(), 10))
	}
}

func mappingNode(v reflect.Value) *yaml.Node {
	node := &yaml.Node{Kind: yaml.MappingNode}
	for _, field := range objectOf(v.Type()).fields {
		value := v.FieldByIndex(field.index)
		if field.required || !isAbsent(value) {
			node.Content = append(node.Content, plainNode(field.name), nodeOf(value))
		}
	}
	return node
}

// plainNode returns a scalar that is written as it is.
func plainNode(text string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Value: text}
}

// textNode returns a scalar that every reader takes for this text, as legible
// as that allows. Bytes that are no UTF-8 become U+FFFD, as in JSON.
func textNode(text string) *yaml.Node {
	text = string([]rune(text))
	node := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: text, Style: yaml.DoubleQuotedStyle}
	switch {
	case isLiteralSafe(text):
		node.Style = yaml.LiteralStyle
	case isPlainSafe(text):
		// The emitter still quotes where the text holds YAML's own signs.
		node.Style = 0
	}
	return node
}

// isLiteralSafe reports whether a text of several lines comes back unchanged
// from a literal block of yaml.v3. A blank at its start, blanks at the ends of
// its lines, empty lines at its ends and unusual breaks do not.
func isLiteralSafe(text string) bool {
	if !strings.Contains(text, "\n") || !isPrintable(strings.ReplaceAll(text, "\n", "")) {
		return false
	}
	return strings.Trim(text, "\n ") == text && !strings.Contains(text, " \n")
}

// isPlainSafe reports whether no reader takes the unquoted text for anything
// but text. Everything that YAML 1.1 or 1.2 reads as a number, date, bool or
// null is ASCII, and begins with a sign or digit or is one of a few words.
func isPlainSafe(text string) bool {
	if text == "" || strings.Trim(text, " ") != text || !isPrintable(text) {
		return false
	}
	if strings.ContainsFunc(text, func(r rune) bool { return r > unicode.MaxASCII }) {
		return true
	}
	switch strings.ToLower(text) {
	case "y", "n", "yes", "no", "on", "off", "true", "false", "null":
		return false
	}
	first := text[0] | 0x20
	return first >= 'a' && first <= 'z'
}

// isPrintable reports whether a text holds visible characters and blanks only:
// no control characters, tabs, unusual breaks, or byte order marks. Private use
// characters count as visible: they are the gaiji of Japanese encodings.
func isPrintable(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool {
		return !unicode.IsGraphic(r) && !unicode.Is(unicode.Co, r)
	})
}

// isPlain reports whether a node is a scalar without quotes or tag.
func isPlain(node *yaml.Node) bool {
	return node.Kind == yaml.ScalarNode && node.Style == 0
}

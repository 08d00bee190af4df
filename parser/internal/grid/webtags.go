package grid

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// attributes are what a tag says of its element.
type attributes struct {
	// columns and rows are those that a cell takes.
	columns, rows int
	// isHidden is set of what the page does not show, isStruck of what it strikes out.
	isHidden, isStruck bool

	// kind and value are those of a field; isOn is set where it is ticked or selected.
	kind, value string
	isOn        bool
	// alt and file are the words of an image and its address, class is what the page's
	// style calls the element.
	alt, file, class string
}

// toLastRow is the number of rows of a cell that goes on to the last of its part of the
// table.
const toLastRow = 1 << 30

func attributesOf(tokens *html.Tokenizer, more bool) attributes {
	own := attributes{columns: 1, rows: 1}
	for more {
		var key, value []byte
		key, value, more = tokens.TagAttr()
		switch string(key) {
		case "hidden":
			own.isHidden = true
		case "style":
			style := strings.ReplaceAll(strings.ToLower(string(value)), " ", "")
			own.isHidden = own.isHidden || strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
			own.isStruck = strings.Contains(style, "line-through")
		case "colspan":
			if number, ok := countOf(value); ok && number > 0 {
				own.columns = min(number, maxColumns)
			}
		case "rowspan":
			if number, ok := countOf(value); ok {
				if own.rows = number; number == 0 {
					own.rows = toLastRow
				}
			}
		case "checked":
			own.isOn = !strings.EqualFold(string(value), "false")
		case "selected":
			own.isOn = true
		case "type":
			own.kind = strings.ToLower(string(value))
		case "value":
			own.value = trimSpace(string(value))
		case "alt":
			own.alt = trimSpace(string(value))
		case "src":
			own.file = string(value)
		case "class":
			own.class = string(value)
		}
	}
	return own
}

// countOf reads how many rows or columns a cell takes.
func countOf(value []byte) (number int, ok bool) {
	number, err := strconv.Atoi(strings.TrimSpace(string(value)))
	return number, err == nil && number >= 0
}

// isUnseen reports whether a page never shows the text of an element.
func isUnseen(tag atom.Atom) bool {
	switch tag {
	case atom.Script, atom.Style, atom.Title, atom.Template, atom.Noscript, atom.Datalist:
		return true
	}
	return false
}

// strikes reports whether an element is struck out.
func strikes(tag atom.Atom) bool { return tag == atom.Del || tag == atom.S || tag == atom.Strike }

// mayLackEnd reports whether an element ends where the next of its kind begins.
func mayLackEnd(tag atom.Atom) bool {
	switch tag {
	case atom.P, atom.Li, atom.Dt, atom.Dd, atom.Td, atom.Th, atom.Tr, atom.Option, atom.Rt, atom.Rp:
		return true
	}
	return false
}

// isVoid reports whether an element has no end.
func isVoid(tag atom.Atom) bool {
	switch tag {
	case atom.Input, atom.Br, atom.Hr, atom.Img, atom.Meta, atom.Link, atom.Col, atom.Wbr:
		return true
	}
	return false
}

// isOfTable reports whether an element is a part of a table: others do not go on over it.
func isOfTable(tag atom.Atom) bool {
	switch tag {
	case atom.Table, atom.Tr, atom.Td, atom.Th, atom.Thead, atom.Tbody, atom.Tfoot:
		return true
	}
	return false
}

// isBlock reports whether an element is a paragraph of its own, or a line in a cell.
func isBlock(tag atom.Atom) bool {
	switch tag {
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Ul, atom.Ol, atom.Dl, atom.Dt, atom.Dd,
		atom.Section, atom.Article, atom.Header, atom.Footer, atom.Main, atom.Nav, atom.Aside, atom.Figure, atom.Figcaption,
		atom.Blockquote, atom.Pre, atom.Hr, atom.Br, atom.Form, atom.Fieldset, atom.Caption, atom.Body, atom.Head, atom.Html,
		atom.Textarea, atom.Legend, atom.Address:
		return true
	}
	return false
}

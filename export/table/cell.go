package table

import (
	"fmt"
	"strconv"
	"unicode/utf8"

	"sheetconv/model"
)

// Type is what a cell holds.
type Type uint8

// The types of cells.
const (
	Missing Type = iota // nothing: the sheet does not say it. No column has this type
	Text                // text, which may have several lines
	Integer             // a whole number
	Decimal             // an exact decimal, with as many decimals as printed
	Year                // a fiscal year, by the calendar year in which it begins
	Date                // a calendar day
	Boolean             // true or false
	Yen                 // an amount of money in whole yen
	List                // several texts
)

// String returns the type's name, as in the data dictionary.
func (t Type) String() string {
	return [...]string{"missing", "string", "integer", "decimal", "year", "date", "boolean", "yen", "list"}[t]
}

// Cell is one typed value, or nothing: the zero Cell is missing. It refers to the
// document that it comes from, and copies none of it.
type Cell struct {
	text    string
	integer int64
	number  *model.Number
	list    *[]string
	kind    Type
}

func textCell[T ~string](text T) Cell {
	if text == "" {
		return Cell{}
	}
	return Cell{kind: Text, text: string(text)}
}

// count is a whole number that is always there.
func countCell(count int) Cell { return Cell{kind: Integer, integer: int64(count)} }

// positive is a whole number that is missing where it is 0.
func positiveCell(number int) Cell {
	if number == 0 {
		return Cell{}
	}
	return countCell(number)
}

func yearCell(year int) Cell {
	if year == 0 {
		return Cell{}
	}
	return Cell{kind: Year, integer: int64(year)}
}

func numberCell(number *model.Number) Cell {
	if number.IsZero() {
		return Cell{}
	}
	return Cell{kind: Decimal, number: number}
}

func yenCell(yen model.Yen) Cell {
	if yen.IsZero() {
		return Cell{}
	}
	return Cell{kind: Yen, integer: yen.Amount()}
}

func dateCell(date model.Date) Cell {
	if date.IsZero() {
		return Cell{}
	}
	return Cell{kind: Date, integer: int64(date.Year)<<16 | int64(date.Month)<<8 | int64(date.Day)}
}

func booleanCell(is bool) Cell {
	cell := Cell{kind: Boolean}
	if is {
		cell.integer = 1
	}
	return cell
}

func listCell(list *[]string) Cell {
	if len(*list) == 0 {
		return Cell{}
	}
	return Cell{kind: List, list: list}
}

// Type is the type of its column, or Missing.
func (c *Cell) Type() Type { return c.kind }

// IsMissing reports whether the sheet does not say it.
func (c *Cell) IsMissing() bool { return c.kind == Missing }

// Text returns the text of a Text.
func (c *Cell) Text() string { return c.text }

// Integer returns the number of an Integer, the calendar year of a Year and the yen
// of a Yen.
func (c *Cell) Integer() int64 { return c.integer }

// Number returns the number of a Decimal.
func (c *Cell) Number() model.Number {
	if c.number == nil {
		return model.Number{}
	}
	return *c.number
}

// Boolean returns what a Boolean says.
func (c *Cell) Boolean() bool { return c.integer != 0 }

// Date returns the day of a Date.
func (c *Cell) Date() model.Date {
	if c.kind != Date {
		return model.Date{}
	}
	return model.Date{Year: int(c.integer >> 16), Month: int(c.integer >> 8 & 0xFF), Day: int(c.integer & 0xFF)}
}

// List returns the texts of a List, which belong to the document.
func (c *Cell) List() []string {
	if c.list == nil {
		return nil
	}
	return *c.list
}

// AppendText appends the cell as plain text: digits with a point, true and false,
// YYYY-MM-DD, a list as a JSON array; nothing if it is missing.
func (c *Cell) AppendText(buffer []byte) []byte {
	switch c.kind {
	case Missing:
		return buffer
	case Text:
		return append(buffer, c.text...)
	case Decimal:
		buffer, _ = c.number.AppendText(buffer) // It has no error.
		return buffer
	case Boolean:
		return strconv.AppendBool(buffer, c.Boolean())
	case Date:
		return fmt.Appendf(buffer, "%04d-%02d-%02d", c.integer>>16, c.integer>>8&0xFF, c.integer&0xFF)
	case List:
		buffer = append(buffer, '[')
		for index, text := range c.List() {
			if index > 0 {
				buffer = append(buffer, ',')
			}
			buffer = AppendJSONText(buffer, text)
		}
		return append(buffer, ']')
	default:
		return strconv.AppendInt(buffer, c.integer, 10)
	}
}

// AppendJSON appends the cell as a JSON value, null if it is missing.
func (c *Cell) AppendJSON(buffer []byte) []byte {
	switch c.kind {
	case Missing:
		return append(buffer, "null"...)
	case Text:
		return AppendJSONText(buffer, c.text)
	case Date:
		return append(c.AppendText(append(buffer, '"')), '"')
	default:
		return c.AppendText(buffer)
	}
}

// AppendJSONText appends a JSON string. Signs of HTML stay as they are; bytes that
// are no UTF-8 become U+FFFD.
func AppendJSONText(buffer []byte, text string) []byte {
	buffer = append(buffer, '"')
	start := 0
	for index := 0; index < len(text); {
		c := text[index]
		if c >= ' ' && c != '"' && c != '\\' && c < utf8.RuneSelf {
			index++
			continue
		}
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(text[index:])
			if r != utf8.RuneError || size > 1 {
				index += size
				continue
			}
		}
		buffer = append(buffer, text[start:index]...)
		buffer = appendJSONEscape(buffer, c)
		index++
		start = index
	}
	return append(append(buffer, text[start:]...), '"')
}

func appendJSONEscape(buffer []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(buffer, '\\', c)
	case '\n':
		return append(buffer, `\n`...)
	case '\r':
		return append(buffer, `\r`...)
	case '\t':
		return append(buffer, `\t`...)
	}
	if c >= utf8.RuneSelf {
		return append(buffer, "\uFFFD"...)
	}
	return fmt.Appendf(buffer, `\u%04x`, c)
}

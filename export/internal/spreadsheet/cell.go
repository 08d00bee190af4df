package spreadsheet

import (
	"strconv"
	"strings"
	"time"
)

// kind is what a cell holds.
type kind uint8

const (
	empty kind = iota
	text
	number
)

// Cell is one cell. The zero Cell is empty, which is how a missing value is
// written; a value of 0 is a cell.
type Cell struct {
	text   string
	number float64
	// formula is what most cells do not have, and so stands apart.
	formula *formula
	// runs are the marked parts of a text, nil where it has none. They stand apart, too:
	// a workbook has millions of cells.
	runs  *[]Run
	style StyleID
	kind  kind
	// rounded marks a number that stands as text, because Excel would round it.
	rounded bool
}

// formula is where a cell's value comes from: an expression, or a link to the first
// row of a key on a sheet, or to its top. plain is the style where the link leads
// nowhere.
type formula struct {
	expression string
	target     *Sheet
	key        int
	top        bool
	plain      StyleID
}

// Empty is a cell without a value.
func Empty() Cell { return Cell{} }

// Text is a cell of words, empty if there are none. It stays text whatever it
// begins with.
func (b *Book) Text(words string) Cell {
	if words == "" {
		return Cell{}
	}
	cell := Cell{kind: text, text: words}
	if looksLikeInput(words) {
		cell.style = b.Style(Style{Format: FormatText})
	}
	return cell
}

// looksLikeInput reports whether Excel would take a text for a formula or a number
// when a person opens its cell and leaves it again.
func looksLikeInput(words string) bool {
	if len(words) > 255 {
		return false // older versions show long cells of the text format as ####
	}
	switch first := words[0]; {
	case strings.IndexByte("=+-@", first) >= 0:
		return true
	case first >= '0' && first <= '9':
		return strings.Trim(words, "0123456789-/.,:%") == ""
	}
	return false
}

// Styled returns the cell in another style.
func (c Cell) Styled(style StyleID) Cell {
	c.style = style
	return c
}

// IsEmpty reports whether the cell has no value.
func (c Cell) IsEmpty() bool { return c.kind == empty }

// maxDigits is how many digits Excel keeps of a number.
const maxDigits = 15

// Decimal is a number as printed, in plain digits (-1234.50), with as many decimals
// shown as it has; empty if digits is. A number of more than 15 digits stands as
// text, and the sheet says so.
func (b *Book) Decimal(digits string) Cell {
	return b.FormattedDecimal(digits, NumberFormat(decimalsOf(digits)))
}

// FormattedDecimal is a number in plain digits with a format of its own.
func (b *Book) FormattedDecimal(digits, format string) Cell {
	if digits == "" {
		return Cell{}
	}
	if significant(digits) <= maxDigits && decimalsOf(digits) <= maxDecimals {
		if value, err := strconv.ParseFloat(digits, 64); err == nil {
			return Cell{kind: number, number: value, style: b.Style(Style{Format: format})}
		}
	}
	return Cell{kind: text, text: digits, style: b.Style(Style{Format: FormatText, Align: Right}), rounded: true}
}

// significant counts the digits of a number, but for zeros before the first.
func significant(digits string) int {
	digits = strings.TrimLeft(strings.TrimPrefix(digits, "-"), "0.")
	if strings.Contains(digits, ".") {
		return len(digits) - 1
	}
	return len(digits)
}

func decimalsOf(digits string) int {
	_, decimals, _ := strings.Cut(digits, ".")
	return len(decimals)
}

// Integer is a whole number in a format, such as FormatInteger or FormatThousand.
// One of more than 15 digits stands as text, and the sheet says so.
func (b *Book) Integer(value int64, format string) Cell {
	return b.FormattedDecimal(strconv.FormatInt(value, 10), format)
}

// Date is a day. Excel has no days before March 1900 that all programs agree on:
// such a day stands as text.
func (b *Book) Date(year, month, day int) Cell {
	date := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if date.Before(time.Date(1900, time.March, 1, 0, 0, 0, 0, time.UTC)) {
		return b.Text(date.Format(time.DateOnly))
	}
	days := date.Sub(time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)) / (24 * time.Hour)
	return Cell{kind: number, number: float64(days), style: b.Style(Style{Format: FormatDate})}
}

// Formula is an expression without its =, with the number that it gives, in plain
// digits and a format, for programs that show a workbook without computing it. In
// the expression, {row} stands for the number of the cell's row.
func (b *Book) Formula(expression, digits, format string) Cell {
	cell := b.FormattedDecimal(digits, format)
	if cell.kind == number {
		cell.formula = &formula{expression: expression}
	}
	return cell
}

// LinkTo makes a cell lead to the first row of a key on a sheet, also after the
// rows there were sorted. It stays as it is if there is no such row in the end.
func (b *Book) LinkTo(cell Cell, target *Sheet, key int) Cell {
	return b.link(cell, formula{target: target, key: key})
}

// LinkToSheet makes a cell lead to the top of a sheet.
func (b *Book) LinkToSheet(cell Cell, target *Sheet) Cell {
	return b.link(cell, formula{target: target, top: true})
}

func (b *Book) link(cell Cell, to formula) Cell {
	if cell.formula != nil || cell.kind == empty {
		return cell
	}
	to.plain = cell.style
	style := b.styles.list[cell.style]
	style.Role = Link
	cell.style, cell.formula = b.Style(style), &to
	return cell
}

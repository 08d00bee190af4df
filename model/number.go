package model

import (
	"fmt"
	"strings"

	"github.com/cockroachdb/apd/v3"
	"gopkg.in/yaml.v3"
)

// Number is an exact decimal that keeps its printed decimals (3.70 stays 3.70).
// The zero Number is absent, which is not the number 0. Compare Numbers with
// Equal or by their Decimal, not with ==.
type Number struct {
	decimal apd.Decimal
	present bool
}

// NewNumber returns coefficient × 10^-decimals, with that many decimals; a
// negative count of decimals gives a whole number with zeros at its end.
func NewNumber(coefficient int64, decimals int) Number {
	n := Number{present: true}
	n.decimal.SetFinite(coefficient, int32(-decimals))
	if decimals < 0 {
		// 5 × 10^3 must equal 5000 read back, so it may not keep its exponent.
		n.decimal.SetString(n.decimal.Text('f'))
	}
	return n
}

// ParseNumber reads a plain decimal: an optional minus sign, digits, and an
// optional point with digits. Separators, exponents and units are errors.
func ParseNumber(text string) (Number, error) {
	digits, point := 0, -1
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == '.' && point < 0 && digits > 0:
			point = i
		case c == '-' && i == 0:
		default:
			return Number{}, notDecimal(text)
		}
	}
	if digits == 0 || point == len(text)-1 {
		return Number{}, notDecimal(text)
	}
	n := Number{present: true}
	if _, _, err := n.decimal.SetString(text); err != nil {
		return Number{}, fmt.Errorf("%w: %w", notDecimal(text), err)
	}
	return n, nil
}

func notDecimal(text string) error {
	return fmt.Errorf("not a decimal number: %q", shorten(text))
}

// IsZero reports whether the number is absent; encoders leave it out then.
func (n Number) IsZero() bool { return !n.present }

// Decimal returns a copy of the number for arithmetic, 0 if it is absent.
func (n Number) Decimal() *apd.Decimal {
	// A shallow copy would share the digits of a number beyond 128 bits.
	return new(apd.Decimal).Set(&n.decimal)
}

// Decimals returns how many digits are printed after the point.
func (n Number) Decimals() int { return max(0, int(-n.decimal.Exponent)) }

// Coefficient returns the digits of the number without its point, with its sign,
// and whether they fit: 3.70 is 370 with two decimals. It is 0 if the number is
// absent.
func (n Number) Coefficient() (int64, bool) {
	if n.decimal.Form != apd.Finite || n.decimal.Exponent > 0 || !n.decimal.Coeff.IsInt64() {
		return 0, false
	}
	coefficient := n.decimal.Coeff.Int64()
	if n.decimal.Negative {
		coefficient = -coefficient
	}
	return coefficient, true
}

// AppendText appends the number as plain digits, as in JSON; nothing if it is
// absent.
func (n Number) AppendText(buffer []byte) ([]byte, error) {
	if !n.present {
		return buffer, nil
	}
	return n.decimal.Append(buffer, 'f'), nil
}

// String returns the number as plain digits, empty if it is absent.
func (n Number) String() string {
	if !n.present {
		return ""
	}
	return n.decimal.Text('f')
}

// Equal reports whether two numbers have the same value and decimals.
func (n Number) Equal(other Number) bool {
	return n.present == other.present && (!n.present || n.decimal.CmpTotal(&other.decimal) == 0)
}

// literal returns the number as it stands in JSON and YAML.
func (n Number) literal() string {
	if !n.present {
		return "null"
	}
	return n.String()
}

// MarshalJSON writes the number with its printed decimals, null if absent.
func (n Number) MarshalJSON() ([]byte, error) { return []byte(n.literal()), nil }

// UnmarshalJSON reads a number without going through a binary float.
func (n *Number) UnmarshalJSON(data []byte) error {
	number, err := ParseNumber(string(data))
	if err != nil {
		return err
	}
	*n = number
	return nil
}

// MarshalYAML writes the number as a plain scalar with its printed decimals,
// null if absent.
func (n Number) MarshalYAML() (any, error) { return plainNode(n.literal()), nil }

// UnmarshalYAML reads the scalar's text, not its value as a float. Its errors
// are of the type *ReadError.
func (n *Number) UnmarshalYAML(node *yaml.Node) error {
	number, err := ParseNumber(node.Value)
	if err != nil || !isPlain(node) || leadingZero(node.Value) {
		return wrongType(node, "a decimal number")
	}
	*n = number
	return nil
}

// leadingZero reports a number such as 017, which is 15 to some YAML readers.
func leadingZero(text string) bool {
	text = strings.TrimPrefix(text, "-")
	return len(text) > 1 && text[0] == '0' && text[1] != '.'
}

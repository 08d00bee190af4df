package ja

import (
	"math"
	"math/bits"
	"unicode/utf8"

	"sheetconv/model"
)

// numeral is a printed number without its sign: digits of either width, with
// separators between thousands and at most one point.
type numeral struct {
	// text is the number as printed.
	text string
	// coefficient × 10^-decimals is the value, where digits is at most
	// exactDigits; longer numbers are read from text.
	coefficient int64
	decimals    int
	digits      int
}

// IsBareNumber reports whether s is nothing but digits of ASCII and the separators
// between them, as most figures are: it is no unit, no year of a head and no word.
func IsBareNumber(s string) bool {
	for i := range len(s) {
		if c := s[i]; c > '9' || c < '0' && c != ',' && c != '.' {
			return false
		}
	}
	return s != ""
}

// exactDigits is how many digits an int64 holds whatever they are, and
// longestNumeral how many digits anyone prints.
const (
	exactDigits    = 18
	longestNumeral = 200
)

// numeralAt reads a number at byte i of s. ok is false where there is none, or
// where its separators do not stand before three digits each (1,23), or its
// point has no digits on one side (5. and .5).
func numeralAt(s string, i int) (n numeral, end int, ok bool) {
	start, group, groups, point := i, 0, 0, false
	for {
		r, size := rune(utf8.RuneError), 0
		if i < len(s) && s[i] < utf8.RuneSelf {
			r, size = rune(s[i]), 1
		} else {
			r, size = foldAt(s, i)
		}
		switch {
		case size > 0 && isDigit(r):
			if n.digits++; n.digits <= exactDigits {
				n.coefficient = n.coefficient*10 + int64(r-'0')
			}
			if group++; point {
				n.decimals++
			}
		case (r == ',' || r == '.') && size > 0:
			// A mark behind the last digit ends a phrase, not a number.
			next, _ := foldAt(s, i+size)
			if point || n.digits == 0 || !isDigit(next) || !closesGroup(group, groups, r) {
				return n, start, false
			}
			if r == ',' && groups == 0 && n.coefficient == 0 {
				return n, start, false
			}
			groups, group, point = groups+1, 0, r == '.'
		default:
			n.text = s[start:i]
			ok = n.digits > 0 && n.digits <= longestNumeral && (point || groups == 0 || group == 3)
			return n, i, ok
		}
		i += size
	}
}

// closesGroup reports whether a separator or the point may stand behind a group
// of digits, with groups separators before it.
func closesGroup(group, groups int, mark rune) bool {
	if groups == 0 {
		return mark == '.' || group <= 3
	}
	return group == 3
}

// number returns the value, with a minus sign where negative is set.
func (n numeral) number(negative bool) model.Number {
	if n.digits <= exactDigits {
		if negative {
			return model.NewNumber(-n.coefficient, n.decimals)
		}
		return model.NewNumber(n.coefficient, n.decimals)
	}
	plain := make([]byte, 0, len(n.text)+1)
	if negative {
		plain = append(plain, '-')
	}
	for i := 0; i < len(n.text); {
		r, size := foldAt(n.text, i)
		if r != ',' {
			plain = append(plain, byte(r))
		}
		i += size
	}
	// The text holds digits and one point only, so there is no error.
	number, _ := model.ParseNumber(string(plain))
	return number
}

// yen returns the number times multiplier as whole yen, absent where it is not
// whole or too large.
func (n numeral) yen(negative bool, multiplier int64) model.Yen {
	if n.digits > exactDigits {
		yen, _ := model.YenOf(n.number(negative), multiplier)
		return yen
	}
	// Multipliers are powers of ten, so they take decimals away first.
	coefficient, decimals := n.coefficient, n.decimals
	for ; decimals > 0; decimals-- {
		switch {
		case multiplier%10 == 0:
			multiplier /= 10
		case coefficient%10 == 0:
			coefficient /= 10
		default:
			return model.Yen{}
		}
	}
	high, low := bits.Mul64(uint64(coefficient), uint64(multiplier))
	if high != 0 || low > math.MaxInt64 {
		return model.Yen{}
	}
	if negative {
		return model.NewYen(-int64(low))
	}
	return model.NewYen(int64(low))
}

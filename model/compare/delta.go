package compare

import (
	"github.com/cockroachdb/apd/v3"

	"sheetconv/model"
)

// decimals is what numbers are worked out in. A result that it cannot hold is
// left out, but for quotients, which are rounded anyway.
var decimals = func() *apd.Context {
	context := apd.BaseContext.WithPrecision(60)
	context.Rounding = apd.RoundHalfUp
	return context
}()

// percentExponent gives percents one decimal, halves away from zero.
const percentExponent = -1

// number returns a decimal as a Number, absent if there is none.
func number(value *apd.Decimal) model.Number {
	read, err := model.ParseNumber(value.Text('f'))
	if err != nil {
		return model.Number{} // infinite, or no number at all
	}
	return read
}

// difference returns new - old; absent if one of them is.
func difference(old, new model.Number) model.Number {
	if old.IsZero() || new.IsZero() {
		return model.Number{}
	}
	var result apd.Decimal
	condition, err := decimals.Sub(&result, new.Decimal(), old.Decimal())
	if err != nil || condition.Inexact() {
		return model.Number{}
	}
	return number(&result)
}

// percentOf returns part in percent of whole, taken without its sign; absent if
// one is, or if whole is 0.
func percentOf(part, whole model.Number) model.Number {
	if part.IsZero() || whole.IsZero() || whole.Decimal().IsZero() {
		return model.Number{}
	}
	if tenths, isSmall := smallPercent(part, whole); isSmall {
		return model.NewNumber(tenths, 1)
	}
	base := whole.Decimal()
	base.Abs(base)
	var result apd.Decimal
	_, mulErr := decimals.Mul(&result, part.Decimal(), apd.New(100, 0))
	_, quoErr := decimals.Quo(&result, &result, base)
	_, roundErr := decimals.Quantize(&result, &result, percentExponent)
	if mulErr != nil || quoErr != nil || roundErr != nil {
		return model.Number{}
	}
	if result.IsZero() {
		result.Negative = false
	}
	return number(&result)
}

// smallLimit is how large a coefficient may be for its percents to be worked out
// in 64 bits, which is how nearly all are.
const smallLimit = 1 << 50

// smallPercent returns a percent in tenths, if both numbers have the same decimals
// and are small.
func smallPercent(part, whole model.Number) (tenths int64, isSmall bool) {
	if part.Decimals() != whole.Decimals() {
		return 0, false
	}
	a, isA := part.Coefficient()
	b, isB := whole.Coefficient()
	if !isA || !isB || a > smallLimit || a < -smallLimit || b > smallLimit || b < -smallLimit {
		return 0, false
	}
	size, base := max(a, -a), max(b, -b)
	tenths = (size*2000 + base) / (2 * base)
	if a < 0 {
		tenths = -tenths
	}
	return tenths, true
}

// sameNumber reports whether two numbers have one value: 3.70 and 3.7 are the
// same, absent and 0 are not.
func sameNumber(old, new model.Number) bool {
	if old.IsZero() || new.IsZero() {
		return old.IsZero() == new.IsZero()
	}
	if old.Decimals() == new.Decimals() {
		a, isA := old.Coefficient()
		b, isB := new.Coefficient()
		if isA && isB {
			return a == b
		}
	}
	return old.Decimal().Cmp(new.Decimal()) == 0
}

// withDelta returns a change with what lies between its two numbers.
func (c Change) withDelta(old, new model.Number) Change {
	c.Delta = difference(old, new)
	c.Percent = percentOf(c.Delta, old)
	return c
}

// yenNumber returns an amount as a number of yen.
func yenNumber(amount model.Yen) model.Number {
	if amount.IsZero() {
		return model.Number{}
	}
	return model.NewNumber(amount.Amount(), 0)
}

package compare

import (
	"github.com/cockroachdb/apd/v3"

	"sheetconv/model"
)

// decimals is what numbers are worked out in. A result that it cannot hold is
// left out, but for quotients, which are rounded anyway.
var decimals = func() *apd.Context {
	context := apd.BaseContext.WithPrecision(100)
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

// sameNumber reports whether two numbers have one value: 3.70 and 3.7 are the
// same, absent and 0 are not.
func sameNumber(old, new model.Number) bool {
	if old.IsZero() || new.IsZero() {
		return old.IsZero() == new.IsZero()
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

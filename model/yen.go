package model

import (
	"errors"
	"fmt"
	"math"
	"math/bits"
	"strconv"

	"github.com/cockroachdb/apd/v3"
	"gopkg.in/yaml.v3"
)

// Yen is an amount of money in whole yen. The zero Yen is absent, which is not
// the amount 0.
type Yen struct {
	amount  int64
	present bool
}

// NewYen returns the amount.
func NewYen(amount int64) Yen { return Yen{amount: amount, present: true} }

// ErrNotWholeYen says that an amount is no whole number of yen, or too large.
var ErrNotWholeYen = errors.New("not a whole number of yen that can be held")

// yenContext holds any amount of yen; a product with more digits is reported
// as rounded, and so is never taken for a whole amount.
var yenContext = apd.BaseContext.WithPrecision(60)

// YenOf returns number × multiplier as yen (千円 has the multiplier 1000). The
// error is ErrNotWholeYen: the number is absent, or the product has a fraction
// or is beyond 64 bits.
func YenOf(number Number, multiplier int64) (Yen, error) {
	if number.IsZero() {
		return Yen{}, ErrNotWholeYen
	}
	if coefficient, fits := number.Coefficient(); fits && number.decimal.Exponent == 0 {
		if high, low := bits.Mul64(uint64(max(coefficient, -coefficient)), uint64(multiplier)); high == 0 && low <= math.MaxInt64 {
			return NewYen(coefficient * multiplier), nil // as nearly always
		}
	}
	var product apd.Decimal
	condition, err := yenContext.Mul(&product, &number.decimal, apd.New(multiplier, 0))
	if err != nil || condition.Inexact() {
		return Yen{}, ErrNotWholeYen
	}
	product.Reduce(&product)
	amount, err := product.Int64()
	if err != nil {
		return Yen{}, ErrNotWholeYen
	}
	return NewYen(amount), nil
}

// IsZero reports whether the amount is absent; encoders leave it out then.
func (y Yen) IsZero() bool { return !y.present }

// Amount returns the yen, 0 if absent.
func (y Yen) Amount() int64 { return y.amount }

// String returns the yen as plain digits, empty if absent.
func (y Yen) String() string {
	if !y.present {
		return ""
	}
	return strconv.FormatInt(y.amount, 10)
}

// literal returns the amount as it stands in JSON and YAML.
func (y Yen) literal() string {
	if !y.present {
		return "null"
	}
	return y.String()
}

// MarshalJSON writes an integer, null if absent.
func (y Yen) MarshalJSON() ([]byte, error) { return []byte(y.literal()), nil }

// UnmarshalJSON reads an integer.
func (y *Yen) UnmarshalJSON(data []byte) error {
	amount, err := strconv.ParseInt(string(data), 10, 64)
	if err != nil {
		return fmt.Errorf("not whole yen: %q", shorten(string(data)))
	}
	*y = NewYen(amount)
	return nil
}

// MarshalYAML writes an integer, null if absent.
func (y Yen) MarshalYAML() (any, error) { return plainNode(y.literal()), nil }

// UnmarshalYAML reads an integer. Its errors are of the type *ReadError.
func (y *Yen) UnmarshalYAML(node *yaml.Node) error {
	amount, err := strconv.ParseInt(node.Value, 10, 64)
	if err != nil || !isPlain(node) || leadingZero(node.Value) {
		return wrongType(node, "whole yen")
	}
	*y = NewYen(amount)
	return nil
}

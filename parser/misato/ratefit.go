package misato

import (
	"github.com/cockroachdb/apd/v3"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// rateDigits is the precision of a rate that is computed: more than anyone prints.
const rateDigits = 30

// isRate reports whether a figure is the rate that plan and result make, rounded or cut
// off at its last digit. So figures tell what they are where a row has lost cells.
func (row *yearRow) isRate(figure, plan, actual sheet.Token) bool {
	rate, target, result := numberIn(figure), numberIn(plan), numberIn(actual)
	if row.indicators.actualFirst {
		target, result = result, target
	}
	if rate.IsZero() || target.IsZero() || result.IsZero() || target.Decimal().IsZero() {
		return false
	}
	context := apd.BaseContext.WithPrecision(rateDigits)
	var exact, difference apd.Decimal
	if _, err := context.Quo(&exact, result.Decimal(), target.Decimal()); err != nil {
		return false
	}
	exact.Exponent += 2 // of a hundred
	if _, err := context.Sub(&difference, &exact, rate.Decimal()); err != nil {
		return false
	}
	difference.Abs(&difference)
	return difference.Cmp(apd.New(1, -int32(rate.Decimals()))) < 0
}

// numberIn returns the number that a cell is, the zero Number where it is none.
func numberIn(cell sheet.Token) model.Number {
	reading := ja.ReadQuantity(ja.StripMarkup(cell.Text), ja.Expect{})
	if reading.Kind != ja.Numeric {
		return model.Number{}
	}
	return reading.Quantity.Number
}

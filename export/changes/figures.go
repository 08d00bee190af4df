package changes

import (
	"strings"

	"sheetconv/model"
)

// minus is the sign that stands before a negative number.
const minus = "−"

// plain words a number: 740,454, with the decimals that it has.
func plain(number model.Number) string {
	text, isNegative := strings.CutPrefix(number.String(), "-")
	whole, decimals, hasPoint := strings.Cut(text, ".")
	var grouped strings.Builder
	if isNegative {
		grouped.WriteString(minus)
	}
	for index, digit := range []byte(whole) {
		if index > 0 && (len(whole)-index)%3 == 0 {
			grouped.WriteByte(',')
		}
		grouped.WriteByte(digit)
	}
	if hasPoint {
		grouped.WriteString("." + decimals)
	}
	return grouped.String()
}

// signed words a difference: +2.0, −2.0, ±0.
func signed(number model.Number) string {
	switch number.Decimal().Sign() {
	case 0:
		return "±" + strings.TrimPrefix(plain(number), minus)
	case 1:
		return "+" + plain(number)
	}
	return plain(number)
}

// thousand is the unit in which Japanese sheets print money.
const thousand = 1000

// yen words amounts of money in one unit: 1,102千円 if all of them are whole
// thousands, else 1,102,500円; ¥1,102,000 in English.
func (w words) yen(write func(model.Number) string, amount int64, inThousands bool) string {
	switch {
	case w.language != Japanese:
		text := write(model.NewNumber(amount, 0))
		if sign := strings.IndexAny(text, "0123456789"); sign > 0 {
			return text[:sign] + "¥" + text[sign:]
		}
		return "¥" + text
	case inThousands:
		return write(model.NewNumber(amount/thousand, 0)) + "千円"
	}
	return write(model.NewNumber(amount, 0)) + "円"
}

func isThousands(amounts ...int64) bool {
	for _, amount := range amounts {
		if amount%thousand != 0 {
			return false
		}
	}
	return true
}

// withUnit sets a unit behind a figure.
func withUnit(figure, unit string) string {
	if unit == "" || figure == "" {
		return figure
	}
	return figure + " " + unit
}

// figure words a quantity of the model with what belongs to it; a unit of the
// indicator stands in where the cell has none.
func (w words) figure(figure model.Figure, unit string) string {
	if figure.Unit != "" {
		unit = figure.Unit
	}
	if !figure.Number.IsZero() && figure.Bound == "" && figure.Rank == nil && figure.State == "" &&
		!figure.Approximate && figure.Cumulative.IsZero() {
		return withUnit(plain(figure.Number), unit)
	}
	if figure.Raw != "" {
		return figure.Raw
	}
	if !figure.Yen.IsZero() {
		return w.yen(plain, figure.Yen.Amount(), isThousands(figure.Yen.Amount()))
	}
	return withUnit(plain(figure.Number), unit)
}

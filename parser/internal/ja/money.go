package ja

import (
	"math"
	"strings"

	"sheetconv/model"
)

// UnitMultiplier returns how many yen a unit of money stands for: 円 1, 千円
// 1000, 百万円, 億円. Blanks, brackets around it and widths do not count. ok is
// false for any other unit, also for money per something (円/人).
func UnitMultiplier(unit string) (multiplier int64, ok bool) {
	switch unit {
	case "":
		return 1, false
	case "円":
		return 1, true
	case "千円":
		return 1e3, true
	}
	unit, _ = TrimBrackets(unit)
	if unit == "¥" || unit == "￥" {
		return 1, true
	}
	multiplier, end := magnitudeAt(unit, 0)
	end = skipBlanks(unit, end)
	return multiplier, unit[end:] == "円"
}

// magnitudeAt reads 十 百 千 万 億 兆 and their products (千万, 十億) at byte i;
// without one, multiplier is 1 and end is i.
func magnitudeAt(s string, i int) (multiplier int64, end int) {
	multiplier, end = 1, i
	small, large := false, false
	for end < len(s) {
		at := end
		if end > i {
			at = skipBlanks(s, end)
		}
		if at == len(s) {
			break
		}
		r, size := decodeAt(s, at)
		factor := magnitude(r)
		if factor == 0 || large || factor < 1e4 && small {
			break
		}
		small, large = true, factor >= 1e4
		multiplier, end = multiplier*factor, at+size
	}
	return multiplier, end
}

func magnitude(r rune) int64 {
	switch r {
	case '十':
		return 1e1
	case '百':
		return 1e2
	case '千':
		return 1e3
	case '万':
		return 1e4
	case '億':
		return 1e8
	case '兆':
		return 1e12
	}
	return 0
}

// compoundAt reads a number in several parts at byte i of s: 1億2,350万,
// 3万5千, 12万3456. ok is false for a number in one part, and where the parts
// do not decrease or do not fit.
func compoundAt(s string, i int) (sum int64, end int, ok bool) {
	limit, parts := int64(math.MaxInt64), 0
	for end = i; ; parts++ {
		n, at, isNumeral := numeralAt(s, end)
		if !isNumeral {
			break
		}
		multiplier, behind := magnitudeBehind(s, at)
		if n.decimals > 0 || n.digits > exactDigits || n.coefficient > limit/multiplier {
			return 0, i, false
		}
		amount := n.coefficient * multiplier
		if parts > 0 && amount >= limit || sum > math.MaxInt64-amount {
			return 0, i, false
		}
		sum += amount
		limit, end = multiplier, behind
		if multiplier == 1 {
			parts++
			break
		}
		end = skipBlanks(s, behind)
		if r, size := foldAt(s, end); size == 0 || !isDigit(r) {
			end, parts = behind, parts+1
			break
		}
	}
	return sum, end, parts > 1
}

// magnitudeBehind reads the magnitude at byte i of s or behind blanks there; without
// one, multiplier is 1 and end is i.
func magnitudeBehind(s string, i int) (multiplier int64, end int) {
	if multiplier, end = magnitudeAt(s, skipBlanks(s, i)); multiplier == 1 {
		end = i
	}
	return multiplier, end
}

// setMoney gives the amount in yen where the number is one: by its own unit, by
// the expected unit, or because it stands in a block of costs.
func (r *Reading) setMoney(n numeral, negative bool, unit string, expect Expect) {
	multiplier, isMoney := amountMultiplier(unit)
	if unit == "" {
		multiplier, isMoney = expect.multiplier()
	}
	if isMoney {
		r.Quantity.Yen = n.yen(negative, multiplier)
	}
}

// multiplier returns how many yen a number without a unit of its own stands
// for, if it is money at all.
func (e Expect) multiplier() (multiplier int64, isMoney bool) {
	if e.Unit == "" {
		return 1, e.Money
	}
	return amountMultiplier(e.Unit)
}

// amountMultiplier is UnitMultiplier, also for money per something: 千円/年 is
// an amount of money, as is 円/人.
func amountMultiplier(unit string) (multiplier int64, isMoney bool) {
	if !moneySigns.In(unit) {
		return 0, false
	}
	for i := 0; i < len(unit); {
		r, size := foldAt(unit, i)
		if r == '/' {
			return UnitMultiplier(unit[:i])
		}
		i += size
	}
	return UnitMultiplier(unit)
}

// moneySigns are the characters one of which is in each unit of money.
var moneySigns = NewCharacters("円¥￥")

// takeCompound reads a number in several parts and what follows it.
func (r *Reading) takeCompound(s string, negative bool, expect Expect) (taken, ok bool) {
	sum, end, ok := compoundAt(s, 0)
	if !ok {
		return false, false
	}
	if negative {
		sum = -sum
	}
	rest := s[skipBlanks(s, end):]
	if behind, isYen := strings.CutPrefix(rest, "円"); isYen {
		r.Quantity.Yen = model.NewYen(sum)
		return true, r.takeUnit(behind, expect) && r.Quantity.Unit == ""
	}
	if !r.takeUnit(rest, expect) {
		return true, false
	}
	if _, isMoney := expect.multiplier(); isMoney && r.Quantity.Unit == "" {
		r.Quantity.Yen = model.NewYen(sum)
		return true, true
	}
	r.Quantity.Number = model.NewNumber(sum, 0)
	return true, true
}

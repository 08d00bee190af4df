package ja

import (
	"strings"

	"sheetconv/model"
)

// deepest is how many brackets inside each other are looked into.
const deepest = 2

// readTail reads the brackets and notes behind a number or a word. It is false
// where other text stands between or behind them.
func (r *Reading) readTail(tail string, expect Expect, depth int) bool {
	for tail = TrimSpace(tail); tail != ""; tail = TrimSpace(tail) {
		if end := markBeforeBracket(tail); end > 0 {
			r.addNote(tail[:end])
			tail = tail[end:]
			continue
		}
		if strings.HasPrefix(tail, noteMark) || tail[0] == '*' && IsNoteMark(tail) {
			r.addNote(tail)
			return true
		}
		kind, size := openerAt(tail, 0)
		if kind == 0 {
			// 50団体(累計)以上: a word that belongs to the number may follow.
			end := nextBracket(tail)
			if r.Kind != Numeric || r.takeSuffixes(TrimSpace(tail[:end])) != "" {
				return false
			}
			tail = tail[end:]
			continue
		}
		closed, end, _ := matchBracket(tail, 0)
		if inner := TrimSpace(tail[size:closed]); inner != "" {
			inner = Unwrap(inner)
			if squeezed := Squeeze(inner); squeezed != inner && isWrappedTime(squeezed) {
				inner = squeezed
			}
			r.readBracket(inner, expect, depth)
		}
		tail = tail[end:]
	}
	return true
}

// markBeforeBracket returns where the numbered mark of a footnote ends with which a text
// begins, and behind which a bracket opens: 12人※1 (令和3年度). It is 0 where none does.
func markBeforeBracket(s string) int {
	rest, found := strings.CutPrefix(s, noteMark)
	if !found {
		return 0
	}
	digits := digitsEnd(rest, 0)
	behind := skipBlanks(rest, digits)
	if digits == 0 || behind == len(rest) {
		return 0
	}
	if kind, _ := openerAt(rest, behind); kind == 0 {
		return 0
	}
	return len(s) - len(rest) + digits
}

func nextBracket(s string) int {
	for i := 0; i < len(s); {
		kind, size := openerAt(s, i)
		if kind != 0 || strings.HasPrefix(s[i:], noteMark) {
			return i
		}
		i += size
	}
	return len(s)
}

// readBracket takes what stands in one bracket.
func (r *Reading) readBracket(inner string, expect Expect, depth int) {
	quantity := &r.Quantity
	switch {
	case quantity.FY == 0 && r.takeTime(inner, expect.NearFY):
	case r.Kind == Numeric && r.takeCumulative(inner, expect):
	case r.Kind == Numeric && quantity.Rank == nil && r.takeRank(inner):
	case r.Kind == Ranked && quantity.Rank.Of == 0 && r.takeField(inner):
	case r.Kind == Numeric && depth < deepest && r.takeFurther(inner, expect, depth):
	case r.Kind == Numeric && r.takeBracketedUnit(inner, expect):
	default:
		r.addNote(inner)
	}
}

// takeTime takes a year or a date.
func (r *Reading) takeTime(inner string, near int) bool {
	if date, ok := ParseDate(inner); ok {
		r.Quantity.AsOf, r.Quantity.FY = date, date.FiscalYear()
		return true
	}
	fy, ok := ParseFiscalYear(inner)
	if !ok {
		fy, ok = ParseBareYear(inner, near)
	}
	if ok && !isPlainNumber(inner) {
		r.Quantity.FY = fy
		return true
	}
	return false
}

// isPlainNumber reports whether s is digits alone: 人口 (2000) is no year.
func isPlainNumber(s string) bool { return digitsEnd(s, 0) == len(s) }

// takeCumulative takes 累計 and 累計215.
func (r *Reading) takeCumulative(inner string, expect Expect) bool {
	rest, ok := strings.CutPrefix(inner, "累計")
	if !ok {
		return false
	}
	rest = strings.TrimPrefix(rest, "値")
	rest = TrimSpace(rest[skipColon(rest, 0):])
	if rest == "" {
		r.Quantity.Cumulative.Flag = true
		return true
	}
	amount := Reading{}
	if !amount.readNumber(rest, expect) || amount.Quantity.Number.IsZero() {
		return false
	}
	if amount.Quantity.Unit != "" && r.Quantity.Unit != "" && amount.Quantity.Unit != r.Quantity.Unit {
		return false
	}
	r.Quantity.Cumulative = model.Cumulative{Amount: amount.Quantity.Number}
	return true
}

func (r *Reading) takeRank(inner string) bool {
	rank, ok := readRank(inner)
	if ok {
		r.setRank(rank)
	}
	return ok
}

// setRank has the only rank that is moved to the heap: those that come to
// nothing cost no allocation.
func (r *Reading) setRank(rank model.Rank) { r.Quantity.Rank = &rank }

// takeField takes the field of a rank that is printed behind it: 3位(17団体中).
func (r *Reading) takeField(inner string) bool {
	of, unit, ok := readFieldOnly(inner)
	if !ok || of < r.Quantity.Rank.Position {
		return false
	}
	r.Quantity.Rank.Of, r.Quantity.Rank.Unit = of, unit
	return true
}

// takeFurther takes a second value with a year or date of its own.
func (r *Reading) takeFurther(inner string, expect Expect, depth int) bool {
	if !HasDigit(inner) {
		return false
	}
	var further Reading
	further.read(inner, expect, depth+1)
	if further.Kind != Numeric || further.Quantity.FY == 0 {
		return false
	}
	r.Further = append(r.Further, further.Quantity)
	r.Further = append(r.Further, further.Further...)
	return true
}

// takeBracketedUnit takes a unit in brackets behind a number that has none:
// 1,234(千円), 1,234(単位:千円).
func (r *Reading) takeBracketedUnit(inner string, expect Expect) bool {
	quantity := &r.Quantity
	if named, isNamed := strings.CutPrefix(inner, "単位"); isNamed {
		inner = named[skipColon(named, 0):]
	}
	if quantity.Unit != "" || quantity.Number.IsZero() || !IsUnit(inner) {
		return false
	}
	quantity.Unit = unitText(inner)
	quantity.Yen = model.Yen{}
	if multiplier, ok := amountMultiplier(inner); ok {
		quantity.Yen, _ = model.YenOf(quantity.Number, multiplier)
	}
	return true
}

// addNote adds what has no other place.
func (r *Reading) addNote(note string) {
	if r.Quantity.Note != "" {
		note = r.Quantity.Note + " " + note
	}
	r.Quantity.Note = note
}

// isWrappedTime reports whether a text is a year or a date once the blanks of a
// line wrap are gone: (平成29 年度), (26 年度), (R7.2 末).
func isWrappedTime(squeezed string) bool {
	if _, ok := ParseDate(squeezed); ok {
		return true
	}
	if _, ok := ParseFiscalYear(squeezed); ok {
		return true
	}
	number, rest, found := strings.Cut(squeezed, "年度")
	return found && rest == "" && isPlainNumber(number)
}

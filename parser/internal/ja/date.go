package ja

import (
	"strings"

	"sheetconv/model"
)

// ParseDate returns the day that s as a whole is: 令和2年3月31日, also with 現在
// or 時点 or a day of the week behind it, R2.3.31, 2020/3/31, 2020-03-31. The
// end of a month (H26.3末, 令和3年6月末) is its last day. ok is false for a month
// alone and for days that the calendar does not have.
func ParseDate(s string) (date model.Date, ok bool) {
	s, _ = TrimBrackets(s)
	date, end, ok := dateAt(s, 0)
	if !ok {
		return model.Date{}, false
	}
	rest := TrimSpace(s[end:])
	if weekday, behind, found := cutWeekday(rest); found && weekday {
		rest = behind
	}
	switch rest {
	case "", "現在", "時点", "末現在":
		return date, true
	}
	return model.Date{}, false
}

func cutWeekday(rest string) (weekday bool, behind string, ok bool) {
	outer, inner, behind, ok := CutBracket(rest)
	if !ok || outer != "" || inner == "" || countRunes(inner, 5) > 4 {
		return false, rest, false
	}
	r, _ := decodeAt(inner, 0)
	return strings.ContainsRune("月火水木金土日", r), behind, true
}

// FindDate returns the first day in s (…集計表（令和2年3月31日現在）), which
// stands at s[start:end].
func FindDate(s string) (date model.Date, start, end int, ok bool) {
	for i := nextYear(s, 0); i < len(s); i = nextYear(s, i+1) {
		date, end, isDate := dateAt(s, i)
		if isDate && dateStandsAlone(s, i) {
			return date, i, end, true
		}
	}
	return model.Date{}, 0, 0, false
}

// dateStandsAlone reports whether nothing runs into the date at byte i of s.
func dateStandsAlone(s string, i int) bool {
	before, size := foldBefore(s, i)
	if size == 0 {
		return true
	}
	first, _ := foldAt(s, i)
	switch {
	case isDigit(first):
		return !isDigit(before) && !isLetter(before) && before != '.' && before != '-' && before != '/'
	case isLetter(first):
		return !isDigit(before) && !isLetter(before)
	}
	return true
}

// dateAt reads a day at byte i of s.
func dateAt(s string, i int) (date model.Date, end int, ok bool) {
	yearNumber, at, ok := dateYearAt(s, i)
	if !ok {
		return date, i, false
	}
	next := skipBlanks(s, at)
	if strings.HasPrefix(s[next:], "年") {
		return kanjiDateAt(s, next+len("年"), yearNumber)
	}
	return dottedDateAt(s, at, yearNumber)
}

// dateYearAt reads the year of a date, without 年.
func dateYearAt(s string, i int) (yearNumber, end int, ok bool) {
	name, form, at := eraAt(s, i)
	if form == noForm {
		end = digitsEnd(s, i)
		yearNumber = digitsValue(s[i:end])
		return yearNumber, end, countRunes(s[i:end], 5) == 4 && yearNumber >= firstYear && yearNumber <= lastYear
	}
	if form == fullForm {
		at = skipBlanks(s, at)
	}
	number, end := yearNumberAt(s, at, form == fullForm)
	if end == at || countRunes(s[at:end], 4) > 3 {
		return 0, i, false
	}
	yearNumber, ok = name.calendarYear(number)
	return yearNumber, end, ok
}

// kanjiDateAt reads 3月31日, 3月末 and 3月末日 at byte i.
func kanjiDateAt(s string, i, yearNumber int) (date model.Date, end int, ok bool) {
	month, at, ok := smallNumberAt(s, skipBlanks(s, i))
	at = skipBlanks(s, at)
	if !ok || !strings.HasPrefix(s[at:], "月") {
		return date, i, false
	}
	at = skipBlanks(s, at+len("月"))
	if strings.HasPrefix(s[at:], "末") {
		return monthEnd(s, at, yearNumber, month)
	}
	day, at, ok := smallNumberAt(s, at)
	at = skipBlanks(s, at)
	if !ok || !strings.HasPrefix(s[at:], "日") {
		return date, i, false
	}
	date, ok = model.NewDate(yearNumber, month, day)
	return date, at + len("日"), ok
}

// dottedDateAt reads .3.31, /3/31, -03-31 and .3末 at byte i.
func dottedDateAt(s string, i, yearNumber int) (date model.Date, end int, ok bool) {
	mark, size := foldAt(s, i)
	if size == 0 || mark != '.' && mark != '/' && mark != '-' {
		return date, i, false
	}
	month, at, ok := smallNumberAt(s, i+size)
	if !ok {
		return date, i, false
	}
	rest := strings.TrimPrefix(s[at:], "月")
	if strings.HasPrefix(rest, "末") {
		return monthEnd(s, len(s)-len(rest), yearNumber, month)
	}
	second, size := foldAt(s, at)
	if second != mark {
		return date, i, false
	}
	day, at, ok := smallNumberAt(s, at+size)
	if next, size := foldAt(s, at); !ok || size > 0 && (isDigit(next) || next == mark) {
		return date, i, false
	}
	date, ok = model.NewDate(yearNumber, month, day)
	return date, at, ok
}

// monthEnd reads 末 or 末日 at byte i.
func monthEnd(s string, i, yearNumber, month int) (date model.Date, end int, ok bool) {
	end = i + len("末")
	if strings.HasPrefix(s[end:], "日") {
		end += len("日")
	}
	date, ok = model.EndOfMonth(yearNumber, month)
	return date, end, ok
}

// smallNumberAt reads a number of one or two digits.
func smallNumberAt(s string, i int) (number, end int, ok bool) {
	end = digitsEnd(s, i)
	return digitsValue(s[i:end]), end, end > i && countRunes(s[i:end], 3) <= 2
}

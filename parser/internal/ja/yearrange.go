package ja

import "strings"

// ParseYearRange returns the first and the last fiscal year of the range that s
// as a whole is: 平成29年度～令和3年度, 令和5〜8年度, R5-R8, 2023~2026年度, also
// in brackets or with (5年間) behind it. An open end (昭和44年度 ~) gives 0 for
// that end. ok is false where s is no range, or runs backwards.
func ParseYearRange(s string) (start, end int, ok bool) {
	s, _ = TrimBrackets(s)
	if at := rangeMark(s, 0); at > 0 {
		last, isYear := yearAt(s, skipBlanks(s, at))
		last, _ = last.withSecondWriting(s)
		return 0, last.fy, isYear && TrimSpace(s[last.end:]) == ""
	}
	first, last, at, ok := rangeAt(s, 0)
	if !ok || !endsRange(s[at:]) {
		return 0, 0, false
	}
	return first.fy, last.fy, true
}

// endsRange reports whether only まで or a length of time follows a range.
func endsRange(rest string) bool {
	rest = TrimSpace(rest)
	rest = TrimSpace(strings.TrimPrefix(rest, "まで"))
	rest, _ = TrimBrackets(rest)
	rest = strings.TrimPrefix(rest, "の")
	if end := digitsEnd(rest, 0); end > 0 {
		rest = TrimSpace(rest[end:])
		return rest == "年間" || rest == "か年" || rest == "ヶ年" || rest == "カ年" || rest == "箇年"
	}
	return rest == ""
}

// FindYearRange returns the first range of fiscal years in s that has both ends
// (…プラン（平成29年度～令和3年度）進行管理…). It stands at s[start:end].
func FindYearRange(s string) (startFY, endFY, start, end int, ok bool) {
	for i := nextYear(s, 0); i < len(s); i = nextYear(s, i+1) {
		if startFY, endFY, end, ok = yearRangeAt(s, i); ok {
			return startFY, endFY, i, end, true
		}
	}
	return 0, 0, 0, 0, false
}

// YearRangeAtStart returns the range of fiscal years with which s begins; it ends before
// s[end].
func YearRangeAtStart(s string) (startFY, endFY, end int, ok bool) {
	if s == "" || nextYear(s, 0) > 0 {
		return 0, 0, 0, false
	}
	return yearRangeAt(s, 0)
}

// yearRangeAt returns the range of fiscal years with both ends at byte i of s.
func yearRangeAt(s string, i int) (startFY, endFY, end int, ok bool) {
	first, last, end, isRange := rangeAt(s, i)
	if !isRange || last.fy == 0 || !rangeStandsAlone(s, i, first, last) {
		return 0, 0, 0, false
	}
	return first.fy, last.fy, end, true
}

// rangeStandsAlone reports whether the range at byte i of a text is one: at
// least one end must say that it is a year, and nothing may run into it.
func rangeStandsAlone(s string, i int, first, last year) bool {
	if first.form == noForm {
		before, size := foldBefore(s, i)
		return (first.word || last.word) && (size == 0 || !isDigit(before) && !isLetter(before) &&
			before != '.' && before != ',' && before != '-' && before != '/')
	}
	named := first
	named.word = first.word || last.word
	return named.standsAlone(s, i) && (named.word || first.final || last.form != noForm)
}

// rangeAt reads a range at byte i of s; last.fy is 0 if its end is open.
func rangeAt(s string, i int) (first, last year, end int, ok bool) {
	first, ok = yearAt(s, i)
	if !ok {
		return first, last, i, false
	}
	first, _ = first.withSecondWriting(s)
	mark := rangeMark(s, first.end)
	if mark == 0 {
		return first, last, i, false
	}
	at := skipBlanks(s, mark)
	if last, ok = yearAt(s, at); !ok {
		last, ok = first.sameEraYearAt(s, at)
	}
	if !ok {
		return first, year{}, mark, true
	}
	last, _ = last.withSecondWriting(s)
	return first, last, last.end, last.fy >= first.fy
}

// rangeMark returns the byte behind the sign between two years, 0 if there is
// none at byte i.
func rangeMark(s string, i int) int {
	i = skipBlanks(s, i)
	if strings.HasPrefix(s[i:], "から") {
		return i + len("から")
	}
	r, size := foldAt(s, i)
	if size > 0 && (r == '~' || r == '-' || r == 'ー') {
		return i + size
	}
	return 0
}

// sameEraYearAt reads the second year of a range, which may leave out its era
// (令和5〜8年度) or its century (2023～26年度). A number below the first one is
// of the next era: 平成29～3年度.
func (y year) sameEraYearAt(s string, i int) (last year, ok bool) {
	end := digitsEnd(s, i)
	if end == i || countRunes(s[i:end], 3) > 2 {
		return last, false
	}
	last = year{era: y.era, form: noForm, number: digitsValue(s[i:end])}
	switch {
	case y.form == noForm:
		last.fy = y.fy/100*100 + last.number
		ok = last.fy > y.fy
	case last.number >= y.number:
		last.fy, ok = y.era.calendarYear(last.number)
	case y.era < reiwa:
		last.era = y.era + 1
		last.fy, ok = last.era.calendarYear(last.number)
	}
	if !ok {
		return last, false
	}
	return last.readWords(s, end)
}

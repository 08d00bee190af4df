package ja

import "strings"

// withSecondWriting returns the year with the writing that gives it once more, in
// brackets or behind a stroke, and with the 年度 that both may share: 令和3年度(2021年度),
// 令和3(2021)年度, 令和3年(2021年)度, 平成31・令和元年度, 2019(H31/R1)年度. differs says
// that the bracket gives another year; two years beside each other are no writing of
// one, and the year is returned as it is.
func (y year) withSecondWriting(s string) (whole year, differs bool) {
	at := skipBlanks(s, y.end)
	if at == len(s) {
		return y, false
	}
	second, end, ok := secondInBrackets(s, at)
	if !ok {
		second, end, ok = secondBehindStroke(s, at)
		if !ok || second.fy != y.fy {
			return y, false
		}
	}
	if second.fy != y.fy {
		return y, true
	}
	whole = y
	whole.end = end
	whole.word = y.word || second.word
	whole.fiscal = y.fiscal || second.fiscal
	whole.final = y.final || second.final
	return whole.withSharedWord(s, y), false
}

// secondInBrackets reads a bracket at byte i of s that holds a year alone. end is
// behind the bracket.
func secondInBrackets(s string, i int) (second year, end int, ok bool) {
	kind, size := openerAt(s, i)
	if kind == 0 {
		return second, i, false
	}
	// A year is short: a bracket that is never closed is not followed to the end.
	closed, end, closes := matchBracket(s[:min(len(s), i+longestYear)], i)
	inner := TrimSpace(s[i+size : closed])
	second, ok = yearAt(inner, 0)
	if !closes || !ok {
		return second, i, false
	}
	second, differs := second.withSecondWriting(inner)
	return second, end, !differs && second.end == len(inner)
}

// secondBehindStroke reads a year behind a sign at byte i of s that stands between two
// writings.
func secondBehindStroke(s string, i int) (second year, end int, ok bool) {
	r, size := foldAt(s, i)
	if r != '・' && r != '･' && r != '/' {
		return second, i, false
	}
	at := skipBlanks(s, i+size)
	if second, ok = yearAt(s, at); ok {
		second, _ = second.withSecondWriting(s)
	}
	return second, second.end, ok
}

// withSharedWord reads 年度, or 度 where 年 was printed, and 末 behind both writings.
// What goes on as a date there is none: alone is the year before the second writing.
func (y year) withSharedWord(s string, alone year) year {
	next := skipBlanks(s, y.end)
	if !y.fiscal {
		switch {
		case strings.HasPrefix(s[next:], "年度"):
			y.word, y.fiscal, y.end = true, true, next+len("年度")
		case y.word && strings.HasPrefix(s[next:], "度"):
			y.fiscal, y.end = true, next+len("度")
		case !y.word && strings.HasPrefix(s[next:], "年"):
			if goesOnAsDate(s, next+len("年")) {
				return alone
			}
			y.word, y.end = true, next+len("年")
		}
		next = skipBlanks(s, y.end)
	}
	if !y.final && strings.HasPrefix(s[next:], "末") {
		y.final, y.end = true, next+len("末")
	}
	return y
}

package ja

import (
	"strings"
	"unicode/utf8"
)

// year is a year as it stands in a text.
type year struct {
	// fy is the year of the common era in which it begins.
	fy     int
	era    era
	form   eraForm
	number int
	// word says that 年 or 年度 is printed, fiscal that it is 年度, and final
	// that 末 follows.
	word, fiscal, final bool
	end                 int
}

// firstYear and lastYear bound the years that are printed without an era.
const (
	firstYear = 1868
	lastYear  = 2100
)

// longestYear is how many bytes a year in brackets may have.
const longestYear = 80

// yearAt reads a year at byte i of s: 令和4年度, R4, ㍻31年度末, 2022年. What
// goes on as a date or as another number is none.
func yearAt(s string, i int) (y year, ok bool) {
	name, form, at := eraAt(s, i)
	y.era, y.form = name, form
	if form == noForm {
		at = digitsEnd(s, i)
		if countRunes(s[i:at], 5) != 4 {
			return y, false
		}
		y.fy = digitsValue(s[i:at])
		y.number, ok = y.fy, y.fy >= firstYear && y.fy <= lastYear
	} else {
		at, ok = y.readNumber(s, at)
	}
	if !ok {
		return y, false
	}
	return y.readWords(s, at)
}

// readNumber reads the number of the year behind the name of its era.
func (y *year) readNumber(s string, at int) (end int, ok bool) {
	start := at
	if y.form == fullForm {
		start = skipBlanks(s, at)
	}
	y.number, end = yearNumberAt(s, start, y.form == fullForm)
	if end == start || countRunes(s[start:end], 4) > 3 {
		return end, false
	}
	kanji := kanjiStarts(s[start:])
	if digits := digitsEnd(s, start); digits > start && countRunes(s[start:digits], 3) > 2 {
		return end, false
	}
	y.fy, ok = y.era.calendarYear(y.number)
	// A number in kanji is a year only where the text says so, 元 also where no
	// other word goes on: 令和一新, 令和元気プラン, but R元, (令和元), R元末.
	if kanji && !strings.HasPrefix(s[skipBlanks(s, end):], "年") && (y.number != 1 || !endsFirstYear(s, end)) {
		return end, false
	}
	return end, ok
}

// endsFirstYear reports whether 元, which ends at byte i, is followed by nothing
// that could make a word of it.
func endsFirstYear(s string, i int) bool {
	if !strings.HasSuffix(s[:i], "元") {
		return false
	}
	r, size := foldAt(s, i)
	return size == 0 || r == '末' || !isJapanese(r) && !isLetter(r) && !isDigit(r)
}

func kanjiStarts(s string) bool {
	r, size := foldAt(s, 0)
	return size > 0 && !isDigit(r)
}

// readWords reads 年, 度 and 末 behind the number, and looks at what follows.
func (y year) readWords(s string, at int) (year, bool) {
	y.end = at
	if next := skipBlanks(s, at); strings.HasPrefix(s[next:], "年") {
		y.word, y.end = true, next+len("年")
		next = skipBlanks(s, y.end)
		if strings.HasPrefix(s[next:], "度") {
			y.fiscal, y.end = true, next+len("度")
		}
	}
	if next := skipBlanks(s, y.end); strings.HasPrefix(s[next:], "末") {
		y.final, y.end = true, next+len("末")
	}
	if !y.word && !y.final && goesOnAsNumber(s, at) {
		return y, false
	}
	if y.word && !y.fiscal && goesOnAsDate(s, y.end) {
		return y, false
	}
	return y, true
}

// goesOnAsNumber reports whether what stands at byte i makes a bare number (of
// R4, 2022) part of something longer: R4A, R2.3.31, R4.5, 2022/3, 昭和1丁目.
func goesOnAsNumber(s string, i int) bool {
	r, size := foldAt(s, i)
	next, _ := foldAt(s, i+size)
	switch {
	case size == 0:
		return false
	case isDigit(r) || isLetter(r) || r == '%' || r == ':' && isDigit(next):
		return true
	case r == '.' || r == '/' || r == ',' || r == '、':
		return isDigit(next)
	case r == '-':
		end := digitsEnd(s, i+size)
		dash, _ := foldAt(s, end)
		return end > i+size && dash == '-'
	}
	return r == '丁' || r == '番' || r == '号' || r == '条' || r == '月'
}

// goesOnAsDate reports whether what stands behind 年 makes it a part of a date
// (令和2年3月) or of a span of time (5年間, 昭和40年代).
func goesOnAsDate(s string, i int) bool {
	if r, size := foldAt(s, i); size > 0 && (isDigit(r) || r == '間' || r == '代') {
		return true
	}
	start := skipBlanks(s, i)
	end := digitsEnd(s, start)
	return end > start && strings.HasPrefix(s[skipBlanks(s, end):], "月")
}

// standsAlone reports whether the year that was read at byte i of s is likely
// to be one there, and no part of a word: PR4, CO2, m2, 拡大3件, 4R.
func (y year) standsAlone(s string, i int) bool {
	before, size := foldBefore(s, i)
	switch y.form {
	case fullForm:
		return true
	case noForm:
		return (y.fiscal || y.final && !y.word) && (size == 0 || !isDigit(before) && before != '.' && before != ',')
	case initialForm, unlikelyForm:
		if size > 0 && (isHan(before) || isLetter(before) || isDigit(before)) {
			return false
		}
		next, _ := foldAt(s, y.end)
		return y.word || y.form == initialForm && (y.final || !isHan(next))
	}
	if size > 0 && (isLetter(before) || isDigit(before) || before == '-' || before == '.') {
		return false
	}
	// One figure behind S, or a small letter, is more often something else.
	rare := y.form == smallForm || y.era == showa && y.number < 10
	return !rare || y.word || y.final
}

// ParseFiscalYear returns the fiscal year that s as a whole names: 令和4年度,
// R4, H27末, 平成三十一年度, 2022年度, 2022, 令和3年度(2021年度), 令和3(2021)年度,
// 平成31・令和元年度. The result is the year of the common era in which it begins. A year without 度 counts too,
// as in a year's place nothing else is meant. ok is false for anything else:
// a year without an era (4年度), other numbers, text around the year, and two
// years that differ.
func ParseFiscalYear(s string) (fy int, ok bool) {
	s, _ = TrimBrackets(s)
	y, ok := yearAt(s, 0)
	if !ok || y.form == unlikelyForm && !y.word {
		return 0, false
	}
	if y.form == smallForm && y.era == showa && !y.word && !y.final {
		return 0, false
	}
	y, differs := y.withSecondWriting(s)
	if differs || !endsYear(s[y.end:]) {
		return 0, false
	}
	return y.fy, true
}

// endsYear reports whether nothing of weight follows a year.
func endsYear(rest string) bool {
	switch TrimSpace(rest) {
	case "", "時点", "現在":
		return true
	}
	return false
}

// FindFiscalYear returns the first fiscal year in s that is written with an era
// or as 2022年度: 令和4年度決算, R1年度取組内容 (D), 当初 (H27末). It stands at
// s[start:end], with a second writing in brackets where there is one. Dates and
// spans of months are no years, nor are letters inside words (CO2, PR4).
func FindFiscalYear(s string) (fy, start, end int, ok bool) {
	for i := nextYear(s, 0); i < len(s); i = nextYear(s, i+1) {
		y, isYear := yearAt(s, i)
		if !isYear {
			continue
		}
		y, _ = y.withSecondWriting(s)
		if y.standsAlone(s, i) && (y.fiscal || !goesOnAsDate(s, y.end)) {
			return y.fy, i, y.end, true
		}
	}
	return 0, 0, 0, false
}

// MayBeginYear reports whether a year or a date may stand at the beginning of s.
func MayBeginYear(s string) bool { return s != "" && nextYear(s[:min(len(s), utf8.UTFMax)], 0) == 0 }

// nextYear returns the next byte at or behind i where a year or a date may
// begin: the name of an era, or the first of several digits.
func nextYear(s string, i int) int {
	for ; i < len(s); i++ {
		c := s[i]
		if c < utf8.RuneSelf {
			if mayBeginYear[c] && !continuesDigits(s, i) {
				return i
			}
			continue
		}
		if c < 0xE3 || i+2 >= len(s) {
			continue
		}
		if (c <= 0xE6 || c == 0xEF) && mayBeginWideYear(c, s[i+1], s[i+2]) && !continuesDigits(s, i) {
			return i
		}
		if s[i+1] >= utf8.RuneSelf && s[i+2] >= utf8.RuneSelf {
			i += 2 // none begins inside a character
		}
	}
	return len(s)
}

// continuesDigits reports whether a digit stands at byte i of s and before it,
// so that a long number is looked at once.
func continuesDigits(s string, i int) bool {
	r, _ := foldAt(s, i)
	if !isDigit(r) {
		return false
	}
	before, _ := foldBefore(s, i)
	return isDigit(before)
}

var mayBeginYear = [0x80]bool{
	'M': true, 'T': true, 'S': true, 'H': true, 'R': true, 's': true, 'h': true, 'r': true,
	'1': true, '2': true,
}

// mayBeginWideYear knows the UTF-8 bytes of 明 大 昭 平 令 ㍻ ㋿, of full-width
// letters and of full-width digits.
func mayBeginWideYear(first, second, third byte) bool {
	switch first {
	case 0xE3:
		return second == 0x8D && third >= 0xBB && third <= 0xBE || second == 0x8B && third == 0xBF
	case 0xE4:
		return second == 0xBB && third == 0xA4
	case 0xE5:
		return second == 0xA4 && third == 0xA7 || second == 0xB9 && third == 0xB3
	case 0xE6:
		return second == 0x98 && (third == 0x8E || third == 0xAD)
	}
	return second == 0xBC && third >= 0x91 || second == 0xBD
}

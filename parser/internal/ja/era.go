package ja

import "strings"

// era is one of the eras that sheets print, 0 for a year of the common era.
type era uint8

const (
	common era = iota
	meiji
	taisho
	showa
	heisei
	reiwa
)

// eras gives each era's first year and the last year number that is read: plans
// speak of 平成32年度, which never came to pass.
var eras = [...]struct{ first, tolerated int }{
	meiji:  {1868, 45},
	taisho: {1912, 15},
	showa:  {1926, 70},
	heisei: {1989, 40},
	reiwa:  {2019, 82},
}

// calendarYear returns the year of the common era in which year number of the
// era begins, and false if the era has no such year.
func (e era) calendarYear(number int) (int, bool) {
	return eras[e].first + number - 1, number >= 1 && number <= eras[e].tolerated
}

// eraForm is how the name of an era is written.
type eraForm uint8

const (
	noForm       eraForm = iota
	fullForm             // 令和, ㋿
	initialForm          // 令
	letterForm           // R
	smallForm            // r
	unlikelyForm         // M, T, 明, 大: more often something else
)

// eraAt reads the name of an era at byte i of s.
func eraAt(s string, i int) (name era, form eraForm, end int) {
	if i >= len(s) {
		return common, noForm, i
	}
	r, size := decodeAt(s, i)
	end = i + size
	second := s[end:]
	switch r {
	case '令':
		return fullOrInitial(reiwa, second, "和", initialForm, end)
	case '平':
		return fullOrInitial(heisei, second, "成", initialForm, end)
	case '昭':
		return fullOrInitial(showa, second, "和", initialForm, end)
	case '大':
		return fullOrInitial(taisho, second, "正", unlikelyForm, end)
	case '明':
		return fullOrInitial(meiji, second, "治", unlikelyForm, end)
	case '㋿':
		return reiwa, fullForm, end
	case '㍻':
		return heisei, fullForm, end
	case '㍼':
		return showa, fullForm, end
	case '㍽':
		return taisho, fullForm, end
	case '㍾':
		return meiji, fullForm, end
	}
	name, form = eraLetter(FoldRune(r))
	return name, form, end
}

func fullOrInitial(name era, rest, second string, initial eraForm, end int) (era, eraForm, int) {
	if strings.HasPrefix(rest, second) {
		return name, fullForm, end + len(second)
	}
	return name, initial, end
}

func eraLetter(r rune) (era, eraForm) {
	switch r {
	case 'R':
		return reiwa, letterForm
	case 'H':
		return heisei, letterForm
	case 'S':
		return showa, letterForm
	case 'T':
		return taisho, unlikelyForm
	case 'M':
		return meiji, unlikelyForm
	case 'r':
		return reiwa, smallForm
	case 'h':
		return heisei, smallForm
	case 's':
		return showa, smallForm
	}
	return common, noForm
}

// yearNumberAt reads the number of a year at byte i: 元, digits, or, where
// kanji is set, a number in kanji up to 九十九. end is i if there is none.
func yearNumberAt(s string, i int, kanji bool) (number, end int) {
	if strings.HasPrefix(s[i:], "元") {
		return 1, i + len("元")
	}
	end = digitsEnd(s, i)
	if end == i && kanji {
		return kanjiNumberAt(s, i)
	}
	return digitsValue(s[i:end]), end
}

// digitsValue returns the value of digits of either width, -1 if too large.
func digitsValue(digits string) int {
	value := 0
	for i := 0; i < len(digits); {
		r, size := foldAt(digits, i)
		value = value*10 + int(r-'0')
		if value > 1e9 {
			return -1
		}
		i += size
	}
	return value
}

// kanjiNumberAt reads 三, 十二, 三十一 and 三〇.
func kanjiNumberAt(s string, i int) (number, end int) {
	tens, ones, places := 0, 0, 0
	for i < len(s) {
		r, size := decodeAt(s, i)
		digit := kanjiDigit(r)
		switch {
		case r == '十' && tens == 0 && places <= 1:
			tens, ones, places = max(ones, 1), 0, 3
		case digit >= 0 && places == 1:
			tens, ones, places = ones, digit, 2
		case digit >= 0 && (places == 0 || places == 3):
			ones, places = digit, places+1
		default:
			return tens*10 + ones, i
		}
		i += size
	}
	return tens*10 + ones, i
}

func kanjiDigit(r rune) int {
	switch r {
	case '〇':
		return 0
	case '一':
		return 1
	case '二':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	}
	return -1
}

package ja

import (
	"slices"
	"strings"
)

// Calendar dates the years that a sheet prints without an era (31年度, 3年度 behind
// 平成30年度) by those that it prints with one. The nil Calendar knows no such years.
type Calendar struct {
	text string
	// near is the year in the middle of those of the text; it is looked for when
	// the first year without an era is met, which most sheets have none of.
	near   int
	looked bool
}

// NewCalendar returns the calendar of a sheet's text.
func NewCalendar(text string) *Calendar { return &Calendar{text: text} }

// AnyCalendar tells a year without an era from other words where it does not matter
// which year it is: what column a head is does not hang on that.
var AnyCalendar = &Calendar{near: eras[reiwa].first, looked: true}

// ParseFiscalYear is ParseFiscalYear for years without an era, too: 31年度, 3年度末,
// 元年度, 3年度(2021年度).
func (c *Calendar) ParseFiscalYear(s string) (fy int, ok bool) {
	if fy, ok = ParseFiscalYear(s); ok || c == nil || !strings.Contains(s, "年度") {
		return fy, ok
	}
	s, _ = TrimBrackets(s)
	y, differs, ok := c.bareYearAt(s, 0)
	if !ok || differs || !endsYear(s[y.end:]) {
		return 0, false
	}
	return y.fy, true
}

// FindFiscalYear is FindFiscalYear for a head whose year has no era, too: 3年度実績,
// 目標値(7年度末), 3年度(2021年度). A year with an era goes before one without.
func (c *Calendar) FindFiscalYear(s string) (fy, start, end int, ok bool) {
	fy, start, end, ok = FindFiscalYear(s)
	if c == nil || ok && start == 0 {
		return fy, start, end, ok
	}
	for at := 0; ; at += len("年度") {
		next := strings.Index(s[at:], "年度")
		if next < 0 || ok && at+next > start {
			return fy, start, end, ok
		}
		at += next
		begin := bareYearStart(s, at)
		if y, differs, isYear := c.bareYearAt(s, begin); isYear && !differs && begin < at && (!ok || y.end > end) {
			return y.fy, begin, y.end, true
		}
	}
}

// MayBeginYear is MayBeginYear for years without an era, too.
func (c *Calendar) MayBeginYear(s string) bool {
	if MayBeginYear(s) {
		return true
	}
	if c == nil || !strings.Contains(s, "年度") {
		return false
	}
	r, _ := foldAt(s, 0)
	return isDigit(r) || r == '元'
}

// IsUndated reports whether s prints a year without an era, so that what year it is hangs
// on the sheet.
func IsUndated(s string) bool {
	if !strings.Contains(s, "年度") {
		return false
	}
	_, start, _, found := FindFiscalYear(s)
	_, own, _, any := AnyCalendar.FindFiscalYear(s)
	return any && (!found || own != start)
}

// bareYearStart returns where the number of a year that ends at byte i begins, i where
// there is none or where it is part of something longer: 第3年度, 2021年度, R3年度.
func bareYearStart(s string, i int) int {
	start := i
	for start > 0 {
		r, size := foldBefore(s, start)
		if !isDigit(r) && (r != '元' || start < i) {
			break
		}
		start -= size
	}
	if before, size := foldBefore(s, start); size > 0 && (isLetter(before) || isHan(before) || before == '.' || before == ',' || before == '-' || before == '~') {
		return i
	}
	return start
}

// bareYearAt reads a year without an era at byte i of s. Its second writing in
// brackets dates it, else the sheet does.
func (c *Calendar) bareYearAt(s string, i int) (y year, differs, ok bool) {
	number, end := yearNumberAt(s, i, false)
	if end == i || countRunes(s[i:end], 3) > 2 || !strings.HasPrefix(s[skipBlanks(s, end):], "年度") {
		return y, false, false
	}
	if y, ok = (year{number: number}).readWords(s, end); !ok || isSpan(s[y.end:]) {
		return y, false, false
	}
	if second, _, isSecond := secondInBrackets(s, skipBlanks(s, y.end)); isSecond {
		y.fy, ok = nearestYear(number, second.fy)
	} else {
		y.fy, ok = c.nearestYear(number)
	}
	if !ok {
		return y, false, false
	}
	y, differs = y.withSecondWriting(s)
	return y, differs, true
}

// isSpan reports whether what stands behind 年度 makes a number of years of it:
// 2年度目, 2年度にわたり.
func isSpan(rest string) bool {
	if strings.HasPrefix(rest, "目") {
		return !strings.HasPrefix(rest, "目標") && !strings.HasPrefix(rest, "目的")
	}
	for _, word := range [...]string{"間", "連続", "にわた", "に渡", "ぶり"} {
		if strings.HasPrefix(rest, word) {
			return true
		}
	}
	return false
}

const (
	// mostYears is how many years of a text are looked at.
	mostYears = 100
	// earliestYear is a year before which no city published such sheets: the years
	// before it in which programmes began date no heads.
	earliestYear = 1998
	// farthestYear is how far from the years of its sheet a head's year may lie.
	farthestYear = 20
)

// nearestYear returns the fiscal year that lies nearest to those of the sheet.
func (c *Calendar) nearestYear(number int) (fy int, ok bool) {
	if c == nil || c.nearYear() == 0 {
		return 0, false
	}
	for e := heisei; e <= reiwa; e++ {
		candidate, exists := e.calendarYear(number)
		distance := yearsBetween(candidate, c.near)
		if exists && candidate >= earliestYear && distance <= farthestYear && (!ok || distance < yearsBetween(fy, c.near)) {
			fy, ok = candidate, true
		}
	}
	return fy, ok
}

func yearsBetween(a, b int) int { return max(a-b, b-a) }

// nearYear returns the year in the middle of those that the text prints with an era,
// 0 where it prints none.
func (c *Calendar) nearYear() int {
	if c.looked {
		return c.near
	}
	c.looked = true
	var years []int
	for rest := c.text; len(years) < mostYears; {
		fy, _, end, found := FindFiscalYear(rest)
		if !found {
			break
		}
		if fy >= earliestYear {
			years = append(years, fy)
		}
		rest = rest[end:]
	}
	if len(years) > 0 {
		slices.Sort(years)
		c.near = years[len(years)/2]
	}
	return c.near
}

// ParseBareYear returns the fiscal year that s as a whole names without an era
// (31年度, 3年度末): under the era that has such a year nearest to the fiscal
// year near; 33年度 near 2019 is 平成33年度, which plans speak of. ok is false
// where near is 0, or two eras are as near.
func ParseBareYear(s string, near int) (fy int, ok bool) {
	s = TrimSpace(s)
	if !strings.Contains(s, "年度") {
		return 0, false
	}
	number, end := yearNumberAt(s, 0, false)
	y, ok := (year{number: number}).readWords(s, end)
	if !ok || end == 0 || countRunes(s[:end], 3) > 2 || !y.fiscal || TrimSpace(s[y.end:]) != "" {
		return 0, false
	}
	return nearestYear(number, near)
}

// nearestYear returns year number of the era that has it nearest to a fiscal year.
func nearestYear(number, near int) (fy int, ok bool) {
	if near == 0 {
		return 0, false
	}
	best := -1
	for e := meiji; e <= reiwa; e++ {
		if number < 1 || number > eras[e].tolerated {
			continue
		}
		candidate := eras[e].first + number - 1
		distance := yearsBetween(candidate, near)
		switch {
		case best < 0 || distance < best:
			best, fy, ok = distance, candidate, true
		case distance == best:
			ok = false
		}
	}
	if !ok {
		return 0, false
	}
	return fy, true
}

// IsYearOfEra reports whether a fiscal year is the given one of 令和, or of 平成 as far as
// plans speak of it.
func IsYearOfEra(fy, number int) bool {
	for e := heisei; e <= reiwa; e++ {
		if calendar, exists := e.calendarYear(number); exists && calendar == fy {
			return true
		}
	}
	return false
}

package check

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// era is an era of which years are printed.
type era struct {
	name string
	// before is the calendar year before its first one.
	before int
	// last is its last year, 0 if it has not ended.
	last int
	next string
	// nextBefore is the era's year before the first one of the next era.
	nextBefore int
}

var eras = [...]era{
	{name: "令和", before: 2018},
	{name: "平成", before: 1988, last: 31, next: "令和", nextBefore: 30},
	{name: "昭和", before: 1925, last: 64, next: "平成", nextBefore: 63},
	{name: "大正", before: 1911, last: 15, next: "昭和", nextBefore: 14},
}

// eraYear is a year of an era as a text prints it.
type eraYear struct {
	era  *era
	year int
	text string
}

// nextEraYear finds the first year with an era in a text and what stands behind
// it: 平成32年度, 令和元年.
func nextEraYear(text string) (found eraYear, rest string, ok bool) {
	first := -1
	for i := range eras {
		if at := strings.Index(text, eras[i].name); at >= 0 && (first < 0 || at < first) {
			first = at
			found.era = &eras[i]
		}
	}
	if first < 0 {
		return found, "", false
	}
	rest = text[first+len(found.era.name):]
	behind := strings.TrimLeft(rest, " \u3000")
	if after, isFirst := strings.CutPrefix(behind, "元"); isFirst {
		behind, found.year = after, 1
	} else {
		for behind != "" {
			r, size := utf8.DecodeRuneInString(behind)
			if r >= '０' && r <= '９' {
				r -= '０' - '0'
			}
			if r < '0' || r > '9' || found.year > 99 {
				break
			}
			found.year = found.year*10 + int(r-'0')
			behind = behind[size:]
		}
	}
	if behind, ok = strings.CutPrefix(strings.TrimLeft(behind, " \u3000"), "年"); !ok || found.year == 0 || found.year > 99 {
		return nextEraYear(rest)
	}
	found.text = text[first : len(text)-len(behind)]
	return found, behind, true
}

// maxEraText is how long a text may be in which years are looked for: figures,
// labels and titles, no narratives.
const maxEraText = 400

// checkEras finds years behind the end of their era: 平成32年度.
func (e *examination) checkEras(where place, text string) {
	for len(text) <= maxEraText {
		found, rest, ok := nextEraYear(text)
		if !ok {
			return
		}
		if found.era.last > 0 && found.year > found.era.last {
			e.reportOnce(CodeEraEnded, where, found.text, found.era.next+eraNumber(found.year-found.era.nextBefore)+"年")
		}
		text = rest
	}
}

func eraNumber(year int) string {
	if year == 1 {
		return "元"
	}
	return strconv.Itoa(year)
}

// checkRange finds a span of years that ends before it begins:
// 令和6年度～令和2年度.
func (e *examination) checkRange(where place, text string) {
	if len(text) > maxEraText {
		return
	}
	first, rest, ok := nextEraYear(text)
	if !ok {
		return
	}
	rest = strings.TrimLeft(strings.TrimPrefix(rest, "度"), " \u3000")
	r, size := utf8.DecodeRuneInString(rest)
	if !strings.ContainsRune("~～〜-－―–", r) {
		return
	}
	second, _, ok := nextEraYear(rest[size:])
	if ok && strings.HasPrefix(strings.TrimLeft(rest[size:], " \u3000"), second.text) && first.era.before+first.year > second.era.before+second.year {
		e.report(CodeDateOrder, where, text, second.text+" ≤ "+first.text)
	}
}

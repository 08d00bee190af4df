package komaki

import (
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// maxNameRunes is how long the name of a measure or a project may be.
const maxNameRunes = 60

// readMeasureHeading reads 基本施策 with its number and, mostly, its name. A
// sentence that begins so (基本施策 16 から 18 まで) is none.
func readMeasureHeading(text string) (number string, rest int, ok bool) {
	at, ok := sheet.AfterWord(text, "基本施策")
	if !ok {
		return "", 0, false
	}
	at = sheet.SkipSigns(text, at, ":")
	end := sheet.NumberEnd(text, at)
	if end == at {
		return "", 0, false
	}
	rest = sheet.SkipSigns(text, end, ":.-")
	name := text[rest:]
	if !mayBeName(name, rest > end) {
		return "", 0, false
	}
	return ja.Fold(text[at:end]), rest, true
}

// readDirectionHeading reads 展開方向 with its number and name. A colon parts
// them; where a mark stands before the heading, a blank is enough.
func readDirectionHeading(text string, marked bool) (number string, rest int, ok bool) {
	at, ok := sheet.AfterWord(text, "展開方向")
	if !ok {
		return "", 0, false
	}
	end := sheet.NumberEnd(text, at)
	if end == at {
		return circledNumber(text, at)
	}
	rest = sheet.SkipSigns(text, end, ":.、)")
	name := text[rest:]
	switch {
	case !mayBeName(name, rest > end), name == "" && !marked, rest == end && !marked:
		return "", 0, false
	}
	return ja.Fold(text[at:end]), rest, true
}

// circledNumber reads the number of 展開方向①.
func circledNumber(text string, at int) (number string, rest int, ok bool) {
	r, size := utf8.DecodeRuneInString(text[at:])
	if r < '①' || r > '⑳' {
		return "", 0, false
	}
	digits := [...]string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10",
		"11", "12", "13", "14", "15", "16", "17", "18", "19", "20"}
	return digits[r-'①'], sheet.SkipSigns(text, at+size, ":.、)"), true
}

// particles stand before the rest of a sentence that begins as a heading does, and
// particleBegins are their first characters.
var (
	particles      = [...]string{"から", "まで", "及び", "や", "と", "の", "に", "を", "は", "が", "で", "も", "へ", "、", ",", "・", "~", "～"}
	particleBegins = ja.NewCharacters("かま及やとのにをはがでもへ、,・~～")
)

// mayBeName reports whether what follows the number of a heading is a name, or
// nothing, and no sentence that goes on.
func mayBeName(name string, parted bool) bool {
	if strings.Contains(name, "。") || ja.LongerThan(name, maxNameRunes+20) {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(name); !particleBegins.Has(first) {
		return parted || name == "" || !startsKana(name)
	}
	if beginsPhrase(name) {
		return false
	}
	for _, particle := range particles {
		behind, found := strings.CutPrefix(name, particle)
		if !found {
			continue
		}
		// A name may begin with such a sound (にぎわい), but hardly with a word
		// in kanji behind it.
		next, size := utf8.DecodeRuneInString(behind)
		if size == 0 || next < 'ぁ' || next > 'ヿ' || next == '・' {
			return false
		}
	}
	return parted || name == "" || !startsKana(name)
}

func startsKana(name string) bool {
	r, _ := utf8.DecodeRuneInString(name)
	return r >= 'ぁ' && r <= 'ん'
}

// partName is a part's label as it was read.
type partName struct {
	entry  *partEntry
	number string
	fy     int
	// start and end are where the label begins and where its text does.
	start, end int
}

// readPartLabel reads the label of a part of a card: 1 予算額, - 2 目的及び効果,
// 事業概要, 3. 事業概要, 1予算額1億円.
func readPartLabel(text string) (label partName, ok bool) {
	number, at := partNumber(text)
	if !mayBeginPart(text[at:]) {
		return partName{}, false
	}
	label.number = number
	if ja.MayBeginYear(text[at:]) {
		if fy, start, end, isYear := ja.FindFiscalYear(text[at:min(len(text), at+40)]); isYear && start == 0 {
			label.fy = fy
			at = sheet.SkipSigns(text, at+end, "の")
		}
	}
	label.start = at
	entry, rest, found := partLabels.FindPrefix(text[at:])
	if found {
		if entry.part == budgetPart && goesOnAsPhrase(text[at+rest:]) {
			return partName{}, false // 予算額 の内訳
		}
		rest = labelEnd(text[at:], rest)
	} else {
		entry, rest, found = joinedPartLabel(text[at:], label.number != "")
	}
	if !found || label.number == "" && !entry.bare || label.fy != 0 && entry.part != budgetPart {
		return partName{}, false
	}
	label.entry, label.end = entry, at+rest
	return label, true
}

// labelText returns a label as printed, without the colon behind it and the line
// end inside it.
func labelText(text string) string {
	return strings.ReplaceAll(ja.TrimSpace(strings.TrimRight(ja.TrimSpace(text), ":：")), "\n", "")
}

// labelEnd returns where a label ends with which a text begins: a bracket that
// holds a number, or a word that a blank parts from the label, is none of it
// (予算額 (債務負担行為 500千円), 事業概要 (1) 広報); a unit is (予算額 (千円)).
func labelEnd(text string, rest int) int {
	if !openBrackets.In(text[:rest]) {
		return rest
	}
	open, closed, end := sheet.NextBracket(text, 0)
	if open == 0 || end > rest {
		return rest
	}
	_, size := utf8.DecodeRuneInString(text[open:])
	inner := ja.TrimSpace(text[open+size : closed])
	joined := open == sheet.SkipBlanks(text, open) && wrapBlanks.TrimRight(text[:open]) == text[:open]
	if ja.IsUnit(inner) || joined && !sheet.HasDigit(inner) {
		return rest
	}
	return open
}

// openBrackets are the brackets that sheet.NextBracket finds.
var openBrackets = ja.NewCharacters("(（[［〔")

// mayBeginPart reports whether a label of a part, or the year before one, may
// begin as a text does. Most texts begin with another kana or kanji.
func mayBeginPart(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return first < 'ぁ' || first > '鿿' || first == '・' || partBegins.Has(first)
}

// partBegins has the first characters of the labels of parts, and those of eras.
var partBegins = func() *ja.Characters {
	begins := "明大昭平令㍾㍽㍼㍻㋿"
	for i := range parts {
		for _, spelling := range parts[i].spellings {
			_, size := utf8.DecodeRuneInString(spelling)
			begins += spelling[:size]
		}
	}
	return ja.NewCharacters(begins)
}()

var wrapBlanks = ja.NewCharacters(sheet.WrapBlanks)

// partNumber reads the number before a label, with the dashes before it and the
// sign behind it.
func partNumber(text string) (number string, rest int) {
	at := 0
	for strings.HasPrefix(text[at:], "-") || strings.HasPrefix(text[at:], "－") || strings.HasPrefix(text[at:], "・") {
		_, size := utf8.DecodeRuneInString(text[at:])
		at = sheet.SkipBlanks(text, at+size)
	}
	if r, size := utf8.DecodeRuneInString(text[at:]); r >= '①' && r <= '⑳' {
		return "①", sheet.SkipBlanks(text, at+size)
	}
	open := at
	if at < len(text) && (text[at] < '0' || text[at] > '9') {
		open = sheet.SkipSigns(text, at, "(")
	}
	end := open
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !sheet.IsDigit(r) {
			break
		}
		end += size
	}
	if end == open || end-open > 6 {
		return "", at
	}
	return ja.Fold(text[open:end]), sheet.SkipSigns(text, end, ".)、:")
}

// joinedPartLabel knows a label to which its text is joined without a blank.
func joinedPartLabel(text string, numbered bool) (*partEntry, int, bool) {
	if first, _ := utf8.DecodeRuneInString(text); !partBegins.Has(first) {
		return nil, 0, false
	}
	for i := range parts {
		for _, spelling := range parts[i].spellings {
			behind, found := strings.CutPrefix(text, spelling)
			if !found || !parts[i].bare {
				continue
			}
			next, size := utf8.DecodeRuneInString(behind)
			switch {
			case size == 0:
			case parts[i].part == budgetPart && (sheet.IsDigit(next) || next == '¥' || next == '約'):
				return &parts[i], len(spelling), true
			case parts[i].part != budgetPart && numbered && !strings.ContainsRune("のをはがにとでも、・等", next):
				return &parts[i], len(spelling), true
			}
		}
	}
	return nil, 0, false
}

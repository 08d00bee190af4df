package ja

import "strings"

// Fields cuts a cell into which several were joined at the blanks outside
// brackets, and leaves together what belongs to one value: a number and its
// unit, a value and the brackets behind it, 以上 and the like.
//
//	52件 62件 66件                 three values
//	93.2% (90.6%H26.3末) 94.0 %    two
//	目標 550 件 実績 0 件          目標, 550 件, 実績, 0 件
//
// unit is the unit that the values are expected to have, if any. The fields are
// substrings of s.
func Fields(s, unit string) []string {
	fields := make([]string, 0, usualFields)
	start, end := 0, 0
	for i := skipBlanks(s, 0); i < len(s); {
		next := fieldEnd(s, i)
		switch {
		case end == 0:
			start = i
		case !belongsTogether(s[start:end], s[i:next], unit):
			fields = append(fields, s[start:end])
			start = i
		}
		end = next
		i = skipBlanks(s, next)
	}
	if end > 0 {
		fields = append(fields, s[start:end])
	}
	return fields
}

// usualFields is how many fields most cells have at most.
const usualFields = 4

// longestBracket is how many bytes a bracket inside a value may have; one that
// is closed later was opened by mistake.
const longestBracket = 600

// fieldEnd returns the next blank outside brackets behind byte i.
func fieldEnd(s string, i int) int {
	for i < len(s) {
		if plain := plainEnd(s, i); plain > i {
			i = plain
			continue
		}
		r, size := decodeAt(s, i)
		if isBlank(r) {
			return i
		}
		if opener(r) != 0 {
			if _, end, ok := matchBracket(s[:min(len(s), i+longestBracket)], i); ok {
				i = end
				continue
			}
		}
		i += size
	}
	return i
}

// belongsTogether reports whether two pieces with a blank between are one value.
func belongsTogether(value, next, unit string) bool {
	if kind, _ := openerAt(next, 0); kind != 0 {
		return true
	}
	word, meaning := prefixOf(value)
	if meaning != saysNothing && word == value {
		return HasDigit(next)
	}
	if !HasDigit(value) {
		return false
	}
	if endsInMagnitude(value) {
		if _, end, ok := compoundAt(value+" "+next, 0); ok && end > len(value) {
			return true
		}
	}
	if suffix, meaning := suffixOf(next); meaning != saysNothing && suffix == next {
		return true
	}
	return isBareNumber(value[skipBlanks(value, len(word)):]) && beginsWithUnit(next, unit)
}

// endsInMagnitude reports whether s ends as the first part of an amount in
// several: 1億.
func endsInMagnitude(s string) bool {
	for _, word := range [...]string{"万", "億", "兆"} {
		if strings.HasSuffix(s, word) {
			return true
		}
	}
	return false
}

// isBareNumber reports whether s is a number without a unit, also one in several
// parts (1億2,000), or 3/17.
func isBareNumber(s string) bool {
	s, _ = cutSign(s)
	if _, end, ok := numeralAt(s, 0); ok && (end == len(s) || isSlashed(s[end:])) {
		return true
	}
	_, end, ok := compoundAt(s, 0)
	return ok && end == len(s)
}

// beginsWithUnit reports whether s is a unit, with or without a bracket or a
// word like 以上 behind it.
func beginsWithUnit(s, expected string) bool {
	if isCommonUnit(s) {
		return true
	}
	s, _, _, _ = CutBracket(s)
	for {
		word, meaning := suffixOf(s)
		if meaning == saysNothing || word == s {
			break
		}
		s = s[:len(s)-len(word)]
	}
	return IsUnit(s) || expected != "" && Key(s) == Key(expected)
}

// isSlashed reports whether s is the second half of a rank: /17.
func isSlashed(s string) bool {
	slash, size := foldAt(s, 0)
	return slash == '/' && digitsEnd(s, size) == len(s) && len(s) > size
}

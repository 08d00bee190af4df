package ja

import (
	"strings"
	"unicode/utf8"
)

func foldBeforePrinted(s string) (rune, int) { return utf8.DecodeLastRuneInString(s) }

// tagBlanks part the names and values inside a tag; a no-break blank is what some
// extraction puts for any other.
const tagBlanks = " \t\r\n\u00a0"

// Names end where one of tagNameEnds stands; what parts them stands in tagGaps.
var (
	tagSpaces    = NewCharacters(tagBlanks)
	tagGaps      = NewCharacters(tagBlanks + "/>")
	tagNameEnds  = NewCharacters(tagBlanks + "/>=\"'")
	tagValueEnds = NewCharacters(tagBlanks + ">")
)

// findInputs finds <input type="radio" checked> in all its spellings.
func findInputs(s string) (boxes []box) {
	for i := strings.IndexByte(s, '<'); i >= 0 && i < len(s); {
		if end, _, ok := tagAt(s, i); ok {
			if ticked, isBox := readInput(s[i:end]); isBox {
				boxes = append(boxes, box{i, end, ticked})
			}
			i = end - 1
		}
		next := strings.IndexByte(s[i+1:], '<')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return boxes
}

// tickedWord and emptyWord stand for boxes.
const tickedWord, emptyWord = ":selected:", ":unselected:"

// findSelectionWords finds :selected: and :unselected:.
func findSelectionWords(s string) (boxes []box) {
	for i := 0; ; {
		next := strings.IndexByte(s[i:], ':')
		if next < 0 {
			return boxes
		}
		i += next
		switch {
		case strings.HasPrefix(s[i:], tickedWord):
			boxes = append(boxes, box{i, i + len(tickedWord), true})
			i += len(tickedWord)
		case strings.HasPrefix(s[i:], emptyWord):
			boxes = append(boxes, box{i, i + len(emptyWord), false})
			i += len(emptyWord)
		default:
			i++
		}
	}
}

// readInput reads one tag, whether it is a box and whether it is ticked.
func readInput(tag string) (ticked, isBox bool) {
	name, rest := cutName(tag[1:])
	if !isWord(name, "input") {
		return false, false
	}
	isBox = true
	for {
		rest = tagGaps.TrimLeft(rest)
		if rest == "" {
			return ticked, isBox
		}
		var attribute, value string
		attribute, rest = cutName(rest)
		if attribute == "" {
			rest = rest[1:]
			continue
		}
		value, rest = cutValue(rest)
		switch {
		case isWord(attribute, "checked"):
			ticked = !isWord(value, "false")
		case isWord(attribute, "type"):
			isBox = isWord(value, "radio") || isWord(value, "checkbox")
		}
	}
}

// isWord reports whether s is a word in ASCII, in capitals or not; most are told by their
// length.
func isWord(s, word string) bool { return len(s) == len(word) && strings.EqualFold(s, word) }

// cutName cuts the name of a tag or attribute off.
func cutName(s string) (name, rest string) {
	end := tagNameEnds.Index(s)
	if end < 0 {
		end = len(s)
	}
	return s[:end], s[end:]
}

// cutValue cuts ="value", ='value' or =value off.
func cutValue(s string) (value, rest string) {
	s = tagSpaces.TrimLeft(s)
	if !strings.HasPrefix(s, "=") {
		return "", s
	}
	s = tagSpaces.TrimLeft(s[1:])
	if s != "" && (s[0] == '"' || s[0] == '\'') {
		if end := strings.IndexByte(s[1:], s[0]); end >= 0 {
			return s[1 : 1+end], s[end+2:]
		}
	}
	end := tagValueEnds.Index(s)
	if end < 0 {
		end = len(s)
	}
	return s[:end], s[end:]
}

// findCheckSigns finds ☑ and its like. A ■, or レ as a word of its own, is a box only
// beside another sign.
func findCheckSigns(s string) (boxes []box) {
	sure := false
	for i := 0; i < len(s); {
		r, size := decodeAt(s, i)
		switch r {
		case '☑', '☒', '✓', '✔', '✅', '🗹', '🗷':
			boxes, sure = append(boxes, box{i, i + size, true}), true
		case '☐', '□', '⬜', '🔲', '▢', '◻', '◽':
			boxes, sure = append(boxes, box{i, i + size, false}), true
		case '■', '⬛', '🔳', '◼', '◾':
			boxes = append(boxes, box{i, i + size, true})
		case 'レ', 'ﾚ':
			if standsBetweenBlanks(s, i, i+size) {
				boxes = append(boxes, box{i, i + size, true})
			}
		}
		i += size
	}
	if !sure {
		return nil
	}
	return boxes
}

// standsBetweenBlanks reports whether nothing but blanks stands beside s[start:end], or a
// tag before it that ends a line.
func standsBetweenBlanks(s string, start, end int) bool {
	before, size := foldBefore(s, start)
	behind, _ := foldAt(s, end)
	return (size == 0 || isBlank(before) || before == '>' && endsInBreak(s[:start])) && end < len(s) && isBlank(behind)
}

// endsInBreak reports whether a text ends with a tag that ends a line.
func endsInBreak(s string) bool {
	open := strings.LastIndexByte(s, '<')
	if open < 0 {
		return false
	}
	end, breaks, ok := tagAt(s, open)
	return ok && breaks && end == len(s)
}

// findCircles finds ● and ○ and their like, with the brackets round them: (●) (○).
func findCircles(s string) (boxes []box) {
	for i := 0; i < len(s); {
		r, size := decodeAt(s, i)
		switch r {
		case '●', '◉', '⦿', '◎', '⚫', '🔘':
			boxes = append(boxes, withRoundBrackets(s, box{i, i + size, true}))
		case '○', '◯', '⚪':
			boxes = append(boxes, withRoundBrackets(s, box{i, i + size, false}))
		}
		i += size
	}
	return boxes
}

// withRoundBrackets returns a box with the brackets that enclose its sign.
func withRoundBrackets(s string, b box) box {
	before, opened := foldBefore(s, b.start)
	behind, closed := foldAt(s, b.end)
	if opened == 0 || closed == 0 || before != '(' || behind != ')' {
		return b
	}
	return box{b.start - opened, b.end + closed, b.ticked}
}

func findSquareBrackets(s string) []box { return findBrackets(s, '[') }

func findRoundBrackets(s string) []box { return findBrackets(s, '(') }

// findBrackets finds brackets of one kind that hold a mark or nothing.
func findBrackets(s string, wanted byte) (boxes []box) {
	for i := 0; i < len(s); {
		kind, size := openerAt(s, i)
		if kind != wanted {
			i += size
			continue
		}
		end, ticked, ok := bracketBox(s, i+size, wanted)
		if !ok {
			i += size
			continue
		}
		boxes = append(boxes, box{i, end, ticked})
		i = end
	}
	return boxes
}

// bracketBox reads a mark or blanks and the closing bracket at byte i.
func bracketBox(s string, i int, wanted byte) (end int, ticked, ok bool) {
	inside := i
	i = skipBlanks(s, i)
	if i == len(s) {
		return 0, false, false
	}
	r, size := decodeAt(s, i)
	if isTick(r) {
		ticked = true
		i = skipBlanks(s, i+size)
	}
	if i == len(s) {
		return 0, false, false
	}
	r, size = decodeAt(s, i)
	// () without a blank between is part of a word, as in f().
	return i + size, ticked, closer(r) == wanted && i > inside
}

func isTick(r rune) bool {
	switch FoldRune(r) {
	case 'x', 'X', '×', '✓', '✔', '☑', 'レ', 'ﾚ', 'v', '○', '◯', '●', '◎', '■', '*':
		return true
	}
	return false
}

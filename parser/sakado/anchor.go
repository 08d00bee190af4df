package sakado

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// itemNumber reads a cell that holds an item's number: 12, 4., No.5, (6), ③, 2-1, 2-(1), ア-3;
// also with the mark of a note, 8※.
func itemNumber(text string) (number string, ok bool) {
	if len(text) > maxMarkBytes || ja.BeginsWithIdeograph(text) || endsWithIdeograph(text) || len(text) > 3 && text[len(text)-1] == '%' {
		return "", false // as most cells
	}
	if isNumberPart(text) {
		return text, true
	}
	if !ja.HasDigit(text) {
		return circledNumber(text)
	}
	text = ja.TrimNoteMark(sheet.TrimQuotes(ja.Fold(ja.StripMarkup(text))))
	text = strings.TrimPrefix(strings.TrimPrefix(text, "No."), "No")
	text, _ = ja.TrimBrackets(ja.TrimSpace(strings.TrimSuffix(text, ".")))
	level := 0
	for part := range strings.SplitSeq(text, "-") {
		if level > 0 {
			part, _ = ja.TrimBrackets(part)
		}
		if level >= maxNumberLevels || !isNumberPart(part) && (level > 0 || len(part) == len(text) || !isKana(part)) {
			return text, false
		}
		level++
	}
	return text, true
}

// isKana reports whether a text is one kana, as a 基本方針 is numbered by.
func isKana(text string) bool {
	first, size := utf8.DecodeRuneInString(text)
	return size == len(text) && first >= 'ア' && first <= 'ン'
}

// endsWithIdeograph reports whether a text ends as no number does, and most others do.
func endsWithIdeograph(text string) bool {
	return len(text) > 2 && ja.BeginsWithIdeograph(text[len(text)-3:])
}

// isNumberPart reports whether a text is one to three digits, and not zero.
func isNumberPart(text string) bool {
	if text == "" || len(text) > 3 || strings.Trim(text, "0") == "" {
		return false
	}
	return strings.Trim(text, "0123456789") == ""
}

// maxNumberLevels is how many parts a number may have: 2-1.
const maxNumberLevels = 2

// circledNumber reads a number from ① to ⑳.
func circledNumber(text string) (number string, ok bool) {
	first, size := utf8.DecodeRuneInString(text)
	if first < '①' || first > '⑳' || size < len(text) {
		return "", false
	}
	return strconv.Itoa(int(first-'①') + 1), true
}

// anchor is where an item begins in a row.
type anchor struct {
	policy, number, name sheet.Token
	// at is the token behind the number, or behind the name where that is
	// joined to it.
	at    int
	index int32 // of the column No.
}

// findAnchor looks for an item's number at the start of a row: alone, with the
// policy before it, or joined to the policy or the name.
func (f *facts) findAnchor(row []sheet.Token) (a anchor, ok bool) {
	for i := 0; i < min(2, len(row)); i++ {
		token := row[i]
		if _, isNumber := itemNumber(token.Text); isNumber {
			if i+1 >= len(row) || f.isFigure(row[i+1].Text) || !f.isNamedItem(row[i+1:]) && (i > 0 && !f.isPolicy(row[0].Text) || f.isStateWord(row[i+1].Text)) {
				return a, false
			}
			a.number, a.at, a.index = token, i+1, token.Index
			return a, true
		}
		if number, name, joined := splitNumberedName(token); joined && i+1 < len(row) {
			lacksSections := !f.isDepartments(row[i+1].Text)
			if !lacksSections || f.isWithoutSections(row[i:], name) {
				a.number, a.name, a.at, a.index = number, name, i+1, token.Index
				if row[i+1].Index == token.Index+1 || lacksSections && row[i+1].Index == token.Index+2 {
					a.index-- // the cell was lost that the name stood in
				}
				return a, true
			}
		}
		if i > 0 {
			break
		}
		if policy, number, joined := f.splitPolicyNumber(token); joined && len(row) > 2 {
			a.policy, a.number, a.at, a.index = policy, number, 1, token.Index
			return a, true
		}
		if begun, joined := f.splitPolicyName(token); joined && i+1 < len(row) && f.isDepartments(row[i+1].Text) {
			begun.at, begun.index = i+1, row[i+1].Index-2
			return begun, true
		}
		a.policy = token
	}
	return a, false
}

// isNamedItem reports whether sections or a running text stand behind the first of cells, as
// behind the name of an item, and as behind no value.
func (f *facts) isNamedItem(cells []sheet.Token) bool {
	return len(cells) > 1 && (f.isDepartments(cells[1].Text) || isSentence(cells[1].Text))
}

// numberEnds part a number from the name behind it.
var numberEnds = ja.NewCharacters(" 　.．")

// splitNumberedName parts 12 統一的な… into number and name.
func splitNumberedName(token sheet.Token) (number, name sheet.Token, ok bool) {
	if ja.BeginsWithIdeograph(token.Text) {
		return number, name, false // no number, as most cells
	}
	parts := numberEnds.Index(token.Text[:min(len(token.Text), maxMarkBytes)])
	if parts <= 0 {
		return number, name, false
	}
	if _, isNumber := itemNumber(token.Text[:parts]); !isNumber || brackets.In(token.Text[:parts]) {
		return number, name, false
	}
	rest := numberEnds.TrimLeft(token.Text[parts:])
	number = sheet.Token{Cell: token.Slice(0, parts), Row: token.Row, Joined: true}
	name = sheet.Token{Cell: token.Slice(len(token.Text)-len(rest), len(token.Text)), Row: token.Row, Joined: true}
	return number, name, rest != ""
}

// splitPolicyNumber parts a cell of a policy with the number behind it.
func (f *facts) splitPolicyNumber(token sheet.Token) (policy, number sheet.Token, ok bool) {
	if !f.isPolicy(token.Text) || endsWithIdeograph(token.Text) {
		return policy, number, false
	}
	blank := strings.LastIndexAny(token.Text, " 　")
	if blank <= 0 {
		return policy, number, false
	}
	_, size := utf8.DecodeRuneInString(token.Text[blank:])
	if _, isNumber := itemNumber(token.Text[blank+size:]); !isNumber {
		return policy, number, false
	}
	policy = sheet.Token{Cell: token.Slice(0, blank), Row: token.Row, Joined: true}
	number = sheet.Token{Cell: token.Slice(blank+size, len(token.Text)), Row: token.Row, Joined: true}
	return policy, number, true
}

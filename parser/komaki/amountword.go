package komaki

import (
	"strings"
	"unicode/utf8"
)

// findAmountWord returns the word before an amount and where it stands, -1 if
// there is none. A line wrap may part it: 債務 負担行為.
func findAmountWord(text string) (word, at int) {
	for i := range amountLines {
		if at := strings.Index(text, amountLines[i].word); at >= 0 {
			return i, at
		}
	}
	if !wrapBlanks.In(text) || len(text) > maxAmountBytes {
		return 0, -1
	}
	for i := range amountLines {
		_, size := utf8.DecodeRuneInString(amountLines[i].word)
		for at := 0; at < len(text); at++ {
			found := strings.Index(text[at:], amountLines[i].word[:size])
			if found < 0 {
				break
			}
			if at += found; wordEndAt(text, at, amountLines[i].word) > 0 {
				return i, at
			}
		}
	}
	return 0, -1
}

// wordEndAt returns where a word ends that stands at a byte of a text, perhaps with the
// blanks of a line wrap inside; 0 where it does not.
func wordEndAt(text string, at int, word string) int {
	for i, r := range word {
		if i > 0 {
			at = len(text) - len(wrapBlanks.TrimLeft(text[at:]))
		}
		next, size := utf8.DecodeRuneInString(text[at:])
		if next != r {
			return 0
		}
		at += size
	}
	return at
}

package komaki

import "sheetconv/parser/internal/ja"

// maxYearHead is how long the head of a year's column may be.
const maxYearHead = len("令和10年度目標値") + len("   ")

// eraBegins are the first characters of the names and letters of eras.
var eraBegins = ja.NewCharacters("明大昭平令MTSHR")

// closeEra returns the head of one year's column without the blanks that line wraps left
// inside the year: R 6, 令 和6年度. Other texts are given back as they are.
func closeEra(text string) string {
	if len(text) > maxYearHead || !holdsBlank(text) || !eraBegins.Has(firstOf(text)) {
		return text
	}
	closed := ja.Squeeze(text)
	fy, start, end, ok := ja.FindFiscalYear(closed)
	if !ok || start > 0 {
		return text
	}
	if known, first, _, isYear := ja.FindFiscalYear(text); isYear && first == 0 && known == fy {
		return text // the blank stands elsewhere
	}
	if _, isWord := yearWords.Find(closed[end:]); end < len(closed) && !isWord {
		return text
	}
	return closed
}

func firstOf(text string) rune {
	for _, r := range text {
		return r
	}
	return 0
}

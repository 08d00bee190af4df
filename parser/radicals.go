package parser

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/decode"
	"sheetconv/parser/internal/sheet"
)

// addRadicals reports the radicals that were read as characters: extraction that writes
// some writes many, so that each document has one report, at the first of them.
func addRadicals(sections []*sheet.Section, text decode.Text) {
	radicals := text.Radicals
	for _, section := range sections {
		count := 0
		for count < len(radicals) && radicals[count].Offset < section.End {
			count++
		}
		if count > 0 {
			reportRadicals(section.Document, text.String, radicals[:count])
			radicals = radicals[count:]
		}
	}
}

func reportRadicals(document *model.Document, text string, radicals []decode.Radical) {
	first := radicals[0].Offset
	line := strings.LastIndexByte(text[:first], '\n') + 1
	at := model.Position{
		Line:   int32(strings.Count(text[:line], "\n")) + 1,
		Column: int32(utf8.RuneCountInString(text[line:first])) + 1,
	}
	read := wordAt(text, first)
	printed := []byte(read)
	var letters []rune
	for _, radical := range radicals {
		if radical.Offset < first+len(read) {
			utf8.AppendRune(printed[:radical.Offset-first], radical.Printed)
		}
		if !slices.Contains(letters, radical.Printed) && len(letters) < maxNamedLetters {
			letters = append(letters, radical.Printed)
		}
	}
	document.Diagnostics = append(document.Diagnostics,
		model.NewDiagnostic(model.CodeRadical, at, strconv.Itoa(len(radicals)), string(printed), read, codePoints(letters)))
	sheet.SortDiagnostics(document.Diagnostics)
}

const (
	// maxNamedLetters is how many letters a report names, and shownRunes how much of a
	// word it shows.
	maxNamedLetters = 8
	shownRunes      = 6
)

// wordAt returns the beginning of the word at a byte of a text.
func wordAt(text string, at int) string {
	end, count := at, 0
	for i, r := range text[at:] {
		if count == shownRunes || !unicode.IsLetter(r) {
			break
		}
		end, count = at+i+utf8.RuneLen(r), count+1
	}
	return text[at:end]
}

func codePoints(letters []rune) string {
	names := make([]string, len(letters))
	for i, letter := range letters {
		names[i] = fmt.Sprintf("%U", letter)
	}
	return strings.Join(names, ", ")
}

package sheet

import (
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/ja"
)

// ReadBoxes reads the options of a text where boxes are due: there one mark before
// a few words is a box, too, which elsewhere would be a list's. found is false
// where the text has no box.
func ReadBoxes(text string) (options []ja.Option, found bool) {
	if options, found := ja.ReadOptions(text); found {
		return options, true
	}
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	if !isBox(first) || isBox(last) || strings.ContainsAny(text, "。\n") {
		return nil, false
	}
	for text != "" {
		mark, size := utf8.DecodeRuneInString(text)
		end := strings.IndexFunc(text[size:], isBox)
		if end < 0 {
			end = len(text) - size
		}
		if words := ja.TrimSpace(text[size : size+end]); words != "" {
			options = append(options, ja.Option{Text: words, Ticked: mark != '□' && mark != '○'})
		}
		text = text[size+end:]
	}
	return options, len(options) > 0
}

func isBox(r rune) bool { return boxMarks.Has(r) }

var boxMarks = ja.NewCharacters("■□●○◎◉")

// OptionTexts returns the texts of options, and of those that are ticked; an
// option without words is left out.
func OptionTexts(options []ja.Option) (offered, ticked []string) {
	for _, option := range options {
		if option.Text == "" {
			continue
		}
		offered = append(offered, option.Text)
		if option.Ticked {
			ticked = append(ticked, option.Text)
		}
	}
	return offered, ticked
}

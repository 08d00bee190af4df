package sheet

import (
	"unicode/utf8"

	"sheetconv/parser/internal/ja"
)

// ownSections are what the names of sections end with that need no other name
// before them, as 係 and 担当 do.
var ownSections = []string{"課", "室", "センター", "館", "所", "署", "園"}

// listCommas part the names of a list, and listMarks with dots, which may be part of a name.
var (
	listCommas = ja.NewCharacters("、，/／")
	listMarks  = ja.NewCharacters("、，/／・･")
)

// SplitDepartments parts a cell that names several sections: 国保年金課
// 健康推進課, 国保年金課・健康推進課, 国保年金課／健康推進課. A section with its part (学校教育課 指導係) and one
// whose name is wrapped (健康推 進課) are one, and given back as they stand. A comma
// behind a name stays with it.
func SplitDepartments(token Token) []Token {
	for _, split := range [...]func(Token) []Token{SplitWords, unsplit} {
		for _, marks := range [...]*ja.Characters{listMarks, listCommas} {
			if names := splitAtMarks(token, marks, split); names != nil {
				return names
			}
		}
		if !listMarks.In(token.Text) {
			break
		}
	}
	return []Token{token}
}

// unsplit gives a name back as it stands, with the blanks of a line wrap.
func unsplit(token Token) []Token { return []Token{token} }

// splitAtMarks parts a cell at marks, and what stands between them as split does; nil where
// a part is no section.
func splitAtMarks(token Token, marks *ja.Characters, split func(Token) []Token) []Token {
	var names []Token
	rest := token
	for rest.Text != "" {
		end := len(rest.Text)
		if at := marks.Index(rest.Text); at >= 0 {
			_, size := utf8.DecodeRuneInString(rest.Text[at:])
			end = at + size
		}
		part := rest
		part.Cell = rest.Slice(0, end)
		for _, word := range split(part) {
			if last := len(names) - 1; last >= 0 && marks.Trim(word.Text) == "" {
				start := int(names[last].Offset - token.Offset) // a blank stands before the mark
				names[last].Cell = token.Slice(start, int(word.Offset-token.Offset)+len(word.Text))
				continue
			}
			names = append(names, word)
		}
		rest.Cell = rest.Slice(end, len(rest.Text))
	}
	for _, name := range names {
		if !isOwnSection(SectionName(name.Text)) {
			return nil
		}
	}
	return names
}

// SectionName returns the name of a section without markup, the blanks of a line
// wrap and the mark that parts it from the next one.
func SectionName(text string) string {
	return ja.TrimSpace(listMarks.TrimRight(ja.TrimSpace(ja.Unwrap(ja.StripMarkup(text)))))
}

func isOwnSection(name string) bool {
	return EndsWithAny(WithoutBracket(name), ownSections...) && len(SplitSections(name)) == 1
}

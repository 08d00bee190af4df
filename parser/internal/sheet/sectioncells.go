package sheet

import "sheetconv/parser/internal/ja"

// ownSections are what the names of sections end with that need no other name
// before them, as 係 and 担当 do.
var ownSections = []string{"課", "室", "センター", "館", "所", "署", "園"}

// listCommas part the names of a list.
var listCommas = ja.NewCharacters("、，")

// SplitDepartments parts a cell that names several sections: 国保年金課
// 健康推進課. A section with its part (学校教育課 指導係) and one whose name is
// wrapped (健康推 進課) are one, and given back as they stand. A comma behind a
// name stays with it.
func SplitDepartments(token Token) []Token {
	var names []Token
	rest := token
	for rest.Text != "" {
		end := listCommas.Index(rest.Text)
		if end < 0 {
			end = len(rest.Text)
		} else {
			end += len("、")
		}
		part := rest
		part.Cell = rest.Slice(0, end)
		names = append(names, SplitWords(part)...)
		rest.Cell = rest.Slice(end, len(rest.Text))
	}
	for _, name := range names {
		if !isOwnSection(SectionName(name.Text)) {
			return []Token{token}
		}
	}
	return names
}

// SectionName returns the name of a section without markup, the blanks of a line
// wrap and the comma that parts it from the next one.
func SectionName(text string) string {
	return ja.TrimSpace(listCommas.TrimRight(ja.Unwrap(ja.StripMarkup(text))))
}

func isOwnSection(name string) bool {
	return EndsWithAny(WithoutBracket(name), ownSections...) && len(SplitSections(name)) == 1
}

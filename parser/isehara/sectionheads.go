package isehara

import (
	"unicode/utf8"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// nameMarks part the names of persons.
var nameMarks = ja.NewCharacters("、，/／・･")

// setSectionHeads enters the persons at the head of the sections that one cell names, where
// their cell names as many. It reports whether it does.
func (r *reader) setSectionHeads(count int, sections, value sheet.Token) bool {
	heads, marks := splitPersons(value)
	if len(heads) != count {
		heads, marks = pairPersons(value), nil
	}
	if len(heads) != count {
		return false
	}
	for i, section := range sheet.SplitDepartments(sections) {
		section.Text = sheet.SectionName(section.Text)
		if own := r.knownDepartment(section); own >= 0 {
			r.setDepartment(own, sectionHeadColumn, heads[i])
		}
	}
	for _, mark := range marks {
		r.Skip(mark.Cell)
	}
	return true
}

// splitPersons parts a cell at the marks between persons: 大堤 透／河井 澄.
func splitPersons(value sheet.Token) (persons, marks []sheet.Token) {
	for at := 0; at < len(value.Text); {
		end, size := nameMarks.Index(value.Text[at:]), 0
		if end < 0 {
			end = len(value.Text)
		} else {
			end += at
			_, size = utf8.DecodeRuneInString(value.Text[end:])
			marks = append(marks, part(&value, end, end+size))
		}
		if ja.TrimSpace(value.Text[at:end]) == "" {
			return nil, nil
		}
		persons = append(persons, part(&value, at, end))
		at = end + size
	}
	return persons, marks
}

// maxNameWord is how many characters a family name or a given one has at most.
const maxNameWord = 4

// pairPersons parts a cell of family names that a given one follows each, with no marks
// between: 大堤 透 河井 澄.
func pairPersons(value sheet.Token) (persons []sheet.Token) {
	words := sheet.SplitWords(value)
	if len(words)%2 != 0 {
		return nil
	}
	for i := 0; i < len(words); i += 2 {
		given := words[i+1]
		if ja.LongerThan(words[i].Text, maxNameWord) || ja.LongerThan(given.Text, maxNameWord) {
			return nil
		}
		persons = append(persons, part(&value, int(words[i].Offset-value.Offset), int(given.Offset-value.Offset)+len(given.Text)))
	}
	return persons
}

// beginsWithPerson reports whether the words of a cell are a family name and a given one
// before sections: 沢田 修 ごみ減量課／公園課.
func beginsWithPerson(words []sheet.Token) bool {
	if len(words) != 3 || len(sheet.SplitSections(words[2].Text)) == 0 {
		return false
	}
	for _, word := range words[:2] {
		if ja.LongerThan(word.Text, maxNameWord) || isSection(word.Text) || nameMarks.In(word.Text) {
			return false
		}
	}
	return true
}

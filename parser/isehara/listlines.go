package isehara

import (
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// listMark begins the items of a list in Markdown.
const listMark = "- "

// withoutListMarks returns the cells without the marks of a list that stand before an
// option's circle, which itself is the mark of a list elsewhere: - ● 高い (A).
func withoutListMarks(g *grid.Grid, cells []sheet.Token) []sheet.Token {
	if g.Layout != grid.Tabs && g.Layout != grid.PipeRows || !holdsListedOption(g.Text) {
		return cells
	}
	kept := cells[:0]
	above := none
	for i := range cells {
		token := cells[i]
		if token.Label != sheet.NoLabel {
			above = kindOf(token)
		}
		var option string
		isParted := above == boxes && token.Text == listMark[:1] && token.Joined && i+1 < len(cells) && cells[i+1].Row == token.Row && cells[i+1].Joined
		if isParted {
			option = cells[i+1].Text // with the words of a label
		} else if option = strings.TrimPrefix(token.Text, listMark); option == token.Text || above != criterion && above != boxes {
			kept = append(kept, token)
			continue
		}
		option = blankCharacters.TrimLeft(option)
		first, _ := utf8.DecodeRuneInString(option)
		switch {
		case token.Index != 0 || !optionCircles.Has(first):
			kept = append(kept, token)
		case isParted:
			g.Claim(token.Cell, grid.Decoration)
		default:
			at := len(token.Text) - len(option)
			g.Claim(token.Slice(0, at), grid.Decoration)
			token.Cell = token.Slice(at, len(token.Text))
			kept = append(kept, token)
		}
	}
	return kept
}

// holdsListedOption reports whether the circle of an option stands behind the mark of a list.
func holdsListedOption(text string) bool {
	for {
		_, behind, found := strings.Cut(text, listMark)
		if !found {
			return false
		}
		text = behind
		if first, _ := utf8.DecodeRuneInString(strings.TrimLeft(behind, " ")); optionCircles.Has(first) {
			return true
		}
	}
}

// optionCircles are the circles and squares before options.
var optionCircles = ja.NewCharacters("●○◉◎◯■□")

// goesOnWithLine reports whether a line may go on with the line right above it, which is
// none of a table: as the next item of its list, or with a sentence.
func (r *reader) goesOnWithLine(token sheet.Token) bool {
	if r.open == nil || r.Grid.Layout != grid.PipeRows || r.Next < 2 {
		return false
	}
	above := r.Tokens[r.Next-2]
	if above.Label != sheet.NoLabel || !r.standsAlone(above) || r.Grid.Rows[above.Row].Width != 1 || r.Grid.Rows[token.Row].Width != 1 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(above.Text)
	own, _ := utf8.DecodeRuneInString(token.Text)
	return first == own && lineMarks.Has(own) || sheet.IsDigit(first) && sheet.IsDigit(own) || strings.HasSuffix(token.Text, "。")
}

// lineMarks begin the items of lists.
var lineMarks = ja.NewCharacters("-*+・•◆◇○●")

// gradeWord stands before a grade.
const gradeWord = "評価"

// gradeOf returns a text without the word before a grade: 評価: B.
func gradeOf(text string) string {
	rest, found := strings.CutPrefix(text, gradeWord)
	if !found {
		return text
	}
	return strings.TrimLeft(rest, ": ")
}

// isMarkedGrade reports whether a text is a grade with the word before it.
func isMarkedGrade(text string) bool {
	if !strings.Contains(text, gradeWord) {
		return false
	}
	text = ja.Fold(ja.StripMarkup(text))
	return strings.HasPrefix(text, gradeWord) && sheet.IsGrade(gradeOf(text))
}

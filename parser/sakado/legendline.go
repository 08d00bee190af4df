package sakado

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// legendRun is where the lines of a legend have got to.
type legendRun struct {
	line  int32 // of its caption, or of its last grade
	count int   // of its grades
}

// maxLegendGap is how many lines may lie between two of a legend.
const maxLegendGap = 3

// captionLegend takes a line for the caption behind which a legend's lines follow.
func (r *reader) captionLegend(line sheet.Token) {
	r.legend = legendRun{line: line.At.Line}
	r.closed = true
}

// readLegendLine reads a line of a legend that goes over several, with one grade on
// each or more: A 順調, B ほぼ順調. The first stands behind the caption.
func (r *reader) readLegendLine(line sheet.Token) bool {
	if r.legend.line == 0 || line.At.Line > r.legend.line+maxLegendGap || len(line.Text) > maxFigureBytes {
		return false
	}
	before := r.legend.count
	if before > 0 && before <= len(r.Document.Grades) && r.Document.Grades[0].Grade == "S" {
		before--
	}
	entries := cutLegendFrom(line.Text, before, isLegendMark)
	if len(entries) == 0 {
		entries = cutLegendFrom(line.Text, before, isWord)
	}
	if !areLegend(entries) {
		return false
	}
	known := len(r.Document.Grades) > r.legend.count
	for i, entry := range entries {
		if at := r.legend.count + i; known && (at >= len(r.Document.Grades) || ja.Key(r.Document.Grades[at].Label) != ja.Key(entry.label)) {
			return false
		}
	}
	if known {
		r.Skip(line.Cell)
	} else {
		r.Value(line.Cell)
		for _, entry := range entries {
			at := line.Slice(entry.at, len(line.Text)).At
			r.Document.Grades = append(r.Document.Grades, model.Grade{At: at, Grade: entry.grade, Label: entry.label})
		}
	}
	r.legend = legendRun{line: line.At.Line, count: r.legend.count + len(entries)}
	return true
}

// areLegend reports whether a line begins with the first of the entries, and all have
// short words.
func areLegend(entries []legendEntry) bool {
	if len(entries) == 0 || entries[0].at > 0 {
		return false
	}
	for _, entry := range entries {
		if entry.label == "" || len(entry.label) > maxLegendBytes {
			return false
		}
	}
	return true
}

// isWord reports whether a character can begin the words of a grade.
func isWord(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }

// beginsLegend reports whether a text begins with the first grade.
func beginsLegend(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return firstGrades.Has(first)
}

// readDateLine reads the day on which the table stands from a line of its own:
// 平成31年3月31日現在.
func (r *reader) readDateLine(line sheet.Token) bool {
	if !isDateLine(line.Text) {
		return false
	}
	date, _ := ja.ParseDate(ja.StripMarkup(line.Text))
	switch r.Document.AsOf {
	case date:
		r.Skip(line.Cell)
	case model.Date{}:
		r.Grid.Claim(line.Cell, grid.Label)
		r.Document.AsOf = date
	default:
		return false
	}
	return true
}

// isDateLine reports whether a text is a day with 現在 or 時点 behind it.
func isDateLine(text string) bool {
	if len(text) > maxHeadBytes || !strings.Contains(text, "現在") && !strings.Contains(text, "時点") {
		return false
	}
	_, ok := ja.ParseDate(ja.StripMarkup(text))
	return ok
}

// isTitleRow reports whether a row is a title with nothing beside it but the day on
// which the table stands.
func isTitleRow(row []sheet.Token) bool {
	return len(row) == 2 && isTitle(row[0].Text) && isDateLine(row[1].Text)
}

// titleWords are words of one of which a title has, behind the name of its plan.
var titleWords = [...]string{"進行管理", "進捗管理", "進捗状況", "取組状況", "実施状況"}

// titleEnds are the words with which such a title ends.
var titleEnds = []string{"表", "一覧", "調書", "報告書", "シート"}

// sentenceSigns are in no title but in texts and captions.
var sentenceSigns = ja.NewCharacters("。【")

// isOtherTitle reports whether a text is a title with other words than the usual:
// …プラン（平成29年度～令和3年度）進捗状況一覧表.
func isOtherTitle(text string) bool {
	if len(text) > maxTitleBytes || !strings.Contains(text, "状況") && !strings.Contains(text, "管理") || sentenceSigns.In(text) {
		return false
	}
	text = withoutBrackets(ja.StripMarkup(text))
	at := titleWordAt(text)
	return at > 0 && sheet.EndsWithAny(text, titleEnds...) &&
		(strings.Contains(text[:at], "プラン") || strings.Contains(text[:at], "計画") || strings.Contains(text[:at], "大綱"))
}

// withoutBrackets returns a text without what stands in brackets.
func withoutBrackets(text string) string {
	kept := ""
	for at := 0; at < len(text); {
		open, _, end := sheet.NextBracket(text, at)
		kept += text[at:open]
		at = end
	}
	return ja.TrimSpace(kept)
}

// maxTitleBytes is how long such a title may be.
const maxTitleBytes = 3 * maxTitleRunes

// titleWordAt returns where the first word of a title that is not of the plan's name
// stands; -1 where there is none.
func titleWordAt(title string) int {
	first := -1
	for _, word := range titleWords {
		if at := strings.Index(title, word); at >= 0 && (first < 0 || at < first) {
			first = at
		}
	}
	return first
}

// isPlanLine reports whether a line is the name of a plan, with or without its years, as a
// title begins that goes on on the next line.
func isPlanLine(text string) bool {
	return len(text) <= maxTitleBytes && !sentenceSigns.In(text) && sheet.IsPlanName(withoutBrackets(openEnds.TrimRight(ja.StripMarkup(text))))
}

// beginsAsTitleEnd reports whether a line begins with what of a title stands behind the
// plan's name: its years, words for the sheet's kind.
func beginsAsTitleEnd(text string) bool {
	at := titleWordAt(text)
	return at == 0 || at > 0 && (withoutBrackets(text[:at]) == "" || endsPeriod(text[:at]))
}

// openEnds are the brackets before the years in a title.
var openEnds = ja.NewCharacters("(（")

// endsPeriod reports whether a text is nothing but the years of a plan and the bracket behind
// them, as where the title is broken behind the one before them.
func endsPeriod(text string) bool {
	years := strings.TrimRight(text, ")） ")
	return years != text && isPeriodLine(years)
}

// isTitleEnd reports whether a line is what of a title stands behind the plan's name.
func (r *reader) isTitleEnd(text string) bool {
	return r.planLine.Text != "" && len(text) <= maxTitleBytes && beginsAsTitleEnd(text) &&
		sheet.EndsWithAny(withoutBrackets(text), titleEnds...)
}

// isPeriodLine reports whether a line is nothing but the years of a plan, as the second line
// of a title may be.
func isPeriodLine(text string) bool {
	if len(text) > maxHeadBytes {
		return false
	}
	inner, _ := ja.TrimBrackets(ja.StripMarkup(text))
	_, _, start, end, spans := ja.FindYearRange(inner)
	return spans && start == 0 && end == len(inner)
}

// joinTitle puts the lines with the plan's name and its years before the rest of the title
// on the line below them.
func (r *reader) joinTitle(line sheet.Token) string {
	title := r.Value(line.Cell)
	if !beginsAsTitleEnd(title) {
		return title
	}
	next := line.At.Line
	// A title printed again below its own has the lines above it, which are read.
	if period := r.periodLine; period.Text != "" && period.At.Line == next-1 && !r.Grid.Claimed(period.Cell) {
		title, next = r.Value(period.Cell)+"\n"+title, next-1
	}
	if plan := r.planLine; plan.Text != "" && plan.At.Line == next-1 && !r.Grid.Claimed(plan.Cell) {
		title = r.Value(plan.Cell) + "\n" + title
	}
	return ja.Unwrap(title)
}

// isTitleBegin reports whether a line is the first of those over which the document's title
// is broken on each page.
func (r *reader) isTitleBegin(text string) bool {
	return beginsAlike(r.Document.Title, text) && isPlanLine(text) && strings.HasPrefix(ja.Key(r.Document.Title), ja.Key(ja.StripMarkup(text)))
}

// beginsAlike reports whether two texts begin with the same character.
func beginsAlike(one, other string) bool {
	first, _ := utf8.DecodeRuneInString(one)
	second, _ := utf8.DecodeRuneInString(other)
	return one != "" && first == second
}

// isTitlePeriod reports whether a line is the years in the document's title, as on each page.
func (r *reader) isTitlePeriod(text string) bool {
	return r.Document.Title != "" && ja.HasDigit(text) && isPeriodLine(text) && strings.Contains(ja.Key(r.Document.Title), ja.Key(ja.StripMarkup(text)))
}

// titleBegin returns the row at which the title begins whose line with the words for the
// sheet's kind stands in the row i, and the key of the lines above that.
func titleBegin(rows [][]sheet.Token, i int, line string) (start int, key string) {
	if !beginsAsTitleEnd(line) {
		return i, ""
	}
	for start = i; start > 0 && len(rows[start-1]) == 1 && rows[start-1][0].At.Line+1 == rows[start][0].At.Line; {
		start--
		text := rows[start][0].Text
		key = ja.Key(ja.StripMarkup(text)) + key
		if isPlanLine(text) {
			return start, key
		}
		if !isPeriodLine(text) {
			break
		}
	}
	return i, ""
}

package sakado

import (
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readLines reads a cell that stands outside the table: title, notes, legend,
// counts and running heads, one to a line. It reports whether the cell's first
// line is any of them; a cell of the table is none.
func (r *reader) readLines(token sheet.Token, alone bool) bool {
	if !alone && !captionSigns.In(token.Text) {
		return false // as most cells of the table
	}
	start := 0
	for start < len(token.Text) {
		end := strings.IndexByte(token.Text[start:], '\n')
		if end < 0 {
			end = len(token.Text)
		} else {
			end += start
		}
		line := token
		line.Cell = token.Slice(start, end)
		if line.Text != "" && !r.readLine(line, alone) && start == 0 {
			return false
		}
		start = end + 1
	}
	return true
}

func (r *reader) readLine(line sheet.Token, alone bool) bool {
	text := ja.StripMarkup(line.Text)
	key := ""
	if mayBeCaption(text) {
		key = ja.Key(text)
	}
	switch {
	case alone && (isTitle(text) || r.isTitleEnd(text)):
		r.readTitle(line)
	case alone && r.Document.Title == "" && isPlanLine(text):
		r.planLine = line
		return false
	case alone && r.Document.Title == "" && isPeriodLine(text):
		r.periodLine = line
		return false
	case strings.HasPrefix(key, captionKey):
		r.captionLegend(line)
		r.readCaption(line)
	case strings.HasSuffix(key, legendCaption):
		r.Grid.Claim(line.Cell, grid.Label)
		r.captionLegend(line)
	case alone && r.readLegendBehindCaption(line):
	case strings.HasPrefix(key, countsKey):
		return r.readCounts([]sheet.Token{line})
	case alone && (r.readMarkedLegend(line) || r.readDateLine(line)):
	case alone && (strings.HasPrefix(text, "※") || strings.Contains(text, "転記項目") || isRemark(text)):
		r.AddNote(r.Value(line.Cell), line.At)
	case alone && (sheet.IsPageNumber(text) || isRunningHead(text) || r.isTitleBegin(text) || r.isTitlePeriod(text)):
		r.Skip(line.Cell)
	default:
		return false
	}
	return true
}

// legendCaption is the key with which the caption of the legend ends.
const legendCaption = "取組項目進捗状況"

// isLegendCaption reports whether a text is the caption of the legend.
func isLegendCaption(text string) bool {
	return mayBeCaption(text) && strings.HasSuffix(ja.Key(text), legendCaption)
}

// captionSigns are these characters, or an entity that may be one.
var captionSigns = ja.NewCharacters("捗評&")

// mayBeCaption reports whether a text holds a character that all captions have, those of
// the legend and that of the counts.
func mayBeCaption(text string) bool {
	return strings.Contains(text, "捗") || strings.Contains(text, "評")
}

// isRunningHead reports whether a line names the publisher only.
func isRunningHead(text string) bool {
	return strings.HasPrefix(text, "坂戸市") && !ja.LongerThan(text, 20) && !commas.In(text)
}

// readTitle reads the title with the plan's name and years and the day on which
// the table stands.
func (r *reader) readTitle(line sheet.Token) {
	if r.Document.Title != "" {
		r.Skip(line.Cell)
		return
	}
	title := r.joinTitle(line)
	r.Document.Title = title
	plan := &model.Plan{}
	var period int
	plan.StartFY, plan.EndFY, period, _, _ = ja.FindYearRange(title)
	if date, _, _, dated := ja.FindDate(title); dated {
		r.Document.AsOf = date
	} else if strings.Contains(title, "現在") {
		r.Report(model.CodeUnreadable, line.At, "現在", title, "a date such as 令和2年3月31日")
	}
	name := title
	if at := strings.IndexAny(name, "（("); at > 0 {
		name = name[:at]
	}
	if at := titleWordAt(name); at >= 0 {
		name = name[:at]
	}
	if plan.EndFY != 0 && period < len(name) {
		name = name[:period]
	}
	plan.Name = ja.TrimSpace(name)
	if plan.Name != "" {
		r.Document.Plan = plan
	}
}

// readCaption reads 【項目進捗】 with what stands behind it on its line: the
// caption of the legend, the legend, the counts.
func (r *reader) readCaption(line sheet.Token) {
	text := line.Text
	end := strings.Index(text, "】")
	if end < 0 {
		r.Grid.Claim(line.Cell, grid.Label)
		return
	}
	end += len("】")
	rest := line
	rest.Cell = line.Slice(end, len(text))
	r.Grid.Claim(line.Slice(0, end), grid.Label)
	if at := strings.Index(rest.Text, "進捗状況"); at >= 0 {
		at += len("進捗状況")
		r.Grid.Claim(rest.Slice(0, at), grid.Label)
		rest.Cell = rest.Slice(at, len(rest.Text))
	}
	if rest.Text != "" && !r.readLegend(rest) {
		r.Grid.Claim(rest.Cell, grid.Label)
	}
}

// readLegendBehindCaption reads the caption of the legend with the legend behind it
// on one line.
func (r *reader) readLegendBehindCaption(line sheet.Token) bool {
	const end = "進捗状況"
	at := strings.Index(line.Text, end)
	if at <= 0 || len(cutLegend(ja.TrimSpace(line.Text[at+len(end):]))) < 2 {
		return false
	}
	caption := line.Slice(0, at+len(end))
	rest := line
	rest.Cell = line.Slice(at+len(end), len(line.Text))
	if !r.readLegend(rest) {
		return false
	}
	r.Grid.Claim(caption, grid.Label)
	return true
}

// legendEntry is a grade with the words behind it.
type legendEntry struct {
	at    int // where the grade stands
	grade string
	label string
}

// firstGrades are the letters with which a legend begins.
var firstGrades = ja.NewCharacters("AＡSＳ")

// cutLegend parts a line such as A 順調 B ほぼ順調: each grade is a letter that
// stands alone or before a colon, or three of them and more before their words:
// A順調 Bほぼ順調 Cやや遅れ.
func cutLegend(text string) []legendEntry {
	if !firstGrades.In(text) {
		return nil
	}
	entries := cutLegendFrom(text, 0, isLegendMark)
	if len(entries) == 0 && beginsLegend(text) {
		if glued := cutLegendFrom(text, 0, isWord); len(glued) > 2 {
			return glued
		}
	}
	return entries
}

// legendMarks part a grade from its words.
var legendMarks = ja.NewCharacters(" :：　…*")

// isGradeAt reports whether a letter is the grade at a position of a legend, counted from A
// on; S stands before it.
func isGradeAt(letter rune, position int) bool {
	return letter >= 'A' && letter <= 'E' && position == int(letter-'A') || letter == 'S' && position < 0
}

// cutLegendFrom parts a line before each grade with a fitting character behind it; the
// first is the one that follows so many others from A on, or S.
func cutLegendFrom(text string, before int, fits func(rune) bool) []legendEntry {
	var entries []legendEntry
	labelStart, position := 0, before
	closeLast := func(end int) {
		if last := len(entries) - 1; last >= 0 {
			label := ja.TrimSpace(legendMarks.TrimLeft(text[labelStart:end]))
			entries[last].label = ja.TrimSpace(strings.TrimSuffix(label, "**"))
		}
	}
	boundary := true
	for i := 0; i < len(text); {
		if ja.BeginsWithIdeograph(text[i:]) {
			boundary, i = false, i+len("順")
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		folded := ja.FoldRune(r)
		if boundary && folded == 'S' && before == 0 && len(entries) == 0 && i == 0 {
			position = -1
		}
		if boundary && isGradeAt(folded, position) {
			if next, _ := utf8.DecodeRuneInString(text[i+size:]); fits(next) {
				closeLast(i)
				if entries == nil {
					entries = make([]legendEntry, 0, len(sheet.Grades))
				}
				letter := strings.IndexRune(sheet.Grades, folded)
				entries = append(entries, legendEntry{at: i, grade: sheet.Grades[letter : letter+1]})
				labelStart = i + size
				position++
			}
		}
		boundary = folded == ' ' || r == '\t' || r == '*'
		i += size
	}
	closeLast(len(text))
	return entries
}

func isLegendMark(r rune) bool {
	return ja.FoldRune(r) == ' ' || ja.FoldRune(r) == ':' || r == '…' || r == '\t' || r == '*'
}

// readLegend reads the legend's line. It is repeated on each page.
func (r *reader) readLegend(line sheet.Token) bool {
	text := line.Text
	if !beginsLegend(text) {
		return false
	}
	counts := strings.Index(text, "本部会")
	if counts > 0 {
		text = text[:counts]
	}
	entries := cutLegend(text)
	if len(entries) < 2 || !areLegend(entries) {
		return false
	}
	r.legend = legendRun{line: line.At.Line, count: len(entries)}
	legend := line.Slice(0, len(text))
	if len(r.Document.Grades) == 0 {
		r.Value(legend)
		for _, entry := range entries {
			at := line.Slice(entry.at, len(text)).At
			r.Document.Grades = append(r.Document.Grades, model.Grade{At: at, Grade: entry.grade, Label: entry.label})
		}
	} else {
		r.Skip(legend)
	}
	if counts > 0 {
		rest := line
		rest.Cell = line.Slice(counts, len(line.Text))
		r.readCounts([]sheet.Token{rest})
	}
	return true
}

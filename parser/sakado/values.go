package sakado

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// found is an indicator as the cells show it.
type found struct {
	name   sheet.Token
	values [maxValueCount]sheet.Token
	// has tells which values there are.
	has [maxValueCount]bool
}

// The cells of one row that are cut into indicators, and how often cutting them
// may be tried: beyond that a row is not one of the form.
const maxPartitionCells, maxPartitionSteps = 60, 20_000

// partitioned is what cells were cut into.
type partitioned struct {
	cells []sheet.Token
	found []found
}

// partition cuts cells into indicators: each is a name that begins a cell, or
// follows three values, with exactly three values behind it. It returns nil
// where the cells can't be cut so. It is asked several times about the cells of a
// row, and keeps what it said last: nobody changes a row that is being read.
func (r *reader) partition(cells []sheet.Token) []found {
	if len(cells) == 0 || len(cells) > maxPartitionCells {
		return nil
	}
	if r.cut.cells != nil && slices.Equal(r.cut.cells, cells) {
		return r.cut.found
	}
	r.cut = partitioned{cells: cells}
	if r.wholeCells(cells, r.valueCount(), &r.whole[0]) && (r.hasColumns() || r.leadingValues(cells[1:]) == r.valueCount()) {
		r.cut.found = r.whole[:]
		return r.cut.found
	}
	if r.cut.found = r.stackedCells(cells); r.cut.found != nil {
		return r.cut.found
	}
	p := &partitioner{facts: r.facts, sureValues: !r.hasColumns(), cells: r.words[:0], found: r.several[:0], count: r.valueCount()}
	for _, cell := range cells {
		if isSentence(cell.Text) && !r.holdsIndicators(cell, p.count, false) {
			return nil
		}
		p.cells = append(p.cells, words{cell: cell})
	}
	if p.solveEither() {
		r.cut.found = p.found
	}
	r.words, r.several = p.cells, p.found
	return r.cut.found
}

// wholeCells reads the row that most are: a name and its figures, each in a cell of
// its own.
func (f *facts) wholeCells(cells []sheet.Token, count int, one *found) bool {
	if len(cells) != 1+count || !isOneWord(cells[0].Text) || !f.isName(cells[0].Text) {
		return false
	}
	for _, cell := range cells[1:] {
		if !isOneWord(cell.Text) || !f.isValue(cell.Text) {
			return false
		}
	}
	*one = found{name: cells[0]}
	for i, cell := range cells[1:] {
		one.values[i], one.has[i] = cell, true
	}
	return true
}

// isOneWord reports whether a text would not be cut into words. One of nothing but line
// breaks (<br>) holds none.
func isOneWord(text string) bool {
	return !wordGaps.In(text) || len(sheet.SplitWords(sheet.Token{Cell: grid.Cell{Text: text}})) <= 1
}

// wordGaps are the characters one of which stands between any two words.
var wordGaps = ja.NewCharacters(" \u3000\n\u00a0<")

// span returns the part of a cell that its words cover.
func span(cell sheet.Token, parts []sheet.Token) sheet.Token {
	start := int(parts[0].Offset - cell.Offset)
	last := parts[len(parts)-1]
	end := int(last.Offset-cell.Offset) + len(last.Text)
	joined := cell.Joined || end-start < len(cell.Text)
	return sheet.Token{Cell: cell.Slice(start, end), Row: cell.Row, Joined: joined}
}

// maxFigureBytes is how long a cell may be that is looked at as a value or name.
const maxFigureBytes = 600

// maxStateRunes is how long a word in a number's place may be.
const maxStateRunes = 12

// isValue reports whether a text can be a value: a figure, a dash, a unit that
// lost its number, or a short word.
func (f *facts) isValue(text string) bool {
	if len(text) > maxFigureBytes {
		return false
	}
	if plain := sheet.TrimQuotes(ja.StripMarkup(text)); isShortWord(plain) {
		return ja.StripMarkup(plain) != "" // whatever quantity it is
	}
	switch f.kindOf(text) {
	case ja.Numeric, ja.Ranked, ja.Dash, ja.LoneUnit:
		return true
	}
	return f.areStateWords(text) || f.isRange(text)
}

// isRange reports whether a text is two figures with a wave between them, which blanks part
// from them: 1,000 ～ 1,200人.
func (f *facts) isRange(text string) bool {
	if !ja.HasDigit(text) || !wordGaps.In(text) {
		return false
	}
	words := sheet.SplitWords(sheet.Token{Cell: grid.Cell{Text: text}})
	return len(words) == 3 && isWave(words[1].Text) && f.isSureFigure(words[0].Text) && f.isSureFigure(words[2].Text)
}

// areStateWords reports whether a text is several words in a number's place: 検討(29年度)
// 試行(30年度).
func (f *facts) areStateWords(text string) bool {
	if !wordGaps.In(text) {
		return false
	}
	for _, word := range sheet.SplitWords(sheet.Token{Cell: grid.Cell{Text: text}}) {
		if !f.isStateWord(word.Text) {
			return false
		}
	}
	return true
}

// isShortWord reports whether a text is short enough for a word in a number's
// place, and no sentence.
func isShortWord(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return !ja.LongerThan(text, maxStateRunes) && !commas.In(text) && !isHeadLetter(text) && !listMarks.Has(first)
}

// listMarks begin the parts of a list, and no word in a number's place.
var listMarks = ja.NewCharacters("・①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳■●◆※")

// isHeadLetter reports whether a text is the letter of a column, (C), that was parted from
// its head.
func isHeadLetter(text string) bool {
	inner, isBracketed := ja.TrimBrackets(text)
	return isBracketed && len(inner) > 0 && len(inner) <= len("Ａ") && ja.Fold(inner) >= "A" && ja.Fold(inner) <= "Z"
}

var commas = ja.NewCharacters("、。")

// longWord is from how many bytes on a word without digits is neither a unit nor
// a dash.
const longWord = 36

// isFigure reports whether a text can be nothing but a value.
func (f *facts) isFigure(text string) bool {
	if len(text) > maxFigureBytes || len(text) > longWord && !ja.HasDigit(text) {
		return false
	}
	if end := strings.Index(text, "。"); end >= 0 && !figureTails.In(text[:end]) {
		return false // only behind a figure, in a bracket or a note, a sentence may end
	}
	switch f.kindOf(text) {
	case ja.Numeric, ja.Ranked, ja.Dash, ja.LoneUnit, ja.Blank:
		return true
	}
	return false
}

// figureTails begin what may stand behind a figure: brackets and notes, also as markup.
var figureTails = ja.NewCharacters("(（﹙[［{｛〔【〈《※*&<")

// isSureFigure reports whether a text is a number for sure, also with its unit. A unit with
// a number in brackets behind it is none: the end of a name, 度（5点満点）.
func (f *facts) isSureFigure(text string) bool {
	return ja.HasDigit(text) && f.isFigure(text) && f.kindOf(text) != ja.LoneUnit
}

// isName reports whether a text can be the name of an indicator.
func (f *facts) isName(text string) bool {
	return !isSentence(text) && ja.LongerThan(text, 1) && !f.isFigure(text) && !f.isStateWord(text) && (len(text) > len("（Ａ）") || !isHeadLetter(text)) && !isYear(text)
}

// isYear reports whether a text is a fiscal year.
func isYear(text string) bool {
	if !strings.HasSuffix(text, "年度") {
		return false
	}
	_, ok := ja.ParseFiscalYear(text)
	return ok
}

// stateWords are words that stand in a number's place, and are no names.
var stateWords = []string{
	"検討", "検討中", "検討継続", "実施", "実施中", "一部実施", "継続実施", "未実施", "試行", "試行実施", "準備", "準備中",
	"拡大", "縮小", "継続", "維持", "現状維持", "現状以上", "現状以下", "完了", "廃止", "終了", "達成", "導入", "策定", "作成", "調査", "研究",
}

var brackets = ja.NewCharacters("(（")

// isStateWord reports whether a text is such a word, whatever its bracket says.
func isStateWord(text string) bool {
	text = sheet.TrimQuotes(ja.StripMarkup(text))
	if at := brackets.Index(text); at > 0 {
		text = ja.TrimSpace(text[:at])
	}
	if first, size := utf8.DecodeRuneInString(text); !stateWordBegins.Has(first) && !ja.IsBlank(text[:size]) {
		return false
	}
	return slices.Contains(stateWords, ja.Squeeze(text))
}

// mayBeStateWord reports whether a text begins as such a word may, or with markup, a blank
// or a quotation mark before it.
func mayBeStateWord(text string) bool {
	if ja.BeginsWithIdeograph(text) {
		first, _ := utf8.DecodeRuneInString(text)
		return stateWordBegins.Has(first)
	}
	return text != "" && (text[0] < '0' || text[0] > '9')
}

// stateWordBegins are the first characters of those words.
var stateWordBegins = func() *ja.Characters {
	begins := ""
	for _, word := range stateWords {
		_, size := utf8.DecodeRuneInString(word)
		begins += word[:size]
	}
	return ja.NewCharacters(begins)
}()

// maxNameRunes is how long a text may be that is no running text.
const maxNameRunes = 70

// isSentence reports whether a text is running text.
func isSentence(text string) bool {
	return len(text) > maxFigureBytes || strings.HasSuffix(text, "。") || ja.LongerThan(text, maxNameRunes) || strings.Contains(text, "。")
}

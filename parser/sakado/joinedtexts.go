package sakado

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// holdsIndicators reports whether a cell holds nothing but indicators: names each with
// all of their values behind them, as figures or words that stand in a number's place.
// Behind the last name values may be missing unless the cell is whole. A list of works
// with their figures (1 職員の採用 4名 2 …) is none.
func (f *facts) holdsIndicators(cell sheet.Token, count int, whole bool) bool {
	if !wordGaps.In(cell.Text) || strings.Contains(cell.Text, "。") {
		return false
	}
	parts := f.valueWords(cell)
	if len(parts) < 2 {
		return false
	}
	for len(parts) > 0 {
		named := f.leadingNames(parts)
		values := f.leadingValues(parts[named:])
		if extra := values - count; extra > 0 {
			named, values = named+extra, count // words of the name: 計画の 策定
		}
		if named == 0 || values < count && (whole || named+values < len(parts)) {
			return false
		}
		if slices.ContainsFunc(parts[:named], func(part sheet.Token) bool { return f.isFigure(part.Text) }) {
			return false
		}
		parts = parts[named+values:]
	}
	return true
}

// isWorksList reports whether words are a numbered list of works with their figures, and no
// name: 1 催告書の発送 412件 2 ….
func (f *facts) isWorksList(parts []sheet.Token) bool {
	if len(parts) < 3 {
		return false
	}
	_, isNumber := itemNumber(parts[0].Text)
	return isNumber && slices.ContainsFunc(parts[1:], func(part sheet.Token) bool { return f.isSureFigure(part.Text) })
}

// isNumbered reports whether the words of a cell are a numbered list: one number begins it,
// and the next one stands behind a word.
func isNumbered(parts []sheet.Token) bool {
	number, isNumber := itemNumber(parts[0].Text)
	if !isNumber || len(parts) < 3 {
		return false
	}
	first, err := strconv.Atoi(number)
	next := strconv.Itoa(first + 1)
	return err == nil && slices.ContainsFunc(parts[2:], func(part sheet.Token) bool { return strings.TrimSuffix(part.Text, ".") == next })
}

// leadingNames returns how many words at the start may be those of a name.
func (f *facts) leadingNames(parts []sheet.Token) int {
	for i, part := range parts {
		if _, isNumber := itemNumber(part.Text); isNumber || f.isFigure(part.Text) || f.isStateWord(part.Text) {
			return i
		}
	}
	return len(parts)
}

// leadingValues returns how many words at the start are values for sure.
func (f *facts) leadingValues(parts []sheet.Token) int {
	for i, part := range parts {
		if !f.isFigure(part.Text) && !f.isStateWord(part.Text) {
			return i
		}
	}
	return len(parts)
}

// isJoinedIndicator reports whether the cell i, in the place of a text, is indicators
// that have run together. Where the next one has its values in cells of their own, the
// row is as the form has it, and the cell is a text.
func (r *reader) isJoinedIndicator(cells []sheet.Token, i int) bool {
	text := cells[i].Text
	if strings.HasSuffix(text, "。") || !wordGaps.In(text) {
		return false // as of nearly all texts
	}
	at := max(0, lastBlank(text))
	if last := ja.TrimSpace(text[at:]); !r.isFigure(last) && !r.isStateWord(last) && !strings.HasSuffix(last, ")") && !strings.HasSuffix(last, "）") {
		return false
	}
	return r.holdsIndicators(cells[i], r.valueCount(), true) &&
		(i+2 >= len(cells) || !isOneWord(cells[i+1].Text) || !r.isFigure(cells[i+2].Text))
}

// isMovedText reports whether the second of the cells is a text that stands further
// right than its column, so that whole indicators follow it, or nothing where it stands
// right behind: else it may be the opinion.
func (r *reader) isMovedText(cells []sheet.Token, index int32) bool {
	return len(cells) > 1 && isSentence(cells[1].Text) && !r.holdsIndicators(cells[1], r.valueCount(), false) &&
		(len(cells) == 2 && cells[1].Index-index <= 5 || len(cells) > 2 && r.partition(cells[2:]) != nil)
}

// label returns the head of a column as printed, else as the form usually has it.
func (r *reader) label(c column) string {
	if label := r.heads[c].label; label != "" {
		return label
	}
	return spellings[c][0]
}

// partJoinedName parts the indicator, or its name, from the text before it in one cell:
// 講座を開いた。 結成率 82.4% 95%以上 88.3%.
func (r *reader) partJoinedName(cells []sheet.Token, index int32) []sheet.Token {
	for i, cell := range cells[:min(2, len(cells))] {
		if strings.HasSuffix(cell.Text, "。") || r.hasColumns() && cell.Index-index > 4 {
			continue
		}
		gap, end := lastGap(cell.Text), 0
		if i == 1 {
			end = r.textEnd(cell.Text)
		}
		for _, at := range [...]int{max(gap, end), min(gap, end)} {
			if at > 0 && len(cell.Text)-at <= maxFigureBytes && r.isJoinedName(cells, i, at) {
				return r.partCell(cells, i, at)
			}
		}
	}
	return cells
}

// isJoinedName reports whether an indicator, or the name of one whose values stand in the
// cells behind, begins at a byte of the cell i.
func (r *reader) isJoinedName(cells []sheet.Token, i, at int) bool {
	cell := cells[i]
	tail := sheet.Token{Cell: cell.Slice(at, len(cell.Text)), Row: cell.Row, Joined: true}
	return r.holdsIndicators(tail, r.valueCount(), true) || r.isNameOf(tail, append([]sheet.Token{tail}, cells[i+1:]...))
}

// minVerbRunes is how long a text must be that ends in a verb and is no name.
const minVerbRunes = 12

// textEnd returns the byte before the last word where a text without its 。 ends there in a
// verb or a figure (協議を行った 予約システム); 0 if it does not.
func (f *facts) textEnd(text string) int {
	at := lastBlank(text)
	if at <= 0 {
		return 0
	}
	before := ja.TrimSpace(text[:at])
	last := max(0, lastBlank(before))
	if !ja.LongerThan(before, minVerbRunes) || !sheet.EndsWithAny(before, "た", "る", "す", "ない") && !f.isSureFigure(ja.TrimSpace(before[last:])) {
		return 0
	}
	return at
}

// isNameOf reports whether the first of the cells is a name that the others, which are
// no indicators without it, are the values of.
func (r *reader) isNameOf(name sheet.Token, cells []sheet.Token) bool {
	if len(cells) < 2 || !r.isName(name.Text) || r.leadingValues(cells[1:2]) == 0 {
		return false
	}
	words := sheet.SplitWords(name)
	return r.leadingNames(words) == len(words) && r.partition(cells[1:]) == nil && r.partition(cells) != nil
}

// partTexts parts the cell that the two texts stand in where its row has no cell for the
// second: at the only place at which a sentence ends before a blank. Where there are
// more, they stay one.
func (r *reader) partTexts(cells []sheet.Token, texts int, index int32) (parted []sheet.Token, count int) {
	if texts != 1 || len(cells) < 2 || r.hasColumns() && (cells[0].Index-index != 3 || cells[1].Index-index != 4) {
		return cells, texts
	}
	at := lastGap(cells[0].Text)
	if at == 0 {
		return cells, texts
	}
	if lastGap(cells[0].Text[:at]) > 0 {
		r.Report(model.CodeJoinedCells, cells[0].At, cells[0].Text, r.label(overviewColumn)+", "+r.label(activityColumn))
		return cells, texts
	}
	return r.partCell(cells, 0, at), texts + 1
}

// partCell parts the cell i at a byte; the cells behind it stand one column further.
func (r *reader) partCell(cells []sheet.Token, i, at int) []sheet.Token {
	cell := cells[i]
	first := sheet.Token{Cell: cell.Slice(0, at), Row: cell.Row}
	second := sheet.Token{Cell: cell.Slice(at, len(cell.Text)), Row: cell.Row, Joined: true}
	r.Report(model.CodeJoinedCells, cell.At, cell.Text, first.Text+" | "+second.Text)
	parted := slices.Concat(cells[:i], []sheet.Token{first, second}, cells[i+1:])
	for j := i + 1; j < len(parted); j++ {
		parted[j].Index++
	}
	return parted
}

// lastBlank returns where the last blank of a text stands, -1 if it has none.
func lastBlank(text string) int {
	if !wrapBlanks.In(text) {
		return -1
	}
	return strings.LastIndexFunc(text, wrapBlanks.Has)
}

// lastGap returns the byte behind the last 。 with a blank or a line end behind it and
// something more behind that; 0 if there is none.
func lastGap(text string) int {
	for end := len(text); ; {
		at := strings.LastIndex(text[:end], "。")
		if at <= 0 {
			return 0
		}
		behind := at + len("。")
		if next, _ := utf8.DecodeRuneInString(text[behind:]); ja.IsBlank(string(next)) && ja.TrimSpace(text[behind:]) != "" {
			return behind
		}
		end = at
	}
}

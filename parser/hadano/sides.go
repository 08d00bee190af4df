package hadano

import (
	"sheetconv/parser/internal/grid"
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// right is the yearly side of a row: its label, if it has one, and its cells.
type right struct {
	label   label
	head    piece
	pieces  []piece
	unclear bool
}

// splitSides parts a row's left side from its years: at the label of the years,
// else at the first year's column, else by what the cells hold.
func (r *reader) splitSides(l label, pieces []piece) (left []piece, years right) {
	switch {
	case l == department:
		pieces = r.splitDepartment(pieces)
	case l == initiativeName && hasNumberApart(pieces) && r.hasNameApart(pieces):
		left, years = r.splitSides(l, pieces[1:])
		return pieces[:1+len(left)], years
	}
	for i, p := range pieces {
		if l == department && p.label == initiativeHead { // 取組内容 without (活動)
			p.label = yearlyPlan
		}
		if p.label == noLabel && i+1 < len(pieces)+min(i, 1) {
			p.label = r.firstLineOfLabel(p)
		}
		if l == sideEffect && i == 1 && r.Grid.Layout == grid.Blanks && isNextLabelRest(p.Text) {
			return pieces[:1], right{} // the lines of the years beside it stay unmapped
		}
		if p.label.entry().yearly && r.headsYears(l, pieces, i) {
			return pieces[:i], right{label: p.label, head: p, pieces: pieces[i+1:]}
		}
		if at, found, rest := r.innerYearly(l, p); rest > 0 {
			return r.splitInner(pieces, i, at, rest, found)
		}
		if found, rest := r.joinedYearly(l, p); rest > 0 {
			value := piece{Cell: p.Slice(rest, len(p.Text)), joined: true}
			head := piece{Cell: p.Slice(0, rest), label: found}
			return pieces[:i], right{label: found, head: head, pieces: append([]piece{value}, pieces[i+1:]...)}
		}
	}
	if r.head.Columns && (r.row.width == r.head.Width || r.row.trimmed) {
		at := 0
		for at < len(pieces) && pieces[at].Index < r.head.First {
			at++
		}
		if len(pieces)-at <= r.head.Count && r.mayBeLeft(l, pieces[:at], pieces[at:]) {
			return pieces[:at], right{pieces: pieces[at:]}
		}
	}
	at := r.leftCells(l, pieces)
	if at < 0 {
		return nil, right{pieces: pieces, unclear: true}
	}
	if r.head.Columns && !takesOneCell(l) && len(pieces) > 1 {
		at = min(at, r.adjacentLeft(pieces))
	}
	return pieces[:at], right{pieces: pieces[at:]}
}

// hasNameApart reports whether the cell behind the number of an initiative is its name, and
// none of the years. It may have moved those by a column.
func (r *reader) hasNameApart(pieces []piece) bool {
	if !r.head.Columns || pieces[1].Index < r.head.First {
		return true
	}
	if !r.row.trimmed && r.row.width == r.head.Width+1 && pieces[1].Index == r.head.First {
		for i := range pieces[1:] {
			pieces[1+i].Index--
		}
		r.row.width--
		return true
	}
	return len(pieces) == r.head.Count+2
}

// besideLabel gives the label that the years of a row stand for which have none of
// their own; ok is false for other rows.
func besideLabel(l label) (beside label, ok bool) {
	switch l {
	case initiativeName:
		return yearlyGoal, true
	case department:
		return yearlyPlan, true
	case relatedPlan:
		return actual, true
	}
	return noLabel, false
}

// headsYears reports whether the label of the years that cell i holds heads them.
// Where the years stand without a label, one of another row's may be what a year
// says.
func (r *reader) headsYears(l label, pieces []piece, i int) bool {
	own, unlabelled := besideLabel(l)
	p := pieces[i]
	switch {
	case !unlabelled || p.label == own:
		return true
	case p.label == selfEvaluation || p.label == nextYear:
		if i+1 < len(pieces) {
			_, grade := splitGrade(pieces[i+1].Text)
			return grade != ""
		}
	}
	return !r.head.Columns || p.Index <= r.head.First
}

// goesOn reports whether a text goes on with the word before it, so that this is
// no label: 自己評価 の試行.
func goesOn(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune("のをがはにとへもでや", first)
}

// mayBeLeft reports whether the cells that stand left of the years can do so:
// else those of the years have moved.
func (r *reader) mayBeLeft(l label, left, years []piece) bool {
	switch {
	case takesOneCell(l) && len(left) > 1:
		return false
	case l == relatedPlan:
		return len(left) == 0 || !r.isSentence(ja.StripMarkup(left[0].Text))
	case l == initiativeName:
		return len(left) > 0 || len(years) == 0 || !startsWithNumber(years[0])
	}
	return true
}

// takesOneCell reports whether a label has one cell on its left side: where more
// stand there, those of the years have moved.
func takesOneCell(l label) bool { return l == initiativeName || l == department || l == relatedPlan }

// innerYearly finds a label of the years behind the words of the left side in
// one cell: only those are looked for that no narrative holds as a word. Without a
// blank before it a label is one where a grade follows.
func (r *reader) innerYearly(l label, p piece) (at int, found label, rest int) {
	if _, unlabelled := besideLabel(l); unlabelled || p.label != noLabel || l == noLabel || r.head.Columns && p.Index >= r.head.First {
		return 0, noLabel, 0
	}
	if !strings.Contains(p.Text, "評価") && !strings.Contains(p.Text, "次年度") {
		return 0, noLabel, 0
	}
	for _, word := range [...]string{"自己評価", "評価理由", "次年度以降"} {
		at := strings.Index(p.Text, word)
		if at <= 0 {
			continue
		}
		found, rest, ok := labelBefore(p.Text[at:])
		if !ok && beginsWithGrade(p.Text[at+len(word):]) {
			found, ok = labels.Find(word)
			rest = len(word)
		}
		if !ok || !found.entry().yearly {
			continue
		}
		value := p.Text[at+rest:]
		_, grade := splitGrade(value)
		isValue := found == selfReason || found == nextText || value == "" || grade != "" || ja.IsDash(value)
		if isGlued := p.Text[at-1] != ' '; isGlued && beginsWithGrade(value) || !isGlued && isValue {
			return at, found, at + rest
		}
	}
	return 0, noLabel, 0
}

// splitInner parts a row inside a cell. Where the row has all its cells and the
// next one is empty, the label stood there.
func (r *reader) splitInner(pieces []piece, i, at, rest int, found label) (left []piece, years right) {
	p := pieces[i]
	left = append(append(left, pieces[:i]...), piece{Cell: p.Slice(0, at), joined: p.joined})
	head := piece{Cell: p.Slice(at, rest), label: found}
	value := piece{Cell: p.Slice(rest, len(p.Text)), joined: true}
	if p.Text[at-1] != ' ' {
		r.Report(model.CodeJoinedCells, p.At, p.Text, strings.Join([]string{left[i].Text, head.Text, value.Text}, " | "))
	}
	isNextEmpty := i+1 == len(pieces) || pieces[i+1].Index > p.Index+1
	if r.row.width >= r.head.Width && isNextEmpty {
		head.Index++
		value.Index++
	}
	years = right{label: found, head: head, pieces: pieces[i+1:]}
	if value.Text != "" {
		years.pieces = append([]piece{value}, pieces[i+1:]...)
	}
	return left, years
}

// adjacentLeft returns how many cells stand left of the years without a gap.
func (r *reader) adjacentLeft(pieces []piece) int {
	at := 0
	for at < len(pieces) && pieces[at].Index < r.head.First && (at == 0 || pieces[at].Index == pieces[at-1].Index+1) {
		at++
	}
	return at
}

// joinedYearly finds a label of the years with its value in one cell.
func (r *reader) joinedYearly(l label, p piece) (found label, rest int) {
	if p.label != noLabel || r.head.Columns && p.Index < r.head.First-1 && !p.joined {
		return noLabel, 0
	}
	found, rest, ok := labelBefore(p.Text)
	if !ok || rest >= len(p.Text) {
		return noLabel, 0
	}
	value := p.Text[rest:]
	_, unlabelled := besideLabel(l)
	switch found {
	case selfEvaluation, nextYear:
		ok = isEvaluation(value, !unlabelled)
	case selfReason, nextText:
		ok = !unlabelled && !goesOn(value)
	case yearlyPlan, initiativeHead:
		ok = l == department || l == initiativeName
	case yearlyGoal:
		ok = l == initiativeName
	case actual:
		ok = l == category || l == relatedPlan
	default:
		ok = false
	}
	if !ok {
		return noLabel, 0
	}
	if found == initiativeHead {
		found = yearlyPlan
	}
	return found, rest
}

// isEvaluation reports whether a text is a grade, or, if words may be one, the
// words of one.
func isEvaluation(text string, words bool) bool {
	_, grade := splitGrade(text)
	return grade != "" || secondGrade(text) > 0 || words && (ja.IsDash(text) || !isReason(text) && !goesOn(text))
}

// leftCells tells by what they hold how many of the cells behind a label stand
// on the left; -1 where that can't be told.
func (r *reader) leftCells(l label, pieces []piece) int {
	if len(pieces) == 0 {
		return 0
	}
	whole := len(pieces) == r.head.Count
	switch l {
	case initiativeName:
		if r.isName(pieces[0]) && !(whole && !startsWithNumber(pieces[0])) {
			return 1
		}
		return 0
	case department:
		if sheet.SplitSections(ja.StripMarkup(pieces[0].Text)) != nil {
			return 1
		}
		return leftOf(len(pieces), r.head.Count)
	case category:
		at := 0
		for at < len(pieces) && isCategory(pieces[at].Text) {
			at++
		}
		return at
	case relatedPlan:
		return r.planCells(pieces)
	case explanation:
		for i, p := range pieces {
			if isReference(p.Text) {
				return i
			}
		}
	}
	return len(pieces)
}

// startsWithNumber reports whether a cell begins with the number of an item, which a
// goal such as 99.0% does not.
func startsWithNumber(p piece) bool {
	number, _ := sheet.SplitNumber(p.Text)
	return isItemNumber(number)
}

// leftOf tells how many cells stand left of the years by their number alone; -1
// where that can't be told.
func leftOf(cells, years int) int {
	switch cells {
	case years:
		return 0
	case years + 1, 1:
		return 1
	}
	return -1
}

// planCells tells how many cells behind 関係計画等 name plans; the others are
// what was done in the years. It is -1 where that can't be told.
func (r *reader) planCells(pieces []piece) int {
	plan := sheet.IsPlanName(pieces[0].Text)
	switch {
	case r.head.Columns && pieces[0].Index >= r.head.First && !plan:
		return 0
	case len(pieces) == r.head.Count+1 || plan:
		return 1
	case len(pieces) == r.head.Count || r.isSentence(ja.StripMarkup(pieces[0].Text)):
		return 0
	case r.head.Columns || len(pieces) == 2:
		return 1
	}
	return -1
}

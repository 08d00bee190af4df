package hadano

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readYearly reads the texts, grades or reasons of the years behind a label that
// stands in the given column.
func (r *reader) readYearly(l label, printed string, column int32, pieces []piece) {
	r.yearly, r.printed = l, printed
	for len(pieces) > 0 && pieces[0].label == l {
		column = pieces[0].Index // a merged cell's label, repeated over its span
		r.claimLabel(pieces[0])
		pieces = pieces[1:]
	}
	values := r.textValues(r.takeRepeated(l, pieces), l, r.row.width < r.head.Width)
	if reasons := r.reasonsBehind(l, values); reasons > 0 {
		r.readGradesAndReasons(l, printed, column, values, reasons)
		return
	}
	r.placeRow(values, column, printed, l.entry())
	for _, v := range values {
		r.addYearly(l, printed, v, false)
	}
	r.noteYearly(column, values)
}

// takeRepeated takes the label that is printed again for a later year out of the
// cells behind it. In a cell of its own it has moved the cells behind it, so that
// only their number tells the years.
func (r *reader) takeRepeated(l label, pieces []piece) []piece {
	joined := len(pieces) > 0 && pieces[0].joined
	first := slices.IndexFunc(pieces, func(p piece) bool { return p.label == l || mayRepeat(l, p.Text, joined) })
	if first < 0 {
		return pieces // as in most rows
	}
	kept := append(make([]piece, 0, len(pieces)), pieces[:first]...)
	moved := false
	for _, p := range pieces[first:] {
		if p.label == l {
			r.claimLabel(p)
			moved = true
			continue
		}
		if rest := repeatedLabel(l, p.Text, joined); rest > 0 {
			r.Grid.Claim(p.Slice(0, rest), grid.Label)
			p.Cell = p.Slice(rest, len(p.Text))
		}
		for at, rest := innerLabel(l, p.Text); rest > 0; at, rest = innerLabel(l, p.Text) {
			first := p
			first.Cell = p.Slice(0, at)
			kept = append(kept, first)
			r.Grid.Claim(p.Slice(at, rest), grid.Label)
			p = p.rest(rest)
		}
		kept = append(kept, p)
	}
	for i := range kept {
		if moved {
			kept[i].Index = noColumn
		}
	}
	return kept
}

// mayRepeat reports whether the cell of a year has the label of its row before its value,
// or before a further grade.
func mayRepeat(l label, text string, joined bool) bool {
	if repeatedLabel(l, text, joined) > 0 {
		return true
	}
	_, rest := innerLabel(l, text)
	return rest > 0
}

// repeatedLabel returns where the value of a year begins that has the label of
// its row before it; 0 where the cell has none. The names of narratives are words
// of them, too: they are labels where the first year's cell has one.
func repeatedLabel(l label, text string, joined bool) (rest int) {
	if l != selfReason && l != nextText && !joined && l.entry().criterion == "" {
		return 0
	}
	found, rest, ok := labelBefore(text)
	if !ok || found != l || rest >= len(text) || goesOn(text[rest:]) {
		return 0
	}
	switch {
	case l == selfReason || l == nextText || joined:
	case l.entry().criterion == "" || !isEvaluation(text[rest:], true):
		return 0
	}
	return rest
}

// innerLabel finds the label of a row of grades before a further grade in a cell.
func innerLabel(l label, text string) (at, rest int) {
	if l.entry().criterion == "" || l == selfReason || !beginsWithGrade(text) {
		return 0, 0
	}
	for i, r := range text {
		if r != ' ' && r != '\u3000' && r != '\n' {
			continue
		}
		at = i + utf8.RuneLen(r)
		if found, rest, ok := labels.FindPrefix(text[at:]); ok && found == l && beginsWithGrade(text[at+rest:]) {
			return at, at + rest
		}
	}
	return 0, 0
}

// continueYearly reads a row without a label: below grades the reasons, else
// what a page break has cut from the texts of the row above.
func (r *reader) continueYearly(pieces []piece) {
	l := r.yearly
	below := l == internalEvaluation || l == externalEvaluation
	if !r.visible && pieces[0].label == noLabel && joinedLabel(r.printed, pieces[0].Text) == l {
		r.claimLabel(pieces[0]) // the label's second line
		r.printed += pieces[0].Text
		pieces = pieces[1:]
	} else if r.goesOnLabel(l, pieces[0]) {
		r.claimLabel(pieces[0])
		r.printed += pieces[0].Text // and it ends on the third
		pieces = pieces[1:]
	}
	if len(pieces) == 0 {
		return
	}
	values := r.textValues(pieces, selfReason, r.row.width < r.head.Width)
	if !below || !r.placeReasons(l, values) {
		r.placeRests(values, l)
	}
	graded := below && r.item.isGraded(l.entry().criterion)
	for _, v := range values {
		if v.reason = graded; below && r.isReasoned(l, v) && ja.TrimListMark(v.piece.Text) == v.piece.Text {
			continue // it stays unmapped
		}
		r.addYearly(l, r.printed, v, !below)
	}
}

// isReasoned reports whether the reason of a grade has ended already, where blanks part the
// cells: a further line is more likely the first of the cell below, which stands beside the
// middle of its lines.
func (r *reader) isReasoned(l label, v value) bool {
	if r.visible || v.when == unknown || v.none {
		return false
	}
	hasEnded := func(own *datedEvaluation) bool {
		return own.Criterion == l.entry().criterion && (own.when == v.when || own.when == unknown) && strings.HasSuffix(own.Reason, "。")
	}
	return slices.ContainsFunc(r.item.grades, hasEnded) || slices.ContainsFunc(r.item.reasons, hasEnded)
}

// isGraded reports whether the item has a grade for a criterion.
func (i *item) isGraded(criterion model.Criterion) bool {
	return slices.ContainsFunc(i.grades, func(own *datedEvaluation) bool { return own.Criterion == criterion })
}

// placeReasons gives the texts below grades the years of these, where there is
// one for each.
func (r *reader) placeReasons(l label, values []value) bool {
	var years []when
	for _, grade := range r.item.grades {
		if grade.Criterion == l.entry().criterion {
			years = append(years, grade.when)
		}
	}
	real := 0
	for _, v := range values {
		if !v.none {
			real++
		}
	}
	if real == 0 || real != len(years) {
		return false
	}
	at := 0
	for i := range values {
		if !values[i].none {
			values[i].when = years[at]
			at++
		}
	}
	return true
}

// textValues makes values of the cells of a yearly row. Two grades in one cell
// are parted, and so is a text that stands there twice; each counts for a column.
// They are good until the next row.
func (r *reader) textValues(pieces []piece, l label, narrow bool) []value {
	values := r.values[:0]
	for i, p := range pieces {
		for l.entry().criterion != "" && l != selfReason {
			at := secondGrade(p.Text)
			if at == 0 {
				break
			}
			part := p
			part.Cell = p.Slice(0, at)
			values = append(values, value{piece: part})
			p = p.rest(at)
		}
		if at := secondHalf(p); at > 0 && (narrow || i+1 == len(pieces) || pieces[i+1].Index > p.Index+1) {
			part := p
			part.Cell = p.Slice(0, at)
			values = append(values, value{piece: part})
			p = p.rest(at)
		}
		values = append(values, value{piece: p, none: sheet.IsNothing(p.Cell)})
	}
	if !ascending(values) {
		for i := range values {
			values[i].Index = noColumn
		}
	}
	r.values = values
	return values
}

// rest returns what follows the first value of a cell. It counts for the next
// column.
func (p piece) rest(at int) piece {
	p.Cell, p.joined, p.shared = p.Slice(at, len(p.Text)), false, true
	p.Index++
	return p
}

// secondHalf returns where a text begins anew that a cell holds twice: two cells
// of the same words were joined. It is 0 where the cell holds anything else.
func secondHalf(p piece) int {
	half := len(p.Text) / 2
	if half < 3 || len(p.Text)%2 == 0 || p.Text[half] != ' ' || p.Text[:half] != p.Text[half+1:] {
		return 0
	}
	return half + 1
}

// secondGrade returns where a second grade with its words begins in a text that
// begins with one: B：概ね計画どおり A：計画どおり. It is 0 if there is none.
func secondGrade(text string) int {
	if !beginsWithGrade(text) {
		return 0
	}
	for i, r := range text {
		if i > 0 && (r == ' ' || r == '\u3000' || r == '\n') && beginsWithGrade(text[i+utf8.RuneLen(r):]) {
			return i + utf8.RuneLen(r)
		}
	}
	return 0
}

func beginsWithGrade(text string) bool {
	first, size := utf8.DecodeRuneInString(text)
	if !isGradeLetter(first) {
		return false
	}
	mark, _ := utf8.DecodeRuneInString(ja.TrimSpace(text[size:]))
	return ja.FoldRune(mark) == ':'
}

// addYearly adds what stands under a label for a year: a task, a text, a grade,
// a reason.
func (r *reader) addYearly(l label, printed string, v value, continues bool) {
	if v.none {
		r.skip(v.piece)
		return
	}
	if continues && r.appendYearly(l, v) {
		return
	}
	own, e := r.item, l.entry()
	switch {
	case own.repeatsYearly(l, printed, v):
		r.skip(v.piece)
	case e.task != "":
		own.tasks = append(own.tasks, r.tasks.add(datedTask{Task: model.Task{At: v.At, Measure: e.task, Text: r.text(v.piece)}, when: v.when}))
	case e.criterion != "":
		r.addEvaluation(l, printed, v)
	default:
		own.texts = append(own.texts, r.texts.add(datedText{
			Text: model.Text{At: v.At, Key: e.key, Label: printed, Text: r.text(v.piece)}, when: v.when,
		}))
	}
}

// appendYearly adds what a page break has cut to the text of its year.
func (r *reader) appendYearly(l label, v value) bool {
	var text *string
	e := l.entry()
	for _, task := range r.item.tasks {
		if e.task != "" && task.Measure == e.task && task.when == v.when {
			text = &task.Text
		}
	}
	for _, own := range r.item.texts {
		if e.task == "" && e.key != "" && own.Key == e.key && own.when == v.when {
			text = &own.Text.Text
		}
	}
	for _, reason := range r.item.reasons {
		if l == selfReason && reason.Criterion == e.criterion && reason.when == v.when {
			text = &reason.Reason
		}
	}
	if text == nil || v.when == unknown {
		return false
	}
	more := r.text(v.piece)
	if r.row.goesOn == noLabel {
		r.Report(model.CodePageBreak, v.At, r.printed, more)
	}
	r.AddLine(text, more)
	return true
}

// maxChoiceRunes is how long the words of an evaluation may be where no grade
// stands with them.
const maxChoiceRunes = 15

// addEvaluation adds a grade with its words, or the reason of one.
func (r *reader) addEvaluation(l label, printed string, v value) {
	text := r.text(v.piece)
	if l == selfReason {
		printed = table[selfEvaluation].spellings[0]
	}
	evaluation := r.grades.add(datedEvaluation{
		Evaluation: model.Evaluation{At: v.At, Criterion: l.entry().criterion, Label: printed}, when: v.when,
	})
	words, grade := splitGrade(text)
	switch {
	case l == selfReason || grade == "" && (v.reason || isReason(text)):
		evaluation.Reason = text
		r.addReason(evaluation)
		return
	case grade != "":
		evaluation.Grade = grade
		evaluation.Choice, evaluation.Reason = splitChoice(words)
	default:
		evaluation.Choice = text
	}
	r.item.grades = append(r.item.grades, evaluation)
}

func isReason(text string) bool {
	return sentenceEnds.In(text) || ja.LongerThan(text, maxChoiceRunes)
}

var sentenceEnds = ja.NewCharacters("。\n")

var wordGaps = ja.NewCharacters(sheet.WrapBlanks)

// splitChoice parts the words of a grade from a reason joined behind them.
func splitChoice(words string) (choice, reason string) {
	at := wordGaps.Index(words)
	if at > 0 && isReason(ja.TrimSpace(words[at:])) {
		return words[:at], ja.TrimSpace(words[at:])
	}
	return ja.Unwrap(words), ""
}

// addReason adds a reason, or the rest of one to that of its year.
func (r *reader) addReason(reason *datedEvaluation) {
	for _, before := range r.item.reasons {
		if before.Criterion == reason.Criterion && before.when == reason.when && reason.when != unknown {
			if r.row.goesOn == noLabel {
				r.Report(model.CodePageBreak, reason.At, reason.Label, reason.Reason)
			}
			before.Reason += "\n" + reason.Reason
			return
		}
	}
	r.item.reasons = append(r.item.reasons, reason)
}

package hadano

import (
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// beginInitiative begins an item at its name, the first of the cells behind the
// label, unless a page repeats that of the item being read.
func (r *reader) beginInitiative(pieces []piece) {
	number, name := "", ""
	at := r.row.pieces[0].At
	if left, _ := r.splitSides(initiativeName, pieces); len(left) > 0 && !sheet.IsNothing(left[0].Cell) {
		number, name, _ = readName(left)
		at = left[0].At
	}
	if r.item != nil && r.item.Kind == model.Initiative && number != "" && r.item.Number == number {
		return
	}
	r.rank, r.apart = 1, false
	r.narrow = r.row.visible && !r.row.trimmed && r.row.width == narrowWidth
	own := &item{Item: model.Item{At: at, Kind: model.Initiative, ID: number, Number: number, Name: name}}
	if r.theme != nil {
		own.Parent = r.theme.ID
	}
	r.figures, r.explained = noLabel, false
	r.begin(own)
}

// dropRepeatedLeft takes the cells out of a row of an initiative in which a merged cell
// left of the years is repeated over its span.
func (r *reader) dropRepeatedLeft() {
	pieces := r.row.pieces
	if len(pieces) < 3 || pieces[2].Text != pieces[1].Text || pieces[1].label != noLabel || r.row.first() >= yearlyGoal {
		return // those behind a label of the years are the years' own
	}
	isName := r.row.first() == initiativeName && startsWithNumber(pieces[1])
	end := 2
	for end < len(pieces) && pieces[end].Text == pieces[1].Text && (isName || r.head.Columns && pieces[end].Index < r.head.First) {
		r.skip(pieces[end])
		end++
	}
	r.row.pieces = append(append(make([]piece, 0, len(pieces)), pieces[:2]...), pieces[end:]...)
}

// narrowWidth is how many cells the rows have of a table of labels and values.
const narrowWidth = 2

// isName reports whether the piece behind 項目名 is the name and no goal of a
// year: it has a number, or stands left of the years.
func (r *reader) isName(p piece) bool {
	return startsWithNumber(p) || !r.head.Columns || p.Index < r.head.First
}

// readInitiativeRow reads a row of an initiative: on its left a label with what
// holds for the whole plan, on its right the years, with a label of their own
// or without.
func (r *reader) readInitiativeRow() {
	if rank := rankOf(r.row.first()); rank > 0 {
		if r.rank >= lateRank && rank > 1 && rank <= earlyRank && !(r.apart && rank == earlyRank) {
			r.item = nil // the row with the name is lost
			r.figures, r.explained = noLabel, false
		}
		r.rank = rank
	}
	own := r.current(model.Initiative)
	first := r.row.pieces[0]
	switch l := first.label; l {
	case noLabel:
		r.continueInitiative(own)
	case actual:
		if r.figures == noLabel {
			r.readYearly(l, r.label(first), first.Index, r.row.pieces[1:])
			return
		}
		r.readFigureRow(own)
	case effect, indicatorHead, target:
		r.readFigureRow(own)
	case rate:
		if r.figures == indicatorHead {
			r.readFigureRow(own)
		}
	case yearlyGoal, yearlyPlan, selfEvaluation, selfReason, nextYear:
		r.readYearly(l, r.label(first), first.Index, r.row.pieces[1:])
	case nextText:
		// On the left its column says nothing of the years'.
		column := first.Index
		if !r.head.Columns || column < r.head.First-1 {
			column = noColumn
		}
		r.readYearly(l, r.label(first), column, r.row.pieces[1:])
	case total, pillar:
	default:
		printed := r.label(first)
		pieces := r.row.pieces[1:]
		for len(pieces) > 0 && pieces[0].label == l {
			r.claimLabel(pieces[0]) // a merged cell's label, repeated over its span
			pieces = pieces[1:]
		}
		left, yearly := r.splitSides(l, pieces)
		r.readLeft(own, l, printed, left)
		r.readRight(l, yearly)
	}
}

// The first and the last rows of an initiative, by their rank.
const earlyRank, lateRank = 5, 6

// rankOf tells where in an initiative a row stands that it has once; 0 for other
// rows.
func rankOf(l label) int {
	switch l {
	case initiativeName:
		return 1
	case department:
		return 2
	case category:
		return 3
	case relatedPlan:
		return 4
	case effect:
		return earlyRank
	case overview:
		return lateRank
	case sideEffect:
		return lateRank + 1
	}
	return 0
}

// readLeft reads what a row says of the whole plan.
func (r *reader) readLeft(own *item, l label, printed string, pieces []piece) {
	switch l {
	case initiativeName:
		for i, p := range pieces {
			if i == 0 && own.At == p.At || i == 1 && hasNumberApart(pieces) {
				r.text(p)
			} else if sheet.IsNothing(p.Cell) || startsWithNumber(p) {
				r.skip(p)
			}
		}
		r.open = nil
	case department:
		r.readDepartments(own, pieces)
	case category:
		r.readCategory(own, printed, pieces)
	case explanation:
		if r.figures == indicatorHead {
			r.readInitiativeDefinition(own, printed, pieces)
			return
		}
		r.explained = true
		r.addText(own, model.TextRemark, printed, pieces)
	case relatedPlan, overview, sideEffect:
		r.addText(own, l.entry().key, printed, pieces)
	}
}

// readInitiativeDefinition reads the 説明 of an initiative's indicator.
func (r *reader) readInitiativeDefinition(own *item, printed string, pieces []piece) {
	i := own.indicatorAt(r.row.pieces[0])
	i.definitionLabelPrinted = true
	for _, p := range pieces {
		if begins := i.Definition == ""; r.AppendText(&i.Definition, p.Cell) && begins {
			r.openColumn = p.Index
		}
	}
	r.open, r.openLabel = &i.Definition, printed
}

// indicatorAt returns the indicator of an initiative that is being read.
func (i *item) indicatorAt(p piece) *indicator {
	if len(i.indicators) == 0 {
		i.addIndicator(p)
	}
	return i.indicators[len(i.indicators)-1]
}

func (i *item) addIndicator(p piece) {
	i.indicators = append(i.indicators, &indicator{Indicator: model.Indicator{At: p.At}})
}

// beginIndicator begins a further indicator of an initiative where a row can't
// belong to the one above: its 説明 ends it, or what the row brings is there. In a table of
// years apart, what is said of the whole plan does not end the only indicator.
func (i *item) beginIndicator(headed bool, first piece, pieces []piece, apart bool) {
	if len(i.indicators) == 0 {
		return
	}
	before := i.indicators[len(i.indicators)-1]
	apart = apart && len(i.indicators) == 1
	ended := func(v datedValue) bool { return !apart || v.when != whole }
	begins := headed && before.definitionLabelPrinted && !apart || slices.ContainsFunc(before.values, ended) && holdsPairs(pieces)
	for _, p := range splitFigures(pieces) {
		measure := p.label.entry().value
		begins = begins || measure != "" && slices.ContainsFunc(before.values, func(v datedValue) bool { return v.measure == measure && ended(v) })
	}
	if begins {
		i.addIndicator(first)
	}
}

// readRight reads the years of a row. Beside three labels they stand without
// one of their own.
func (r *reader) readRight(l label, years right) {
	own := r.item
	if years.label != noLabel {
		switch years.label {
		case effect, indicatorHead:
			return // a row of figures has these; here they stay unmapped
		}
		r.readYearly(years.label, r.label(years.head), years.head.Index, years.pieces)
		return
	}
	beside, unlabelled := besideLabel(l)
	switch {
	case len(years.pieces) == 0:
	case unlabelled && years.unclear:
		for _, p := range years.pieces {
			r.Report(model.CodeColumnUnknown, p.At, l.entry().spellings[0], p.Text, l.entry().spellings[0]+", "+beside.entry().spellings[0])
		}
	case unlabelled:
		r.readYearly(beside, beside.entry().spellings[0], noColumn, years.pieces)
	default:
		for _, p := range years.pieces {
			if text := ja.StripMarkup(p.Text); l == explanation && (r.isRemark(text) || r.figures == effect && text == noEffect) {
				r.addRemark(own, p)
			} else {
				r.dropStray(p) // what says something stays unmapped
			}
		}
	}
}

// isReference reports whether a text says where the amounts are to be found.
func isReference(text string) bool {
	if !isSentence(text) {
		return false
	}
	for _, word := range [...]string{"掲載", "参照", "記載", "再掲", "については"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// addRemark adds a sentence that stands in the place of a row's yearly amounts.
func (r *reader) addRemark(own *item, p piece) {
	label := effectName
	if r.figures == indicatorHead {
		label = indicatorName
	}
	if own.hasText(model.TextRemark, label, p.Text, whole) {
		r.skip(p) // a merged cell, repeated over its span
		return
	}
	own.texts = append(own.texts, r.texts.add(datedText{
		Text: model.Text{At: p.At, Key: model.TextRemark, Label: label, Text: r.text(p)}, when: whole,
	}))
	r.noteRemark(p)
}

// continueInitiative reads a row without a label on its left: one whose label is
// lost but shows by its cells, a label of the years with their values, or what a
// page break has cut from the row above.
func (r *reader) continueInitiative(own *item) {
	pieces := r.row.pieces
	if r.afterBreak {
		if pieces = r.takeRests(pieces); len(pieces) == 0 {
			return
		}
	}
	switch {
	case isInitiativeNumber(pieces[0].Text) && (len(pieces) > 1 || r.afterBreak || r.rank >= lateRank):
		r.beginInitiative(pieces)
		left, years := r.splitSides(initiativeName, pieces)
		r.readLeft(r.item, initiativeName, "", left)
		r.readRight(initiativeName, years)
		return
	case holdsPairs(pieces):
		r.readFigureRow(own)
		return
	case r.goesOnBelow(pieces):
		r.goOn(pieces[0])
		return
	case (r.visible && pieces[0].Index == 0 && r.row.width > 1 || !r.visible && len(pieces) > 1) && !hasYearly(pieces):
		return // a label that the form does not have
	}
	left, years := r.splitSides(noLabel, pieces)
	if years.label != noLabel && years.label != effect && years.label != indicatorHead {
		if r.afterBreak {
			r.goOnLeft(left)
		}
		r.readYearly(years.label, r.label(years.head), years.head.Index, years.pieces)
		return
	}
	if !r.afterBreak || years.label != noLabel {
		return
	}
	if r.head.Columns {
		at := 0
		for at < len(pieces) && pieces[at].Index < r.head.First {
			at++
		}
		left, years.pieces = pieces[:at], pieces[at:]
	}
	r.goOnLeft(left)
	if len(years.pieces) > 0 && r.yearly != noLabel && r.visible && r.mayGoOn(years.pieces) {
		r.continueYearly(years.pieces)
	}
}

// goOnLeft adds cells to the narrative that is open on the left.
func (r *reader) goOnLeft(pieces []piece) {
	for _, p := range pieces {
		if !r.goOn(p) {
			r.dropStray(p)
		}
	}
}

// isInitiativeNumber reports whether a text begins with a number of three parts
// and a name.
func isInitiativeNumber(text string) bool {
	number, name := sheet.SplitNumber(text)
	return strings.Count(number, "-") == 2 && name != ""
}

func hasYearly(pieces []piece) bool {
	for _, p := range pieces {
		if p.label.entry().yearly {
			return true
		}
	}
	return false
}

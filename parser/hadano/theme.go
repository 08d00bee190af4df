package hadano

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readTheme reads the head of a theme: its number and name, and the pillar of
// the plan that it stands under. A head that a page repeats begins no theme.
func (r *reader) readTheme() {
	if at := r.row.nameAt(); at > 0 {
		pillars := r.row.pieces[:at]
		r.row.pieces = append(append(make([]piece, 0, len(r.row.pieces)), r.row.pieces[at:]...), pillars...)
	}
	pieces, below := r.splitOverview(splitPillar(r.row.pieces))
	at := pieces[0].At
	if pieces[0].label == themeName {
		r.claimLabel(pieces[0])
		pieces = pieces[1:]
	}
	end := 0
	for end < len(pieces) && pieces[end].label != pillar {
		end++
	}
	number, name := "", ""
	for i := 0; i < end; i++ {
		p := pieces[i]
		ownNumber, ownName, cells := readName(pieces[i:end])
		switch {
		case name == "" && !sheet.IsNothing(p.Cell):
			number, name, at = ownNumber, ownName, p.At
			for _, own := range pieces[i : i+cells] {
				r.text(own)
			}
			i += cells - 1
		case sheet.IsNothing(p.Cell) || ownNumber == number && ownName == name:
			r.skip(p)
		} // what else stands there stays unmapped
	}
	r.headRepeated = r.theme != nil && number == r.theme.Number && (number != "" || name != "" && name == r.theme.Name)
	if !r.headRepeated {
		r.indicator, r.indicatorKind = nil, ""
		r.block = themeHead
		r.theme = &item{Item: model.Item{At: at, Kind: model.Theme, ID: number, Number: number, Name: name}}
		if number == "" {
			r.theme.ID = name
		}
		r.begin(r.theme)
	}
	r.readPillar(pieces[end:])
	switch {
	case len(below) == 0:
	case r.headRepeated:
		r.readRepeatedOverview(below)
	default:
		r.addText(r.theme, model.TextOverview, r.label(below[0]), below[1:])
	}
}

// splitOverview parts the head of a theme from the overview of the row below that
// a lost line end has put behind it: its label stands in a cell of its own, or
// ends one behind a blank.
func (r *reader) splitOverview(pieces []piece) (head, below []piece) {
	for i, p := range pieces[1:] {
		if p.label == overview {
			return pieces[:i+1], pieces[i+1:]
		}
		at, end := findOverview(p.Text)
		if end == 0 {
			continue
		}
		split := splitAround(pieces, i+1, at, end)
		r.Report(model.CodeJoinedCells, p.At, p.Text, split[i+1].Text+" | "+ja.TrimSpace(p.Text[at:]))
		return split[:i+2], split[i+2:]
	}
	return pieces, nil
}

// findOverview finds the label 概要(目指す姿) behind a blank. end is 0 if there is
// none.
func findOverview(text string) (at, end int) {
	for from := 0; ; {
		next := strings.Index(text[from:], table[overview].spellings[0])
		if next < 0 {
			return 0, 0
		}
		at = from + next
		found, size, ok := labels.FindPrefix(text[at:])
		before := ja.TrimSpace(text[:at])
		if ok && found == overview && before != "" && len(before) < at && strings.Contains(text[at:at+size], "目指す姿") {
			return at, at + size
		}
		from = at + len(table[overview].spellings[0])
	}
}

// readRepeatedOverview reads the overview below a head that a page repeats: what
// goes on behind it is not the theme, but what the page before has cut.
func (r *reader) readRepeatedOverview(pieces []piece) {
	label := r.label(pieces[0])
	open, openLabel := r.open, r.openLabel
	rest := pieces[1:]
	for _, before := range r.theme.texts {
		if before.Key == model.TextOverview && len(rest) > 0 && ja.StripMarkup(rest[0].Text) == before.Text.Text {
			r.skip(rest[0])
			rest = rest[1:]
		}
	}
	r.addText(r.theme, model.TextOverview, label, rest)
	r.open, r.openLabel = open, openLabel
}

// splitPillar parts the label 改革の柱 from its value, and from a name before it,
// where they stand in one cell.
func splitPillar(pieces []piece) []piece {
	for i, p := range pieces[1:] {
		at := strings.Index(p.Text, table[pillar].spellings[0])
		if at < 0 || p.label != noLabel || at > 0 && p.Text[at-1] != ' ' {
			continue
		}
		end := at + len(table[pillar].spellings[0])
		return splitAround(pieces, i+1, at, end)
	}
	return pieces
}

// readPillar reads 改革の柱 with its number and name.
func (r *reader) readPillar(pieces []piece) {
	if len(pieces) == 0 {
		return
	}
	level := r.label(pieces[0])
	pieces = pieces[1:]
	for i := 0; i < len(pieces); i++ {
		p := pieces[i]
		number, name, cells := readName(pieces[i:])
		number = strings.TrimPrefix(number, "柱")
		own := model.Policy{At: p.At, Level: level, Number: number, Name: name}
		switch {
		case sheet.IsNothing(p.Cell):
			r.skip(p)
		case len(r.theme.Policy) == 0:
			for _, part := range pieces[i : i+cells] {
				r.text(part)
			}
			r.theme.Policy = []model.Policy{own}
			i += cells - 1
		case number == r.theme.Policy[0].Number && own.Name == r.theme.Policy[0].Name:
			r.skip(p)
		} // what else stands there stays unmapped
	}
}

// readThemeRow reads a row of the theme's head or of its yearly table.
func (r *reader) readThemeRow() {
	pieces := r.row.pieces
	first := r.row.first()
	switch {
	case first == pillar:
		r.current(model.Theme)
		r.readPillar(pieces)
	case first == overview:
		own := r.current(model.Theme)
		r.addText(own, model.TextOverview, r.label(pieces[0]), pieces[1:])
	case first == indicatorHead:
		r.claimLabel(pieces[0])
		r.block = indicatorRows
	case first.entry().task == model.ScheduleGoal || first.entry().result && first.entry().row:
		r.current(model.Theme)
		r.block = yearlyRows
		r.readYearly(first, r.label(pieces[0]), pieces[0].Index, pieces[1:])
	case first == noLabel:
		r.continueTheme()
	}
}

// continueTheme reads a row without a label: the reasons below the grades, or
// what a page break has cut.
func (r *reader) continueTheme() {
	pieces := r.row.pieces
	switch {
	case r.visible && pieces[0].Index == 0 && (r.row.width > 1 || r.yearly != noLabel):
		return // a label that the form does not have
	case r.yearly == internalEvaluation, r.yearly == externalEvaluation, r.yearly != noLabel && r.afterBreak:
		r.continueYearly(pieces)
	case len(pieces) == 1 && r.afterBreak, r.goesOnBelow(pieces):
		r.goOn(pieces[0])
	}
}

// goesOnBelow reports whether a row is the rest of the narrative above it: its
// only cell stands below the narrative, which ends inside a sentence.
func (r *reader) goesOnBelow(pieces []piece) bool {
	if r.open == nil || !r.visible || len(pieces) != 1 || pieces[0].Index != r.openColumn || r.openColumn == 0 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(*r.open)
	return unicode.Is(unicode.Hiragana, last) || last == '、'
}

package sakado

import (
	"slices"
	"unicode/utf8"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// words is a cell with the words it is made of, which are cut when they are asked for.
type words struct {
	cell  sheet.Token
	parts []sheet.Token
}

// partitioner cuts the cells of a row by trying.
type partitioner struct {
	*facts
	cells []words
	found []found
	steps int
	count int // of the values that an indicator has
	// unitsArePart is set while a number and the unit behind a blank are one word.
	unitsArePart bool
	// oddAreNames is set while a word that may be a unit (回数, 団体) is taken for a name.
	oddAreNames bool
	// sureValues is set where no columns show what a name or a value is: then a value must
	// be a figure or a known word.
	sureValues bool
}

// solveEither cuts the cells first with each unit as part of the number before it, then
// without; where that leads nowhere, words that may be units are taken for names, too.
func (p *partitioner) solveEither() bool {
	hasUnits, hasOddNames := false, false
	for _, one := range p.cells {
		hasUnits = hasUnits || mayPartUnit(one.cell.Text) || mayPartFigure(one.cell.Text)
	}
	for {
		if hasUnits {
			p.begin(true, hasOddNames)
			if p.solve(0, 0) {
				return true
			}
		}
		p.begin(false, hasOddNames)
		if p.solve(0, 0) {
			return true
		}
		if hasOddNames || !p.holdsOddName() {
			return false
		}
		hasOddNames = true
	}
}

// begin forgets what was tried before.
func (p *partitioner) begin(unitsArePart, oddAreNames bool) {
	if p.unitsArePart != unitsArePart {
		for i := range p.cells {
			p.cells[i].parts = nil
		}
	}
	p.found, p.steps, p.unitsArePart, p.oddAreNames = p.found[:0], 0, unitsArePart, oddAreNames
}

// holdsOddName reports whether a word of the cells may be a unit or a name.
func (p *partitioner) holdsOddName() bool {
	for i := range p.cells {
		if slices.ContainsFunc(p.split(i), func(word sheet.Token) bool { return p.isOddName(word.Text) }) {
			return true
		}
	}
	return false
}

// split returns the words of a cell.
func (p *partitioner) split(cell int) []sheet.Token {
	own := &p.cells[cell]
	if own.parts == nil {
		own.parts = sheet.SplitWords(own.cell)
		if p.unitsArePart {
			own.parts = p.joinUnits(own.cell, own.parts)
		}
	}
	return own.parts
}

// mayName reports whether a text can be the name of an indicator.
func (p *partitioner) mayName(text string) bool {
	return p.isName(text) || p.oddAreNames && p.isOddName(text)
}

// haveSureValues reports whether all values of an indicator are figures or words that stand
// in a number's place, or all but one are figures.
func (f *facts) haveSureValues(values []sheet.Token) bool {
	figures := 0
	for _, value := range values {
		if f.isSureFigure(value.Text) {
			figures++
		}
	}
	return figures > 0 && figures >= len(values)-1 || f.leadingValues(values) == len(values)
}

// isOddName reports whether a text reads as a quantity and may name an indicator: a unit
// (回数, 団体), or a number before a word that is no usual unit (4R推進協力店数).
func (f *facts) isOddName(text string) bool {
	if len(text) > longWord || !ja.LongerThan(text, 1) {
		return false
	}
	if !ja.HasDigit(text) {
		return f.kindOf(text) == ja.LoneUnit
	}
	if f.kindOf(text) != ja.Numeric {
		return false
	}
	unit := ja.ReadQuantity(text, ja.Expect{}).Quantity.Unit
	return ja.LongerThan(unit, 2) && !ja.IsUnit(unit)
}

// holdsFigures reports whether two of the words of a name are figures side by side.
func (f *facts) holdsFigures(parts []sheet.Token) bool {
	for i := 1; i < len(parts); i++ {
		if f.isSureFigure(parts[i-1].Text) && f.isSureFigure(parts[i].Text) {
			return true
		}
	}
	return false
}

// holdsValues reports whether a cell that reads as no quantity is two figures side by side:
// 約12億円 15億円以上.
func (p *partitioner) holdsValues(cell int) bool {
	text := p.cells[cell].cell.Text
	if !wordGaps.In(text) || !ja.HasDigit(text) {
		return false
	}
	kind := p.kindOf(text)
	return kind != ja.Numeric && kind != ja.Ranked && p.holdsFigures(p.split(cell))
}

// isOneSureValue reports whether a text can be nothing but a value, and is no word that the
// form does not know.
func (f *facts) isOneSureValue(text string) bool {
	return f.isSureFigure(text) || f.isStateWord(text) || ja.IsDash(text)
}

// hasGapBehind reports whether a cell is blank among those where the values of a name in
// another cell would stand: that value is missing, and none has run into the name.
func (p *partitioner) hasGapBehind(cell int) bool {
	name := p.cells[cell].cell
	for next := cell + 1; next < len(p.cells); next++ {
		own, before := p.cells[next].cell, p.cells[next-1].cell
		if own.Row != name.Row || own.Index > name.Index+int32(p.count) {
			return false
		}
		if own.Index > before.Index+1 {
			return true
		}
	}
	return false
}

// holdsQuantity reports whether a number with a unit stands between the words of a name: works
// with their numbers (出前講座 12回 相談会).
func (f *facts) holdsQuantity(parts []sheet.Token) bool {
	for i := 1; i+1 < len(parts); i++ {
		text := parts[i].Text
		if f.isSureFigure(text) && !endsInDigit(text) && !ages.In(text) && brackets.Index(text) < 0 {
			return true
		}
	}
	return false
}

// partsUnit reports whether a number without a unit and the unit right behind it are two
// values of an indicator.
func (p *partitioner) partsUnit(one *found) bool {
	for i := 1; i < p.count; i++ {
		number, unit := one.values[i-1], one.values[i]
		if number.Joined && unit.Joined && endsInDigit(number.Text) && unit.Offset-number.Offset-int32(len(number.Text)) <= int32(len("　")) && p.kindOf(unit.Text) == ja.LoneUnit {
			return true
		}
	}
	return false
}

// mayBeNameOf reports whether the first of cells can be the name of an indicator with the
// values behind it, also a word that may be a unit.
func (f *facts) mayBeNameOf(cells []sheet.Token) bool {
	return f.isName(cells[0].Text) || len(cells) > 1 && f.isOddName(cells[0].Text) && f.haveSureValues(cells[1:])
}

// mayPartUnit reports whether a blank stands in a text behind a digit or the sign before a
// number, and no digit behind it.
func mayPartUnit(text string) bool {
	if len(text) > maxFigureBytes {
		return false
	}
	for at := 1; at+1 < len(text); at++ {
		if isGapByte(text[at]) && mayEndNumber(text[at-1]) && partsUnitAt(text, at) {
			return true
		}
	}
	return false
}

// isGapByte reports whether a byte begins a character that parts words.
func isGapByte(b byte) bool { return b == ' ' || b == '\n' || b == 0xE3 || b == 0xC2 || b == '<' }

// mayEndNumber reports whether a byte may be the last one of a digit, or of the sign before
// a number.
func mayEndNumber(b byte) bool {
	return b >= '0' && b <= '9' || b >= 0x84 && b <= 0x99 || b == 0xB2 || b == 0xB3
}

// partsUnitAt reports whether a gap stands at a byte of a text, behind a digit with none
// behind it, or behind the sign before a number.
func partsUnitAt(text string, at int) bool {
	rest := wordGaps.TrimLeft(text[at:])
	last, _ := utf8.DecodeLastRuneInString(text[:at])
	next, _ := utf8.DecodeRuneInString(rest)
	return rest != "" && len(rest) < len(text)-at && (sheet.IsDigit(last) && !sheet.IsDigit(next) || amountSigns.Has(last))
}

// solve cuts the cells from word first of a cell on. Names are tried from the
// longest run of values in their own cell to none.
func (p *partitioner) solve(cell, first int) bool {
	if p.steps++; p.steps > maxPartitionSteps {
		return false
	}
	parts := p.split(cell)
	// Another indicator may follow in the same cell: a name behind three values.
	for nameEnd := first + 1; nameEnd+p.count < len(parts); nameEnd++ {
		if !p.mayName(parts[nameEnd+p.count].Text) || !p.areValues(parts[nameEnd:nameEnd+p.count]) {
			continue
		}
		if p.solveWith(cell, first, nameEnd, nameEnd+p.count) {
			return true
		}
	}
	for inCell := min(p.count, len(parts)-first-1); inCell >= 0; inCell-- {
		if p.solveWith(cell, first, len(parts)-inCell, len(parts)) {
			return true
		}
	}
	return false
}

// areValues reports whether words in the midst of a cell are an indicator's values:
// one of them is a figure, or all are words that stand in a number's place.
func (f *facts) areValues(parts []sheet.Token) bool {
	states := true
	for _, part := range parts {
		if f.isFigure(part.Text) {
			return true
		}
		states = states && f.isStateWord(part.Text)
	}
	return states
}

// solveWith takes the words first to nameEnd of a cell as a name and those up to
// valueEnd as values.
func (p *partitioner) solveWith(cell, first, nameEnd, valueEnd int) bool {
	parts := p.split(cell)
	name := span(p.cells[cell].cell, parts[first:nameEnd])
	if !p.mayName(name.Text) || first == 0 && isNumbered(parts) || !p.areNameWords(parts[first:nameEnd]) {
		return false
	}
	one := found{name: name}
	count := 0
	for _, part := range parts[nameEnd:valueEnd] {
		if !p.isValue(part.Text) || !p.isOneSureValue(part.Text) && p.hasGapBehind(cell) {
			return false
		}
		one.values[count], one.has[count] = part, true
		count++
	}
	if valueEnd < len(parts) {
		return p.with(one, func() bool { return p.solve(cell, valueEnd) })
	}
	return p.takeValues(one, count, cell+1)
}

// areNameWords reports whether words may be a name: it ends in no value and no dash, and
// holds no row of figures and no list of works.
func (p *partitioner) areNameWords(words []sheet.Token) bool {
	last := words[len(words)-1].Text
	if len(words) > 1 && (p.isSureFigure(last) || ja.IsDash(last)) {
		return false
	}
	return !p.isWorksList(words) && !p.holdsQuantity(words) && !p.holdsFigures(words)
}

// with goes on behind an indicator, and takes it back if that leads nowhere.
func (p *partitioner) with(one found, goOn func() bool) bool {
	p.found = append(p.found, one)
	if goOn() {
		return true
	}
	p.found = p.found[:len(p.found)-1]
	return false
}

// takeValues takes the values that are still missing from the cells behind: a
// cell is one value, or each of its words is one.
func (p *partitioner) takeValues(one found, count, next int) bool {
	if count == p.count {
		if p.oddAreNames && !p.isName(one.name.Text) && !p.haveSureValues(one.values[:p.count]) || p.partsUnit(&one) || p.sureValues && p.leadingValues(one.values[:p.count]) < p.count {
			return false
		}
		return p.with(one, func() bool { return next == len(p.cells) || p.solve(next, 0) })
	}
	if next == len(p.cells) {
		return false
	}
	cell := p.cells[next].cell
	if p.isValue(cell.Text) && !p.holdsValues(next) {
		whole := one
		whole.values[count], whole.has[count] = cell, true
		if p.takeValues(whole, count+1, next+1) {
			return true
		}
	}
	parts := p.split(next)
	if len(parts) < 2 {
		return false
	}
	for i, part := range parts {
		if count == p.count {
			// The next indicator's name stands behind the last value.
			return (p.isFigure(parts[i-1].Text) || p.isStateWord(parts[i-1].Text)) && p.mayName(part.Text) && p.with(one, func() bool { return p.solve(next, i) })
		}
		if !p.isValue(part.Text) {
			return false
		}
		one.values[count], one.has[count] = part, true
		count++
	}
	return p.takeValues(one, count, next+1)
}

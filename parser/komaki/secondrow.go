package komaki

import (
	"iter"
	"slices"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// cutSecondRow returns a row without the one that a lost line end has joined to it, which
// is then the next line: the next number stands behind the sections of the first, with
// the labels of its measure and direction before it and a name behind it. Where the labels
// can't be told from what stands before them, so can't the second row's direction: then
// nothing of it is read.
func (t *initiativeTable) cutSecondRow(r *reader, l *line, number int) *line {
	if r.Grid.Layout == grid.Blanks || r.Grid.Layout == grid.PipeCells || t.places[numberColumn] == none {
		return l
	}
	due := toNumber(sheet.PlainText(l.cells[number].Text)) + 1
	if cut := t.cutBehindSections(r, l, number, due); cut != nil {
		return cut
	}
	for i := number + 2; i+1 < len(l.cells); i++ {
		text := sheet.PlainText(l.cells[i].Text)
		if !isNumber(text) || toNumber(text) != due || sheet.IsDepartments(sheet.PlainText(l.cells[i+1].Text)) {
			continue
		}
		begin := i
		for begin-1 > number+1 && !endsItsRow(l.cells[begin-1]) {
			begin--
		}
		label, _ := sheet.LeadingNumber(l.cells[begin].Text)
		if begin < i && label == "" || begin == number+2 && holdsLabel(l.cells[number+1].Text) {
			return &line{cells: l.cells[:begin:begin], first: l.first, page: l.page}
		}
		return t.cutRowAt(r, l, begin, 0, l.cells[i].Index-t.places[numberColumn])
	}
	return l
}

// cutBehindSections cuts a row in or behind the cell of its sections, where the second row
// begins with the label of a measure or direction or with the number that is due; also
// behind a name, where what follows is a label that is known. It is nil where none does.
func (t *initiativeTable) cutBehindSections(r *reader, l *line, number, due int) *line {
	for i := number + 1; i+1 < len(l.cells); i++ {
		begin, at := i, 0
		switch text := l.cells[i].Text; {
		case i == number+1:
			if at = t.labelInName(r, text); at == 0 {
				continue
			}
		case endsItsRow(l.cells[i]):
			begin++
		default:
			if at = sectionsEnd(text); at == 0 {
				continue
			}
		}
		text := l.cells[begin].Text[at:]
		if leadingNumber, _ := sheet.LeadingNumber(text); at == 0 && leadingNumber == "" {
			continue
		}
		if at > 0 && toNumber(sheet.PlainText(text)) == due && t.numberBelow(r) != due {
			return t.cutRowAt(r, l, begin, at, l.cells[begin].Index-t.places[numberColumn])
		}
		if leadingNumber, _ := sheet.LeadingNumber(text); leadingNumber == "" {
			continue
		}
		known := t.isLabel(r, text)
		for _, cell := range l.cells[begin+1:] {
			leading, _ := sheet.LeadingNumber(cell.Text)
			switch {
			case isNumber(cell.Text) && toNumber(cell.Text) == due:
				return t.cutRowAt(r, l, begin, at, cell.Index-t.places[numberColumn])
			case known && leading != "" && toNumber(leading) == due && t.numberBelow(r) != due:
				return t.cutRowAt(r, l, begin, at, cell.Index-t.places[numberColumn])
			}
		}
		if inner, _ := lastNumber(text, due); known && inner > 0 && t.numberBelow(r) != due {
			return t.cutRowAt(r, l, begin, at, l.cells[begin].Index-t.places[directionColumn])
		}
	}
	return nil
}

// cutRowAt cuts a row at a byte of the cell begin. The cells behind it are the next line,
// shift columns before the printed ones.
func (t *initiativeTable) cutRowAt(r *reader, l *line, begin, at int, shift int32) *line {
	behind := slices.Clone(l.cells[begin:])
	above, printed := slices.Clone(l.cells[:begin]), sheet.PlainText(l.cells[begin].Text)
	if at > 0 {
		above = append(above, l.cells[begin].Slice(0, at))
		behind[0] = l.cells[begin].Slice(at, len(l.cells[begin].Text))
	} else {
		printed = sheet.PlainText(l.cells[begin-1].Text) + " " + printed
	}
	for i := range behind {
		behind[i].Index -= shift
	}
	first := sheet.PlainText(behind[0].Text)
	r.Report(model.CodeJoinedCells, behind[0].At, printed, "a line of its own from "+first)
	whole := &line{cells: above, first: l.first, page: l.page}
	r.next--
	r.lines[r.next] = line{cells: behind, first: first, page: l.page}
	return whole
}

// endsItsRow reports whether a cell holds the sections that end a row, or a dash for them.
func endsItsRow(cell grid.Cell) bool {
	text := sheet.PlainText(cell.Text)
	return sheet.IsDepartments(text) || ja.IsDash(text)
}

// sectionsEnd returns where a number begins behind the sections that a cell begins with:
// 会計課 2 データを活用します; 0 if none does.
func sectionsEnd(text string) int {
	for at := range numbersBehindBlanks(text) {
		if sheet.IsDepartments(ja.TrimSpace(sheet.PlainText(text[:at]))) {
			return at
		}
	}
	return 0
}

// labelInName returns where the label of a measure or direction begins that stands in the
// cell of a name, behind it; 0 if none does.
func (t *initiativeTable) labelInName(r *reader, text string) int {
	for at := range numbersBehindBlanks(text) {
		if t.isLabel(r, text[at:]) {
			return at
		}
	}
	return 0
}

// numbersBehindBlanks goes through the places in a text where a digit follows a blank.
func numbersBehindBlanks(text string) iter.Seq[int] {
	return func(yield func(int) bool) {
		if !sheet.HasDigit(text) {
			return // as most names
		}
		blank := false
		for at, next := range text {
			if blank && sheet.IsDigit(next) && !yield(at) {
				return
			}
			blank = wrapBlanks.Has(next)
		}
	}
}

// holdsLabel reports whether a numbered text stands in a name, as a label does.
func holdsLabel(text string) bool {
	for at := range numbersBehindBlanks(text) {
		if number, _ := sheet.LeadingNumber(text[at:]); number != "" {
			return true
		}
	}
	return false
}

// isLabel reports whether a text begins as the label of a measure does, or as that of a
// direction of the measure that is being read, by the headings' names.
func (t *initiativeTable) isLabel(r *reader, text string) bool {
	number, rest := sheet.LeadingNumber(text)
	if number == "" {
		return false
	}
	name := ja.Unwrap(sheet.PlainText(text[rest:]))
	if measure := find(r.tree.measures, number); measure != nil && r.isNamed(measure, name) {
		return true
	}
	if t.measure == none {
		return false
	}
	direction := find(find(r.tree.measures, r.item(t.measure).Number).directions, number)
	return direction != nil && r.isNamed(direction, name)
}

func (r *reader) isNamed(b *branch, name string) bool {
	heading := r.item(b.item).Name
	return namesMatch(heading, name) || beginsWith(name, heading)
}

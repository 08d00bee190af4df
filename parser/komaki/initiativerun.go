package komaki

import (
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// rowRun is several rows of the table that extraction has run together: their
// numbers, names and sections stand in a cell each.
type rowRun struct {
	labels         []grid.Cell
	numbers, names []grid.Cell
	// sections is the cell of the sections of all rows.
	sections []grid.Cell
	// printed is the cell that told.
	printed grid.Cell
}

// readRun reads a row that is several, and reports whether it is. Names and
// sections that can't be told apart stay unmapped. The cell at index number holds
// the row's own number; it is none where none does.
func (t *initiativeTable) readRun(r *reader, cells []grid.Cell, number int) bool {
	if r.Grid.Layout == grid.PipeCells {
		return false
	}
	run, ok := t.numbersInOneCell(cells)
	if !ok {
		if run, ok = t.numberInName(r, cells, number); !ok {
			return false
		}
	}
	t.finishInitiative(r)
	t.readLabels(r, run.labels)
	if len(run.names) != len(run.numbers) {
		t.lastNumber = toNumber(run.numbers[len(run.numbers)-1].Text)
		return true
	}
	r.Report(model.CodeJoinedCells, run.printed.At, sheet.PlainText(run.printed.Text), "a row for each number")
	sections := splitSections(run.sections, len(run.numbers))
	for i, number := range run.numbers {
		t.begin(r, number)
		t.addName(r, run.names[i])
		if sections != nil {
			t.addDepartments(r, sections[i])
		}
	}
	t.finishInitiative(r)
	return true
}

// numbersInOneCell finds the numbers of several rows in one cell: 6 7.
func (t *initiativeTable) numbersInOneCell(cells []grid.Cell) (run rowRun, ok bool) {
	for i, cell := range cells {
		if !mayBeNumbers(cell.Text) {
			continue
		}
		numbers := wordsOf(cell)
		if len(numbers) < 2 || !followEachOther(numbers) || toNumber(numbers[0].Text) <= t.lastNumber {
			continue
		}
		run = rowRun{labels: cells[:i], numbers: numbers, printed: cell}
		if behind := cells[i+1:]; len(behind) > 0 && len(behind) <= 2 {
			run.names, run.sections = wordsOf(behind[0]), behind[1:]
		}
		return run, true
	}
	return rowRun{}, false
}

// mayBeNumbers reports whether a cell begins and ends with a digit and holds a
// blank. Few cells do, and only they are cut into words.
func mayBeNumbers(text string) bool {
	if text == "" || text[0] > '9' && text[0] != "０"[0] {
		return false // as most cells
	}
	first, _ := utf8.DecodeRuneInString(text)
	return sheet.IsDigit(first) && sheet.IsDigit(lastRune(text)) && wrapBlanks.In(text)
}

// numberInName finds the number of the next row, and of those behind it, inside
// the name of a row: 4 | 予約制 5 窓口改善. The row below tells whether it is one.
// The cell at index at holds the row's own number; it is none where none does.
func (t *initiativeTable) numberInName(r *reader, cells []grid.Cell, at int) (run rowRun, ok bool) {
	if at == none || at+1 >= len(cells) || !ja.HasDigit(cells[at+1].Text) {
		return rowRun{}, false
	}
	name := cells[at+1]
	run = rowRun{labels: cells[:at], numbers: []grid.Cell{cells[at]}, sections: cells[at+2:], printed: name}
	first := toNumber(sheet.PlainText(cells[at].Text))
	begun := 0 // where the piece of the name that is being read begins
	words := wordsOf(name)
	for i, word := range words {
		if i == 0 || i+1 == len(words) || !isNumber(word.Text) || toNumber(word.Text) != first+len(run.numbers) {
			continue
		}
		start := int(word.Offset - name.Offset)
		if begun == start {
			continue
		}
		run.names = append(run.names, name.Slice(begun, start))
		run.numbers = append(run.numbers, word)
		begun = start + len(word.Text)
	}
	run.names = append(run.names, name.Slice(begun, len(name.Text)))
	if len(run.numbers) < 2 {
		return rowRun{}, false
	}
	switch next := t.numberBelow(r); next {
	case first + len(run.numbers):
		return run, true
	case none:
		if splitSections(run.sections, len(run.numbers)) != nil {
			r.Report(model.CodeJoinedCells, name.At, sheet.PlainText(name.Text), "one name")
		}
	}
	return rowRun{}, false
}

// numberBelow returns the number of the next row, none if there is none.
func (t *initiativeTable) numberBelow(r *reader) int {
	for i := r.next; i < len(r.lines) && i < r.next+maxNameLines; i++ {
		l := &r.lines[i]
		if l.kind != plain {
			if l.isPageFurniture() || l.kind == tableHeader {
				continue
			}
			return none
		}
		if cell := t.numberCell(l.cells); cell != none {
			return toNumber(sheet.PlainText(l.cells[cell].Text))
		}
		if run, ok := t.numbersInOneCell(l.cells); ok {
			return toNumber(run.numbers[0].Text)
		}
	}
	return none
}

// wordsOf cuts a cell at its blanks.
func wordsOf(cell grid.Cell) []grid.Cell {
	if len(cell.Text) > maxCutBytes {
		return nil
	}
	var words []grid.Cell
	for at := 0; at < len(cell.Text); {
		at = sheet.SkipBlanks(cell.Text, at)
		end := len(cell.Text)
		if blank := wrapBlanks.Index(cell.Text[at:]); blank >= 0 {
			end = at + blank
		}
		if end > at {
			words = append(words, cell.Slice(at, end))
		}
		at = end
	}
	return words
}

// followEachOther reports whether cells are numbers that follow each other.
func followEachOther(cells []grid.Cell) bool {
	for i, cell := range cells {
		if !isNumber(cell.Text) || i > 0 && toNumber(cell.Text) != toNumber(cells[i-1].Text)+1 {
			return false
		}
	}
	return true
}

// splitSections gives each of several rows its section; nil where the cell does
// not hold one for each. A division among them would hold for more than one.
func splitSections(cells []grid.Cell, rows int) []grid.Cell {
	if len(cells) != 1 {
		return nil
	}
	sections := sheet.SectionCells(cells[0])
	if len(sections) != rows {
		return nil
	}
	for _, section := range sections {
		if sheet.IsDivision(section.Text, false) {
			return nil
		}
	}
	return sections
}

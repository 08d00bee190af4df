package komaki

import (
	"cmp"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// initiativeTable is the table of initiatives that is being read. Its rows are
// found by their numbers, wherever they stand; the merged cells of measure and
// direction hold until the next ones, also across a page break.
type initiativeTable struct {
	// places are the indexes of the columns, none where they are unknown.
	places [tableColumns]int32
	// fresh is set between the head of a page's table and its first row, centered
	// where labels stand beside the middle of their rows.
	fresh, centered bool
	// whole is set while rows are read that were put together from their lines, lost on a
	// page whose labels can't be lifted though those of the pages before were.
	whole, lost bool
	// unspelled is set where the labels of a page stand beside the middle of their rows and
	// do not spell those of the headings.
	unspelled bool
	// shifted is set while a row is read that stands elsewhere than its head.
	shifted bool
	// extra is set where the head has columns that are not known.
	extra bool
	// measure and direction are the items whose rows are being read; the numbers
	// are theirs.
	measure, direction             int
	measureNumber, directionNumber int
	// labelled is the column of the label that was read last.
	labelled tableColumn
	// lastNumber is that of the initiative read last.
	lastNumber int
	// open is the initiative whose row or rows are being read, nil if none is; it
	// is kept in row.
	open *initiative
	row  initiative
	// sections are those of the initiative that was added last.
	sections sheet.DepartmentList
	// early are lines of a name that stand above the row with its number.
	early []grid.Cell
	// orphans are the initiatives that stand above the first label of a
	// direction.
	orphans []int
}

// initiative is one row of the table, which may go on in the rows below.
type initiative struct {
	at          model.Position
	number      string
	names       []grid.Cell
	departments []grid.Cell
	doubt       doubt
}

func (t *initiativeTable) reset() {
	*t = initiativeTable{measure: none, direction: none, measureNumber: none, directionNumber: none}
	for i := range t.places {
		t.places[i] = none
	}
}

// readTableHeader reads the heads of the table, which every page repeats.
func (r *reader) readTableHeader(l *line) {
	if r.mode == narrating && len(l.cells) == 1 && r.Grid.Layout != grid.PipeCells && !holdsBlank(l.first) {
		r.appendText(l)
		return
	}
	t := &r.table
	if r.mode != listing {
		r.leave(listing)
		r.project = none
	}
	t.fresh, t.lost = true, false
	r.takeHeadings(l)
	for _, cell := range l.cells {
		text := sheet.PlainText(cell.Text)
		column, ok := tableLabels.Find(text)
		if !ok {
			if part, isPart := headPart(text); isPart {
				column = part
			} else if _, _, several := tableLabels.FindPrefix(text); !several {
				t.extra = true // and what it says stays unmapped
				continue
			}
		}
		r.Grid.Claim(cell, grid.Label)
		if r.Grid.Layout != grid.PipeCells {
			t.places[column] = cell.Index
		}
	}
	if number := t.places[numberColumn]; number != none && number <= t.places[directionColumn] {
		// The head has lost its empty cells: its places say nothing.
		t.places[numberColumn], t.places[measureColumn], t.places[directionColumn] = none, none, none
		t.places[nameColumn], t.places[departmentColumn] = none, none
	}
	for r.next < len(r.lines) && r.lines[r.next].kind == plain && isHeadPart(&r.lines[r.next]) {
		r.label(&r.lines[r.next])
		r.next++
	}
	if r.Grid.Layout == grid.Blanks && t.places[nameColumn] == t.places[departmentColumn] {
		// All stands at the beginning of its line: no place says anything.
		for i := range t.places {
			t.places[i] = none
		}
	}
}

// headParts are the lines of heads that are wrapped in narrow columns.
var headParts = map[string]tableColumn{"基本": measureColumn, "施策": measureColumn, "展開": directionColumn, "方向": directionColumn}

// headPart returns the column of a head of which a text is a line.
func headPart(text string) (column tableColumn, ok bool) {
	if len(text) > len("基本") {
		return noColumn, false
	}
	column, ok = headParts[text]
	return column, ok
}

// isHeadPart reports whether a line holds nothing but heads and lines of heads.
func isHeadPart(l *line) bool {
	for _, cell := range l.cells {
		if len(cell.Text) > maxHeadingBytes {
			return false
		}
		for _, word := range wordsOf(cell) {
			if _, ok := headPart(word.Text); ok {
				continue
			}
			if _, ok := tableLabels.Find(word.Text); !ok {
				return false
			}
		}
	}
	return true
}

// finishInitiative adds the initiative that is open.
func (t *initiativeTable) finishInitiative(r *reader) {
	open := t.open
	if open == nil {
		return
	}
	t.open = nil
	name, sections := sheet.JoinCells(open.names, "\n"), &t.sections
	sections.Reset()
	if len(open.departments) == 0 {
		var tail string
		name, tail = r.cutSections(name, open.names)
		if tail != "" {
			sections.Add(tailOf(open.names[len(open.names)-1], tail))
		}
	} else {
		sections.Add(open.departments...)
	}
	item := model.Item{
		At: open.at, ID: cmp.Or(open.number, name), Kind: model.Initiative, Number: open.number, Name: ja.Unwrap(name),
		Departments: sections.Finish(),
	}
	t.addTo(r, item, open.doubt)
}

// tailOf returns the part of a cell that holds the text at its end. A text that
// began in a cell before is given the place of this one.
func tailOf(cell grid.Cell, tail string) grid.Cell {
	text := sheet.PlainText(cell.Text)
	if len(tail) > len(text) {
		return grid.Cell{Text: tail, At: cell.At, Offset: cell.Offset, Index: cell.Index}
	}
	return cell.Slice(sheet.PrintedOffset(cell.Text, text, len(text)-len(tail)), len(cell.Text))
}

// addTo adds an initiative under its direction. A row that is printed twice
// stands once.
func (t *initiativeTable) addTo(r *reader, item model.Item, doubt doubt) {
	parent := t.direction
	if parent == none || doubt == whichDirection {
		parent = t.measure
	}
	if doubt != noDoubt {
		r.Report(model.CodeUnreadable, item.At, "展開方向", item.Number+" "+item.Name+" beside two labels", "the place of one")
	}
	if doubt == whichMeasure {
		parent = none
	}
	if parent != none {
		item.Parent = r.item(parent).ID
		item.ID = item.Parent + "/" + item.Number
		if item.Number == "" {
			item.ID = item.Parent + "/" + item.Name
		}
	}
	if known, stands := r.ids[item.ID]; stands {
		if ja.Key(r.item(known).Name) == ja.Key(item.Name) {
			return
		}
		item.ID = r.freeID(item.ID, item.Name)
	}
	if item.Name == "" {
		r.Report(model.CodeNoName, item.At, "取組項目")
	}
	index := r.addItem(item)
	if parent == none && !t.lost && doubt == noDoubt {
		t.orphans = append(t.orphans, index)
	}
}

// adopt gives the initiatives above the first label of a direction that
// direction as their parent.
func (t *initiativeTable) adopt(r *reader) {
	parent := r.item(t.direction).ID
	for _, index := range t.orphans {
		item := r.item(index)
		delete(r.ids, item.ID)
		item.Parent, item.ID = parent, r.freeID(parent+"/"+item.Number, item.Name)
		r.ids[item.ID] = index
		r.Report(model.CodeShiftedRow, item.At, item.Number+" "+item.Name, "-", "展開方向")
	}
	t.orphans = nil
}

// begin starts the initiative with the number that a cell holds.
func (t *initiativeTable) begin(r *reader, cell grid.Cell) {
	t.finishInitiative(r)
	number := ja.Fold(sheet.PlainText(cell.Text))
	r.Grid.Claim(cell, grid.Value)
	t.row = initiative{at: cell.At, number: number, names: append(t.row.names[:0], t.early...), departments: t.row.departments[:0]}
	t.open, t.early = &t.row, t.early[:0]
	t.lastNumber = countOf(number)
}

// addName adds a piece of the open initiative's name. Without columns, the sections stand
// behind it on its line.
func (t *initiativeTable) addName(r *reader, cell grid.Cell) {
	if r.Grid.Layout == grid.Blanks && t.places[departmentColumn] == none {
		if name, tail := sheet.CutDepartments(cell.Text); tail != "" && name != "" {
			end := len(cell.Text) - len(tail)
			t.addDepartments(r, cell.Slice(end, len(cell.Text)))
			cell = cell.Slice(0, end)
		}
	}
	r.Grid.Claim(cell, grid.Value)
	t.open.names = append(t.open.names, cell)
}

// maxSectionBytes is how long a cell of sections may be.
const maxSectionBytes = 2000

// addDepartments adds a piece of the open initiative's sections.
func (t *initiativeTable) addDepartments(r *reader, cell grid.Cell) {
	switch text := sheet.PlainText(cell.Text); {
	case !ja.LongerThan(text, 1) && !ja.IsDash(text):
		return // the end of a name that began elsewhere; it stays unmapped
	case len(text) > maxSectionBytes:
		return // no list of sections; it stays unmapped
	case ja.IsDash(text):
		r.Skip(cell)
		return
	}
	r.Grid.Claim(cell, grid.Value)
	t.open.departments = append(t.open.departments, cell)
}

// value claims a cell as a value and returns its text without any markup.
func (r *reader) value(cell grid.Cell) string {
	r.Grid.Claim(cell, grid.Value)
	return sheet.PlainText(cell.Text)
}

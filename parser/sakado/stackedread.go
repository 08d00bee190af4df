package sakado

import (
	"slices"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// findStacked finds the pages whose cells have several lines among rows, and what each of
// them holds.
func (r *reader) findStacked(rows [][]sheet.Token) []*stackedPage {
	if r.Grid.Layout != grid.Blanks || len(rows) == 0 {
		return nil
	}
	first, last := int(rows[0][0].Row), int(rows[len(rows)-1][0].Row)+1
	if !r.hasTextRows(first, last) {
		return nil
	}
	pages := r.findStackedPages(first, last)
	if len(pages) > 0 {
		cutItems(pages)
		r.findPolicies(pages)
	}
	return pages
}

// hasTextRows reports whether some rows of a table have no value, as lines have on which
// cells only go on: rows of whole cells are an item's or an indicator's.
func (r *reader) hasTextRows(first, last int) bool {
	count := 0
	for row := first; row < last && count < minWraps; row++ {
		own := &r.Grid.Rows[row]
		holdsValue := slices.ContainsFunc(own.Cells, func(cell grid.Cell) bool { return r.isSureFigure(cell.Text) || r.isStateWord(cell.Text) })
		if !holdsValue && !isOutsideRow(own) && !r.isStackedHeadRow(row) {
			count++
		}
	}
	return count == minWraps
}

// readStacked reads a page.
func (r *reader) readStacked(p *stackedPage) {
	if p.blind {
		return
	}
	if p.first < p.body {
		p.head.take(r)
	}
	first := p.last - p.body
	if len(p.cuts) > 0 {
		first = p.cuts[0]
	}
	if first > 0 && r.item != nil && len(p.numbers) == len(p.cuts) {
		r.readStackedItem(p, 0, first)
	}
	for i, cut := range p.cuts {
		end := p.last - p.body
		if i+1 < len(p.cuts) {
			end = p.cuts[i+1]
		}
		r.beginStackedItem(p, i)
		r.readStackedItem(p, cut, end)
	}
}

// beginStackedItem begins the item of a number.
func (r *reader) beginStackedItem(p *stackedPage, i int) {
	piece := p.numbers[i]
	number, _ := itemNumber(piece.Text)
	if own := p.policies[i]; own != nil {
		r.policy = own
	}
	if r.item != nil && r.item.Number == number && i == 0 {
		r.Skip(piece.Cell) // printed again behind a page break
		return
	}
	r.Grid.Claim(piece.Cell, grid.Value)
	r.addItem(piece.At)
	if p.unsure[i] {
		r.Report(model.CodeColumnUnknown, piece.At, "No."+number, number, r.label(policyColumn))
		r.item.Policy = nil
	}
	r.item.ID, r.item.Number = r.unusedID(number), number
	if r.item.ID != number {
		r.Report(model.CodeNumberTwice, piece.At, number, r.item.ID)
	}
}

// readStackedItem reads the lines from first to the one before end, which belong to the last
// item. Those that may be another's are left.
func (r *reader) readStackedItem(p *stackedPage, first, end int) {
	if name := p.linesOf(itemColumn, first, end); len(name) > 0 && r.item.Name == "" {
		r.item.Name = ja.Unwrap(r.Value(p.whole(name)))
	}
	if r.item.Name == "" {
		r.Report(model.CodeNoName, r.item.At, "取組項目")
	}
	if sections := p.linesOf(departmentColumn, first, end); len(sections) > 0 {
		cell := p.whole(sections)
		r.Value(cell)
		var list sheet.DepartmentList
		cell.Text = r.Grid.Whole(cell)
		list.Add(cell)
		if len(r.item.Departments) == 0 {
			r.item.Departments = list.Finish()
		}
	}
	for _, c := range [...]column{overviewColumn, activityColumn, opinionColumn, nextColumn} {
		if lines := p.linesOf(c, first, end); len(lines) > 0 {
			r.addStackedText(c, p.whole(lines))
		}
	}
	if grades := p.linesOf(gradeColumn, first, end); len(grades) == 1 {
		r.readGrade(sheet.Token{Cell: grades[0].Cell, Row: int32(p.body + grades[0].line)})
	}
	for _, row := range p.newIndicatorCuts(p.top).indicators(first, end) {
		r.addStackedIndicator(p, &row)
	}
}

// linesOf returns the lines of a column that surely belong to an item.
func (p *stackedPage) linesOf(c column, first, end int) []*stackedPiece {
	lines := linesIn(p.of(c), first, end)
	if len(p.doubtful) == 0 {
		return lines
	}
	return slices.DeleteFunc(slices.Clone(lines), func(piece *stackedPiece) bool { return p.doubtful[piece.line] == anyItem })
}

// whole makes one cell of lines.
func (p *stackedPage) whole(lines []*stackedPiece) grid.Cell {
	for _, line := range lines[1:] {
		p.g.AddLine(lines[0].Cell, line.Cell)
	}
	return lines[0].Cell
}

// addStackedText adds a text; what is there already goes on behind a page break.
func (r *reader) addStackedText(c column, cell grid.Cell) {
	own := r.item.text(c)
	if own.Key == "" && ja.IsDash(r.Grid.Whole(cell)) {
		r.Skip(cell)
		return
	}
	if own.Key == "" {
		*own = model.Text{At: cell.At, Key: textKeys[c], Label: r.label(c), FY: r.heads[c].fy}
	}
	r.ContinueText(&own.Text, own.Label, cell)
	if own.Text == "" {
		own.Key = ""
	}
}

// doubtOf tells how sure it is that an indicator belongs to its item.
func (p *stackedPage) doubtOf(row *stackedRow) doubt {
	most := noDoubt
	for _, piece := range slices.Concat(row.name, slices.Concat(row.values[:]...)) {
		most = max(most, p.doubtful[piece.line])
	}
	return most
}

// isTornRow reports whether a cell of an indicator holds those of two columns or of two
// indicators, or a word on its lines can't be given to a column.
func (p *stackedPage) isTornRow(row *stackedRow) bool {
	for _, piece := range row.name {
		words := sheet.SplitWords(sheet.Token{Cell: piece.Cell})
		if p.torn[piece.line] || slices.ContainsFunc(words, func(word sheet.Token) bool { return p.isSureFigure(word.Text) }) {
			return true
		}
	}
	for _, values := range row.values {
		for i, piece := range values {
			sure := 0
			for _, word := range sheet.SplitWords(sheet.Token{Cell: piece.Cell}) {
				if p.isSure(word.Text) {
					sure++
				}
			}
			if sure > 1 || p.torn[piece.line] || i > 0 && p.isSure(joinPieces(values[:i])) && p.isSure(piece.Text) {
				return true
			}
		}
	}
	return false
}

// addStackedIndicator adds an indicator.
func (r *reader) addStackedIndicator(p *stackedPage, row *stackedRow) {
	own := p.doubtOf(row)
	if len(row.name) == 0 || own == anyItem || p.isTornRow(row) {
		for _, piece := range slices.Concat(row.name, slices.Concat(row.values[:]...)) {
			r.Report(model.CodeColumnUnknown, piece.At, "No."+r.item.Number, piece.Text, r.columnNames())
		}
		return
	}
	name := p.whole(row.name)
	r.indicators = append(r.indicators, model.Indicator{At: name.At, Values: make([]model.Value, 0, r.valueCount())})
	indicator := &r.indicators[len(r.indicators)-1]
	sheet.NameIndicator(indicator, sheet.TrimQuotes(r.Value(name)))
	if own == likelyItem {
		r.Report(model.CodeShiftedRow, name.At, indicator.Name, "between two items", "beside No."+r.item.Number)
	}
	for i := range r.valueCount() {
		if len(row.values[i]) == 0 {
			continue
		}
		own := r.valueColumn(i)
		r.reportUndated(indicator, own, r.valueCount())
		cell := p.whole(row.values[i])
		reading := ja.ReadQuantity(joinPieces(row.values[i]), ja.Expect{Unit: indicator.Unit, NearFY: r.near()})
		reading.Quantity.Raw = ja.StripMarkup(r.Grid.Whole(cell))
		r.AddReading(indicator, own.fy, own.measure, cell, &reading)
	}
}

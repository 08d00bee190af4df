package sakado

import (
	"slices"
	"strconv"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

func columnName(index int32) string { return strconv.Itoa(int(index) + 1) }

// readIndicators reads cells that hold nothing but indicators. Where they can't
// be cut into whole ones, their columns tell which values are missing; index is
// where the first name is expected.
func (r *reader) readIndicators(cells []sheet.Token, index int32) {
	if len(cells) == 0 || r.readRepeatedMark(cells) {
		return
	}
	if !slices.ContainsFunc(cells, func(cell sheet.Token) bool { return !sheet.IsNothing(cell.Cell) }) {
		for _, cell := range cells {
			r.Skip(cell.Cell) // dashes in the place of an indicator
		}
		return
	}
	if len(cells) == 1 && sayNone[ja.Key(ja.StripMarkup(cells[0].Text))] {
		r.Skip(cells[0].Cell)
		return
	}
	cells = r.dropHeads(cells)
	indicators := r.readStackedCells(cells)
	if indicators == nil {
		indicators = r.partition(cells)
	}
	if indicators == nil {
		indicators = r.byColumn(cells)
	}
	for i := range indicators {
		r.addIndicator(&indicators[i])
	}
}

// sayNone are the words, as keys, that stand where an item has no indicators.
var sayNone = map[string]bool{"なし": true, "無し": true, "該当なし": true, "設定なし": true, "数値目標なし": true, "指標なし": true}

// readRepeatedMark reads a cell that only says (再掲): the second line of the
// name above.
func (r *reader) readRepeatedMark(cells []sheet.Token) bool {
	last := len(r.indicators) - 1
	if len(cells) != 1 || last < r.item.firstIndicator || !isRepeatedMark(cells[0].Text) {
		return false
	}
	r.Grid.Claim(cells[0].Cell, grid.Label)
	r.indicators[last].Repeated = true
	return true
}

// byColumn reads a name with fewer values than columns: empty cells between or
// behind them tell which are missing. Without columns they can't be told.
func (r *reader) byColumn(cells []sheet.Token) []found {
	var result []found
	for len(cells) > 0 {
		name := cells[0]
		if !r.isName(name.Text) && !r.isUnitNameOf(cells) || r.maybeValue(result, name) || r.holdsValue(name) {
			r.reportUnplaced(cells)
			return result
		}
		one := found{name: name}
		count := 1
		for count < len(cells) && count <= r.valueCount() {
			offset := cells[count].Index - name.Index - 1
			if !r.isValue(cells[count].Text) || !ja.HasDigit(cells[count].Text) && r.beginsWithState(cells[count]) || offset < 0 || int(offset) >= r.valueCount() || !r.hasColumns() || cells[count].Joined {
				break
			}
			one.values[offset], one.has[offset] = cells[count], true
			count++
		}
		if count == 1 && len(cells) > 1 && !r.isLoneName(cells) || count > 1 && r.mayLackACell(cells[:count]) {
			r.reportUnplaced(cells[1:])
			return append(result, found{name: name})
		}
		if count > 1 && count <= r.valueCount() && r.gluedValue(name.Text, cells[1].Text) > 0 {
			r.reportUnplaced(cells[1:]) // the first value has run into the name
			return append(result, found{name: name})
		}
		if r.hasOneMore(cells, count) {
			r.reportUnplaced(cells)
			return result
		}
		result = append(result, one)
		cells = cells[count:]
	}
	return result
}

// isUnitNameOf reports whether the first of cells is a unit in the column of names, with a
// figure in a cell behind it.
func (r *reader) isUnitNameOf(cells []sheet.Token) bool {
	return r.hasColumns() && cells[0].Index == r.heads[nameColumn].index && len(cells) > 1 && r.isOddName(cells[0].Text) && r.isSureFigure(cells[1].Text)
}

// maybeValue reports whether a cell that begins with a figure stands where the last
// indicator lacks a value, so that a line end may have joined that value to a name.
func (r *reader) maybeValue(before []found, cell sheet.Token) bool {
	if len(before) == 0 || !r.hasColumns() || figureStart(cell.Text) != 0 && !r.beginsWithState(cell) {
		return false
	}
	last := &before[len(before)-1]
	offset := cell.Index - last.name.Index - 1
	return offset >= 0 && int(offset) < r.valueCount() && !last.has[offset]
}

// holdsValue reports whether a cell in a name's place begins or ends with a figure that a
// blank parts from the rest: a value that has run into the name. Ages and years may begin
// a name.
func (f *facts) holdsValue(cell sheet.Token) bool {
	if isOneWord(cell.Text) || !ja.HasDigit(cell.Text) || len(cell.Text) > maxFigureBytes {
		return false
	}
	words := f.valueWords(cell)
	first := words[0].Text
	return f.isSureFigure(words[len(words)-1].Text) || f.isSureFigure(first) && !ages.In(first)
}

var ages = ja.NewCharacters("歳才年級")

// beginsWithState reports whether the first of several words of a cell stands in a number's
// place elsewhere: 実施 窓口の案内.
func (f *facts) beginsWithState(cell sheet.Token) bool {
	return !isOneWord(cell.Text) && f.isStateWord(sheet.SplitWords(cell)[0].Text)
}

// mayLackACell reports whether a name and its values are fewer than the table has
// columns for them, and neither the column of the name nor a blank cell behind
// the values shows which one is missing: a row that was moved may have lost one, and
// so may one that is shorter.
func (r *reader) mayLackACell(cells []sheet.Token) bool {
	name, last := cells[0], cells[len(cells)-1]
	if len(cells) <= r.valueCount() && r.hasLostACell(last) {
		return true
	}
	return len(cells) <= r.valueCount() && name.Index != r.heads[nameColumn].index &&
		int(last.Index-name.Index) == len(cells)-1 && r.endsRow(last)
}

// hasLostACell reports whether a cell is gone from the row of a value: the grade stands
// before its column right behind the values, or blank cells end a row that is shorter
// than the table's head.
func (r *reader) hasLostACell(value sheet.Token) bool {
	own, row := r.heads[gradeColumn], r.Grid.Rows[value.Row]
	if r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows || len(r.extra) > 0 || row.Width >= r.width {
		return false
	}
	if int(row.Cells[len(row.Cells)-1].Index)+1 < row.Width {
		return true
	}
	at := slices.IndexFunc(row.Cells, func(cell grid.Cell) bool { return cell.Offset > value.Offset })
	return at >= 0 && own.label != "" && row.Cells[at].Index < own.index && gradeIn(row.Cells[at].Text) != ""
}

// endsRow reports whether no cell stands behind a token in its row, not even a
// blank one.
func (r *reader) endsRow(token sheet.Token) bool {
	return r.Grid.Layout != grid.PipeCells && int(token.Index)+1 >= r.Grid.Rows[token.Row].Width
}

// isLoneName reports whether the first cell is a name whose values are all
// missing: the next name stands where the next row would.
func (r *reader) isLoneName(cells []sheet.Token) bool {
	return r.hasColumns() && int(cells[1].Index-cells[0].Index) > r.valueCount()
}

func (r *reader) reportUnplaced(cells []sheet.Token) {
	for _, cell := range cells {
		r.Report(model.CodeColumnUnknown, cell.At, "No."+r.item.Number, cell.Text, r.columnNames())
	}
}

// columnNames names the columns of an indicator in messages.
func (r *reader) columnNames() string {
	names := "項目"
	for i := range r.valueCount() {
		if own := r.valueColumn(i); r.values != nil && own.head != "" {
			names += ", " + own.head
		} else if r.values == nil {
			names += ", " + spellings[usualColumns[i]][0]
		}
	}
	return names
}

func (r *reader) addIndicator(one *found) {
	count := r.valueCount()
	r.indicators = append(r.indicators, model.Indicator{At: one.name.At, Values: make([]model.Value, 0, count)})
	indicator := &r.indicators[len(r.indicators)-1]
	r.Grid.Claim(one.name.Cell, grid.Value)
	r.noteMovedName(one.name)
	name := sheet.TrimQuotes(ja.StripMarkup(one.name.Text))
	if r.nameBegin != "" {
		name, r.nameBegin = r.nameBegin+"\n"+name, ""
	}
	sheet.NameIndicator(indicator, name)
	for i := range count {
		own := r.valueColumn(i)
		switch {
		case !one.has[i]:
		case own.measure == "":
			r.reportUnplaced(one.values[i : i+1])
		default:
			r.reportUndated(indicator, own, count)
			r.AddValue(indicator, own.fy, own.measure, one.values[i].Cell, r.near())
		}
	}
}

// reportUndated reports the first value of a table whose heads of values are lost.
func (r *reader) reportUndated(indicator *model.Indicator, own valueColumn, count int) {
	if own.head == "" && own.fy == 0 && !r.undated {
		r.undated = true
		r.Report(model.CodeYearUnknown, indicator.At, indicator.Name, strconv.Itoa(count), strconv.Itoa(count), "no head of the values printed")
	}
}

// near returns a year of the plan, by which a year without an era is read.
func (r *reader) near() int {
	for _, c := range [...]column{targetColumn, actualColumn, baselineColumn} {
		if r.heads[c].fy != 0 {
			return r.heads[c].fy
		}
	}
	if r.Document.Plan != nil {
		return r.Document.Plan.EndFY
	}
	return 0
}

// continueItem reads a row below an item's first: more indicators wherever they
// stand, and texts that a page break or a broken line has cut.
func (r *reader) continueItem(row []sheet.Token) {
	if r.disordered && r.order == nil {
		return // which cell stands under which head can't be told
	}
	if r.item.cut != noColumn {
		r.continueCut(row)
		return
	}
	if r.isLoneLine(row) || r.isSubtotal(row) || r.closed && !r.areSureIndicators(row) {
		return // it stands outside the table, or is the rest of a cell that can't be told
	}
	if r.isAnothersRow(row) {
		r.reportAnothers(row)
		return
	}
	row = r.dropHeads(row)
	first, last := r.indicatorSpan(row)
	shift := int32(0)
	if first < last && r.hasColumns() {
		shift = row[first].Index - r.heads[nameColumn].index
	}
	for i, token := range row {
		if i >= first && i < last {
			continue
		}
		r.continueText(token, shift)
	}
	r.readIndicators(row[first:last], r.heads[nameColumn].index+shift)
}

// isSubtotal reports whether a row is a sum over items, and no indicator of one.
func (r *reader) isSubtotal(row []sheet.Token) bool {
	return len(row[0].Text) <= maxMarkBytes && strings.Contains(row[0].Text, "計") &&
		(ja.Key(row[0].Text) == "小計" || isTotal(row[0].Text) && row[0].Index < r.heads[nameColumn].index)
}

// areSureIndicators reports whether cells are nothing but indicators whose values are figures
// or words that stand in a number's place.
func (r *reader) areSureIndicators(cells []sheet.Token) bool {
	found := r.partition(cells)
	for i := range found {
		if !r.haveSureValues(found[i].values[:r.valueCount()]) {
			return false
		}
	}
	return len(found) > 0
}

// isLoneLine reports whether a row is a line that is no cell's of the table: it holds no
// indicator with its values, and no name stands in the column of names.
func (r *reader) isLoneLine(row []sheet.Token) bool {
	return len(row) == 1 && row[0].Index == 0 && r.rowWidth(row) == 1 && r.heads[nameColumn].index > 0 &&
		(r.Grid.Layout == grid.Tabs || r.Grid.Layout == grid.PipeRows) && !isRepeatedMark(row[0].Text) && r.isName(row[0].Text) &&
		(ja.HasDigit(row[0].Text) && r.partition(row) == nil || !ja.HasDigit(row[0].Text) && !r.endsInStates(row[0]))
}

// endsInStates reports whether a name and a word in a number's place, or a dash, for each
// of an indicator's values have run together: 窓口用封筒の導入 実施 継続 継続. Where there are
// just as many words, one of them that is known tells.
func (r *reader) endsInStates(token sheet.Token) bool {
	words := sheet.SplitWords(token)
	count := r.valueCount()
	if len(words) <= count {
		return false
	}
	states := 0
	for _, word := range words[len(words)-count:] {
		if r.isStateWord(word.Text) || ja.IsDash(word.Text) {
			states++
		}
	}
	return states == count || states > 0 && len(words) == count+1
}

// isRepeatedMark reports whether a text only says (再掲).
func isRepeatedMark(text string) bool {
	return strings.Trim(ja.Key(ja.StripMarkup(text)), "()") == "再掲"
}

// continueText adds a cell to the text of its column.
func (r *reader) continueText(token sheet.Token, shift int32) {
	if gradeIn(token.Text) != "" && !r.item.isGraded() {
		r.readGrade(token)
		return
	}
	if r.hasColumns() {
		for _, c := range [...]column{overviewColumn, activityColumn, opinionColumn, nextColumn} {
			if r.heads[c].label != "" && token.Index-shift == r.heads[c].index {
				r.addText(c, token)
				return
			}
		}
	}
	r.Report(model.CodeColumnUnknown, token.At, "No."+r.item.Number, token.Text, "the texts above")
}

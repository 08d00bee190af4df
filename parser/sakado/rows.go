package sakado

import (
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readItemRow reads a row of the table: a new item, or more of the one above.
func (r *reader) readItemRow(row []sheet.Token) {
	defer func() { r.behindHead = false }()
	a, begins := r.findAnchor(row)
	if begins && r.item != nil && r.item.cut != noColumn && !r.isDepartmentsAfter(row, a) {
		begins = false
	}
	if !begins && r.item != nil && r.surelyGoesOn(row) && r.continueTexts(row, true) {
		return
	}
	if !begins && (r.continueHead(row) || r.beginsUnnumbered(row) || r.readJoinedRow(row)) {
		return
	}
	if !begins {
		if r.item != nil && !r.continueTexts(row, false) {
			r.continueItem(row)
		}
		return
	}
	r.beginItem(a, row)
	rest := row[a.at:]
	switch {
	case a.name.Text != "":
		r.setName(a.name)
	case r.readInPlace(rest, a.index):
		return
	case r.lacksName(rest, a.index) || r.lacksNameAndSections(rest, a.index):
		r.Report(model.CodeNoName, a.number.At, "取組項目")
	case len(rest) > 0:
		rest = r.partNameAndSections(rest)
		name, sections := r.splitSections(rest)
		r.setName(name)
		rest = rest[1:]
		if sections.Text != "" {
			a.index = sections.Index - 1
			r.addDepartments(sections)
			r.readFields(rest, a.index)
			return
		}
	}
	rest = r.takeDepartments(rest, &a)
	r.readFields(rest, a.index)
}

// beginsUnnumbered reads the row of an item that lost its number: its sections
// stand behind a name and before a running text. Its id is the name then.
func (r *reader) beginsUnnumbered(row []sheet.Token) bool {
	if at := r.nameOfAnother(row); at >= 0 {
		if r.isPolicy(row[0].Text) {
			r.setPolicy(row[0])
		}
		r.beginNamed(row[at])
		r.readFields(row[at+1:], row[at].Index-1)
		return true
	}
	at, last := 1, min(3, len(row))
	if r.isPolicy(row[0].Text) {
		last = min(4, len(row)) // what stands for the number can't be read
	}
	for at < last && !r.isDepartments(row[at].Text) {
		at++
	}
	if at >= last || at+1 >= len(row) || !isSentence(row[at+1].Text) || isSentence(row[at-1].Text) || r.isFigure(row[at-1].Text) {
		return false
	}
	if r.item != nil && ja.Key(r.item.Name) == ja.Key(row[at-1].Text) {
		return false
	}
	if at >= 2 && r.isPolicy(row[0].Text) {
		r.setPolicy(row[0])
	}
	r.beginNamed(row[at-1])
	r.addDepartments(row[at])
	r.readFields(row[at+1:], row[at].Index-2)
	return true
}

// beginNamed begins an item that lost its number.
func (r *reader) beginNamed(name sheet.Token) {
	r.addItem(name.At)
	r.setName(name)
	r.item.ID = r.unusedID(r.item.Name)
	r.Report(model.CodeNoNumber, name.At, "No.")
}

// nameOfAnother returns which cell of a row is the name of an item that lost its number
// and has no sections: it stands under its head before running texts and a grade, while
// the item above has its own. It is -1 where there is none.
func (r *reader) nameOfAnother(row []sheet.Token) int {
	own := r.heads[itemColumn]
	if r.item == nil || !r.item.isGraded() || len(row) < 3 || own.label == "" {
		return -1
	}
	at := cellsBefore(row, own.index)
	if at > 2 || at+1 >= len(row) || row[at].Index != own.index || !r.isWithoutSections(row[at:], row[at]) || ja.Key(r.item.Name) == ja.Key(row[at].Text) ||
		!slices.ContainsFunc(row, func(token sheet.Token) bool { return gradeIn(token.Text) != "" }) {
		return -1
	}
	return at
}

// setPolicy takes the 基本方針 that holds for the items from here on.
func (r *reader) setPolicy(token sheet.Token) {
	number, name := splitPolicy(token.Text)
	if number == "" {
		number, name = sheet.SplitNumber(name) // 1 市民と行政との…
	}
	if r.policy != nil && ja.Key(r.policy.Name) == ja.Key(name) {
		r.Skip(token.Cell)
		return
	}
	level := r.heads[policyColumn].label
	if level == "" {
		level = "基本方針"
	}
	r.policy = &model.Policy{At: token.At, Level: level, Number: number, Name: name}
	r.claimValue(token)
}

// splitSections parts the sections from an item's name, where they stand in one
// cell with it and none stand behind.
func (f *facts) splitSections(cells []sheet.Token) (name, sections sheet.Token) {
	name = cells[0]
	if len(cells) < 2 || f.isDepartments(cells[1].Text) {
		return name, sections
	}
	words := sheet.SplitWords(name)
	first := len(words)
	for first > 1 && f.isDepartments(words[first-1].Text) {
		first--
	}
	if first == len(words) {
		return name, sections
	}
	at := int(words[first].Offset - name.Offset)
	sections = sheet.Token{Cell: name.Slice(at, len(name.Text)), Row: name.Row, Joined: true}
	name.Cell = name.Slice(0, at)
	return name, sections
}

// isDepartmentsAfter reports whether sections stand behind an item's name, as
// in every whole row.
func (f *facts) isDepartmentsAfter(row []sheet.Token, a anchor) bool {
	at := a.at
	if a.name.Text == "" {
		at++
	}
	return at < len(row) && f.isDepartments(row[at].Text)
}

// beginItem begins the item of a number, or goes on with the item above where a
// page break has repeated its number and name.
func (r *reader) beginItem(a anchor, row []sheet.Token) {
	if a.policy.Text != "" {
		r.setPolicy(a.policy)
	}
	number, _ := itemNumber(a.number.Text)
	if r.item != nil && r.item.Number == number && !r.namesAnother(a, row) {
		r.Skip(a.number.Cell) // printed again behind a page break
		return
	}
	r.claimValue(a.number)
	r.addItem(a.number.At)
	r.item.ID, r.item.Number = r.unusedID(number), number
	if r.item.ID != number {
		r.Report(model.CodeNumberTwice, a.number.At, number, r.item.ID)
	}
	if expected := r.heads[numberColumn]; expected.label != "" && r.Grid.Layout == grid.Tabs && a.index != expected.index && !a.number.Joined {
		r.Report(model.CodeShiftedRow, a.number.At, number, columnName(a.index), columnName(expected.index))
	}
}

// namesAnother reports whether the row of a repeated number has a name that is
// neither the item's nor a part of it, as where (続き) is added.
func (r *reader) namesAnother(a anchor, row []sheet.Token) bool {
	name := a.name
	if name.Text == "" && a.at < len(row) {
		name = row[a.at]
	}
	known, key := ja.Key(r.item.Name), ja.Key(ja.StripMarkup(name.Text))
	return key != "" && r.isDepartmentsAfter(row, a) && !strings.Contains(key, known) && !strings.Contains(known, key)
}

func (r *reader) setName(token sheet.Token) {
	name := ja.Unwrap(ja.StripMarkup(token.Text))
	if r.item.Name == "" {
		r.item.Name = name
		r.claimValue(token)
		return
	}
	r.Skip(token.Cell) // printed again behind a page break, with or without (続き)
}

// readFields reads what stands behind the sections: two texts, indicators, the
// grade and two more texts. index is that of the column No., from which the
// others are counted.
func (r *reader) readFields(rest []sheet.Token, index int32) {
	if r.disordered && r.order == nil {
		return // which cell stands under which head can't be told
	}
	rest = r.dropGradeLabel(r.splitJoinedGrade(rest))
	grade := r.findGrade(rest, index)
	whole := false
	if grade < 0 {
		rest, whole = r.readByHeads(r.takeStatus(rest, index), index)
	}
	before, after := rest, []sheet.Token(nil)
	if grade >= 0 {
		before, after = rest[:grade], rest[grade+1:]
	}
	before = r.partJoinedName(before, index)
	before, texts := r.partTexts(before, r.countTexts(before, index), index)
	for i, token := range before[:texts] {
		c := overviewColumn + column(i)
		if texts == 1 && token.Index-index == 4 && r.hasColumns() {
			c = activityColumn
		}
		if gradeIn(token.Text) != "" {
			continue // no text, whatever its head is
		}
		r.addText(c, token)
	}
	r.item.cut = noColumn
	if grade < 0 && len(before) == texts && !whole {
		r.item.cut = r.cutColumn(texts)
	}
	if grade < 0 && !whole {
		before, after = r.readUngraded(before, texts, index)
		texts = min(texts, len(before))
	}
	last := index + 8
	if len(before) > 0 {
		last = before[len(before)-1].Index
	}
	r.readIndicators(before[texts:], index+5)
	if grade < 0 && !whole && len(after) == 0 && r.endsInName(before[texts:], index) {
		r.item.cut = nameColumn
	}
	if grade >= 0 {
		opinionToo := r.readGrade(rest[grade])
		last = rest[grade].Index
		if opinionToo || rest[grade].Joined {
			last-- // two cells stood in one
		}
	} else if len(after) > 0 {
		last++
	}
	r.readOpinions(after, last)
}

// readUngraded parts the cells of a row without a grade whose columns can't be told, behind
// whose texts stand the indicators. A dash for the grade is passed over, and what may be an
// indicator as well as a text is reported.
func (r *reader) readUngraded(cells []sheet.Token, texts int, index int32) (before, after []sheet.Token) {
	before, after = r.splitUngraded(cells, texts)
	if len(after) > 1 && ja.IsDash(ja.StripMarkup(after[0].Text)) {
		r.Skip(after[0].Cell)
		after = after[1:]
	}
	if at := r.unplacedBehind(before, min(texts, len(before)), index); at < len(before) {
		r.reportUnplaced(slices.Concat(before[at:], after))
		return before[:at], nil
	}
	return before, after
}

// hasColumns reports whether an index is a column of the table.
func (r *reader) hasColumns() bool { return r.Grid.Layout != grid.Blanks }

// isText reports whether the token is one of the two texts before the
// indicators.
func (r *reader) isText(row []sheet.Token, i int) bool { return i < 2 && isSentence(row[i].Text) }

// countTexts tells how many of the cells behind the sections are the texts C
// and D: those of these columns, or as many as leave whole indicators.
func (r *reader) countTexts(cells []sheet.Token, index int32) int {
	if r.hasColumns() {
		count := 0
		for count < min(2, len(cells)) && cells[count].Index-index <= 4 && (!r.isFigure(cells[count].Text) || ja.IsDash(ja.StripMarkup(cells[count].Text))) && !r.isJoinedIndicator(cells, count) {
			count++
		}
		if count == 1 && r.isMovedText(cells, index) {
			count++
		}
		if count > 0 && !isSentence(cells[count-1].Text) && r.partition(cells[count:]) == nil &&
			r.partition(cells[count-1:]) != nil {
			count-- // the two texts stood in one cell
		}
		if count > 0 || len(cells) == 0 {
			return count
		}
	}
	count := 0
	for count < min(2, len(cells)) && isSentence(cells[count].Text) {
		count++
	}
	for try := min(2, len(cells)); try >= count; try-- {
		if r.partition(cells[try:]) != nil {
			return try
		}
	}
	return count
}

// splitUngraded parts the cells of a row without a grade: whole indicators, and
// behind them the opinion and next year's target. A dash may stand for the
// grade.
func (r *reader) splitUngraded(cells []sheet.Token, texts int) (before, after []sheet.Token) {
	tail := len(cells)
	for tail > texts && isSentence(cells[tail-1].Text) {
		tail--
	}
	if tail > texts && tail < len(cells) && ja.IsDash(cells[tail-1].Text) && r.partition(cells[texts:tail]) == nil {
		tail--
	}
	return cells[:tail], cells[tail:]
}

// readOpinions reads the two texts behind the grade, whose index is given.
func (r *reader) readOpinions(cells []sheet.Token, grade int32) {
	for len(cells) > 0 && r.item.isGraded() && len(cells[0].Text) <= len("Ａ")*len(r.item.evaluation.Grade) && ja.Fold(cells[0].Text) == r.item.evaluation.Grade {
		r.Skip(cells[0].Cell) // a merged cell that is repeated over its span
		cells = cells[1:]
	}
	if len(cells) == 1 && !r.hasColumns() {
		if at := lastGap(cells[0].Text); at > 0 && lastGap(cells[0].Text[:at]) == 0 {
			cells = r.partCell(cells, 0, at)
		}
	}
	for i, token := range cells {
		c := opinionColumn + column(i)
		switch {
		case i == 0 && r.item.text(opinionColumn).Key != "" && len(cells) == 1:
			c = nextColumn
		case len(cells) == 1 && r.hasColumns() && token.Index == grade+2:
			c = nextColumn
		case len(cells) == 1 && (!r.hasColumns() || r.lostCell(token)) && !ja.IsDash(token.Text):
			r.Report(model.CodeColumnUnknown, token.At, r.item.Number, token.Text, "本部会意見, 目標")
			return
		}
		if c > nextColumn {
			return
		}
		if ja.IsDash(ja.StripMarkup(token.Text)) {
			r.Skip(token.Cell)
			continue
		}
		r.addText(c, token)
	}
}

// lostCell reports whether the row of a cell is shorter than the table's head
// though blank cells still end rows: then one of its cells is gone, and its
// column can't be told from its index.
func (r *reader) lostCell(token sheet.Token) bool {
	if r.Grid.Layout == grid.PipeCells || r.Grid.Rows[token.Row].Width >= r.width || token.Row+1 == r.mended {
		return false
	}
	return slices.ContainsFunc(r.Grid.Rows, func(row grid.Row) bool {
		return int(row.Cells[len(row.Cells)-1].Index)+1 < row.Width
	})
}

// addText adds a cell to the text of its column; what is there already goes on
// behind a page break.
func (r *reader) addText(c column, token sheet.Token) {
	text := ja.StripMarkup(token.Text)
	own := r.item.text(c)
	switch {
	case text == "" || ja.IsDash(text) || own.Key != "" && own.Text == text:
		r.Skip(token.Cell)
	case own.Key == "":
		r.Grid.Claim(token.Cell, grid.Value)
		*own = model.Text{At: token.At, Key: textKeys[c], Label: r.label(c), FY: r.heads[c].fy, Text: text}
	case sheet.IsDitto(text):
		// a word for the text above is no line of it
	default:
		r.Grid.Claim(token.Cell, grid.Value)
		r.Report(model.CodePageBreak, token.At, own.Label, text)
		r.AddLine(&own.Text, text)
	}
}

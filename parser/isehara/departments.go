package isehara

import (
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readDepartmentHead takes the heads of the row that names who is in charge.
func (r *reader) readDepartmentHead(token sheet.Token, k kind) {
	if k == department && len(r.departmentColumns) > 0 && r.Next < len(r.Tokens) && r.Tokens[r.Next].Row == token.Row &&
		r.Tokens[r.Next].Label == sheet.NoLabel && r.Tokens[r.Next].Index == r.departmentColumns[0].Index {
		return // a merged cell that is repeated over its span
	}
	if k == department {
		r.departmentColumns, r.departmentsEnd = nil, 0
		return
	}
	r.departmentColumns = append(r.departmentColumns, token)
	if value, found := r.NextValue(); found && value.Row == token.Row && r.Next < len(r.Tokens) && isDepartmentColumn(r.Tokens[r.Next]) {
		// Each head has its value right beside it.
		if len(r.item.Departments) == 0 {
			r.item.Departments = []model.Department{{At: value.At}}
		}
		r.setDepartment(0, k, value)
		r.departmentColumns = r.departmentColumns[:len(r.departmentColumns)-1]
	} else if found {
		r.Next--
	}
}

func isDepartmentColumn(token sheet.Token) bool {
	k := kindOf(token)
	return k >= divisionColumn && k <= sectionHeadColumn
}

func isDepartmentKind(k kind) bool { return k >= department && k <= sectionHeadColumn }

// readDepartments reads a row under the heads: one value for each, or fewer,
// told apart by their columns or by what they are.
func (r *reader) readDepartments() {
	columns, first := r.departmentColumns, r.departmentsEnd == 0
	r.departmentsEnd = r.Tokens[r.Next].Row + 1
	if r.Grid.Layout == grid.PipeCells {
		r.departmentColumns = nil // nothing ends the row: the next one can't be told
	}
	values := r.RowValues(r.Tokens[r.Next])
	if r.Grid.Layout == grid.Tabs {
		values, _ = r.joinWrapped(values, r.Grid.Rows[columns[0].Row].Width)
		r.departmentsEnd = r.Tokens[r.Next-1].Row + 1
	}
	if len(values) < len(columns) {
		values = splitNames(values)
	}
	if len(values) < len(columns) && r.Grid.Layout == grid.Blanks {
		values = splitRowOfNames(columns, values)
	}
	if len(values) > len(columns) && r.Grid.Layout == grid.PipeCells {
		r.Next -= len(values) - len(columns)
		values = values[:len(columns)]
	}
	var row departmentRow
	broken := r.isBrokenRow(columns, values) || r.lostDepartmentCell(columns, values)
	for i, value := range values {
		k := none
		switch {
		case broken:
			k = kindByNature(values, i)
		case len(values) == len(columns):
			k = kindOf(columns[i])
		default:
			k = r.departmentColumn(columns, value)
		}
		switch {
		case k == none:
		case row[k-divisionColumn].Text == "":
			row[k-divisionColumn] = value
		case row[k-divisionColumn].Text == value.Text && row[k-divisionColumn].Index+1 == value.Index:
			r.Skip(value.Cell) // a merged cell that is repeated over its span
		}
	}
	r.readDepartmentRow(row, first)
}

// isBrokenRow reports whether a row begins with a section that stands under the head
// of the divisions: a line end has parted it from its division.
func (r *reader) isBrokenRow(columns, values []sheet.Token) bool {
	if len(values) == 0 || len(values) >= len(columns) || kindOf(columns[0]) != divisionColumn || r.Grid.Layout == grid.Blanks {
		return false
	}
	return values[0].Index <= columns[0].Index && kindByNature(values, 0) == sectionColumn
}

// lostDepartmentCell reports whether a row that is narrower than that of the heads has
// lost a cell, so that those behind it have moved: not only empty ones at its end.
func (r *reader) lostDepartmentCell(columns, values []sheet.Token) bool {
	if len(values) == 0 || len(values) >= len(columns) || r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows {
		return false
	}
	last, width := values[len(values)-1], r.Grid.Rows[values[0].Row].Width
	return width < r.Grid.Rows[columns[0].Row].Width && int(last.Index) < width-1
}

// kindByNature tells a cell of a row without columns by what it is: a division, a
// section, or the person at the head of what stands before.
func kindByNature(values []sheet.Token, i int) kind {
	text := ja.StripMarkup(values[i].Text)
	switch {
	case isDivision(text):
		return divisionColumn
	case isSection(text):
		return sectionColumn
	case i > 0 && isDivision(ja.StripMarkup(values[i-1].Text)):
		return divisionHeadColumn
	case i > 0 && isSection(ja.StripMarkup(values[i-1].Text)):
		return sectionHeadColumn
	}
	return none
}

func isDivision(text string) bool {
	return strings.HasSuffix(text, "部") || strings.HasSuffix(text, "局")
}

func isSection(text string) bool {
	return strings.HasSuffix(text, "課") || strings.HasSuffix(text, "室") || strings.HasSuffix(text, "所") || strings.HasSuffix(text, "館")
}

// departmentRow holds the cells of a row by their heads.
type departmentRow [sectionHeadColumn - divisionColumn + 1]sheet.Token

// isDepartmentRow reports whether the row that begins at a token can be one under
// the heads: the first, or one right below that names a division or a section.
func (r *reader) isDepartmentRow(token sheet.Token) bool {
	if len(r.departmentColumns) == 0 {
		return false
	}
	if r.departmentsEnd == 0 {
		return true
	}
	if token.Row != r.departmentsEnd || len(r.item.Departments) >= maxDepartments {
		return false
	}
	for i := r.Next - 1; i < len(r.Tokens) && r.Tokens[i].Row == token.Row; i++ {
		if r.Tokens[i].Label == sheet.NoLabel && len(sheet.SplitSections(ja.StripMarkup(r.Tokens[i].Text))) > 0 {
			return true
		}
	}
	return false
}

// maxDepartments is how many departments one program has at most.
const maxDepartments = 100

// readDepartmentRow adds the department of a row, or compares it with the one that
// an earlier page printed. A row without a division belongs to the one above.
func (r *reader) readDepartmentRow(row departmentRow, first bool) {
	own := r.knownDepartment(row[sectionColumn-divisionColumn])
	switch {
	case own < 0 && first && len(r.item.Departments) > 0:
		own = 0
	case own < 0 && row[0].Text == "" && r.lacksSection():
		own = len(r.item.Departments) - 1
	case own < 0:
		own = len(r.item.Departments)
		r.item.Departments = append(r.item.Departments, model.Department{})
		if own > 0 && row[0].Text == "" {
			r.item.Departments[own].Division = r.item.Departments[own-1].Division
		}
	}
	sections := 1
	for i, value := range row {
		switch k := divisionColumn + kind(i); {
		case value.Text == "":
		case k == sectionColumn:
			sections = r.setSections(own, value)
		case k == sectionHeadColumn && sections > 1 && r.setSectionHeads(sections, row[i-1], value):
		case k == sectionHeadColumn && sections > 1:
			r.Report(model.CodeColumnUnknown, value.At, "課等の長", ja.StripMarkup(value.Text), row[i-1].Text)
		default:
			r.setDepartment(own, k, value)
		}
	}
	r.dropBlankDepartments()
}

// lacksSection reports whether the row above gave a division without its section.
func (r *reader) lacksSection() bool {
	last := len(r.item.Departments) - 1
	return last >= 0 && r.item.Departments[last].Division != "" && r.item.Departments[last].Section == ""
}

// dropBlankDepartments takes out what rows of dashes have begun.
func (r *reader) dropBlankDepartments() {
	r.item.Departments = slices.DeleteFunc(r.item.Departments, func(own model.Department) bool { return own.At.IsZero() })
}

// knownDepartment returns the index of the department with the section of a row,
// -1 where the row begins another.
func (r *reader) knownDepartment(section sheet.Token) int {
	if section.Text == "" {
		return -1
	}
	for i := range r.item.Departments {
		if ja.Key(r.item.Departments[i].Section) == ja.Key(ja.StripMarkup(section.Text)) {
			return i
		}
	}
	return -1
}

// setSections enters the sections that a cell names, each as a department of its
// own, and returns how many they are.
func (r *reader) setSections(own int, value sheet.Token) int {
	sections := sheet.SplitDepartments(value)
	r.setDepartment(own, sectionColumn, sections[0])
	if len(sections) == 1 {
		return 1
	}
	known := map[string]bool{}
	for i := range r.item.Departments {
		known[ja.Key(r.item.Departments[i].Section)] = true
	}
	for _, section := range sections[1:] {
		if section.Text != "" && known[ja.Key(ja.StripMarkup(section.Text))] {
			r.Skip(section.Cell)
			continue
		}
		r.Value(section.Cell)
		name := sheet.SectionName(section.Text)
		known[ja.Key(name)] = true
		r.item.Departments = append(r.item.Departments, model.Department{
			At: section.At, Division: r.item.Departments[own].Division, Section: name,
		})
	}
	return len(sections)
}

// splitNames parts the cells that hold a section with the person at its head:
// 経営企画課 三室 正夫, or a person with the section behind.
func splitNames(values []sheet.Token) []sheet.Token {
	var split []sheet.Token
	for _, value := range values {
		words := sheet.SplitWords(value)
		last := len(words) - 1
		head, tail := value, value
		switch {
		case last < 1, len(sheet.SplitSections(value.Text)) > 1 && !beginsWithPerson(words):
			split = append(split, value)
			continue
		case len(sheet.SplitSections(words[0].Text)) > 0:
			head = words[0]
			tail.Cell = value.Slice(int(words[1].Offset-value.Offset), len(value.Text))
		case len(sheet.SplitSections(words[last].Text)) > 0:
			head.Cell = value.Slice(0, int(words[last].Offset-value.Offset))
			tail = words[last]
		default:
			split = append(split, value)
			continue
		}
		split = append(split, head, tail)
	}
	return split
}

// splitRowOfNames parts a row between whose cells only one blank stands, where its words
// are a section or division under the head of each, and the persons behind them under
// theirs; else it returns the row as it is.
func splitRowOfNames(columns, values []sheet.Token) []sheet.Token {
	var split []sheet.Token
	for _, value := range values {
		for _, word := range sheet.SplitWords(value) {
			text := ja.StripMarkup(word.Text)
			last := len(split) - 1
			if isDivision(text) || isSection(text) || last < 0 || isDivision(split[last].Text) || isSection(split[last].Text) || word.Row != split[last].Row {
				split = append(split, word)
				continue
			}
			begin, end := int(split[last].Offset-value.Offset), int(word.Offset-value.Offset)+len(word.Text)
			if begin < 0 {
				return values // the name stands in two cells
			}
			split[last] = part(&value, begin, end)
		}
	}
	if len(split) != len(columns) {
		return values
	}
	for i, column := range columns {
		if kindByNature(split, i) != kindOf(column) {
			return values
		}
	}
	return split
}

// departmentColumn tells which head a value of an incomplete row belongs to.
func (r *reader) departmentColumn(columns []sheet.Token, value sheet.Token) kind {
	for _, column := range columns {
		if r.Grid.Layout != grid.Blanks && column.Row != value.Row && column.Index == value.Index {
			return kindOf(column)
		}
	}
	text := ja.StripMarkup(value.Text)
	switch {
	case isDivision(text):
		return divisionColumn
	case isSection(text):
		return sectionColumn
	}
	r.Report(model.CodeColumnUnknown, value.At, "事務事業担当", text, "部長名, 課等の長")
	return none
}

// setDepartment enters a cell of the department with an index.
func (r *reader) setDepartment(index int, k kind, value sheet.Token) {
	if ja.IsDash(value.Text) {
		r.Skip(value.Cell)
		return
	}
	own := &r.item.Departments[index]
	if own.At.IsZero() {
		own.At = value.At
	}
	field := [...]*string{&own.Division, &own.DivisionHead, &own.Section, &own.SectionHead}[k-divisionColumn]
	if text := ja.StripMarkup(value.Text); *field != "" {
		if ja.Key(text) == ja.Key(*field) {
			r.Skip(value.Cell) // printed again on a later page
		}
		return
	}
	switch text := r.Value(value.Cell); k {
	case divisionHeadColumn, sectionHeadColumn:
		*field = ja.TrimSpace(text)
		if strings.Contains(text, "\n") {
			*field = strings.Join(strings.Fields(text), " ")
		}
	case sectionColumn:
		*field = sheet.SectionName(text)
	default:
		*field = ja.Unwrap(text)
	}
}

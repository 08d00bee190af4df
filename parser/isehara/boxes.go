package isehara

import (
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readBoxes reads a label's options and which of them are ticked; more options
// may follow in the rows below.
func (r *reader) readBoxes(token sheet.Token, label string) {
	attribute := &model.Attribute{At: token.At, Label: label}
	r.attributes = append(r.attributes, attribute)
	r.boxes = attribute
	for i, value := range r.RowValues(token) {
		if i > 0 && value.Text == r.Tokens[r.IndexOf(value)-1].Text {
			r.Skip(value.Cell) // a merged cell that is repeated over its span
			continue
		}
		if !r.readMoreBoxes(value) {
			r.addWords(value, label)
		}
	}
}

// readMoreBoxes adds the options of a cell to the attribute that is open.
func (r *reader) readMoreBoxes(token sheet.Token) bool {
	options, found := sheet.ReadBoxes(token.Text)
	if !found {
		return false
	}
	r.Grid.Claim(token.Cell, grid.Value)
	offered, ticked := sheet.OptionTexts(options)
	r.boxes.Options = append(r.boxes.Options, offered...)
	r.boxes.Selected = append(r.boxes.Selected, ticked...)
	return true
}

// readWords reads an attribute in words: all that stands behind its label in
// the row.
func (r *reader) readWords(token sheet.Token, label string) {
	for _, value := range r.RowValues(token) {
		if _, isOption := sheet.ReadBoxes(value.Text); isOption && r.boxes != nil {
			r.Next = r.IndexOf(value)
			return
		}
		r.addWords(value, label)
	}
}

func (r *reader) addWords(value sheet.Token, label string) {
	text := ja.StripMarkup(value.Text)
	if ja.IsDash(text) || strings.Trim(text, "~～〜→ ") == "" || strings.HasPrefix(sheet.Fold(text), "(選択") {
		r.Skip(value.Cell)
		return
	}
	if last := len(r.attributes) - 1; last >= 0 && r.attributes[last].Label == label && r.attributes[last].Raw == text {
		r.Skip(value.Cell)
		return
	}
	r.Grid.Claim(value.Cell, grid.Value)
	r.attributes = append(r.attributes, &model.Attribute{At: value.At, Label: label, Figure: model.Figure{Raw: text}})
}

// readDepartmentHead takes the heads of the row that names who is in charge.
func (r *reader) readDepartmentHead(token sheet.Token, k kind) {
	if k == department {
		r.departmentColumns = r.departmentColumns[:0]
		return
	}
	r.departmentColumns = append(r.departmentColumns, token)
	if value, found := r.NextValue(); found && value.Row == token.Row && r.Next < len(r.Tokens) && isDepartmentColumn(r.Tokens[r.Next]) {
		// Each head has its value right beside it.
		r.setDepartment(k, value)
		r.departmentColumns = r.departmentColumns[:len(r.departmentColumns)-1]
	} else if found {
		r.Next--
	}
}

func isDepartmentColumn(token sheet.Token) bool {
	k := kindOf(token)
	return k >= divisionColumn && k <= sectionHeadColumn
}

// readDepartments reads the row under the heads: one value for each, or fewer,
// told apart by their columns or by what they are.
func (r *reader) readDepartments() {
	columns := r.departmentColumns
	r.departmentColumns = nil
	values := r.RowValues(r.Tokens[r.Next])
	if len(values) < len(columns) {
		values = splitNames(values)
	}
	if len(values) > len(columns) && r.Grid.Layout == grid.PipeCells {
		r.Next -= len(values) - len(columns)
		values = values[:len(columns)]
	}
	for i, value := range values {
		switch {
		case len(values) == len(columns):
			r.setDepartment(kindOf(columns[i]), value)
		default:
			if k := r.departmentColumn(columns, value); k != none {
				r.setDepartment(k, value)
			}
		}
	}
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
		case last < 1:
			split = append(split, value)
			continue
		case len(sheet.SplitSections(words[0].Text)) == 1:
			head = words[0]
			tail.Cell = value.Slice(int(words[1].Offset-value.Offset), len(value.Text))
		case len(sheet.SplitSections(words[last].Text)) == 1:
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

// departmentColumn tells which head a value of an incomplete row belongs to.
func (r *reader) departmentColumn(columns []sheet.Token, value sheet.Token) kind {
	for _, column := range columns {
		if r.Grid.Layout != grid.Blanks && column.Row != value.Row && column.Index == value.Index {
			return kindOf(column)
		}
	}
	text := ja.StripMarkup(value.Text)
	switch {
	case strings.HasSuffix(text, "部") || strings.HasSuffix(text, "局"):
		return divisionColumn
	case strings.HasSuffix(text, "課") || strings.HasSuffix(text, "室") || strings.HasSuffix(text, "所") || strings.HasSuffix(text, "館"):
		return sectionColumn
	}
	r.Report(model.CodeColumnUnknown, value.At, "事務事業担当", text, "部長名, 課等の長")
	return none
}

func (r *reader) setDepartment(k kind, value sheet.Token) {
	if ja.IsDash(value.Text) {
		r.Skip(value.Cell)
		return
	}
	if len(r.item.Departments) == 0 {
		r.item.Departments = []model.Department{{At: value.At}}
	}
	own := &r.item.Departments[0]
	field := map[kind]*string{
		divisionColumn: &own.Division, divisionHeadColumn: &own.DivisionHead,
		sectionColumn: &own.Section, sectionHeadColumn: &own.SectionHead,
	}[k]
	if text := ja.StripMarkup(value.Text); *field != "" {
		if ja.Key(text) == ja.Key(*field) {
			r.Skip(value.Cell) // printed again on a later page
		}
		return
	}
	*field = ja.Unwrap(r.Value(value.Cell))
	if k == divisionHeadColumn || k == sectionHeadColumn {
		*field = ja.TrimSpace(ja.StripMarkup(value.Text))
	}
}

package misato

import (
	"cmp"
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// workBlock is what the heads of 業務分析 say about the columns of its rows.
type workBlock struct {
	// columns holds the labels of the columns of figures: quarters and the year.
	columns []workColumn
	// remarkLabel is the head of the remarks, 特記事項 as printed.
	remarkLabel string
	// printed counts the labels of each kind of staff: under quarters alone they
	// are printed once in each.
	printed map[model.StaffingCategory]int
}

// workFigure is a figure of a row with the quarter that it is of, empty for the year.
type workFigure struct {
	sheet.Token
	quarter string
}

type workColumn struct {
	label  string
	yearly bool
}

func (r *reader) readWorkHead(_ sheet.Token, k kind, label string) {
	r.costs.close()
	switch k {
	case work:
		r.work = workBlock{}
	case yearColumn, quarterColumn:
		r.work.columns = append(r.work.columns, workColumn{label: label, yearly: k == yearColumn})
	case remarkColumn:
		r.work.remarkLabel = label
	}
}

// workRow takes the cells behind a row's label: the year's figure, and the
// remark. Beside the year's, the figures of quarters have no place in the model and
// stay unmapped; where the head has quarters alone, there is a figure for each.
func (r *reader) workRow(token sheet.Token) []workFigure {
	first := r.Next
	for r.Next < len(r.Tokens) && r.Tokens[r.Next].Label == sheet.NoLabel {
		r.Next++
	}
	cells := r.Tokens[first:r.Next]
	if len(cells) > 0 && cells[0].Joined {
		words := make([]sheet.Token, 0, len(cells)+4)
		for _, cell := range cells {
			words = append(words, sheet.SplitWords(cell)...)
		}
		cells = words
	} else if len(cells) == 1 && isJoinedFigures(cells[0].Text) {
		cells = sheet.SplitWords(cells[0])
	}
	yearly := slices.IndexFunc(r.work.columns, func(column workColumn) bool { return column.yearly })
	if len(r.work.columns) < 2 {
		yearly = 0
	}
	count := max(1, len(r.work.columns))
	if len(cells) == 1 && (yearly < 0 || ja.ReadQuantity(ja.StripMarkup(cells[0].Text), ja.Expect{}).Kind == ja.State) {
		single := workFigure{Token: cells[0]} // it stands for all columns, or behind its own label
		if column := int(cells[0].Index-token.Index) - 1; yearly < 0 && column > 0 && column < count && r.Grid.Layout != grid.Blanks {
			single.quarter = r.work.columns[column].label
		}
		return []workFigure{single}
	}
	var figures []workFigure
	behind := len(cells)
	for i, cell := range cells {
		column := i
		if count > 1 && len(cells) < count && r.Grid.Layout != grid.Blanks {
			column = int(cell.Index-token.Index) - 1
		}
		switch {
		case column >= count:
			behind = min(behind, i)
		case column == yearly:
			figures = append(figures, workFigure{Token: cell})
		case yearly < 0 && column >= 0:
			figures = append(figures, workFigure{Token: cell, quarter: r.work.columns[column].label})
		}
	}
	r.readRemarks(token, cells, behind)
	return figures
}

// quarterOf returns the quarter in which a label of staff is printed: where the head has
// quarters alone, each prints the labels anew.
func (w *workBlock) quarterOf(category model.StaffingCategory) string {
	if len(w.columns) < 2 || slices.ContainsFunc(w.columns, func(column workColumn) bool { return column.yearly }) {
		return ""
	}
	if w.printed == nil {
		w.printed = map[model.StaffingCategory]int{}
	}
	w.printed[category]++
	if w.printed[category] > len(w.columns) {
		return ""
	}
	return w.columns[w.printed[category]-1].label
}

// withQuarter adds the quarter of a figure to its label.
func withQuarter(label, quarter string) string { return ja.TrimSpace(label + " " + quarter) }

// readRemarks reads the cells from index first on, which stand behind a row's
// figures: one remark, perhaps in paragraphs. Others behind it belong to a row
// that the form does not know: then all are left.
func (r *reader) readRemarks(row sheet.Token, cells []sheet.Token, first int) {
	var remarks []sheet.Token
	for i := first; i < len(cells); i++ {
		if i > 0 && cells[i].Text == cells[i-1].Text {
			r.Skip(cells[i].Cell) // a merged cell that is repeated over its span
		} else {
			remarks = append(remarks, cells[i])
		}
	}
	for _, cell := range remarks {
		if cell.Index == remarks[0].Index && !r.isBehindRemark(row, cell) {
			continue
		}
		for _, unknown := range remarks {
			r.Report(model.CodeColumnUnknown, unknown.At, row.Text, unknown.Text, r.remarkLabel())
		}
		return
	}
	r.readRemark(remarks)
}

// isBehindRemark reports whether a cell stands behind the column of a row's
// remark, or is a figure, which is no remark.
func (r *reader) isBehindRemark(row, cell sheet.Token) bool {
	column := int(cell.Index - row.Index)
	if r.Grid.Layout == grid.PipeCells && !row.Joined && !cell.Joined && column > max(1, len(r.work.columns))+1 {
		return true
	}
	return ja.ReadQuantity(ja.StripMarkup(cell.Text), ja.Expect{}).Kind == ja.Numeric
}

// readRemark adds a text of the column 特記事項 with its paragraphs.
func (r *reader) readRemark(paragraphs []sheet.Token) {
	if len(paragraphs) == 0 {
		return
	}
	if len(paragraphs) == 1 && ja.IsDash(paragraphs[0].Text) {
		r.Skip(paragraphs[0].Cell)
		return
	}
	remark := model.Text{At: paragraphs[0].At, Key: model.TextRemark, Label: r.remarkLabel()}
	for i, paragraph := range paragraphs {
		if text := r.Value(paragraph.Cell); i == 0 {
			remark.Text = text
		} else {
			r.AddLine(&remark.Text, text)
		}
	}
	r.item.Texts = append(r.item.Texts, remark)
}

// remarkLabel is the head of the remarks as printed.
func (r *reader) remarkLabel() string {
	if r.work.remarkLabel == "" {
		return "特記事項"
	}
	return r.work.remarkLabel
}

func (r *reader) readStaff(token sheet.Token, label string, category model.StaffingCategory) {
	printed := r.work.quarterOf(category)
	for _, figure := range r.workRow(token) {
		r.addStaff(figure.Token, withQuarter(label, cmp.Or(figure.quarter, printed)), category)
	}
}

func (r *reader) addStaff(cell sheet.Token, label string, category model.StaffingCategory) {
	reading := ja.ReadQuantity(ja.StripMarkup(cell.Text), ja.Expect{})
	if sheet.IsEmpty(reading.Kind) {
		r.Skip(cell.Cell)
		return
	}
	if reading.Quantity.Number.IsZero() {
		r.Report(model.CodeUnreadable, cell.At, label, cell.Text, "a number of people")
		return
	}
	r.Grid.Claim(cell.Cell, grid.Value)
	r.item.Staffing = append(r.item.Staffing, model.Staffing{
		At: cell.At, Category: category, Label: label, People: reading.Quantity.Number,
	})
}

func (r *reader) readAttribute(token sheet.Token, label string) {
	figures := r.workRow(token)
	printed := 0
	for _, figure := range figures {
		if !sheet.IsNothing(figure.Cell) {
			printed++
		}
	}
	for i, figure := range figures {
		if i == 0 && printed == 1 {
			figure.quarter = "" // one figure for all
		}
		r.addAttribute(figure.Token, withQuarter(label, figure.quarter))
	}
}

func (r *reader) addAttribute(cell sheet.Token, label string) {
	printed := ja.StripMarkup(cell.Text)
	reading := ja.ReadQuantity(sheet.CloseGaps(printed), ja.Expect{})
	attribute := model.Attribute{At: cell.At, Label: label}
	switch reading.Kind {
	case ja.Blank, ja.Dash, ja.LoneUnit:
		r.Skip(cell.Cell)
		return
	case ja.Numeric, ja.Ranked:
		attribute.Figure, attribute.Raw = reading.Quantity.Figure, strings.TrimSpace(printed)
		attribute.FY, attribute.AsOf, attribute.Note = reading.Quantity.FY, reading.Quantity.AsOf, reading.Quantity.Note
	default:
		attribute.Raw = strings.TrimSpace(ja.StripMarkup(cell.Text))
	}
	r.Grid.Claim(cell.Cell, grid.Value)
	if r.item.Attributes == nil {
		r.item.Attributes = make([]model.Attribute, 0, usualAttributes)
	}
	r.item.Attributes = append(r.item.Attributes, attribute)
}

package misato

import (
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
// remark. What stands in the quarters has no place in the model and stays
// unmapped.
func (r *reader) workRow(token sheet.Token) (figure sheet.Token, found bool) {
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
	}
	yearly := 0
	for i, column := range r.work.columns {
		if column.yearly {
			yearly = i
		}
	}
	count := max(1, len(r.work.columns))
	if len(cells) == 1 && ja.ReadQuantity(ja.StripMarkup(cells[0].Text), ja.Expect{}).Kind == ja.State {
		return cells[0], true // words stand once for all columns
	}
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
			figure, found = cell, true
		}
	}
	r.readRemarks(token, cells, behind)
	return figure, found
}

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
		if i > 0 {
			remark.Text += "\n"
		}
		remark.Text += r.Value(paragraph.Cell)
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
	cell, found := r.workRow(token)
	if !found {
		return
	}
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
	cell, found := r.workRow(token)
	if !found {
		return
	}
	reading := ja.ReadQuantity(ja.StripMarkup(cell.Text), ja.Expect{})
	attribute := model.Attribute{At: cell.At, Label: label}
	switch reading.Kind {
	case ja.Blank, ja.Dash, ja.LoneUnit:
		r.Skip(cell.Cell)
		return
	case ja.Numeric, ja.Ranked:
		attribute.Figure = reading.Quantity.Figure
		attribute.FY, attribute.AsOf, attribute.Note = reading.Quantity.FY, reading.Quantity.AsOf, reading.Quantity.Note
	default:
		attribute.Raw = strings.TrimSpace(ja.StripMarkup(cell.Text))
	}
	r.Grid.Claim(cell.Cell, grid.Value)
	r.item.Attributes = append(r.item.Attributes, attribute)
}

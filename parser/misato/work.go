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
	r.costs.open, r.costs.label = false, ""
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
	for i, cell := range cells {
		column := i
		if count > 1 && len(cells) < count && r.Grid.Layout != grid.Blanks {
			column = int(cell.Index-token.Index) - 1
		}
		switch {
		case column >= count && i > 0 && cell.Text == cells[i-1].Text:
			r.Skip(cell.Cell) // a merged cell that is repeated over its span
		case column >= count:
			r.readRemark(cell)
		case column == yearly:
			figure, found = cell, true
		}
	}
	return figure, found
}

// readRemark adds a text of the column 特記事項.
func (r *reader) readRemark(cell sheet.Token) {
	if ja.IsDash(cell.Text) {
		r.Skip(cell.Cell)
		return
	}
	label := r.work.remarkLabel
	if label == "" {
		label = "特記事項"
	}
	r.item.Texts = append(r.item.Texts, model.Text{
		At: cell.At, Key: model.TextRemark, Label: label, Text: r.Value(cell.Cell),
	})
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

package isehara

import (
	"slices"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readEvaluation reads a criterion with its options and grade, or the reason
// behind it.
func (r *reader) readEvaluation(token sheet.Token, label string, e *entry) {
	if e.kind == criterion {
		r.evaluation = placed(&r.room.evaluations, model.Evaluation{At: token.At, Criterion: e.criterion, Label: label})
		r.evaluations = append(r.evaluations, r.evaluation)
		r.readBehindOptions(token)
		for _, value := range r.RowValues(token) {
			r.readEvaluationCell(value)
		}
		return
	}
	if r.evaluation == nil {
		return
	}
	r.open, r.openLabel = &r.evaluation.Reason, label
	for _, value := range r.valuesOf(token) {
		r.AppendText(r.open, value.Cell)
	}
}

// readBehindOptions takes the cells of the row that stand before the label of
// its criterion, where the label has moved behind them.
func (r *reader) readBehindOptions(token sheet.Token) {
	if r.Grid.Layout == grid.PipeCells {
		return
	}
	for i := r.IndexOf(token) - 1; i >= 0 && r.Tokens[i].Row == token.Row; i-- {
		if r.Tokens[i].Label == sheet.NoLabel && !r.Grid.Claimed(r.Tokens[i].Cell) {
			r.readEvaluationCell(r.Tokens[i])
		}
	}
}

// readEvaluationRow reads a cell of a criterion that stands behind no label:
// options and grade of the criterion read last, unless the row has a criterion
// of its own further on.
func (r *reader) readEvaluationRow(token sheet.Token) bool {
	for i := r.Next; i < len(r.Tokens) && r.Tokens[i].Row == token.Row && r.Grid.Layout != grid.PipeCells; i++ {
		if kindOf(r.Tokens[i]) == criterion {
			return true
		}
	}
	return r.open == nil && !r.table.active && r.evaluation != nil && r.readEvaluationCell(token)
}

// isStrayOption reports whether a cell in columns of blanks is an option with its grade:
// it goes on with no text. That of the best grade begins the options of a criterion.
func (r *reader) isStrayOption(token sheet.Token) bool {
	if r.Grid.Layout != grid.Blanks || r.evaluation == nil || r.table.active {
		return false
	}
	options, found := sheet.ReadBoxes(token.Text)
	if !found || len(options) != 1 {
		return false
	}
	_, grade := ja.SplitGrade(options[0].Text)
	return grade != ""
}

// readEvaluationCell reads a cell of options, or the printed grade.
func (r *reader) readEvaluationCell(token sheet.Token) bool {
	if options, found := sheet.ReadBoxes(token.Text); found {
		r.Grid.Claim(token.Cell, grid.Value)
		r.evaluation.Options = slices.Grow(r.evaluation.Options, len(options))
		for _, option := range options {
			if option.Text == "" {
				continue
			}
			r.evaluation.Options = append(r.evaluation.Options, option.Text)
			if option.Ticked {
				r.tick(token, option.Text)
			}
		}
		return true
	}
	text := ja.Fold(ja.StripMarkup(token.Text))
	switch {
	case ja.IsDash(text):
		r.Skip(token.Cell)
	case r.evaluation.Grade == "" && sheet.IsGrade(text):
		r.Grid.Claim(token.Cell, grid.Value)
		r.evaluation.Grade = text
	default:
		return false
	}
	return true
}

// tick takes a ticked option as the choice; a second one leaves none.
func (r *reader) tick(token sheet.Token, option string) {
	if r.evaluation.Choice == "" {
		r.evaluation.Choice = option
		return
	}
	r.Report(model.CodeSeveralChoices, token.At, r.evaluation.Label, r.evaluation.Choice+", "+option)
	r.evaluation.Choice = "\x00"
}

// finishEvaluations parts the grade from the choice; a criterion that was left
// blank has no entry.
func (r *reader) finishEvaluations() {
	r.item.Evaluations = slices.Grow(r.item.Evaluations, len(r.evaluations))
	for _, evaluation := range r.evaluations {
		words, grade := ja.SplitGrade(evaluation.Choice)
		switch {
		case evaluation.Choice == "\x00":
			words = ""
		case evaluation.Grade == "":
			evaluation.Grade = grade
		case grade != "" && grade != evaluation.Grade:
			r.Report(model.CodeGradeDiffers, evaluation.At, evaluation.Label, evaluation.Grade, evaluation.Choice)
		}
		evaluation.Choice = words
		if evaluation.Grade != "" || evaluation.Choice != "" || evaluation.Reason != "" {
			r.item.Evaluations = append(r.item.Evaluations, *evaluation)
		}
	}
}

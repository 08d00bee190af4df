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
			if !r.readEvaluationCell(value) && r.reasonIndex > 0 && value.Index == r.reasonIndex {
				r.AppendText(&r.evaluation.Reason, value.Cell)
			}
		}
		return
	}
	if r.evaluation == nil {
		if r.Next == len(r.Tokens) || r.Tokens[r.Next].Row != token.Row && kindOf(r.Tokens[r.Next]) == criterion {
			r.reasonIndex = token.Index // the head of a column
		}
		return
	}
	r.open, r.openLabel, r.openAt = &r.evaluation.Reason, label, -1
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

// optionText returns the text of an option, with its further lines.
func (r *reader) optionText(token sheet.Token) string {
	if len(r.furtherLines[token.Offset]) == 0 {
		return token.Text
	}
	return ja.Unwrap(r.wholeText(token))
}

// isStrayOption reports whether a cell in columns of blanks is an option of a criterion: it
// goes on with no text.
func (r *reader) isStrayOption(token sheet.Token) bool {
	if r.Grid.Layout != grid.Blanks || r.evaluation == nil || r.table.active {
		return false
	}
	_, found := sheet.ReadBoxes(token.Text)
	return found
}

// readEvaluationCell reads a cell of options, or the printed grade.
func (r *reader) readEvaluationCell(token sheet.Token) bool {
	if options, found := sheet.ReadBoxes(r.optionText(token)); found {
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
		if isTorn(options) {
			r.Report(model.CodeUnreadable, token.At, r.evaluation.Label, token.Text, "words behind each box")
			r.evaluation.Choice = noChoice
		}
		return true
	}
	text := gradeOf(ja.Fold(ja.StripMarkup(token.Text)))
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

// isTorn reports whether one of several options in a cell has no words: they stand on
// another line, and which box is whose can't be told.
func isTorn(options []ja.Option) bool {
	without := 0
	for _, option := range options {
		if option.Text == "" {
			without++
		}
	}
	return without > 0 && without < len(options)
}

// noChoice is the choice where several options are ticked or it can't be told which one is.
const noChoice = "\x00"

// tick takes a ticked option as the choice; a second one leaves none.
func (r *reader) tick(token sheet.Token, option string) {
	switch r.evaluation.Choice {
	case "":
		r.evaluation.Choice = option
		return
	case noChoice:
		return
	}
	r.Report(model.CodeSeveralChoices, token.At, r.evaluation.Label, r.evaluation.Choice+", "+option)
	r.evaluation.Choice = noChoice
}

// finishEvaluations parts the grade from the choice; a criterion that was left
// blank has no entry.
func (r *reader) finishEvaluations() {
	r.item.Evaluations = slices.Grow(r.item.Evaluations, len(r.evaluations))
	for _, evaluation := range r.evaluations {
		words, grade := ja.SplitGrade(evaluation.Choice)
		switch {
		case evaluation.Choice == noChoice:
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

package hadano

import (
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// statuses are the options of 区分.
var statuses = ja.NewLabels(
	ja.Label[model.Status]{Spelling: "新規", Value: model.StatusNew},
	ja.Label[model.Status]{Spelling: "継続", Value: model.StatusContinuing},
	ja.Label[model.Status]{Spelling: "充実", Value: model.StatusExpanded},
	ja.Label[model.Status]{Spelling: "拡充", Value: model.StatusExpanded},
	ja.Label[model.Status]{Spelling: "拡大", Value: model.StatusExpanded},
	ja.Label[model.Status]{Spelling: "終了", Value: model.StatusEnded},
	ja.Label[model.Status]{Spelling: "廃止", Value: model.StatusEnded},
	ja.Label[model.Status]{Spelling: "完了", Value: model.StatusEnded},
)

func statusOf(text string) model.Status {
	status, _ := statuses.Find(ja.StripMarkup(text))
	return status
}

// isCategory reports whether a cell holds boxes, or a word that they offer.
func isCategory(text string) bool {
	_, found := ja.ReadOptions(text)
	return found || statusOf(text) != "" || strings.ContainsAny(text, "☑☐■□✓✔")
}

// readCategory reads which box is ticked. Boxes that a layout has parted are
// read as one cell.
func (r *reader) readCategory(own *item, printed string, pieces []piece) {
	if len(pieces) == 0 {
		return
	}
	for len(pieces) > 1 && pieces[len(pieces)-1].Text == pieces[0].Text {
		r.skip(pieces[len(pieces)-1])
		pieces = pieces[:len(pieces)-1]
	}
	last := pieces[len(pieces)-1].Cell
	options, found := ja.ReadOptions(r.Grid.Text[pieces[0].Offset : int(last.Offset)+len(last.Text)])
	for _, p := range pieces {
		if isNothing(p) {
			r.skip(p)
		} else {
			r.Grid.Claim(p.Cell, grid.Value)
		}
	}
	var names, ticked []string
	for _, option := range options {
		names = append(names, option.Text)
		if option.Ticked {
			ticked = append(ticked, option.Text)
		}
	}
	if !found && !isNothing(pieces[0]) {
		ticked = []string{ja.StripMarkup(pieces[0].Text)}
	}
	switch {
	case len(ticked) > 1:
		r.Report(model.CodeSeveralChoices, pieces[0].At, printed, strings.Join(ticked, ", "))
	case len(ticked) == 1 && statusOf(ticked[0]) != "":
		own.Status = statusOf(ticked[0])
	case len(ticked) == 1 && found:
		own.Attributes = append(own.Attributes, model.Attribute{At: pieces[0].At, Label: printed, Options: names, Selected: ticked})
	case len(ticked) == 1:
		own.Attributes = append(own.Attributes, model.Attribute{At: pieces[0].At, Label: printed, Figure: model.Figure{Raw: ticked[0]}})
	}
}

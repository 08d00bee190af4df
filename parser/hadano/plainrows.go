package hadano

import (
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// splitPlainRow parts a row of an initiative whose cells blanks have joined into one,
// as far as it tells where they end: the name of the goals, the boxes of the results.
func (r *reader) splitPlainRow() {
	w := r.row
	if r.Grid.Layout != grid.Tabs || w.width >= r.head.Width || len(w.pieces) != 2 || !w.pieces[1].joined {
		return
	}
	value := w.pieces[1]
	if !strings.ContainsAny(value.Text, " \u3000") {
		return
	}
	switch w.first() {
	case initiativeName:
		r.splitPlainName(value)
	case category:
		r.splitPlainBoxes(value)
	case relatedPlan:
		r.Report(model.CodeJoinedCells, value.At, value.Text, value.Text)
	}
}

// splitPlainName parts the name of an initiative from its goals, where there is one for
// each year. Else, what stands behind a gap is no part of the name, and stays unmapped.
func (r *reader) splitPlainName(value piece) {
	number, name := sheet.SplitNumber(value.Text)
	if !isItemNumber(number) || !strings.HasSuffix(value.Text, name) {
		return
	}
	begin := len(value.Text) - len(name)
	end := gapAt(name)
	if fields := strings.Fields(name); end < 0 && len(fields) == r.head.Count+1 {
		end = len(fields[0])
	}
	if end < 0 {
		if len(strings.Fields(name)) > 2 {
			r.Report(model.CodeJoinedCells, value.At, value.Text, value.Text)
		}
		return
	}
	own := value
	own.Cell = value.Slice(0, begin+end)
	rest := value
	rest.Cell = value.Slice(begin+end, len(value.Text))
	r.row.pieces = []piece{r.row.pieces[0], own}
	fields := strings.Fields(rest.Text)
	r.Report(model.CodeJoinedCells, value.At, value.Text, strings.Join(append([]string{own.Text}, fields...), " | "))
	if len(fields) != r.head.Count {
		return
	}
	first := max(r.head.First, 1)
	for i, cell := range sheet.CutFields(rest.Cell, fields) {
		cell.Index = first + int32(i)
		r.row.pieces = append(r.row.pieces, piece{Cell: cell})
	}
	r.row.width = max(r.head.Width, first+int32(len(fields)))
}

// gapAt returns where two blanks stand in a text, which no name has; -1 if nowhere.
func gapAt(text string) int {
	at := strings.Index(text, "  ")
	if wide := strings.Index(text, "\u3000\u3000"); wide >= 0 && (at < 0 || wide < at) {
		return wide
	}
	return at
}

// splitPlainBoxes parts the boxes of a row from the results behind them.
func (r *reader) splitPlainBoxes(value piece) {
	word := actual.entry().spellings[0]
	at := strings.Index(value.Text, " "+word)
	if at < 0 {
		return
	}
	found, rest, ok := labels.FindPrefix(value.Text[at+1:])
	if _, boxes := ja.ReadOptions(value.Text[:at]); !boxes || !ok || found != actual {
		return
	}
	pieces := splitAround([]piece{r.row.pieces[0], value}, 1, at+1, at+1+rest)
	texts := make([]string, 0, len(pieces))
	for _, p := range pieces[1:] {
		texts = append(texts, p.Text)
	}
	r.Report(model.CodeJoinedCells, value.At, value.Text, strings.Join(texts, " | "))
	r.row.pieces = pieces
}

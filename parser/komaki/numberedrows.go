package komaki

import (
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// isNumberedHead reports whether a row is the head of a table of indicators with a column of
// numbers before the names: No. | 指標名 | 基準値.
func (l *line) isNumberedHead() bool {
	if len(l.cells) < 4 || len(l.first) > maxCountBytes {
		return false
	}
	if column, _ := tableLabels.Find(l.first); column != numberColumn {
		return false
	}
	entry, _ := columnLabels.Find(sheet.PlainText(l.cells[1].Text))
	return entry.kind == indicatorColumn
}

// cutNumberHead takes the head of the numbers off a head of indicators. The numbers say
// nothing of them.
func (r *reader) cutNumberHead(l *line) *line {
	t := &r.indicators
	t.numbered = none
	if r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows || !l.isNumberedHead() {
		return l
	}
	t.numbered = l.cells[0].Index
	r.Grid.Claim(l.cells[0], grid.Label)
	return withoutFirst(l)
}

// cutRowNumber takes the number off a row below such a head.
func (r *reader) cutRowNumber(l *line) *line {
	if r.indicators.numbered == none || len(l.cells) < 2 || l.cells[0].Index != r.indicators.numbered || !isNumber(l.first) {
		return l
	}
	r.Grid.Claim(l.cells[0], grid.Label)
	return withoutFirst(l)
}

func withoutFirst(l *line) *line {
	return &line{cells: l.cells[1:], first: sheet.PlainText(l.cells[1].Text), page: l.page}
}

package hadano

import (
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// splitLabelledLines parts the lines of lists and those in bold that are a label with its
// value, beside the tables of Markdown: - **項目名**: 4-1-1. 名称. The marks and the colon
// are decoration.
func splitLabelledLines(g *grid.Grid, rows []row) {
	if g.Layout != grid.PipeRows {
		return
	}
	for i := range rows {
		if own := &rows[i]; len(own.pieces) == 1 && own.width == 1 && own.first() == noLabel {
			own.splitLabelledLine(g)
		}
	}
}

// lineMarks begin the lines of lists; two blanks or more may stand before them.
var lineMarks = [...]string{"- ", "* ", "+ ", "・"}

func (w *row) splitLabelledLine(g *grid.Grid) {
	own, behind, ok := lineParts(w.pieces[0].Cell)
	if !ok {
		return
	}
	found, _ := labels.Find(own.Text)
	if !standsAbove(found) {
		return
	}
	claimMarks(g, w.pieces[0].Cell, own, behind)
	w.pieces, w.isLine = []piece{{Cell: own, label: found}, {Cell: behind, joined: true}}, true
	tellNames(w.pieces)
}

// lineParts parts a line of a list, or one that begins in bold, at its colon: inside the
// marks of bold words or behind them.
func lineParts(line grid.Cell) (name, value grid.Cell, ok bool) {
	begin := 0
	for _, mark := range lineMarks {
		if strings.HasPrefix(line.Text, mark) {
			begin = len(mark)
		}
	}
	isBold := strings.HasPrefix(line.Text[begin:], bold)
	if begin == 0 && !isBold {
		return name, value, false
	}
	if isBold {
		begin += len(bold)
	}
	at, size := colonIn(line.Text[begin:])
	if size == 0 {
		return name, value, false
	}
	end, behind := begin+at, begin+at+size
	switch {
	case !isBold:
	case strings.HasPrefix(line.Text[behind:], bold):
		behind += len(bold)
	case strings.HasSuffix(ja.TrimSpace(line.Text[begin:end]), bold):
		end = begin + strings.LastIndex(line.Text[begin:end], bold)
	default:
		return name, value, false
	}
	name, value = line.Slice(begin, end), line.Slice(behind, len(line.Text))
	return name, value, name.Text != "" && value.Text != ""
}

// claimMarks claims what stands before and between the parts of a line as decoration.
func claimMarks(g *grid.Grid, line, name, value grid.Cell) {
	from := 0
	for _, part := range [...]grid.Cell{name, value} {
		at := int(part.Offset - line.Offset)
		if marks := line.Slice(from, at); marks.Text != "" {
			g.Claim(marks, grid.Decoration)
		}
		from = at + len(part.Text)
	}
}

// colonIn finds the first colon of a text; size is 0 where there is none.
func colonIn(text string) (at, size int) {
	at = colons.Index(text)
	if at < 0 || at > maxLabelBytes {
		return 0, 0
	}
	if text[at] == ':' {
		return at, 1
	}
	return at, len("：")
}

// isStrayOverview reports whether a row is a line 概要 that does not say of what, and it
// can't be told: it is of the theme behind its head, or of an indicator that has none yet
// and is the last one of its kind.
func (r *reader) isStrayOverview() bool {
	if !r.row.isLine || r.row.first() != overview || strings.Contains(r.row.pieces[0].Text, "目指す") {
		return false
	}
	switch r.block {
	case themeHead:
		return r.theme == nil || len(r.theme.texts) > 0
	case indicatorRows:
		own := r.indicator
		return own == nil || own.definitionLabelPrinted || own.Kind != r.indicatorKind
	}
	return true
}

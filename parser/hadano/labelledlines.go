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
	line := w.pieces[0].Cell
	begin := 0
	for _, mark := range lineMarks {
		if strings.HasPrefix(line.Text, mark) {
			begin = len(mark)
		}
	}
	isBold := strings.HasPrefix(line.Text[begin:], bold)
	if begin == 0 && !isBold {
		return
	}
	if isBold {
		begin += len(bold)
	}
	found, end, value := labelledLine(line.Text, begin, isBold)
	if found == noLabel {
		return
	}
	own, behind := line.Slice(begin, end), line.Slice(value, len(line.Text))
	for _, mark := range [...]grid.Cell{line.Slice(0, begin), line.Slice(end, value)} {
		g.Claim(mark, grid.Decoration)
	}
	w.pieces, w.isLine = []piece{{Cell: own, label: found}, {Cell: behind, joined: true}}, true
	tellNames(w.pieces)
}

// labelledLine reads the label that begins at a byte of a line, with a colon behind it:
// inside the marks of bold words or behind them. It returns where the label ends and where
// its value begins; noLabel where there is none.
func labelledLine(text string, begin int, isBold bool) (found label, end, value int) {
	rest := text[begin:]
	at, size := colonIn(rest)
	if size == 0 {
		return noLabel, 0, 0
	}
	end, value = begin+at, begin+at+size
	switch {
	case !isBold:
	case strings.HasPrefix(text[value:], bold):
		value += len(bold)
	case strings.HasSuffix(ja.TrimSpace(text[begin:end]), bold):
		end = begin + strings.LastIndex(rest[:at], bold)
	default:
		return noLabel, 0, 0
	}
	found, _ = labels.Find(text[begin:end])
	if !standsAbove(found) || ja.TrimSpace(text[value:]) == "" {
		return noLabel, 0, 0
	}
	return found, end, value
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

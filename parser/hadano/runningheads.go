package hadano

import (
	"strings"

	"sheetconv/parser/internal/grid"
)

// longestRunningHead is how many bytes a running head may have.
const longestRunningHead = 200

// markRunningHeads marks the lines that are printed again at the top of each page, beside
// its number or the title, as that at the head of the file is.
func markRunningHeads(g *grid.Grid, rows []row) {
	first := 0
	for first < len(rows) && isOutside(rows[first].text()) {
		first++
	}
	head := ""
	for i := range rows[:min(first+1, len(rows))] {
		if rows[i].mayRunOn() && isTop(rows, i) {
			head = rows[i].wholeText(g)
			break
		}
	}
	if head == "" || strings.Count(g.Text, head) < 2 {
		return
	}
	var tops []int
	for i := range rows {
		if rows[i].mayRunOn() && rows[i].wholeText(g) == head {
			if !isTop(rows, i) {
				return
			}
			tops = append(tops, i)
		}
	}
	for _, i := range tops {
		rows[i].running = len(tops) > 1
	}
}

// mayRunOn reports whether a row may be a running head: it holds no label of the form.
func (w *row) mayRunOn() bool {
	return len(w.pieces) <= 3 && !w.isLabelled() && !isOutside(w.text())
}

// wholeText returns the text of a row from its first cell to its last.
func (w *row) wholeText(g *grid.Grid) string {
	first, last := w.pieces[0], w.pieces[len(w.pieces)-1]
	end := int(last.Offset) + len(last.Text)
	if end-int(first.Offset) > longestRunningHead {
		return ""
	}
	return g.Text[first.Offset:end]
}

// isTop reports whether a row stands at the top of a page.
func isTop(rows []row, i int) bool {
	return i == 0 || rows[i].page != rows[i-1].page || isOutside(rows[i-1].text()) || i+1 < len(rows) && isTitle(rows[i+1].text())
}

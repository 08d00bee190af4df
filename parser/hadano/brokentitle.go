package hadano

import (
	"strings"

	"sheetconv/parser/internal/ja"
)

// joinTitles joins the titles that are printed on two lines: the plan's name, and the word
// for the sheet.
func joinTitles(rows []row) []row {
	var joined []row
	first := 0 // of the rows behind those joined
	for i := 1; i < len(rows); i++ {
		if above := &rows[i-1]; i > first && rows[i].endsTitle() && above.mayBeginTitle() && above.page == rows[i].page {
			joined = append(joined, rows[first:i-1]...)
			joined = append(joined, above.appendRow(rows[i]))
			first = i + 1
		}
	}
	if first == 0 {
		return rows
	}
	return append(joined, rows[first:]...)
}

// endsTitle reports whether a row holds a title without the name of a plan.
func (w *row) endsTitle() bool {
	return len(w.pieces) == 1 && strings.HasPrefix(w.pieces[0].Text, "進行管理シ") && isTitle(w.pieces[0].Text)
}

// mayBeginTitle reports whether a row holds nothing but what may be the name of a plan.
func (w *row) mayBeginTitle() bool {
	if len(w.pieces) != 1 || w.first() != noLabel || w.pieces[0].Index != 0 && w.visible || w.isOutside() {
		return false
	}
	text := w.pieces[0].Text
	return strings.Contains(text, "計画") && !strings.Contains(text, "。") && !ja.LongerThan(text, maxTitleRunes)
}

package hadano

// beginsRow reports whether a line without cells begins with the label of a row and
// its value: then it does not go on with the row above, which extraction has left
// its cells. The word 説明 begins sentences, too; a row of figures has none.
func (w *row) beginsRow(above *row) bool {
	if w.width != 1 || w.first() != noLabel {
		return false
	}
	text := w.pieces[0].Text
	found, rest, ok := labels.FindPrefix(text)
	if !ok || rest >= len(text) || goesOn(text[rest:]) || !takesJoined(found, text[rest:]) {
		return false
	}
	switch found {
	case target, actual, rate:
		return false // which a cell of figures may hold on lines of their own
	case explanation, effect, indicatorHead:
		return above.first().entry().basis != "" || above.first() == effect || above.first() == indicatorHead || holdsPairs(above.pieces)
	}
	return found.entry().row
}

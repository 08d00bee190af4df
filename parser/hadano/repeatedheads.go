package hadano

// tableEnd returns where the table ends that begins with the head of row i. A head of the
// same columns that a page repeats inside an initiative ends none.
func tableEnd(rows []row, i int) int {
	end := i + 1
	for end < len(rows) && (rows[end].head == nil || goesOnInTable(rows[end:], rows[i].head)) {
		end++
	}
	return end
}

// goesOnInTable reports whether rows begin with a head of the same years in the same
// columns as the one above, and none of them begins an initiative or a theme before others
// go on.
func goesOnInTable(rows []row, above *header) bool {
	own := rows[0].head
	if above == nil || above.table != initiativeHead || own.table != initiativeHead || own.YearHead != above.YearHead || own.base != above.base {
		return false
	}
	for i := range rows[1:] {
		w := &rows[1+i]
		switch {
		case w.isOutside():
		case w.head != nil, w.isThemeHead(), w.first() == initiativeName, w.first() == initiativeHead:
			return false
		default:
			return !isInitiativeNumber(w.pieces[0].Text)
		}
	}
	return false
}

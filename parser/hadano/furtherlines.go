package hadano

import "sheetconv/parser/internal/ja"

// readFurtherLine reads the cells that go on with those of the line above them.
func (r *reader) readFurtherLine() {
	l, pieces := r.row.goesOn, r.row.pieces
	isYears := l.entry().yearly || l.entry().result && l != relatedPlan
	switch {
	case isYears && r.item != nil && r.yearly == l:
		r.readFurtherYears(l, pieces)
	case l == initiativeName && r.item != nil:
		for _, p := range pieces {
			r.item.Name = ja.Unwrap(r.item.Name + "\n" + r.text(p))
		}
	case l == department && r.item != nil:
		r.readDepartments(r.item, pieces)
	default:
		r.goOnLeft(pieces)
	}
}

// readFurtherYears reads further lines of the texts of years, below grades the reasons.
func (r *reader) readFurtherYears(l label, pieces []piece) {
	values := r.textValues(pieces, selfReason, false)
	r.placeRow(values, noColumn, r.printed, l.entry())
	below := l == internalEvaluation || l == externalEvaluation
	for _, v := range values {
		switch {
		case below && r.item.isGraded(l.entry().criterion):
			if v.reason = true; r.isReasoned(l, v) && ja.TrimListMark(v.piece.Text) == v.piece.Text {
				continue // it stays unmapped
			}
			r.addYearly(l, r.printed, v, false)
		case l.entry().criterion == "" || l == selfReason:
			r.addYearly(l, r.printed, v, true)
		default:
			r.goOnChoice(l, v)
		}
	}
}

// goOnChoice adds to the words of an evaluation.
func (r *reader) goOnChoice(l label, v value) {
	for _, grade := range r.item.grades {
		if grade.Criterion == l.entry().criterion && grade.when == v.when && v.when != unknown {
			grade.Choice = ja.Unwrap(grade.Choice + "\n" + r.text(v.piece))
			return
		}
	}
}

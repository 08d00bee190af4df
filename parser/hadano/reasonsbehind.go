package hadano

import (
	"strconv"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
)

// reasonsBehind returns where the reasons begin that a lost line end has put behind the
// grades of their row; 0 where there are none: the row has not more cells than the
// head, or its last cells may be what those years print for a grade.
func (r *reader) reasonsBehind(l label, values []value) int {
	if l != internalEvaluation && l != externalEvaluation || len(values) < 2 {
		return 0
	}
	grades, first := 0, 0
	for i, v := range values {
		_, grade := splitGrade(v.Text)
		switch {
		case v.none:
		case grade != "" && first == 0:
			grades++
		case grade == "" && grades > 0 && isReason(v.Text):
			if first == 0 {
				first = i
			}
		default:
			return 0
		}
	}
	isLong := r.row.width > r.head.Width
	if first == 0 || !isLong && (!r.row.trimmed || grades != len(values)-first || r.isAboveReasons()) {
		return 0
	}
	return first
}

// isAboveReasons reports whether the row below has no label, as one of reasons.
func (r *reader) isAboveReasons() bool {
	return len(r.below) > 0 && r.below[0].first() == noLabel && r.below[0].pieces[0].Index > 0
}

// readGradesAndReasons reads a row of grades, and the row of their reasons that stands
// behind it. Where no cell is lost with the line end, the columns tell the years of
// the reasons, else the grades do, if there are as many.
func (r *reader) readGradesAndReasons(l label, printed string, column int32, values []value, at int) {
	first := values[at].piece
	r.Report(model.CodeShiftedRow, first.At, first.Text, strconv.Itoa(int(first.Index)+1), strconv.Itoa(int(r.head.First)+1))
	width := r.row.width
	r.row.width = min(width, r.head.Width)
	grades, reasons := values[:at:at], values[at:]
	if grade, reason, ok := partReason(values[at-1]); ok {
		grades[at-1] = grade
		reasons = append([]value{reason}, reasons...)
	}
	r.placeRow(grades, column, printed, l.entry())
	for _, v := range grades {
		r.addYearly(l, printed, v, false)
	}
	shift := width - r.head.Width
	byColumns := shift == r.head.Width || shift == r.head.Width-1
	for i := range reasons {
		reasons[i].reason = true
		if byColumns && reasons[i].Index != noColumn {
			reasons[i].Index -= shift
		} else {
			reasons[i].Index = noColumn
		}
	}
	if !r.placeReasons(l, reasons) {
		r.placeRow(reasons, noColumn, printed, l.entry())
	}
	for _, v := range reasons {
		r.addYearly(l, printed, v, false)
	}
}

// partReason parts the last grade of a row from the reason that a lost line end has put
// into its cell. It is that of the row's first grade.
func partReason(v value) (grade, reason value, ok bool) {
	words, letter := splitGrade(v.Text)
	begin := len(v.Text) - len(words)
	at := wordGaps.Index(words)
	if letter == "" || at <= 0 || v.Text[begin:] != words || !isReason(ja.TrimSpace(words[at:])) {
		return v, v, false
	}
	grade, reason = v, v
	grade.Cell, reason.Cell = v.Slice(0, begin+at), v.Slice(begin+at, len(v.Text))
	return grade, reason, true
}

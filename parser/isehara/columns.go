package isehara

import (
	"strconv"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// columnsOf returns the heads of a row's values, blank ones where they can't be
// told. Name tells where the row's first column is; before is the number of columns
// between the name and the first year.
func (r *reader) columnsOf(name sheet.Token, values []sheet.Token, before int32) []yearHead {
	if len(values) == len(r.table.years) {
		return r.table.years
	}
	heads := make([]yearHead, len(values))
	if r.Grid.Layout != grid.Blanks && name.Text != "" && !anyJoined(values) && !r.mayHoldValue(name, values) && !r.lostCell(values) {
		for i, value := range values {
			heads[i] = r.headAt(value.Index - name.Index - 1 - before)
		}
		if distinct(heads) {
			return heads
		}
		clear(heads)
	}
	if len(values) > 0 {
		r.Report(model.CodeYearUnknown, values[0].At, name.Text, strconv.Itoa(len(values)), strconv.Itoa(len(r.table.years)), yearList(r.table.years))
	}
	return heads
}

// lostCell reports whether a row with fewer values than years may have lost the cell
// of a year: it is narrower than the head, and not because the empty cells at its end
// are gone.
func (r *reader) lostCell(values []sheet.Token) bool {
	if len(values) == 0 || !r.isNarrow() {
		return false
	}
	last, years := values[len(values)-1], r.table.years
	return int(last.Index) < r.table.rowWidth-1 || last.Index < years[len(years)-1].index
}

// headAt returns the head whose column stands offset columns behind the first, a
// blank one if there is none.
func (r *reader) headAt(offset int32) yearHead {
	first := r.table.years[0].index
	for i, head := range r.table.years {
		wanted := head.index - first
		if r.Grid.Layout == grid.PipeCells {
			wanted = int32(i)
		}
		if wanted == offset {
			return head
		}
	}
	return yearHead{}
}

func anyJoined(values []sheet.Token) bool {
	for _, value := range values {
		if value.Joined {
			return true
		}
	}
	return false
}

func distinct(heads []yearHead) bool {
	for i, head := range heads {
		if head == (yearHead{}) {
			return false
		}
		for _, other := range heads[:i] {
			if other == head {
				return false
			}
		}
	}
	return true
}

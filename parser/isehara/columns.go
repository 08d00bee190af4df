package isehara

import (
	"slices"
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
	if heads := r.headsByColumn(values); heads != nil {
		return heads
	}
	heads := make([]yearHead, len(values))
	if r.isOneYear() {
		for i := range heads {
			heads[i] = r.table.years[0]
		}
		return heads
	}
	if own := r.withoutRepeated(); len(own) < len(r.table.years) && len(own) == len(values) && !anyRepeated(values) {
		copy(heads, own)
		return heads
	}
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

// isOneYear reports whether all the columns are of the same year: its head is repeated
// over its span.
func (r *reader) isOneYear() bool {
	first := r.table.years[0]
	for _, head := range r.table.years[1:] {
		head.index = first.index
		if head != first {
			return false
		}
	}
	return len(r.table.years) > 1
}

// withoutRepeated returns the heads without those that say what the one before says.
func (r *reader) withoutRepeated() []yearHead {
	return slices.CompactFunc(slices.Clone(r.table.years), func(a, b yearHead) bool {
		b.index = a.index
		return a == b
	})
}

// anyRepeated reports whether two values side by side are the same, as those of a merged
// cell are.
func anyRepeated(values []sheet.Token) bool {
	for i := 1; i < len(values); i++ {
		if values[i].Text == values[i-1].Text {
			return true
		}
	}
	return false
}

// lostCell reports whether a row with fewer values than years may have lost the cell
// of a year: it is narrower than the head, and not because the empty cells at its end
// are gone.
func (r *reader) lostCell(values []sheet.Token) bool {
	if len(values) == 0 || !r.isNarrow() {
		return false
	}
	last, years := values[len(values)-1], r.table.years
	if len(values) > 1 && r.isOneYear() && r.table.rowWidth > r.table.width-len(years) && values[0].Text != values[1].Text {
		return false // one value stands under the year's heads
	}
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

package isehara

import (
	"slices"
	"strconv"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

type yearHead struct {
	fy int
	// isRate is set of a column 達成率, which belongs to the year before it.
	isRate bool
	index  int32
}

// yearHeads returns the years of a row that holds nothing else, nil if it does.
func (r *reader) yearHeads(row []sheet.Token) []yearHead {
	heads := make([]yearHead, 0, len(row))
	for _, token := range row {
		fy, ok := r.readYearHead(token)
		head := yearHead{fy: fy, index: token.Index}
		if last := len(heads) - 1; !ok && last >= 0 && isRateHead(token.Text) {
			head.fy, head.isRate, ok = heads[last].fy, true, true
		}
		if !ok {
			return nil
		}
		heads = append(heads, head)
	}
	return heads
}

// isRateHead reports whether a cell heads the rates of the year before it.
func isRateHead(text string) bool {
	return strings.Contains(text, "率") && ja.Key(text) == "達成率"
}

// readYearHead reads a cell that is a year, alone or with what the table holds
// for it: 令和3年度 実績 where results are due.
func (r *reader) readYearHead(token sheet.Token) (fy int, ok bool) {
	head, ok := r.readMoneyHead(token.Text)
	if head.unit != "" {
		return 0, false
	}
	switch head.Basis {
	case "":
		return head.FY, ok
	case model.BasisActual:
		return head.FY, r.table.schedule == model.ScheduleActual || r.table.values == model.Actual
	case model.BasisTarget:
		return head.FY, r.table.schedule == model.SchedulePlan || r.table.values == model.Target
	}
	return 0, false
}

// goesOnWithYears reports whether later years stand at the beginning of the line below
// the first ones, before any row: a line end has cut the row of years.
func (r *reader) goesOnWithYears(heads []yearHead, row []sheet.Token) bool {
	last := len(r.table.years) - 1
	return last >= 0 && r.table.newYears && len(r.table.nameless) == 0 && r.Grid.Layout == grid.Tabs && row[0].Index == 0 &&
		row[0].Row == r.table.yearsRow+1 && r.table.years[last].fy < heads[0].fy
}

func (r *reader) setYears(heads []yearHead, row []sheet.Token) {
	r.finishNameless()
	for _, token := range row {
		r.Label(token.Cell)
	}
	if r.goesOnWithYears(heads, row) {
		r.Report(model.CodeBrokenLine, row[0].At, row[0].Text, strconv.Itoa(r.table.headWidth))
		heads = append(slices.Clone(r.table.years), heads...)
		r.table.firstYears = nil
		for i := len(r.table.years); i < len(heads); i++ {
			heads[i].index += heads[len(r.table.years)-1].index + 1
		}
	}
	r.table.years, r.table.newYears = heads, true
	r.table.yearsRow = row[len(row)-1].Row
	if r.table.firstYears == nil {
		r.table.firstYears = heads
	}
	r.table.width = max(r.Grid.Rows[row[0].Row].Width, int(row[len(row)-1].Index)+1)
	last := row[len(row)-1]
	r.table.headEnd = int(last.Offset) + len(last.Text)
}

func yearList(years []yearHead) string {
	var list strings.Builder
	for i, year := range years {
		if i > 0 {
			list.WriteString(", ")
		}
		list.WriteString(sheet.Year(year.fy))
		if year.isRate {
			list.WriteString(" 達成率")
		}
	}
	return list.String()
}

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
	// measure is what the values under the head are, where that is not what the table
	// is of: a 達成率 of the year before, or the target of a year beside results.
	measure model.ValueMeasure
	// other is the text of a head that is no year's.
	other string
	// isGoal is set where that heads goals that are tied to no year.
	isGoal bool
	index  int32
}

// yearHeads returns the years of a row that holds nothing else, nil if it does. Behind
// a year of a table there may be other columns, with 達成率 or a goal.
func (r *reader) yearHeads(row []sheet.Token) []yearHead {
	var heads []yearHead // most rows begin with a name
	years := 0
	for i, token := range row {
		fy, ok := r.readYearHead(token)
		head := yearHead{fy: fy, index: token.Index}
		if ok {
			years++
		} else if head, ok = r.readOtherHead(token, heads, years, i+1 == len(row)); !ok {
			return nil
		} else if head.fy != 0 {
			years++
		}
		if heads == nil {
			heads = make([]yearHead, 0, len(row))
		}
		heads = append(heads, head)
	}
	if years == 0 {
		return nil
	}
	return heads
}

// readOtherHead reads a cell among the heads of years that is none itself.
// A word that it does not know is the head of a column only behind the last year.
func (r *reader) readOtherHead(token sheet.Token, before []yearHead, years int, isLast bool) (head yearHead, ok bool) {
	head.index = token.Index
	last := len(before) - 1
	switch {
	case last >= 0 && isRateHead(token.Text):
		head.fy, head.measure = before[last].fy, model.Rate
		return head, true
	case len(token.Text) > maxYearCell:
		return head, false
	case r.readMeasureHead(token.Text, &head):
		return head, true
	}
	if years < 2 || !isLast || r.isFigure(token.Text) {
		return head, false
	}
	head.other = ja.StripMarkup(token.Text)
	return head, true
}

// readMeasureHead reads a head of indicators' values with a word for what they are:
// 目標値(令和6年度), 令和3年度 達成率, 最終目標.
func (r *reader) readMeasureHead(text string, head *yearHead) bool {
	if r.table.values == "" || !measureSigns.In(text) {
		return false
	}
	text = ja.StripMarkup(text)
	fy, start, end, found := r.Calendar.FindFiscalYear(text)
	word := text
	if found {
		word = text[:start] + text[end:]
	}
	switch strings.Trim(ja.Key(word), "()（）[]【】〔〕") {
	case "目標", "目標値", "最終目標", "最終目標値", "計画最終目標", "計画目標", "計画目標値", "計画値":
		head.measure = model.Target
	case "実績", "実績値":
		head.measure = model.Actual
	case "達成率":
		head.measure = model.Rate
	default:
		return false
	}
	head.fy, head.isGoal = fy, !found && head.measure == model.Target
	if !found {
		head.other = text
	}
	return found || head.isGoal
}

// measureSigns are characters of which each head with such a word has one.
var measureSigns = ja.NewCharacters("標績率画")

// isRateHead reports whether a cell heads the rates of the year before it.
func isRateHead(text string) bool {
	return strings.Contains(text, "率") && ja.Key(text) == "達成率"
}

// readYearHead reads a cell that is a year, alone or with what the table holds
// for it: 令和3年度 実績 where results are due.
func (r *reader) readYearHead(token sheet.Token) (fy int, ok bool) {
	head, ok := r.moneyHeadOf(token.Text)
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
		switch {
		case year.other != "":
			list.WriteString(year.other)
			continue
		default:
			list.WriteString(sheet.Year(year.fy))
		}
		if year.measure == model.Rate {
			list.WriteString(" 達成率")
		}
	}
	return list.String()
}

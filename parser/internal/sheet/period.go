package sheet

import (
	"cmp"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// Period is the years of an item's period as they are printed, each in a cell of
// its own. The zero value has none.
type Period struct{ start, end string }

// ReadStart reads the fiscal year in which an item began, and claims it.
func (p *Period) ReadStart(b *Builder, item *model.Item, cell grid.Cell) {
	if text := p.read(b, item, cell); text != "" {
		p.start = text
		if p.readRange(item, text) {
			return
		}
		if year := b.periodYear(cell, "開始年度", text); year != 0 {
			item.Period.StartFY = year
		}
		p.setRaw(item)
	}
}

// ReadEnd reads the fiscal year in which an item ends, and claims it; なし says
// that it has no end.
func (p *Period) ReadEnd(b *Builder, item *model.Item, cell grid.Cell) {
	if text := p.read(b, item, cell); text != "" {
		p.end = text
		if p.readRange(item, text) {
			return
		}
		if ja.Key(text) == noYear {
			item.Period.OpenEnded = true
		} else if year := b.periodYear(cell, endYear, text); year != 0 {
			item.Period.EndFY = year
		}
		p.setRaw(item)
	}
}

// readRange reads a cell that holds the whole period: 平成19年度～令和7年度.
// What stands in the other cell goes before it.
func (p *Period) readRange(item *model.Item, text string) bool {
	start, end, isRange := ja.ParseYearRange(text)
	if !isRange || end == 0 {
		return false
	}
	item.Period.StartFY = cmp.Or(item.Period.StartFY, start)
	if !item.Period.OpenEnded {
		item.Period.EndFY = cmp.Or(item.Period.EndFY, end)
	}
	p.setRaw(item)
	return true
}

// endYear is the label of the year in which an item ends. It lies near the sheet's other
// years, which date it where it has no era; in which era a 3年度 of the beginning lies
// can't be told.
const endYear = "終了年度"

// noYear is what stands in the place of a year that there is none of.
const noYear = "なし"

// read claims a cell of the period and returns its text; a dash and the sign
// between two years say nothing.
func (p *Period) read(b *Builder, item *model.Item, cell grid.Cell) string {
	text := ja.StripMarkup(cell.Text)
	if ja.IsDash(text) || strings.Trim(text, "~～〜 ") == "" {
		b.Skip(cell)
		return ""
	}
	b.Grid.Claim(cell, grid.Value)
	if item.Period == nil {
		item.Period = &model.Period{At: cell.At}
	}
	return text
}

// periodYear returns the fiscal year in a text, 0 and a diagnostic where it has
// none.
func (b *Builder) periodYear(cell grid.Cell, label, text string) int {
	year, _, _, found := ja.FindFiscalYear(text)
	if !found && label == endYear {
		year, _, _, found = b.Calendar.FindFiscalYear(text)
	}
	if !found && len(text) <= maxYearBytes {
		year, _, _, found = ja.FindFiscalYear(ja.Squeeze(text)) // a wrap may part an era: 平 成元年度
	}
	if !found && ja.Key(text) != noYear {
		b.Report(model.CodeYearUnreadable, cell.At, label, text)
	}
	return year
}

func (p *Period) setRaw(item *model.Item) { item.Period.Raw = ja.TrimSpace(p.start + " " + p.end) }

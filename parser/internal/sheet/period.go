package sheet

import (
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
		if ja.Key(text) == noYear {
			item.Period.OpenEnded = true
		} else if year := b.periodYear(cell, "終了年度", text); year != 0 {
			item.Period.EndFY = year
		}
		p.setRaw(item)
	}
}

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
	if !found && ja.Key(text) != noYear {
		b.Report(model.CodeYearUnreadable, cell.At, label, text)
	}
	return year
}

func (p *Period) setRaw(item *model.Item) { item.Period.Raw = ja.TrimSpace(p.start + " " + p.end) }

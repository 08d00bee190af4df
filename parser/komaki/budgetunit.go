package komaki

import (
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// takeUnits takes the captions among cells of amounts that name the unit of those
// that print none, and returns what stands beside them: 5,454 (単位:千円), 単位:千円
// 5,454.
func (r *reader) takeUnits(cells []grid.Cell) (amounts []grid.Cell, found bool) {
	for i, cell := range cells {
		start, end := findUnitCaption(cell.Text)
		if start == end {
			if found {
				amounts = append(amounts, cell)
			}
			continue
		}
		if !found {
			amounts, found = append(make([]grid.Cell, 0, len(cells)+1), cells[:i]...), true
		}
		caption := cell.Slice(start, end)
		r.budget.unit = sheet.LabelUnit(caption.Text)
		r.bare.NoteText(caption.Text) // for amounts above it
		r.Grid.Claim(caption, grid.Label)
		for _, rest := range [...]grid.Cell{cell.Slice(0, start), cell.Slice(end, len(cell.Text))} {
			if rest.Text != "" {
				amounts = append(amounts, rest)
			}
		}
	}
	if !found {
		return cells, false
	}
	return amounts, true
}

// findUnitCaption returns where in a text a caption with a unit of money stands; start
// is end where none does.
func findUnitCaption(text string) (start, end int) {
	if !strings.Contains(text, "円") || len(text) > maxAmountBytes {
		return 0, 0
	}
	for at := 0; at < len(text); {
		open, _, behind := sheet.NextBracket(text, at)
		if open < behind && isMoneyCaption(text[open:behind]) {
			return open, behind
		}
		at = behind
	}
	if _, begins := sheet.AfterWord(text, "単位"); !begins {
		return 0, 0
	}
	if end = strings.IndexAny(text, " 　\t"); end < 0 {
		end = len(text)
	}
	if isMoneyCaption(text[:end]) {
		return 0, end
	}
	return 0, 0
}

func isMoneyCaption(text string) bool {
	return sheet.IsUnitCaption(text) && sheet.IsMoneyUnit(sheet.LabelUnit(text))
}

package komaki

import (
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// findWordHeads marks the heads of pages that stand between two rows of a table, where no
// page number or break tells them: a line of words between empty lines, which the text
// has more than once. What stands there once is no name of a row either.
func findWordHeads(layout grid.Layout, lines []line) {
	if layout == grid.PipeCells {
		return
	}
	var counts map[string]int
	for i := 1; i+1 < len(lines); i++ {
		if isBetweenRows(lines, i) && isApart(lines, i) && mayBeHead(&lines[i]) {
			if counts == nil {
				counts = map[string]int{}
			}
			counts[headKey(&lines[i])] = 0
		}
	}
	if counts == nil {
		return // as nearly always
	}
	each := func(visit func(l *line, key string)) {
		for i := range lines {
			if !mayBeHead(&lines[i]) || !isApart(lines, i) {
				continue
			}
			key := headKey(&lines[i])
			if _, found := counts[key]; found {
				visit(&lines[i], key)
			}
		}
	}
	each(func(_ *line, key string) { counts[key]++ })
	each(func(l *line, key string) {
		if counts[key] > 1 {
			l.kind = runningHead
		}
	})
}

// isBetweenRows reports whether a line that is one cell stands between rows of a table.
func isBetweenRows(lines []line, i int) bool {
	const leastCells = 3
	return len(lines[i].cells) == 1 && len(lines[i-1].cells) >= leastCells && len(lines[i+1].cells) >= leastCells
}

// isApart reports whether empty lines or page breaks part a line from those beside it.
func isApart(lines []line, i int) bool {
	l := &lines[i]
	return (i == 0 || !l.follows(&lines[i-1]) || l.page != lines[i-1].page) &&
		(i+1 == len(lines) || !lines[i+1].follows(l) || l.page != lines[i+1].page)
}

func mayBeHead(l *line) bool {
	return l.kind == plain && l.head == 0 && len(l.cells) == 1 && len(l.first) <= 3*maxHeadRunes && !strings.Contains(l.first, "。") && !isContent(l)
}

// headKey is what the heads of all pages have in common: the words without the page's number.
func headKey(l *line) string {
	return ja.Key(strings.Trim(l.first, "-0123456789０１２３４５６７８９ 　"))
}

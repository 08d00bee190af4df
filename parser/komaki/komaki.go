// Package komaki reads 小牧市 まちづくり推進計画: chapters of measures (基本施策)
// with their directions (展開方向) and indicators, cards of projects, and the
// table of initiatives of a plan such as 自治体経営改革推進計画 (form
// komaki-plan).
//
// In go the cells of a grid; out comes one document for a chapter or several in
// a row. The sheet is running text with tables in it: it is read line by line,
// by the headings at which a line begins, the numbers in the rows of the table
// of initiatives and the shape of the rows of indicators. The package knows the
// headings of this form only, no other form and no output format.
package komaki

import (
	"slices"
	"sync"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// Form describes the form for the parser's table.
var Form = &sheet.Form{
	ID:           "komaki-plan",
	Kind:         model.PlanDocument,
	Title:        "小牧市 まちづくり推進計画",
	Summary:      "Plan of Komaki: measures and directions with indicators, project cards, table of initiatives",
	Municipality: model.Municipality{Name: "小牧市", Prefecture: "愛知県", Code: "232190"},
	Anchors: []sheet.Anchor{
		{Spelling: "基本施策", Weight: 2},
		{Spelling: "基本施策の目的", Weight: 3},
		{Spelling: "まちの状態を表す指標", Weight: 3, Within: true},
		{Spelling: "展開方向", Weight: 3, Within: true},
		{Spelling: "基準値", Weight: 1},
		{Spelling: "目指す方向", Weight: 1},
		{Spelling: "まちづくり推進計画", Weight: 2},
		{Spelling: "取組項目", Weight: 1},
		{Spelling: "担当課", Weight: 1},
		{Spelling: "1 予算額", Weight: 2, Optional: true},
		{Spelling: "目的及び効果", Weight: 2, Within: true, Optional: true},
		{Spelling: "3 事業概要", Weight: 2, Optional: true},
	},
}

func init() { Form.Read = read }

// read cuts the text into lines and those into documents, and reads each.
func read(g *grid.Grid) []*sheet.Section {
	g.PlaceByCharacters()
	kept, _ := usedLines.Get().(*[]line)
	if kept == nil {
		kept = &[]line{}
	}
	lines := cutLines(g, (*kept)[:0])
	if *kept = lines; cap(lines) <= maxKeptLines {
		defer usedLines.Put(kept)
	}
	findRunningHeads(g.Layout, lines)
	findWordHeads(g.Layout, lines)
	offset := func(l line) int32 { return l.cells[0].Offset }
	return sheet.ReadSections(g, lines, findDocuments(lines), offset, func(lines []line) *sheet.Builder {
		r := newReader(g, lines)
		r.readDocument()
		return r.Builder
	})
}

// usedLines has the memory of lines that were read: an archive has as many texts as
// sheets, one after another. maxKeptLines is how many are kept.
var usedLines sync.Pool

const maxKeptLines = 1 << 12

// findDocuments returns the lines at which documents begin: the first, and
// every heading of a measure that was printed before, where the head of a
// measure follows it (a heading repeated on the next page has no such head).
// Where a second plan of initiatives follows, its document begins with the first
// measure behind the plan before.
func findDocuments(lines []line) []int {
	starts := []int{0}
	var seen []string
	plan, behind := "", none
	begin := func(at int) {
		start := at
		for start > starts[len(starts)-1]+1 && lines[start-1].isPageFurniture() {
			start--
		}
		starts = append(starts, start)
		seen, plan, behind = seen[:0], "", none
	}
	for i := range lines {
		l := &lines[i]
		switch {
		case l.kind == planLine:
			key := ja.Key(l.text())
			if plan != "" && plan != key && behind != none {
				at := behind
				begin(at)
				seen = measuresOf(seen, lines[at:i])
			}
			plan = key
		case l.kind == systemHeading && plan != "" && behind == none:
			behind = i
		case l.kind == measureHeading && headFollows(lines[i+1:]):
			if slices.Contains(seen, l.number) {
				begin(i)
			}
			if plan != "" && behind == none {
				behind = i
			}
			seen = append(seen, l.number)
		}
	}
	return starts
}

// measuresOf appends the numbers of the measures whose heads stand in the lines.
func measuresOf(seen []string, lines []line) []string {
	for i := range lines {
		if lines[i].kind == measureHeading && headFollows(lines[i+1:]) {
			seen = append(seen, lines[i].number)
		}
	}
	return seen
}

// headFollows reports whether ◆基本施策の目的 is the next heading.
func headFollows(lines []line) bool {
	for i := range lines {
		switch l := &lines[i]; {
		case l.kind == textHeading:
			return l.entry.key == model.TextPurpose
		case l.kind != plain && !l.isPageFurniture():
			return false
		}
	}
	return false
}

// Package sakado reads the 進行管理集計表 of 坂戸市 (form sakado-progress): a wide
// table of initiatives with indicators, a grade and an opinion, over several
// pages whose columns drift.
//
// In go the cells of a grid; out comes a document for each table. An item begins
// at its number wherever the row starts; an indicator is a name with three
// values in whatever cells they stand; columns are asked only where a row shows
// them. It knows the labels of this form only, no other form and no output
// format.
package sakado

import (
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// Form describes the form for the parser's table.
var Form = &sheet.Form{
	ID:           "sakado-progress",
	Kind:         model.ProgressTable,
	Title:        "坂戸市 進行管理集計表",
	Summary:      "Progress table of Sakado's reform plan: initiatives with indicators, grade and opinion",
	Municipality: model.Municipality{Name: "坂戸市", Prefecture: "埼玉県", Code: "112399"},
	Anchors: []sheet.Anchor{
		{Spelling: "進行管理集計表", Weight: 3, Within: true},
		{Spelling: "基本方針", Weight: 1},
		{Spelling: "取組項目(A)", Weight: 2},
		{Spelling: "関係課(B)", Weight: 2},
		{Spelling: "取組の方針と内容(C)", Weight: 2},
		{Spelling: "数値目標等(E)", Weight: 2},
		{Spelling: "進捗状況(F)", Weight: 2},
		{Spelling: "本部会意見(G)", Weight: 2},
		{Spelling: "【項目進捗】", Weight: 1},
		{Spelling: "本部会評価", Weight: 1},
	},
}

func init() { Form.Lexicon, Form.Read = lexicon, read }

// maxTitleRunes is how long a title line may be.
const maxTitleRunes = 90

// The keys of the title and of the caption over the legend.
var titleKey, captionKey = ja.Key("進行管理集計表"), ja.Key("【項目進捗】")

// titleSigns are the last characters of 管理 and 状況, of which any title has one.
var titleSigns = ja.NewCharacters("理況")

// isTitle reports whether a line is the title of a table.
func isTitle(text string) bool {
	if !titleSigns.In(text) {
		return false // as most lines
	}
	return !ja.LongerThan(text, maxTitleRunes) && strings.Contains(text, "表") && !strings.Contains(text, "。") &&
		strings.Contains(ja.Key(text), titleKey) || isOtherTitle(text)
}

// read cuts the rows into tables and reads each. A title that differs from the
// one before begins a new table; the same one is a running head.
func read(g *grid.Grid) []*sheet.Section {
	known, _ := usedFacts.Get().(*facts)
	if known == nil {
		known = &facts{}
	}
	known.calendar = ja.NewCalendar(g.Text)
	known.sheet++
	if len(g.Text) <= sheet.MaxKept {
		defer usedFacts.Put(known)
	}
	tokens := lexicon.Tokenize(g)
	defer sheet.Release(tokens)
	rows := known.tableRows(g, tokens)
	offset := func(row []sheet.Token) int32 { return row[0].Offset }
	return sheet.ReadSections(g, rows, known.findTables(rows), offset, func(rows [][]sheet.Token) *sheet.Builder {
		r := &reader{Builder: sheet.NewBuilder(g, Form), facts: known}
		r.readTable(rows)
		return r.Builder
	})
}

// findTables returns the rows at which tables begin: at a title that differs
// from the one before, or at the same one where the items' numbers begin anew.
func (f *facts) findTables(rows [][]sheet.Token) []int {
	starts := []int{0}
	title := ""
	var numbers itemNumbers
	pending := -1 // a repeated title whose first item is still to come
	for i, row := range rows {
		for line := range strings.Lines(row[0].Text) {
			if !isTitle(line) {
				continue
			}
			start, key := titleBegin(rows, i, line)
			switch key += ja.Key(ja.StripMarkup(line)); {
			case key == title:
				numbers.add(f, rows[:i])
				pending = start
			case title == "":
				title = key
			default:
				starts = append(starts, start)
				title, pending = key, -1
				numbers.beginAt(i)
			}
		}
		if pending < 0 {
			continue
		}
		if number, begins := f.numberOf(row); begins {
			if numbers.known[number] && number != numbers.last {
				starts = append(starts, pending)
				numbers.beginAt(i)
			}
			pending = -1
		}
	}
	return starts
}

// itemNumbers are those of the items of a table, as far as they were asked for: only a
// title that is printed again asks.
type itemNumbers struct {
	known map[string]bool
	last  string
	rows  int // whose numbers were taken, those of tables before included
}

// beginAt begins a table at a row.
func (n *itemNumbers) beginAt(row int) {
	clear(n.known)
	n.rows = row
}

// add takes the numbers of the items in rows.
func (n *itemNumbers) add(f *facts, rows [][]sheet.Token) {
	if n.known == nil {
		n.known = map[string]bool{}
	}
	for _, row := range rows[n.rows:] {
		if number, begins := f.numberOf(row); begins {
			n.known[number], n.last = true, number
		}
	}
	n.rows = len(rows)
}

// numberOf returns the number of the item that a row begins.
func (f *facts) numberOf(row []sheet.Token) (number string, begins bool) {
	a, begins := f.findAnchor(row)
	if !begins {
		return "", false
	}
	number, _ = itemNumber(a.number.Text)
	return number, true
}

// tableRows returns the rows of tokens. Without row ends, the cells between two
// heads are cut into rows of equal length, empty cells included.
func (f *facts) tableRows(g *grid.Grid, tokens []sheet.Token) [][]sheet.Token {
	rows := slices.Grow(f.rows[:0], len(g.Rows))
	for i := 0; i < len(tokens); {
		first := i
		for i < len(tokens) && tokens[i].Row == tokens[first].Row {
			i++
		}
		if g.Layout == grid.PipeCells {
			rows = append(rows, f.cutPage(tokens[first:i])...)
		} else {
			rows = append(rows, tokens[first:i])
		}
	}
	f.rows = rows
	return rows
}

// The width of a row without row ends is looked for in this range.
const minWidth, maxWidth = 11, 18

// cutPage cuts the tokens of a page without row ends: what stands before the
// head is lines, then rows follow.
func (f *facts) cutPage(tokens []sheet.Token) [][]sheet.Token {
	var rows [][]sheet.Token
	for len(tokens) > 0 {
		head := 0
		for head < len(tokens) && f.columnOf(tokens[head]) != policyColumn {
			end := head + 1
			if countsLabelEnd(tokens[head].Text) > 0 {
				for end < len(tokens) && isCount(tokens[end].Text) {
					end++
				}
			}
			rows = append(rows, tokens[head:end])
			head = end
		}
		tokens = tokens[head:]
		next := 1
		for next < len(tokens) && f.columnOf(tokens[next]) != policyColumn && !isOutside(tokens[next]) {
			next++
		}
		if len(tokens) > 0 {
			rows = append(rows, f.cutRows(tokens[:min(next, len(tokens))])...)
			tokens = tokens[min(next, len(tokens)):]
		}
	}
	return rows
}

// isCaption reports whether a text begins with the caption over the legend.
func isCaption(text string) bool {
	return mayBeCaption(text) && strings.HasPrefix(ja.Key(text), captionKey)
}

// isOutside reports whether a cell without row ends is a line that stands
// outside the table: title, note, caption, legend or counts.
func isOutside(token sheet.Token) bool {
	text := token.Text
	if len(text) > maxFigureBytes || strings.Contains(text, "\n") {
		return false
	}
	if beginsLegend(text) {
		if entries := cutLegend(text); len(entries) > 1 && entries[0].at == 0 {
			return true
		}
	}
	return isTitle(text) || isCaption(text) || strings.Contains(text, "転記項目") || countsLabelEnd(text) > 0
}

// isCount reports whether a cell can follow 本部会評価.
func isCount(text string) bool {
	text = ja.Fold(text)
	return sheet.IsGrade(text) || len(text) <= 8 && strings.Trim(text, "0123456789件") == ""
}

// cutRows cuts tokens that begin with the head's first column into rows of that
// width at which most rows have a number in the second column.
func (f *facts) cutRows(tokens []sheet.Token) [][]sheet.Token {
	first := tokens[0].Index
	best, width := 0, int32(13)
	for candidate := int32(minWidth); candidate <= maxWidth; candidate++ {
		hits := 0
		for _, token := range tokens {
			column := (token.Index - first) % candidate
			if _, isNumber := itemNumber(token.Text); isNumber && column == 1 || column == 6 && f.columnOf(token) == nameColumn {
				hits++
			}
		}
		if hits > best {
			best, width = hits, candidate
		}
	}
	var rows [][]sheet.Token
	for _, row := range sheet.CutRows(tokens, first, width) {
		for i := range row {
			row[i].Index = (row[i].Index - first) % width
			row[i].Row = row[0].Row
		}
		rows = appendLines(rows, row)
	}
	return rows
}

// appendLines adds a row. Lines without pipes below the table have run into one
// cell, from its first line 【項目進捗】 on: they are rows of their own.
func appendLines(rows [][]sheet.Token, row []sheet.Token) [][]sheet.Token {
	for i, token := range row {
		if !strings.Contains(token.Text, "\n") || !isCaption(token.Text) {
			continue
		}
		if i > 0 {
			rows = append(rows, row[:i])
		}
		last := strings.LastIndexByte(token.Text, '\n')
		for start := 0; start < last; {
			end := start + strings.IndexByte(token.Text[start:], '\n')
			if line := token.Slice(start, end); line.Text != "" {
				rows = append(rows, []sheet.Token{{Cell: line, Row: token.Row}})
			}
			start = end + 1
		}
		line := sheet.Token{Cell: token.Slice(last, len(token.Text)), Row: token.Row}
		return append(rows, append([]sheet.Token{line}, row[i+1:]...))
	}
	return append(rows, row)
}

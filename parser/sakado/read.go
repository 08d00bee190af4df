package sakado

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// head is what the table's head says of a column.
type head struct {
	label string
	fy    int
	index int32
}

// reader reads the rows of one table into one document.
type reader struct {
	*sheet.Builder
	*facts
	heads  [columnCount]head
	width  int           // cells of the head's row, empty ones included
	values []valueColumn // where they are not the usual ones
	extra  []int32       // columns that the form does not know
	// disordered is set where the head has its columns in another order than the
	// form's; order has the form's index for each printed one where that is known,
	// and numberIndex is that of the column No. as printed.
	disordered  bool
	order       []int32
	numberIndex int32
	gradeRow    []string
	gradeCells  []sheet.Token // of the row of grades, if it has neither label nor sum
	countsLabel model.Summary // 本部会評価 on a line of its own, until its counts are read
	gradeHead   string        // of which criterion was told last
	criterion   model.Criterion
	cut         partitioned // the cells that were cut into indicators last
	legend      legendRun
	// planLine and periodLine are the first lines of a title that may go on below.
	planLine, periodLine sheet.Token
	// headBegun is set while the next row is the second one of the head, whatever it
	// says, undated once values were met that no head was read for.
	headBegun, undated bool
	// behindHead is set while the next row is the first one behind a head.
	behindHead bool
	// movedNames has a bit for each column beside its own in which a name has stood.
	movedNames uint64
	// shift is how far the cells of the row that is being read stand behind their
	// place, as another row stands before it on its line.
	shift int32
	// mended is the number of the grid's row that was broken and is whole with the rows
	// joined to it, counted from 1.
	mended int32
	// mendedWidth is how many cells it has then, blank ones included.
	mendedWidth int
	nameBegin   string // of the next indicator's name, before a page break
	// closed is set behind the caption of the legend and the counts of items by grade, which
	// stand above or below the table.
	closed bool
	// main has the columns of the items' table. keyed is set in a table of other columns
	// whose rows say more of its items: keyColumns are its own, keyItem the item of the row
	// above there, -1 if none is.
	main, keyColumns columnSet
	keyed            bool
	keyItem          int

	policy *model.Policy // carried down to the items that follow
	item   *initiative   // the last one of items, nil before the first
}

func (r *reader) readTable(rows [][]sheet.Token) {
	r.empty()
	pages := r.findStacked(rows)
	for len(rows) > 0 {
		if len(pages) > 0 && int(rows[0][0].Row) == pages[0].first {
			r.readStacked(pages[0])
			rows, pages = rows[pages[0].last-pages[0].first:], pages[1:]
			continue
		}
		row, count := r.joinBroken(rows)
		rows = rows[count:]
		for {
			first, rest, shift := r.cutAtHeads(row)
			if rest == nil {
				first, rest, shift = r.cutAtItem(row)
			}
			r.readRow(first)
			if rest == nil {
				break
			}
			row, r.shift = rest, r.shift+shift
		}
		r.shift = 0
	}
	r.reportLoneCountsLabel()
	r.finishItems()
}

// readRow tells what a row is: lines outside the table, its head, an item, or
// more of the item above.
func (r *reader) readRow(row []sheet.Token) {
	switch {
	case r.readCounts(row):
	case r.readGradeRow(row):
	case r.readLegendRow(row), r.readLegendCells(row), r.readLegendWords(row):
	case r.readHeadRow(row), r.readLoneHead(row):
	default:
		if row = r.reorder(r.dropExtraColumns(row)); len(row) == 0 {
			return
		}
		alone := len(row) == 1 || isTitleRow(row)
		for len(row) > 0 && r.readLines(row[0], alone) {
			row = row[1:]
		}
		switch {
		case len(row) == 0 || r.readLonePolicy(row):
		case r.keyed:
			r.readKeyedRow(row)
		default:
			r.readItemRow(r.splitGlued(row))
		}
	}
}

// readLegendRow reads a legend whose grades stand in cells of their own behind
// the caption.
func (r *reader) readLegendRow(row []sheet.Token) bool {
	if len(row) < 2 || !isLegendCaption(row[0].Text) {
		return false
	}
	var grades []model.Grade
	for _, token := range row[1:] {
		entries := cutLegend(token.Text)
		if len(entries) == 0 {
			text := ja.StripMarkup(token.Text)
			first, size := utf8.DecodeRuneInString(text)
			letter := string(ja.FoldRune(first))
			if !sheet.IsGrade(letter) || size == len(text) {
				return false
			}
			entries = []legendEntry{{grade: letter, label: ja.TrimSpace(strings.TrimLeft(text[size:], " :：　"))}}
		}
		for _, entry := range entries {
			grades = append(grades, model.Grade{At: token.At, Grade: entry.grade, Label: entry.label})
		}
	}
	r.Grid.Claim(row[0].Cell, grid.Label)
	for _, token := range row[1:] {
		r.Value(token.Cell)
	}
	if len(r.Document.Grades) == 0 {
		r.Document.Grades = grades
	}
	return true
}

// headSample is how many cells show whether a row is a head: of those of a head,
// most are.
const headSample = 3

// readHeadRow reads a row of the table's head, of which pages repeat two.
func (r *reader) readHeadRow(row []sheet.Token) bool {
	second := r.headBegun && r.isSecondHead(row)
	r.headBegun = false
	if !second && !r.isHead(row) {
		return false
	}
	width := r.rowWidth(row)
	row, moved := r.splitHeads(row)
	columns := r.headColumns(row)
	r.readExtraColumns(row, columns)
	r.readOrder(row, columns)
	if len(r.extra) > 0 || r.order != nil {
		row = r.reorder(r.dropExtraColumns(row))
		columns = r.headColumns(row)
	}
	r.readKeyedHead(columns)
	r.readValueColumns(row)
	for i, token := range row {
		_, fy := r.readHead(token.Text)
		c := columns[i]
		if r.isGroupHead(token.Text) {
			r.Grid.Claim(token.Cell, grid.Label)
			r.heads[nameColumn] = head{label: "項目", index: token.Index}
			continue
		}
		if c == noColumn {
			if !r.readGroupHeads(token) {
				r.labelYearColumn(token)
			}
			continue
		}
		label := r.Label(token.Cell)
		if fy == 0 {
			fy = r.yearEndOf(token.Text, row)
		}
		if fy == 0 && c >= baselineColumn && c <= actualColumn {
			if fy = r.heads[c].fy; fy == 0 { // else the head of an earlier page prints it
				r.Report(model.CodeYearUnreadable, token.At, "数値目標等", label)
			}
		}
		r.heads[c] = head{label: label, fy: fy, index: token.Index}
	}
	r.closed, r.behindHead = false, true
	r.width = width + moved
	r.alignValueHeads(columns)
	r.headBegun = columns[0] == policyColumn && slices.Contains(columns, groupColumn) && !slices.ContainsFunc(columns, isValueColumn)
	return true
}

// isHead reports whether most cells of a row are heads of columns.
func (r *reader) isHead(row []sheet.Token) bool {
	if len(row) < 2 {
		return false
	}
	hits := 0
	for i, token := range row {
		if i == headSample && hits == 0 {
			return false
		}
		if r.columnOf(token) != noColumn || r.isGroupHead(token.Text) {
			hits++
		}
	}
	return hits >= 2 && hits*2 > len(row)
}

// isGroupHead reports whether a cell joins 数値目標等 with 項目 below it.
func isGroupHead(text string) bool {
	group, rest, found := heads.FindPrefix(text)
	if !found || group != groupColumn || rest >= len(text) {
		return false
	}
	c, _ := heads.Find(text[rest:])
	return c == nameColumn
}

// mayBeginGroup reports whether a text begins as 数値目標等 may, and holds what 項目 does.
func mayBeginGroup(text string) bool {
	if ja.BeginsWithIdeograph(text) {
		return strings.HasPrefix(text, "数") && groupSigns.In(text)
	}
	return text != "" && (text[0] < '0' || text[0] > '9') && groupSigns.In(text)
}

// groupSigns are in any such cell: the first character of 項目, or of its entity.
var groupSigns = beginsOf("&", nameColumn)

// isPolicy reports whether a cell is a 基本方針: it begins with a bracketed or
// bare kana.
func isPolicy(text string) bool {
	number, _ := cutPolicy(text)
	return number != ""
}

// mayBePolicy reports whether a text begins as a 基本方針 may: with a bracket or a kana,
// or with markup or a quotation mark before it.
func mayBePolicy(text string) bool {
	return text != "" && !ja.BeginsWithIdeograph(text) && (text[0] < '0' || text[0] > '9')
}

// splitPolicy parts the kana of a 基本方針 from its name: (ア) 市民と…, ウ　市民….
func splitPolicy(text string) (number, name string) {
	number, rest := cutPolicy(text)
	return number, ja.Unwrap(rest)
}

// cutPolicy parts the kana of a 基本方針 from its name as it is printed.
func cutPolicy(text string) (number, rest string) {
	text = ja.TrimSpace(sheet.TrimQuotes(ja.StripMarkup(text)))
	first, size := utf8.DecodeRuneInString(text)
	if folded := ja.FoldRune(first); folded == '(' {
		if end := strings.IndexFunc(text, func(r rune) bool { return ja.FoldRune(r) == ')' }); end > size && utf8.RuneCountInString(text[size:end]) <= 2 {
			_, width := utf8.DecodeRuneInString(text[end:])
			return ja.Fold(text[size:end]), text[end+width:]
		}
		return "", text
	}
	second, _ := utf8.DecodeRuneInString(text[size:])
	if first >= 'ア' && first <= 'ン' && (second == ' ' || second == '　' || second == '.' || second == '．') {
		return string(first), numberEnds.TrimLeft(text[size:])
	}
	return "", text
}

func (r *reader) claimValue(token sheet.Token) string {
	r.Grid.Claim(token.Cell, grid.Value)
	return ja.StripMarkup(token.Text)
}

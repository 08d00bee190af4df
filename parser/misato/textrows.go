package misato

import (
	"slices"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// textRun is a part of a page with narratives, one below the other: their labels at its
// left, their lines beside them.
type textRun struct {
	labels []int // indexes of the tokens
	spans  []sheet.Lines
	rows   []textRow
	// led is set where lines of text stand above the first label.
	led bool
	end int // the index of the token behind
	// filled are the labels that have lines, where labels stand beside their middle.
	filled []int
}

type textRow struct {
	first, last int // indexes of its tokens, the last one excluded
	line        int32
	begin, end  int32 // columns
	finished    bool
}

// shareTexts gives the lines of narratives to the labels that stand beside their middle.
// Where no page shows such labels, and other cells do not either, each stands beside the
// first of its lines, as they are read in order.
func shareTexts(g *grid.Grid, tokens []sheet.Token, centred bool) []sheet.Token {
	runs := findRuns(g, tokens)
	parts := make([]*sheet.Part, len(runs))
	for i := range runs {
		parts[i] = runs[i].part()
	}
	sheet.ShareParts(parts)
	owners := make([][]int, len(runs))
	for i := range runs {
		run := &runs[i]
		owners[i] = run.ownersBeside(parts[i])
		if run.led || run.beginsAbove() || owners[i] != nil && run.cutSentences(owners[i]) < run.cutSentences(run.ownersBelow()) {
			centred = true
		}
	}
	if !centred {
		return tokens
	}
	arranged := make([]sheet.Token, 0, len(tokens))
	next := 0
	for i := range runs {
		run := &runs[i]
		begin := run.begin()
		arranged = append(arranged, tokens[next:begin]...)
		next = run.end
		own, below := owners[i], run.ownersBelow()
		switch {
		case own == nil && run.led:
			own = run.ownersOfOwnRows()
		case own == nil || !run.led && run.cutSentences(below) < run.cutSentences(own):
			own = below
		}
		arranged = run.appendTo(arranged, tokens, own)
	}
	return append(arranged, tokens[next:]...)
}

// textsBeginAbove reports whether a text begins above its label, or a label above its text.
func textsBeginAbove(g *grid.Grid, tokens []sheet.Token) bool {
	return slices.ContainsFunc(findRuns(g, tokens), func(run textRun) bool { return run.led || run.beginsAbove() })
}

// maxRunLabels is how many narratives may stand one below the other: a form has nine.
const maxRunLabels = 50

// findRuns returns the runs of narratives on the pages.
func findRuns(g *grid.Grid, tokens []sheet.Token) []textRun {
	var runs []textRun
	var run textRun
	closeRun := func(end int) {
		if run.end = end; len(run.labels) > 0 && len(run.labels) <= maxRunLabels && run.inColumns(g, tokens) {
			runs = append(runs, run)
		}
		run = textRun{}
	}
	headed := false // behind a heading, the lines of which are the narratives'
	for i := 0; i < len(tokens); {
		next := i + 1
		for next < len(tokens) && tokens[next].Row == tokens[i].Row {
			next++
		}
		row := tokens[i:next]
		page := g.Rows[row[0].Row].Page
		if len(run.rows)+len(run.labels) > 0 && i > 0 && g.Rows[tokens[i-1].Row].Page != page {
			closeRun(i)
			headed = false
		}
		text := 0
		first := entryOf(row[0])
		isNarrative := first.kind == narrative && first.text != model.TextPolicyIntent // which stands beside 対象
		if isNarrative {
			text = 1
		}
		switch {
		case holdsLabel(row[text:]) || len(row) == 1 && sheet.IsMarkedPageNumber(row[0].Text):
			closeRun(i)
			headed = entryOf(row[len(row)-1]).kind == heading
		case isNarrative || headed || len(run.labels) > 0:
			if !isNarrative && len(run.labels) == 0 {
				run.led = true
			}
			run.add(g, tokens, i, text, next)
		}
		i = next
	}
	closeRun(len(tokens))
	return runs
}

// add adds a row of tokens, which begins with a label where text is 1.
func (run *textRun) add(g *grid.Grid, tokens []sheet.Token, first, text, next int) {
	if text == 1 {
		cell := tokens[first].Cell
		run.labels = append(run.labels, first)
		run.spans = append(run.spans, sheet.Lines{First: cell.At.Line, Last: g.LastLine(cell).At.Line})
	}
	if first+text == next {
		return
	}
	last := tokens[next-1].Cell
	_, end := sheet.ByCharacter(g, last, 0, len(last.Text))
	begin, _ := sheet.ByCharacter(g, tokens[first+text].Cell, 0, 0)
	run.rows = append(run.rows, textRow{
		first: first + text, last: next, line: last.At.Line, begin: begin, end: end, finished: endsSentence(last.Text),
	})
}

// inColumns reports whether all lines of text stand to the right of where the labels begin.
func (run *textRun) inColumns(g *grid.Grid, tokens []sheet.Token) bool {
	for _, at := range run.labels {
		begin, _ := sheet.ByCharacter(g, tokens[at].Cell, 0, 0)
		if slices.ContainsFunc(run.rows, func(row textRow) bool { return row.begin <= begin }) {
			return false
		}
	}
	return true
}

func endsSentence(text string) bool {
	return sheet.EndsWithAny(ja.TrimSpace(text), "。", ".", "）", ")", "」", "】")
}

// begin returns the index of the run's first token.
func (run *textRun) begin() int {
	if len(run.rows) == 0 {
		return run.labels[0]
	}
	return min(run.labels[0], run.rows[0].first)
}

// beginsAbove reports whether a label of several lines begins above the text beside it.
func (run *textRun) beginsAbove() bool {
	for label, owner := range run.firstRows() {
		if owner >= 0 && run.rows[owner].line > run.spans[label].First {
			return true
		}
	}
	return false
}

// firstRows returns the first row that stands beside each label, -1 where none does.
func (run *textRun) firstRows() []int {
	beside := run.ownersOfOwnRows()
	rows := make([]int, len(run.labels))
	for label := range rows {
		rows[label] = slices.Index(beside, label)
	}
	return rows
}

// ownersBelow gives each row to the last label that begins in it or above.
func (run *textRun) ownersBelow() []int {
	owners := make([]int, len(run.rows))
	for i, row := range run.rows {
		owners[i] = -1
		for label, span := range run.spans {
			if span.First <= row.line {
				owners[i] = label
			}
		}
	}
	return owners
}

// ownersOfOwnRows gives each row to the label that stands beside it, if one does.
func (run *textRun) ownersOfOwnRows() []int {
	owners := make([]int, len(run.rows))
	for i, row := range run.rows {
		owners[i] = slices.IndexFunc(run.spans, func(span sheet.Lines) bool {
			return span.First <= row.line && row.line <= span.Last
		})
	}
	return owners
}

// part returns the run's lines, and of the labels those that have any.
func (run *textRun) part() *sheet.Part {
	part := &sheet.Part{GoesOn: run.goesOn()}
	for _, row := range run.rows {
		part.Rows = append(part.Rows, sheet.Lines{First: row.line, Last: row.line})
	}
	beside := run.ownersOfOwnRows()
	for label, span := range run.spans {
		if slices.Contains(beside, label) || run.hasFreeRow(beside, span) {
			run.filled = append(run.filled, label)
			part.Labels = append(part.Labels, span)
		}
	}
	return part
}

// ownersBeside gives the rows to labels that stand beside the middle of theirs; nil where
// none can be given so, or one has another label beside it. A row that another label could
// have as well has none.
func (run *textRun) ownersBeside(part *sheet.Part) []int {
	starts := part.Starts
	if starts == nil {
		return nil
	}
	beside := run.ownersOfOwnRows()
	owners := make([]int, len(run.rows))
	for i := range run.rows {
		at := len(starts) - 1
		for starts[at] > i {
			at--
		}
		owners[i] = run.filled[at]
		if beside[i] >= 0 && beside[i] != owners[i] {
			return nil
		}
		if part.Doubtful[i] && beside[i] < 0 {
			owners[i] = -1
		}
	}
	return owners
}

// hasFreeRow reports whether a row that no label stands beside stands directly above or
// below a label.
func (run *textRun) hasFreeRow(beside []int, span sheet.Lines) bool {
	for i, row := range run.rows {
		if beside[i] < 0 && row.line >= span.First-2 && row.line <= span.Last+2 {
			return true
		}
	}
	return false
}

// cutSentences counts the texts that end in a line which seems to go on.
func (run *textRun) cutSentences(owners []int) int {
	count := 0
	for i, goesOn := range run.goesOn() {
		if i+1 < len(owners) && owners[i] != owners[i+1] && goesOn {
			count++
		}
	}
	return count
}

// goesOn tells of each row whether it fills its column and ends with no sentence: more
// likely, it goes on in the next one.
func (run *textRun) goesOn() []bool {
	widest := int32(0)
	for _, row := range run.rows {
		widest = max(widest, row.end-row.begin)
	}
	goesOn := make([]bool, len(run.rows))
	for i, row := range run.rows {
		goesOn[i] = !row.finished && (row.end-row.begin)*10 > widest*9
	}
	return goesOn
}

// appendTo adds the run's labels, each with its rows. A row that has no owner is left out:
// nobody takes it, so that it stays unmapped.
func (run *textRun) appendTo(arranged, tokens []sheet.Token, owners []int) []sheet.Token {
	for label, at := range run.labels {
		arranged = append(arranged, tokens[at])
		for i, row := range run.rows {
			if owners[i] == label {
				arranged = append(arranged, tokens[row.first:row.last]...)
			}
		}
	}
	return arranged
}

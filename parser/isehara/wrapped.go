package isehara

import (
	"strconv"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// joinWrapped puts the lines together that line ends inside a cell have made of a
// row: the first ones are too narrow for the table, the last cell of each goes on
// at the beginning of the next line, and together they are as wide as the head,
// which has that many cells. The row is given back as it is where that does not
// hold. It returns how many cells the row has.
func (r *reader) joinWrapped(row []sheet.Token, headWidth int) (joined []sheet.Token, width int) {
	line := int(row[0].Row)
	width = r.Grid.Rows[line].Width
	own, next := width, r.Next
	joined = row
	if width < headWidth && r.isWholeRow(row) {
		return row, own // its cells run together, and the next line is a row of its own
	}
	var parts []sheet.Token // the first cells of the lines that are joined
	lone := lines{first: line, last: line, headWidth: headWidth, active: r.table.active}
	for width < headWidth && !r.lone.hold(&lone) {
		last := joined[len(joined)-1]
		if int(last.Index) != width-1 || !r.goesOnBelow(line) {
			break
		}
		if width == 1 {
			lone.last = line
		}
		line++
		token := r.Tokens[r.Next]
		if _, isYear := r.readYearHead(token); isYear && r.table.active && !r.isOwnYear(token.Text) {
			break // which no value goes on with
		}
		more := r.RowValues(token)
		if r.Next < len(r.Tokens) && r.Tokens[r.Next].Row == token.Row {
			break // a label stands in the line
		}
		joined = sheet.JoinLine(r.Grid, joined, more)
		width += r.Grid.Rows[line].Width - 1
		parts = append(parts, token)
	}
	if width != headWidth {
		r.Next = next
		if lone.last > lone.first {
			r.lone = lone
		}
		if name, isCut := r.joinCutName(row); isCut {
			return name, own + r.Grid.Rows[row[0].Row+1].Width - 1
		}
		return row, own
	}
	for _, part := range parts {
		r.Report(model.CodeBrokenLine, part.At, part.Text, strconv.Itoa(headWidth))
	}
	return joined, width
}

// lines are lines of one cell each that follow each other and are no row together, with
// what stands below them.
type lines struct {
	first, last int
	// headWidth is how many cells a row has, and active whether a table was read.
	headWidth int
	active    bool
}

// hold reports whether the first of other lines is one of them: what holds for all holds
// for those from there on.
func (l *lines) hold(others *lines) bool {
	return others.first > l.first && others.first <= l.last && others.headWidth == l.headWidth && others.active == l.active
}

// joinCutName puts a name that is the only cell of its line together with the line below,
// which begins in the column of the table's label, where no row of it does: however many
// cells the rows have, the name goes on there.
func (r *reader) joinCutName(row []sheet.Token) (joined []sheet.Token, isCut bool) {
	name := row[0]
	line := int(name.Row)
	if len(row) != 1 || !r.table.active || len(r.table.years) == 0 || name.Joined || name.Index != r.table.nameIndex || r.table.labelIndex >= r.table.nameIndex ||
		int(name.Index) != r.Grid.Rows[line].Width-1 || !r.goesOnBelow(line) || !isNameCell(name) || strings.HasSuffix(name.Text, "。") {
		return nil, false
	}
	next := r.Next
	below := r.Tokens[next]
	more := r.RowValues(below)
	isWhole := r.Next == len(r.Tokens) || r.Tokens[r.Next].Row != below.Row
	isKnown := r.printsTask(name.Text + below.Text)
	if !isKnown && (len(more) != r.cellsPerRow() || r.printsTask(name.Text)) || len(sheet.SplitFromRight(name, 1, false)) > 1 ||
		!isWhole || len(more) < 2 || len(more) > r.cellsPerRow() || !isNameCell(below) || isProse(below.Text) || r.yearHeads(more) != nil ||
		r.table.values != "" && !sheet.AllFigures(more[1:]) {
		r.Next = next
		return nil, false
	}
	r.Report(model.CodeBrokenLine, below.At, below.Text, strconv.Itoa(r.table.headWidth))
	return sheet.JoinLine(r.Grid, row, more), true
}

// isWholeRow reports whether the one cell of a line holds a value for each
// year.
func (r *reader) isWholeRow(row []sheet.Token) bool {
	if len(row) != 1 || !r.table.active || r.table.schedule != "" || !partsWords.In(row[0].Text) {
		return false
	}
	figures := 0
	for _, word := range sheet.SplitWords(row[0]) {
		if r.isFigure(word.Text) {
			figures++
		}
	}
	return figures >= len(r.table.years)
}

// goesOnBelow reports whether the next token can be the rest of the cell that
// ends a line: it begins the next one.
func (r *reader) goesOnBelow(line int) bool {
	if r.Grid.Layout != grid.Tabs || r.Next >= len(r.Tokens) {
		return false
	}
	token := r.Tokens[r.Next]
	return token.Label == sheet.NoLabel && token.Index == 0 && int(token.Row) == line+1 &&
		r.Grid.Rows[line+1].Line == r.Grid.Rows[line].Line+1
}

// maxCutLabel is how many bytes a label may have that a line end has cut.
const maxCutLabel = 120

// readCutLabel reads a label that a line end inside its cell has cut in two: its
// first part is the only cell of a line.
func (r *reader) readCutLabel(token sheet.Token) bool {
	if len(token.Text) > maxCutLabel || token.Index != 0 || r.Grid.Rows[token.Row].Width != 1 || !r.goesOnBelow(int(token.Row)) {
		return false
	}
	below := r.Tokens[r.Next]
	if len(below.Text) > maxCutLabel {
		return false
	}
	whole := sheet.JoinLine(r.Grid, []sheet.Token{token}, []sheet.Token{below})[0]
	whole.Row = below.Row
	label, found := lexicon.Labels.Find(whole.Text)
	if !found {
		return false
	}
	whole.Label = label
	r.Next++
	r.readLabel(whole, &table[label-1])
	return true
}

// joinFigures adds the figures of the next line to a row that a line end has cut: it
// has fewer cells than the row of heads, and nothing but figures stands in that line.
// Where the two lines are too wide for one row, it marks the row as cut.
func (r *reader) joinFigures(token sheet.Token, values []sheet.Token) []sheet.Token {
	r.money.cut = false
	if len(values) == 0 || r.Grid.Layout != grid.Tabs || r.Next >= len(r.Tokens) || r.money.label.Text == "" {
		return values
	}
	width, headWidth := r.Grid.Rows[token.Row].Width, r.Grid.Rows[r.money.label.Row].Width
	below := r.Tokens[r.Next]
	if width >= headWidth || !r.isFigureBelow(token, below) {
		return values
	}
	next := r.Next
	more := r.RowValues(below)
	isWhole := r.Next == len(r.Tokens) || r.Tokens[r.Next].Row != below.Row
	isOther := below.Index > 0 && len(more) == len(values) && (int(values[len(values)-1].Index) < width-1 || r.figuresInNextRow() == len(values))
	if !isWhole || isOther || !sheet.AllFigures(more) { // another row has lost its label
		r.Next = next
		return values
	}
	if rest := r.Grid.Rows[below.Row].Width - int(below.Index); width+rest > headWidth+maxWider {
		r.Next, r.money.cut = next, true
		return values
	}
	r.Report(model.CodeBrokenLine, below.At, below.Text, strconv.Itoa(headWidth))
	joined := append(make([]sheet.Token, 0, len(values)+len(more)), values...)
	for _, figure := range more {
		figure.Index += int32(width) - below.Index
		joined = append(joined, figure)
	}
	return joined
}

// figuresInNextRow returns how many figures the row has that begins at the next token.
func (r *reader) figuresInNextRow() int {
	count := 0
	for _, token := range r.Tokens[r.Next:] {
		if token.Row != r.Tokens[r.Next].Row {
			break
		}
		if token.Label == sheet.NoLabel && r.isFigure(token.Text) {
			count++
		}
	}
	return count
}

// maxWider is how many more cells than the row of heads a row of figures may have.
const maxWider = 2

// isFigureBelow reports whether a token is a figure that begins the line below a row.
func (r *reader) isFigureBelow(row, token sheet.Token) bool {
	return token.Label == sheet.NoLabel && token.Row == row.Row+1 && r.Grid.Rows[token.Row].Line == r.Grid.Rows[row.Row].Line+1 && r.isFigure(token.Text)
}

package isehara

import (
	"slices"
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// evaluationLines are the rows of one criterion, in which options, grade and reason stand
// side by side.
type evaluationLines struct {
	// first and last are the rows of the options.
	first, last int32
	label       placedToken
	options     []placedToken
	grade       []placedToken
	reason      []placedToken // the label
	lines       []placedToken // of the reason
	above       int           // how many lines stand above the first option
}

// joinEvaluations puts the options, the grade and the lines of the reason of each
// criterion together, where they stand side by side on several rows:
//
//	            ○ 高い (A)                    利用者の増加につながる
//	有効性      ● 普通 (B)    B  左記判断理由 ものであり、有効です。
//	            ○ 低い (C)
//
// It leaves all as it is where anything else stands among them.
func (l *columnLines) joinEvaluations() {
	for i := 0; i < l.tokens.count(); i++ {
		if l.kindAt(i) != criterion {
			continue
		}
		first, end := l.evaluationRegion(i)
		end = l.joinGrades(first, end)
		blocks := l.evaluationBlocks(first, end)
		if blocks == nil || !l.fillBlocks(blocks, first, end) {
			i = end
			continue
		}
		joined := make([]placedToken, 0, end-first)
		for n := range blocks {
			joined = blocks[n].appendTokens(joined)
		}
		l.tokens.replace(first, end, joined...)
		i = end
	}
}

// appendTokens appends the tokens of a criterion, all in the row of its label.
func (e *evaluationLines) appendTokens(tokens []placedToken) []placedToken {
	begin := len(tokens)
	tokens = append(tokens, e.label)
	tokens = append(tokens, e.options...)
	tokens = append(tokens, e.grade...)
	tokens = append(tokens, e.reason...)
	tokens = append(tokens, e.lines...)
	for n := begin; n < len(tokens); n++ {
		tokens[n].Row = e.label.Row
	}
	return tokens
}

// evaluationRegion returns the tokens of the criteria that follow each other from token i
// on, with the rows above the first label that can only be theirs.
func (l *columnLines) evaluationRegion(i int) (first, end int) {
	first = l.rowBegin(i)
	for first > 0 {
		at := l.rowBegin(first - 1)
		if l.tokens.at(at).Label != sheet.NoLabel || l.tokens.at(at).start <= l.tokens.at(i).start || l.g.Rows[l.tokens.at(at).Row].Page != l.g.Rows[l.tokens.at(first).Row].Page ||
			l.holdOther(at, first, reason) {
			break
		}
		first = at
	}
	end = i
	for end < l.tokens.count() && (l.tokens.at(end).Label == sheet.NoLabel || l.kindAt(end) == criterion || l.kindAt(end) == reason) {
		end++
	}
	for end > i && end < l.tokens.count() && l.tokens.at(end).Row == l.tokens.at(end-1).Row {
		end-- // a row of another block
	}
	return first, end
}

// holdOther reports whether tokens from one to another hold a label of another kind.
func (l *columnLines) holdOther(first, end int, k kind) bool {
	for at := first; at < end; at++ {
		if l.tokens.at(at).Label != sheet.NoLabel && l.kindAt(at) != k {
			return true
		}
	}
	return false
}

// joinGrades puts the brackets with the grade that stand alone below an option to that,
// and returns the end of the tokens then.
func (l *columnLines) joinGrades(first, end int) int {
	for at := first; at < end; at++ {
		option := *l.tokens.at(at)
		if !isOption(&option) || strings.HasSuffix(ja.Fold(option.Text), ")") {
			continue
		}
		for below := l.rowEnd(at); below < end && l.tokens.at(below).Row <= option.Row+maxGradeRows; below++ {
			token := *l.tokens.at(below)
			inner, isBracket := ja.TrimBrackets(ja.Fold(token.Text))
			if token.Label != sheet.NoLabel || !isBracket || !sheet.IsGrade(inner) || !isNear(token.start, option.start) && !isNear(token.start, option.start+maxMoved) {
				continue
			}
			l.addLine(&option, token.Cell)
			l.tokens.remove(below, below+1)
			end--
			break
		}
	}
	return end
}

// maxGradeRows is how many rows below an option its grade may stand: a line of the reason
// may stand between them.
const maxGradeRows = 2

// addLine adds a further line to a cell.
func (l *columnLines) addLine(cell *placedToken, line grid.Cell) {
	if l.furtherLines == nil {
		l.furtherLines = map[int32][]grid.Cell{}
	}
	l.furtherLines[cell.Offset] = append(l.furtherLines[cell.Offset], line)
}

// isOption reports whether a token is an option with its box.
func isOption(token *placedToken) bool {
	_, found := sheet.ReadBoxes(token.Text)
	return found && token.Label == sheet.NoLabel
}

// isFirstOption reports whether a token is the option of the best grade, with which the
// options of a criterion begin.
func (l *columnLines) isFirstOption(token *placedToken) bool {
	if !isOption(token) {
		return false
	}
	for _, line := range l.furtherLines[token.Offset] {
		if strings.Contains(ja.Fold(line.Text), "(A)") {
			return true
		}
	}
	return strings.Contains(ja.Fold(token.Text), "(A)")
}

// evaluationBlocks returns the rows of each criterion between two tokens, nil where they
// can't be told. Options begin with that of the best grade, or in the row of the label.
func (l *columnLines) evaluationBlocks(first, end int) []evaluationLines {
	var labels, begins []int
	for at := first; at < end; at++ {
		switch {
		case l.kindAt(at) == criterion:
			labels = append(labels, at)
		case l.isFirstOption(l.tokens.at(at)):
			begins = append(begins, at)
		}
	}
	if len(begins) != len(labels) {
		begins = begins[:0]
		for _, label := range labels {
			if label+1 >= end || l.tokens.at(label+1).Row != l.tokens.at(label).Row || !isOption(l.tokens.at(label+1)) || label > first && label == labels[0] {
				return nil
			}
			begins = append(begins, label+1)
		}
	}
	blocks := make([]evaluationLines, len(labels))
	for n, label := range labels {
		own := &blocks[n]
		own.label = *l.tokens.at(label)
		own.first = l.tokens.at(begins[n]).Row
		until := end
		if n+1 < len(labels) {
			until = l.rowBegin(begins[n+1])
		}
		for at := begins[n]; at < until; at++ {
			if isOption(l.tokens.at(at)) {
				own.last = l.tokens.at(at).Row
			}
		}
		if own.label.Row < own.first || own.label.Row > own.last {
			return nil
		}
	}
	return blocks
}

// fillBlocks gives the tokens between two to the criteria whose rows they stand in. It
// returns false where one is none of what a criterion has, or can't be told whose it is.
func (l *columnLines) fillBlocks(blocks []evaluationLines, first, end int) bool {
	options, reasons := l.evaluationColumns(first, end)
	for at := first; at < end; at++ {
		token := l.tokens.at(at)
		isGrade := sheet.IsGrade(ja.Fold(token.Text))
		switch {
		case l.kindAt(at) == criterion:
			continue
		case token.Label == sheet.NoLabel && token.start >= options && token.start < reasons && !isGrade && !isWholeOption(token):
			continue // an option that has lost its box: it stays unmapped
		}
		own := blockOf(blocks, token)
		if own == nil {
			return false
		}
		switch {
		case l.kindAt(at) == reason:
			own.reason = append(own.reason, *token)
		case isOption(token):
			own.options = append(own.options, *token)
		case isGrade && len(own.grade) == 0 && token.start > options && token.start < reasons:
			own.grade = append(own.grade, *token)
		case token.start >= reasons:
			if token.Row < own.first {
				own.above++
			}
			own.lines = append(own.lines, *token)
		default:
			return false
		}
	}
	return !slices.ContainsFunc(blocks, func(own evaluationLines) bool {
		return len(own.reason) > 1 || len(own.lines) > 0 && len(own.reason) == 0 || !own.areAligned()
	})
}

// evaluationColumns returns where the options and the labels of reasons begin.
func (l *columnLines) evaluationColumns(first, end int) (options, reasons int32) {
	options, reasons = farRight, farRight
	for at := first; at < end; at++ {
		token := l.tokens.at(at)
		switch {
		case isOption(token):
			options = min(options, token.start)
		case l.kindAt(at) == reason:
			reasons = min(reasons, token.start)
		}
	}
	return options, reasons
}

// farRight is behind all columns.
const farRight = int32(1) << 30

// isWholeOption reports whether each box of a token has words behind it.
func isWholeOption(token *placedToken) bool {
	options, found := sheet.ReadBoxes(token.Text)
	for _, option := range options {
		found = found && option.Text != ""
	}
	return found
}

// areAligned reports whether the lines of the reason stand on a row each, right of where
// their label begins.
func (e *evaluationLines) areAligned() bool {
	for n := range e.lines {
		if n > 0 && e.lines[n].Row == e.lines[n-1].Row || e.lines[n].start < e.reason[0].start {
			return false
		}
	}
	return true
}

// blockOf returns the criterion in whose rows a token stands. Between the options of two
// it belongs to the upper one while that one's sentence is open, or has fewer lines below
// the options than above them.
func blockOf(blocks []evaluationLines, token *placedToken) *evaluationLines {
	for n := range blocks {
		own := &blocks[n]
		switch {
		case token.Row > own.last && n+1 < len(blocks) && token.Row >= blocks[n+1].first:
			continue
		case token.Row >= own.first && token.Row <= own.last, n+1 == len(blocks) && token.Row > own.last, n == 0 && token.Row < own.first:
			return own
		case token.Row < own.first:
			return nil
		}
		below := 0
		for _, line := range own.lines {
			if line.Row > own.last {
				below++
			}
		}
		isOpen := len(own.lines) > 0 && !strings.HasSuffix(own.lines[len(own.lines)-1].Text, "。")
		if isOpen || below < own.above {
			return own
		}
		return &blocks[n+1]
	}
	return nil
}

package sakado

import (
	"slices"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// The words of a row in one cell begin with the number, the name and the sections of
// its item; behind them stand two texts.
const (
	numberWord = iota
	nameWord
	sectionWord
	textsBehind = 2
)

// readJoinedRow reads the row of an item whose cells have all run together into one.
// Where its words can't be told apart, what follows is the item's nevertheless: its
// number, name and sections are read, the rest is left.
func (r *reader) readJoinedRow(row []sheet.Token) bool {
	if len(row) != 1 || r.Grid.Rows[row[0].Row].Width > 1 && row[0].Index > 0 {
		return false
	}
	words := r.joinedWords(row[0])
	if words == nil {
		return false
	}
	sections := sectionWord
	for sections+1 < len(words) && r.isDepartments(words[sections+1].Text) {
		sections++
	}
	part := span(row[0], words[sectionWord:sections+1])
	rest := words[sections+1:]
	number := words[numberWord]
	if known, _ := itemNumber(number.Text); r.item != nil && r.item.Number == known {
		return false
	}
	r.beginItem(anchor{number: number, at: nameWord, index: 1}, append(words[:sectionWord:sectionWord], part))
	r.setName(words[nameWord])
	r.addDepartments(part)
	if r.isWholeRest(rest) {
		r.Report(model.CodeJoinedCells, row[0].At, row[0].Text, "No., 取組項目, 関係課, …")
		for i := range rest {
			rest[i].Index = int32(overviewColumn) - int32(policyColumn) + int32(i)
		}
		r.readFields(rest, 1)
	}
	return true
}

// joinedWords returns the words of a cell that begin as the cells of an item's row do; nil
// where they don't.
func (f *facts) joinedWords(cell sheet.Token) []sheet.Token {
	if _, _, numbered := splitNumberedName(cell); !numbered {
		return nil
	}
	words := sheet.SplitWords(cell)
	if len(words) <= sectionWord+1 || !f.isDepartments(words[sectionWord].Text) || !f.isName(words[nameWord].Text) {
		return nil
	}
	return words
}

// isWholeRest reports whether words are what stands behind the sections: two texts,
// whole indicators, the grade and two more texts.
func (r *reader) isWholeRest(words []sheet.Token) bool {
	grade := len(words) - 1 - textsBehind
	if grade <= textsBehind || gradeIn(words[grade].Text) == "" {
		return false
	}
	for _, i := range [...]int{0, 1, grade + 1, grade + 2} {
		if !isSentence(words[i].Text) {
			return false
		}
	}
	return r.partition(words[textsBehind:grade]) != nil
}

// cutAtItem cuts a row before the item whose row a lost line end has joined to it: its
// number, or its policy, stands in one cell with a value, and its name and its sections
// stand behind. rest is nil where the row is one, else its cells stand in their places,
// shift columns before the printed ones.
func (r *reader) cutAtItem(row []sheet.Token) (first, rest []sheet.Token, shift int32) {
	if r.width == 0 || r.rowWidth(row) <= r.width {
		return row, nil, 0
	}
	for i := 1; i+2 < len(row); i++ {
		if !wordGaps.In(row[i].Text) || len(row[i].Text) > maxFigureBytes ||
			!slices.ContainsFunc(row[i+1:min(len(row), i+4)], func(token sheet.Token) bool { return r.isDepartments(token.Text) }) {
			continue
		}
		at := r.itemStart(row[i], row[i+1:])
		if at == 0 {
			continue
		}
		shift = row[i].Index - max(0, r.heads[numberColumn].index)
		if r.isPolicy(row[i].Text[at:]) {
			shift = row[i].Index - r.heads[policyColumn].index
		}
		first, rest = r.cutRow(row, i, at, shift)
		return first, rest, shift
	}
	return row, nil, 0
}

// cutRow cuts a row in two at a byte of the cell i, 0 where it is cut before the cell. The cells of the second are shifted to
// their places.
func (r *reader) cutRow(row []sheet.Token, i, at int, shift int32) (first, rest []sheet.Token) {
	cell := row[i]
	begin := sheet.Token{Cell: cell.Slice(at, len(cell.Text)), Row: cell.Row}
	first = slices.Clone(row[:i])
	printed := cell.Text
	if at > 0 {
		first = append(first, sheet.Token{Cell: cell.Slice(0, at), Row: cell.Row})
	} else {
		printed = row[i-1].Text + " " + cell.Text
	}
	end := first[len(first)-1]
	r.Report(model.CodeJoinedCells, end.At, printed, end.Text+" | "+begin.Text)
	rest = append([]sheet.Token{begin}, row[i+1:]...)
	for j := range rest {
		rest[j].Index -= shift
	}
	return first, rest
}

// isBehindGroup reports whether the heads between 数値目標等 and another cell have that of a
// column behind it, so that the cell stands under 数値目標等 in the row below.
func (r *reader) isBehindGroup(between []sheet.Token) bool {
	return slices.ContainsFunc(between, func(token sheet.Token) bool { return r.columnOf(token) > actualColumn })
}

// cutAtHeads cuts the two rows of a head that a lost line end has joined: 項目 stands behind
// the last head of the first row, in its cell or in one of its own.
func (r *reader) cutAtHeads(row []sheet.Token) (first, rest []sheet.Token, shift int32) {
	if len(row) < knownColumns || r.columnOf(row[0]) != policyColumn {
		return row, nil, 0
	}
	group := slices.IndexFunc(row, func(token sheet.Token) bool { return r.columnOf(token) == groupColumn })
	for i := len(row) - 2; group > 0 && i > group; i-- {
		words := sheet.SplitWords(row[i])
		if len(words) == 0 {
			continue // a cell of nothing but line breaks
		}
		last := words[len(words)-1]
		if r.columnOf(last) != nameColumn || !isValueColumn(r.columnOf(row[i+1])) {
			continue
		}
		if len(words) == 1 {
			if r.isBehindGroup(row[group+1 : i]) {
				shift = row[i].Index - row[group].Index
				first, rest = r.cutRow(row, i, 0, shift)
				return first, rest, shift
			}
			continue
		}
		at := int(last.Offset - row[i].Offset)
		if c, _ := r.readHead(ja.TrimSpace(row[i].Text[:at])); c == noColumn {
			continue
		}
		shift = row[i].Index - row[group].Index
		first, rest = r.cutRow(row, i, at, shift)
		return first, rest, shift
	}
	return row, nil, 0
}

var wrapBlanks = ja.NewCharacters(sheet.WrapBlanks)

// itemStart returns where in a cell an item's row begins, which goes on in the cells
// behind: at its number before a name and sections, or at its policy before the number;
// 0 if none does.
func (r *reader) itemStart(cell sheet.Token, behind []sheet.Token) int {
	words := sheet.SplitWords(cell)
	for i := 1; i < len(words); i++ {
		at := int(words[i].Offset - cell.Offset)
		tail := cell.Text[at:]
		if _, isNumber := itemNumber(words[i].Text); isNumber && r.isDepartments(behind[0].Text) && i+1 < len(words) && r.isName(cell.Text[at+len(words[i].Text):]) {
			return at
		}
		if _, isNumber := itemNumber(tail); isNumber && r.isName(behind[0].Text) && r.isDepartments(behind[1].Text) {
			return at
		}
	}
	if _, isNumber := itemNumber(behind[0].Text); !isNumber || len(behind) < 3 || !r.isDepartments(behind[2].Text) {
		return 0
	}
	for at := range cell.Text { // a bracket belongs to the word before it
		if tail := wrapBlanks.TrimLeft(cell.Text[at:]); at > 0 && len(tail) < len(cell.Text)-at && r.isPolicy(tail) {
			return len(cell.Text) - len(tail)
		}
	}
	return 0
}

// numberSigns are in any item's number.
var numberSigns = ja.NewCharacters("0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")

// splitPolicyName parts a cell of a policy with the number and the name of an item behind
// it: (イ) 効率的な自治体運営 12 地方公会計の活用.
func (f *facts) splitPolicyName(token sheet.Token) (a anchor, ok bool) {
	if !f.isPolicy(token.Text) || len(token.Text) > maxFigureBytes || !numberSigns.In(token.Text) || !wordGaps.In(token.Text) {
		return a, false
	}
	words := sheet.SplitWords(token)
	for i := 1; i+1 < len(words); i++ {
		if _, isNumber := itemNumber(words[i].Text); !isNumber {
			continue
		}
		name := span(token, words[i+1:])
		if policy := span(token, words[:i]); f.isPolicy(policy.Text) && f.isName(name.Text) {
			return anchor{policy: policy, number: words[i], name: name}, true
		}
	}
	return a, false
}

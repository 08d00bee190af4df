package isehara

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// maxJoinedHeads is how many bytes a cell may have that holds the heads of several years.
const maxJoinedHeads = 240

// maxHeadWords is how many words the head of a year has with what wraps have cut.
const maxHeadWords = 3

// headsIn returns the heads of years that a cell holds, parted by blanks, nil where it holds
// anything else or only one: 令和2年度 実績 令和3年度 実績.
func (f *facts) headsIn(token sheet.Token) []sheet.Token {
	text := token.Text
	if !mayBeginHead(text) || len(text) > maxJoinedHeads || !writesYear(text) {
		return nil
	}
	if blank := partsWords.Index(text); blank < 0 || !writesYear(text[blank:]) {
		return nil // as in the head of one year
	}
	words := sheet.SplitWords(token)
	var heads []sheet.Token
	before := 0
	for i := 0; i < len(words); {
		count := min(maxHeadWords, len(words)-i)
		for ; count > 0; count-- {
			last := words[i+count-1]
			own := part(&token, int(words[i].Offset-token.Offset), int(last.Offset-token.Offset)+len(last.Text))
			if head, isHead := readMoneyHead(own.Text, f.calendar); isHead && head.FY > before && writesYear(own.Text) {
				heads, before = append(heads, own), head.FY
				break
			}
		}
		if count == 0 {
			return nil
		}
		i += count
	}
	if len(heads) < 2 {
		return nil
	}
	return heads
}

// splitHeads parts the cells of a row of years that hold several. Each year has as many
// columns as the empty cells behind show; those behind move where some of these are gone.
func (r *reader) splitHeads(row []sheet.Token) []sheet.Token {
	if r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows ||
		!slices.ContainsFunc(row, func(token sheet.Token) bool { return token.Label == sheet.NoLabel && r.headsIn(token) != nil }) {
		return row
	}
	split := make([]sheet.Token, 0, len(row)+2)
	moved, step := int32(0), int32(1)
	for i, token := range row {
		heads := r.headsIn(token)
		if heads == nil {
			if _, isHead := r.moneyHeadOf(token.Text); !isHead {
				return row
			}
			token.Index += moved
			split = append(split, token)
			continue
		}
		count := int32(len(heads))
		if end := int32(r.Grid.Rows[token.Row].Width); i+1 < len(row) {
			step = (row[i+1].Index - token.Index + count - 1) / count
		} else if head, _ := r.moneyHeadOf(heads[0].Text); len(split) > 1 {
			step = split[1].Index - split[0].Index
		} else if head.Basis != "" {
			step = max(1, (end-token.Index)/count)
		}
		for n := range heads {
			heads[n].Index = token.Index + moved + int32(n)*step
		}
		if i+1 < len(row) {
			moved += count*step - (row[i+1].Index - token.Index)
		}
		split = append(split, heads...)
	}
	r.reportSplit(row, split)
	return split
}

// reportSplit reports the cells of a row that were parted into years.
func (r *reader) reportSplit(row, split []sheet.Token) {
	for _, token := range row {
		var texts []string
		for _, own := range split {
			if own.Offset >= token.Offset && int(own.Offset) < int(token.Offset)+len(token.Text) {
				texts = append(texts, own.Text)
			}
		}
		if len(texts) > 1 {
			r.Report(model.CodeJoinedCells, token.At, token.Text, strings.Join(texts, " | "))
		}
	}
}

// splitHeadsBehind parts the cells behind the label 年度 that hold the heads of several
// years.
func (r *reader) splitHeadsBehind(label sheet.Token) {
	end := r.Next
	for end < len(r.Tokens) && r.Tokens[end].Row == label.Row && r.Tokens[end].Label == sheet.NoLabel {
		end++
	}
	row := r.Tokens[r.Next:end]
	split := r.splitHeads(row)
	if len(split) == len(row) {
		return
	}
	// What stands behind in the memory of the tokens is that of another sheet.
	r.Tokens = slices.Concat(r.Tokens[:r.Next], split, r.Tokens[end:])
	r.signs = slices.Concat(r.signs[:r.Next], make([]signs, len(split)), r.signs[end:])
}

// closeYear takes the blanks out of a year that line wraps have cut: 令 和2年度.
func closeYear(text string) string {
	if len(text) > maxYearCell || !partsWords.In(text) || !strings.HasSuffix(text, "度") || strings.Count(text, "度") > 1 {
		return text
	}
	return ja.Squeeze(text)
}

// headOf reads a cell as the head of a year, and returns where it ends. Behind 年度 an unknown
// word may stand in it.
func (m *moneyTable) headOf(r *reader, token sheet.Token, behindLabel bool) (head moneyHead, end int, found bool) {
	if behindLabel && m.label.Text != "" && token.Row == m.label.Row {
		return r.headBehind(token.Text)
	}
	head, found = r.moneyHeadOf(token.Text)
	return head, len(token.Text), found
}

// maxBasisWord is how many characters a word behind a year has that the form does not know:
// 実績(速報値), 執行額.
const maxBasisWord = 10

// headBehind reads a cell behind the label 年度 as the head of a year, also with a word behind
// it that the form does not know. It returns where what it knows ends.
func (f *facts) headBehind(text string) (head moneyHead, end int, ok bool) {
	if head, ok = f.moneyHeadOf(text); ok {
		return head, len(text), true
	}
	if len(text) > maxYearCell || !mayBeginHead(text) || !yearNumerals.In(text) {
		return moneyHead{}, 0, false
	}
	own, end, ok := sheet.ReadCostHead(text, f.calendar)
	if !ok {
		own.FY, end, ok = sheet.ReadYear(text, f.calendar)
	}
	if !ok || end == len(text) {
		return moneyHead{}, 0, false
	}
	word := ja.TrimSpace(text[end:])
	isWord := utf8.RuneCountInString(word) <= maxBasisWord && !sheet.HasDigit(word) && !strings.ContainsAny(word, "。、～~")
	return moneyHead{CostHead: own}, len(ja.TrimSpace(text[:end])), isWord
}

package isehara

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

const (
	// maxLabelPart is how many bytes one line of a label may have, maxLabelRows how many
	// rows below the first one are looked at.
	maxLabelPart, maxLabelRows = 90, 5
	// minCutLabel is how many characters of a label stand on its first line at least.
	minCutLabel = 3
	// maxPartMoved is how many columns beside a label its next line may stand.
	maxPartMoved = 4
)

// joinLabels puts the labels together of which each line stands on another row, beside
// lines of the values:
//
//	実施の背景             人口減少が進み、公共交通の
//	(事業を取りまく環境・  維持が課題となっています。
//	市民ニーズ)
func (l *columnLines) joinLabels() {
	end := 0 // of the row
	for i := 0; i < l.tokens.count(); i++ {
		if i >= end {
			end = l.rowEnd(i)
		}
		begin := *l.tokens.at(i)
		words := 0 // of an unknown text, the first word may be the label's first line
		if begin.Label == sheet.NoLabel {
			words = firstWord(begin.Text)
			if words > 0 && l.partHeading(i, words, end) {
				end = 0
				continue // the label behind it comes next
			}
			if words > 0 {
				begin = l.part(&begin, 0, words)
			}
		}
		if len(begin.Text) > maxLabelPart || begin.Label == sheet.NoLabel && utf8.RuneCountInString(begin.Text) < minCutLabel {
			continue
		}
		parts := l.labelParts(i, begin, end)
		if len(parts) == 0 {
			continue
		}
		l.joinLabel(i, words, begin, parts)
		end = 0
	}
}

// partHeading parts a heading that stands one blank before the first line of a label:
// コスト その他特財の内.
func (l *columnLines) partHeading(i, words, end int) bool {
	token := *l.tokens.at(i)
	rest := l.part(&token, words, len(token.Text))
	label, found := lexicon.Labels.Find(token.Text[:words])
	if !found || !lexicon.Heading(label) || rest.Label != sheet.NoLabel || !lexicon.Labels.BeginsSpelling(rest.Text) ||
		utf8.RuneCountInString(rest.Text) < minCutLabel || len(l.labelParts(i, rest, end)) == 0 {
		return false
	}
	head := l.part(&token, 0, words)
	head.Label, head.Joined, rest.Joined = label, false, false
	l.tokens.replace(i, i+1, head, rest)
	return true
}

// labelPart is a line of a label: the token that it begins, and where it ends in it.
type labelPart struct{ at, end int }

// labelParts returns the lines of the label that begins with a token, none where it has
// no others. The token's row ends before token end.
func (l *columnLines) labelParts(i int, begin placedToken, end int) []labelPart {
	labels := lexicon.Labels
	if !labels.BeginsSpelling(begin.Text) {
		return l.bracketParts(i, begin, end)
	}
	text, span, row := begin.Text, begin, begin.Row
	var parts, whole []labelPart
	if next := i + 1; next < l.tokens.count() && l.tokens.at(next).Row == row && begin.Label == sheet.NoLabel && strings.HasSuffix(l.tokens.at(i).Text, begin.Text) &&
		labels.IsSpelled(text+l.tokens.at(next).Text) {
		return []labelPart{{next, len(l.tokens.at(next).Text)}} // a blank too many inside it
	}
	for at := end; at < l.tokens.count() && l.tokens.at(at).Row-begin.Row <= maxLabelRows && l.areNear(row, l.tokens.at(at).Row); at = l.rowEnd(at) {
		row = l.tokens.at(at).Row
		found, stands := l.labelPartIn(at, text, &span)
		if found.end == 0 && stands {
			break // another cell of the label's column
		}
		if found.end == 0 {
			continue
		}
		parts = append(parts, found)
		token := l.tokens.at(found.at)
		text += token.Text[:found.end]
		own := l.part(token, 0, found.end)
		span.start, span.end = min(span.start, own.start), max(span.end, own.end)
		if labels.IsSpelled(text) {
			label, _ := labels.Find(text)
			if begin.Label == sheet.NoLabel || label == begin.Label {
				whole = slices.Clone(parts)
			}
		}
	}
	if len(whole) == 0 {
		return l.bracketParts(i, begin, end)
	}
	return whole
}

// labelPartIn finds the line of a label in a row that begins at token at, below what is
// known of it. stands tells that something else stands there.
func (l *columnLines) labelPartIn(at int, text string, span *placedToken) (found labelPart, stands bool) {
	labels := lexicon.Labels
	for end := l.rowEnd(at); at < end; at++ {
		token := l.tokens.at(at)
		overlaps := token.overlaps(span)
		stands = stands || overlaps
		switch {
		case overlaps && token.Label != sheet.NoLabel:
			return labelPart{}, true
		case !overlaps && (token.Label != sheet.NoLabel || token.start > span.end+maxPartMoved || token.end < span.start-maxPartMoved):
			continue
		}
		for _, end := range [...]int{len(token.Text), firstWord(token.Text)} {
			if end == 0 || end > maxLabelPart {
				continue
			}
			if whole := text + token.Text[:end]; labels.IsSpelled(whole) || labels.BeginsSpelling(whole) {
				return labelPart{at, end}, true
			}
		}
	}
	return labelPart{}, stands
}

// bracketParts returns the lines of a bracket that belongs to a label though no spelling
// has it: it stands alone in the label's column, and the value right of it.
func (l *columnLines) bracketParts(i int, begin placedToken, end int) []labelPart {
	if begin.Label == sheet.NoLabel || i+1 == l.tokens.count() || l.tokens.at(i+1).Row != begin.Row {
		return nil
	}
	limit := l.tokens.at(i + 1).start
	var parts []labelPart
	text, open, row := begin.Text, 0, begin.Row
	for at := end; at < l.tokens.count() && len(parts) < maxLabelRows && l.areNear(row, l.tokens.at(at).Row); at = l.rowEnd(at) {
		token := l.tokens.at(at)
		row = token.Row
		if token.Label != sheet.NoLabel || !token.overlaps(&begin) || token.end >= limit || len(token.Text) > maxLabelPart ||
			len(parts) == 0 && !strings.ContainsAny(token.Text[:min(len(token.Text), len("（"))], "([（［〔") {
			return nil
		}
		open += sheet.OpenBrackets(ja.Fold(token.Text))
		text += token.Text
		parts = append(parts, labelPart{at, len(token.Text)})
		if open <= 0 {
			break
		}
	}
	inner, isBracket := ja.TrimBrackets(strings.TrimPrefix(text, begin.Text))
	if label, _ := lexicon.Labels.Find(text); !isBracket || open != 0 || label != begin.Label || sheet.HasDigit(inner) {
		return nil
	}
	return parts
}

// joinLabel makes one label of the lines that stand from token i on; words is where its
// first line ends, if the token holds more.
func (l *columnLines) joinLabel(i, words int, begin placedToken, parts []labelPart) {
	printed, spelled := ja.StripMarkup(begin.Text), begin.Text
	for _, own := range parts {
		token := l.tokens.at(own.at)
		fragment := token.Slice(0, own.end)
		l.g.Claim(fragment, grid.Label)
		spelled += fragment.Text
		if first, _ := utf8.DecodeRuneInString(fragment.Text); openings.Has(first) || yearBrackets.Has(first) {
			printed += " "
		}
		printed += ja.StripMarkup(fragment.Text)
	}
	for _, own := range slices.Backward(parts) {
		token := *l.tokens.at(own.at)
		if own.end == len(token.Text) {
			l.tokens.remove(own.at, own.at+1)
			continue
		}
		l.tokens.replace(own.at, own.at+1, l.unjoined(&token, own.end)...)
	}
	if words > 0 {
		l.tokens.insert(i+1, l.unjoined(l.tokens.at(i), words)...)
	}
	begin.Label, _ = lexicon.Labels.Find(spelled)
	begin.Joined = false
	*l.tokens.at(i) = begin
	if next := i + 1; next < l.tokens.count() && words == 0 && l.rowEnd(i) == next && l.areNear(begin.Row, l.tokens.at(next).Row) &&
		l.tokens.at(next).start > begin.start && l.tokens.at(next).Label == sheet.NoLabel {
		l.tokens.at(i).Row = l.tokens.at(next).Row // its value begins beside another line of it
	} else if next < l.tokens.count() && words == 0 && l.rowEnd(i) == next && l.areNear(begin.Row, l.tokens.at(next).Row) {
		l.lowerLabel(i)
	}
	if l.wholeLabels == nil {
		l.wholeLabels = map[int32]string{}
	}
	l.wholeLabels[begin.Offset] = printed
}

// lowerLabel puts a label between whose lines its value stands before that, where others
// stand left of both.
func (l *columnLines) lowerLabel(i int) {
	label, end := *l.tokens.at(i), l.rowEnd(i+1)
	at := i + 1
	for at < end && l.tokens.at(at).start < label.start {
		at++
	}
	if at == i+1 || at == end || l.tokens.at(at).Label != sheet.NoLabel || l.tokens.at(at).start < label.end-maxMoved {
		return
	}
	label.Row = l.tokens.at(at).Row
	l.tokens.remove(i, i+1)
	l.tokens.insert(at-1, label)
}

// unjoined returns what stands behind the beginning of a token, as a cell of its own, or
// as a label with its value.
func (l *columnLines) unjoined(token *placedToken, start int) []placedToken {
	rest := l.part(token, start, len(token.Text))
	rest.Joined = false
	if label, found := lexicon.Labels.Find(rest.Text); found {
		rest.Label = label
		return []placedToken{rest}
	}
	var parts []placedToken
	for _, part := range lexicon.SplitLabels(rest.Token) {
		parts = append(parts, l.place(part))
	}
	return parts
}

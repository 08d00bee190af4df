package sheet

// SplitFurtherLabels parts the values that hold a further label behind a blank. The
// labels that single tells have such values: one name or number, no part of which
// is a word that the form has for a label.
func (x *Lexicon) SplitFurtherLabels(tokens []Token, single func(Label) bool) []Token {
	var split []Token
	for i := range tokens {
		token := &tokens[i]
		at, label, rest := 0, NoLabel, 0
		due := i > 0 && token.Label == NoLabel && tokens[i-1].Label != NoLabel && single(tokens[i-1].Label)
		if due && len(token.Text) <= maxJoinedBytes {
			at, label, rest = x.innerLabel(token.Text)
		}
		if at == 0 || label == NoLabel {
			if split != nil {
				split = append(split, *token)
			}
			continue
		}
		if split == nil {
			split = append(make([]Token, 0, len(tokens)+16), tokens[:i]...)
		}
		value, further := *token, *token
		value.Cell, value.Joined = token.Slice(0, at), true
		further.Cell, further.PageBreak = token.Slice(at, len(token.Text)), false
		split = x.appendParts(append(split, value), &further, label, rest)
	}
	if split == nil {
		return tokens
	}
	return split
}

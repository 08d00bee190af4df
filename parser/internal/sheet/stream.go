package sheet

// Begin returns where the token begins in the grid's text, in bytes.
func (t Token) Begin() int32 { return t.Offset }

// Stream is the tokens of one document, for forms that are read in the order of
// their labels, each with the values behind it.
type Stream struct {
	Tokens []Token
	// Next is the index of the token that is read next.
	Next int
}

// NextValue takes the next token if it is no label: then it is the value of the
// label that was read last.
func (s *Stream) NextValue() (value Token, found bool) {
	if s.Next < len(s.Tokens) && s.Tokens[s.Next].Label == NoLabel {
		s.Next++
		return s.Tokens[s.Next-1], true
	}
	return Token{}, false
}

// RowValues takes the tokens that are no labels and stand in the row of the
// given token, up to the next label; where nothing ends a row, those of the page.
func (s *Stream) RowValues(token Token) []Token {
	first := s.Next
	for s.Next < len(s.Tokens) && s.Tokens[s.Next].Label == NoLabel && s.Tokens[s.Next].Row == token.Row {
		s.Next++
	}
	return s.Tokens[first:s.Next]
}

// IndexOf returns the index of a token that was read already; Next where it is
// none of the stream's.
func (s *Stream) IndexOf(token Token) int {
	for i := s.Next - 1; i >= 0; i-- {
		if s.Tokens[i].Offset == token.Offset {
			return i
		}
	}
	return s.Next
}

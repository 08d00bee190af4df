package sheet

import (
	"slices"
	"testing"

	"sheetconv/parser/internal/grid"
)

const someLabel Label = 1

// tokensOf returns the tokens of a text whose label is 名.
func tokensOf(t *testing.T, text string) []Token {
	t.Helper()
	g := gridOf(t, text)
	var tokens []Token
	for i, row := range g.Rows {
		for _, cell := range row.Cells {
			token := Token{Cell: cell, Row: int32(i)}
			if cell.Text == "名" {
				token.Label = someLabel
			}
			tokens = append(tokens, token)
		}
	}
	return tokens
}

func gridOf(t *testing.T, text string) *grid.Grid {
	t.Helper()
	g, err := grid.New(text)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestStream(t *testing.T) {
	stream := Stream{Tokens: tokensOf(t, "名\t甲\t乙\t名\t丙\n丁\t名\n"), Next: 1}
	if got := texts(stream.RowValues(stream.Tokens[0])); !slices.Equal(got, []string{"甲", "乙"}) {
		t.Errorf("behind the first label of the row stand %q", got)
	}
	if value, found := stream.NextValue(); found {
		t.Errorf("the label is taken for the value %q", value.Text)
	}
	stream.Next++
	if got := texts(stream.RowValues(stream.Tokens[3])); !slices.Equal(got, []string{"丙"}) {
		t.Errorf("behind the last label of the row stand %q", got)
	}
	if value, found := stream.NextValue(); !found || value.Text != "丁" || stream.IndexOf(value) != 5 {
		t.Errorf("the next value is %q (%v) with the index %d", value.Text, found, stream.IndexOf(value))
	}
	if at := stream.IndexOf(Token{Cell: grid.Cell{Offset: 999}}); at != stream.Next {
		t.Errorf("a token of another text has the index %d", at)
	}
	stream.Next = len(stream.Tokens)
	if value, found := stream.NextValue(); found {
		t.Errorf("behind the last token stands %q", value.Text)
	}
}

// Sections cover the whole text, whatever stands before the first part.
func TestReadSections(t *testing.T) {
	text := "\n\n甲\n乙\n\n丙\n"
	g := gridOf(t, text)
	tokens := tokensOf(t, text)
	sections := ReadSections(g, tokens, []int{0, 2}, Token.Begin, func(tokens []Token) *Builder {
		b := NewBuilder(g, &Form{})
		b.Document.Title = tokens[0].Text
		return b
	})
	middle := int(tokens[2].Offset)
	if len(sections) != 2 || sections[0].Start != 0 || sections[0].End != middle || sections[1].Start != middle || sections[1].End != len(text) {
		t.Fatalf("sections %+v; want two that meet at byte %d", sections, middle)
	}
	if sections[0].Document.Title != "甲" || sections[1].Document.Title != "丙" || len(sections[0].Document.Unmapped) != 2 {
		t.Errorf("documents %+v, %+v", sections[0].Document, sections[1].Document)
	}
}

package sheet

import (
	"testing"

	"sheetconv/parser/internal/grid"
)

func TestJoinLine(t *testing.T) {
	g, err := grid.New("1\t利用者\n数\t12件\t\t15件\n")
	if err != nil {
		t.Fatal(err)
	}
	tokens := func(row int) []Token {
		var tokens []Token
		for _, cell := range g.Rows[row].Cells {
			tokens = append(tokens, Token{Cell: cell, Row: int32(row)})
		}
		return tokens
	}
	above := tokens(0)
	joined := JoinLine(g, above, tokens(1))
	for i, want := range []struct {
		text  string
		index int32
	}{{"1", 0}, {"利用者\n数", 1}, {"12件", 2}, {"15件", 4}} {
		if got := joined[i]; got.Text != want.text || got.Index != want.index || got.Row != 0 {
			t.Errorf("cell %d is %q in column %d of row %d, want %q in column %d of row 0", i, got.Text, got.Index, got.Row, want.text, want.index)
		}
	}
	if above[1].Text != "利用者" {
		t.Errorf("the row above has become %q", above[1].Text)
	}
}

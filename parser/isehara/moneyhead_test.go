package isehara

import "testing"

func TestReadMoneyHeadOverLines(t *testing.T) {
	for text, want := range map[string]int{"令和6年度<br>実績": 2024, "令和6年度<br/>予算": 2024, "令和6年度 実績": 2024, "令和6年度<br>税制改正": 0} {
		head, ok := readMoneyHead(text, nil)
		if ok != (want != 0) || ok && (head.FY != want || head.Basis == "") {
			t.Errorf("readMoneyHead(%q) = %+v, %v, want the year %d", text, head, ok, want)
		}
	}
}

package komaki

import "testing"

func TestIsBranchNumber(t *testing.T) {
	for text, want := range map[string]bool{"5-1": true, "１２－２": true, "5": false, "5-": false, "-5": false, "5-1-2": false, "販路拡大に向けた支援": false} {
		if got := isBranchNumber(text); got != want {
			t.Errorf("isBranchNumber(%q) = %v, want %v", text, got, want)
		}
	}
}

func TestIsRowNumber(t *testing.T) {
	for text, want := range map[string]bool{"5": true, "4": false, "6": false, "5-1": true, "4-2": true, "6-1": false, "2050年": false} {
		if got := isRowNumber(text, 5); got != want {
			t.Errorf("isRowNumber(%q) = %v, want %v", text, got, want)
		}
	}
}

func TestCloseEra(t *testing.T) {
	for text, want := range map[string]string{
		"R 6": "R6", "令 和6年度": "令和6年度", "R 7 実績": "R7実績", "R6 実績": "R6 実績", "R 6 R7": "R 6 R7", "目指す 方向": "目指す 方向",
	} {
		if got := closeEra(text); got != want {
			t.Errorf("closeEra(%q) = %q, want %q", text, got, want)
		}
	}
}

package ja

import (
	"strings"
	"testing"
	"time"
)

// TestLongTexts feeds texts that make a careless scanner take time that grows
// with the square of their length.
func TestLongTexts(t *testing.T) {
	for _, piece := range []string{"1", "１", "1１", "R1(", "令和1年度(", "((", "(a)", "<a ", `<a "`, "&amp;", "&am&#112;;", "R5-R6-", "2020/", "2020年", "件 ",
		"5 (", "「", "・", " ", "□", "[ ]", "(選択)", "5件(選択)→", "<input type=radio>", "1,", "約", "累計", "R1:", "十", "万"} {
		text := strings.Repeat(piece, 60_000/len(piece))
		start := time.Now()
		Key(text)
		Unwrap(text)
		testLabels.Find(text)
		testLabels.FindPrefix(text)
		StripMarkup(text)
		ParseFiscalYear(text)
		FindFiscalYear(text)
		ParseYearRange(text)
		FindYearRange(text)
		FindDate(text)
		ReadQuantity(text, Expect{})
		Fields(text, "件")
		ReadOptions(text)
		SplitGrade(text)
		TrimListMark(text)
		if taken := time.Since(start); taken > 3*time.Second {
			t.Errorf("%q, repeated, takes %v", piece, taken)
		}
	}
}

package komaki

import "testing"

func TestFindAmountWord(t *testing.T) {
	for text, want := range map[string]string{
		"253,000千円(債務負担行為 1,200,000千円)":  "債務負担行為",
		"253,000千円(債務 負担行為 1,200,000千円)": "債務負担行為",
		"253,000千円(うち国庫\n支出金 1,200千円)":   "国庫支出金",
		"253,000千円 債務の負担":                "",
		"253,000千円(地 方債を除く)":             "地方債",
		"一般 会計 253,000千円":                "",
	} {
		word, at := findAmountWord(text)
		got := ""
		if at >= 0 {
			got = amountLines[word].word
		}
		if got != want {
			t.Errorf("findAmountWord(%q) = %q, want %q", text, got, want)
		}
	}
}

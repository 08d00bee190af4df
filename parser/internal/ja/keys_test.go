package ja

import "testing"

// otherLabels share keys with testLabels, or the beginnings of them.
var otherLabels = NewLabels(
	Label[string]{"目的(何をどうしたいのか)", "purpose"},
	Label[string]{"目標 実績", "results"},
	Label[string]{"合計", "sum"},
	Label[string]{"10~12月", "quarter"},
	Label[string]{"「取組」", "activity"},
	Label[string]{"ガス", "gas"},
)

func newTestKeys() (keys *Keys, numbers []int, words []string) {
	keys = NewKeys(20)
	AddKeys(keys, testLabels)
	AddKeys(keys, otherLabels)
	return keys, ValuesFor(keys, testLabels), ValuesFor(keys, otherLabels)
}

// One look-up among the keys of two tables finds what each finds by itself.
func TestKeys(t *testing.T) {
	texts := []string{
		"目標 実績 5", "目標実績", "目標(x)", "合計(a)", "合計", "合計(z)", "10～12月", "10月", "１０", "「取組」", "「他」", "ｶﾞｽ", "カ゛ス", "カ",
		"<b>目的</b>", `<input type="radio"/> 目的`, `<input type="radio"/> 道路`, "道<br>路", "目<br>的", "&amp;目的", "**目的**", "※", "", "(x)", "<", "<<目的",
		"目的：道路", "目 的　道路", "道路 目的", "2,500千円",
	}
	for _, test := range findTests {
		texts = append(texts, TrimSpace(test.in))
	}
	keys, numbers, words := newTestKeys()
	for _, text := range texts {
		checkKnown(t, keys, testLabels, numbers, text)
		checkKnown(t, keys, otherLabels, words, text)
	}
}

func FuzzKeys(f *testing.F) {
	for _, spelling := range labelSpellings {
		f.Add(spelling)
		f.Add("<p>" + spelling + "</p>")
		f.Add(spelling + "（備考）: 12")
	}
	keys, numbers, words := newTestKeys()
	f.Fuzz(func(t *testing.T, text string) {
		text = TrimSpace(text)
		checkKnown(t, keys, testLabels, numbers, text)
		checkKnown(t, keys, otherLabels, words, text)
	})
}

func checkKnown[T comparable](t *testing.T, keys *Keys, labels *Labels[T], values []T, text string) {
	t.Helper()
	var none T
	known := keys.Find(text)
	want, _ := labels.Find(text)
	_, _, begins := labels.FindPrefix(text)
	switch {
	case known == Other && (want != none || begins):
		t.Errorf("%q begins as no label, but is or begins with %v", text, want)
	case known == Beginning && want != none:
		t.Errorf("%q is no label as a whole, but is %v", text, want)
	case known > 0 && values[known] != want:
		t.Errorf("%q: %v, want %v", text, values[known], want)
	}
}

package ja

import (
	"testing"
	"unicode/utf8"
)

func TestFoldRune(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"Ａｚ０９％：，．（）［］｛｝／", "Az09%:,.()[]{}/"},
		{"\u3000\u00a0\u2003", "   "},
		{"－−‐‑‒–—―─━", "----------"},
		{"～〜∼", "~~~"},
		{"￥", "¥"},
		{"ー【】〔〕「」、。・①年", "ー【】〔〕「」、。・①年"},
		{"azAZ09-", "azAZ09-"},
		{"АВСΑΒΕабв", "ABCABEабв"}, // Cyrillic and Greek
	} {
		got := ""
		for _, r := range test.in {
			got += string(FoldRune(r))
		}
		if got != test.want {
			t.Errorf("FoldRune over %q = %q, want %q", test.in, got, test.want)
		}
	}
}

var spaceTests = []struct {
	in, trimmed string
	blank, dash bool
}{
	{"", "", true, false},
	{"  \t\r\n", "", true, false},
	{"\u3000\u00a0\u200b\ufeff\u2028", "", true, false},
	{" a ", "a", false, false},
	{"\u3000総 合\u3000", "総 合", false, false},
	{"\ufeffx\u200b", "x", false, false},
	{"-", "-", false, true},
	{"－", "－", false, true},
	{" ― ", "―", false, true},
	{"—", "—", false, true},
	{"ー", "ー", false, true},
	{"ｰ", "ｰ", false, true},
	{"−−−", "−−−", false, true},
	{"- -", "- -", false, true},
	{"‐", "‐", false, true},
	{"なし", "なし", false, false},
	{"…", "…", false, false},
	{"・・・", "・・・", false, false},
	{"-5", "-5", false, false},
	{"〜", "〜", false, false},
	{"一", "一", false, false},
	{"\xff", "\xff", false, false},
}

func TestSpaces(t *testing.T) {
	for _, test := range spaceTests {
		if got := TrimSpace(test.in); got != test.trimmed {
			t.Errorf("TrimSpace(%q) = %q, want %q", test.in, got, test.trimmed)
		}
		if got := IsBlank(test.in); got != test.blank {
			t.Errorf("IsBlank(%q) = %v", test.in, got)
		}
		if got := IsDash(test.in); got != test.dash {
			t.Errorf("IsDash(%q) = %v", test.in, got)
		}
	}
}

func FuzzTrimSpace(f *testing.F) {
	for _, test := range spaceTests {
		f.Add(test.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		trimmed := TrimSpace(s)
		if TrimSpace(trimmed) != trimmed {
			t.Errorf("TrimSpace(%q) = %q is not trimmed", s, trimmed)
		}
		if (trimmed == "") != IsBlank(s) {
			t.Errorf("IsBlank(%q) = %v, but TrimSpace gives %q", s, IsBlank(s), trimmed)
		}
		if IsDash(s) != IsDash(trimmed) {
			t.Errorf("IsDash(%q) depends on its ends", s)
		}
	})
}

// checkRange fails unless s[start:end] lies in s on character boundaries.
func checkRange(t *testing.T, s string, start, end int) {
	t.Helper()
	if start < 0 || start > end || end > len(s) {
		t.Fatalf("range %d:%d is outside of %q", start, end, s)
	}
	for _, i := range []int{start, end} {
		if i < len(s) && !utf8.RuneStart(s[i]) && utf8.ValidString(s) {
			t.Fatalf("%d is inside a character of %q", i, s)
		}
	}
}

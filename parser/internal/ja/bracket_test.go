package ja

import (
	"strings"
	"testing"
)

var bracketTests = []struct {
	in, inner string
	ok        bool
}{
	{"【指標名】", "指標名", true},
	{"(%)", "%", true},
	{"（ 累計 ）", "累計", true},
	{"「町ネット」", "町ネット", true},
	{"『x』", "x", true},
	{"〔選択〕", "選択", true},
	{"[x]", "x", true},
	{"［x］", "x", true},
	{"{x}", "x", true},
	{"〈x〉", "x", true},
	{"《x》", "x", true},
	{"(mixed）", "mixed", true},
	{" (x) ", "x", true},
	{"((a)(b))", "(a)(b)", true},
	{"(【a】)", "【a】", true},
	{"()", "", true},
	{"(a)(b)", "(a)(b)", false},
	{"(a) b", "(a) b", false},
	{"a (b)", "a (b)", false},
	{"(a", "(a", false},
	{"(a]", "(a]", false},
	{")a(", ")a(", false},
	{"", "", false},
	{" x ", "x", false},
}

func TestTrimBrackets(t *testing.T) {
	for _, test := range bracketTests {
		if inner, ok := TrimBrackets(test.in); inner != test.inner || ok != test.ok {
			t.Errorf("TrimBrackets(%q) = %q, %v, want %q, %v", test.in, inner, ok, test.inner, test.ok)
		}
	}
}

func TestCutBracket(t *testing.T) {
	for _, test := range []struct {
		in, outer, inner, rest string
		ok                     bool
	}{
		{"115,580千円(債務負担行為 107,910千円)", "115,580千円", "債務負担行為 107,910千円", "", true},
		{"当初 （H27末） 値", "当初", "H27末", "値", true},
		{"a(b(c)d)e", "a", "b(c)d", "e", true},
		{"件 (累計", "件", "累計", "", true},
		{"「x」(y)", "「x」", "y", "", true},
		{" 件 ", "件", "", "", false},
		{"", "", "", "", false},
	} {
		outer, inner, rest, ok := CutBracket(test.in)
		if outer != test.outer || inner != test.inner || rest != test.rest || ok != test.ok {
			t.Errorf("CutBracket(%q) = %q, %q, %q, %v", test.in, outer, inner, rest, ok)
		}
	}
}

func TestCutLastBracket(t *testing.T) {
	for _, test := range []struct {
		in, outer, inner string
		ok               bool
	}{
		{"取組の進捗(%)", "取組の進捗", "%", true},
		{"利用率(国保)（％）", "利用率(国保)", "％", true},
		{"投稿数(累計) ", "投稿数", "累計", true},
		{"a((b)c)", "a", "(b)c", true},
		{"(a)", "", "a", true},
		{"職員の職務満足度（5点満点）", "職員の職務満足度", "5点満点", true},
		{"産・学・官連携協定(※)件数", "産・学・官連携協定(※)件数", "", false},
		{"x「y」", "x「y」", "", false},
		{"a (b", "a (b", "", false},
		{"", "", "", false},
	} {
		outer, inner, ok := CutLastBracket(test.in)
		if outer != test.outer || inner != test.inner || ok != test.ok {
			t.Errorf("CutLastBracket(%q) = %q, %q, %v", test.in, outer, inner, ok)
		}
	}
}

func FuzzBrackets(f *testing.F) {
	for _, test := range bracketTests {
		f.Add(test.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		inner, ok := TrimBrackets(s)
		if !strings.Contains(s, inner) || !ok && inner != TrimSpace(s) {
			t.Errorf("TrimBrackets(%q) = %q, %v", s, inner, ok)
		}
		outer, inner, rest, ok := CutBracket(s)
		if len(outer)+len(inner)+len(rest) > len(s) || !ok && outer != TrimSpace(s) {
			t.Errorf("CutBracket(%q) = %q, %q, %q, %v", s, outer, inner, rest, ok)
		}
	})
}

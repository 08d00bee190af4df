package columns

import (
	"slices"
	"testing"
)

func TestTable(t *testing.T) {
	rows := [][]string{{"ID", "様式", "説明"}, {"三郷", "a", "長い"}, {"b", "", "c"}, {"d", "e", ""}}
	want := "ID    様式  説明\n三郷  a     長い\nb           c\nd     e\n"
	if got := New(false).Table(rows); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		text  string
		width int
		want  []string
	}{
		{"", 10, []string{""}},
		{"one two three", 7, []string{"one two", "three"}},
		{"one  two", 4, []string{"one", "two"}},
		{"incomprehensible a", 5, []string{"incom", "prehe", "nsibl", "e a"}},
		{"評価。。。", 4, []string{"評", "価。", "。。"}},
		{"事務事業評価", 8, []string{"事務事業", "評価"}},
		{"評価する。終", 8, []string{"評価す", "る。終"}},
		{"評価（案）", 6, []string{"評価", "（案）"}},
		{"a.txt を読む", 6, []string{"a.txt", "を読む"}},
		{"一\n二", 10, []string{"一", "二"}},
	} {
		got := New(false).Wrap(test.text, test.width)
		if !slices.Equal(got, test.want) {
			t.Errorf("%q in %d columns: %q, want %q", test.text, test.width, got, test.want)
		}
	}
}

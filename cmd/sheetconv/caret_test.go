package main

import (
	"strings"
	"testing"
	"time"

	"sheetconv/export/columns"
	"sheetconv/model"
)

func testWidth(eastAsian string) *columns.Width {
	return columns.New(columns.AmbiguousWide(func(string) string { return eastAsian }))
}

// The place is marked with § in the line.
func TestExcerpt(t *testing.T) {
	for _, test := range []struct {
		name, marked, ambiguous string
		columns                 int
		line, caret             string
	}{
		{"ASCII", "abc §def", "", 80, "  abc def", "      ^"},
		{"the first place", "§abc", "", 80, "  abc", "  ^"},
		{"behind the end", "abc§", "", 80, "  abc", "     ^"},
		{"an empty line", "§", "", 80, "  ", "  ^"},
		{"full width", "事業名§：見本", "", 80, "  事業名：見本", "        ^"},
		{"half-width katakana", "ﾄｰﾀﾙｺｽﾄ§計", "", 80, "  ﾄｰﾀﾙｺｽﾄ計", "         ^"},
		{"combining", "か\u3099き\u3099§く", "", 80, "  か\u3099き\u3099く", "      ^"},
		{"ambiguous", "①○§計", "", 80, "  ①○計", "    ^"},
		{"ambiguous, wide on request", "①○§計", "1", 80, "  ①○計", "      ^"},
		{"tabs", "事業\t\t§名", "", 80, "  事業⇥ ⇥ 名", "          ^"},
		{"a form feed", "\f§名", "", 80, "  ␌名", "   ^"},
		{"cut on the right", "§" + strings.Repeat("市", 50), "", 20, "  市市市市市市市…", "  ^"},
		{"cut on the left", strings.Repeat("市", 50) + "§", "", 20, "  …市市市市市市市", "                 ^"},
		{"cut on both sides", strings.Repeat("a", 50) + "§" + strings.Repeat("b", 50), "", 30,
			"  …aaaaaaaaaaaabbbbbbbbbbbbb…", "               ^"},
		{"more room on the left", strings.Repeat("a", 50) + "§bb", "", 30, "  …aaaaaaaaaaaaaaaaaaaaaaabb", "                          ^"},
		{"a terminal without columns", "§" + strings.Repeat("a", 50), "", 1, "  aaaaaaaaaaaaaaa…", "  ^"},
	} {
		text := "前の行\n" + strings.Replace(test.marked, "§", "", 1) + "\n次の行"
		before, _, _ := strings.Cut(test.marked, "§")
		at := model.Position{Line: 2, Column: int32(len([]rune(before)) + 1)}
		width := testWidth(test.ambiguous)
		line, caret, found := newSource(text).excerpt(at, test.columns, width)
		if !found || line != test.line || caret != test.caret {
			t.Errorf("%s:\n%s|\n%s|\nwant\n%s|\n%s|", test.name, line, caret, test.line, test.caret)
		}
		if limit := max(test.columns, leastExcerpt); width.Of(line) >= limit || width.Of(caret) >= limit {
			t.Errorf("%s: %d columns of %d", test.name, width.Of(line), limit)
		}
	}
}

func TestExcerptOfNoPlace(t *testing.T) {
	shown := newSource("ab\ncd")
	for _, at := range []model.Position{{Line: 1, Column: 4}, {Line: 2, Column: 4}, {Line: 3, Column: 1}, {Line: 9, Column: 9}} {
		if line, _, found := shown.excerpt(at, 80, testWidth("")); found {
			t.Errorf("%s shows %q", at, line)
		}
	}
	// It finds its way back.
	if line, caret, _ := shown.excerpt(model.Position{Line: 1, Column: 2}, 80, testWidth("")); line != "  ab" || caret != "   ^" {
		t.Errorf("shows %q, %q", line, caret)
	}
}

// Many diagnostics in one very long line must not take the square of its length.
func TestExcerptsOfALongLine(t *testing.T) {
	const places = 20_000
	shown, width := newSource(strings.Repeat("市\t", places)), testWidth("")
	start := time.Now()
	for column := range int32(places) {
		if _, _, found := shown.excerpt(model.Position{Line: 1, Column: 2*column + 1}, 80, width); !found {
			t.Fatalf("column %d is not found", column)
		}
	}
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %s", took)
	}
}

func TestVisible(t *testing.T) {
	for text, want := range map[string]string{
		"見本 a.txt": "見本 a.txt", "a\nb": `a\nb`, "\x1b[31m": `\x1b[31m`, "a\u0085": `a\u0085`, "a\xff": "a\xff", "a\u202eb": `a\u202eb`,
	} {
		if got := visible(text); got != want {
			t.Errorf("%q is shown as %q, want %q", text, got, want)
		}
	}
}

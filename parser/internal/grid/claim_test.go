package grid

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"sheetconv/model"
)

// strictly sets Strict for one test.
func strictly(t *testing.T) {
	Strict = true
	t.Cleanup(func() { Strict = false })
}

func newGrid(t *testing.T, text string) *Grid {
	t.Helper()
	g, err := New(text)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// unmapped writes what is unmapped on one line.
func unmapped(g *Grid, start, end int) string {
	var pieces []string
	for _, piece := range g.Unmapped(start, end) {
		pieces = append(pieces, fmt.Sprintf("%s %s", piece.At, strings.ReplaceAll(piece.Text, "\n", "⏎")))
	}
	return strings.Join(pieces, ", ")
}

func TestUnmapped(t *testing.T) {
	const text = "課題 |\n令和4年度 12 件\n続き  です。\n|\n値 |\n"
	const whole = "1:1 課題, 2:1 令和4年度 12 件⏎続き  です。, 5:1 値"
	narrative := strings.Index(text, "令和")
	for _, test := range []struct {
		name       string
		claims     []string // in this order
		start, end int
		want       string
	}{
		{"nothing claimed", nil, 0, len(text), whole},
		{"whole cells", []string{"課題", "値"}, 0, len(text), "2:1 令和4年度 12 件⏎続き  です。"},
		{"all", []string{"値", "令和4年度 12 件\n続き  です。", "課題"}, 0, len(text), ""},
		{"the middle of a cell", []string{"12", "続き"}, 0, len(text),
			"1:1 課題, 2:1 令和4年度, 2:10 件, 3:5 です。, 5:1 値"},
		{"both ends of a cell", []string{"令和4年度", "です。", "課題"}, 0, len(text), "2:7 12 件⏎続き, 5:1 値"},
		{"one character", []string{"4", "き", "課題", "値"}, 0, len(text), "2:1 令和, 2:4 年度 12 件⏎続, 3:5 です。"},
		{"a range from a cell on", nil, narrative, len(text), "2:1 令和4年度 12 件⏎続き  です。, 5:1 値"},
		{"a range up to a cell", nil, 0, narrative, "1:1 課題"},
		{"a range that begins inside a cell", []string{"12"}, strings.Index(text, "続"), len(text), "3:1 続き  です。, 5:1 値"},
		{"a range that ends inside a cell", []string{"12"}, 0, strings.Index(text, "続"), "1:1 課題, 2:1 令和4年度, 2:10 件"},
		{"a range between cells", nil, strings.Index(text, " |"), narrative, ""},
		{"no range", nil, 5, 5, ""},
		{"behind the end", nil, len(text), len(text), ""},
	} {
		g := newGrid(t, text)
		for _, claimed := range test.claims {
			g.Claim(Cell{Text: claimed, Offset: int32(strings.Index(text, claimed))}, Value)
		}
		if got := unmapped(g, test.start, test.end); got != test.want {
			t.Errorf("%s: unmapped %q, expected %q", test.name, got, test.want)
		}
	}
}

// Every border of a claim within three words of the account.
func TestClaimBorders(t *testing.T) {
	strictly(t)
	text := strings.Repeat("0123456789abcdef", 12)
	for start := range len(text) {
		for end := start; end <= len(text); end += 1 + end%3 {
			g := newGrid(t, text)
			cell := g.Rows[0].Cells[0]
			part := cell.Slice(start, end)
			if g.Claimed(part) {
				t.Fatalf("%d to %d is claimed before", start, end)
			}
			g.Claim(part, Label)
			if got := end > start; g.Claimed(part) != got || g.Claimed(cell) != got {
				t.Fatalf("%d to %d: claimed is %t", start, end, !got)
			}
			if g.Claimed(cell.Slice(0, start)) || g.Claimed(cell.Slice(end, len(text))) {
				t.Fatalf("%d to %d: what is beside it is claimed", start, end)
			}
			var want []model.Unmapped
			if start > 0 {
				want = append(want, model.Unmapped{At: cell.At, Text: text[:start]})
			}
			if end < len(text) {
				behind := model.Position{Line: 1, Column: int32(end) + 1}
				want = append(want, model.Unmapped{At: behind, Text: text[end:]})
			}
			if start == end {
				want = []model.Unmapped{{At: cell.At, Text: text}}
			}
			if got := g.Unmapped(0, len(text)); !reflect.DeepEqual(got, want) {
				t.Fatalf("%d to %d: unmapped %v, expected %v", start, end, got, want)
			}
		}
	}
}

func TestStrict(t *testing.T) {
	strictly(t)
	const text = "事業名\t図書館\n"
	for _, test := range []struct {
		name   string
		claims []Cell
		panics string
	}{
		{"twice", []Cell{{Text: "図書館", Offset: 10}, {Text: "書", Offset: 13}}, "claimed twice"},
		{"overlapping", []Cell{{Text: "図書", Offset: 10}, {Text: "書館", Offset: 13}}, "claimed twice"},
		{"side by side", []Cell{{Text: "図書", Offset: 10}, {Text: "館", Offset: 16}, {Text: "事業名"}}, ""},
		{"nothing", []Cell{{Text: "図", Offset: 10}, {Offset: 10}, {Offset: int32(len(text))}}, ""},
		{"elsewhere", []Cell{{Text: "事業", Offset: 10}}, "does not stand there"},
		{"behind the end", []Cell{{Text: "図書館", Offset: 12}}, "does not stand there"},
		{"half a character", []Cell{{Text: "図"[:2], Offset: 10}}, "inside a character"},
	} {
		got := panicOf(func() {
			g := newGrid(t, text)
			for _, cell := range test.claims {
				g.Claim(cell, Value)
			}
		})
		if test.panics == "" && got != "" || !strings.Contains(got, test.panics) {
			t.Errorf("%s: panic %q, expected %q", test.name, got, test.panics)
		}
	}
}

func panicOf(f func()) (message string) {
	defer func() {
		if reason := recover(); reason != nil {
			message = fmt.Sprint(reason)
		}
	}()
	f()
	return ""
}

func TestClaims(t *testing.T) {
	const text = "事業名\t図書館\t-\n"
	visited := func(g *Grid) (seen []string) {
		cells := g.Rows[0].Cells
		g.Claim(cells[2], Decoration)
		g.Claim(cells[0], Label)
		g.Claim(cells[1].Slice(0, 3), Value)
		g.Claims(func(text string, use Use) { seen = append(seen, fmt.Sprint(text, use)) })
		return seen
	}
	if got := visited(newGrid(t, text)); got != nil {
		t.Errorf("claims %q are kept without Strict", got)
	}
	strictly(t)
	if got, want := visited(newGrid(t, text)), []string{"-2", "事業名1", "図0"}; !reflect.DeepEqual(got, want) {
		t.Errorf("claims %q, expected %q", got, want)
	}
}

// A claim that ends inside a character must not make half of it unmapped.
func TestUnmappedWholeCharacters(t *testing.T) {
	const text = "図書館と館"
	for start := range len(text) {
		for end := start + 1; end <= len(text); end++ {
			g := newGrid(t, text)
			g.Claim(Cell{Text: text[start:end], Offset: int32(start)}, Value)
			rest := ""
			for _, piece := range g.Unmapped(0, len(text)) {
				rest += piece.Text
			}
			want := ""
			for i, r := range text {
				if i < start || i+3 > end {
					want += string(r)
				}
			}
			if rest != want {
				t.Errorf("%d to %d: unmapped %q, expected %q", start, end, rest, want)
			}
		}
	}
}

// Claiming and gathering piece by piece takes linear time, also in one cell and
// with many ranges in one row.
func TestManyPieces(t *testing.T) {
	const count = 200_000
	g := newGrid(t, strings.Repeat("あい ", count))
	for i := range count {
		g.Claim(Cell{Text: "あ", Offset: int32(i * 7)}, Value)
	}
	pieces := g.Unmapped(0, len(g.Text))
	if last := pieces[len(pieces)-1]; len(pieces) != count || last.At.Column != 3*(count-1)+2 || last.Text != "い" {
		t.Errorf("%d pieces, the last at %s", len(pieces), last.At)
	}
	g = newGrid(t, strings.Repeat("あ |\n", count))
	for i := range count {
		if pieces := g.Unmapped(i*6, i*6+6); len(pieces) != 1 || pieces[0].At.Line != int32(i+1) {
			t.Fatalf("range %d: %v", i, pieces)
		}
	}
}

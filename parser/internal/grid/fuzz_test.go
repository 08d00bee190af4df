package grid

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"sheetconv/model"
)

// seeds gives the inputs of the tests and the sheets of the repository to f.
func seeds(f *testing.F, add func(text string)) {
	for _, test := range cutTests {
		text, _, _ := unmark(test.input)
		add(text)
	}
	for _, text := range hostile(200) {
		add(text)
	}
	paths, err := filepath.Glob("../../../testdata/forms/*/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		add(string(text[:min(len(text), 3000)]))
	}
}

// FuzzNew checks what holds for every grid, in the layout that was found and in
// all others, and that the same text is cut twice in the same way.
func FuzzNew(f *testing.F) {
	seeds(f, func(text string) { f.Add(text) })
	f.Fuzz(func(t *testing.T, text string) {
		if _, err := New(text); err != nil {
			t.Fatal(err)
		}
		checkLayouts(t, strings.ToValidUTF8(text, "\ufffd"))
	})
}

// FuzzPieces checks the same for texts composed of what matters to a grid,
// which mutated bytes hardly ever are.
func FuzzPieces(f *testing.F) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		pieces := make([]byte, random.IntN(60))
		for i := range pieces {
			pieces[i] = byte(random.Uint32())
		}
		f.Add(pieces)
	}
	f.Fuzz(func(t *testing.T, pieces []byte) { checkLayouts(t, compose(pieces)) })
}

// pieces are what composed texts are made of.
var pieces = [...]string{
	"|", "|", " | ", "\n", "\n", "\n| ", " |\n", "\n|\n", "\t", " ", "  ", "　", "\u00a0", "\u200b", "\f", "\n\n",
	"\\", "---", "-", ":", "=", "+", "#", "\n# ", " #", "\"", "\r", "あ", "課題", "a", "𠮷", "ｱ", "e\u0301", "|---|---|\n",
	",", ",,", "\t\"", "<table>", "<tr>", "<td>", "<td hidden>", "<p hidden>", "</p>", "</td></td></td>", "</table>", "<td rowspan=2>", "<p>", "<input>", "&nbsp;", "&shy;", "&#9745;", "<wbr>", "<br>", "<del>", "</del>", "<ruby>", "<rt>", "</rt>", "</ruby>", "12<sup>1</sup>",
	"<select>", "<option>", "<option selected>", "</select>", "<img alt=on>", "<input value='a&amp;b'>", "<dt>", "<dd>", "<div>", "</div>", "<div><div>a</div><div>b</div></div>", "</td>", "<td>", "<!doctype html>", "<script>", "</script>",
}

func compose(choices []byte) string {
	var text strings.Builder
	for _, choice := range choices {
		text.WriteString(pieces[int(choice)%len(pieces)])
	}
	return text.String()
}

// checkLayouts checks a text in all layouts, and that it is cut twice in the
// same way.
func checkLayouts(t *testing.T, text string) {
	t.Helper()
	g, err := New(text)
	if err != nil {
		t.Fatal(err)
	}
	again, _ := New(text)
	if !reflect.DeepEqual(g, again) {
		t.Error("cut twice in two ways")
	}
	for layout := Blanks; layout <= PipeCells; layout++ {
		cut, err := cutText(text, layout, MaxCells, room{})
		rows := cut.rows
		if err != nil {
			t.Fatal(err)
		}
		own := &Grid{Text: cut.text, Layout: layout, Rows: rows, page: cut.page, dittos: cut.dittos}
		if cut.page != nil {
			checkPage(t, own, text)
		}
		checkGrid(t, own)
		if layout == g.Layout && !reflect.DeepEqual(rows, g.Rows) {
			t.Errorf("rows of %s differ from those of New", layout)
		}
	}
}

// FuzzClaims claims parts of cells at random and checks that these and what is
// unmapped are all that the cells hold, and nothing twice.
func FuzzClaims(f *testing.F) {
	seeds(f, func(text string) { f.Add(text, uint64(len(text))) })
	random := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		choices := make([]byte, random.IntN(60))
		for i := range choices {
			choices[i] = byte(random.Uint32())
		}
		f.Add(compose(choices), random.Uint64())
	}
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		text = strings.ToValidUTF8(text, "\ufffd")
		g, err := New(text)
		if err != nil {
			t.Fatal(err)
		}
		text = g.Text
		random := rand.New(rand.NewPCG(seed, 1))
		claims := make([]int, len(text))
		for _, row := range g.Rows {
			for _, cell := range row.Cells {
				claimParts(g, cell, random, claims)
			}
		}
		places := newPlaces(text)
		for start := 0; start < len(text); {
			end := runeBorder(text, start+1+random.IntN(len(text)-start))
			for _, piece := range g.Unmapped(start, end) {
				countPiece(t, g, places, piece, claims)
			}
			start = end
		}
		for i, inside := range inCells(g) {
			r, _ := utf8.DecodeRuneInString(text[i:])
			blank := utf8.RuneStart(text[i]) && isBlank(r)
			if claims[i] > 1 || claims[i] == 1 && !inside || claims[i] == 0 && inside && utf8.RuneStart(text[i]) && !blank {
				t.Fatalf("byte %d of %q is accounted for %d times", i, text, claims[i])
			}
		}
	})
}

// claimParts claims some parts of a cell and counts them.
func claimParts(g *Grid, cell Cell, random *rand.Rand, claims []int) {
	for start := 0; start < len(cell.Text); {
		end := runeBorder(cell.Text, start+1+random.IntN(len(cell.Text)-start))
		if random.IntN(2) == 0 {
			part := cell.Slice(start, end)
			g.Claim(part, Value)
			for i := int(part.Offset); i < part.end(); i++ {
				claims[i]++
			}
		}
		start = end
	}
}

// runeBorder returns the next border between characters at or behind offset.
func runeBorder(text string, offset int) int {
	for !isBorder(text, offset) {
		offset++
	}
	return offset
}

// countPiece counts what is unmapped, and checks that it stands where it says.
func countPiece(t *testing.T, g *Grid, places places, piece model.Unmapped, claims []int) {
	t.Helper()
	offset, known := places.offsets[piece.At]
	if !known || !strings.HasPrefix(g.Text[offset:], piece.Text) {
		t.Fatalf("unmapped %q does not stand at %s", piece.Text, piece.At)
	}
	if piece.Text == "" || strings.TrimFunc(piece.Text, isBlank) != piece.Text {
		t.Errorf("unmapped %q is not trimmed", piece.Text)
	}
	for i := range len(piece.Text) {
		claims[offset+i]++
	}
}

// FuzzSlice checks that a slice is the trimmed part, at its own position.
func FuzzSlice(f *testing.F) {
	f.Add("　計画\n (Plan) ", 2, 9)
	f.Add("a \n\n b", 1, 4)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		text = strings.ToValidUTF8(text, "\ufffd")
		start = runeBorder(text, min(max(start, 0), len(text)))
		end = runeBorder(text, min(max(end, start), len(text)))
		cell := Cell{Text: text, At: model.Position{Line: 1, Column: 1}, Index: 3}
		part := cell.Slice(start, end)
		if want := strings.TrimFunc(text[start:end], isBlank); part.Text != want || part.Index != 3 {
			t.Errorf("slice %q, expected %q", part.Text, want)
		}
		if text[part.Offset:part.end()] != part.Text || part.end() > end {
			t.Errorf("slice %q at byte %d", part.Text, part.Offset)
		}
		if want := newPlaces(text).at(int(part.Offset)); part.At != want {
			t.Errorf("slice at %s, expected %s", part.At, want)
		}
	})
}

package grid

import "testing"

func TestColumnsOfBlanks(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		want int32 // where the last cell begins
		wide int32 // how many columns it takes
	}{
		"laid out by characters": {"指標名      基準値    R6\n収納率      96.7%  97.4%\n高齢者の人口   1,204人  千円\n         (令和3年度)  千円\n", 18, 2},
		"laid out by width":      {"指標名        基準値  R6\n収納率        96.7%   千円\n高齢者の人口  1,204人 千円\n市民          12件    千円\n", 22, 4},
		"one line":               {"指標名    基準値    R6\n", 20, 2},
	} {
		t.Run(name, func(t *testing.T) {
			g, err := New(test.text)
			if err != nil {
				t.Fatal(err)
			}
			g.PlaceByCharacters()
			cells := g.Rows[len(g.Rows)-1].Cells
			last := cells[len(cells)-1]
			if last.Index != test.want || g.WidthOf(last) != test.wide {
				t.Errorf("%q begins in column %d and takes %d; want %d and %d", last.Text, last.Index, g.WidthOf(last), test.want, test.wide)
			}
		})
	}
}

package grid

// What parts cells by blanks lays them out for a type in which a kanji takes two
// columns, as a terminal does; or, as pdftotext does, it counts characters, so that
// what stands below another begins behind as many of them. By the wrong count, a value
// stands under the head of another year. The text itself tells: cells that begin at
// one place in lines that follow each other.

// How often cells must stand below each other by one count, and how many times as
// often as by the other, for characters to be what is counted.
const (
	minBelow     = 2
	timesAsOften = 3
	// maxCompared is how many cells a line may have that is compared.
	maxCompared = 100
)

// countsCharacters reports whether the columns of rows are counted in characters.
func countsCharacters(rows []Row) bool {
	byCharacter, byColumn := 0, 0
	for i := 1; i < len(rows); i++ {
		above, below := rows[i-1].Cells, rows[i].Cells
		if len(above) > maxCompared || len(below) > maxCompared {
			continue
		}
		for j := range below {
			cell := &below[j]
			if cell.Index == 0 {
				continue
			}
			for k := range above {
				other := &above[k]
				switch sameColumn, sameCount := cell.Index == other.Index, cell.At.Column == other.At.Column; {
				case other.Index == 0 || sameColumn == sameCount:
				case sameCount:
					byCharacter++
				default:
					byColumn++
				}
			}
		}
	}
	return byCharacter >= minBelow && byCharacter > timesAsOften*byColumn
}

// PlaceByCharacters counts the columns of the layout Blanks in characters, where the text
// tells that it is laid out by them.
func (g *Grid) PlaceByCharacters() {
	if g.characters = g.Layout == Blanks && countsCharacters(g.Rows); g.characters {
		countCharacters(g.Rows)
	}
}

// countCharacters gives each cell the place that it has by characters.
func countCharacters(rows []Row) {
	for i := range rows {
		cells := rows[i].Cells
		for j := range cells {
			cells[j].Index = cells[j].At.Column - 1
		}
		last := &cells[len(cells)-1]
		rows[i].Width = int(last.Index + runeCount(last.Text))
	}
}

// WidthOf returns how many columns the cell's text takes, as Index counts them in the
// layout Blanks.
func (g *Grid) WidthOf(c Cell) int32 {
	if g.characters {
		return runeCount(c.Text)
	}
	return c.DisplayWidth()
}

package spreadsheet

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// Role is what a cell is for; it decides on font, fill and borders.
type Role uint8

// The roles of cells.
const (
	Body  Role = iota // a cell of a table
	Title             // the headline of a sheet
	Note              // a line below the headline
	Head              // a heading of a column
	Total             // a total over a column
	Link              // what leads to another place

	lineLink // such a line below the headline: it goes on over the columns beside it
)

// Align is where in its cell a text or number stands.
type Align uint8

// The alignments: Natural is left for text and right for numbers.
const (
	Natural Align = iota
	Left
	Center
	Right
)

// Tone is the meaning of a cell's fill.
type Tone uint8

// The tones.
const (
	Plain Tone = iota
	Good
	Caution
	Bad
	Added
	Removed
	Changed
	Muted // of little interest: grey text
)

// Style is how a cell looks. Styles are compared by value.
type Style struct {
	Role Role
	// Format is Excel's number format, such as NumberFormat(2); General if empty.
	Format string
	Align  Align
	Tone   Tone
}

// StyleID is the number of a style in its book.
type StyleID int32

// Number formats that are often needed.
const (
	FormatInteger  = "#,##0"
	FormatThousand = "#,##0,"     // yen, shown in 千円
	FormatYear     = "0"          // a year has no separators
	FormatShare    = "0.0%"       // 0.985 is shown as 98.5%
	FormatDate     = "yyyy-mm-dd" // a date
	FormatText     = "@"          // stays text when a person edits the cell
)

// NumberFormat returns the format of a number with thousands separators and that
// many decimals: 3.70 is shown as 3.70, not 3.7.
func NumberFormat(decimals int) string {
	if decimals <= 0 {
		return FormatInteger
	}
	return FormatInteger + "." + strings.Repeat("0", min(decimals, maxDecimals))
}

// maxDecimals is how many decimals a number format can have.
const maxDecimals = 30

// The colours: dark blue heads, pale fills that stay readable in grey print.
const (
	colourHead    = "1F4E79"
	colourLine    = "D0D7DE"
	colourLink    = "0563C1"
	colourNote    = "595959"
	colourTotal   = "DDEBF7"
	colourGood    = "C6EFCE"
	colourCaution = "FFEB9C"
	colourBad     = "FFC7CE"
	colourChanged = "FFF2CC"
	colourMuted   = "7F7F7F"
	colourWhite   = "FFFFFF"
	colourChart   = "404040"
)

var fills = map[Tone]string{
	Good: colourGood, Caution: colourCaution, Bad: colourBad,
	Added: colourGood, Removed: colourBad, Changed: colourChanged,
}

// Font sizes in points.
const (
	sizeBody  = 10
	sizeTitle = 14
	sizeNote  = 9
	sizeAxis  = 11 // charts are shrunk in print
	sizeDense = 9
)

// japaneseCharacters is the character set that tells programs without the font to
// take another Japanese one.
const japaneseCharacters = 128

// styles are the styles of a book, in the order in which they came.
type styles struct {
	numbers map[Style]StyleID
	list    []Style
}

func (s *styles) add(style Style) StyleID {
	if id, known := s.numbers[style]; known {
		return id
	}
	if s.numbers == nil {
		s.numbers = map[Style]StyleID{}
	}
	id := StyleID(len(s.list))
	s.numbers[style] = id
	s.list = append(s.list, style)
	return id
}

// register makes the styles known to a file and returns their numbers there.
func (s *styles) register(file *excelize.File, font string) ([]int, error) {
	numbers := make([]int, len(s.list))
	for index, style := range s.list {
		number, err := file.NewStyle(style.definition(font))
		if err != nil {
			return nil, err
		}
		numbers[index] = number
	}
	return numbers, nil
}

func (s Style) definition(font string) *excelize.Style {
	characters := japaneseCharacters
	definition := &excelize.Style{
		Font:      &excelize.Font{Family: font, Size: sizeBody, Charset: &characters},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: true},
	}
	if s.Format != "" {
		format := s.Format
		definition.CustomNumFmt = &format
	}
	switch s.Role {
	case Title:
		definition.Font.Bold, definition.Font.Size, definition.Font.Color = true, sizeTitle, colourHead
		definition.Alignment.WrapText, definition.Alignment.Vertical = false, "center"
	case Note:
		definition.Font.Size, definition.Font.Color = sizeNote, colourNote
		definition.Alignment.WrapText, definition.Alignment.Vertical = false, "center"
	case Head:
		definition.Font.Bold, definition.Font.Color = true, colourWhite
		definition.Fill = solid(colourHead)
		definition.Alignment.Horizontal, definition.Alignment.Vertical = "center", "center"
	case Total:
		definition.Font.Bold = true
		definition.Fill = solid(colourTotal)
		definition.Alignment.WrapText = false
	case Link, lineLink:
		definition.Font.Color, definition.Font.Underline = colourLink, "single"
		definition.Alignment.WrapText = s.Role == Link
	}
	if fill, filled := fills[s.Tone]; filled {
		definition.Fill = solid(fill)
	}
	if s.Tone == Muted {
		definition.Font.Color = colourMuted
	}
	switch {
	case s.Align != Natural:
	case s.Role == Head || s.Role == Title || s.Role == Note:
	case s.Format == FormatYear:
		s.Align = Center
	case s.Format != "" && s.Format != FormatText:
		s.Align = Right
	}
	if s.Align == Right && s.Role != Head {
		definition.Alignment.Indent = 1 // so that it does not touch the text beside it
	}
	if s.Align != Natural {
		definition.Alignment.Horizontal = [...]string{"", "left", "center", "right"}[s.Align]
	}
	return definition
}

func solid(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

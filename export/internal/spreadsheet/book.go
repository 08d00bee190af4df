// Package spreadsheet lays out Excel workbooks: sheets of typed cells under
// headings, with tables that filter, frozen panes, column widths and row heights
// that suit Japanese text, page set-up, links, colour scales, sparklines and charts.
//
// In go cells in the order of their rows; out comes an .xlsx file, the same bytes
// for the same cells. The package must not know the model, nor what a sheet is
// about: its headings and remarks come from the caller, in the caller's language.
//
// A workbook is made in three steps: New, then sheets by AddSheet and rows by
// Sheet.Add in any order of the sheets, then Write. Nothing is laid out before
// Write, so a cell may link to a row that is added later.
package spreadsheet

import (
	"errors"
	"fmt"
	"io"
	"sort"

	"github.com/xuri/excelize/v2"
)

// Properties say what a workbook is, and hold the words that the package itself
// puts on a sheet.
type Properties struct {
	// Title, Creator and Language (ja, en) are the document's properties. There is
	// no time among them, so that the bytes depend on the cells alone.
	Title, Creator, Language string
	// Font is the name of the font of all cells and charts; DefaultFont if empty.
	Font string
	// Continued is the line over a table in which a text goes on in the next row,
	// because it is longer or higher than a cell can be.
	Continued string
	// LongNumbers is the line over a table that holds a number of more than 15
	// digits, which Excel would round, as text.
	LongNumbers string
	// Page is the footer's text for a page's number, with %[1]s for the number and
	// %[2]s for the number of pages; "%[1]s / %[2]s" if empty.
	Page string
}

// DefaultFont is there on Windows and with Office for Mac, and sets lines close,
// which tables of sentences need; where it is missing, programs take another
// Japanese font, because the styles carry the Japanese character set.
const DefaultFont = "Meiryo UI"

// Limits of Excel.
const (
	maxRows      = 1_048_576
	maxColumns   = 16_384
	maxTextUnits = 32_767 // UTF-16 units of a cell
)

// Book is a workbook that is being made. It is not safe for concurrent use.
type Book struct {
	properties Properties
	sheets     []*Sheet
	styles     styles
	names      taken
	tables     taken
	// rowsPerSheet is Excel's limit; tests lower it.
	rowsPerSheet int
}

// New begins a workbook.
func New(properties Properties) *Book {
	if properties.Font == "" {
		properties.Font = DefaultFont
	}
	if properties.Page == "" {
		properties.Page = "%[1]s / %[2]s"
	}
	book := &Book{
		properties:   properties,
		names:        taken{},
		tables:       taken{},
		rowsPerSheet: maxRows,
	}
	book.styles.add(Style{}) // what a cell has that names none
	return book
}

// Style returns the number of a style, the same for the same style. Cells carry
// the number, because a workbook has few styles and many cells.
func (b *Book) Style(style Style) StyleID { return b.styles.add(style) }

// AddSheet puts a sheet behind those that are there. Its name is made valid and
// unique if it is not.
func (b *Book) AddSheet(layout Layout) *Sheet {
	sheet := newSheet(b, layout)
	b.sheets = append(b.sheets, sheet)
	return sheet
}

// Write lays the workbook out and writes it. Nothing is written if that fails:
// the error names the sheet. A book is written once.
func (b *Book) Write(into io.Writer) (err error) {
	file := excelize.NewFile()
	defer func() { err = errors.Join(err, file.Close()) }()
	if err := file.SetDefaultFont(b.properties.Font); err != nil {
		return fmt.Errorf("the font: %w", err)
	}
	output := &output{file: file, book: b, extensions: map[string]string{}}
	file.SetZipWriter(func(into io.Writer) excelize.ZipWriter {
		return &archive{into: into, extensions: output.extensions}
	})
	if output.styles, err = b.styles.register(file, b.properties.Font); err != nil {
		return fmt.Errorf("the styles: %w", err)
	}
	if err := output.writeSheets(); err != nil {
		return err
	}
	if err := output.writeProperties(); err != nil {
		return fmt.Errorf("the properties: %w", err)
	}
	// The library puts the types of pictures here in the order of a map.
	types := file.ContentTypes.Defaults
	sort.Slice(types, func(i, j int) bool { return types[i].Extension < types[j].Extension })
	return file.Write(into)
}

// output is a workbook on its way into a file.
type output struct {
	file   *excelize.File
	book   *Book
	styles []int // by StyleID
	// line is the format of the fine line below each row of a table.
	line int
	// extensions are the ends of sheets that the library leaves out, by the names of
	// the sheets' entries in the file.
	extensions map[string]string
}

// writeSheets makes all sheets first, so that formulas, links and charts may name
// any of them, and then fills them in their order.
func (o *output) writeSheets() error {
	var parts []*part
	for _, sheet := range o.book.sheets {
		sheet.parts = sheet.split(o.book.rowsPerSheet)
		parts = append(parts, sheet.parts...)
	}
	if len(parts) == 0 {
		return errors.New("a workbook has at least one sheet")
	}
	for index, part := range parts {
		if index == 0 {
			// Every new file has one sheet; it becomes the first.
			if err := o.file.SetSheetName(o.file.GetSheetName(0), part.name); err != nil {
				return fmt.Errorf("sheet %s: %w", part.name, err)
			}
			continue
		}
		if _, err := o.file.NewSheet(part.name); err != nil {
			return fmt.Errorf("sheet %s: %w", part.name, err)
		}
	}
	// Before sheets are streamed: the library looks at all of them for this.
	for _, part := range parts {
		if part.sheet.layout.Hidden {
			if err := o.file.SetSheetVisible(part.name, false); err != nil {
				return fmt.Errorf("sheet %s: %w", part.name, err)
			}
		}
	}
	line, err := o.file.NewConditionalStyle(&excelize.Style{
		Border: []excelize.Border{{Type: "bottom", Color: colourLine, Style: 1}},
	})
	if err != nil {
		return fmt.Errorf("the styles: %w", err)
	}
	o.line = line
	for _, part := range parts {
		if err := o.writePart(part); err != nil {
			return fmt.Errorf("sheet %s: %w", part.name, err)
		}
		part.release()
	}
	return nil
}

func (o *output) writeProperties() error {
	properties := o.book.properties
	if err := o.file.SetDocProps(&excelize.DocProperties{
		Title: properties.Title, Creator: properties.Creator, LastModifiedBy: properties.Creator, Language: properties.Language,
		// A fixed time stands in the library's template; Excel shows it, so it
		// may as well be one that nobody takes for a real one.
		Created: "2000-01-01T00:00:00Z", Modified: "2000-01-01T00:00:00Z",
	}); err != nil {
		return err
	}
	return o.file.SetAppProps(&excelize.AppProperties{Application: "Microsoft Excel", AppVersion: "16.0300"})
}

package spreadsheet

import (
	"fmt"
	"math"
	"strings"

	"github.com/xuri/excelize/v2"
)

// pageWidth is how wide a sheet may be, in digits, to be legible on one page of A4
// landscape; a wider one takes several pages beside each other.
const pageWidth = 240

const paperA4 = 9

// beginPage sets what stands before the cells in the file.
func (o *output) beginPage(p *part) error {
	fit := true
	options := &excelize.SheetPropsOptions{FitToPage: &fit}
	if err := o.file.SetSheetProps(p.name, options); err != nil {
		return err
	}
	lines := len(p.sheet.columns) == 0 // a sheet of charts is no grid
	show := !lines
	return o.file.SetSheetView(p.name, 0, &excelize.ViewOptions{ShowGridLines: &show})
}

// endPage sets up the printed page: A4 landscape, fitted to the width, headings
// repeated, the sheet's name and page numbers at the foot.
func (o *output) endPage(p *part) error {
	size, orientation := paperA4, "landscape"
	across, down := p.pagesAcross(), 0
	if p.sheet.layout.OnePage {
		across, down = 1, 1
	}
	order := "overThenDown"
	if err := o.file.SetPageLayout(p.name, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &orientation, FitToWidth: &across, FitToHeight: &down, PageOrder: &order,
	}); err != nil {
		return err
	}
	side, edge, head := 0.4, 0.55, 0.25
	centered := false
	if err := o.file.SetPageMargins(p.name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &edge, Bottom: &edge, Header: &head, Footer: &head, Horizontally: &centered,
	}); err != nil {
		return err
	}
	page := fmt.Sprintf(o.book.properties.Page, "&P", "&N")
	font := `&"` + o.book.properties.Font + `"&8`
	if err := o.file.SetHeaderFooter(p.name, &excelize.HeaderFooterOptions{
		OddFooter: "&L" + font + strings.ReplaceAll(p.name, "&", "&&") + "&R" + font + page,
	}); err != nil {
		return err
	}
	if p.head == 0 || len(p.rows) == 0 {
		return nil
	}
	return o.repeatHeadings(p)
}

func (o *output) repeatHeadings(p *part) error {
	sheet := quoteSheet(p.name)
	titles := fmt.Sprintf("%s!$%d:$%d", sheet, p.head, p.head)
	if frozen := min(p.sheet.layout.FrozenColumns, len(p.sheet.columns)); frozen > 0 && p.pagesAcross() > 1 {
		titles = fmt.Sprintf("%s!$A:$%s,%s", sheet, columnName(frozen-1), titles)
	}
	return o.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: p.name})
}

// pagesAcross returns how many pages stand beside each other.
func (p *part) pagesAcross() int {
	var width float64
	for index, column := range p.sheet.columnWidths() {
		if !p.sheet.isHidden(index) {
			width += column
		}
	}
	return max(1, int(math.Ceil(width/pageWidth)))
}

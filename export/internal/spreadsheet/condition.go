package spreadsheet

import (
	"reflect"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// scale colours the numbers of a column.
type scale struct {
	column         int
	low, mid, high float64
}

// ColourScale colours the numbers of a column, counted from 0 without the key's,
// from red at low over yellow at mid to green at high.
func (s *Sheet) ColourScale(column int, low, mid, high float64) {
	s.scales = append(s.scales, scale{column: s.withKey(column), low: low, mid: mid, high: high})
}

// withKey returns the number of a column with the key's counted.
func (s *Sheet) withKey(column int) int {
	if s.layout.Key != "" {
		return column + 1
	}
	return column
}

// addConditions adds the colour scales and the fine line below each row, which
// programs that know no table styles show, too.
func (o *output) addConditions(p *part) error {
	if len(p.rows) == 0 {
		return nil
	}
	for _, scale := range p.sheet.scales {
		if err := o.file.SetConditionalFormat(p.name, p.area(scale.column, scale.column, p.head+1), []excelize.ConditionalFormatOptions{{
			Type: "3_color_scale", Criteria: "=",
			MinType: "num", MidType: "num", MaxType: "num",
			MinValue: plain(scale.low), MidValue: plain(scale.mid), MaxValue: plain(scale.high),
			MinColor: "#F8A5A5", MidColor: "#FFE699", MaxColor: "#A9D79E",
		}}); err != nil {
			return err
		}
	}
	line := o.line
	return o.file.SetConditionalFormat(p.name, p.area(0, len(p.sheet.columns)-1, p.head+1), []excelize.ConditionalFormatOptions{{
		Type: "formula", Criteria: "TRUE", Format: &line,
	}})
}

func plain(number float64) string { return strconv.FormatFloat(number, 'f', -1, 64) }

// sparkline is a column of small charts over other columns of the row.
type sparkline struct {
	column, first, last int
}

// Sparklines puts a small line chart into each row's cell of a column, over the
// cells from the column first to last, which belong beside each other. Columns
// count from 0 without the key's.
func (s *Sheet) Sparklines(column, first, last int) {
	s.sparklines = append(s.sparklines, sparkline{s.withKey(column), s.withKey(first), s.withKey(last)})
}

func (o *output) addSparklines(p *part) error {
	for _, line := range p.sheet.sparklines {
		options := &excelize.SparklineOptions{Type: "line", Markers: true, Last: true, SeriesColor: colourHead}
		for index, row := range p.rows {
			if countNumbers(row.cells, line.first, line.last) < 2 {
				continue // a single point is no line
			}
			number := p.head + 1 + index
			options.Location = append(options.Location, cellName(line.column, number))
			options.Range = append(options.Range,
				quoteSheet(p.name)+"!"+cellName(line.first, number)+":"+cellName(line.last, number))
		}
		if len(options.Location) == 0 {
			continue
		}
		if err := o.file.AddSparkline(p.name, options); err != nil {
			return err
		}
	}
	if len(p.sheet.sparklines) > 0 {
		o.keepExtensions()
	}
	return nil
}

// keepExtensions takes the text of the sheet's extensions, which is what sparklines
// are. The library makes that text, but leaves it out of sheets that are streamed;
// and it has an option for drawing the cells of hidden columns, which it does not
// write.
func (o *output) keepExtensions() {
	o.file.Sheet.Range(func(path, sheet any) bool {
		extensions := reflect.ValueOf(sheet).Elem().FieldByName("ExtLst")
		if extensions.IsValid() && !extensions.IsNil() {
			text := extensions.Elem().FieldByName("Ext").String()
			o.extensions[path.(string)] = "<extLst>" + strings.ReplaceAll(text, "<x14:sparklineGroup ", `<x14:sparklineGroup displayHidden="1" `) + "</extLst>"
		}
		return true
	})
}

func countNumbers(cells []Cell, first, last int) int {
	count := 0
	for index := first; index <= last && index < len(cells); index++ {
		if cells[index].kind == number {
			count++
		}
	}
	return count
}

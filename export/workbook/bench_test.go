package workbook_test

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"sheetconv/export/table"
	"sheetconv/export/workbook"
	"sheetconv/model"
)

var benchmarkRows = flag.Int("rows", 100_000, "how many indicators the benchmarks write")

// manyIndicators returns documents with so many indicators, ten in each, with a
// baseline, and targets and results of four years.
func manyIndicators(rows int) []*table.Document {
	var keys table.Keys
	var documents []*table.Document
	for made := 0; made < rows; made += 10 {
		item := model.Item{ID: strconv.Itoa(made), Kind: model.Program, Number: strconv.Itoa(1000000 + made), Name: "見本事業" + strconv.Itoa(made)}
		for index := range 10 {
			indicator := model.Indicator{Kind: model.OutcomeIndicator, Name: "見本の件数 その" + strconv.Itoa(made+index), Unit: "件"}
			value := func(fy int, measure model.ValueMeasure, number int64) {
				figure := model.Figure{Number: model.NewNumber(number, 1)}
				figure.Raw = figure.Number.String()
				indicator.Values = append(indicator.Values, model.Value{FY: fy, Measure: measure, Figure: figure})
			}
			value(2017, model.Baseline, int64(made))
			for fy := 2018; fy < 2022; fy++ {
				value(fy, model.Target, int64(made+fy*10))
				value(fy, model.Actual, int64(made+index*7+fy*9))
			}
			item.Indicators = append(item.Indicators, indicator)
		}
		document, _ := keys.NewDocument(fmt.Sprintf("%d.txt", made), 1, &model.Document{
			Kind: model.ProgramEvaluation, FiscalYear: 2021, Municipality: &model.Municipality{Name: "見本市"}, Items: []model.Item{item},
		})
		documents = append(documents, document)
	}
	return documents
}

// bareSheet is a sheet's cells as a bare loop writes them.
type bareSheet struct {
	name string
	rows [][]any
}

// cellsOf reads the cells of a workbook back.
func cellsOf(b *testing.B, data []byte) []bareSheet {
	file, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	var sheets []bareSheet
	for _, name := range file.GetSheetList() {
		sheet := bareSheet{name: name}
		rows, err := file.Rows(name)
		if err != nil {
			b.Fatal(err)
		}
		for rows.Next() {
			columns, err := rows.Columns(excelize.Options{RawCellValue: true})
			if err != nil {
				b.Fatal(err)
			}
			row := make([]any, len(columns))
			for index, cell := range columns {
				if number, err := strconv.ParseFloat(cell, 64); err == nil {
					row[index] = number
				} else if cell != "" {
					row[index] = cell
				}
			}
			sheet.rows = append(sheet.rows, row)
		}
		sheets = append(sheets, sheet)
	}
	return sheets
}

// BenchmarkWorkbook writes many indicators.
func BenchmarkWorkbook(b *testing.B) {
	documents := manyIndicators(*benchmarkRows)
	b.ReportAllocs()
	for b.Loop() {
		if err := workbook.Write(io.Discard, documents, workbook.Options{Language: "ja"}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBareLoops write the same cells by bare loops over the library: one sets
// cell by cell, one streams, without styles, widths and heights.
func BenchmarkBareLoops(b *testing.B) {
	documents := manyIndicators(*benchmarkRows)
	var written bytes.Buffer
	if err := workbook.Write(&written, documents, workbook.Options{Language: "ja"}); err != nil {
		b.Fatal(err)
	}
	documents = nil
	sheets := cellsOf(b, written.Bytes())
	b.Run("stream", func(b *testing.B) { bare(b, sheets, writeStreamed) })
	b.Run("cells", func(b *testing.B) { bare(b, sheets, writeCells) })
}

func bare(b *testing.B, sheets []bareSheet, write func(*excelize.File, bareSheet) error) {
	b.ReportAllocs()
	for b.Loop() {
		file := excelize.NewFile()
		for _, sheet := range sheets {
			if _, err := file.NewSheet(sheet.name); err != nil {
				b.Fatal(err)
			}
			if err := write(file, sheet); err != nil {
				b.Fatal(err)
			}
		}
		if err := file.Write(io.Discard); err != nil {
			b.Fatal(err)
		}
		if err := file.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func writeStreamed(file *excelize.File, sheet bareSheet) error {
	stream, err := file.NewStreamWriter(sheet.name)
	if err != nil {
		return err
	}
	for index, row := range sheet.rows {
		if err := stream.SetRow("A"+strconv.Itoa(index+1), row); err != nil {
			return err
		}
	}
	return stream.Flush()
}

func writeCells(file *excelize.File, sheet bareSheet) error {
	for index, row := range sheet.rows {
		for column, value := range row {
			if value == nil {
				continue
			}
			cell, err := excelize.CoordinatesToCellName(column+1, index+1)
			if err != nil {
				return err
			}
			if err := file.SetCellValue(sheet.name, cell, value); err != nil {
				return err
			}
		}
	}
	return nil
}

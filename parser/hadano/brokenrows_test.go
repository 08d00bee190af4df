package hadano

import (
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
)

// A line end between two cells of a row below a head, or of the head, parts nothing,
// but where only empty cells stand before it.
func TestLineEndsBetweenCells(t *testing.T) {
	want := summaryOf(parseStrictly(t, yearlySheet)[0])
	lines := strings.Split(yearlySheet, "\n")
	for i := 5; i < len(lines); i++ {
		cells := strings.Split(strings.TrimRight(lines[i], "\t"), "\t")
		for at := 1; at < len(cells); at++ {
			above, below := strings.Join(cells[:at], "\t"), lines[i][len(strings.Join(cells[:at], "\t"))+1:]
			isLoneHead := above == "取組内容" && strings.HasPrefix(below, "\t")
			if strings.Trim(above, "\t") == "" || isLoneHead {
				continue
			}
			text := strings.Join(slices.Concat(lines[:i], []string{above, below}, lines[i+1:]), "\n")
			document := parseStrictly(t, text)[0]
			if got := summaryOf(document); !slices.Equal(got, want) {
				t.Errorf("%q and %q are read as\n%s\nwant\n%s", above, below, strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
			isHead := strings.Contains(lines[i], "R3\t") || strings.Contains(lines[i], "令和3年度")
			if isReported := slices.Contains(codesOf(document), model.CodeBrokenLine); !isHead && !isReported {
				t.Errorf("%q and %q: the line end is not reported", above, below)
			}
		}
	}
}

// Short rows whose cells make up one row are none where the rows around them are short,
// too: the file has lost the empty cells at their ends.
func TestShortRowsAreNotJoined(t *testing.T) {
	lines := strings.Split(yearlySheet, "\n")
	want := summaryOf(parseStrictly(t, yearlySheet)[0])
	for i := range lines {
		if i > 5 && !strings.Contains(lines[i], "\t計\t") {
			lines[i] = strings.TrimRight(lines[i], "\t")
		}
	}
	document := parseStrictly(t, strings.Join(lines, "\n"))[0]
	if slices.Contains(codesOf(document), model.CodeBrokenLine) {
		t.Errorf("rows are joined: %v", document.Diagnostics)
	}
	if got := summaryOf(document); len(got) != len(want) {
		t.Errorf("the sheet is read as\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// A merged cell left of the years may be repeated over its span.
func TestCellsRepeatedLeft(t *testing.T) {
	want := summaryOf(parseStrictly(t, yearlySheet)[0])
	lines := strings.Split(yearlySheet, "\n")
	for i := slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(line, "取組内容") }); i+1 < len(lines); i++ {
		cells := strings.Split(lines[i], "\t")
		for at := 1; at < 5; at++ {
			if cells[at] == "" {
				cells[at] = cells[at-1]
			}
		}
		lines[i] = strings.Join(cells, "\t")
	}
	if got := summaryOf(parseStrictly(t, strings.Join(lines, "\n"))[0]); !slices.Equal(got, want) {
		t.Errorf("the sheet is read as\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// The total of a row that has moved is no repetition of the last year.
func TestTotalOfMovedRow(t *testing.T) {
	text := strings.Replace(yearlySheet, "成果指標\t協働の件数\t目標\t5件\t6件\t7件\t8件\t9件\t35件\t", "\t成果指標\t協働の件数\t目標\t5件\t6件\t7件\t8件\t9件\t9件", 1)
	facts := factsOf(&parseStrictly(t, text)[0].Items[0])
	for _, want := range []string{"indicator 1 goal 9件", "indicator 1 target 2021 5件", "indicator 1 target 2025 9件"} {
		if !slices.Contains(facts, want) {
			t.Errorf("the row is read as\n%s\nwithout %s", strings.Join(facts, "\n"), want)
		}
	}
}

// A row with a name right before 目標 begins an indicator: it is no rest of the definition
// above, whatever the widths of rows say that have lost their first empty cells.
func TestNameBelowDefinition(t *testing.T) {
	const text = `項目	3-2 協働の推進	改革の柱	3 担い手をつくる改革
概要(目指す姿)	協働を進めます。
	指標	R3	R4	R5	R6	R7	計
活動指標	取組の進捗(%)	目標	20%	35%	50%	75%	100%	
実績	18%	33%	47%			
概要	取組の進捗状況
団体の数	目標	4団体	8団体	12団体	16団体	20団体	
実績	3団体	9団体	15団体			
概要	
成果指標	協働の件数	目標	5件	6件	7件	8件	9件	
実績	4件	7件	8件			
概要	協働した件数
	令和3年度(2021年度)	令和4年度(2022年度)	令和5年度(2023年度)	令和6年度(2024年度)	令和7年度(2025年度)
取組目標	始める。	進める。	進める。	進める。	終える。
`
	facts := summaryOf(parseStrictly(t, text)[0])
	if !slices.ContainsFunc(facts, func(fact string) bool { return strings.HasSuffix(fact, "|団体の数") }) {
		t.Errorf("the sheet is read as\n%s\nwithout the indicator 団体の数", strings.Join(facts, "\n"))
	}
}

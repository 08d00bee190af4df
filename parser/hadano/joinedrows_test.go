package hadano

import (
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
)

// twoIndicators are the rows of a theme with two indicators.
var twoIndicators = strings.Replace(smallSheet, "概要\t\t取組の進捗\t\t\t\t\t\t\t\n", `概要		取組の進捗							
成果指標	協働の件数	目標	5件	6件	7件	8件	9件		
		実績	4件						
概要		協働した件数							
`, 1)

// A row that a lost line end has put behind the one above is read as one of its
// own, and that is reported.
func TestRowBehindRow(t *testing.T) {
	want := factsOf(&parseStrictly(t, twoIndicators)[0].Items[0])
	for _, test := range []struct{ name, line, joined string }{
		{"result, by a blank", "100%\t\t\n\t\t実績\t48%", "100%\t\t \t\t実績\t48%"},
		{"result, by a tab", "100%\t\t\n\t\t実績\t48%", "100%\t\t\t\t\t実績\t48%"},
		{"definition", "48%\t\t\t\t\t\t\n概要\t\t取組", "48%\t\t\t\t\t\t 概要\t\t取組"},
		{"next indicator", "9件\t\t\n\t\t実績\t4件\t\t\t\t\t\t\n", "9件\t\t \t\t実績\t4件\t\t\t\t\t\t\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if !strings.Contains(twoIndicators, test.line) {
				t.Fatal("the line end is not there")
			}
			document := parseStrictly(t, strings.Replace(twoIndicators, test.line, test.joined, 1))[0]
			if got := factsOf(&document.Items[0]); !slices.Equal(got, want) {
				t.Errorf("the rows are read as\n%q, want\n%q", got, want)
			}
			if !slices.Contains(codesOf(document), model.CodeShiftedRow) {
				t.Errorf("the lost line end is not reported: %v", document.Diagnostics)
			}
		})
	}
}

// The name of the next indicator is no value of the one above.
func TestIndicatorBehindRow(t *testing.T) {
	want := factsOf(&parseStrictly(t, twoIndicators)[0].Items[0])
	for _, joined := range []string{
		strings.Replace(twoIndicators, "\n概要\t\t取組の進捗\t\t\t\t\t\t\t\n成果指標", "\t成果指標", 1),
		strings.Replace(twoIndicators, "\n概要\t\t取組の進捗\t\t\t\t\t\t\t\n成果指標", "\t", 1),
	} {
		document := parseStrictly(t, joined)[0]
		var kept []string
		for _, fact := range want {
			if !strings.HasSuffix(fact, "取組の進捗") {
				kept = append(kept, fact)
			}
		}
		if got := factsOf(&document.Items[0]); !slices.Equal(got, kept) {
			t.Errorf("the rows are read as\n%q, want\n%q", got, kept)
		}
	}
}

// Behind the sentence of a definition, a blank and a text before 目標 the name of the next
// indicator stands; where the name can't be told, that it is missing is reported.
func TestNameBehindDefinition(t *testing.T) {
	twoNames := strings.Replace(twoIndicators, "成果指標\t協働の件数", "\t協働の件数", 1)
	for _, test := range []struct{ definition, kept, name string }{
		{"取組の進捗を測る。 協働の件数", "取組の進捗を測る。", "協働の件数"},
		{"取組の進捗 協働の件数", "取組の進捗 協働の件数", ""},
		{"取組の進捗を測る。 ※協働の件数", "取組の進捗を測る。 ※協働の件数", ""},
	} {
		joined := strings.Replace(twoNames, "取組の進捗\t\t\t\t\t\t\t\n\t協働の件数", test.definition, 1)
		if joined == twoNames {
			t.Fatal("the line end is not there")
		}
		document := parseStrictly(t, joined)[0]
		indicators := document.Items[0].Indicators
		if len(indicators) != 2 || indicators[0].Definition != test.kept || indicators[1].Name != test.name || len(indicators[1].Values) != 6 {
			t.Errorf("%s: the indicators are %+v", test.definition, indicators)
		}
		if slices.Contains(codesOf(document), model.CodeNoName) == (test.name != "") {
			t.Errorf("%s: the diagnostics are %v", test.definition, document.Diagnostics)
		}
	}
}

// Where the lost line end has taken empty cells along, the years of the row above
// can't be told unless it ends with the last one, but the label is no value of it.
func TestLabelInLastCell(t *testing.T) {
	for _, test := range []struct {
		cells, joined, want string
		isReported          bool
	}{
		{"100%\t\t\n\t\t実績\t48%", "100% 実績\t48%", "indicator 0 target 2025 100%", false},
		{"70%\t\t100%\t\t\n\t\t実績\t48%", "70% 実績\t48%", "indicator 0 target ? 70%", true},
	} {
		document := parseStrictly(t, strings.Replace(twoIndicators, test.cells, test.joined, 1))[0]
		facts := factsOf(&document.Items[0])
		for _, want := range []string{test.want, "indicator 0 actual 2021 48%"} {
			if !slices.Contains(facts, want) {
				t.Errorf("the rows are read as %q, without %q", facts, want)
			}
		}
		isReported := slices.ContainsFunc(document.Diagnostics, func(own model.Diagnostic) bool {
			return own.Code == model.CodeYearUnknown && own.At.Line == 8
		})
		if isReported != test.isReported {
			t.Errorf("the diagnostics are %v", document.Diagnostics)
		}
	}
}

// A figure that stands twice in a row wider than its head may be that of one year.
func TestRepeatedFigure(t *testing.T) {
	const row, line = "\t\t実績\t48%\t\t\t\t\t\t\n", 9
	for _, test := range []struct {
		row        string
		want       []string
		isReported bool
	}{
		{"\t\t実績\t48%\t48%\t60%\t\t\t\t\t\n", []string{"indicator 0 actual ? 48%", "indicator 0 actual ? 60%"}, true},
		{"\t\t実績\t48%\t48%\t60%\t\t\t\t\n", []string{"indicator 0 actual 2022 48%", "indicator 0 actual 2023 60%"}, false},
	} {
		if !strings.Contains(twoIndicators, row) {
			t.Fatal("the row is not there")
		}
		document := parseStrictly(t, strings.Replace(twoIndicators, row, test.row, 1))[0]
		facts := factsOf(&document.Items[0])
		for _, want := range test.want {
			if !slices.Contains(facts, want) {
				t.Errorf("%q is read as %q, without %q", test.row, facts, want)
			}
		}
		isReported := slices.ContainsFunc(document.Diagnostics, func(own model.Diagnostic) bool {
			return own.Code == model.CodeYearUnknown && own.At.Line == line
		})
		if isReported != test.isReported {
			t.Errorf("%q: the diagnostics are %v", test.row, document.Diagnostics)
		}
	}
}

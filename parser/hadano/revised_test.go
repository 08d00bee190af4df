package hadano

import (
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
)

// summaryOf writes the items of a sheet with what stands in them.
func summaryOf(document *model.Document) []string {
	var facts []string
	for i := range document.Items {
		own := &document.Items[i]
		facts = append(facts, strings.Join([]string{"item", own.ID, own.Name, own.Parent, string(own.Status)}, "|"))
		for _, level := range own.Policy {
			facts = append(facts, strings.Join([]string{"policy", level.Number, level.Name}, "|"))
		}
		for _, indicator := range own.Indicators {
			facts = append(facts, strings.Join([]string{"indicator", string(indicator.Kind), indicator.Name}, "|"))
		}
		for _, task := range own.Schedule {
			if task.Measure == model.ScheduleGoal {
				facts = append(facts, strings.Join([]string{"goal", year(task.FY), task.Text}, "|"))
			}
		}
		facts = append(facts, factsOf(own)...)
	}
	return facts
}

// The sheet of another year rewords labels and parts cells, and is the same form.
func TestRevisedForm(t *testing.T) {
	want := summaryOf(parseStrictly(t, smallSheet)[0])
	for _, test := range []struct {
		name  string
		words []string
	}{
		{"numbered heading", []string{"活動指標\t", "活動指標①\t"}},
		{"numbered heading, a blank before the number", []string{"活動指標\t", "活動指標 1\t"}},
		{"short heading", []string{"活動指標\t", "活動\t"}},
		{"values", []string{"\t目標\t", "\t目標値\t", "\t実績\t", "\t実績値\t", "\n概要\t", "\n指標の概要\t"}},
		{"values in one cell", []string{"目標 ", "目標値 ", "実績 ", "実績値 "}},
		{"values in one cell, with colons", []string{"目標 ", "目標値：", "実績 ", "実績値："}},
		{"number of the theme in a cell of its own", []string{"3-2 協働", "3-2\t協働"}},
		{"number of the pillar in a cell of its own", []string{"\t3 担い手", "\t3\t担い手"}},
		{"numbers of the initiatives in cells of their own", []string{"3-2-1. 広報\t", "3-2-1.\t広報"}},
		{"pillar on the line before", []string{"項目\t3-2 協働の推進\t改革の柱\t3 担い手をつくる改革", "改革の柱\t3 担い手をつくる改革\n項目\t3-2 協働の推進"}},
		{"pillar before the theme", []string{"項目\t3-2 協働の推進\t改革の柱\t3 担い手をつくる改革", "改革の柱\t3 担い手をつくる改革\t項目\t3-2 協働の推進"}},
		{"years that count on", []string{"R3\tR4\tR5\tR6\tR7", "R3\t4\t5\t6\t7"}},
		{"wide years that count on", []string{"R3\tR4\tR5\tR6\tR7", "令和３年度\t４\t５年\t６\t７"}},
		{"years that count on behind two writings", []string{"令和4年度(2022年度)\t令和5年度(2023年度)\t令和6年度(2024年度)\t令和7年度(2025年度)", "4\t5\t6\t7"}},
		{"pillar with its word", []string{"\t3 担い手", "\t柱3 担い手"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := strings.NewReplacer(test.words...).Replace(smallSheet)
			if text == smallSheet {
				t.Fatal("the words are not there")
			}
			document := parseStrictly(t, text)[0]
			if got := summaryOf(document); !slices.Equal(got, want) {
				t.Errorf("the sheet is read as\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
			if len(document.Unmapped) > 0 {
				t.Errorf("not read: %v", document.Unmapped)
			}
		})
	}
}

// A number that is not one more than that of the year before it heads no year.
func TestYearsThatDoNotCountOn(t *testing.T) {
	document := parseStrictly(t, strings.Replace(smallSheet, "R3\tR4\tR5\tR6\tR7", "R3\t4\t6\t7\t8", 1))[0]
	for _, value := range document.Items[0].Indicators[0].Values {
		if value.FY != 0 && value.Measure == model.Target {
			t.Errorf("%s has the year %d", value.Raw, value.FY)
		}
	}
	if !slices.Contains(codesOf(document), model.CodeUnmapped) {
		t.Errorf("the head is not reported: %v", document.Diagnostics)
	}
}

// A goal of the first year is no number of the initiative whose name is lost.
func TestGoalIsNoNumber(t *testing.T) {
	document := parseStrictly(t, strings.Replace(smallSheet, "3-2-1. 広報\t\t作る。", "\t\t99.0%", 1))[0]
	own := document.Items[1]
	if own.Number != "" || own.Schedule[0].Text != "99.0%" || own.Schedule[0].FY != 2021 {
		t.Errorf("number %q, first goal %v", own.Number, own.Schedule[0])
	}
	if codes := codesOf(document); !slices.Contains(codes, model.CodeNoNumber) || !slices.Contains(codes, model.CodeNoName) {
		t.Errorf("the lost name is not reported: %v", document.Diagnostics)
	}
}

// Pipes in the place of the tabs, none of them around the rows, part the same cells.
func TestPipesInPlaceOfTabs(t *testing.T) {
	want := summaryOf(parseStrictly(t, yearlySheet)[0])
	document := parseStrictly(t, strings.ReplaceAll(yearlySheet, "\t", " | "))[0]
	if got := summaryOf(document); !slices.Equal(got, want) || len(document.Diagnostics) > 0 {
		t.Errorf("the sheet is read as\n%s\nwant\n%s\nreported: %v", strings.Join(got, "\n"), strings.Join(want, "\n"), document.Diagnostics)
	}
}

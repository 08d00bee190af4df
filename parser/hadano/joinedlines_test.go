package hadano

import (
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
)

// yearlySheet has results of two years, and the labels of the years in a column of
// their own.
const yearlySheet = `はだの行政サービス改革基本方針実行計画 進行管理シート

項目	3-2 協働の推進	改革の柱	3 担い手をつくる改革
概要(目指す姿)	協働を進めます。		

		指標	R3	R4	R5	R6	R7	計	
活動指標	取組の進捗(%)	目標	50%	60%	70%	80%	100%		
		実績	48%	61%					
	概要	取組の進捗状況							
成果指標	協働の件数	目標	5件	6件	7件	8件	9件	35件	
		実績	4件	7件					
	概要	協働した件数							
	団体の数	目標		10団体		12団体			
		実績	9団体						
	概要	登録した団体の数							

	令和3年度(2021年度)	令和4年度(2022年度)	令和5年度(2023年度)	令和6年度(2024年度)	令和7年度(2025年度)
取組目標	始める。	進める。	進める。	進める。	終える。
活動実績	会議を開いた。	講座を開いた。			
成果実績	件数が増えた。				
内部評価(結果要因、次年度課題等)	B: 進行強化	A: 計画どおり			
	遅れがあるため、早めること。	目標に達したため、続けること。			
外部評価					

取組内容					令和3年度(2021年度)	令和4年度(2022年度)	令和5年度(2023年度)	令和6年度(2024年度)	令和7年度(2025年度)
項目名	3-2-1. 広報				作る。	配る。	配る。	配る。	配る。
取組主管課	広報課		取組内容(活動)		調べる。	作る。	配る。	配る。	配る。
区分	☑新規 ☐継続		実績		調べた。	作った。			
関係計画等	広報計画								
効果額	目標	90 千円	効果額	目標	10 千円	20 千円	20 千円	20 千円	20 千円
	実績	9 千円		実績	9 千円	千円	千円	千円	千円
説明	委託料の減少額								
指標	目標	37 件	指標	目標	35 件	35 件	36 件	36 件	37 件
	実績	36 件		実績	34 件	36 件	件	件	件
説明	広報の件数		自己評価		B：概ね計画どおり	A：計画どおり			
概要(目指すもの)	広報を工夫します。		評価理由		遅れた。	達成した。			
			次年度以降		A：継続実施	B：拡大実施			
その他効果	参加の増加		次年度以降の取組の方向性・課題等		早める。	広げる。			
`

// The line end behind each row may be lost, with a tab in its place or with the empty
// cells around it; the rows are read as they are, and the damage is reported.
func TestLostLineEnds(t *testing.T) {
	want := summaryOf(parseStrictly(t, yearlySheet)[0])
	lines := strings.Split(yearlySheet, "\n")
	join := map[string]func(above, below string) string{
		"a tab in its place": func(above, below string) string { return above + "\t" + below },
		"with the empty cells": func(above, below string) string {
			return strings.TrimRight(above, "\t") + "\t" + strings.TrimLeft(below, "\t")
		},
	}
	for _, mode := range []string{"a tab in its place", "with the empty cells"} {
		for i := 4; i+1 < len(lines); i++ {
			if lines[i] == "" || lines[i+1] == "" || strings.HasPrefix(lines[i], "\t\t実績") {
				continue
			}
			t.Run(mode+"/"+strings.Fields(lines[i])[0]+"/"+strings.Fields(lines[i+1])[0], func(t *testing.T) {
				text := strings.Join(slices.Concat(lines[:i], []string{join[mode](lines[i], lines[i+1])}, lines[i+2:]), "\n")
				document := parseStrictly(t, text)[0]
				isTheme := i < slices.Index(lines, "\t概要\t登録した団体の数\t\t\t\t\t\t\t")
				if mode != "a tab in its place" && isTheme && strings.HasPrefix(lines[i+1], "\t\t実績") && strings.HasSuffix(lines[i], "\t\t") {
					if !slices.Contains(codesOf(document), model.CodeYearUnknown) {
						t.Errorf("the values without a year are not reported: %v", document.Diagnostics)
					}
					return // whether a year's cell is lost can't be told
				}
				if got := summaryOf(document); !slices.Equal(got, want) {
					t.Errorf("the rows are read as\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
				}
				if len(document.Diagnostics) == 0 && !strings.HasPrefix(lines[i+1], "外部評価") {
					t.Error("the lost line end is not reported")
				}
			})
		}
	}
}

// The words of labels may stand in what a year says, and end what a cell says.
func TestLabelsThatBeginNoRow(t *testing.T) {
	want := len(parseStrictly(t, yearlySheet)[0].Items)
	for _, words := range [][]string{
		{"\t作る。\t配る。\t配る。\t配る。\t配る。\n取組主管課", "\t作る。\t自己評価\t説明\t内部評価\t実績\n取組主管課"},
		{"\t広報を工夫します。", "\t広報を工夫します。 その他の効果"},
		{"取組の進捗状況", "取組の進捗状況 実績"},
	} {
		text := strings.Replace(yearlySheet, words[0], words[1], 1)
		document := parseStrictly(t, text)[0]
		if text == yearlySheet || len(document.Items) != want || slices.Contains(codesOf(document), model.CodeShiftedRow) {
			t.Errorf("%q begins a row: %v", words[1], document.Diagnostics)
		}
	}
}

// Sentences behind the grades of their line are reasons, and of no later years.
func TestReasonsBehindGrades(t *testing.T) {
	const grades, reasons = "B: 進行強化\tA: 計画どおり", "遅れがあるため、早めること。\t目標に達したため、続けること。"
	rows := grades + "\t\t\t\n\t" + reasons + "\t\t\t\n"
	for _, test := range []struct{ name, line, want string }{
		{"one for each", grades + "\t" + reasons + "\t\t\t\n", "2021 遅れがあるため、早めること。 2022 目標に達したため、続けること。"},
		{"the first in the cell of the last grade", grades + " " + reasons + "\t\t\t\n", "2021 遅れがあるため、早めること。 2022 目標に達したため、続けること。"},
		{"one only", grades + "\t遅れがあるため、早めること。\t\t\t\t\n", "2021 2022 ? 遅れがあるため、早めること。"},
		{"in the columns of their own row", grades + "\t\t\t\t\t\t目標に達したため、続けること。\t\t\t\n", "2021 2022 目標に達したため、続けること。"},
		{"a year without a grade", "B: 進行強化\t遅れがあるため、早めること。\t\t\t\n", "2021 2022 遅れがあるため、早めること。"},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := strings.Replace(yearlySheet, rows, test.line, 1)
			var got []string
			for _, own := range parseStrictly(t, text)[0].Items[0].Evaluations {
				got = append(got, strings.TrimSpace(year(own.FY)+" "+own.Reason))
			}
			if got := strings.Join(got, " "); got != test.want {
				t.Errorf("the row is read as %q, want %q", got, test.want)
			}
		})
	}
}

// A column of baselines is known by its head with a year, and empty cells at the end of
// all rows but the head move no value.
func TestBaselineColumn(t *testing.T) {
	for _, head := range []string{"R2(基準)", "基準値(R2)", "令和2年度末現状"} {
		text := strings.NewReplacer("指標\tR3\tR4\tR5\tR6\tR7\t計\t", "指標\t"+head+"\tR3\tR4\tR5\tR6\tR7",
			"\t目標\t", "\t目標\t45%\t", "\t実績\t", "\t実績\t\t", "\t取組の進捗状況", "\t取組の進捗状況\t", "35件\t", "\t").Replace(yearlySheet)
		facts := strings.Join(factsOf(&parseStrictly(t, text)[0].Items[0]), "\n")
		for _, want := range []string{"indicator 0 baseline 2020 45%", "indicator 0 target 2021 50%", "indicator 0 target 2025 100%", "indicator 0 actual 2022 61%"} {
			if !strings.Contains(facts, want) {
				t.Errorf("%s: the rows are read as\n%s\nwithout %s", head, facts, want)
			}
		}
	}
}

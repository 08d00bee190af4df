package check_test

import (
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
	"sheetconv/model/check"
)

// fault is a fault that is put into a clean sheet of a form, so that one rule
// finds it and no other says anything.
type fault struct {
	code model.Code
	form string
	// setup changes the clean sheet, where it has nothing that the fault can be
	// put into: old texts and new ones in turn. The rule is silent on the result.
	setup []string
	// put changes that again.
	put []string
	// edit puts the fault into the model, where no text of a sheet has it.
	edit func(document *model.Document)
	// found and expected are those of the first finding.
	found, expected string
}

const (
	misato  = "misato-program/01_clean"
	isehara = "isehara-program/01_clean3years"
	sakado  = "sakado-progress/01-h29-clean"
	komaki  = "komaki-plan/01_clean"
	hadano  = "hadano-progress/1_clean_two_plans"
)

var cleanSheets = []string{misato, isehara, sakado, komaki, hadano}

var repeatedIndicator = []string{"統廃合事業数\t5事業\t拡大\t11事業", "自主防災組織の組織率(再掲)\t62.4%\t80%以上\t71.9%"}

var faults = []fault{
	{code: check.CodeLookAlike, form: misato, put: []string{"オンライン講座3回", "オンлайн講座3回"}, found: "オンлайн", expected: "オン〓〓〓〓"},
	{code: check.CodeLookAlike, form: misato, put: []string{"オンライン講座3回", "オンラlン講座3回"}, found: "オンラlン", expected: "オンラ〓ン"},
	{code: check.CodeLookAlike, form: misato, put: []string{"オンライン講座3回", "オンライン(D○)講座3回"}, found: "D○", expected: "Do"},
	{code: check.CodeLookAlike, form: misato, put: []string{"オンライン講座3回", "РDF講座3回"}, found: "РDF", expected: "PDF"},
	{code: check.CodeLostCircledNumber, form: misato, put: []string{"①乳", "@乳", "②休", "A休", "③「", "B「"}, found: "@…A", expected: "①…②"},
	{code: check.CodeReplacementCharacter, form: misato, put: []string{"育児の不安が", "育児\uFFFD不安が"}, found: "談でき、育児\uFFFD不安が軽くな"},
	{code: check.CodeGlyphNumber, form: misato, put: []string{"育児の不安が", "育児の(cid:1234)安が"}, found: "(cid:1234)", expected: "〓"},
	{code: check.CodeCompatibilityIdeograph, form: misato, put: []string{"・相談件数", "・\uFA1Bの相談件数"}, found: "6日開設 ・\uFA1Bの相談件数", expected: "6日開設 ・福の相談件数"},
	{code: check.CodeDoubledParticle, form: misato, put: []string{"周知が不足", "周知がが不足"}, found: "周知がが", expected: "周知が"},
	{code: check.CodeHalfWidthKatakana, form: misato, put: []string{"オンライン講座3回", "ｵﾝﾗｲﾝｺﾞｰﾙ講座3回"}, found: "ｵﾝﾗｲﾝｺﾞｰﾙ", expected: "オンラインゴール"},

	{code: check.CodeValueWithoutYear, form: misato, edit: loseYears, found: "5"},
	{code: model.CodeUnmapped, form: misato, edit: func(document *model.Document) {
		document.Unmapped = []model.Unmapped{{At: model.Position{Line: 5, Column: 1}, Text: "人気"}}
	}, found: "人気"},

	{code: check.CodeYearOutsidePlan, form: misato, put: []string{"令和7年度 |\n施策", "令和3年度 |\n施策"}, found: "FY2022", expected: "FY2018–FY2021"},
	{code: check.CodeYearOutsidePlan, form: sakado, put: []string{"20人\t4人", "20人(平成31年度)\t4人"}, found: "FY2019", expected: "FY2014–FY2018"},
	{code: check.CodeYearOrder, form: isehara, put: []string{"\t\t\t平成30年度\t令和元年度", "\t\t\t平成30年度\t令和3年度"}, found: "FY2021", expected: "FY2019"},
	{code: check.CodeYearOrder, form: isehara, put: []string{"令和元年度 実績", "令和3年度 実績"}, found: "FY2021", expected: "FY2019"},
	{code: check.CodeEraEnded, form: misato, put: []string{"令和7年度 |\n施策", "平成37年度 |\n施策"}, found: "平成37年", expected: "令和7年"},
	{code: check.CodeUnitDiffers, form: isehara, put: []string{"3,214件\t3,350件\t1,102件", "3,214件\t3,350人\t1,102件"}, found: "人", expected: "件"},
	{code: check.CodeDateOrder, form: misato, put: []string{"平成30年度 |\n終了年度", "令和8年度 |\n終了年度"}, found: "令和8年度 令和7年度", expected: "FY2026 ≤ FY2025"},
	{code: check.CodeDateOrder, form: isehara, put: []string{"令和元年度～令和4年度", "令和4年度～令和元年度"}, found: "令和4年度～令和元年度", expected: "令和元年 ≤ 令和4年"},
	{code: check.CodeDateOrder, form: sakado, put: []string{"（平成30年3月31日現在）", "（平成29年3月31日現在）"}, found: "2017-03-31", expected: "≥ FY2017"},

	{code: check.CodeSpecificTotal, form: misato, put: []string{"125,400", "125,500"}, found: "25,757,400円", expected: "25,757,500円"},
	{code: check.CodeNet, form: misato, put: []string{"12,694,910", "12,694,900"}, found: "12,694,900円", expected: "12,694,910円"},
	{code: check.CodeGeneral, form: isehara, put: []string{"1,297", "1,397"}, found: "1,397,000円", expected: "1,297,000円"},
	{code: check.CodePersonnel, form: isehara, put: []string{"3,690", "3,790"}, found: "6,330,000円", expected: "6,430,000円"},
	{code: check.CodeFullCost, form: isehara, put: []string{"11,142", "11,242", "3,467", "3,498"}, found: "11,242,000円", expected: "11,142,000円"},
	{code: check.CodeRounding, form: isehara, put: []string{"3,690", "3,691"}, found: "6,330,000円", expected: "6,331,000円"},
	{code: check.CodeStaffing, form: isehara, put: []string{"0.45", "0.55"}, found: "1.65", expected: "1.75"},
	{code: check.CodeUnitCost, form: isehara, put: []string{"3,467", "3,567"}, found: "3,567円", expected: "3,467円"},

	{code: check.CodeRate, form: misato, put: []string{"83.3 |", "85.3 |"}, found: "85.3 %", expected: "83.3%"},
	{code: check.CodeRate, form: misato, put: []string{"92.6 |", "96.2 |"}, found: "96.2 %", expected: "92.6%"},
	{code: check.CodeRateCapped, form: misato, put: []string{"104.7 |", "100.0 |"}, found: "100.0 %", expected: "104.7%"},
	{code: check.CodeGoal, form: hadano, put: []string{"\t30回", "\t31回"}, found: "31回", expected: "30回"},
	{code: check.CodeGoal, form: hadano, put: []string{"\t10回", "\t11回"}, found: "11回", expected: "10回"},
	{code: check.CodeGoal, form: hadano, put: []string{"5,000 千円", "5,100 千円"}, found: "5,100 千円", expected: "5,000,000円"},
	{code: check.CodeGradeCounts, form: sakado, put: []string{"本部会評価\t2\t3\t0\t1", "本部会評価\t3\t2\t0\t1"}, found: "A 3, B 2, C 0, D 1", expected: "A 2, B 3, C 0, D 1"},
	{code: check.CodeNumberGap, form: sakado, put: []string{"\t6\t公用車", "\t7\t公用車"}, found: "7", expected: "6"},
	{code: check.CodeNumberGap, form: hadano, edit: addInitiatives, found: "4-1-4", expected: "4-1-2"},

	{code: check.CodeGradeUnknown, form: sakado, put: []string{"0人\t20人\t4人", "0人\t20人\t4人", "検討\tD\t", "検討\tE\t"}, found: "E", expected: "A, B, C, D"},
	{code: check.CodeGradeUnknown, form: isehara, edit: func(document *model.Document) {
		document.Items[0].Evaluations[0].Grade, document.Items[0].Evaluations[0].Choice = "D", ""
	}, found: "D", expected: "A, B, C"},
	{code: check.CodeParentUnknown, form: komaki, edit: func(document *model.Document) { document.Items[1].Parent = "99" }, found: "99"},
	{code: check.CodeNumberOutside, form: isehara, put: []string{"27-214", "28-214"}, found: "28-214", expected: "27-…"},
	{code: check.CodeNumberOutside, form: hadano, put: []string{"4 施設をいかす改革", "5 施設をいかす改革"}, found: "4-1", expected: "5-…"},
	{code: check.CodeNameTwice, form: komaki, put: []string{"\n13 地域福祉\t", "\n18 地域福祉\t"}, found: "18", expected: "13"},
	{code: check.CodeRowTwice, form: sakado, put: []string{"統廃合事業数\t5事業\t拡大\t11事業", "統廃合事業数\t5事業\t拡大\t11事業\n\t\t\t\t\t\t統廃合事業数\t5事業\t拡大\t11事業"}, found: "5事業, 拡大, 11事業"},
	{code: check.CodeRepeatedDiffers, form: sakado, setup: repeatedIndicator, put: []string{"(再掲)\t62.4%\t80%以上\t71.9%", "(再掲)\t62.4%\t80%以上\t79.1%"}, found: "79.1%", expected: "71.9%"},
	{code: check.CodeRepeatedName, form: sakado, setup: repeatedIndicator, put: []string{"組織の組織率(再掲)", "組織の組率(再掲)"}, found: "自主防災組織の組率", expected: "自主防災組織の組織率"},
	{code: check.CodeSimilarNames, form: komaki, setup: similarNames, put: []string{"「ワークタイムこまき」における", "「ワクティムこまき」における"}, found: "ワクティムこまき", expected: "ワークタイムこまき"},

	{code: check.CodeNoItems, form: komaki, edit: func(document *model.Document) { document.Items = nil }},
	{code: check.CodeNoPart, form: misato, put: []string{"子ども未来部 |\n", "", "すこやか課 |\n", ""}, expected: "担当課名"},
	{code: check.CodeNoPart, form: sakado, edit: func(document *model.Document) { document.Grades = nil }, expected: "進捗状況の凡例"},
}

var similarNames = []string{
	"健康ポイント「歩こまき」の参加者数", "市民健康テラス「ワークタイムこまき」の参加者数",
	"受診率80%をめざす「ワンコイン健診」の実施", "市民健康テラス「ワークタイムこまき」における支援",
}

// loseYears takes the years from the results of the first indicator.
func loseYears(document *model.Document) {
	values := document.Items[0].Indicators[0].Values
	for i := range values {
		if values[i].Measure == model.Actual {
			values[i].FY = 0
		}
	}
}

// addInitiatives puts the initiatives 4-1-4 and 4-1-5 in the place of 4-1-2.
func addInitiatives(document *model.Document) {
	for _, number := range []string{"4-1-4", "4-1-5"} {
		item := document.Items[1]
		item.ID, item.Number = number, number
		document.Items = append(document.Items, item)
	}
	document.Items = slices.Delete(document.Items, 2, 3)
}

func TestEachFaultIsFound(t *testing.T) {
	for _, fault := range faults {
		t.Run(string(fault.code)+" "+fault.found, func(t *testing.T) {
			text := replaced(t, readFixture(t, fault.form), fault.setup)
			clean := ownFindings(parse(t, text))
			document := parse(t, replaced(t, text, fault.put))
			if fault.edit != nil {
				fault.edit(document)
			}
			faulty := ownFindings(document)
			if len(clean) > 0 {
				t.Errorf("the clean sheet has %s", describe(clean))
			}
			if len(faulty) == 0 {
				t.Fatal("the fault is not found")
			}
			for _, finding := range faulty {
				if finding.Code != fault.code {
					t.Errorf("found besides: %s", describe([]check.Finding{finding}))
				}
			}
			if first := faulty[0]; first.Found != fault.found || first.Expected != fault.expected {
				t.Errorf("found %q, expected %q; want %q, %q", first.Found, first.Expected, fault.found, fault.expected)
			}
		})
	}
}

// Every rule has a fault; the parser's codes have examples in the catalogue.
func TestEachRuleHasAFault(t *testing.T) {
	for _, rule := range check.Rules() {
		_, isParsers := model.Describe(rule.Code)
		hasFault := slices.ContainsFunc(faults, func(fault fault) bool { return fault.code == rule.Code })
		if !isParsers && !hasFault {
			t.Errorf("no fault for %s", rule.Code)
		}
	}
}

// replaced returns a text with each old text replaced by the new one; what is
// not there is a mistake of the test.
func replaced(t *testing.T, text string, pairs []string) string {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(text, pairs[i]) {
			t.Fatalf("%q is not in the sheet", pairs[i])
		}
		text = strings.ReplaceAll(text, pairs[i], pairs[i+1])
	}
	return text
}

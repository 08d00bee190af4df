package changes

import (
	"sheetconv/model"
	"sheetconv/model/compare"
)

// The results here are made by hand, one for each form, with what a comparison
// of two invented issues gives.

func number(text string) model.Number {
	parsed, err := model.ParseNumber(text)
	if err != nil {
		panic(err)
	}
	return parsed
}

func at(line int32) model.Position { return model.Position{Line: line, Column: 1} }

// yearly returns the values of consecutive years; an empty text is a blank cell.
func yearly(measure model.ValueMeasure, unit string, first int, figures ...string) []model.Value {
	var values []model.Value
	for index, text := range figures {
		if text == "" {
			continue
		}
		values = append(values, model.Value{
			FY: first + index, Measure: measure,
			Figure: model.Figure{Raw: text + unit, Number: number(text), Unit: unit},
		})
	}
	return values
}

func both(first, second []model.Value) []model.Value { return append(first, second...) }

// isehara is a program whose target was restated, whose result of an earlier year
// was corrected, and that another section took over.
func isehara() *compare.Result {
	old := &model.Item{
		At: at(3), ID: "22-073", Number: "22-073", Name: "特定健康診査受診促進事業", Kind: model.Program,
		Indicators: []model.Indicator{
			{Name: "特定健康診査の受診率(%)", Unit: "%", Values: both(
				yearly(model.Target, "%", 2020, "35.0", "36.0", "37.5"), yearly(model.Actual, "%", 2020, "30.1", "34.2"))},
			{Name: "健診結果説明会の参加者数", Unit: "人", Values: both(
				yearly(model.Target, "人", 2020, "60", "70", "80"), yearly(model.Actual, "人", 2020, "58", "66"))},
		},
	}
	new := &model.Item{
		At: at(3), ID: "22-073", Number: "22-073", Name: "特定健康診査受診促進事業", Kind: model.Program,
		Indicators: []model.Indicator{
			{Name: "特定健康診査の受診率(%)", Unit: "%", Values: both(
				yearly(model.Target, "%", 2020, "35.0", "33.0", "37.5"), yearly(model.Actual, "%", 2020, "30.4", "34.2", "36.8"))},
			{Name: "健診結果説明会の参加者数", Unit: "人", Values: both(
				yearly(model.Target, "人", 2020, "60", "70", "80"), yearly(model.Actual, "人", 2020, "58", "66", "1048"))},
		},
	}
	rate := compare.IndicatorPair{Old: &old.Indicators[0], New: &new.Indicators[0]}
	visitors := compare.IndicatorPair{Old: &old.Indicators[1], New: &new.Indicators[1]}
	changes := []compare.Change{
		{Class: compare.ClassRevision, Path: "indicators[特定健康診査の受診率(%)].values[2021,target].number",
			Old: number("36.0"), New: number("33.0"), Delta: number("-3.0"), Percent: number("-8.3"), Unit: "%",
			OldAt: at(68), NewAt: at(70), Indicator: &rate},
		{Class: compare.ClassRevision, Path: "indicators[特定健康診査の受診率(%)].values[2020,actual].number",
			Old: number("30.1"), New: number("30.4"), Delta: number("0.3"), Percent: number("1.0"), Unit: "%",
			OldAt: at(69), NewAt: at(71), Indicator: &rate},
		{Class: compare.ClassProgress, Path: "indicators[特定健康診査の受診率(%)].values[actual].number",
			Old: number("34.2"), New: number("36.8"), OldFY: 2021, NewFY: 2022, Delta: number("2.6"), Percent: number("7.6"),
			Unit: "%", Outcome: compare.OutcomeBetter, Reached: number("98.1"), Target: number("37.5"), TargetFY: 2022,
			OldAt: at(69), NewAt: at(71), Indicator: &rate},
		{Class: compare.ClassProgress, Path: "indicators[健診結果説明会の参加者数].values[actual].number",
			Old: number("66"), New: number("1048"), OldFY: 2021, NewFY: 2022, Delta: number("982"), Percent: number("1487.9"),
			Unit: "人", OldAt: at(72), NewAt: at(74), Indicator: &visitors},
		{Class: compare.ClassGrade, Path: "evaluations[effectiveness].grade", Old: "B", New: "A", OldMeaning: "概ね有効",
			NewMeaning: "有効", Outcome: compare.OutcomeBetter, OldAt: at(90), NewAt: at(92)},
		{Class: compare.ClassCost, Path: "costs[total].yen", Old: model.NewYen(23800000), New: model.NewYen(25080000),
			OldFY: 2021, NewFY: 2022, OldBasis: model.BasisActual, NewBasis: model.BasisActual, Delta: number("1280000"),
			Percent: number("5.4"), OldAt: at(80), NewAt: at(82)},
		{Class: compare.ClassStaffing, Path: "staffing[regular].people", Old: number("1.20"), New: number("1.00"),
			OldFY: 2021, NewFY: 2022, Delta: number("-0.20"), Percent: number("-16.7"), Unit: "人", OldAt: at(85), NewAt: at(87)},
		{Class: compare.ClassOrganisation, Path: "departments[健康づくり課].section", Old: "健康づくり課", New: "健康推進課",
			OldAt: at(8), NewAt: at(8)},
		{Class: compare.ClassText, Path: "texts[assessment,,所管部長による総評].text",
			Old:   "受診率の低い40歳代への働きかけを強め、休日の集団健診を年2回に増やします。あわせて、かかりつけ医からの受診の勧めを広げます。",
			New:   "受診率の低い40歳代への働きかけを強め、休日の集団健診を年4回に増やします。あわせて、かかりつけ医からの受診の勧めを広げます。",
			OldAt: at(100), NewAt: at(102)},
	}
	return &compare.Result{
		Old:     &compare.Issue{Name: "r3.txt", Title: "第5次総合計画 中期戦略事業プラン 事務事業評価シート", FiscalYear: 2021},
		New:     &compare.Issue{Name: "r4.txt", Title: "第5次総合計画 中期戦略事業プラン 事務事業評価シート", FiscalYear: 2022},
		Summary: compare.Summary{Changed: 1},
		Items:   []compare.Item{{ID: "22-073", Name: "特定健康診査受診促進事業", Status: compare.ItemChanged, Changes: changes}},
		Pairs: []compare.Pair{{Status: compare.ItemChanged, Old: old, New: new,
			Indicators: []compare.IndicatorPair{rate, visitors}}},
	}
}

// sakado is a table of initiatives: one came, one ended, one was renamed, one has
// only texts that changed, and a section has a new name everywhere.
func sakado() *compare.Result {
	removed := &model.Item{At: at(40), ID: "8", Number: "8", Name: "使用料の見直し", Kind: model.Initiative,
		Departments: []model.Department{{Section: "財政課"}, {Section: "関係各課", Role: model.RoleSupporting}},
		Indicators: []model.Indicator{{Name: "見直した使用料の数", Unit: "件", Values: both(
			yearly(model.Target, "件", 2018, "12"), yearly(model.Actual, "件", 2017, "12"))}},
	}
	added := &model.Item{At: at(52), ID: "16", Number: "16", Name: "電子申請の拡大", Kind: model.Initiative,
		Status:      model.StatusNew,
		Departments: []model.Department{{Division: "総務部", Section: "情報政策課", Role: model.RoleLead}},
		Texts:       []model.Text{{Key: model.TextOverview, Text: "市民が来庁せずに手続を済ませられるようにします。"}},
		Costs:       []model.Cost{{FY: 2018, Basis: model.BasisBudget, Line: model.CostTotal, Yen: model.NewYen(3200500), Raw: "3,200,500円"}},
	}
	return &compare.Result{
		Old:     &compare.Issue{Name: "h29.txt", Title: "第6次行政改革大綱実施計画 進行管理集計表（平成30年3月31日現在）", FiscalYear: 2017},
		New:     &compare.Issue{Name: "h30.txt", Title: "第6次行政改革大綱実施計画 進行管理集計表（平成31年3月31日現在）", FiscalYear: 2018},
		Summary: compare.Summary{Added: 1, Removed: 1, Renamed: 1, Changed: 2, Unchanged: 11},
		Changes: []compare.Change{
			{Class: compare.ClassGrade, Path: "grades[C].label", Old: "遅れ", New: "やや遅れ", OldAt: at(5), NewAt: at(5)},
			{Class: compare.ClassOrganisation, Path: "departments[広報広聴課].section", Old: "広報広聴課", New: "広報課", Items: 7},
		},
		Items: []compare.Item{
			{ID: "1", Name: "市政情報の共有", Status: compare.ItemChanged, Changes: []compare.Change{
				{Class: compare.ClassGrade, Path: "evaluations[progress].grade", Old: "A", New: "C", OldMeaning: "達成",
					NewMeaning: "やや遅れ", Outcome: compare.OutcomeWorse, OldAt: at(12), NewAt: at(12)},
				{Class: compare.ClassText, Path: "texts[next].text", New: "講座メニューを見直す。", NewAt: at(12)},
				{Class: compare.ClassStatus, Path: "status", Old: "continuing", New: "expanded"},
			}},
			{ID: "5", OldID: "4", Name: "窓口業務の民間委託", OldName: "窓口業務の委託", Status: compare.ItemRenamed,
				Score: number("0.87"), Changes: []compare.Change{}},
			{ID: "8", Name: "使用料の見直し", Status: compare.ItemRemoved},
			{ID: "16", Name: "電子申請の拡大", Status: compare.ItemAdded},
			{ID: "9", Name: "補助金の適正化", Status: compare.ItemChanged, Changes: []compare.Change{
				{Class: compare.ClassStructure, Path: "indicators[補助金の件数]", New: &model.Indicator{
					Name: "補助金の件数", Unit: "件", Kind: model.OutcomeIndicator,
					Values: both(yearly(model.Target, "件", 2018, "30"), yearly(model.Actual, "件", 2018, "34"))}, NewAt: at(44)},
			}},
		},
		Pairs: []compare.Pair{
			{Status: compare.ItemRemoved, Old: removed, Indicators: []compare.IndicatorPair{{Old: &removed.Indicators[0]}}},
			{Status: compare.ItemAdded, New: added},
		},
		Diagnostics: []model.Diagnostic{
			{Severity: model.SeverityWarning, Code: "compare/duplicate-key", At: at(61), Message: "the item 12 stands twice; it was not compared"},
		},
	}
}

// same is a comparison without a difference.
func same() *compare.Result {
	return &compare.Result{
		Old:     &compare.Issue{Name: "a.txt", Title: "公共施設再編計画 進行管理シート", FiscalYear: 2021},
		New:     &compare.Issue{Name: "b.txt", Title: "公共施設再編計画 進行管理シート", FiscalYear: 2021},
		Summary: compare.Summary{Unchanged: 12},
	}
}

// nasty has signs in all its names and texts that some format takes for its own.
func nasty() *compare.Result {
	const name = "a<b>&\"'`|*_~[x](y)#@{{.}}\\ \x1b[31m\u202e逆\u2028\n改行\t=1+1</script><!--"
	item := &model.Item{ID: name, Name: name, Kind: model.Program, Departments: []model.Department{{Section: name}},
		Indicators: []model.Indicator{{Name: name, Unit: name, Values: both(
			yearly(model.Target, name, 2019, "1", "2", "3"), yearly(model.Actual, name, 2019, "1", "2"))}},
		Texts: []model.Text{{Key: model.TextOverview, Text: name}}}
	pair := compare.IndicatorPair{Old: &item.Indicators[0], New: &item.Indicators[0]}
	return &compare.Result{
		Old:     &compare.Issue{Name: name, Title: name, FiscalYear: 2018},
		New:     &compare.Issue{Name: name, Title: name, FiscalYear: 2019},
		Summary: compare.Summary{Added: 1, Changed: 1},
		Items: []compare.Item{
			{ID: name, Name: name, OldID: name, OldName: name, OldFile: name, NewFile: name + "2", Status: compare.ItemChanged,
				Changes: []compare.Change{
					{Class: compare.ClassRevision, Path: "indicators[" + name + "].values[2019,target].number", Old: number("1"),
						New: number("2"), Delta: number("1"), Unit: name, Indicator: &pair},
					{Class: compare.ClassGrade, Path: "evaluations[self].grade", Old: name, New: name + "2",
						OldMeaning: name, NewMeaning: name},
					{Class: compare.ClassText, Path: "texts[overview].text", Old: name + name, New: name + "新" + name},
				}},
			{ID: name + "+", Name: name, Status: compare.ItemAdded},
		},
		Pairs: []compare.Pair{
			{Status: compare.ItemChanged, Old: item, New: item, Indicators: []compare.IndicatorPair{pair}},
			{Status: compare.ItemAdded, New: &model.Item{ID: name + "+", Departments: item.Departments, Texts: item.Texts}},
		},
		Diagnostics: []model.Diagnostic{{Severity: model.SeverityWarning, Code: "compare/x", Message: name}},
	}
}

package table

import "slices"

import "sheetconv/model"

func costs() *Table {
	return &Table{
		Name:        "costs",
		Title:       Words{"Costs", "費用"},
		Description: Words{"One amount of a line, a basis and a year. Totals stand beside their parts: choose a line before adding up", "費目・区分・年度ごとの金額の1件。合計と内訳が並ぶので、集計では line を絞る"},
		Key:         []string{"document", "item_id", "cost_number"},
		References:  []Reference{toItem},
		Columns: slices.Concat(itemKeys(), []Column{
			numberColumn("cost_number", "items[].costs", Words{"No.", "番号"}),
			yearOf("items[].costs[].fy", ofTheAmount, func(s *scope) int { return s.cost.FY }),
			oneOf("basis", "items[].costs[].basis", Words{"Basis", "予算・決算"}, Words{"What the amount states", "金額の区分"}, map[model.CostBasis]Words{
				model.BasisBudget: {"budget", "予算"}, model.BasisActual: {"settled", "決算"}, model.BasisTarget: {"target", "目標"},
			}, func(s *scope) model.CostBasis { return s.cost.Basis }),
			required(oneOf("line", "items[].costs[].line", Words{"Line", "費目"}, Words{"Line of the block of costs", "費用の内訳の項目"}, costLines,
				func(s *scope) model.CostLine { return s.cost.Line })),
			labelOf("items[].costs[].label", func(s *scope) string { return s.cost.Label }),
			yenOf("items[].costs[].yen", Words{"The amount in yen, whatever unit is printed; missing where the sheet gives two amounts for one", "円に換算した額。1つの欄に2つの額があれば空"},
				func(s *scope) model.Yen { return s.cost.Yen }),
			plain("raw", "items[].costs[].raw", Words{"As printed", "印字"}, Words{"The amount as printed", "印字されたとおりの金額"},
				func(s *scope) string { return s.cost.Raw }),
		}, placeColumns("items[].costs[].at", func(s *scope) model.Position { return s.cost.At })),
		each: itemRows(func(item *model.Item) []model.Cost { return item.Costs }, func(s *scope) **model.Cost { return &s.cost }),
	}
}

var costLines = map[model.CostLine]Words{
	model.CostTotal:               {"total", "事業費合計"},
	model.CostNationalPrefectural: {"national and prefectural subsidies", "国県支出金"},
	model.CostBonds:               {"bonds", "地方債"},
	model.CostOtherSpecific:       {"other specific revenue", "その他特財"},
	model.CostSpecificTotal:       {"specific revenue in total", "特定財源計"},
	model.CostGeneral:             {"general revenue", "一般財源"},
	model.CostNet:                 {"net burden of the municipality", "市の実質負担額"},
	model.CostPersonnelRegular:    {"regular staff", "正規職員人件費"},
	model.CostPersonnelOther:      {"other staff", "その他職員人件費"},
	model.CostPersonnelTotal:      {"personnel in total", "人件費合計"},
	model.CostFull:                {"full cost", "トータルコスト"},
	model.CostDebtCommitment:      {"debt commitment", "債務負担行為"},
	model.CostEffect:              {"effect in money", "効果額"},
}

func staffing() *Table {
	return &Table{
		Name:        "staffing",
		Title:       Words{"Staffing", "人員"},
		Description: Words{"One head-count of a category and a year", "職員区分・年度ごとの人数の1件"},
		Key:         []string{"document", "item_id", "staffing_number"},
		References:  []Reference{toItem},
		Columns: slices.Concat(itemKeys(), []Column{
			numberColumn("staffing_number", "items[].staffing", Words{"No.", "番号"}),
			yearOf("items[].staffing[].fy", Words{"Fiscal year of the head-count; missing where the sheet prints none", "人数の年度。印字がなければ空"},
				func(s *scope) int { return s.staffing.FY }),
			required(oneOf("category", "items[].staffing[].category", Words{"Category", "職員区分"}, Words{"Which staff is counted", "数えている職員の区分"},
				map[model.StaffingCategory]Words{
					model.StaffFullTime: {"full-time", "フルタイム"}, model.StaffPartTime: {"part-time", "パートタイム"}, model.StaffRegular: {"regular", "正規職員"},
					model.StaffOther: {"other", "その他の職員"}, model.StaffTotal: {"total", "合計"},
				}, func(s *scope) model.StaffingCategory { return s.staffing.Category })),
			labelOf("items[].staffing[].label", func(s *scope) string { return s.staffing.Label }),
			{
				Name: "people", Type: Decimal, Unit: inPeople, Field: "items[].staffing[].people", Title: Words{"People", "人数"},
				Description: Words{"Head-count, with its decimals as printed", "人数。小数の桁数は印字のとおり"},
				cell:        func(s *scope) Cell { return numberCell(&s.staffing.People) },
			},
			yenOf("items[].staffing[].yen", Words{"Money printed beside the head-count, in yen; it stands in costs too", "人数に併記された金額（円）。costs にもある"},
				func(s *scope) model.Yen { return s.staffing.Yen }),
		}, placeColumns("items[].staffing[].at", func(s *scope) model.Position { return s.staffing.At })),
		each: itemRows(func(item *model.Item) []model.Staffing { return item.Staffing }, func(s *scope) **model.Staffing { return &s.staffing }),
	}
}

func unitCosts() *Table {
	return &Table{
		Name:        "unit_costs",
		Title:       Words{"Unit costs", "単位当たりコスト"},
		Description: Words{"One cost per head, with what it divides by", "単位当たりコストの1件と、その分母"},
		Key:         []string{"document", "item_id", "unit_cost_number"},
		References:  []Reference{toItem},
		Columns: slices.Concat(itemKeys(), []Column{
			numberColumn("unit_cost_number", "items[].unit_costs", Words{"No.", "番号"}),
			yearOf("items[].unit_costs[].fy", ofTheAmount, func(s *scope) int { return s.unitCost.FY }),
			labelOf("items[].unit_costs[].label", func(s *scope) string { return s.unitCost.Label }),
			yenOf("items[].unit_costs[].yen", Words{"Cost for one of what it divides by, in yen", "分母1単位当たりの額（円）"}, func(s *scope) model.Yen { return s.unitCost.Yen }),
			plain("denominator_name", "items[].unit_costs[].denominator.name", Words{"Denominator: name", "分母：名称"}, Words{"What it divides by", "分母の名称"},
				func(s *scope) string {
					if s.unitCost.Denominator == nil {
						return ""
					}
					return s.unitCost.Denominator.Name
				}),
		}, denominatorColumns(), placeColumns("items[].unit_costs[].at", func(s *scope) model.Position { return s.unitCost.At })),
		each: itemRows(func(item *model.Item) []model.UnitCost { return item.UnitCosts }, func(s *scope) **model.UnitCost { return &s.unitCost }),
	}
}

func denominatorColumns() []Column {
	words := Words{"Denominator", "分母"}
	get := func(s *scope) figure {
		if s.unitCost.Denominator == nil {
			return figure{}
		}
		return quantityFigure(&s.unitCost.Denominator.Quantity)
	}
	return append(figureColumns("denominator_", words, "items[].unit_costs[].denominator.", get),
		figureYear("denominator_", words, "items[].unit_costs[].denominator.", get))
}

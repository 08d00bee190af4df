package table

import "slices"

import "sheetconv/model"

func items() *Table {
	return &Table{
		Name:        "items",
		Title:       Words{"Items", "項目"},
		Description: Words{"One program, initiative, theme, measure, direction or project of a document", "文書の中の事務事業・取組・施策などの1件"},
		Key:         []string{"document", "item_id"},
		References:  []Reference{toDocument, {[]string{"document", "parent_id"}, "items", []string{"document", "item_id"}}},
		Columns: slices.Concat(itemKeys(), []Column{
			{
				Name: "place", Type: Integer, Required: true, Field: "items", Title: Words{"Place", "順番"},
				Description: Words{"Place in the document, from 1", "文書の中での順番（1から）"}, cell: func(s *scope) Cell { return countCell(s.place + 1) },
			},
			required(oneOf("kind", "items[].kind", Words{"Kind", "種類"}, Words{"What the item is", "項目の種類"}, map[model.ItemKind]Words{
				model.Program: {"program", "事務事業"}, model.Initiative: {"initiative", "取組項目"}, model.Theme: {"theme", "項目"},
				model.PolicyMeasure: {"measure", "施策"}, model.PolicyDirection: {"direction", "展開方向"}, model.Project: {"project", "事業"},
			}, func(s *scope) model.ItemKind { return s.item.Kind })),
			plain("number", "items[].number", Words{"Number", "番号"}, Words{"Printed number or code; text, because it may begin with 0", "印字された番号・コード（先頭の0を残す）"},
				func(s *scope) string { return s.item.Number }),
			plain("name", "items[].name", Words{"Name", "名称"}, Words{"Name without its number", "番号を除いた名称"}, func(s *scope) string { return s.item.Name }),
			plain("parent_id", "items[].parent", Words{"Parent", "親項目ID"}, Words{"item_id of the item that it stands under", "属する項目の item_id"}, func(s *scope) string {
				if s.of.orphans[s.place] {
					return ""
				}
				return s.item.Parent
			}),
			oneOf("status", "items[].status", Words{"Status", "区分"}, Words{"Whether it is new, goes on, grows or ends", "新規・継続・拡充・終了の別"}, map[model.Status]Words{
				model.StatusNew: {"new", "新規"}, model.StatusContinuing: {"continuing", "継続"}, model.StatusExpanded: {"expanded", "拡充"}, model.StatusEnded: {"ended", "終了"},
			}, func(s *scope) model.Status { return s.item.Status }),
		}, periodColumns(), placeColumns("items[].at", func(s *scope) model.Position { return s.item.At })),
		each: func(s *scope, row func() bool) {
			for place := range s.of.Items {
				s.place, s.item = place, &s.of.Items[place]
				if !row() {
					return
				}
			}
		},
	}
}

func periodColumns() []Column {
	var none model.Period
	period := func(s *scope) *model.Period {
		if s.item.Period == nil {
			return &none
		}
		return s.item.Period
	}
	return []Column{
		{
			Name: "period_start_fy", Type: Year, Field: "items[].period.start_fy", Title: Words{"From", "開始年度"},
			Description: Words{"First fiscal year of the item", "項目の開始年度"}, cell: func(s *scope) Cell { return yearCell(period(s).StartFY) },
		},
		{
			Name: "period_end_fy", Type: Year, Field: "items[].period.end_fy", Title: Words{"To", "終了年度"},
			Description: Words{"Last fiscal year of the item", "項目の終了年度"}, cell: func(s *scope) Cell { return yearCell(period(s).EndFY) },
		},
		{
			Name: "period_open_ended", Type: Boolean, Field: "items[].period.open_ended", Title: Words{"Open-ended", "終期なし"},
			Description: Words{"true where the sheet says that there is no end, else false; missing without a period", "終期がないと印字されていれば true、なければ false。期間の記載がなければ空"},
			cell: func(s *scope) Cell {
				if s.item.Period == nil {
					return Cell{}
				}
				return booleanCell(s.item.Period.OpenEnded)
			},
		},
		plain("period_raw", "items[].period.raw", Words{"Period as printed", "期間の印字"}, Words{"Period as printed", "印字された期間"},
			func(s *scope) string { return period(s).Raw }),
		{
			Name: "period_line_number", Type: Integer, Field: "items[].period.at", Title: Words{"Line of the period", "期間の行"},
			Description: Words{"Line of the sheet's text in which the period stands", "期間が書かれている行番号"}, cell: func(s *scope) Cell { return positiveCell(int(period(s).At.Line)) },
		},
		{
			Name: "period_column_number", Type: Integer, Field: "items[].period.at", Title: Words{"Column of the period", "期間の桁"},
			Description: Words{"Column in that line", "その行の中での文字位置"}, cell: func(s *scope) Cell { return positiveCell(int(period(s).At.Column)) },
		},
	}
}

func policies() *Table {
	return &Table{
		Name:        "policies",
		Title:       Words{"Policy levels", "政策体系"},
		Description: Words{"One level of the plan's hierarchy above an item, from the top", "項目が属する政策体系の1階層（上位から）"},
		Key:         []string{"document", "item_id", "policy_number"},
		References:  []Reference{toItem},
		Columns: slices.Concat(itemKeys(), []Column{
			numberColumn("policy_number", "items[].policy", Words{"Depth", "階層の順"}),
			required(plain("level", "items[].policy[].level", Words{"Level", "階層"}, Words{"Name of the level as printed", "印字された階層の名称"},
				func(s *scope) string { return s.policy.Level })),
			plain("number", "items[].policy[].number", Words{"Number", "番号"}, Words{"Number without its brackets", "かっこを除いた番号"},
				func(s *scope) string { return s.policy.Number }),
			plain("name", "items[].policy[].name", Words{"Name", "名称"}, Words{"Name without its number", "番号を除いた名称"},
				func(s *scope) string { return s.policy.Name }),
		}, placeColumns("items[].policy[].at", func(s *scope) model.Position { return s.policy.At })),
		each: itemRows(func(item *model.Item) []model.Policy { return item.Policy }, func(s *scope) **model.Policy { return &s.policy }),
	}
}

func departments() *Table {
	return &Table{
		Name:        "departments",
		Title:       Words{"Departments", "所管課"},
		Description: Words{"One section in charge of an item", "項目を担当する課の1件"},
		Key:         []string{"document", "item_id", "department_number"},
		References:  []Reference{toItem},
		Columns: slices.Concat(itemKeys(), []Column{
			numberColumn("department_number", "items[].departments", Words{"No.", "番号"}),
			plain("division", "items[].departments[].division", Words{"Division", "部"}, Words{"Division (部)", "部（局）"},
				func(s *scope) string { return s.department.Division }),
			plain("section", "items[].departments[].section", Words{"Section", "課"}, Words{"Section (課)", "課（室）"},
				func(s *scope) string { return s.department.Section }),
			plain("division_head", "items[].departments[].division_head", Words{"Head of division", "部長"}, Words{"Head of the division", "部の長"},
				func(s *scope) string { return s.department.DivisionHead }),
			plain("section_head", "items[].departments[].section_head", Words{"Head of section", "課長"}, Words{"Head of the section", "課の長"},
				func(s *scope) string { return s.department.SectionHead }),
			oneOf("role", "items[].departments[].role", Words{"Role", "役割"}, Words{"Part in the item, where the sheet says it", "印字された役割"},
				map[model.Role]Words{model.RoleLead: {"lead", "主管課"}, model.RoleSupporting: {"supporting", "関係課"}},
				func(s *scope) model.Role { return s.department.Role }),
		}, placeColumns("items[].departments[].at", func(s *scope) model.Position { return s.department.At })),
		each: itemRows(func(item *model.Item) []model.Department { return item.Departments }, func(s *scope) **model.Department { return &s.department }),
	}
}

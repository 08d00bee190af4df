package table

import "slices"

import "sheetconv/model"

func documents() *Table {
	return &Table{
		Name:        "documents",
		Title:       Words{"Documents", "文書"},
		Description: Words{"One published sheet, table or plan", "公表された調書・集計表・計画書の1件"},
		Key:         []string{"document"},
		Columns:     slices.Concat(documentKeys(), publisherColumns(), sourceColumns()),
		each:        func(_ *scope, row func() bool) { row() },
	}
}

func publisherColumns() []Column {
	municipality := func(s *scope) model.Municipality {
		if s.of.Municipality == nil {
			return model.Municipality{}
		}
		return *s.of.Municipality
	}
	plan := func(s *scope) model.Plan {
		if s.of.Plan == nil {
			return model.Plan{}
		}
		return *s.of.Plan
	}
	return []Column{
		plain("municipality", "municipality.name", Words{"Municipality", "自治体"},
			Words{"Name of the publisher", "公表した自治体の名称"}, func(s *scope) string { return municipality(s).Name }),
		plain("prefecture", "municipality.prefecture", Words{"Prefecture", "都道府県"},
			Words{"Prefecture of the publisher", "公表した自治体の都道府県"}, func(s *scope) string { return municipality(s).Prefecture }),
		required(oneOf("kind", "kind", Words{"Kind", "種類"}, Words{"Sort of publication", "文書の種類"}, map[model.DocumentKind]Words{
			model.ProgramEvaluation: {"program evaluation", "事務事業評価シート"}, model.ProgressTable: {"progress table", "進行管理集計表"},
			model.ProgressSheet: {"progress sheet", "進行管理シート"}, model.PlanDocument: {"plan", "計画"},
		}, func(s *scope) model.DocumentKind { return s.of.Kind })),
		plain("title", "title", Words{"Title", "表題"}, Words{"Title line as printed", "印字された表題"},
			func(s *scope) string { return s.of.Title }),
		plain("plan", "plan.name", Words{"Plan", "計画"}, Words{"Name of the plan", "計画の名称"},
			func(s *scope) string { return plan(s).Name }),
		{
			Name: "plan_start_fy", Type: Year, Field: "plan.start_fy", Title: Words{"Plan from", "計画開始年度"},
			Description: Words{"First fiscal year of the plan", "計画期間の最初の年度"}, cell: func(s *scope) Cell { return yearCell(plan(s).StartFY) },
		},
		{
			Name: "plan_end_fy", Type: Year, Field: "plan.end_fy", Title: Words{"Plan to", "計画終了年度"},
			Description: Words{"Last fiscal year of the plan", "計画期間の最後の年度"}, cell: func(s *scope) Cell { return yearCell(plan(s).EndFY) },
		},
		{
			Name: "as_of", Type: Date, Field: "as_of", Title: Words{"As of", "時点"},
			Description: Words{"Day as of which the document reports, where printed", "印字された基準日"}, cell: func(s *scope) Cell { return dateCell(s.of.AsOf) },
		},
	}
}

func sourceColumns() []Column {
	var none model.Source
	source := func(s *scope) *model.Source {
		if s.of.Source == nil {
			return &none
		}
		return s.of.Source
	}
	return []Column{
		required(plain("input", "", Words{"Input", "入力"}, Words{"Path of the input as it was given", "入力のパス（指定されたとおり）"},
			func(s *scope) string { return s.of.Input })),
		{
			Name: "place", Type: Integer, Required: true, Title: Words{"Place in the input", "入力内の順番"},
			Description: Words{"Which of the input's documents it is, from 1", "入力の中で何番目の文書か（1から）"},
			cell:        func(s *scope) Cell { return countCell(s.of.Place) },
		},
		plain("source", "source.name", Words{"Sheet", "シートのファイル"}, Words{"Base name of the sheet that was read", "読み取ったシートのファイル名"},
			func(s *scope) string { return source(s).Name }),
		plain("sha256", "source.sha256", Words{"SHA-256", "SHA-256"}, Words{"SHA-256 of the sheet's bytes", "シートのバイト列の SHA-256"},
			func(s *scope) string { return source(s).SHA256 }),
		plain("encoding", "source.encoding", Words{"Encoding", "文字コード"}, Words{"Character encoding of the sheet", "シートの文字コード"},
			func(s *scope) string { return source(s).Encoding }),
		plain("form", "source.form", Words{"Form", "様式"}, Words{"Id of the form that it was read as (sheetconv forms)", "読み取った様式の ID（sheetconv forms）"},
			func(s *scope) string { return source(s).Form }),
		{
			Name: "confidence", Type: Decimal, Field: "source.confidence", Title: Words{"Confidence", "確からしさ"},
			Description: Words{"How sure the detection of the form was, from 0 to 1", "様式の判別の確からしさ（0から1）"},
			cell:        func(s *scope) Cell { return numberCell(&source(s).Confidence) },
		},
		{
			Name: "first_line", Type: Integer, Field: "source.first_line", Title: Words{"First line", "開始行"},
			Description: Words{"First line of the sheet's text that the document covers", "シートのテキストでの文書の最初の行"},
			cell:        func(s *scope) Cell { return positiveCell(source(s).FirstLine) },
		},
		{
			Name: "last_line", Type: Integer, Field: "source.last_line", Title: Words{"Last line", "終了行"},
			Description: Words{"Last line of the sheet's text that the document covers", "シートのテキストでの文書の最後の行"},
			cell:        func(s *scope) Cell { return positiveCell(source(s).LastLine) },
		},
	}
}

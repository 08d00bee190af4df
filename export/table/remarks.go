package table

import "slices"

import "sheetconv/model"

func grades() *Table {
	return &Table{
		Name:        "grades",
		Title:       Words{"Legend of grades", "評価の凡例"},
		Description: Words{"One entry of the printed legend", "印字された凡例の1件"},
		Key:         []string{"document", "grade_number"},
		References:  []Reference{toDocument},
		Columns: slices.Concat(documentKeys(), []Column{
			numberColumn("grade_number", "grades", Words{"No.", "番号"}),
			plain("grade", "grades[].grade", Words{"Grade", "評価"}, Words{"Grade as printed", "印字された評価記号"}, func(s *scope) string { return s.grade.Grade }),
			labelOf("grades[].label", func(s *scope) string { return s.grade.Label }),
		}, placeColumns("grades[].at", func(s *scope) model.Position { return s.grade.At })),
		each: documentRows(func(of *Document) []model.Grade { return of.Grades }, func(s *scope) **model.Grade { return &s.grade }),
	}
}

func summary() *Table {
	return &Table{
		Name:        "summary",
		Title:       Words{"Printed roll-ups", "集計"},
		Description: Words{"One count of a printed roll-up, such as the items of a grade", "印字された集計の1件（評価ごとの項目数など）"},
		Key:         []string{"document", "summary_number", "count_number"},
		References:  []Reference{toDocument},
		Columns: slices.Concat(documentKeys(), []Column{
			numberColumn("summary_number", "summary", Words{"Roll-up no.", "集計の番号"}),
			{
				Name: "count_number", Type: Integer, Required: true, Field: "summary[].counts", Title: Words{"No.", "番号"},
				Description: Words{"Place in the roll-up, from 1", "集計の中での順番（1から）"}, cell: func(s *scope) Cell { return countCell(s.inner) },
			},
			labelOf("summary[].label", func(s *scope) string { return s.summary.Label }),
			plain("grade", "summary[].counts[].grade", Words{"Grade", "評価"}, Words{"Grade that is counted", "数えている評価記号"}, func(s *scope) string {
				if s.count == nil {
					return ""
				}
				return s.count.Grade
			}),
			{
				Name: "count", Type: Integer, Field: "summary[].counts[].count", Title: Words{"Count", "件数"},
				Description: Words{"How many there are, as printed", "印字された件数"},
				cell: func(s *scope) Cell {
					if s.count == nil {
						return Cell{}
					}
					return countCell(s.count.Count)
				},
			},
		}, placeColumns("summary[].at", func(s *scope) model.Position { return s.summary.At })),
		each: func(s *scope, row func() bool) {
			eachSummary := documentRows(func(of *Document) []model.Summary { return of.Summary }, func(s *scope) **model.Summary { return &s.summary })
			eachSummary(s, func() bool {
				s.count, s.inner = nil, 1
				if len(s.summary.Counts) == 0 {
					return row()
				}
				for index := range s.summary.Counts {
					s.count, s.inner = &s.summary.Counts[index], index+1
					if !row() {
						return false
					}
				}
				return true
			})
		},
	}
}

func notes() *Table {
	return &Table{
		Name:        "notes",
		Title:       Words{"Notes", "注記"},
		Description: Words{"One remark that belongs to no item", "特定の項目に属さない注記の1件"},
		Key:         []string{"document", "note_number"},
		References:  []Reference{toDocument},
		Columns: slices.Concat(documentKeys(), []Column{
			numberColumn("note_number", "notes", Words{"No.", "番号"}),
			plain("text", "notes[]", Words{"Text", "内容"}, Words{"Text as printed", "印字された文章"}, func(s *scope) string { return *s.note }),
		}, placeColumns("", func(s *scope) model.Position {
			if s.number > len(s.of.NotesAt) {
				return model.Position{}
			}
			return s.of.NotesAt[s.number-1]
		})),
		each: documentRows(func(of *Document) []string { return of.Notes }, func(s *scope) **string { return &s.note }),
	}
}

func unmapped() *Table {
	return &Table{
		Name:        "unmapped",
		Title:       Words{"Text not taken", "未分類の文字列"},
		Description: Words{"One piece of the sheet's text that no rule took", "どの規則でも読み取れなかった文字列の1件"},
		Key:         []string{"document", "unmapped_number"},
		References:  []Reference{toDocument},
		Columns: slices.Concat(documentKeys(), []Column{
			numberColumn("unmapped_number", "unmapped", Words{"No.", "番号"}),
			plain("text", "unmapped[].text", Words{"Text", "内容"}, Words{"Text as printed", "印字された文字列"}, func(s *scope) string { return s.unmapped.Text }),
		}, placeColumns("unmapped[].at", func(s *scope) model.Position { return s.unmapped.At })),
		each: documentRows(func(of *Document) []model.Unmapped { return of.Unmapped }, func(s *scope) **model.Unmapped { return &s.unmapped }),
	}
}

func diagnostics() *Table {
	return &Table{
		Name:        "diagnostics",
		Title:       Words{"Findings", "検査"},
		Description: Words{"One remark on what could not be read or does not add up", "読み取れなかった箇所や合わない箇所の指摘の1件"},
		Key:         []string{"document", "diagnostic_number"},
		References:  []Reference{toDocument, toItem},
		Columns: slices.Concat(documentKeys(), []Column{
			{
				Name: "item_id", Type: Text, Title: Words{"Item", "項目ID"},
				Description: Words{"Id of the item that it is about, where that is known (export --check)", "指摘の対象の項目ID（わかる場合のみ、export --check）"},
				cell: func(s *scope) Cell {
					if !s.of.hasItem(s.finding.Item) {
						return Cell{}
					}
					return textCell(s.finding.Item)
				},
			},
			numberColumn("diagnostic_number", "diagnostics", Words{"No.", "番号"}),
			required(oneOf("severity", "diagnostics[].severity", Words{"Severity", "重さ"}, Words{"How much it matters", "指摘の重さ"}, map[model.Severity]Words{
				model.SeverityError: {"error", "エラー"}, model.SeverityWarning: {"warning", "警告"}, model.SeverityInfo: {"info", "情報"},
			}, func(s *scope) model.Severity { return s.finding.Severity })),
			required(plain("code", "diagnostics[].code", Words{"Code", "コード"}, Words{"Stable name of the finding (check --explain CODE says more)", "指摘のコード（check --explain CODE で説明を表示）"},
				func(s *scope) string { return string(s.finding.Code) })),
			plain("message", "diagnostics[].message", Words{"Message", "内容"}, Words{"What was found and what was expected, in English", "見つかったものとあるべきもの（英語）"},
				func(s *scope) string { return s.finding.Message }),
			plain("found", "", Words{"Found", "見つかったもの"}, Words{"What stands there (export --check)", "印字されているもの（export --check）"}, func(s *scope) string { return s.finding.Found }),
			plain("expected", "", Words{"Expected", "あるべきもの"}, Words{"What should stand there (export --check)", "あるべきもの（export --check）"}, func(s *scope) string { return s.finding.Expected }),
		}, placeColumns("diagnostics[].at", func(s *scope) model.Position { return s.finding.At })),
		each: documentRows(func(of *Document) []Finding { return of.Findings }, func(s *scope) **Finding { return &s.finding }),
	}
}

package table

import "slices"

import "sheetconv/model"

func evaluations() *Table {
	return &Table{
		Name:        "evaluations",
		Title:       Words{"Evaluations", "評価"},
		Description: Words{"One judgement of a criterion", "評価の観点ごとの判定の1件"},
		Key:         []string{"document", "item_id", "evaluation_number"},
		References:  []Reference{toItem},
		Columns: slices.Concat(itemKeys(), []Column{
			numberColumn("evaluation_number", "items[].evaluations", Words{"No.", "番号"}),
			required(oneOf("criterion", "items[].evaluations[].criterion", Words{"Criterion", "評価の観点"}, Words{"What is judged", "評価の対象"}, criteria,
				func(s *scope) model.Criterion { return s.evaluation.Criterion })),
			labelOf("items[].evaluations[].label", func(s *scope) string { return s.evaluation.Label }),
			yearOf("items[].evaluations[].fy", Words{"Fiscal year that the label or column names", "見出しまたは列に示された年度"}, func(s *scope) int { return s.evaluation.FY }),
			plain("grade", "items[].evaluations[].grade", Words{"Grade", "評価"}, Words{"Grade as printed; what it means stands in grades", "印字された評価記号（意味は grades）"},
				func(s *scope) string { return s.evaluation.Grade }),
			plain("choice", "items[].evaluations[].choice", Words{"Choice", "選択"}, Words{"Words of the option that is ticked or printed", "選択された、または印字された語句"},
				func(s *scope) string { return s.evaluation.Choice }),
			{
				Name: "options", Type: List, Field: "items[].evaluations[].options", Title: Words{"Options", "選択肢"},
				Description: Words{"The options that are printed", "印字された選択肢"}, cell: func(s *scope) Cell { return listCell(&s.evaluation.Options) },
			},
			plain("reason", "items[].evaluations[].reason", Words{"Reason", "理由"}, Words{"Reason as printed", "印字された理由"},
				func(s *scope) string { return s.evaluation.Reason }),
		}, placeColumns("items[].evaluations[].at", func(s *scope) model.Position { return s.evaluation.At })),
		each: itemRows(func(item *model.Item) []model.Evaluation { return item.Evaluations }, func(s *scope) **model.Evaluation { return &s.evaluation }),
	}
}

var criteria = map[model.Criterion]Words{
	model.CriterionProgress:      {"progress", "進捗状況"},
	model.CriterionLevel:         {"level", "実施水準"},
	model.CriterionEffectiveness: {"effectiveness", "有効性"},
	model.CriterionEfficiency:    {"efficiency", "効率性"},
	model.CriterionSelf:          {"self-evaluation", "自己評価"},
	model.CriterionInternal:      {"internal evaluation", "内部評価"},
	model.CriterionExternal:      {"external evaluation", "外部評価"},
	model.CriterionNextYear:      {"next years", "次年度以降"},
	model.CriterionOverall:       {"overall evaluation", "総合評価"},
}

func schedule() *Table {
	return &Table{
		Name:        "schedule",
		Title:       Words{"Schedule", "計画と実績"},
		Description: Words{"One year of a task's goal, plan or result in words", "取組ごと・年度ごとの目標・計画・実績（文章）の1件"},
		Key:         []string{"document", "item_id", "task_number"},
		References:  []Reference{toItem},
		Columns: slices.Concat(itemKeys(), []Column{
			numberColumn("task_number", "items[].schedule", Words{"No.", "番号"}),
			plain("task", "items[].schedule[].task", Words{"Task", "取組"}, Words{"Name of the row, where it has one", "行の名称（あれば）"},
				func(s *scope) string { return s.task.Task }),
			yearOf("items[].schedule[].fy", Words{"Fiscal year of the text; missing where it can't be told", "文章の年度。特定できなければ空"}, func(s *scope) int { return s.task.FY }),
			required(oneOf("measure", "items[].schedule[].measure", Words{"Measure", "区分"}, Words{"What the text states", "文章が示すもの"}, map[model.ScheduleMeasure]Words{
				model.ScheduleGoal: {"goal", "目標"}, model.SchedulePlan: {"plan", "計画"}, model.ScheduleActual: {"result", "実績"},
			}, func(s *scope) model.ScheduleMeasure { return s.task.Measure })),
			required(plain("text", "items[].schedule[].text", Words{"Text", "内容"}, Words{"Text as printed", "印字された文章"}, func(s *scope) string { return s.task.Text })),
		}, placeColumns("items[].schedule[].at", func(s *scope) model.Position { return s.task.At })),
		each: itemRows(func(item *model.Item) []model.Task { return item.Schedule }, func(s *scope) **model.Task { return &s.task }),
	}
}

func texts() *Table {
	return &Table{
		Name:        "texts",
		Title:       Words{"Texts", "記述"},
		Description: Words{"One narrative under a printed label", "見出しごとの記述の1件"},
		Key:         []string{"document", "item_id", "text_number"},
		References:  []Reference{toItem},
		Columns: slices.Concat(itemKeys(), []Column{
			numberColumn("text_number", "items[].texts", Words{"No.", "番号"}),
			required(oneOf("key", "items[].texts[].key", Words{"Subject", "主題"}, Words{"What the narrative is about", "記述の内容の分類"}, textKeys,
				func(s *scope) model.TextKey { return s.text.Key })),
			labelOf("items[].texts[].label", func(s *scope) string { return s.text.Label }),
			yearOf("items[].texts[].fy", Words{"Fiscal year that the label, its column or its row names", "見出し・列・行に示された年度"}, func(s *scope) int { return s.text.FY }),
			required(plain("text", "items[].texts[].text", Words{"Text", "記述"}, Words{"Text as printed, with its lines", "印字された文章（改行を含む）"}, func(s *scope) string { return s.text.Text })),
		}, placeColumns("items[].texts[].at", func(s *scope) model.Position { return s.text.At })),
		each: itemRows(func(item *model.Item) []model.Text { return item.Texts }, func(s *scope) **model.Text { return &s.text }),
	}
}

var textKeys = map[model.TextKey]Words{
	model.TextOverview:     {"overview", "概要"},
	model.TextPurpose:      {"purpose", "目的"},
	model.TextTarget:       {"target group", "対象"},
	model.TextIntent:       {"intended result", "意図"},
	model.TextBackground:   {"background", "背景"},
	model.TextIssue:        {"issue", "課題"},
	model.TextResponse:     {"response", "対応"},
	model.TextSignificance: {"significance", "意義"},
	model.TextPolicyTarget: {"target group of the policy", "施策の対象"},
	model.TextPolicyIntent: {"intent of the policy", "施策の意図"},
	model.TextApproach:     {"approach", "取組方針"},
	model.TextActivity:     {"activity", "取組内容・活動実績"},
	model.TextResult:       {"result", "成果実績"},
	model.TextAssessment:   {"assessment", "評価・意見"},
	model.TextNext:         {"next steps", "今後の方針"},
	model.TextSideEffect:   {"side effect", "その他の効果"},
	model.TextLegalBasis:   {"legal basis", "関連法令"},
	model.TextRelatedPlan:  {"related plan", "関連計画"},
	model.TextBudgetLine:   {"budget line", "予算事業名"},
	model.TextRemark:       {"remark", "特記事項"},
}

func attributes() *Table {
	return &Table{
		Name:        "attributes",
		Title:       Words{"Attributes", "属性"},
		Description: Words{"One label with its value that has no place of its own", "ほかの表に属さない見出しと値の1件"},
		Key:         []string{"document", "item_id", "attribute_number"},
		References:  []Reference{toItem},
		Columns: slices.Concat(itemKeys(), []Column{
			numberColumn("attribute_number", "items[].attributes", Words{"No.", "番号"}),
			required(labelOf("items[].attributes[].label", func(s *scope) string { return s.attribute.Label })),
		}, attributeFigure(), []Column{
			{
				Name: "options", Type: List, Field: "items[].attributes[].options", Title: Words{"Options", "選択肢"},
				Description: Words{"The options of check boxes", "チェックボックスなどの選択肢"}, cell: func(s *scope) Cell { return listCell(&s.attribute.Options) },
			},
			{
				Name: "selected", Type: List, Field: "items[].attributes[].selected", Title: Words{"Selected", "選択"},
				Description: Words{"The options that are ticked", "選択された選択肢"}, cell: func(s *scope) Cell { return listCell(&s.attribute.Selected) },
			},
		}, placeColumns("items[].attributes[].at", func(s *scope) model.Position { return s.attribute.At })),
		each: itemRows(func(item *model.Item) []model.Attribute { return item.Attributes }, func(s *scope) **model.Attribute { return &s.attribute }),
	}
}

func attributeFigure() []Column {
	get := func(s *scope) figure {
		if s.attribute.Raw == "" {
			return figure{}
		}
		return figure{&s.attribute.Figure, s.attribute.FY, s.attribute.AsOf, s.attribute.Note}
	}
	return append(figureColumns("", Words{}, "items[].attributes[].", get), figureYear("", Words{}, "items[].attributes[].", get))
}

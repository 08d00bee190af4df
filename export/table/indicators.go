package table

import "slices"

import "sheetconv/model"

var toIndicator = Reference{
	[]string{"document", "item_id", "indicator_number"}, "indicators", []string{"document", "item_id", "indicator_number"},
}

var indicatorTitles = map[model.IndicatorKind]Words{
	model.ActivityIndicator: {"activity", "活動指標"}, model.OutcomeIndicator: {"outcome", "成果指標"}, model.StateIndicator: {"state", "まちの状態を表す指標"},
}

func indicators() *Table {
	return &Table{
		Name:        "indicators",
		Title:       Words{"Indicators", "指標"},
		Description: Words{"One indicator of an item; its values over the years stand in values", "項目の指標の1件。年度ごとの値は values にある"},
		Key:         []string{"document", "item_id", "indicator_number"},
		References:  []Reference{toItem},
		Columns: slices.Concat(itemKeys(), []Column{
			numberColumn("indicator_number", "items[].indicators", Words{"Indicator no.", "指標の番号"}),
			oneOf("kind", "items[].indicators[].kind", Words{"Kind", "種類"}, Words{"What it measures, from the heading above it", "見出しによる指標の種類"},
				indicatorTitles, func(s *scope) model.IndicatorKind { return s.indicator.Kind }),
			plain("name", "items[].indicators[].name", Words{"Indicator", "指標名"}, Words{"Name as printed", "印字された指標名"},
				func(s *scope) string { return s.indicator.Name }),
			plain("unit", "items[].indicators[].unit", Words{"Unit", "単位"}, Words{"Unit of the indicator", "指標の単位"},
				func(s *scope) string { return s.indicator.Unit }),
			oneOf("direction", "items[].indicators[].direction.value", Words{"Direction", "目標の方向"}, Words{"Where it is to move", "目指す方向"},
				map[model.DirectionValue]Words{model.DirectionUp: {"up", "増加"}, model.DirectionDown: {"down", "減少"}, model.DirectionMaintain: {"maintain", "維持"}},
				func(s *scope) model.DirectionValue {
					if s.indicator.Direction == nil {
						return ""
					}
					return s.indicator.Direction.Value
				}),
			{
				Name: "cumulative", Type: Boolean, Required: true, Field: "items[].indicators[].cumulative", Title: Words{"Running total", "累計"},
				Description: Words{"true where its name says that it is a running total (累計), else false", "指標名に累計とあれば true、なければ false"},
				cell:        func(s *scope) Cell { return booleanCell(s.indicator.Cumulative) },
			},
			{
				Name: "repeated", Type: Boolean, Required: true, Field: "items[].indicators[].repeated", Title: Words{"Repeated", "再掲"},
				Description: Words{"true where it is marked as repeated (再掲), else false: leave those out of sums", "再掲と印字されていれば true、なければ false（合計では除く）"},
				cell:        func(s *scope) Cell { return booleanCell(s.indicator.Repeated) },
			},
			plain("definition", "items[].indicators[].definition", Words{"Definition", "説明"}, Words{"What it counts, as printed", "印字された概要・説明"},
				func(s *scope) string { return s.indicator.Definition }),
			plain("method", "items[].indicators[].method", Words{"Method", "算定方法"}, Words{"How it is measured, as printed", "印字された算定・把握方法"},
				func(s *scope) string { return s.indicator.Method }),
		}, goalColumns(), directionColumns(), placeColumns("items[].indicators[].at", func(s *scope) model.Position { return s.indicator.At })),
		each: eachIndicator,
	}
}

func goalColumns() []Column {
	words := Words{"Goal", "目標値"}
	get := func(s *scope) figure { return quantityFigure(s.indicator.Goal) }
	return append(figureColumns("goal_", words, "items[].indicators[].goal.", get),
		figureYear("goal_", words, "items[].indicators[].goal.", get))
}

func directionColumns() []Column {
	words := Words{"Direction", "目標の方向"}
	get := func(s *scope) figure {
		if s.indicator.Direction == nil {
			return figure{}
		}
		return quantityFigure(&s.indicator.Direction.Quantity)
	}
	return append(figureColumns("direction_", words, "items[].indicators[].direction.", get),
		figureYear("direction_", words, "items[].indicators[].direction.", get))
}

// eachIndicator gives the rows of indicators.
var eachIndicator = itemRows(func(item *model.Item) []model.Indicator { return item.Indicators }, func(s *scope) **model.Indicator { return &s.indicator })

func values() *Table {
	return &Table{
		Name:        "values",
		Title:       Words{"Values", "指標の値"},
		Description: Words{"One value of an indicator: a baseline, target, result or rate of a year", "指標の値の1件（基準値・目標・実績・達成率）"},
		Key:         []string{"document", "item_id", "indicator_number", "value_number"},
		References:  []Reference{toItem, toIndicator},
		Columns: slices.Concat(itemKeys(), []Column{
			{
				Name: "indicator_number", Type: Integer, Required: true, Field: "items[].indicators", Title: Words{"Indicator no.", "指標の番号"},
				Description: Words{"Place of the indicator in the item, from 1", "項目の中での指標の順番（1から）"}, cell: func(s *scope) Cell { return countCell(s.number) },
			},
			{
				Name: "value_number", Type: Integer, Required: true, Field: "items[].indicators[].values", Title: Words{"No.", "番号"},
				Description: Words{"Place among the values of the indicator, from 1", "指標の値の中での順番（1から）"}, cell: func(s *scope) Cell { return countCell(s.inner) },
			},
			plain("indicator_name", "items[].indicators[].name", Words{"Indicator", "指標名"}, Words{"Name of the indicator, as in indicators", "指標名（indicators と同じ）"},
				func(s *scope) string { return s.indicator.Name }),
			plain("indicator_unit", "items[].indicators[].unit", Words{"Unit of the indicator", "指標の単位"},
				Words{"Unit of the indicator, as in indicators; unit is what the value's own cell prints", "指標の単位（indicators と同じ）。unit は値のセルに印字された単位"},
				func(s *scope) string { return s.indicator.Unit }),
			yearOf("items[].indicators[].values[].fy", Words{"Fiscal year of the value; missing where it can't be told", "値の年度。特定できなければ空"},
				func(s *scope) int { return s.value.FY }),
			required(oneOf("measure", "items[].indicators[].values[].measure", Words{"Measure", "値の種類"}, Words{"What the value states", "値が示すもの"},
				map[model.ValueMeasure]Words{
					model.Baseline: {"baseline", "基準値"}, model.Target: {"target", "目標"}, model.Actual: {"result", "実績"}, model.Rate: {"achievement rate", "達成率"},
				}, func(s *scope) model.ValueMeasure { return s.value.Measure })),
		}, figureColumns("", Words{}, "items[].indicators[].values[].", func(s *scope) figure {
			return figure{&s.value.Figure, s.value.FY, s.value.AsOf, s.value.Note}
		}), placeColumns("items[].indicators[].values[].at", func(s *scope) model.Position { return s.value.At })),
		each: func(s *scope, row func() bool) {
			more := true
			eachIndicator(s, func() bool {
				for index := range s.indicator.Values {
					s.value, s.inner = &s.indicator.Values[index], index+1
					if more = row(); !more {
						return false
					}
				}
				return true
			})
		},
	}
}

package table

import "slices"

import "sheetconv/model"

// figure is a quantity that stands in columns of its own; nil where there is none.
type figure struct {
	*model.Figure
	fy   int
	asOf model.Date
	note string
}

// figureColumns are the columns of a quantity. Beside others in a table they have a
// prefix, such as goal_, and its words before their titles.
func figureColumns(prefix string, of Words, field string, get func(*scope) figure) []Column {
	columns := slices.Concat(printedColumns(get), qualityColumns(get), rankColumns(get))
	for index := range columns {
		column := &columns[index]
		column.Name, column.Field = prefix+column.Name, field+column.Field
		if prefix != "" {
			column.Title = Words{of.English + ": " + column.Title.English, of.Japanese + "：" + column.Title.Japanese}
		}
		cell := column.cell
		column.cell = func(s *scope) Cell {
			if get(s).Figure == nil {
				return Cell{}
			}
			return cell(s)
		}
	}
	return columns
}

// printedColumns are what a quantity says first.
func printedColumns(get func(*scope) figure) []Column {
	return []Column{
		{
			Name: "number", Type: Decimal, Field: "number", Title: Words{"Number", "数値"},
			Description: Words{"The number, in the unit that is printed, with its decimals as printed", "数値。単位は印字のまま、小数の桁数も印字のとおり"},
			cell:        func(s *scope) Cell { return numberCell(&get(s).Number) },
		},
		{
			Name: "unit", Type: Text, Field: "unit", Title: Words{"Unit", "単位"},
			Description: Words{"Unit, where the value's own cell prints it", "値のセルに印字された単位"},
			cell:        func(s *scope) Cell { return textCell(get(s).Unit) },
		},
		{
			Name: "yen", Type: Yen, Unit: inYen, Field: "yen", Title: Words{"Amount", "金額"},
			Description: Words{"The amount in yen, where it is one of money", "金額であれば円に換算した額"},
			cell:        func(s *scope) Cell { return yenCell(get(s).Yen) },
		},
		{
			Name: "state", Type: Text, Field: "state", Title: Words{"State", "状態"},
			Description: Words{"A word in a number's place, such as 検討 or 実施", "数値の代わりに印字された語（検討、実施など）"},
			cell:        func(s *scope) Cell { return textCell(get(s).State) },
		},
		{
			Name: "raw", Type: Text, Field: "raw", Title: Words{"As printed", "印字"},
			Description: Words{"The text as printed, without markup", "印字されたとおりの文字列"},
			cell:        func(s *scope) Cell { return textCell(get(s).Raw) },
		},
	}
}

// qualityColumns are how a quantity is meant.
func qualityColumns(get func(*scope) figure) []Column {
	bound := oneOf("bound", "bound", Words{"Bound", "上限・下限"}, Words{"Whether the number is a limit", "数値が上限または下限であること"},
		map[model.Bound]Words{model.BoundMin: {"or more", "以上"}, model.BoundMax: {"or less", "以下"}},
		func(s *scope) model.Bound { return get(s).Bound })
	return []Column{
		bound,
		{
			Name: "approximate", Type: Boolean, Field: "approximate", Title: Words{"Approximate", "概数"},
			Description: Words{"true where it is printed as approximate (約, 程度), else false", "約・程度などの印字があれば true、なければ false"},
			cell:        func(s *scope) Cell { return booleanCell(get(s).Approximate) },
		},
		{
			Name: "cumulative", Type: Boolean, Field: "cumulative", Title: Words{"Running total", "累計"},
			Description: Words{"true where the number is printed as a running total (累計), else false", "数値が累計と印字されていれば true、なければ false"},
			cell:        func(s *scope) Cell { return booleanCell(get(s).Cumulative.Flag) },
		},
		{
			Name: "cumulative_total", Type: Decimal, Field: "cumulative", Title: Words{"Total beside it", "併記の累計"},
			Description: Words{"The running total that is printed beside the number: 215 of 72事業(累計215)", "数値に併記された累計（「72事業(累計215)」の 215）"},
			cell:        func(s *scope) Cell { return numberCell(&get(s).Cumulative.Amount) },
		},
		{
			Name: "as_of", Type: Date, Field: "as_of", Title: Words{"As of", "時点"},
			Description: Words{"The day that is printed with the value", "値に印字された基準日"},
			cell:        func(s *scope) Cell { return dateCell(get(s).asOf) },
		},
		{
			Name: "note", Type: Text, Field: "note", Title: Words{"Note", "注記"},
			Description: Words{"What else stands in the value's brackets", "値のかっこ内のそのほかの記載"},
			cell:        func(s *scope) Cell { return textCell(get(s).note) },
		},
	}
}

// rankColumns are a position among others.
func rankColumns(get func(*scope) figure) []Column {
	rank := func(s *scope) model.Rank {
		if rank := get(s).Rank; rank != nil {
			return *rank
		}
		return model.Rank{}
	}
	return []Column{
		{
			Name: "rank", Type: Integer, Field: "rank.position", Title: Words{"Rank", "順位"},
			Description: Words{"Position among others: 3 of 3/17 団体", "順位（「3/17 団体」の 3）"},
			cell:        func(s *scope) Cell { return positiveCell(rank(s).Position) },
		},
		{
			Name: "rank_of", Type: Integer, Field: "rank.of", Title: Words{"Ranked among", "順位の母数"},
			Description: Words{"How many are ranked: 17 of 3/17 団体", "順位の母数（「3/17 団体」の 17）"},
			cell:        func(s *scope) Cell { return positiveCell(rank(s).Of) },
		},
		{
			Name: "rank_unit", Type: Text, Field: "rank.unit", Title: Words{"Unit of the rank", "順位の単位"},
			Description: Words{"What is ranked: 団体 of 3/17 団体", "順位の単位（「3/17 団体」の 団体）"},
			cell:        func(s *scope) Cell { return textCell(rank(s).Unit) },
		},
	}
}

// figureYear is the year that is printed with a quantity that has no year otherwise.
func figureYear(prefix string, of Words, field string, get func(*scope) figure) Column {
	title := Words{"Fiscal year", "年度"}
	if prefix != "" {
		title = Words{of.English + ": fiscal year", of.Japanese + "：年度"}
	}
	return Column{
		Name: prefix + "fy", Type: Year, Field: field + "fy", Title: title,
		Description: Words{"Fiscal year that is printed with it", "値に印字された年度"},
		cell:        func(s *scope) Cell { return yearCell(get(s).fy) },
	}
}

func quantityFigure(q *model.Quantity) figure {
	if q == nil {
		return figure{}
	}
	return figure{&q.Figure, q.FY, q.AsOf, q.Note}
}

package table

import "sheetconv/model"

// The units of columns.
var (
	inYen    = Words{"yen", "円"}
	inPeople = Words{"people", "人"}
)

// documentKeys are the columns that lead each row to its document.
func documentKeys() []Column {
	return []Column{
		{
			Name: "document", Type: Text, Required: true,
			Title: Words{"Document", "文書"},
			Description: Words{
				"Key of the document: the path of its input as it was given, with #2 for the second document of one input, and so on",
				"文書のキー。入力のパス（指定されたとおり）。1つの入力に複数の文書があるときは2つ目から #2 などを付ける",
			},
			cell: func(s *scope) Cell { return textCell(s.of.Key) },
		},
		{
			Name: "municipality_code", Type: Text, Field: "municipality.code",
			Title:       Words{"Municipality code", "団体コード"},
			Description: Words{"Six-digit code of the publisher, with its check digit; text, because it may begin with 0", "公表した自治体の全国地方公共団体コード（6桁、先頭の0を残す）"},
			cell: func(s *scope) Cell {
				if s.of.Municipality == nil {
					return Cell{}
				}
				return textCell(s.of.Municipality.Code)
			},
		},
		{
			Name: "fiscal_year", Type: Year, Field: "fiscal_year",
			Title:       Words{"Fiscal year of the document", "文書の年度"},
			Description: Words{"Fiscal year that the document reports on: the latest with a result or a settled amount", "文書が対象とする年度（実績または決算がある最新の年度）"},
			cell:        func(s *scope) Cell { return yearCell(s.of.FiscalYear) },
		},
	}
}

// itemKeys are the columns that lead each row to its item.
func itemKeys() []Column {
	return append(documentKeys(), Column{
		Name: "item_id", Type: Text, Field: "items[].id", Required: true,
		Title:       Words{"Item", "項目ID"},
		Description: Words{"Id of the item, unique in the document and the same in every year of the plan", "項目のID。文書の中で一意で、計画期間中は変わらない"},
		cell:        func(s *scope) Cell { return textCell(s.of.ItemID(s.place)) },
	})
}

// numberColumn is the place of a row in its list.
func numberColumn(name, field string, title Words) Column {
	return Column{
		Name: name, Type: Integer, Field: field, Required: true, Title: title,
		Description: Words{"Place among the rows of its kind, from 1, in the order in which the sheet prints them", "同種の行の中での順番（印字順、1から）"},
		cell:        func(s *scope) Cell { return countCell(s.number) },
	}
}

// The columns of references.
var (
	toDocument = Reference{[]string{"document"}, "documents", []string{"document"}}
	toItem     = Reference{[]string{"document", "item_id"}, "items", []string{"document", "item_id"}}
)

// placeColumns are where a row stands in the sheet.
func placeColumns(field string, at func(*scope) model.Position) []Column {
	return []Column{
		{
			Name: "line_number", Type: Integer, Field: field,
			Title:       Words{"Line", "行"},
			Description: Words{"Line of the sheet's text, from 1; missing where the model was written without positions", "シートのテキストでの行番号（1から）。位置なしで書かれたモデルでは空"},
			cell:        func(s *scope) Cell { return positiveCell(int(at(s).Line)) },
		},
		{
			Name: "column_number", Type: Integer, Field: field,
			Title:       Words{"Column", "桁"},
			Description: Words{"Column in that line, from 1, in Unicode code points", "その行の中での文字位置（1から、Unicode コードポイント単位）"},
			cell:        func(s *scope) Cell { return positiveCell(int(at(s).Column)) },
		},
	}
}

// yearOf is the fiscal year of a row.
func yearOf(field string, description Words, year func(*scope) int) Column {
	return Column{
		Name: "fy", Type: Year, Field: field, Title: Words{"Fiscal year", "年度"}, Description: description,
		cell: func(s *scope) Cell { return yearCell(year(s)) },
	}
}

var ofTheAmount = Words{"Fiscal year of the amount; missing where the sheet prints none", "金額の年度。印字がなければ空"}

// labelOf is the printed label of a row.
func labelOf(field string, label func(*scope) string) Column {
	return Column{
		Name: "label", Type: Text, Field: field, Title: Words{"Label", "見出し"},
		Description: Words{"Label as printed", "印字された見出し"},
		cell:        func(s *scope) Cell { return textCell(label(s)) },
	}
}

// yenOf is the amount of a row.
func yenOf(field string, description Words, yen func(*scope) model.Yen) Column {
	return Column{
		Name: "yen", Type: Yen, Unit: inYen, Field: field, Title: Words{"Amount", "金額"}, Description: description,
		cell: func(s *scope) Cell { return yenCell(yen(s)) },
	}
}

// plain is a column of text.
func plain(name, field string, title, description Words, text func(*scope) string) Column {
	return Column{
		Name: name, Type: Text, Field: field, Title: title, Description: description,
		cell: func(s *scope) Cell { return textCell(text(s)) },
	}
}

// oneOf is a column of one of the model's words.
func oneOf[T ~string](name, field string, title, description Words, titles map[T]Words, word func(*scope) T) Column {
	column := Column{
		Name: name, Type: Text, Field: field, Title: title, Description: description,
		cell: func(s *scope) Cell { return textCell(word(s)) },
	}
	for _, value := range model.Values[T]() {
		column.Values = append(column.Values, Value{string(value), titles[value]})
	}
	return column
}

// required says of a column that no cell is missing.
func required(column Column) Column {
	column.Required = true
	return column
}

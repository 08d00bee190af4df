package compare

import "sheetconv/model"

// The codes of a comparison. They speak of two issues, and no document holds
// them, so they stand here and not in the model's catalogue.
const (
	// CodeItemTwice says that one issue has several items of one id and name.
	CodeItemTwice model.Code = "compare/item-twice"
	// CodeIndicatorTwice says that indicators of one name can't be told apart.
	CodeIndicatorTwice model.Code = "compare/indicator-twice"
	// CodeRowsAlike says that rows of one key were compared in their order.
	CodeRowsAlike model.Code = "compare/rows-alike"
	// CodeNumberReused says that an id stands for another item now.
	CodeNumberReused model.Code = "compare/number-reused"
	// CodeYearUnknown says that values without a year were compared in their order.
	CodeYearUnknown model.Code = "compare/year-unknown"
	// CodeUnread says that the issues differ in text that no rule took.
	CodeUnread model.Code = "compare/unread"
)

var catalogue = []model.Entry{
	{
		Code: CodeItemTwice, Severity: model.SeverityWarning,
		English:  "%[1]s: found several items of the id %[3]s with the name %[4]s, expected one; of %[2]s it is not known which one of the other issue they are, so not compared",
		Japanese: "%[1]s: id %[3]s の「%[4]s」が複数あり、うち %[2]s 件は対応するものを決められません。比較しませんでした",
	},
	{
		Code: CodeIndicatorTwice, Severity: model.SeverityWarning,
		English:  "%[1]s: found several indicators named %[2]s that kind, unit and definition do not tell apart; they are not compared",
		Japanese: "%[1]s: 指標「%[2]s」が複数あり、種別・単位・定義で区別できません。比較しませんでした",
	},
	{
		Code: CodeRowsAlike, Severity: model.SeverityInfo,
		English:  "%[1]s: found several rows of the key %[2]s, expected one; compared in the order in which they stand",
		Japanese: "%[1]s: %[2]s の行が複数あります。並び順で比較しました",
	},
	{
		Code: CodeNumberReused, Severity: model.SeverityInfo,
		English:  "%[1]s: found %[2]s where the older issue has %[3]s; too unlike for a new name, so not compared with it",
		Japanese: "%[1]s: 前の「%[3]s」とは別の「%[2]s」に同じ番号が使われています。改称とはみなさず、比較しませんでした",
	},
	{
		Code: CodeYearUnknown, Severity: model.SeverityInfo,
		English:  "%[1]s: found values without a year that differ (%[2]s); compared in the order in which they stand",
		Japanese: "%[1]s: 年度のない値（%[2]s）が異なります。並び順で比較しました",
	},
	{
		Code: CodeUnread, Severity: model.SeverityWarning,
		English:  "found %[1]s pieces of text that only one of the issues has and that no rule read, such as %[2]s; they are not compared",
		Japanese: "どの項目にも当てはまらず読めなかった文字列が、片方の資料だけに %[1]s か所あります（例: %[2]s）。比較していません",
	},
}

// Describe returns the catalogue's entry of a code of this package, and whether
// there is one.
func Describe(code model.Code) (model.Entry, bool) {
	for _, entry := range catalogue {
		if entry.Code == code {
			return entry, true
		}
	}
	return model.Entry{}, false
}

// Catalogue returns every entry.
func Catalogue() []model.Entry { return append([]model.Entry(nil), catalogue...) }

// report adds a diagnostic. A code that is not in the catalogue is a bug.
func (c *comparison) report(code model.Code, at model.Position, arguments ...string) {
	entry, known := Describe(code)
	if !known || entry.Arguments() != len(arguments) {
		panic("compare: diagnostic " + string(code) + " is not in the catalogue")
	}
	c.result.Diagnostics = append(c.result.Diagnostics, model.Diagnostic{
		Severity: entry.Severity, Code: code, At: at, Message: model.Fill(entry.English, arguments), Arguments: arguments,
	})
}

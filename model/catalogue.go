package model

import (
	"slices"
	"strings"
)

// The codes of diagnostics. The comment of each holds an example: the form that
// reads it, and the text that yields the code, with bytes and tabs written as in
// a Go string. A test in the package parser proves every example.
const (
	// A byte sequence is no text in the encoding; U+FFFD stands in its place.
	//
	// Example (isehara-program):
	//
	//	事業名\t清掃\xff事業\t事業番号\t1-2
	CodeUndecodable Code = "text/undecodable"

	// A control character stood in the text; U+FFFD stands in its place.
	//
	// Example (isehara-program):
	//
	//	事業名\t清掃\x00事業\t事業番号\t1-2
	CodeControlCharacter Code = "text/control-character"

	// A byte order mark stood in the middle of the text, and was left out.
	//
	// Example (isehara-program):
	//
	//	事業名\t清掃事業
	//	\xef\xbb\xbf事業番号\t1-2
	CodeByteOrderMark Code = "text/byte-order-mark"

	// More places did not decode than are reported one by one.
	//
	// Example (isehara-program):
	//
	//	事業名\t清掃事業\t事業番号\t1-2
	//	101× 実施した取組の内容\tごみの分別と減量を市民に呼び掛け、説明会を開きました。\xff
	CodeMoreFaults Code = "text/more-faults"

	// A label holds a sign that only looks like the letter of the form: a circle
	// for the letter o.
	//
	// Example (isehara-program):
	//
	//	事業名\t清掃事業\t事業番号\t1-2
	//	事業実施 (D○)
	CodeMisreadLabel Code = "text/misread-label"

	// Radicals of Kangxi stand in the place of characters that look the same.
	//
	// Example (misato-program):
	//
	//	事務事業コード |
	//	1000001 |
	//	課題 |
	//	⾼齢化が進む。 |
	CodeRadical Code = "text/radical"

	// A piece of text was taken by no rule, and stands in unmapped.
	//
	// Example (misato-program):
	//
	//	事業名 |
	//	清掃事業 |
	//	単位 |
	//	件 |
	//	人気 |
	CodeUnmapped Code = "layout/unmapped"

	// The lines have neither tabs nor pipes nor columns, and much could not be told.
	//
	// Example (hadano-progress):
	//
	//	項目 3-2 協働の推進 改革の柱 3 担い手をつくる改革
	//	指標 R3 R4 R5 R6 R7 計
	//	活動指標 取組の進捗(%) 目標 50% 70%
	//	成果指標 団体の数 目標 50団体 55団体
	//	取組内容 令和3年度 令和4年度 令和5年度 令和6年度 令和7年度
	//	項目名 3-2-1. 市民参加手法の活用 調査 実施
	//	取組主管課 行政経営課 取組内容(活動) 手法を整理する。 体系化する。
	//	区分 新規 実績 調査した。 指標 目標 3件 4件
	//	自己評価 B 進んでいる。
	//	項目名 3-2-2. 情報の発信 調査 実施
	//	取組主管課 広報課 取組内容(活動) 発信する。 見直す。
	//	区分 継続 実績 発信した。 指標 目標 5件 6件
	//	12× 人気
	CodeNoCells Code = "layout/no-cells"

	// A label and its value, or several values, stood in one cell.
	//
	// Example (isehara-program):
	//
	//	事業名\t清掃事業\t事業番号 1-2
	CodeJoinedCells Code = "layout/joined-cells"

	// More labels than are reported one by one stood in one cell with their values: the
	// text has lines where the sheet has cells.
	//
	// Example (misato-program):
	//
	//	事務事業コード 1000001
	//	事業名 清掃事業
	//	まちづくり方針 環境
	//	施策の柱 2 緑
	//	施策 2-1 緑化
	//	担当部名 環境部
	//	担当課名 公園課
	//	開始年度 平成3年度
	//	終了年度 なし
	CodeMoreJoined Code = "layout/more-joined-cells"

	// The columns of a row stand elsewhere than its header says.
	//
	// Example (sakado-progress):
	//
	//	基本方針\tNo.\t取組項目 (A)\t関係課 (B)\t取組の方針と内容 (C)
	//	\t\t9\t清掃の推進\t環境政策課\t市民と清掃します。
	CodeShiftedRow Code = "layout/shifted-row"

	// The year of values can't be told: fewer cells than years.
	//
	// Example (isehara-program):
	//
	//	事業行程\t項目\t年度
	//	\t\t令和3年度\t令和4年度\t令和5年度
	//	清掃の実施 月1回 月2回
	CodeYearUnknown Code = "layout/year-unknown"

	// The column of values can't be told: they may be one thing or another.
	//
	// Example (misato-program):
	//
	//	指標名 |
	//	清掃の回数 |
	//	令和3年度 12 回 % |
	CodeColumnUnknown Code = "layout/column-unknown"

	// A text goes on behind a page break.
	//
	// Example (isehara-program):
	//
	//	事業名\t清掃事業
	//	事業内容\t市内の公園を清掃し、
	//	\f評価(Check)
	//	\tごみを減らします。
	CodePageBreak Code = "layout/page-break"

	// A row's line is broken inside a cell.
	//
	// Example (sakado-progress):
	//
	//	基本方針\tNo.\t取組項目 (A)\t関係課 (B)\t取組の方針と内容 (C)
	//	\t9\t清掃の
	//	推進\t環境政策課\t市民と清掃します。
	CodeBrokenLine Code = "layout/broken-line"

	// A unit stands without its number where other cells of the row have one.
	//
	// Example (isehara-program):
	//
	//	\t年度\t令和3年度 実績\t令和4年度 実績
	//	\t事業費合計\t5\t千円\t\t千円
	CodeLoneUnit Code = "value/lone-unit"

	// A number was expected and something else was found.
	//
	// Example (isehara-program):
	//
	//	\t年度\t令和3年度 実績
	//	\t事業費合計\t1,23千円
	CodeUnreadable Code = "value/unreadable"

	// Two different amounts stand where one belongs.
	//
	// Example (isehara-program):
	//
	//	\t年度\t令和3年度 実績
	//	\t事業費合計\t5\t千円\t6\t千円
	CodeTwoAmounts Code = "value/two-amounts"

	// A value printed in two places differs between them.
	//
	// Example (isehara-program):
	//
	//	目標\t【指標名】\t【現状値】\t年度
	//	\t\t\t令和3年度
	//	\t清掃の回数\t2回 (令和2年度)\t3回
	//	目標の達成状況\t【指標名】\t【現状値】\t年度
	//	\t\t\t令和3年度
	//	\t清掃の回数\t4回 (令和2年度)\t3回
	CodeRestated Code = "value/restated"

	// A year is expected and can't be read as one.
	//
	// Example (isehara-program):
	//
	//	開始年度\t不明
	CodeYearUnreadable Code = "value/year-unreadable"

	// The ticked box and the printed grade differ.
	//
	// Example (isehara-program):
	//
	//	進捗状況\t☑計画どおり(A) ☐遅れ(B)\tB
	CodeGradeDiffers Code = "consistency/grade-differs"

	// Several boxes are ticked where one may be.
	//
	// Example (isehara-program):
	//
	//	進捗状況\t☑計画どおり(A) ☑遅れ(B)\tB
	CodeSeveralChoices Code = "consistency/several-choices"

	// Two items have one number.
	//
	// Example (sakado-progress):
	//
	//	基本方針\tNo.\t取組項目 (A)\t関係課 (B)\t取組の方針と内容 (C)
	//	\t1\t清掃の推進\t環境政策課\t市民と清掃します。
	//	\t2\t緑化の推進\t環境政策課\t市民と緑化します。
	//	\t1\t防犯の推進\t環境政策課\t市民と見守ります。
	CodeNumberTwice Code = "consistency/number-twice"

	// A table names a measure or direction otherwise than its heading does.
	//
	// Example (komaki-plan):
	//
	//	基本施策 12
	//	健康づくり・医療
	//	まちづくり推進計画\t\tNo.\t取組項目\t担当課
	//	基本施策\t展開方向\t\t\t
	//	12 地域の福祉\t1 健康づくりを支援します\t1\t健康ポイントの普及\t保健推進課
	CodeHeadingDiffers Code = "consistency/heading-differs"

	// The number or code that identifies the item is not printed.
	//
	// Example (isehara-program):
	//
	//	事業名\t清掃事業
	CodeNoNumber Code = "required/number"

	// The name of the item is not printed.
	//
	// Example (isehara-program):
	//
	//	事業番号\t1-2
	CodeNoName Code = "required/name"
)

// Entry describes a code of the catalogue.
type Entry struct {
	Code     Code
	Severity Severity
	// English and Japanese are templates with indexed verbs: %[1]s.
	English, Japanese string
}

// verbs are those of the templates, and one that no template has.
var verbs = [...]string{"%[1]", "%[2]", "%[3]", "%[4]", "%[5]", "%[6]", "%[7]", "%[8]", "%[9]", "%[10]"}

// Arguments returns how many arguments the templates take.
func (e Entry) Arguments() int {
	count := 0
	for strings.Contains(e.English, verbs[count]) {
		count++
	}
	return count
}

// catalogue is in the order of the codes above.
var catalogue = []Entry{
	{CodeUndecodable, SeverityError,
		"bytes %[1]s at offset %[2]s are no %[3]s text; found nothing readable, expected a character: convert the file again or name its encoding",
		"オフセット %[2]s のバイト列 %[1]s は %[3]s の文字として読めません。再変換するか、文字コードを指定してください"},
	{CodeControlCharacter, SeverityError,
		"control character %[1]s at offset %[2]s; expected printable text: extract the text again",
		"オフセット %[2]s に制御文字 %[1]s があります。テキストを抽出し直してください"},
	{CodeByteOrderMark, SeverityWarning,
		"byte order mark at offset %[1]s inside the text; expected only at the start: files may have been run together",
		"オフセット %[1]s に BOM があります（先頭にのみ許されます）。ファイルが連結された可能性があります"},
	{CodeMoreFaults, SeverityError,
		"found %[1]s more places that are no %[2]s text, expected none: convert the file again or name its encoding",
		"%[2]s の文字として読めない箇所がほかに %[1]s か所あります。再変換するか、文字コードを指定してください"},
	{CodeMisreadLabel, SeverityInfo,
		"%[1]s: found %[2]s with a look-alike sign (%[4]s), expected %[3]s; read as that label",
		"%[1]s: %[2]s に形の似た別の文字（%[4]s）があります（正しくは %[3]s）。その見出しとして読みました"},
	{CodeRadical, SeverityInfo,
		"found %[1]s radicals (%[4]s) in the place of characters, as in %[2]s, expected %[3]s; read as the characters",
		"漢字の代わりに部首の文字（%[4]s）が %[1]s 字あります（%[2]s など）。%[3]s のように通常の漢字として読みました"},
	{CodeUnmapped, SeverityWarning,
		"found %[1]s, expected a label of the form or the value of one; kept in unmapped",
		"%[1]s は様式のどの項目にも当てはまりません。unmapped に残しました"},
	{CodeNoCells, SeverityWarning,
		"found lines without tabs, pipes or columns, expected the cells of a table; labels and values may be mixed up: extract the text again with tabs, or with pdftotext -layout",
		"タブ・縦棒・桁そろえのない行ばかりで、表のセルがありません。見出しと値が混ざっているおそれがあります。タブ区切りか pdftotext -layout でテキストを抽出し直してください"},
	{CodeJoinedCells, SeverityInfo,
		"found %[1]s in one cell, expected separate cells; read as %[2]s",
		"%[1]s が1つのセルに入っています。%[2]s と読みました"},
	{CodeMoreJoined, SeverityInfo,
		"found %[1]s more labels in one cell with their values, expected separate cells; read apart at the labels",
		"見出しと値が1つのセルに入っている箇所がほかに %[1]s か所あります。見出しの位置で分けて読みました"},
	{CodeShiftedRow, SeverityInfo,
		"row %[1]s starts in column %[2]s, expected column %[3]s; read by its labels and the number of its values",
		"行 %[1]s が %[2]s 列目から始まっています（本来は %[3]s 列目）。見出しと値の数で読みました"},
	{CodeYearUnknown, SeverityWarning,
		"%[1]s: found %[2]s values, expected %[3]s (%[4]s); kept without a year",
		"%[1]s: 値が %[2]s 個です（年度は %[3]s 個: %[4]s）。年度なしで残しました"},
	{CodeColumnUnknown, SeverityWarning,
		"%[1]s: found %[2]s, expected a cell for each of %[3]s; which one it is can't be told, kept in unmapped",
		"%[1]s: %[2]s が %[3]s のどれに当たるか判別できません。unmapped に残しました"},
	{CodePageBreak, SeverityInfo,
		"%[1]s goes on behind a page break; found %[2]s without a label and joined it",
		"%[1]s は改ページの後に続いています。見出しのない %[2]s をつなぎました"},
	{CodeBrokenLine, SeverityInfo,
		"found %[1]s on a line of its own, expected it in the row above, whose cells with it are the %[2]s of the table's head; joined them",
		"%[1]s の前で行が途切れています。前の行と合わせると見出しの %[2]s 列になるため、1行として読みました"},
	{CodeLoneUnit, SeverityWarning,
		"%[1]s: found the unit %[2]s alone, expected a number before it as elsewhere in the row; no value was taken",
		"%[1]s: 単位 %[2]s だけがあり、同じ行の他のセルにある数値がありません。値としませんでした"},
	{CodeUnreadable, SeverityWarning,
		"%[1]s: found %[2]s, expected %[3]s; kept as printed",
		"%[1]s: %[2]s を %[3]s として読めません。印字のまま残しました"},
	{CodeTwoAmounts, SeverityWarning,
		"%[1]s: found the different amounts %[2]s, expected one amount; kept as printed without yen",
		"%[1]s: 1つであるべき金額が %[2]s と異なっています。金額なしで印字のまま残しました"},
	{CodeRestated, SeverityWarning,
		"%[1]s: found %[2]s, expected %[3]s as printed before for the same year; both are kept",
		"%[1]s: %[2]s は同じ年度の前の値 %[3]s と異なります。両方を残しました"},
	{CodeYearUnreadable, SeverityWarning,
		"%[1]s: found %[2]s, expected a fiscal year such as 令和4年度; its values have no year",
		"%[1]s: %[2]s を年度（例: 令和4年度）として読めません。値は年度なしで残しました"},
	{CodeGradeDiffers, SeverityWarning,
		"%[1]s: found the printed grade %[2]s, expected %[3]s as ticked; the grade is as printed, the choice as ticked",
		"%[1]s: 印字の評価 %[2]s と選択 %[3]s が異なります。評価は印字、選択は印のとおりです"},
	{CodeSeveralChoices, SeverityWarning,
		"%[1]s: found %[2]s ticked, expected one choice; no choice was taken",
		"%[1]s: %[2]s に印があり、1つに決められません"},
	{CodeNumberTwice, SeverityWarning,
		"found the number %[1]s a second time, expected each number once; this item's id is %[2]s",
		"番号 %[1]s が2度使われています。この項目の id を %[2]s とします"},
	{CodeHeadingDiffers, SeverityWarning,
		"%[1]s: found %[2]s in the table, expected %[3]s as in its heading; read by its number",
		"%[1]s: 表の %[2]s が見出しの %[3]s と異なります。番号で読みました"},
	{CodeNoNumber, SeverityError,
		"found no %[1]s, expected the number that identifies the sheet; its name serves as id",
		"%[1]s がありません。名称を id とします"},
	{CodeNoName, SeverityError,
		"found no %[1]s, expected the name of what the sheet is about",
		"%[1]s がありません"},
}

// counted is an entry with the number of its arguments.
type counted struct {
	Entry
	arguments int
}

var byCode = func() map[Code]counted {
	entries := make(map[Code]counted, len(catalogue))
	for _, entry := range catalogue {
		entries[entry.Code] = counted{Entry: entry, arguments: entry.Arguments()}
	}
	return entries
}()

// Describe returns the catalogue's entry of a code, and whether there is one.
func Describe(code Code) (Entry, bool) {
	entry, known := byCode[code]
	return entry.Entry, known
}

// Catalogue returns every entry, ordered by code.
func Catalogue() []Entry {
	return slices.SortedFunc(slices.Values(catalogue), func(a, b Entry) int {
		return strings.Compare(string(a.Code), string(b.Code))
	})
}

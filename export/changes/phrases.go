package changes

// phrases are the headings and sentences of the views in both languages. %1 to %3
// are replaced; names of classes, statuses and rows stand in words.go.
var phrases = []phrase{
	// Punctuation between parts.
	{", ", "、"},
	{"; ", "、"},
	{": ", "："},
	{"%1 (%2)", "%1（%2）"},
	{"%1 %2", "%1 %2"},
	{"[%1]", "【%1】"},
	{"yes", "はい"},
	{"no", "いいえ"},

	// Issues.
	{"old %1", "旧 %1"},
	{"new %1", "新 %1"},
	{"old:%1", "旧:%1"},
	{"new:%1", "新:%1"},
	{"%1 has no older issue to compare it with.", "%1 には、比べる前年度のものがありません。"},
	{"%1 has no newer issue to compare it with.", "%1 には、比べる翌年度のものがありません。"},
	{"All comparisons", "すべての比較の合計"},
	{"The whole issue", "全体にかかわる変更"},
	{"What could not be compared", "比べられなかったもの"},

	// Summaries.
	{"No difference.", "違いはありません。"},
	{"No difference in %1 items.", "違いはありません（%1項目を比べました）。"},
	{"Items", "項目"},
	{"Changes", "変更"},
	{"%1 more items have nothing that the filter lets through.", "ほかに %1項目は、指定した条件に当たる変更がないため示していません。"},

	// Headings of tables.
	{"Comparison of two issues", "2つの年度の比較"},
	{"Items: %1", "項目（%1）"},
	{"Class", "変更の種類"},
	{"What", "内容"},
	{"Number", "件数"},
	{"Old", "旧"},
	{"New", "新"},
	{"Difference", "差"},
	{"Lines", "行"},

	// The page.
	{". ", "。"},
	{"Skip to the changes", "変更内容へ移動"},
	{"Comparisons", "比較の一覧"},
	{"%1 comparisons", "%1件の比較"},
	{"What changed", "変更の内容"},
	{"What changed: %1", "%1 の変更点"},
	{"Search and filter", "検索と絞り込み"},
	{"Search", "検索"},
	{"Name, number, department, words …", "事業名、番号、所管課、語句など"},
	{"Press / to search, Esc to clear", "/ キーで検索、Esc で消去"},
	{"Open all", "すべて開く"},
	{"Close all", "すべて閉じる"},
	{"Show", "表示"},
	{"All", "すべて"},
	{"None", "なし"},
	{"%1 of %2 shown", "%2件のうち %1件を表示しています"},
	{"Nothing matches. Change the search or the filters.", "該当するものはありません。検索の語句や絞り込みを変えてください。"},
	{"In the charts:", "グラフの見方"},
	{"%1 (new)", "%1（新）"},
	{"%1 (old)", "%1（旧）"},
	{"Lines give the place in the two inputs.", "「旧:」「新:」の数字は、それぞれの入力ファイルの行番号です。"},

	// Items.
	{"formerly %1", "旧称 %1"},
	{"formerly %1 (alike: %2)", "旧称 %1（類似度 %2）"},
	{"Departments", "所管"},
	{"Status", "区分"},
	{"Period", "事業期間"},
	{"Indicator", "指標"},

	// Changes.
	{"%1 added", "%1の追加"},
	{"%1 removed", "%1の削除"},
	{"%1 restated", "%1の修正"},
	{"%1 changed", "%1の変更"},
	{"Moved from %1 to %2", "%1 から %2 へ移動"},
	{"Moved here from %1", "%1 から移動"},
	{"Moved to %1", "%1 へ移動"},
	{"%1 people", "%1人"},
	{"%1 % of the target", "目標の %1 %"},
	{"%1 % of the target (%2)", "目標（%2）の %1 %"},
	{"in %1 items", "%1項目に共通"},
	{"… (%1 characters) …", "…（%1字略）…"},
}

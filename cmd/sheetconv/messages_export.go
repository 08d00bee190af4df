package main

var exportTranslations = []translation{
	// What is loaded.
	{"1 input had failed and is missing here; the manifest says why", "変換できなかった入力が1件あり、ここにはありません（理由は manifest にあります）"},
	{"%[1]s inputs had failed and are missing here; the manifest says why",
		"変換できなかった入力が %[1]s 件あり、ここにはありません（理由は manifest にあります）"},
	{"the output %[1]s is not below this folder; run batch again", "出力 %[1]s がこのフォルダーの外です。batch をもう一度実行してください"},
	{"not a line of a manifest that batch wrote; run batch again, or name the models themselves",
		"batch が書いた manifest の行ではありません。batch をもう一度実行するか、モデルを直接指定してください"},
	{"found %[1]s documents, the manifest says %[2]s; run batch again",
		"文書が %[1]s 件ありますが、manifest では %[2]s 件です。batch をもう一度実行してください"},

	// export.
	{"Export sheets and models as a workbook, tables or pages", "シートとモデルを Excel・表・ページとして書き出す"},
	{`Export what sheets say: as an Excel workbook, as tables for R, pandas or a
database, or as pages to read.

An INPUT is a sheet, a model written by parse, a folder of them (hidden files
and links are left out), or the folder or manifest of a batch. Without an
INPUT, or with -, the standard input is read. All inputs together make one
export, in their order: several years and cities may stand in one table.

The exit code is 1 if an input could not be read as a sheet or a model; the
others are exported.`,
		`シートの内容を、Excel ブック、R・pandas・データベース用の表、または読むための
ページとして書き出します。

INPUT はシート、parse が書いたモデル、それらのフォルダー（隠しファイルとリンクは
除く）、または batch の出力フォルダーか manifest です。INPUT がないとき、または
- のときは標準入力を読みます。すべての入力を順番どおりに1つにまとめるので、
複数の年度や自治体を1つの表にできます。

シートともモデルとも読めない入力があれば、残りを書き出して終了コード 1 で
終わります。`},
	{`  # a workbook for people
  sheetconv export xlsx sheets/ -o summary.xlsx

  # tables for R, pandas, DuckDB and BI tools
  sheetconv export csv sheets/ -o tables

  # everything that a batch converted
  sheetconv export csv models/manifest.jsonl -o tables

  # a page for each sheet
  sheetconv export markdown sheets/ -o pages`,
		`  # 人に渡す Excel ブック
  sheetconv export xlsx sheets/ -o summary.xlsx

  # R、pandas、DuckDB、BI ツール用の表
  sheetconv export csv sheets/ -o tables

  # batch で変換したすべてのシート
  sheetconv export csv models/manifest.jsonl -o tables

  # シートごとのページ
  sheetconv export markdown sheets/ -o pages`},
	{"there is no format %[1]s; did you mean %[2]s?", "形式 %[1]s はありません。%[2]s の誤りではありませんか"},
	{"there is no format %[1]s; the formats are %[2]s", "形式 %[1]s はありません。形式は %[2]s です"},
	{"Write typed tables as CSV, with a Data Package", "型つきの表を CSV と Data Package で書き出す"},
	{`Write a folder of CSV tables, one row a fact, and datapackage.json, which gives
every column its type, its meaning and its keys (Frictionless Data Package).

A table without rows is there, too, with its header. Numbers have the decimals
that are printed, money is in yen, what the sheet does not say is empty.
Texts are not changed: for a spreadsheet that would take some for formulas,
give --guard-formulas.`,
		`1行が1つの事実の CSV の表と、すべての列の型・意味・キーを示す
datapackage.json（Frictionless Data Package）をフォルダーに書き出します。

行のない表も見出しつきで書きます。小数の桁数は印字のとおり、金額は円、
シートに書かれていないことは空欄です。文字列は変えません。表計算ソフトが
数式とみなすおそれがあるときは --guard-formulas を指定してください。`},
	{`  sheetconv export csv sheets/ -o tables

  # for Excel in Japanese
  sheetconv export csv sheets/ --encoding cp932 --guard-formulas -o tables

  # with the findings of check
  sheetconv export csv --check models/ -o tables`,
		`  sheetconv export csv sheets/ -o tables

  # 日本語版 Excel で開くため
  sheetconv export csv sheets/ --encoding cp932 --guard-formulas -o tables

  # check の指摘も含める
  sheetconv export csv --check models/ -o tables`},
	{"Write the same tables as JSON Lines", "同じ表を JSON Lines で書き出す"},
	{`Write the tables of export csv as JSON Lines: an object a row, without the keys
that the sheet does not say. datapackage.json describes them.`,
		`export csv と同じ表を JSON Lines で書き出します。1行が1つのオブジェクトで、
シートに書かれていないことはキーがありません。内容は datapackage.json に
あります。`},
	{"  sheetconv export jsonl sheets/ -o tables", "  sheetconv export jsonl sheets/ -o tables"},
	{"the folder `DIR` to write to; a former export in it is replaced", "書き出し先のフォルダー `DIR`（前回の書き出しは置き換える）"},
	{"the `FILE` to write, which is replaced whole", "書き出し先の `FILE`（ファイル全体を置き換える）"},
	{"`OUT` is a file that ends in .md, for all documents, or a folder for a page each; else stdout",
		"書き出し先 `OUT`。.md で終わればすべての文書を1つのファイルに、それ以外はフォルダーに1文書1ページ（指定がなければ標準出力）"},
	{"run the rules of check, too, and list their findings", "check の規則でも検査し、その指摘も載せる"},
	{"begin each table with a byte order mark, by which Excel tells UTF-8", "各表の先頭に BOM を付ける（Excel が UTF-8 と判別できる）"},
	{"the encoding of the tables; what cp932 cannot hold is told and replaced by 〓", "表の文字コード（cp932 で表せない文字は知らせて 〓 に置き換える）"},
	{"put ' before a text that a spreadsheet would take for a formula", "表計算ソフトが数式とみなす文字列の前に ' を付ける"},
	{"name what to write to with -o", "書き出し先を -o で指定してください"},
	{"--bom marks UTF-8; leave it out, or --encoding cp932", "--bom は UTF-8 の目印です。--bom か --encoding cp932 のどちらかを外してください"},
	{"%[1]s is missing, or another item has it, too; mend the model, or parse the sheet again",
		"%[1]s がないか、ほかの項目と同じです。モデルを直すか、シートから作り直してください"},
	{"%[1]s is the id of no item; mend the model, or parse the sheet again",
		"%[1]s が示す項目がありません。モデルを直すか、シートから作り直してください"},
	{"there is no document to export; nothing was written", "書き出す文書がないので、何も書いていません"},
	{"wrote %[1]s: %[2]s, %[3]s; %[4]s", "%[1]s に書きました: %[2]s、%[3]s、%[4]s"},
	{"%[1]s document", "%[1]s 文書"},
	{"%[1]s documents", "%[1]s 文書"},
	{"%[1]s item", "%[1]s 項目"},
	{"%[1]s items", "%[1]s 項目"},
	{"the findings", "指摘"},
	{"%[1]s holds a %[2]s that no export wrote; name another folder with -o",
		"%[1]s に、書き出しで作られたものではない %[2]s があります。-o で別のフォルダーを指定してください"},
	{"%[1]s is a file; name a folder with -o", "%[1]s はファイルです。-o でフォルダーを指定してください"},
	{"%[1]s: row %[2]s, column %[3]s: cp932 has no %[4]s; replaced by 〓", "%[1]s: %[2]s 行、列 %[3]s: cp932 にない文字 %[4]s を 〓 に置き換えました"},
	{"in %[1]s more places characters were replaced by 〓", "ほかに %[1]s か所で文字を 〓 に置き換えました"},
	{"Write a page for each document, to read", "文書ごとに読むためのページを書き出す"},
	{`Write a page of Markdown for each document, for a wiki or a pull request: what
it is, its items with indicators, costs and evaluations by years, its texts,
and what check finds. In a folder, index.md lists the pages.`,
		`文書ごとに Markdown のページを書き出します（Wiki やプルリクエスト用）。文書の
概要、項目ごとの指標・費用・評価の年度別の表、記述、check の指摘の順です。
フォルダーに書くときは、index.md にページの一覧を作ります。`},
	{`  # one sheet, to the terminal
  sheetconv export markdown sheet.txt

  # a folder of pages, in Japanese
  sheetconv export markdown --lang ja sheets/ -o pages`,
		`  # シート1枚を端末に
  sheetconv export markdown sheet.txt

  # 日本語のページをフォルダーに
  sheetconv export markdown --lang ja sheets/ -o pages`},
	{"Documents", "文書一覧"},
	{"Write an Excel workbook that can be handed on", "そのまま渡せる Excel ブックを書き出す"},
	{`Write one Excel workbook of all documents: an overview, the items, indicators by
years, costs, staffing, evaluations, texts, what check finds, and charts.
Headings are in the language of the session (--lang).`,
		`すべての文書を1つの Excel ブックに書き出します。概要、項目の一覧、年度別の
指標、費用、人員、評価、記述、check の指摘、グラフがあります。見出しの言語は
--lang に従います。`},
	{`  sheetconv export xlsx sheets/ -o summary.xlsx

  # in Japanese, of everything that a batch converted
  sheetconv export xlsx --lang ja models/ -o summary.xlsx`,
		`  sheetconv export xlsx sheets/ -o summary.xlsx

  # batch で変換したすべての文書を日本語で
  sheetconv export xlsx --lang ja models/ -o summary.xlsx`},
}

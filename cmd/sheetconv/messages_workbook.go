package main

var workbookTranslations = []translation{
	// export xlsx.
	{"Write an Excel workbook to hand on", "そのまま渡せる Excel ブックを書き出す"},
	{`Write one Excel workbook of all inputs: an overview with links, one row for each
item, indicators with their years side by side, costs, staffing, evaluations,
plans and results, narratives, attributes, findings and charts.

Headings are in the language of --lang. Numbers have the decimals that are
printed, money is in yen and shown in the unit that is printed, what the sheet
does not say is an empty cell. The rules of check are run, and their findings
are listed, unless --check=false is given.`,
		`すべての入力を1つの Excel ブックに書き出します。リンクつきの概要、事業一覧、年度を
並べた指標、費用、人員、評価、計画と実績、記述、属性、検査、グラフのシートがあります。

見出しは --lang の言語です。数値の小数は印字どおり、金額は円で持ち印字の単位で表示し、
シートに書かれていないものは空のセルです。check の規則も実行して指摘を載せます
（--check=false で省略）。`},
	{`  sheetconv export xlsx sheets/ -o summary.xlsx

  # in Japanese, from everything that a batch converted
  sheetconv export xlsx --lang ja models/manifest.jsonl -o summary.xlsx`,
		`  sheetconv export xlsx sheets/ -o summary.xlsx

  # batch で変換したすべてのシートから、日本語で
  sheetconv export xlsx --lang ja models/manifest.jsonl -o summary.xlsx`},
}

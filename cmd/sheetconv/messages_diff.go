package main

var diffTranslations = []translation{
	{"Compare two years of a plan, and show what changed", "計画の2か年分を比べ、変わったことを示す"},
	{`Compare two issues of one plan, and show what changed: figures that were
restated, results against last year's, grades, costs, sections in charge,
what came, went or was renamed, and narratives word by word.

OLD and NEW are each a sheet, a model written by parse, a folder of them or
the output of batch. Documents are put together by publisher, form and plan;
what has no partner is reported. With MORE, each is compared with the one
before it. What is not of one plan is refused, unless --force is given.

The exit code is 0 if nothing changed, 1 if something did, 2 if there was
trouble.`,
		`同じ計画の2つの版を比べ、変わったことを示します。書き換えられた数値、前年度と
比べた実績、評価、費用、担当課、追加・廃止・改称、記述の語ごとの差分です。

OLD と NEW は、それぞれシート、parse が書いたモデル、それらのフォルダー、または
batch の出力です。文書は発行者・様式・計画ごとにまとめ、相手のないものは知らせ
ます。MORE があれば、それぞれを1つ前の版と比べます。同じ計画でないものは、
--force がない限り比べません。

終了コードは、変わりがなければ 0、あれば 1、問題があれば 2 です。`},
	{`  # in the terminal
  sheetconv diff r1.txt r2.txt

  # only what was restated and what moved, by a tenth or more
  sheetconv diff --only revision,progress --min-percent 10 r1.txt r2.txt

  # three years of an archive, as one page for a browser
  sheetconv diff --to html -o changes.html r1/ r2/ r3/

  # for a script
  sheetconv diff --to json r1.txt r2.txt | jq '.items[].changes[].path'`,
		`  # 端末で
  sheetconv diff r1.txt r2.txt

  # 書き換えられた数値と実績のうち、1割以上変わったものだけ
  sheetconv diff --only revision,progress --min-percent 10 r1.txt r2.txt

  # 3か年分を、ブラウザー用の1ページに
  sheetconv diff --to html -o changes.html r1/ r2/ r3/

  # スクリプト用
  sheetconv diff --to json r1.txt r2.txt | jq '.items[].changes[].path'`},
	{"show these classes of changes only: %[1]s", "次の種類の変更だけを示す: %[1]s"},
	{"show these items only, by their `ID`s, old or new", "`ID`（新旧どちらか）の項目だけを示す"},
	{"leave out figures that changed by less than this many percent", "変化がこの割合（百分率）より小さい数値を省く"},
	{"show so `MANY` words on both sides of what changed in a text; -1 is all",
		"記述の変わった箇所の前後に示す語数 `MANY`（-1 はすべて）"},
	{"compare even what is not of one plan", "同じ計画でないものも比べる"},
	{"diff needs two issues or more; found %[1]s", "diff には2つ以上の版が必要です（指定は %[1]s）"},
	{"--context takes a number of words, or -1 for all; found %[1]s", "--context には語数か、すべてを示す -1 を指定してください（指定は %[1]s）"},
	{"no item has the id %[1]s, neither in an old issue nor in a new one", "番号（id）が %[1]s の項目は、旧・新どちらの版にもありません"},
	{"a workbook is no text for a terminal; name a file with -o", "ワークブックは端末に表示できません。-o でファイルを指定してください"},
	{"expected a number of percent, such as 5 or 2.5", "割合（百分率）を 5 や 2.5 のように指定してください"},
	{"%[1]s and %[2]s are not of one plan: %[3]s; --force compares them anyway",
		"%[1]s と %[2]s は同じ計画ではありません。%[3]s。--force を付けると比べます"},
	{"the publisher is %[1]s in the one and %[2]s in the other", "発行者が %[1]s と %[2]s です"},
	{"the form is %[1]s in the one and %[2]s in the other", "様式が %[1]s と %[2]s です"},
	{"the plan is %[1]s in the one and %[2]s in the other", "計画が %[1]s と %[2]s です"},
	{"not known", "不明"},
	{"%[1]s: %[2]s of %[3]s has no partner in %[4]s", "%[1]s: %[3]s の %[2]s は、相手が %[4]s にありません"},
	{"%[1]s reports on %[2]s and %[3]s on %[4]s: the older issue comes first",
		"%[1]s は %[2]s 年度、%[3]s は %[4]s 年度の報告です。古い版を先に指定してください"},
}

package check

import "sheetconv/model"

// sumEnglish and sumJapanese are the messages of what a form prints as a sum.
const (
	sumEnglish  = "%[1]s: found %[2]s, expected %[3]s (%[4]s)"
	sumJapanese = "%[1]s: %[2]s は %[3]s（%[4]s）と一致しません"
)

var costRules = []Rule{
	{
		CodeSpecificTotal, model.SeverityWarning, sumEnglish, sumJapanese,
		"特定財源計 is not the sum of the sources printed above it. It is asked only where every source is printed. One of the amounts is wrong, in the sheet or by its extraction.",
		"特定財源計が、その上に印字された財源の合計と一致しません。すべての財源が印字されているときだけ調べます。シートまたは抽出の段階で、いずれかの金額が誤っています。",
		"国庫 10円、県 5円、地方債 0円、その他 1円、計 15円", "国庫 10円、県（空欄）、計 15円",
	},
	{
		CodeNet, model.SeverityWarning, sumEnglish, sumJapanese,
		"市の実質負担額 is not 総事業費 less 特定財源, as its label says. One of the three amounts is wrong.",
		"市の実質負担額が、見出しのとおりの「総事業費−特定財源」になっていません。3つの金額のいずれかが誤っています。",
		"総事業費 100円、特定財源計 40円、実質負担額 50円", "総事業費 100円、特定財源計 40円、実質負担額 60円",
	},
	{
		CodeGeneral, model.SeverityWarning, sumEnglish, sumJapanese,
		"一般財源 is not (a)−①−②−③, as its label says: the total is not the sum of its sources. One of the amounts is wrong, or stands in the wrong column.",
		"一般財源が、見出しのとおりの (a)−①−②−③ になっていません。事業費合計が財源の合計と合わないことになります。金額の誤りか、列のずれです。",
		"(a) 100千円、① 40千円、② 0千円、③ 0千円、一般財源 50千円", "(a) 100千円、① 40千円、② 0千円、③ 0千円、一般財源 60千円",
	},
	{
		CodePersonnel, model.SeverityWarning, sumEnglish, sumJapanese,
		"人件費合計 is not the sum of 正規職員 and その他の職員.",
		"人件費合計が、正規職員とその他の職員の合計と一致しません。",
		"正規職員 80千円、その他の職員 20千円、合計 110千円", "正規職員 80千円、その他の職員 20千円、合計 100千円",
	},
	{
		CodeFullCost, model.SeverityWarning, sumEnglish, sumJapanese,
		"トータルコスト is not (a)+(b), the total of the program and that of its staff.",
		"トータルコストが (a)+(b)（事業費合計と人件費合計）になっていません。",
		"(a) 100千円、(b) 50千円、トータルコスト 160千円", "(a) 100千円、(b) 50千円、トータルコスト 150千円",
	},
	{
		CodeRounding, model.SeverityInfo, sumEnglish, sumJapanese,
		"A sum of rounded amounts differs from its parts by no more than rounding can make. It needs no correction, but who adds the parts gets another sum.",
		"端数処理した金額の合計が、内訳の合計と端数の範囲で異なります。訂正は不要ですが、内訳を足しても印字の合計にはなりません。",
		"80千円 + 20千円 = 101千円", "80千円 + 20千円 = 100千円",
	},
	{
		CodeStaffing, model.SeverityWarning, sumEnglish, sumJapanese,
		"The total of staff is not the sum of regular and other staff.",
		"人数の合計が、正規職員とその他の職員の合計と一致しません。",
		"0.5人 + 1.2人 = 1.8人", "0.45人 + 1.2人 = 1.7人（小数第1位まで）",
	},
	{
		CodeUnitCost, model.SeverityWarning, sumEnglish, sumJapanese,
		"A cost per head is not the cost by the number of heads, whichever way it was rounded. The cost is トータルコスト, or 事業費合計 where that gives the printed figure; of amounts in thousands their own rounding is allowed for.",
		"単位当たりコストが、費用を対象数で割った額と一致しません（端数処理はどれでも認めます）。費用はトータルコストとし、事業費合計で印字の額になるときはそれも認めます。千円単位の金額はその端数も見込みます。",
		"818千円 ÷ 101,381人 = 80円", "818千円 ÷ 101,381人 = 8円",
	},
}

var figureRules = []Rule{
	{
		CodeRate, model.SeverityWarning,
		"%[1]s: found %[2]s, expected %[3]s (%[4]s)",
		"%[1]s: %[2]s は %[3]s（%[4]s）と一致しません",
		"A rate is not the actual value by the target of its year, to within one step of its last printed digit. For what is to fall, the target by the actual value, and 200 % less the actual by the target, are right, too.",
		"達成率が、その年度の実績値÷計画値と一致しません（印字の最後の桁の1までの差は認めます）。減らす指標では、計画値÷実績値と、200％−実績値÷計画値も認めます。",
		"計画値 50、実績値 40、達成率 85.0%", "計画値 6、実績値 5、達成率 83.3%",
	},
	{
		CodeRateCapped, model.SeverityInfo,
		"%[1]s: found %[2]s, expected %[3]s (%[4]s); the rate is capped at 100",
		"%[1]s: %[2]s は %[3]s（%[4]s）を 100 で打ち切った値です",
		"The target was exceeded, and the printed rate stops at 100. Rates of programs that cap and of those that don't can't be compared; the actual value and the target tell the true rate.",
		"目標を上回っていますが、達成率は 100 で打ち切られています。打ち切らない事業の達成率とは比べられません。実際の率は実績値と計画値から分かります。",
		"計画値 1250、実績値 1252、達成率 100.0%", "計画値 1250、実績値 1252、達成率 100.2%",
	},
	{
		CodeGoal, model.SeverityWarning,
		"%[1]s: found %[2]s for the whole plan, expected %[3]s, the sum of its %[4]s years",
		"%[1]s: 計画全体の値 %[2]s が、%[4]s 年分の合計 %[3]s と一致しません",
		"A figure for the whole plan is more than that of any year, and so is meant as their sum, but is not it. Figures that can't be added (percentages, running totals, the last year's) are left alone.",
		"計画全体の値がどの年度の値よりも大きく、合計のはずですが、各年度の合計と一致しません。足せない値（割合、累計、最終年度の値）は調べません。",
		"各年度 5・5・6・6・8回、計 31回", "各年度 30・60・120施設、全体 120施設",
	},
	{
		CodeGradeCounts, model.SeverityWarning,
		"%[1]s: found %[2]s, expected %[3]s by the grades of the items",
		"%[1]s: %[2]s が、各項目の評価の数 %[3]s と一致しません",
		"The counts of a summary are not those of the grades printed with the items. A grade, a count or an item is wrong or lost. It is asked only where every item has a grade.",
		"集計の数が、各項目に印字された評価の数と一致しません。評価・件数・項目のいずれかが誤りか、失われています。すべての項目に評価があるときだけ調べます。",
		"評価 A・A・B、集計 A 1・B 2", "評価 A・A・B、集計 A 2・B 1",
	},
	{
		CodeNumberGap, model.SeverityWarning,
		"%[1]s: found the number %[2]s behind %[4]s, expected %[3]s; an item may be lost",
		"%[1]s: 番号 %[4]s の次が %[2]s です。%[3]s が抜けているかもしれません",
		"The numbers of items have a gap. Either a row of the table was lost, or the item was dropped from the plan.",
		"項目の番号が飛んでいます。表の行が失われたか、項目が計画から外されたかのどちらかです。",
		"No. 1、2、4", "No. 1、2、3",
	},
}

var consistencyRules = []Rule{
	{
		CodeGradeUnknown, model.SeverityWarning,
		"%[1]s: found the grade %[2]s, expected one of %[3]s",
		"%[1]s: 評価 %[2]s は凡例（%[3]s）にありません",
		"A grade stands neither in the printed legend nor among the options beside it. It was misread, or belongs to another cell.",
		"評価が、印字された凡例にも選択肢にもありません。読み違いか、別の欄の値です。",
		"凡例 A・B・C、評価 E", "凡例 A・B・C、評価 C",
	},
	{
		CodeRowTwice, model.SeverityWarning,
		"%[1]s: found %[2]s twice, expected it once",
		"%[1]s: %[2]s が2度あります。1度だけのはずです",
		"An indicator with all its values, or an amount of one year, stands twice in an item. A page repeats a row, or extraction did; a sum over the rows counts it twice. An indicator that is marked 再掲 is meant to stand again.",
		"同じ指標（値もすべて同じ）または同じ年度の同じ金額が、1つの項目に2度あります。ページをまたぐ行の重複か、抽出の誤りです。合計すると二重に数えられます。（再掲）のある指標は指摘しません。",
		"受診率 34.2%（同じ行が2度）", "受診率 34.2%、受診率(再掲) 34.2%",
	},
	{
		CodeParentUnknown, model.SeverityWarning,
		"%[1]s: found the parent %[2]s, expected the id of an item of the document",
		"%[1]s: 上位の項目 %[2]s が文書にありません",
		"An item stands under another that is no item of the document: its heading was lost, or the model was edited.",
		"上位の項目が文書にありません。見出しが失われたか、モデルが編集されています。",
		"parent: 40（項目 40 なし）", "parent: 30（項目 30 あり）",
	},
	{
		CodeNumberOutside, model.SeverityWarning,
		"%[1]s: found the number %[2]s, expected %[3]s under %[4]s",
		"%[1]s: 番号 %[2]s が %[4]s の番号（%[3]s）ではありません",
		"The number of an item does not begin with that of what it stands under. One of the two numbers was misread, or the item stands under the wrong heading.",
		"項目の番号が、上位のものの番号で始まっていません。どちらかの番号の読み違いか、別の見出しの項目です。",
		"施策 40 の事業 41-106", "施策 40 の事業 40-106",
	},
	{
		CodeNameTwice, model.SeverityWarning,
		"%[1]s: found the number %[2]s, expected %[3]s as in its heading",
		"%[1]s: 番号 %[2]s が見出しの %[3]s と異なります",
		"Two measures, or two directions of one measure, have one name and two numbers: the table of initiatives gives a heading's number otherwise. One of them was misread, and initiatives stand under the wrong one.",
		"同じ名称の施策（または同じ施策の展開方向）に2つの番号があります。表の番号が見出しと異なり、どちらかの読み違いです。取組項目が誤った施策の下に置かれています。",
		"見出し 13 地域福祉、表 18 地域福祉", "見出し 13 地域福祉、表 13 地域福祉",
	},
	{
		CodeRepeatedDiffers, model.SeverityWarning,
		"%[1]s (再掲): found %[2]s, expected %[3]s as in %[4]s",
		"%[1]s（再掲）: %[2]s が %[4]s の %[3]s と異なります",
		"An indicator that is marked 再掲 has another value than where it is first printed.",
		"再掲の指標の値が、最初に印字された値と異なります。",
		"利用者数 13,000人、利用者数(再掲) 18,000人", "利用者数 13,000人、利用者数(再掲) 13,000人",
	},
	{
		CodeRepeatedName, model.SeverityWarning,
		"%[1]s (再掲): found this name, expected %[3]s as in %[4]s, but for one letter",
		"%[1]s（再掲）: %[4]s の %[3]s と1文字違います",
		"An indicator that is marked 再掲 has the name of another but for one letter that was lost. They are one indicator; a search by name finds only one of them.",
		"再掲の指標の名称が、元の指標の名称と1文字だけ違います。同じ指標ですが、名称で検索すると片方しか見つかりません。",
		"サロンの利用者数、サロンの利者数(再掲)", "サロンの利用者数、サロンの利用者数(再掲)",
	},
	{
		CodeSimilarNames, model.SeverityWarning,
		"%[1]s: found the name %[2]s, expected one spelling; %[4]s has %[3]s",
		"%[1]s: 「%[2]s」は「%[3]s」（%[4]s）の別の表記のようです",
		"Two names in 「」 differ so little that they name one thing. Which of them is right, the original tells.",
		"「」の中の2つの名称の違いがごくわずかで、同じものを指すとみられます。どちらが正しいかは原本で確かめてください。",
		"交流テラス「ワークタイプこまき」、交流テラス「ワクティブこまき」", "「スマートバス券」、「スマートパス券」",
	},
}

var requiredRules = []Rule{
	{
		CodeNoItems, model.SeverityError,
		"%[1]s: found no items, expected what the sheet is about",
		"%[1]s: 項目がありません",
		"A document has no items: the head of a sheet was read, and nothing behind it.",
		"文書に項目がありません。シートの見出しだけが読まれ、中身がありません。",
		"items なし", "items 1件",
	},
	{
		CodeNoPart, model.SeverityWarning,
		"%[1]s: found no %[3]s, expected one in every sheet of the form",
		"%[1]s: %[3]s がありません（この様式では必須です）",
		"A part that every sheet of the form has is not there: left blank by its author, lost by extraction, or under a label that the form does not know (see layout/unmapped).",
		"この様式に必ずあるはずの欄がありません。記入されていないか、抽出で失われたか、様式の知らない見出しの下にあります（layout/unmapped も見てください）。",
		"担当課名の欄が空", "担当課名 企画調整課",
	},
}

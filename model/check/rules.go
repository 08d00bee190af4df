package check

import (
	"cmp"
	"slices"

	"sheetconv/model"
)

// rules is the table of every code, ordered by code: those of this package by
// family, and the parser's with what there is to say about them.
var rules = func() []Rule {
	table := slices.Concat(
		textRules, layoutRules, valueRules, costRules, figureRules, consistencyRules, requiredRules, parserRules(),
	)
	slices.SortFunc(table, func(x, y Rule) int { return cmp.Compare(x.Code, y.Code) })
	return table
}()

// parserRules are the codes of the catalogue with their explanations.
func parserRules() []Rule {
	entries := model.Catalogue()
	table := make([]Rule, 0, len(entries))
	for _, entry := range entries {
		rule := explanations[entry.Code]
		rule.Code, rule.Severity, rule.English, rule.Japanese = entry.Code, entry.Severity, entry.English, entry.Japanese
		table = append(table, rule)
	}
	return table
}

var textRules = []Rule{
	{
		CodeLookAlike, model.SeverityWarning,
		"%[1]s: found %[2]s, which holds look-alike letters (%[4]s), expected %[3]s",
		"%[1]s: %[2]s に形の似た別の文字（%[4]s）があります。正しくは %[3]s です（〓 は原本で確かめてください）",
		"A letter of another script stands inside a word: Cyrillic or Greek beside kana, kanji or Latin letters, a Latin letter between katakana, a circle for the letter o, a kanji between katakana. Character recognition makes such letters; a search for the word does not find it. Correct the sheet's text after the original; 〓 stands for a letter that only the original can tell.",
		"単語の中に別の文字体系の文字があります（かな・漢字に混じるキリル文字やギリシャ文字、カタカナに挟まれた英字や漢字、英字 o の代わりの丸など）。文字認識の誤りで生じ、検索しても見つからなくなります。原本を見てテキストを直してください。〓 は原本でしか分からない文字です。",
		"デジタルデバйд対策", "プラスαの効果",
	},
	{
		CodeLostCircledNumber, model.SeverityWarning,
		"%[1]s: found the list marks %[2]s, expected %[3]s",
		"%[1]s: 箇条の記号が %[2]s になっています。正しくは %[3]s です",
		"The circled numbers of a list came out as @, A, B: the font's codes were read as letters. The text is kept as it is; read the marks as ①, ②, ③.",
		"丸数字の箇条記号が @・A・B になっています。フォントの文字コードがそのまま英字として読まれたものです。テキストはそのまま残しています。①・②・③ と読み替えてください。",
		"@課題を解決するA交流を深める", "メール@市民課",
	},
	{
		CodeReplacementCharacter, model.SeverityWarning,
		"%[1]s: found U+FFFD in %[2]s, expected a letter",
		"%[1]s: %[2]s に置換文字 U+FFFD があります。元の文字が失われています",
		"The sign U+FFFD stands where a letter was lost before the sheet got here, in an earlier conversion. The letter can only be had from the original.",
		"以前の変換で読めなかった文字の代わりに U+FFFD が入っています。元の文字は原本でしか分かりません。",
		"清掃\uFFFD業", "清掃事業",
	},
	{
		CodeGlyphNumber, model.SeverityWarning,
		"%[1]s: found the glyph number %[2]s, expected a letter",
		"%[1]s: 字形番号 %[2]s があります。文字として抽出されていません",
		"The PDF's font names no letter for a glyph, so that extraction wrote its number. Read the letter from the original, or extract with character recognition.",
		"PDF のフォントに文字の対応がなく、字形の番号がそのまま出力されています。原本で文字を確かめるか、文字認識で抽出し直してください。",
		"清(cid:1234)事業", "清掃事業(cid)",
	},
	{
		CodeCompatibilityIdeograph, model.SeverityInfo,
		"%[1]s: found %[2]s with the compatibility ideograph %[4]s, which is a form of that in %[3]s",
		"%[1]s: %[2]s に互換漢字（%[4]s）があります。通常の字体は %[3]s です",
		"A kanji of the compatibility block stands in a text. In a person's name it may be meant; elsewhere the common kanji is, and normalizing the text changes it.",
		"互換漢字の領域の文字が使われています。人名では意図したものかもしれませんが、それ以外は通常の漢字のはずです。正規化すると字が変わります。",
		"精\uFA19", "精神",
	},
	{
		CodeDoubledParticle, model.SeverityWarning,
		"%[1]s: found %[2]s, expected %[3]s",
		"%[1]s: %[2]s は助詞が重なっています。正しくは %[3]s です",
		"A particle stands twice. It is a slip of the sheet or of its extraction; the text is kept as printed.",
		"助詞が二重になっています。シートまたは抽出の誤りです。テキストは印字のまま残しています。",
		"新たにに取り組む", "まちににぎわいを、ものの例",
	},
	{
		CodeHalfWidthKatakana, model.SeverityInfo,
		"%[1]s: found half-width katakana %[2]s, expected %[3]s",
		"%[1]s: 半角カタカナ %[2]s があります。全角では %[3]s です",
		"Half-width katakana stand in a text. They are kept as printed; a search for the full-width word does not find them.",
		"半角カタカナが使われています。印字のまま残しているため、全角で検索しても見つかりません。",
		"ﾎｰﾑﾍﾟｰｼﾞの更新", "ホームページの更新",
	},
}

var layoutRules = []Rule{
	{
		CodeValueWithoutYear, model.SeverityWarning,
		"%[1]s: found %[4]s values (%[5]s) without a year, of which the first is %[2]s, expected a year for each",
		"%[1]s: 年度のない値（%[5]s）が %[4]s 個あります（最初は %[2]s）。それぞれに年度があるはずです",
		"An indicator has several values of one kind that belong to no year. One such value is a total; of several, the head of the table was lost, or the model was written by hand.",
		"1つの指標に年度のない同種の値が複数あります。1つなら合計ですが、複数なら表の見出しが失われたか、モデルが手で書かれたものです。",
		"実績 12, 15（年度なし）", "実績 12（R3）, 15（R4）, 27（計）",
	},
}

var valueRules = []Rule{
	{
		CodeYearOutsidePlan, model.SeverityWarning,
		"%[1]s: found %[4]s in %[2]s, expected a year within %[3]s",
		"%[1]s: %[4]s は %[2]s の値ですが、期間は %[3]s です",
		"A target, a result or an amount belongs to a year that lies outside the plan, or outside the period of the program. Either the year or the period is wrong. Baselines may lie before it.",
		"目標・実績・金額の年度が、計画（または事業）の期間の外にあります。年度か期間のどちらかが誤りです。基準値は期間の前でもかまいません。",
		"終了年度 令和3年度、計画値 令和4年度 12", "終了年度 令和4年度、計画値 令和4年度 12",
	},
	{
		CodeYearOrder, model.SeverityWarning,
		"%[1]s: found %[4]s in %[2]s, expected %[3]s after the years beside it",
		"%[1]s: %[4]s の年度 %[2]s は前後の年度と続きません。%[3]s のはずです",
		"The years of a row follow on each other but for one, which goes back or repeats another. A digit of the table's head was misread, and every value below it stands in a wrong year. Correct the head after the original. It is reported once, at the first value below the head; a final year that stands apart is left.",
		"一連の年度のうち1つだけが前後と続きません（戻っている、重なっているなど）。表の見出しの数字の読み違いで、その下の値はすべて誤った年度になります。原本で見出しを直してください。見出しごとに最初の値で1度だけ指摘します。離れた最終年度は指摘しません。",
		"令和2年度 令和8年度 令和4年度", "令和2年度 令和3年度 令和7年度",
	},
	{
		CodeEraEnded, model.SeverityInfo,
		"%[1]s: found %[2]s, a year after the end of its era, expected %[3]s; read as that year",
		"%[1]s: %[2]s は元号の終わった後の年です。%[3]s にあたります",
		"A year is counted in an era that had ended by then, as plans did that were made before the change of eras. It is read as the year that it would have been.",
		"改元後の年が前の元号で書かれています。改元前に作られた計画によくある書き方です。該当する年として読んでいます。",
		"平成35年度", "平成31年度、令和5年度",
	},
	{
		CodeUnitDiffers, model.SeverityWarning,
		"%[1]s: found %[4]s with the unit %[2]s, expected the unit %[3]s",
		"%[1]s: %[4]s の単位 %[2]s が指標の単位 %[3]s と異なります",
		"A value has another unit than its indicator, or than most of its values. It may stand in the wrong row, or its number may have been counted otherwise. Spellings of one unit and units of money are taken for the same.",
		"値の単位が指標の単位（または他の値の単位）と異なります。別の行の値か、数え方の違う値かもしれません。同じ単位の表記の違いと金額の単位の違いは数えません。",
		"単位 件: 12人", "単位 か所: 12箇所",
	},
	{
		CodeDateOrder, model.SeverityWarning,
		"%[1]s: found %[2]s, expected %[3]s",
		"%[1]s: %[2]s は順序が合いません。%[3]s のはずです",
		"Two dates are out of order: a period that ends before it begins, a table that stands on a day before the year of its results or before its plan, a value of a day outside its year.",
		"日付の前後が合いません。終わりが始まりより前の期間、実績の年度や計画の始まりより前の現在日、年度の外の日付の値などです。",
		"計画期間 令和6年度～令和2年度", "計画期間 令和2年度～令和6年度",
	},
}

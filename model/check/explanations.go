package check

import "sheetconv/model"

// explanations say of each of the parser's codes what to make of it.
var explanations = map[model.Code]Rule{
	model.CodeUndecodable: {
		Explanation:         "A sequence of bytes is no text in the encoding of the file. The file was damaged, cut in a character, or its encoding was mistaken. Convert it again, or name the encoding with --encoding.",
		ExplanationJapanese: "ファイルの文字コードとして読めないバイト列があります。ファイルの破損、文字の途中での切断、文字コードの取り違えが考えられます。変換し直すか、--encoding で文字コードを指定してください。",
		Example:             "清掃\\xff事業", Counterexample: "清掃事業",
	},
	model.CodeControlCharacter: {
		Explanation:         "A control character stands in the text. Extraction left it, or the file is none of text. Extract the text again.",
		ExplanationJapanese: "テキストに制御文字があります。抽出の際に残ったか、テキストでないファイルです。抽出し直してください。",
		Example:             "清掃\\x00事業", Counterexample: "清掃事業",
	},
	model.CodeByteOrderMark: {
		Explanation:         "A byte order mark stands inside the text: files were run together. The parts may have different encodings.",
		ExplanationJapanese: "テキストの途中に BOM があります。複数のファイルが連結されており、文字コードが異なるかもしれません。",
		Example:             "2つ目のファイルの先頭の BOM", Counterexample: "ファイルの先頭の BOM",
	},
	model.CodeMoreFaults: {
		Explanation:         "So many places are no text that the rest of them is only counted. The encoding is probably mistaken; name it with --encoding.",
		ExplanationJapanese: "読めない箇所が多いため、残りは件数だけを示します。文字コードの取り違えとみられます。--encoding で指定してください。",
		Example:             "101か所以上の読めないバイト列", Counterexample: "1か所の読めないバイト列",
	},
	model.CodeMisreadLabel: {
		Explanation:         "A label of the form holds a sign that only looks like the right letter. It was read as that label, and nothing is lost; but character recognition has been at work, and may have mistaken other letters.",
		ExplanationJapanese: "様式の見出しに、形の似た別の文字があります。その見出しとして読めており、失われたものはありませんが、文字認識を経たテキストなので、ほかにも読み違いがあるかもしれません。",
		Example:             "事業実施 (D○)", Counterexample: "事業実施 (Do)",
	},
	model.CodeRadical: {
		Explanation:         "Kangxi and other radicals stand in the place of kanji that look the same: PDF fonts map them so, and a search of the sheet does not find the words. They were read as the kanji; only the sheet's own text still has them.",
		ExplanationJapanese: "見た目が同じ漢字の代わりに部首の文字（康熙部首など）が使われています。PDF のフォントによるもので、シートの中を検索しても見つかりません。通常の漢字として読んでおり、部首の文字が残るのは元のテキストだけです。",
		Example:             "⽣活の⽀援", Counterexample: "生活の支援",
	},
	model.CodeUnmapped: {
		Explanation:         "A piece of text stands where the form expects none, or under a label that it does not know. It is kept in unmapped. Where the form has changed, its table of labels needs the new one.",
		ExplanationJapanese: "様式が想定しない場所の文字列か、知らない見出しです。unmapped に残しています。様式が変わった場合は、見出しの表に追加が必要です。",
		Example:             "人気 |", Counterexample: "単位 |",
	},
	model.CodeNoCells: {
		Explanation:         "The table was turned into lines in which single blanks part labels and values, as they part words. Where one ends and the next begins can only be guessed from what they are, and empty cells are gone. Extract the text again with tabs, or with pdftotext -layout, before you use the figures.",
		ExplanationJapanese: "表が、見出しと値を空白1つで並べただけの行になっています。どこで区切れるかは内容から推測するほかなく、空欄も失われています。数値を使う前に、タブ区切りか pdftotext -layout で抽出し直してください。",
		Example:             "指標 目標 50% 70%", Counterexample: "指標\t目標\t50%\t\t70%",
	},
	model.CodeJoinedCells: {
		Explanation:         "A label and its value, or several values, stood in one cell, and were parted by what they are. Look whether they were parted where the sheet does.",
		ExplanationJapanese: "見出しと値、または複数の値が1つのセルに入っていたため、内容から分けました。シートのとおりに分かれているか確かめてください。",
		Example:             "事業番号 1-2（1つのセル）", Counterexample: "事業番号 | 1-2",
	},
	model.CodeMoreJoined: {
		Explanation:         "Labels and values share lines on the whole page: its table was turned into plain lines. They were parted at the labels; the first of them are reported one by one, the rest only counted. Text out of a spreadsheet, or with tabs, tells more.",
		ExplanationJapanese: "ページ全体で見出しと値が同じ行に並んでいます。表が単なる行に変換されたものです。見出しの位置で分けて読み、最初の数か所だけを個別に、残りは件数で示します。表計算ファイルやタブ区切りから取り出したテキストのほうが確実です。",
		Example:             "1行に「事業名 清掃事業」のように並ぶページ", Counterexample: "事業名 | 清掃事業",
	},
	model.CodeShiftedRow: {
		Explanation:         "A row begins in another column than its header. It was read by its labels and the number of its values.",
		ExplanationJapanese: "行が見出しと異なる列から始まっています。見出しと値の数から読みました。",
		Example:             "No. の列が1つ右にずれた行", Counterexample: "見出しどおりの行",
	},
	model.CodeYearUnknown: {
		Explanation:         "A row has fewer values than there are years, and its empty cells don't show which are missing. The values are kept without a year. Give them their years from the original.",
		ExplanationJapanese: "値の数が年度の数より少なく、どの年度が欠けているか判別できません。値は年度なしで残しています。原本を見て年度を補ってください。",
		Example:             "5年度に値3個", Counterexample: "5年度に値5個、または空欄で位置の分かる3個",
	},
	model.CodeColumnUnknown: {
		Explanation:         "A value may belong to one column or another, and nothing tells which. It is kept in unmapped.",
		ExplanationJapanese: "値がどの列のものか判別できません。unmapped に残しています。",
		Example:             "計画値か実績値か分からない 12", Counterexample: "計画値 12、実績値 11",
	},
	model.CodePageBreak: {
		Explanation:         "A text goes on behind a page break, and was joined. Look whether what follows belongs to it.",
		ExplanationJapanese: "改ページの後に続く文をつなぎました。続きとして正しいか確かめてください。",
		Example:             "改ページで切れた文", Counterexample: "1ページに収まる文",
	},
	model.CodeBrokenLine: {
		Explanation:         "A line was broken inside a cell. The lines together have the cells of the table's head, and were joined to one row.",
		ExplanationJapanese: "セルの途中で行が途切れています。合わせると見出しの列数になる行を1行としてつなぎました。",
		Example:             "12⏎件（セルの途中の改行）", Counterexample: "1行に収まる行",
	},
	model.CodeLoneUnit: {
		Explanation:         "A unit stands alone where other cells of the row have a number before it. A number may have been lost.",
		ExplanationJapanese: "同じ行の他のセルには数値があるのに、単位だけのセルがあります。数値が失われたかもしれません。",
		Example:             "5 千円、（空欄）千円", Counterexample: "5 千円、6 千円",
	},
	model.CodeUnreadable: {
		Explanation:         "A number was expected, and what stands there is none: commas in the wrong place, letters among digits. It is kept as printed, without a number.",
		ExplanationJapanese: "数値があるはずの場所が数値として読めません（桁区切りの位置、数字に混じる文字など）。印字のまま残し、数値としません。",
		Example:             "1,23千円", Counterexample: "1,230千円",
	},
	model.CodeTwoAmounts: {
		Explanation:         "Two different amounts stand where one belongs. A merged cell repeats one amount; two are a fault of the sheet or of its extraction. No amount was taken.",
		ExplanationJapanese: "1つであるべき金額が2つあり、異なります。結合セルなら同じ金額が繰り返されるはずです。金額としては採用していません。",
		Example:             "事業費合計 5千円 6千円", Counterexample: "事業費合計 5千円 5千円",
	},
	model.CodeRestated: {
		Explanation:         "A value is printed in two places of the sheet for one year, and they differ. Both are kept.",
		ExplanationJapanese: "同じ年度の値が2か所に印字され、異なっています。両方を残しています。",
		Example:             "現状値 2回、現状値 4回", Counterexample: "現状値 2回、現状値 2回",
	},
	model.CodeYearUnreadable: {
		Explanation:         "A year was expected, and what stands there can't be read as one. The values under it have no year.",
		ExplanationJapanese: "年度があるはずの場所が年度として読めません。その下の値には年度がありません。",
		Example:             "開始年度 不明", Counterexample: "開始年度 令和3年度",
	},
	model.CodeGradeDiffers: {
		Explanation:         "The ticked box and the printed grade are not the same. Both are kept; only the author can tell which was meant.",
		ExplanationJapanese: "選択された欄と印字の評価が異なります。両方を残しています。どちらが正しいかは作成者にしか分かりません。",
		Example:             "☑計画どおり(A)、評価 B", Counterexample: "☑計画どおり(A)、評価 A",
	},
	model.CodeSeveralChoices: {
		Explanation:         "Several boxes are ticked where one may be. No choice was taken.",
		ExplanationJapanese: "1つだけ選ぶ欄に複数の印があります。どれも採用していません。",
		Example:             "☑計画どおり(A) ☑遅れ(B)", Counterexample: "☑計画どおり(A) ☐遅れ(B)",
	},
	model.CodeNumberTwice: {
		Explanation:         "Two items have one number. The second has got another id, so that they can be told apart.",
		ExplanationJapanese: "2つの項目が同じ番号です。区別できるように、2つ目には別の id を付けました。",
		Example:             "No. 1、2、1", Counterexample: "No. 1、2、3",
	},
	model.CodeHeadingDiffers: {
		Explanation:         "A table names a measure or a direction otherwise than its heading does. The number has been gone by; the name is that of the heading.",
		ExplanationJapanese: "表の施策や展開方向の名称が、見出しと異なります。番号で対応づけ、名称は見出しのものとしました。",
		Example:             "見出し 12 健康づくり・医療、表 12 地域の福祉", Counterexample: "見出し 12 健康づくり・医療、表 12 健康づくり・ 医療",
	},
	model.CodeNoNumber: {
		Explanation:         "The number that identifies the sheet or item is not there. Its name serves as id, which may change from year to year.",
		ExplanationJapanese: "シートや項目を識別する番号がありません。名称を id としますが、年度によって変わるかもしれません。",
		Example:             "事業番号（空欄）", Counterexample: "事業番号 1-2",
	},
	model.CodeNoName: {
		Explanation:         "The name of what the sheet is about is not there.",
		ExplanationJapanese: "事業などの名称がありません。",
		Example:             "事業名（空欄）", Counterexample: "事業名 清掃事業",
	},
}

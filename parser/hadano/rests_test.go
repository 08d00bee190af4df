package hadano

import (
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
)

// underSheet has results of two years, and the labels of an initiative's years under the
// first year.
const underSheet = `はだの行政サービス改革基本方針実行計画 進行管理シート

項目	3-2 協働の推進	改革の柱	3 担い手をつくる改革
概要(目指す姿)	協働を進めます。		

		指標						
		指標	R3	R4	R5	R6	R7	計
活動指標	取組の進捗(%)	目標	40%	50%	70%	80%	100%	
		実績	38%	52%				
概要		取組の進捗状況						
成果指標	協働の段階	目標	検討		実施	実施	拡大	
		実績	調査	検討				
概要		協働の段階						

	令和3年度(2021年度)	令和4年度(2022年度)	令和5年度(2023年度)	令和6年度(2024年度)	令和7年度(2025年度)
取組目標	始める。	進める。	進める。	進める。	終える。
活動実績	会議を開いた。	講座を開いた。			
外部評価		B: 進行強化			

取組内容			令和3年度(2021年度)	令和4年度(2022年度)	令和5年度(2023年度)	令和6年度(2024年度)	令和7年度(2025年度)		
項目名	3-2-1. 広報		作る。	配る。	配る。	配る。	配る。		
取組主管課	広報課		調べる。	作る。	配る。	配る。	配る。		
区分	☑新規 ☐継続		実績	調べた。	作った。				
関係計画等									
効果額	目標	90 千円	効果額	目標	10 千円	20 千円	20 千円	20 千円	20 千円
	実績	29 千円		実績	9 千円	20 千円	千円	千円	千円
説明	委託料の減少額								
指標	目標	37 件	指標	目標	35 件	35 件	36 件	36 件	37 件
	実績	36 件		実績	34 件	36 件	件	件	件
説明	広報の件数		自己評価	B：概ね計画どおり	A：計画どおり				
概要(目指すもの)	広報を工夫します。		評価理由	応募がないため遅れた。	目標の2施設で導入したため達成した。				
			次年度以降	A：継続実施	B：拡大実施				
その他効果	参加の増加		次年度以降の取組の方向性・課題等	早める。	対象を広げる。				
`

const pageBreak = "\n\n- 2 -\n\nはだの行政サービス改革基本方針実行計画 進行管理シート\n\n"

// themeHeadAgain is the theme's head as each page may print it.
const themeHeadAgain = "項目\t3-2 協働の推進\t改革の柱\t3 担い手をつくる改革\n概要(目指す姿)\t協働を進めます。\t\t\n\n"

// replaced is underSheet with pairs of old and new texts.
func replaced(t *testing.T, pairs ...string) string {
	t.Helper()
	text := underSheet
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(text, pairs[i]) {
			t.Fatalf("%q is not there", pairs[i])
		}
		text = strings.Replace(text, pairs[i], pairs[i+1], 1)
	}
	return text
}

// What a page break has cut from a text goes on with the text in the same column, also
// where the label stands under the first year.
func TestRestsBehindPageBreak(t *testing.T) {
	want := summaryOf(parseStrictly(t, underSheet)[0])
	for _, test := range []struct{ name, old, cut string }{
		{"reason of the second year", "で導入したため達成した。\t\t\t\t", "で\t\t\t\t" + pageBreak + "\t\t\t\t\t導入したため達成した。\t\t\t\t"},
		{"reasons of both years", "応募がないため遅れた。\t目標の2施設で導入したため達成した。\t\t\t\t",
			"応募がない\t目標の2施設で\t\t\t\t" + pageBreak + "\t\t\t\tため遅れた。\t導入したため達成した。\t\t\t\t"},
		{"a whole row", "広報を工夫します。\t\t評価理由\t応募がないため遅れた。\t目標",
			"広報を\t\t評価理由\t応募がない\t\t\t\t\t" + pageBreak + "\t工夫します。\t\t\tため遅れた。\t目標"},
		{"behind the theme's head", "で導入したため達成した。\t\t\t\t", "で\t\t\t\t" + pageBreak + themeHeadAgain + "\t\t\t\t\t導入したため達成した。\t\t\t\t"},
		{"behind the label", "評価理由\t応募がないため遅れた。\t", "評価理由\t\t\t\t\t\t" + pageBreak + "\t\t\t\t応募がないため遅れた。\t"},
		{"result in words", "調べた。\t作った。\t\t\t\t", "調\t作った。\t\t\t\t" + pageBreak + "\t\t\t\tべた。\t\t\t\t\t"},
		{"result in words, below the next row", "調べた。\t作った。\t\t\t\t\n関係計画等\t\t\t\t\t\t\t\t\t",
			"調\t作った。\t\t\t\t\n関係計画等\t\t\t\t\t\t\t\t\t" + pageBreak + "\t\t\t\tべた。\t\t\t\t\t"},
		{"next years' text", "対象を広げる。\t\t\t\t", "対象を\t\t\t\t" + pageBreak + "\t\t\t\t\t広げる。\t\t\t\t"},
		{"words of a grade", "概ね計画どおり\tA：計画どおり\t\t\t\t", "概ね計画\tA：計画どおり\t\t\t\t" + pageBreak + "\t\t\t\tどおり\t\t\t\t\t"},
	} {
		document := parseStrictly(t, replaced(t, test.old, test.cut))[0]
		if got := summaryOf(document); !slices.EqualFunc(got, want, sameWithoutBlanks) {
			t.Errorf("%s: the rows are read as\n%s\nwant\n%s", test.name, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		if len(document.Unmapped) > 0 {
			t.Errorf("%s: unmapped: %v", test.name, document.Unmapped)
		}
	}
}

// sameWithoutBlanks compares texts of which one may be parted over lines.
func sameWithoutBlanks(a, b string) bool {
	return strings.ReplaceAll(a, " ", "") == strings.ReplaceAll(b, " ", "")
}

// Grades behind a page break whose label is lost are no rests of the reasons above.
func TestGradesWithoutLabelBehindPageBreak(t *testing.T) {
	document := parseStrictly(t, replaced(t, "\n\t\t\t次年度以降\tA", pageBreak+"\t\t\t\tA"))[0]
	for _, own := range document.Items[1].Evaluations {
		if strings.Contains(own.Reason, "：") || own.FY == 2023 {
			t.Errorf("the evaluations are %+v", document.Items[1].Evaluations)
		}
	}
	if len(document.Unmapped) != 2 {
		t.Errorf("unmapped: %v", document.Unmapped)
	}
}

// A sentence in the place of the amounts goes on behind a page break, also with the number
// of an initiative; a row that begins one goes on with nothing.
func TestRemarkBehindPageBreak(t *testing.T) {
	const row, remark = "説明\t委託料の減少額\t\t\t\t\t\t\t\t\n", "効果額については、「柱5 歳入の改革"
	for _, test := range []struct{ rest, text string }{
		{"\t\t\t5-1-3.寄附の充実【再掲】」に掲載\t\t\t\t\t\t\n", remark + "\n5-1-3.寄附の充実【再掲】」に掲載"},
		{"\t\t\t寄附の充実」に掲載\t\t\t\t\t\t\n", remark + "\n寄附の充実」に掲載"},
		{"\t5-1-3. 寄附の充実\t\t作る。\t配る。\t配る。\t配る。\t配る。\t\t\n", remark},
	} {
		document := parseStrictly(t, replaced(t, row, "説明\t委託料の減少額\t\t"+remark+"\t\t\t\t\t\t"+pageBreak+test.rest))[0]
		items := 2
		if test.text == remark {
			items++
		}
		if len(document.Items) != items {
			t.Errorf("%q: the items are %q", test.rest, summaryOf(document))
		}
		own := document.Items[1].Texts
		if !slices.ContainsFunc(own, func(text model.Text) bool { return text.Key == model.TextRemark && text.Text == test.text }) {
			t.Errorf("%q: the texts are %+v", test.rest, own)
		}
	}
}

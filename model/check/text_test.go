package check_test

import (
	"strings"
	"testing"

	"sheetconv/model"
	"sheetconv/model/check"
)

// textCases are texts with what is found in them: found and expected, parted by
// >; several by a comma. Without, nothing is.
var textCases = []struct {
	code        model.Code
	text, found string
}{
	{check.CodeLookAlike, "デジタルデバйд対策", "デジタルデバйд>デジタルデバ〓〓"},
	{check.CodeLookAlike, "対策дを進める", "対策д>対策〓"},
	{check.CodeLookAlike, "сityのデータ", "сity>city"},
	{check.CodeLookAlike, "Россия からの来訪", ""},
	{check.CodeLookAlike, "プラスαの効果、μm、α版、±β", ""},
	{check.CodeLookAlike, "ΡRの強化", "ΡR>PR"},
	{check.CodeLookAlike, "ホームペlジの更新", "ホームペlジ>ホームペ〓ジ"},
	{check.CodeLookAlike, "ホ一ムペ一ジ、デ夕ベース", "ホ一ムペ>ホームペ,ムペ一ジ>ムページ,デ夕ベース>デタベース"},
	{check.CodeLookAlike, "センター一カ所、データ一つ、モノxコト、TシャツとSサイズ、パートIスタート", ""},
	{check.CodeLookAlike, "ICT活用カ（対策）", "活用カ>活用力"},
	{check.CodeLookAlike, "数カ月、2カ所、活用カード、ブランド力アップ", ""},
	{check.CodeLookAlike, "事業実施(D○)、A○ B×、○○課", "D○>Do"},
	{check.CodeLostCircledNumber, "@課題を解決するA交流を深めるB意識を変える", "@…A…B>①…②…③"},
	{check.CodeLostCircledNumber, "info@市民課 A地区", ""},
	{check.CodeLostCircledNumber, "単価 @100円、A地区とB地区", ""},
	{check.CodeReplacementCharacter, "清掃\uFFFD業の実施", "清掃\uFFFD業の実施>"},
	{check.CodeGlyphNumber, "清(cid:12)事業(cid:3) (cid) (cid:x)", "(cid:12)>〓,(cid:3)>〓"},
	{check.CodeCompatibilityIdeograph, "\uFA19社と﨑と神社", "\uFA19社と﨑と神>神社と﨑と神"},
	{check.CodeDoubledParticle, "環境変化等によって新たにに取り組む", "新たにに>新たに"},
	{check.CodeDoubledParticle, "市民をを守り、計画がが策定され、地域のの課題", "市民をを>市民を,計画がが>計画が,地域のの>地域の"},
	{check.CodeDoubledParticle, "まちににぎわいを、桃色ににじむ、わがくにに納める、なにに対し", ""},
	{check.CodeDoubledParticle, "ものの、市民ははじめ、学校でできる、データががん患者に、市民とともに、ここまでで終了、そのときはは", ""},
	{check.CodeHalfWidthKatakana, "ﾎｰﾑﾍﾟｰｼﾞとﾚ", "ﾎｰﾑﾍﾟｰｼﾞ>ホームページ"},
	{check.CodeSimilarNames, "交流テラス「ワークタイプこまき」と交流テラス「ワクティブこまき」", "ワクティブこまき>ワークタイプこまき"},
	{check.CodeSimilarNames, "「ホームサーバー更新」と「ホームサーバ更新」", "ホームサーバ更新>ホームサーバー更新"},
	{check.CodeSimilarNames, "「スマートパス券」と「スマートバス券」、「コース１」と「コース２」", ""},
	{check.CodeSimilarNames, "講座「スマートフォン入門」と講座「スマートフォン応用」、「ワークタイプA」と「ワークタイプB」", ""},
}

func TestTexts(t *testing.T) {
	for _, test := range textCases {
		document := parse(t, readFixture(t, misato))
		document.Notes = []string{test.text}
		var found []string
		for _, finding := range check.Document(document) {
			if finding.Code != test.code {
				t.Errorf("%s: found besides %s", test.text, describe([]check.Finding{finding}))
			}
			found = append(found, finding.Found+">"+finding.Expected)
		}
		if strings.Join(found, ",") != test.found {
			t.Errorf("%s: found %q, expected %q", test.text, strings.Join(found, ","), test.found)
		}
	}
}

// The example of each rule on text is found, the counterexample is not.
func TestTextExamples(t *testing.T) {
	for _, rule := range check.Rules() {
		if _, isParsers := model.Describe(rule.Code); isParsers || rule.Code.Family() != "text" {
			continue
		}
		for text, count := range map[string]int{rule.Example: 1, rule.Counterexample: 0} {
			document := parse(t, readFixture(t, misato))
			document.Notes = []string{text}
			if findings := check.Document(document); len(findings) != count || count == 1 && findings[0].Code != rule.Code {
				t.Errorf("%s: %s: found %q", rule.Code, text, describe(findings))
			}
		}
	}
}

// Every code says in both languages what it finds and what to make of it.
func TestRulesAreWhole(t *testing.T) {
	seen := map[model.Code]bool{}
	for _, rule := range check.Rules() {
		for _, text := range []string{
			rule.English, rule.Japanese, rule.Explanation, rule.ExplanationJapanese, rule.Example, rule.Counterexample,
		} {
			if text == "" {
				t.Errorf("%s lacks a text", rule.Code)
			}
		}
		if seen[rule.Code] || rule.Example == rule.Counterexample || !model.IsKnown(rule.Severity) {
			t.Errorf("%s is no whole rule", rule.Code)
		}
		seen[rule.Code] = true
		if known, found := check.Find(rule.Code); !found || known != rule {
			t.Errorf("%s is not found", rule.Code)
		}
	}
	if _, found := check.Find("text/none"); found {
		t.Error("a rule that is none is found")
	}
	for _, entry := range model.Catalogue() {
		if !seen[entry.Code] {
			t.Errorf("%s has no rule", entry.Code)
		}
	}
}

package hadano

import (
	"slices"
	"strings"
	"testing"
)

// The label of the years that stands on two lines is no text of the left side, also where
// the lines of its table can't be told to be parts of rows.
func TestLabelOnTwoLines(t *testing.T) {
	const text = `                         はだの行政サービス改革基本方針実行計画 進行管理シート

項目          3-2 協働の推進                 改革の柱             3 担い手をつくる改革
概要(目指す姿)   協働を進めます。

取組内容                                                  令和3年度             令和4年度         令和5年度                     令和6年度        令和7年度
                                                      (2021年度)          (2022年度)      (2023年度)                  (2024年度)     (2025年度)
項目名       3-2-1. 広報紙の配布と講座の開催            取組目標         対象者の選定            基本構想の策定       基本設計                      実施設計         工事着手
取組主管課     公共施設マネジメント課、教育総務課、学校教育課        取組内容         対象者の選定に向けた調査      基本構想の策定       基本設計                      実施設計         仮設会場の建設
                                         (活動)                           ・庁内検討会(4回)
区分        □ 新規 ☑ 継続                                                     ・住民説明会(2回)
関係計画等     公共施設再配置計画                      実績           調査の結果、2人を候補とした。   基本構想を策定した。    基本設計に着手したが、地盤調査に時間を要した。
その他効果     地域の世代間交流が促進される。                次年度以降の取組                                     設計の完了時期を見直す。
                                         の方向性・課題等
`
	facts := summaryOf(parseStrictly(t, text)[0])
	for _, want := range []string{"side_effect ? 地域の世代間交流が促進される。", "next 2023 設計の完了時期を見直す。"} {
		if !slices.Contains(facts, want) {
			t.Errorf("the sheet is read as\n%s\nwithout %s", strings.Join(facts, "\n"), want)
		}
	}
}

// goalsHead is a sheet of three years down to its goals, in columns of blanks.
const goalsHead = `                         はだの行政サービス改革基本方針実行計画 進行管理シート

項目          3-2 協働の推進                 改革の柱             3 担い手をつくる改革
概要(目指す姿)   協働を進めます。

                      令和3年度            令和4年度              令和5年度
                     (2021年度)         (2022年度)           (2023年度)
   取組目標     始める。             続ける。                 終える。
`

// The lines of a label beside grades are no reasons, also where it has three.
func TestLabelOnThreeLines(t *testing.T) {
	const text = goalsHead + `   内部評価    C：遅れている          B：進行強化                         A：計画どおり
(結果要因、次年度課
    題等)    説明会が1回少なかった。          講座は予定どおりである。
`
	for _, fact := range summaryOf(parseStrictly(t, text)[0]) {
		if strings.HasPrefix(fact, "internal") && (strings.Contains(fact, "結果要因") || strings.Contains(fact, "題等")) {
			t.Errorf("%q has a line of the label for its reason", fact)
		}
	}
}

// Where cells stand beside the middle of their lines, the first line of the cell below is
// none of a reason that has ended.
func TestLineBelowReason(t *testing.T) {
	const text = goalsHead + `   内部評価    C：遅れている          B：進行強化               A：計画どおり
             説明会が1回少なかった。     講座は予定どおりである。
                               広く市民に知らせ、参加する人を
   外部評価    よく進めた。
                               増やすこと。
`
	for _, fact := range summaryOf(parseStrictly(t, text)[0]) {
		if strings.HasPrefix(fact, "internal") && strings.Contains(fact, "広く市民に") {
			t.Errorf("%q has a line of another cell:\n%s", fact, strings.Join(summaryOf(parseStrictly(t, text)[0]), "\n"))
		}
	}
}

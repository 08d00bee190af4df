package hadano

import (
	"slices"
	"strings"
	"testing"
)

// wholePlanSheet is an initiative whose figures have the value for the whole plan first.
const wholePlanSheet = `項目	3-2 協働の推進	改革の柱	3 担い手をつくる改革
概要(目指す姿)	協働を進めます。		
		指標	単位	R3	R4	R5	R6	R7	計
		実績	点		83				
取組内容			令和3年度(2021年度)	令和4年度(2022年度)	令和5年度(2023年度)	令和6年度(2024年度)	令和7年度(2025年度)
項目名	3-2-1. 広報		作る。	配る。			配る。
取組主管課	広報課		調べる。	作る。	配る。		
効果額	目標	9,000千円	1,000千円		1,500千円	1,500千円	1,000千円
	実績	5,200千円	2,100千円	3,100千円			
`

// The value for the whole plan is never that of its first year, also where the head of the
// years is lost or torn.
func TestWholePlanBelowDamagedHead(t *testing.T) {
	const head = "取組内容\t\t\t令和3年度(2021年度)\t令和4年度(2022年度)\t令和5年度(2023年度)\t令和6年度(2024年度)\t令和7年度(2025年度)\n"
	want := summaryOf(parseStrictly(t, wholePlanSheet)[0])
	for name, test := range map[string]struct {
		to    string
		whole bool
	}{
		"one year torn":      {strings.Replace(head, "(2024", "(202 4", 1), true},
		"no year left":       {"取組内容\t\t\t第1期\t第2期\t第3期\t第4期\t第5期\n", false},
		"lost":               {"", false},
		"years at odds":      {strings.Replace(head, "\t令和4年度(2022年度)\t", "\t\t", 1), false},
		"its last year torn": {strings.Replace(head, "(2025", "(202 5", 1), true},
	} {
		got := summaryOf(parseStrictly(t, strings.Replace(wholePlanSheet, head, test.to, 1))[0])
		if test.whole && !slices.Equal(got, want) {
			t.Errorf("%s: the sheet is read as\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		for _, fact := range got {
			if strings.HasSuffix(fact, "2021 9,000千円") || strings.HasSuffix(fact, "2021 5,200千円") {
				t.Errorf("%s: %q is the plan's", name, fact)
			}
		}
	}
}

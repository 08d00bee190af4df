package komaki

import (
	"strings"
	"testing"
)

// Where the heading of a measure is lost or misspelt, what stands under it goes
// to no other measure; a direction whose number another has is one of its own.
func TestLostMeasureHeading(t *testing.T) {
	const (
		before = "基本施策 7 道路\n\n◆基本施策の目的\n\n整えます。\n\n◆展開方向1:広げます\n\n"
		heads  = "指標名\t基準値\tR6\tR7\tR8\t目指す方向\n"
		row    = "甲\t1 件\t2 件\t3 件\t4 件\t↗\n\n"
	)
	for text, want := range map[string]string{
		"基本施策 8 河川\n\n◆基本施策の目的\n\n守ります。\n\n" + heads + row + "◆展開方向1:深めます\n\n": "7 道路; 7/1 広げます; 8 河川: 甲; 8/1 深めます",
		"◆基本施策の目的\n\n守ります。\n\n◆展開方向1:深めます\n\n" + heads + row:                   "7 道路; 7/1 広げます; 1 深めます: 甲; unmapped ◆基本施策の目的; unmapped 守ります。; layout/unmapped; layout/unmapped",
		"基施策 8\n\n◆基本施策の目的\n\n◆展開方向1:深めます\n\n" + heads + row:                   "7 道路; 7/1 広げます; 1 深めます: 甲; unmapped 基施策 8; unmapped ◆基本施策の目的; layout/unmapped; layout/unmapped",
		"基木施策８ 河川\n\n◆基本施策の目的\n\n◆展開方向1:深めます\n\n" + heads + row:                "7 道路; 7/1 広げます; 1 深めます: 甲; unmapped 基木施策８ 河川; unmapped ◆基本施策の目的; layout/unmapped; layout/unmapped",
		"◆展開方向1:深めます\n\n" + heads + row:                                        "7 道路; 7/1 広げます; 7/1 深めます 深めます: 甲; consistency/number-twice",
		"◆展開方向1:広げます\n\n" + heads + row:                                        "7 道路; 7/1 広げます: 甲",
		"- 8 -\n\n◆基本施策の目的\n\n- 9 -\n\n整えます。\n\n" + heads + row:                "7 道路; 7/1 広げます: 甲",
	} {
		document := parse(t, before+text)
		var got []string
		for _, item := range document.Items {
			one := item.ID + " " + item.Name
			for _, indicator := range item.Indicators {
				one += ": " + indicator.Name
			}
			got = append(got, one)
		}
		if joined := strings.Join(append(got, leftAndReported(document)...), "; "); joined != want {
			t.Errorf("%q: got %s, want %s", text, joined, want)
		}
	}
}

// A word is misspelt by one sign; the word itself and others are not.
func TestDiffersByOne(t *testing.T) {
	for word, want := range map[string]bool{
		"基施策": true, "本施策": true, "基本施": true, "基本施設": true, "基本旋策": true, "基本の施策": true, "基本施策の": true,
		"基本施策": false, "施策": false, "基本計画": false, "": false, "基本的な施策": false,
	} {
		if got := differsByOne([]rune(word), []rune("基本施策")); got != want {
			t.Errorf("%q: got %t, want %t", word, got, want)
		}
	}
}

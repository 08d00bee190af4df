package komaki

import (
	"testing"

	"sheetconv/model"
)

// What a line end inside a value or more values than heads have put out of its columns is
// withheld whole: no other year and no name gets it.
func TestTornRowsAreWithheld(t *testing.T) {
	const heading = "基本施策 41 公園・緑地\n◆展開方向1:公園を整えます\n"
	for name, text := range map[string]string{
		"a unit on the next line": heading + "指標名                         基準値           R6           R7         R8       目指す 方向\n" +
			"市税収納率                       96.7\n% (令和3年度) 97.4%        —          —        ↗\n",
		"the thousands of an amount on the next line": heading + "指標名                         基準値           R6           R7         R8       目指す 方向\n" +
			"財産収入額                     96,204 千円 131,877円\n                                             千    —      —      ↗\n",
		"a number that breaks off above the row": heading + "指標名                         基準値           R6           R7         R8       目指す 方向\n" +
			"                                               131,8\n財産収入額                     96,204 千円     77 千       —      —        ↗\n                                               円\n",
		"heads that are not read": heading + "指標名　基準値　R6　R7　R8　目指す方向\n公園の面積 12.4ha 12.6ha 12.6ha — ↗\n",
	} {
		document := parse(t, text)
		for _, item := range document.Items {
			if len(item.Indicators) > 0 {
				t.Errorf("%s: indicator %q has %d values, want none", name, item.Indicators[0].Name, len(item.Indicators[0].Values))
			}
		}
		if len(document.Unmapped) == 0 {
			t.Errorf("%s: nothing is kept in unmapped", name)
		}
	}
}

// The label of a direction that the measure's headings don't print is made of the lines of
// several: the initiatives beside it have no parent, and no direction is invented.
func TestLabelsThatHeadingsContradict(t *testing.T) {
	document := parse(t, "基本施策 32 資産\n◆展開方向2:資産を有効に活用します\n基本施策 34 広域連携\n◆展開方向1:近隣市町との連携を深めます\n"+
		"基本施策     展開方向                     No.    取組項目              担当課\n"+
		"34 広域連携   2 資産を有効に活用します       8     未利用財産の売却      管財課\n"+
		"                                            9     広告の掲載            管財課\n")
	initiatives := 0
	for _, item := range document.Items {
		if item.Kind == model.PolicyDirection && item.ID == "34/2" {
			t.Errorf("a direction %q was invented", item.ID)
		}
		if item.Kind == model.Initiative {
			initiatives++
			if item.Parent != "" {
				t.Errorf("initiative %q has the parent %q", item.Name, item.Parent)
			}
		}
	}
	if initiatives != 2 {
		t.Errorf("%d initiatives were read, want 2", initiatives)
	}
}

package hadano

import (
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
)

// smallHead is the head of smallSheet's theme.
const smallHead = "項目\t3-2 協働の推進\t改革の柱\t3 担い手をつくる改革\n概要(目指す姿)\t協働を進めます。\n"

// readHead reads smallSheet with another head.
func readHead(t *testing.T, head string) *model.Document {
	t.Helper()
	if !strings.Contains(smallSheet, smallHead) {
		t.Fatal("the sheet has another head")
	}
	documents := parseStrictly(t, strings.Replace(smallSheet, smallHead, head, 1))
	if len(documents) != 1 {
		t.Fatalf("%d documents", len(documents))
	}
	return documents[0]
}

// The overview is found where the line end before it is lost.
func TestOverviewBehindHead(t *testing.T) {
	want := readHead(t, smallHead)
	for _, head := range []string{
		"項目\t3-2 協働の推進\t改革の柱\t3 担い手をつくる改革 概要(目指す姿)\t協働を進めます。\n",
		"項目\t3-2 協働の推進\t改革の柱\t3 担い手をつくる改革\t概要(目指す姿)\t協働を進めます。\n",
		"項目\t3-2 協働の推進\t改革の柱\t3 担い手をつくる改革 概要(目指す姿) 協働を進めます。\n",
		"項目\t3-2 協働の推進\t改革の柱 3 担い手をつくる改革　概要（目指す姿）\t協働を進めます。\n",
	} {
		got := readHead(t, head)
		theme := got.Items[0]
		if len(theme.Policy) != 1 || theme.Policy[0].Name != "担い手をつくる改革" || !slices.Equal(factsOf(&theme), factsOf(&want.Items[0])) {
			t.Errorf("%q is read as %v, %q", head, theme.Policy, factsOf(&theme))
		}
		if !strings.Contains(head, "革\t概") && !slices.Contains(codesOf(got), model.CodeJoinedCells) {
			t.Errorf("%q is not reported: %v", head, got.Diagnostics)
		}
	}
}

// What the head of a theme holds besides its name and pillar is not lost.
func TestStrayTextInHead(t *testing.T) {
	for _, head := range []string{
		"項目\t3-2 協働の推進\t改革の柱\t3 担い手をつくる改革\t担当は市民課\n概要(目指す姿)\t協働を進めます。\n",
		"項目\t3-2 協働の推進\t担当は市民課\t改革の柱\t3 担い手をつくる改革\n概要(目指す姿)\t協働を進めます。\n",
	} {
		got := readHead(t, head)
		if len(got.Unmapped) != 1 || got.Unmapped[0].Text != "担当は市民課" {
			t.Errorf("%q leaves %v unmapped", head, got.Unmapped)
		}
	}
	repeated := "項目\t3-2 協働の推進\t3-2 協働の推進\t改革の柱\t3 担い手をつくる改革\t3 担い手をつくる改革\n概要(目指す姿)\t協働を進めます。\n"
	if got := readHead(t, repeated); len(got.Unmapped) > 0 {
		t.Errorf("a cell that a merged one repeats stays unmapped: %v", got.Unmapped)
	}
}

// 項目 before the number of an initiative is 項目名.
func TestNameWithLostCharacter(t *testing.T) {
	want := parseStrictly(t, smallSheet)[0]
	for _, changed := range []string{
		strings.Replace(smallSheet, "項目名\t3-2-1. 広報", "項目\t3-2-1. 広報", 1),
		strings.Replace(smallSheet, "項目名\t3-2-1. 広報", "項目 3-2-1. 広報\t", 1),
		strings.ReplaceAll(smallSheet, "項目名\t3-2-", "項目\t3-2-"),
		strings.Replace(smallSheet, "項目名\t3-2-1. 広報\t", "項目3-2-1. 広報\t\t", 1),
	} {
		got := parseStrictly(t, changed)[0]
		if len(got.Items) != len(want.Items) || len(got.Unmapped) > 0 || len(got.Diagnostics) != len(want.Diagnostics) {
			t.Errorf("%q\nis read as %d items, unmapped %v, %v", changed, len(got.Items), got.Unmapped, got.Diagnostics)
			continue
		}
		for i := range want.Items {
			if got, want := got.Items[i], want.Items[i]; got.ID != want.ID || got.Kind != want.Kind || len(got.Schedule) != len(want.Schedule) {
				t.Errorf("item %d is read as %s %s with %d tasks", i, got.Kind, got.ID, len(got.Schedule))
			}
		}
	}
}

// A label directly before a number is no part of it.
func TestLabelBeforeNumber(t *testing.T) {
	want := parseStrictly(t, smallSheet)[0].Items
	for _, changed := range []string{
		strings.Replace(smallSheet, "項目\t3-2 協働", "項目3-2 協働", 1),
		strings.Replace(smallSheet, "項目\t3-2 協働", "項目３-２協働", 1),
		strings.Replace(smallSheet, "項目名\t3-2-1. 広報\t", "項目名3-2-1. 広報\t\t", 1),
	} {
		got := parseStrictly(t, changed)[0].Items
		for i := range want {
			if i >= len(got) || got[i].ID != want[i].ID || got[i].Name != want[i].Name || len(got[i].Schedule) != len(want[i].Schedule) {
				t.Errorf("%q\nis read as %d items, item %d is not %s %s", changed, len(got), i, want[i].ID, want[i].Name)
				break
			}
		}
	}
	named := parseStrictly(t, strings.Replace(smallSheet, "項目\t3-2 協働", "項目\t3-2 項目2-1 協働", 1))[0]
	if name := named.Items[0].Name; name != "項目2-1 協働の推進" {
		t.Errorf("the words of a name are read as %q", name)
	}
}

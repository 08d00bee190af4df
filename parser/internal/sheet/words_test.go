package sheet

import "testing"

func TestOnlyUnits(t *testing.T) {
	for text, want := range map[string]bool{"件": true, "件 件": true, "3 件": false, "": false} {
		if IsOnlyUnit(text, "件") != want {
			t.Errorf("IsOnlyUnit(%q, 件) = %v", text, !want)
		}
	}
	if IsOnlyUnit("件", "") {
		t.Error("a text is nothing but the unit, of which there is none")
	}
}

func TestPlaceholdersAndPlans(t *testing.T) {
	for text, want := range map[string][2]bool{ // a placeholder, the name of a plan
		"○○の数": {true, false}, "○利用者数": {false, false}, "総合計画": {false, true}, "まちづくり条例<br>": {false, true}, "計画の策定": {false, false},
	} {
		if got := [2]bool{IsPlaceholder(text), IsPlanName(text)}; got != want {
			t.Errorf("%q: %v; want %v", text, got, want)
		}
	}
}

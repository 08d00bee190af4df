package misato

import "testing"

func TestIsUnitRepeated(t *testing.T) {
	for text, want := range map[string]bool{"局 局": true, "局": false, "局 件": false, "局長": false} {
		if got := isUnitRepeated(text, "局"); got != want {
			t.Errorf("isUnitRepeated(%q) = %v, want %v", text, got, want)
		}
	}
}

package sheet

import "testing"

func TestCode(t *testing.T) {
	for text, want := range map[string]string{
		"1000064": "1000064", "１０００９０７": "1000907", "1000907※": "1000907", "1000907※1": "1000907", "1000907 (注1)": "1000907",
		"40-106": "40-106", "No.22-071": "22-071", "22-071番": "22-071", "22-071*": "22-071", "22-071(再掲)": "22-071(再掲)",
		"※": "※", "": "", "No.": "No.",
	} {
		if got := Code(text); got != want {
			t.Errorf("Code(%q) = %q, want %q", text, got, want)
		}
	}
}

package sheet

import "testing"

func TestScan(t *testing.T) {
	for text, want := range map[string]string{
		"基本施策 30：協働": "協働", "基 本 施 策 ３ . 農業": "農業", "基本施策4-2 観光": "観光", "基本政策 3 農業": "-", "基本施策 1234 農業": "1234 農業",
	} {
		got := "-"
		if at, ok := AfterWord(text, "基本施策"); ok {
			got = text[SkipSigns(text, NumberEnd(text, at), ":."):]
		}
		if got != want {
			t.Errorf("behind word and number of %q stands %q; want %q", text, got, want)
		}
	}
}

func TestLeadingNumber(t *testing.T) {
	for text, want := range map[string][2]string{
		"７　販路拡大": {"7", "販路拡大"}, "4-2. 観光": {"4-2", "観光"}, "7": {"", ""}, "24時間": {"", ""}, "観光 7": {"", ""},
	} {
		number, rest := LeadingNumber(text)
		if behind := text[rest:]; number != want[0] || number != "" && behind != want[1] {
			t.Errorf("LeadingNumber(%q) = %q before %q; want %q", text, number, behind, want)
		}
	}
}

func TestHasDigit(t *testing.T) {
	for text, want := range map[string]bool{"3件": true, "３件": true, "件": false, "": false, "三件": false} {
		if HasDigit(text) != want {
			t.Errorf("HasDigit(%q) = %v", text, !want)
		}
	}
}

func TestBrackets(t *testing.T) {
	for text, want := range map[string]int{"窓口(各": 1, "支所)": -1, "(各「支」所)": 0, "『広報": 1} {
		if got := OpenBrackets(text); got != want {
			t.Errorf("OpenBrackets(%q) = %d; want %d", text, got, want)
		}
	}
	for text, want := range map[string]string{"甲（乙）丙": "乙", "甲[乙": "乙", "甲": "", "(甲)(乙)": "甲"} {
		open, closed, end := NextBracket(text, 0)
		inner := ""
		if open < len(text) {
			_, inner = text[:open], text[open+len(firstRune(text[open:])):closed]
		}
		if inner != want || end < closed {
			t.Errorf("the first bracket of %q holds %q and ends at %d; want %q", text, inner, end, want)
		}
	}
}

func firstRune(text string) string { return string([]rune(text)[:1]) }

func TestCloseGaps(t *testing.T) {
	for text, want := range map[string]string{
		"12, 300 千円": "12,300 千円", "12 ,300千円": "12,300千円", "1. 5 %": "1.5 %", "12 300": "12 300", "12,300": "12,300",
	} {
		if got := CloseGaps(text); got != want {
			t.Errorf("CloseGaps(%q) = %q; want %q", text, got, want)
		}
	}
}

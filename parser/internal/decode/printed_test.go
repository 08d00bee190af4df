package decode

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestUnifyRadicals(t *testing.T) {
	for input, want := range map[string]string{
		"":              "",
		"目標値 — 12":      "目標値 — 12",
		"⽬標値":           "目標値",
		"⾏政経営課⻑　⽅針 ⼈件費": "行政経営課長　方針 人件費",
		"⺠⽣費、⻄⼝、⻘少年、⻝育、⻭科、⻩⾊": "民生費、西口、青少年、食育、歯科、黄色",
		"⼀⼆":       "一二",
		"\xe2\xbd": "\xe2\xbd",
		"⺀⻌":       "⺀⻌", // no character looks like them
	} {
		got, radicals := unifyRadicals(input)
		if got != want || (len(radicals) > 0) != (input != want) {
			t.Errorf("unifyRadicals(%q) = %q, want %q", input, got, want)
		}
	}
}

func TestDropInvisible(t *testing.T) {
	for input, want := range map[string]string{
		"目標値 — “12”":                        "目標値 — “12”",
		"指\u200b標名\u200f\t☑\ufe0f 新規":       "指標名\t☑ 新規",
		"実\u00ad績\u2060値\u200d\u200c\u200e": "実績値",
		"葛\U000e0100城市":                     "葛\U000e0100城市", // the selector chooses how the name is written
	} {
		if got := dropInvisible(input); got != want {
			t.Errorf("dropInvisible(%q) = %q, want %q", input, got, want)
		}
	}
}

// Every radical of Kangxi has a character, which is as long; normal forms agree.
func TestRadicalsHaveCharacters(t *testing.T) {
	for radical := rune(0x2E80); radical <= 0x2FD5; radical++ {
		character := characterOf(radical)
		normal, _ := utf8.DecodeRuneInString(norm.NFKC.String(string(radical)))
		if normal != radical && character != normal {
			t.Errorf("%U is %c, its normal form %c", radical, character, normal)
		}
		if utf8.RuneLen(character) != utf8.RuneLen(radical) {
			t.Errorf("%U and %U differ in length", radical, character)
		}
	}
}

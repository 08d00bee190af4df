package sakado

import (
	"strings"
	"testing"

	"sheetconv/parser/internal/ja"
)

// TestHeadsPassTheirLook writes the heads of columns as sheets do: the look that spares
// other cells the search for a head lets each of them pass.
func TestHeadsPassTheirLook(t *testing.T) {
	known := &facts{calendar: ja.NewCalendar("令和4年度"), sheet: 1}
	for c := policyColumn; c < columnCount; c++ {
		for _, spelling := range spellings[c] {
			for _, text := range []string{spelling, "<b>" + spelling + "</b>", spelling + "※1", "\"" + spelling + "\"", strings.Replace(spelling, "(", "\n(", 1)} {
				if got, _ := known.readHead(text); got != c {
					t.Errorf("%q is read as column %d, not %d", text, got, c)
				}
			}
		}
	}
	for text, want := range map[string]column{
		"令和4年度取組内容": activityColumn, "３年度実績": actualColumn, "元年度実績": actualColumn, "（R4）": noColumn,
		"ｎｏ．": numberColumn, "基&#26412;方針": policyColumn, "市民満足度": noColumn, "12件": noColumn,
	} {
		if got, _ := known.readHead(text); got != want {
			t.Errorf("%q is read as column %d, not %d", text, got, want)
		}
	}
}

// TestSentencesAndFigures has figures with a sentence in their bracket or note, and
// sentences with figures.
func TestSentencesAndFigures(t *testing.T) {
	known := &facts{}
	for text, want := range map[string]bool{
		"95%（速報値である。）": true, "12件 ※年度末の値。": true, "1,204人(延べ。)": true,
		"講座を47回開催した。": false, "47回。": false, "12件。(うち3件)": false, "7台を減らした。 ・車両 3台": false,
	} {
		if got := known.isFigure(text); got != want {
			t.Errorf("%q: figure %t, not %t", text, got, want)
		}
	}
}

// TestValues has short words, which are values whatever they say, and what is none.
func TestValues(t *testing.T) {
	known := &facts{}
	for text, want := range map[string]bool{
		"38回": true, "検討": true, "-": true, "策定、公表": false, "": false, "\"\"": false, "<br>": false,
		"令和3年度の目標値を上回る1,204人": false, "1,234,567,890,123千円以上": true,
	} {
		if got := known.isValue(text); got != want {
			t.Errorf("%q: value %t, not %t", text, got, want)
		}
	}
}

func TestItemNumberForms(t *testing.T) {
	for text, want := range map[string]string{"12": "12", "No.5": "5", "(6)": "6", "③": "3", "2-1": "2-1", "ア-3": "ア-3", "8※": "8", "8※1": "8", "1-(1)": "1-(1)", "12件": "", "2-1-1": "", "-": "", "0": ""} {
		if got, ok := itemNumber(text); ok != (want != "") || ok && got != want {
			t.Errorf("itemNumber(%q) = %q, %v, want %q", text, got, ok, want)
		}
	}
}

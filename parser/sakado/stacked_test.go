package sakado

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// stackedPlaces are where the columns of the test's tables begin, counted in characters.
var stackedPlaces = []int{0, 9, 13, 23, 31, 46, 62, 74, 82, 90, 98, 102, 114}

// layOut prints cells at the places of their columns; what is longer moves those behind it.
func layOut(lines ...[]string) string {
	var text strings.Builder
	for _, cells := range lines {
		line := ""
		for i, cell := range cells {
			if cell == "" {
				continue
			}
			line += strings.Repeat(" ", max(0, stackedPlaces[i]-utf8.RuneCountInString(line)))
			if line != "" && !strings.HasSuffix(line, " ") {
				line += " "
			}
			line += cell
		}
		text.WriteString(line + "\n")
	}
	return text.String()
}

// stackedHeadText is the head of the tests' tables, on four lines.
var stackedHeadText = layOut(
	[]string{"", "", "", "", "", "", "", "数値目標等", "", "", "進捗"},
	[]string{"基本方", "No.", "取組項目", "関係課", "取組の方針と内容", "R6年度取組内容", "", "(E)", "", "", "状況", "本部会意見", "R7年度目標"},
	[]string{"針", "", "(A)", "(B)", "(C)", "(D)", "項目", "当初", "目標", "現状値", "(F)", "(G)", "(H)"},
	[]string{"", "", "", "", "", "", "", "(R4末)", "(R9末)", "(R6末)"},
)

func TestStackedHead(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		want string
	}{
		"four lines": {stackedHeadText, "基本方針 No. 取組項目 (A) 関係課 (B) 取組の方針と内容 (C) R6年度取組内容 (D) 2024 項目 当初 (R4末) 2022 目標 (R9末) 2027 現状値 (R6末) 2024 進捗状況 (F) 本部会意見 (G) R7年度目標 (H) 2025"},
		"one character a line": {strings.NewReplacer("進捗", "進", "状況", "捗", "(F)", "状").Replace(stackedHeadText) + strings.Repeat(" ", 98) + "況\n",
			"基本方針 No. 取組項目 (A) 関係課 (B) 取組の方針と内容 (C) R6年度取組内容 (D) 2024 項目 当初 (R4末) 2022 目標 (R9末) 2027 現状値 (R6末) 2024 進捗状況 本部会意見 (G) R7年度目標 (H) 2025"},
		"number turned round":  {strings.Replace(stackedHeadText, "No.", "o.N", 1), "基本方針 No. 取組項目 (A) 関係課 (B) 取組の方針と内容 (C) R6年度取組内容 (D) 2024 項目 当初 (R4末) 2022 目標 (R9末) 2027 現状値 (R6末) 2024 進捗状況 (F) 本部会意見 (G) R7年度目標 (H) 2025"},
		"another word":         {strings.Replace(stackedHeadText, "関係課", "予算額", 1), ""},
		"no name of indicator": {strings.Replace(stackedHeadText, "項目  ", "    ", 1), ""},
	} {
		g, err := grid.New(test.text)
		if err != nil {
			t.Fatal(err)
		}
		var lines [][]printedWord
		for row := range g.Rows {
			lines = append(lines, wordsOf(g, row, sheet.ByCharacter))
		}
		head := stackedHead{facts: &facts{calendar: ja.NewCalendar(g.Text)}}
		var got []string
		if head.read(lines) {
			for _, own := range head.columns {
				got = append(got, own.label)
				if own.value.fy != 0 {
					got = append(got, fmt.Sprint(own.value.fy))
				}
			}
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: %s, want %s", name, strings.Join(got, " "), test.want)
		}
	}
}

// stackedItems are two items whose cells stand beside the first of their lines.
var stackedItems = [][]string{
	{"(ア) 市民", "1", "広報紙の", "広報課", "広報紙を読みやすくするため、", "紙面の構成を見直し、文字を大", "発行部数", "4,200部", "4,500部", "4,380部", "B", "計画どおりであ", "点字版を作る。"},
	{"との協働", "", "充実", "関係各課", "紙面を改めます。", "きくした。", "", "", "", "", "", "る。", ""},
	{"", "", "", "", "", "", "読者アンケートの", "38件", "100件", "61件"},
	{"", "", "", "", "", "", "回答数"},
	{"(イ) 財政", "2", "歳入の確保", "財政課", "新たな財源を確保するため、広", "封筒の広告を募集し、3社から", "広告収入", "210千円", "500千円", "315千円", "C", "目標に届いてい", "庁舎の壁面を貸"},
	{"", "", "", "", "告の媒体を増やします。", "申込みがあった。", "", "", "", "", "", "ない。", "し出す。"},
}

func readStackedText(t *testing.T, lines [][]string) *model.Document {
	t.Helper()
	return readText(t, titled+stackedHeadText+layOut(lines...))
}

func showStacked(document *model.Document) string {
	var shown []string
	for _, item := range document.Items {
		line := item.Number + " " + item.Name
		for _, policy := range item.Policy {
			line += " " + policy.Number + " " + policy.Name
		}
		for _, own := range item.Departments {
			line += " " + own.Section
		}
		for _, text := range item.Texts {
			line += " " + strings.ReplaceAll(text.Text, "\n", "/")
		}
		for _, indicator := range item.Indicators {
			line += " [" + indicator.Name
			for _, value := range indicator.Values {
				line += " " + value.Raw
			}
			line += "]"
		}
		for _, own := range item.Evaluations {
			line += " " + own.Grade
		}
		shown = append(shown, line)
	}
	return strings.Join(shown, "\n")
}

const (
	stackedFirst  = "1 広報紙の充実 ア 市民との協働 広報課 関係各課 広報紙を読みやすくするため、/紙面を改めます。 紙面の構成を見直し、文字を大/きくした。 計画どおりであ/る。 点字版を作る。 [発行部数 4,200部 4,500部 4,380部] [読者アンケートの回答数 38件 100件 61件] B"
	stackedSecond = "2 歳入の確保 イ 財政 財政課 新たな財源を確保するため、広/告の媒体を増やします。 封筒の広告を募集し、3社から/申込みがあった。 目標に届いてい/ない。 庁舎の壁面を貸/し出す。 [広告収入 210千円 500千円 315千円] C"
)

func TestStackedItems(t *testing.T) {
	if got, want := showStacked(readStackedText(t, stackedItems)), stackedFirst+"\n"+stackedSecond; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A value between two columns is no value of either: its indicator is left unmapped.
func TestStackedTornRow(t *testing.T) {
	lines := slices.Clone(stackedItems)
	lines[2] = []string{"", "", "", "", "", "", "読者アンケートの", "38件 100件 61件"}
	document := readStackedText(t, lines)
	if got := showStacked(document); strings.Contains(got, "[読者アンケート") && !strings.Contains(got, "[読者アンケートの回答数 38件 100件 61件]") {
		t.Errorf("got %s", got)
	}
}

// An item goes on behind a page break, also where no head is printed there.
func TestStackedPageBreak(t *testing.T) {
	text := titled + stackedHeadText + layOut(stackedItems[:4]...) + "\f" + layOut(stackedItems[4:]...)
	if got, want := showStacked(readText(t, text)), stackedFirst+"\n"+stackedSecond; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestFirstChunk(t *testing.T) {
	for text, want := range map[string]int32{"採択した": 2, "、採択": 2, "24,310回": 6, "）を": 2, "R6年度": 2} {
		if got := firstChunk(text); got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
}

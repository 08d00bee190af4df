package sheet

import (
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
)

func tokenOf(text string) Token {
	return Token{Cell: grid.Cell{Text: text, At: model.Position{Line: 1, Column: 1}}}
}

func texts(tokens []Token) []string {
	var out []string
	for _, token := range tokens {
		out = append(out, token.Text)
	}
	return out
}

func TestSplitWords(t *testing.T) {
	for text, want := range map[string][]string{
		"0.1 人 818 千円":               {"0.1", "人", "818", "千円"},
		"80% (R2年度)":                 {"80% (R2年度)"},
		"利用率 56.3% 80% (R2年度) 82.0%": {"利用率", "56.3%", "80% (R2年度)", "82.0%"},
		"74事務 (1事務対象外)　75事務":         {"74事務 (1事務対象外)", "75事務"},
		"受益者負担率<br>18.2%":            {"受益者負担率<br>", "18.2%"},
		"開いた (括弧":                    {"開いた (括弧"},
		"":                           nil,
		"12, 684人 3件":                {"12, 684人", "3件"}, "12, A": {"12,", "A"},
	} {
		words := SplitWords(tokenOf(text))
		if got := texts(words); !slices.Equal(got, want) {
			t.Errorf("SplitWords(%q) = %q, want %q", text, got, want)
		}
		for _, word := range words {
			if at := int(word.Offset); text[at:at+len(word.Text)] != word.Text {
				t.Errorf("SplitWords(%q): %q does not stand at its offset", text, word.Text)
			}
		}
	}
}

func TestSplitFromRight(t *testing.T) {
	for _, test := range []struct {
		text  string
		count int
		words bool
		want  []string
	}{
		{"居場所の利用者数 120人 180人", 3, false, []string{"居場所の利用者数", "120人", "180人"}},
		{"ポイント制度 検討 試行 実施", 3, true, []string{"ポイント制度", "検討", "試行", "実施"}},
		{"第2期 登録者数 18人", 3, false, []string{"第2期 登録者数", "18人"}},
		{"柵の延長 12 km (令和2年度) 16 km", 3, false, []string{"柵の延長", "12 km (令和2年度)", "16 km"}},
		{"県内の順位 12/33 市町村 (令和元年度)", 1, false, []string{"県内の順位", "12/33 市町村 (令和元年度)"}},
		{"参加者数 令和元年度 45人 50人", 3, false, []string{"参加者数", "令和元年度 45人", "50人"}},
		{"徒歩15分 圏内の人口", 3, false, []string{"徒歩15分 圏内の人口"}},
		{"名称だけ", 3, true, []string{"名称だけ"}},
		{"名称 だけ", 3, false, []string{"名称 だけ"}},
	} {
		if got := texts(SplitFromRight(tokenOf(test.text), test.count, test.words)); !slices.Equal(got, test.want) {
			t.Errorf("SplitFromRight(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

func TestNameIndicator(t *testing.T) {
	for printed, want := range map[string]model.Indicator{
		"大学との協定団体数(累計)":  {Name: "大学との協定団体数(累計)", Cumulative: true},
		"サロンの利用者数(再掲)":   {Name: "サロンの利用者数", Repeated: true},
		"【受診率】(％)":       {Name: "受診率(％)", Unit: "%"},
		"職員の職務満足度（5点満点）": {Name: "職員の職務満足度（5点満点）"},
		"保険料の負担額(1人当たり)": {Name: "保険料の負担額(1人当たり)"},
		"後発医薬品利用率(国保)":   {Name: "後発医薬品利用率(国保)"},
		"待機児 童数":         {Name: "待機児童数"},
		"利用者数 (人)\"":     {Name: "利用者数 (人)\"", Unit: "人"},
		"市 SNS のフォロワー数":  {Name: "市 SNS のフォロワー数"},
	} {
		var got model.Indicator
		NameIndicator(&got, printed)
		if got.Name != want.Name || got.Unit != want.Unit || got.Cumulative != want.Cumulative || got.Repeated != want.Repeated {
			t.Errorf("NameIndicator(%q) = %+v, want %+v", printed, got, want)
		}
	}
}

func TestReadCostHead(t *testing.T) {
	for _, test := range []struct {
		text string
		want CostHead
		rest string
		ok   bool
	}{
		{"令和4年度決算", CostHead{2022, model.BasisActual}, "", true},
		{"令和3年度 実績", CostHead{2021, model.BasisActual}, "", true},
		{"令和5年度当初予算", CostHead{2023, model.BasisBudget}, "", true},
		{"令和4年度決算額 7,110,000", CostHead{2022, model.BasisActual}, " 7,110,000", true},
		{"\"令和4年度決算\"", CostHead{2022, model.BasisActual}, "", true},
		{"令和4年\n度決算", CostHead{2022, model.BasisActual}, "", true},
		{"令 和 4 年 度 予 算", CostHead{2022, model.BasisBudget}, "", true},
		{"令和4年度", CostHead{}, "", false},
		{"決算", CostHead{}, "", false},
		{"前年の令和4年度決算", CostHead{}, "", false},
	} {
		head, end, ok := ReadCostHead(test.text, nil)
		if head != test.want || ok != test.ok || ok && test.text[end:] != test.rest {
			t.Errorf("ReadCostHead(%q) = %v, rest %q, %v", test.text, head, test.text[min(end, len(test.text)):], ok)
		}
	}
}

func TestPageNumbersAndQuotes(t *testing.T) {
	for text, want := range map[string]bool{
		"ページ 1/2": true, "Page 2": true, "**1 / 2**": true, "**- 3 -**": true, "ページ": false, "**2年**": false,
		"1/4": true, "- 3 -": true, "12ページ": true, "P.3": true, "\"- 3 -": true, "４／５ ページ": true,
		"": false, "-": false, "3件": false, "1234567": false,
	} {
		if got := IsPageNumber(text); got != want {
			t.Errorf("IsPageNumber(%q) = %v", text, got)
		}
	}
	for text, want := range map[string]string{
		"\"二行の\nセル\"":     "二行の\nセル",
		"\"\"\"x\"\" と\"": "\"x\" と",
		"\"食育\"と\"健康\"":   "\"食育\"と\"健康\"",
		"残食率\"":           "残食率\"",
		"\"":              "\"",
	} {
		if got := Unquote(text); got != want {
			t.Errorf("Unquote(%q) = %q, want %q", text, got, want)
		}
	}
}

// Whatever a cell holds, its words stand in it in order, and nothing but blanks
// and line breaks is left between them.
func TestIsMarkedPageNumber(t *testing.T) {
	for text, want := range map[string]bool{"- 3 -": true, "1/4": true, "12ページ": true, "P.3": true, "\"- 3 -": true, "12": false, "第3-2": false} {
		if IsMarkedPageNumber(text) != want {
			t.Errorf("IsMarkedPageNumber(%q) = %v", text, !want)
		}
	}
}

func TestCommonBasis(t *testing.T) {
	settled, budget := CostHead{FY: 2021, Basis: model.BasisActual}, CostHead{FY: 2022, Basis: model.BasisBudget}
	for _, test := range []struct {
		heads []CostHead
		want  model.CostBasis
	}{{nil, ""}, {[]CostHead{settled, settled}, model.BasisActual}, {[]CostHead{settled, budget}, ""}} {
		if got := CommonBasis(test.heads); got != test.want {
			t.Errorf("under %v amounts are %q; want %q", test.heads, got, test.want)
		}
	}
}

func FuzzSplitWords(f *testing.F) {
	for _, seed := range []string{"0.1 人 818 千円", "80% (R2年度)", "a<br>b", "(開 いた", "（あ　い） う"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "")
		last := 0
		for _, word := range SplitWords(tokenOf(text)) {
			at := int(word.Offset)
			if at < last || text[at:at+len(word.Text)] != word.Text {
				t.Fatalf("%q: %q stands at %d, behind %d", text, word.Text, at, last)
			}
			last = at + len(word.Text)
		}
		SplitNumber(text)
		SplitSections(text)
		ReadCostHead(text, nil)
		var indicator model.Indicator
		NameIndicator(&indicator, text)
	})
}

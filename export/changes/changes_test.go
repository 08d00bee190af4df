package changes

import (
	"encoding/xml"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"sheetconv/export/columns"
	"sheetconv/model"
	"sheetconv/model/compare"
)

func everything() []*compare.Result {
	return []*compare.Result{isehara(), sakado(), same(), nasty()}
}

func TestSameBytesTwice(t *testing.T) {
	for _, view := range Views {
		for _, language := range []string{Japanese, English} {
			options := Options{Language: language, Width: 80, Context: 3}
			first, second := written(t, view.Name, everything(), options), written(t, view.Name, everything(), options)
			if first != second {
				t.Errorf("%s in %s differs from one run to the next", view.Name, language)
			}
		}
	}
}

func TestTextFitsItsWidth(t *testing.T) {
	measure := columns.New(false)
	for _, width := range []int{40, 60, 79, 80, 120} {
		for _, language := range []string{Japanese, English} {
			for line := range strings.SplitSeq(written(t, "text", everything(), Options{Language: language, Width: width, Context: 5}), "\n") {
				if measure.Of(line) > width {
					t.Errorf("%d columns of %d: %s", measure.Of(line), width, line)
				}
			}
		}
	}
}

func withoutBlanks(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// However narrow it is, and in colour, the text says the same.
func TestTextLosesNothing(t *testing.T) {
	codes := regexp.MustCompile("\x1b\\[[0-9;]*m")
	wide := withoutBlanks(written(t, "text", everything(), Options{Language: Japanese, Context: 5}))
	for _, width := range []int{1, 40, 57, 80, 133} {
		got := withoutBlanks(written(t, "text", everything(), Options{Language: Japanese, Context: 5, Width: width}))
		if got != wide {
			t.Errorf("%d columns say something else than one line does", width)
		}
	}
	coloured := written(t, "text", everything(), Options{Language: Japanese, Context: 5, Width: 80, Colour: true})
	plainMarks := strings.NewReplacer("[-", "", "-]", "", "{+", "", "+}", "")
	if got := plainMarks.Replace(withoutBlanks(codes.ReplaceAllString(coloured, ""))); got != plainMarks.Replace(wide) {
		t.Error("in colour the text says something else")
	}
}

// What steers terminals or turns signs around never gets out.
func TestNothingUnsafeIsShown(t *testing.T) {
	for _, view := range []string{"text", "markdown", "html"} {
		for _, r := range written(t, view, everything(), Options{Language: Japanese, Width: 80, Context: AllWords}) {
			if isUnsafe(r) {
				t.Errorf("%s has %U", view, r)
			}
		}
	}
	cells := cellsOf(t, written(t, "xlsx", everything(), Options{Language: Japanese}))
	if strings.ContainsFunc(cells, isUnsafe) {
		t.Error("the workbook has an unsafe sign")
	}
	if !strings.Contains(cells, `a<b>&"'`) {
		t.Error("the workbook has not the name as it is")
	}
}

func TestMarkdownTablesHold(t *testing.T) {
	unescaped := regexp.MustCompile(`(^|[^\\])\|`)
	text := written(t, "markdown", everything(), Options{Language: English, Context: 3})
	heads := 0
	for line := range strings.SplitSeq(text, "\n") {
		switch {
		case strings.HasPrefix(line, "| ---"):
			continue
		case !strings.HasPrefix(line, "|"):
			heads = 0
		case heads == 0:
			heads = len(unescaped.FindAllString(line, -1))
		case len(unescaped.FindAllString(line, -1)) != heads:
			t.Errorf("not %d cells: %s", heads-1, line)
		}
		for _, tag := range []string{"<b>", "</script>", "<!--", "@{{"} {
			if strings.Contains(line, tag) {
				t.Errorf("%s is not escaped: %s", tag, line)
			}
		}
	}
}

// The page is well-formed, gets nothing from anywhere, and lets only its own style
// and script run.
func TestPageIsOneFile(t *testing.T) {
	page := written(t, "html", everything(), Options{Language: Japanese, Context: 3})
	for _, reference := range []string{" src=", "@import", "url(", "<link rel=\"stylesheet", "http:", "https:", "<iframe", "<form", " style=", " onclick="} {
		if strings.Contains(page, reference) {
			t.Errorf("the page has %s", reference)
		}
	}
	for start, end := range map[string]string{"<style>": "</style>", "<script>": "</script>"} {
		_, content, _ := strings.Cut(page, start)
		content, _, _ = strings.Cut(content, end)
		if !strings.Contains(page, strings.ReplaceAll(digest(content), "+", "&#43;")) {
			t.Errorf("the policy does not let what is in %s run", start)
		}
	}
	decoder := xml.NewDecoder(strings.NewReader(shownIn(t, "html", page)))
	decoder.Strict, decoder.AutoClose, decoder.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	seen := map[string]bool{}
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if element, is := token.(xml.StartElement); is {
			for _, attribute := range element.Attr {
				if attribute.Name.Local == "id" && seen[attribute.Value] {
					t.Errorf("two parts are called %s", attribute.Value)
				}
				if attribute.Name.Local == "id" {
					seen[attribute.Value] = true
				}
			}
		}
	}
	if !seen["c1-1-g1t"] {
		t.Error("no chart has a title")
	}
}

func TestLongPagesAreFolded(t *testing.T) {
	many := isehara()
	for index := range openItems {
		added := many.Items[0]
		added.ID += "-" + strconv.Itoa(index)
		many.Items = append(many.Items, added)
	}
	page := written(t, "html", []*compare.Result{many}, Options{Language: English, Context: 3})
	if strings.Contains(page, " open>") || strings.Count(page, "<details") != openItems+1 {
		t.Error("a long page has open items")
	}
}

// Three consecutive years are one run: each indicator is drawn once in each issue.
func TestSeveralYears(t *testing.T) {
	first, second := isehara(), isehara()
	second.Old = first.New
	second.New = &compare.Issue{Name: "r5.txt", FiscalYear: 2023}
	second.Pairs[0].Old = first.Pairs[0].New
	for index := range second.Pairs[0].Indicators {
		second.Pairs[0].Indicators[index].Old = first.Pairs[0].Indicators[index].New
	}
	made := newReport([]*compare.Result{first, second}, Options{Language: Japanese})
	if len(made.trends) != 2 || len(made.trends[0].editions) != 3 || made.trends[0].offset != 0 {
		t.Errorf("there are %d indicators, the first in %d issues", len(made.trends), len(made.trends[0].editions))
	}
	page := written(t, "html", []*compare.Result{first, second}, Options{Language: Japanese})
	for _, class := range []string{"oldest target", "previous actual", "latest actual"} {
		if !strings.Contains(page, `class="`+class+`"`) {
			t.Errorf("no line is %s", class)
		}
	}
	cells := cellsOf(t, written(t, "xlsx", []*compare.Result{first, second}, Options{Language: Japanese}))
	if !strings.Contains(cells, "目標（第3版） | 目標（最新） | 実績（第1版）") {
		t.Error("the workbook has not each issue beside the others")
	}
}

func TestImportance(t *testing.T) {
	changed := func(class compare.Class) compare.Item {
		return compare.Item{ID: string(class), Status: compare.ItemChanged, Changes: []compare.Change{{Class: compare.ClassText}, {Class: class}}}
	}
	items := []compare.Item{
		changed(compare.ClassText), changed(compare.ClassCost), {ID: "added", Status: compare.ItemAdded}, changed(compare.ClassProgress),
		{ID: "renamed", Status: compare.ItemRenamed}, {ID: "removed", Status: compare.ItemRemoved}, changed(compare.ClassRevision),
	}
	var order []string
	for _, item := range byImportance(items) {
		order = append(order, item.ID)
	}
	if got := strings.Join(order, " "); got != "revision removed added progress renamed cost text" {
		t.Errorf("the order is %s", got)
	}
}

func TestYears(t *testing.T) {
	for fy, want := range map[int][2]string{
		2021: {"令和3年度", "FY2021"}, 2019: {"令和元年度", "FY2019"}, 2018: {"平成30年度", "FY2018"}, 1989: {"平成元年度", "FY1989"},
		1988: {"昭和63年度", "FY1988"}, 1925: {"1925年度", "FY1925"}, 0: {"", ""},
	} {
		if got := (words{Japanese}).year(fy); got != want[0] {
			t.Errorf("%d is %s, want %s", fy, got, want[0])
		}
		if got := (words{English}).year(fy); got != want[1] {
			t.Errorf("%d is %s, want %s", fy, got, want[1])
		}
	}
}

func TestFigures(t *testing.T) {
	for text, want := range map[string][2]string{
		"740454": {"740,454", "+740,454"}, "-1234.50": {"−1,234.50", "−1,234.50"}, "3.70": {"3.70", "+3.70"},
		"0": {"0", "±0"}, "0.00": {"0.00", "±0.00"}, "-0": {"−0", "±0"}, "100": {"100", "+100"},
		"12345678901234567890.1": {"12,345,678,901,234,567,890.1", "+12,345,678,901,234,567,890.1"},
	} {
		if got := plain(number(text)); got != want[0] {
			t.Errorf("%s is %s, want %s", text, got, want[0])
		}
		if got := signed(number(text)); got != want[1] {
			t.Errorf("%s is %s as a difference, want %s", text, got, want[1])
		}
	}
	for share, want := range map[string]string{"33.333": "33.3", "66.66": "66.7", "-0.05": "-0.1", "5": "5", "98.1": "98.1"} {
		if got := rounded(number(share)).String(); got != want {
			t.Errorf("%s is rounded to %s, want %s", share, got, want)
		}
	}
	if got := (words{English}).yen(signed, -1200, false); got != "−¥1,200" {
		t.Errorf("a loss is %s", got)
	}
}

func TestPlaceOf(t *testing.T) {
	for _, test := range []struct {
		path, list, field, name string
		fy                      int
	}{
		{"indicators[市税徴収率].values[2021,target].number", "indicators", "number", "市税徴収率", 2021},
		{`indicators[率\[a\]\,b\.c\\].goal`, "indicators", "goal", `率[a],b.c\`, 0},
		{"indicators[2021].values[actual]", "indicators", "", "2021", 0},
		{"costs[2020,actual,total].yen", "costs", "yen", "", 2020},
		{"schedule[案内,,plan]", "schedule", "", "案内", 0},
		{"texts[remark,所見,2020].text", "texts", "text", "所見", 2020},
		{"status", "status", "", "", 0},
		{"", "", "", "", 0},
		{"a[b", "a", "", "b", 0},
	} {
		got := placeOf(test.path)
		if got.list() != test.list || got.field() != test.field || got.name() != test.name || got.fy() != test.fy {
			t.Errorf("%s: %q %q %q %d", test.path, got.list(), got.field(), got.name(), got.fy())
		}
	}
}

// The edits of two texts say both texts whole, and what is left out is counted.
func FuzzEdits(f *testing.F) {
	f.Add("月2回の開設を試行する。", "月4回の開設を始めた。", 3)
	f.Add("", "新しい文", 0)
	f.Add("abc def ghi", "abc xyz ghi", -1)
	f.Fuzz(func(t *testing.T, old, new string, context int) {
		whole, shortened := edits(old, new, AllWords), edits(old, new, min(max(context, 0), 50))
		signs, kept := 0, 0
		for _, piece := range whole {
			signs += len([]rune(piece.text))
		}
		for _, piece := range shortened {
			kept += len([]rune(piece.text)) + piece.omitted
			if piece.omitted > 0 && (piece.text != "" || piece.edit != compare.Kept) {
				t.Errorf("%q is left out of %q", piece.text, old)
			}
		}
		if signs != kept {
			t.Errorf("%d of %d signs are accounted for: %q %q", kept, signs, old, new)
		}
	})
}

func TestRowsOfTheModelHaveWords(t *testing.T) {
	for _, row := range []any{
		&model.Indicator{Name: "率", Values: yearly(model.Actual, "%", 2020, "1")}, &model.Value{Figure: model.Figure{Raw: "検討"}},
		&model.Cost{Raw: "5千円", Yen: model.NewYen(5000)}, &model.Staffing{People: number("1.5")}, &model.UnitCost{Yen: model.NewYen(1)},
		&model.Task{Text: "実施"}, &model.Text{Text: "文"}, &model.Evaluation{Grade: "A"}, &model.Department{Section: "課"},
		&model.Attribute{Figure: model.Figure{Raw: "x"}}, &model.Policy{Name: "策"}, &model.Grade{Grade: "A"}, &model.Period{Raw: "R1~"},
		&model.Quantity{Figure: model.Figure{Raw: "10"}}, model.Date{Year: 2020, Month: 3, Day: 31}, true, 5,
	} {
		for _, language := range []string{Japanese, English} {
			r := &reporter{words: words{language}}
			got := r.value(placeOf("x"), row, "", false)
			if got == "" || strings.ContainsAny(got, "{}&") {
				t.Errorf("%T is shown as %q", row, got)
			}
		}
	}
}

package misato

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
)

// In the sheets / ends a cell, as a pipe at the end of a line does.
const beforeRows = "事務事業コード/1000001/事業名/清掃事業/総合計画の位置づけ/"

func readCells(t *testing.T, cells string) *model.Document {
	t.Helper()
	g, err := grid.New(strings.ReplaceAll(beforeRows+cells, "/", " |\n"))
	if err != nil {
		t.Fatal(err)
	}
	sections := Form.Read(g)
	if len(sections) != 1 || len(sections[0].Document.Items) != 1 {
		t.Fatalf("%q is %d documents", cells, len(sections))
	}
	return sections[0].Document
}

func unmapped(document *model.Document) (texts []string) {
	for _, piece := range document.Unmapped {
		texts = append(texts, piece.Text)
	}
	return texts
}

// TestBareAmounts holds that an amount without a unit is no yen where others of the
// block print another.
func TestBareAmounts(t *testing.T) {
	const head = "歳出/令和4年度決算/総事業費(合計)/"
	for cells, want := range map[string]string{
		head + "6,213千円/歳入/国県支出金/480/":          "6213000 unread",
		head + "6,213千円/歳入/国県支出金/0/":            "6213000 0",
		head + "6,213円/歳入/国県支出金/480/":           "6213 480",
		head + "6,213/歳入/国県支出金/480/":            "6213 480",
		head + "6,213/歳入/国県支出金/480千円/":          "unread 480000",
		head + "6,213/歳入/国県支出金(千円)/480千円/":      "unread 480000",
		head + "6,213/金額は千円です/国県支出金/480/":       "unread unread",
		"(単位:円)/" + head + "6,213千円/国県支出金/480/": "6213000 480",
	} {
		document, got := readCells(t, cells), ""
		for _, cost := range document.Items[0].Costs {
			if cost.Yen.IsZero() {
				got += " unread"
			} else {
				got += " " + cost.Yen.String()
			}
		}
		unreadable := 0
		for _, diagnostic := range document.Diagnostics {
			if diagnostic.Code == model.CodeUnreadable {
				unreadable++
			}
		}
		if strings.TrimSpace(got) != want || unreadable != strings.Count(want, "unread") {
			t.Errorf("%s: got %s and %d diagnostics, want %s", cells, got, unreadable, want)
		}
	}
}

// TestYearRows holds the rows of one indicator, numbers among them that look like
// years.
func TestYearRows(t *testing.T) {
	const head = "活動指標/指標名/通知の数/単位/通/目標進捗/計画値/実績値//達成率/所見/"
	const bare = "活動指標/指標名/計画の策定/単位//目標進捗/計画値/実績値//達成率/所見/"
	const share = "成果指標/指標名/受診率/単位/%/目標進捗/計画値/実績値//達成率/所見/"
	const unitless = "活動指標/指標名/通知の数/単位/通/目標進捗/計画値/実績値/達成率/"
	const swapped = "活動指標/指標名/通知の数/単位/通/目標進捗/実績値/計画値//達成率/所見/"
	for cells, test := range map[string]struct{ want, left []string }{
		head + "令和3年度/2000/1985/通/99.3/%//": {[]string{"2021 target 2000", "2021 actual 1985", "2021 rate 99.3"}, nil},
		bare + "令和3年度/検討/検討///%//令和4年度/策定////%//": {
			[]string{"2021 target ", "2021 actual ", "2022 target "}, nil,
		},
		head + "令和3年度/2020//通//%//":                  {[]string{"2021 target 2020"}, nil},
		head + "令和3年度/1,640/2013/通//%//":             {[]string{"2021 target 1640", "2021 actual 2013"}, nil},
		head + "令和3年度/10/9/通//%//令和4年度/1/90//通//%//": {[]string{"2021 target 10", "2021 actual 9"}, []string{"1", "90"}},
		head + "令和3年度/10/9/通//%//令和4/年度/190//通//%//": {[]string{"2021 target 10", "2021 actual 9"}, []string{"年度", "190"}},
		head + "令和3年度/10/9/通//%//令和4年度/190/190//通//%//": {
			[]string{"2021 target 10", "2021 actual 9"}, []string{"190", "190"},
		},
		head + "令和3年度/10//9/通/90/%//":         {[]string{"2021 target 10", "2021 actual 9", "2021 rate 90"}, nil},
		head + "令和3年度/10//9/通/-/%//":          {nil, []string{"10", "9"}},
		head + "令和3年度/10/10/9/通//%//":         {nil, []string{"10", "10", "9"}},
		head + "令和3年度 9 通 90 %/令和4年度 12 通 %/": {[]string{"2021 rate 90"}, []string{"9", "12"}},
		head + "令和3年度　10　9　通　90　%/令和4年度　12　通　%/": {
			[]string{"2021 target 10", "2021 actual 9", "2021 rate 90", "2022 target 12"}, nil,
		},
		head + "令和3年度/10通/約9通//90%///令和4年度/12//通//%//": {
			[]string{"2021 target 10", "2021 actual 9", "2021 rate 90", "2022 target 12"}, nil,
		},
		head + "令和3年度/10/9/通/90%/遅れ/令和4年度/12//通//%//": {
			[]string{"2021 target 10", "2021 actual 9", "2021 rate 90", "2022 target 12"}, nil,
		},
		head + "令和3年度/9/90%/令和4年度/12//通//%//": {[]string{"2021 rate 90", "2022 target 12"}, []string{"9"}},
		head + "令和3年度/-/-/-/-/-/-/令和4年度/策定/未実施/-/-/%//令和5年度/公表//-//%//": {
			[]string{"2022 target ", "2022 actual ", "2023 target "}, nil,
		},
		unitless + "令和3年度/10/9/90%/令和4年度/12///指標値の算定・把握方法/台帳/": {
			[]string{"2021 target 10", "2021 actual 9", "2021 rate 90", "2022 target 12"}, nil,
		},
		strings.Replace(unitless, "通/目標", "%/目標", 1) + "令和3年度/52.0/100.0%/令和4年度/60.0///指標値の算定・把握方法/台帳/": {
			[]string{"2022 target 60.0"}, []string{"52.0", "100.0%"},
		},
		unitless + "令和3年度/9/90%/令和4年度/12///指標値の算定・把握方法/台帳/": {[]string{"2021 rate 90", "2022 target 12"}, []string{"9"}},
		head + "R3/10/9/通//%//2022/12//通//%//":              {[]string{"2021 target 10", "2021 actual 9"}, []string{"2022", "12", "通", "%"}},
		swapped + "令和3年度/9/10/通/90/%//令和4年度//12/通//%//": {
			[]string{"2021 actual 9", "2021 target 10", "2021 rate 90", "2022 target 12"}, nil,
		},
		head + "令和3年度/2000/1985/通/99.3//遅れ/":      {[]string{"2021 target 2000", "2021 actual 1985", "2021 rate 99.3"}, nil},
		head + "令和3年度/2000/1985/通/99.3/%※//":      {[]string{"2021 target 2000", "2021 actual 1985", "2021 rate 99.3"}, nil},
		head + "令和3年度/2000/1985/通/98.3//遅れ/":      {[]string{"2021 target 2000", "2021 actual 1985"}, []string{"98.3", "遅れ"}},
		share + "令和3年度/52.0/36.5//70.2/%/速報/":     {[]string{"2021 target 52.0", "2021 actual 36.5", "2021 rate 70.2"}, nil},
		share + "令和3年度/52.0/36.5/70.2/%///":       {[]string{"2021 target 52.0", "2021 actual 36.5", "2021 rate 70.2"}, nil},
		head + "令和3年度/106/9/8 団体/92.5/%//":        {[]string{"2021 rate 92.5"}, []string{"106", "9", "8"}},
		share + "令和3年度/52.0/36.5/80.2/%///":       {nil, []string{"52.0", "36.5", "80.2"}},
		share + "令和3年度/52.0/36.5/%/70.2//速報/":     {[]string{"2021 target 52.0", "2021 actual 36.5", "2021 rate 70.2"}, nil},
		share + "令和3年度/52.0/36.5/%/70.2/ポイント/速報/": {[]string{"2021 target 52.0", "2021 actual 36.5"}, []string{"70.2", "ポイント", "速報"}},
		head + "令和3年度/10/9/通//%//計画値/実績値//達成率/所見/令和4年度/12//通//%//": {
			[]string{"2021 target 10", "2021 actual 9", "2022 target 12"}, nil,
		},
	} {
		document := readCells(t, cells)
		var got []string
		for _, value := range document.Items[0].Indicators[0].Values {
			got = append(got, fmt.Sprint(value.FY, " ", value.Measure, " ", value.Number))
		}
		if left := unmapped(document); !slices.Equal(got, test.want) || !slices.Equal(left, test.left) {
			t.Errorf("%s: got %q, unmapped %q, expected %q and %q", cells, got, left, test.want, test.left)
		}
	}
}

// TestCostLines holds blocks of costs with blank, unknown and doubtful lines.
func TestCostLines(t *testing.T) {
	const head = "歳出/総事業費(合計)/実績//令和3年度決算//"
	for cells, test := range map[string]struct{ want, left []string }{
		head + "900/歳入/特定財源/実績値//令和3年度決算//地方債/5/": {[]string{"2021 total 900", "2021 bonds 5"}, nil},
		head + "/歳入/特定財源/実績値//令和3年度決算//地方債/5/":    {[]string{"2021 bonds 5"}, nil},
		head + "900/地方債/5/使用料/4/その他/3/":           {[]string{"2021 total 900", "2021 bonds 5", "2021 other_specific 3"}, []string{"使用料", "4"}},
		head + "900/歳入/特定財源/実績値//令和3年度決算///5/":    {[]string{"2021 total 900"}, []string{"5"}},
		head + "900/地方債/-/使用料/4/":                 {[]string{"2021 total 900"}, []string{"使用料", "4"}},
		head + "900/地方債/(単位:円)/5/":                {[]string{"2021 total 900", "2021 bonds 5"}, nil},
		"(単位:千円)/" + head + "900/地方債/5/":          {[]string{"2021 total 900000", "2021 bonds 5000"}, nil},
		"歳出/総事業費(合計)(千円)/令和3年度決算/900/地方債/5円/":     {[]string{"2021 total 900000", "2021 bonds 5"}, nil},
		"歳出/総事業費(合計)/令和3年度決算(百万円)/1.2/":           {[]string{"2021 total 1200000"}, nil},
		"歳出/総事業費(合計)/（単位 千円）/令和3年度決算/900/":        {[]string{"2021 total 900000"}, nil},
		head + "900/千円/地方債/5/千円/":                 {[]string{"2021 total 900000", "2021 bonds 5000"}, nil},
		head + "900/(単位:千円)/地方債/5/":               {[]string{"2021 total ", "2021 bonds 5000"}, nil},
		head + "900/地方債/5 6/":                     {[]string{"2021 total 900", "2021 bonds "}, nil},
		head + "900/地方債/5/5/":                     {[]string{"2021 total 900", "2021 bonds 5"}, nil},
		head + "900/地方債/5.5/":                     {[]string{"2021 total 900", "2021 bonds "}, nil},
		head + "99,999,999,999,999,999,999/":      {[]string{"2021 total "}, nil},
		"歳出/総事業費(合計)/予算//令和4年度予算//900/":           {[]string{"2022 total 900"}, nil},
	} {
		document := readCells(t, cells)
		var got []string
		doubtful := 0
		for _, cost := range document.Items[0].Costs {
			got = append(got, fmt.Sprint(cost.FY, " ", cost.Line, " ", cost.Yen))
			if cost.Yen.IsZero() {
				doubtful++
			}
		}
		left := unmapped(document)
		if !slices.Equal(got, test.want) || !slices.Equal(left, test.left) {
			t.Errorf("%s: got %q, unmapped %q, expected %q and %q", cells, got, left, test.want, test.left)
		}
		if len(document.Diagnostics) != doubtful+len(left) {
			t.Errorf("%s: diagnostics are %v", cells, document.Diagnostics)
		}
	}
}

// TestHeadlessCost holds amounts over which no year stands: what is not told of them
// is reported.
func TestHeadlessCost(t *testing.T) {
	const rest = "/歳入/特定財源/実績値//令和3年度決算//特定財源計/5/"
	for cells, want := range map[string]int{
		"歳出/総事業費(合計)/実績///900" + rest:         1,
		"歳出/総事業費(合計)/実績///-" + rest:           0,
		"歳出/総事業費(合計)/実績//令和3年度決算//900" + rest: 0,
	} {
		document := readCells(t, cells)
		reported := 0
		for _, own := range document.Diagnostics {
			if own.Code == model.CodeYearUnreadable && own.Severity == model.SeverityWarning {
				reported++
			}
		}
		yearless := 0
		for _, cost := range document.Items[0].Costs {
			if cost.FY == 0 {
				yearless++
			}
		}
		if reported != want || yearless != want {
			t.Errorf("%s: %d reports, %d amounts without a year, expected %d: %v", cells, reported, yearless, want, document.Diagnostics)
		}
	}
}

// TestRemarksOfWork holds what stands behind the figures of 業務分析.
func TestRemarksOfWork(t *testing.T) {
	const head = "業務分析(量と質)//年間/特記事項/人員(担当)/"
	for cells, test := range map[string]struct{ want, left []string }{
		head + "フルタイム/2/受付を担う。/パートタイム/0//": {[]string{"受付を担う。"}, nil},
		head + "フルタイム/2/-/パートタイム/0/-/":     {nil, nil},
		head + "フルタイム/2//再任用/1//":          {nil, []string{"再任用", "1"}},
		head + "フルタイム/2/再任用/1//":           {nil, []string{"再任用", "1"}},
		head + "フルタイム/2//3//":              {nil, []string{"3"}},
		head + "フルタイム/2/3//":               {nil, []string{"3"}},
		head + "業務の難易度/普通/普通/パートタイム/0//":   {nil, nil},
	} {
		document := readCells(t, cells)
		var got []string
		for _, text := range document.Items[0].Texts {
			got = append(got, text.Text)
		}
		if left := unmapped(document); !slices.Equal(got, test.want) || !slices.Equal(left, test.left) {
			t.Errorf("%s: got %q, unmapped %q, expected %q and %q", cells, got, left, test.want, test.left)
		}
	}
}

// TestHeadsThatDiffer holds second and running heads that say something else.
func TestHeadsThatDiffer(t *testing.T) {
	for cells, left := range map[string][]string{
		"課題/古い。/事務事業コード/1000001/事業名/清掃事業/対応/直す。/":  nil,
		"課題/古い。/事務事業コード/1000001/事業名/清掃の事業/対応/直す。/": {"清掃の事業"},
		"担当課名/環境課/担当課名/環境課/":                       nil,
		"担当課名/環境課/事務事業名、担当課等/施策/2 緑化/":             nil, // a heading on the next page
		"担当課名/環境課/担当課名/公園課/":                       {"公園課"},
	} {
		if got := unmapped(readCells(t, cells)); !slices.Equal(got, left) {
			t.Errorf("%s: unmapped %q, expected %q", cells, got, left)
		}
	}
}

// TestDepartmentInOneCell holds a division with the label of its section behind it.
func TestDepartmentInOneCell(t *testing.T) {
	for _, cells := range []string{
		"担当部名/環境部/担当課名/公園課/",
		"担当部名/環境部 担当課名 公園課/",
		"担当部名/環境部 担当課名/公園課/",
	} {
		document := readCells(t, cells)
		departments := document.Items[0].Departments
		if len(departments) != 1 || departments[0].Division != "環境部" || departments[0].Section != "公園課" || len(document.Unmapped) > 0 {
			t.Errorf("%s: got %+v, unmapped %v", cells, departments, document.Unmapped)
		}
		joined := slices.ContainsFunc(document.Diagnostics, func(own model.Diagnostic) bool { return own.Code == model.CodeJoinedCells })
		if joined != strings.Contains(cells, " ") {
			t.Errorf("%s: joined cells reported: %t", cells, joined)
		}
	}
}

// TestMissingLabels holds cells that end in the label of the next one, and texts that
// only mention a label.
func TestMissingLabels(t *testing.T) {
	const indicator = "活動指標/指標名/回収量 単位 t/めざす方向/増加/目標値/9/令和3年度/8/7/t//%//算定・把握方法/台帳 "
	const next = "指標名/団体数/単位/団体/めざす方向/増加/目標値/5/令和3年度/4/3/団体//%//算定・把握方法/名簿/"
	for cells, want := range map[string]string{
		indicator + "成果指標/" + next:  "activity 回収量 t 台帳, outcome 団体数 団体 名簿",
		indicator + next:            "activity 回収量 t 台帳, activity 団体数 団体 名簿",
		"評価/よい。 今後の方針 続ける。/":        "assessment よい。, next 続ける。",
		"評価/今後の方針 に沿う。/今後の方針/続ける。/": "assessment 今後の方針 に沿う。, next 続ける。",
		"対象/市民 意図 減らす/事務事業の目的、概要等/": "policy_target 市民, policy_intent 減らす",
		"実績報告/市民 の 評価 をした。/評価/よい。/": "activity 市民 の 評価 をした。, assessment よい。",
	} {
		item := readCells(t, cells).Items[0]
		var got []string
		for _, own := range item.Indicators {
			got = append(got, fmt.Sprint(own.Kind, " ", own.Name, " ", own.Unit, " ", own.Method))
		}
		for _, own := range item.Texts {
			got = append(got, fmt.Sprint(own.Key, " ", own.Text))
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: got %q, expected %q", cells, got, want)
		}
	}
}

// TestStaffKinds holds kinds of staff that other years' sheets print.
func TestStaffKinds(t *testing.T) {
	document := readCells(t, "業務分析(量と質)//年間/特記事項/人員(担当)/正規職員/2.4/会計年度任用職員/0.6/業務の難易度/普通/")
	var got []string
	for _, own := range document.Items[0].Staffing {
		got = append(got, fmt.Sprint(own.Category, " ", own.Label, " ", own.People))
	}
	if want := []string{"regular 正規職員 2.4", "other 会計年度任用職員 0.6"}; !slices.Equal(got, want) || len(document.Unmapped) > 0 {
		t.Errorf("got %q, unmapped %v, expected %q", got, document.Unmapped, want)
	}
}

// TestPageNumbersInCells holds page numbers that stand between two cells, of which no pipe
// parts them.
func TestPageNumbersInCells(t *testing.T) {
	for _, line := range []string{"- 3 -", "－３－", "3ページ"} {
		document := readCells(t, "担当課名/"+line+"\n公園課/課題/古い。\n"+line+"/対応/直す。/")
		item := document.Items[0]
		if len(item.Departments) != 1 || item.Departments[0].Section != "公園課" || len(item.Texts) != 2 || item.Texts[0].Text != "古い。" || len(document.Unmapped) > 0 {
			t.Errorf("%s: got %+v, %+v, unmapped %v", line, item.Departments, item.Texts, document.Unmapped)
		}
	}
	joined := readCells(t, "課題/古い。/- 3 -\n担当課名 公園課/")
	if got := joined.Items[0].Departments; len(got) != 1 || got[0].Section != "公園課" || len(joined.Unmapped) > 0 {
		t.Errorf("a label behind a page number: got %+v, unmapped %v", got, joined.Unmapped)
	}
	document := readCells(t, "課題/5-3\n古い。/対応/- 直す -\n急ぐ。/")
	if texts := document.Items[0].Texts; texts[0].Text != "5-3\n古い。" || texts[1].Text != "- 直す -\n急ぐ。" {
		t.Errorf("got %+v", texts)
	}
}

// TestUnknownLabelBehindBlankCell holds a label and a value that the form does not know
// behind a label whose cell is blank: they are not its text.
func TestUnknownLabelBehindBlankCell(t *testing.T) {
	for cells, left := range map[string][]string{
		"課題/古い。/対応//事業の優先度/A/評価/よい。/": {"事業の優先度", "A"},
		"課題/古い。/対応//直す。/評価/よい。/":      nil, // a cell more is more likely
	} {
		if got := unmapped(readCells(t, cells)); !slices.Equal(got, left) {
			t.Errorf("%s: unmapped %q, expected %q", cells, got, left)
		}
	}
}

// The mark of a footnote between a rate and its percent sign takes no unit away.
func TestRateWithNoteMark(t *testing.T) {
	for _, rate := range []string{"90※1/%", "90/%"} {
		document := readCells(t, "指標の種類/活動指標/指標名/配布数/単位/通/年度/計画値/実績値/達成率/令和3年度/10/9/通/"+rate+"//")
		values := document.Items[0].Indicators[0].Values
		last := values[len(values)-1]
		if last.Measure != model.Rate || last.Unit != "%" || last.Number.String() != "90" || !strings.HasPrefix(last.Raw, "90") {
			t.Errorf("%s: %+v", rate, last)
		}
	}
}

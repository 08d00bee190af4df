package ja

import "testing"

func TestCalendarParseFiscalYear(t *testing.T) {
	const text = "開始 昭和44年度 計画期間 平成30年度~令和4年度 平成30年度決算 令和4年度予算"
	for _, test := range []struct {
		in   string
		want int
	}{
		{"31年度", 2019}, {"３１年度", 2019}, {"元年度", 2019}, {"2年度", 2020}, {"４年度末", 2022}, {"(3年度)", 2021}, {"33年度", 2021},
		{"3年度(2021年度)", 2021}, {"3(2021)年度", 0}, {"3年度(1991年度)", 1991}, {"3年度(2020年度)", 0}, {"令和3年度", 2021}, {"平成31・令和元年度", 2019},
		{"", 0}, {"年度", 0}, {"前年度", 0}, {"131年度", 0}, {"0年度", 0}, {"3年", 0}, {"3", 0}, {"3年度目", 0}, {"3年度実績", 0}, {"第3年度", 0},
	} {
		if fy, ok := NewCalendar(text).ParseFiscalYear(test.in); fy != test.want || ok != (test.want != 0) {
			t.Errorf("ParseFiscalYear(%q) = %d, %v, want %d", test.in, fy, ok, test.want)
		}
	}
	for text, want := range map[string]int{
		"": 0, "指標名 3 4": 0, "開始 昭和44年度": 0, "開始 平成3年度": 0, "開始 平成15年度": 2021, "令和12年度まで": 2021,
	} {
		if fy, _ := NewCalendar(text).ParseFiscalYear("3年度"); fy != want {
			t.Errorf("ParseFiscalYear(3年度) = %d beside %q, want %d", fy, text, want)
		}
	}
	if fy, ok := (*Calendar)(nil).ParseFiscalYear("31年度"); ok {
		t.Errorf("without a calendar, ParseFiscalYear(31年度) = %d", fy)
	}
}

func TestCalendarFindFiscalYear(t *testing.T) {
	for _, test := range []struct {
		in   string
		want int
		text string
	}{
		{"3年度実績", 2021, "3年度"}, {"目標値(7年度末)", 2025, "7年度末"}, {"現状値 元年度", 2019, "元年度"}, {"3年度(2021年度) 決算", 2021, "3年度(2021年度)"},
		{"２年度目標", 2020, "２年度"}, {"R1年度取組内容 (2年度)", 2019, "R1年度"},
		{"前年度実績", 0, ""}, {"第3年度", 0, ""}, {"2年度目の取組", 0, ""}, {"1,3年度", 0, ""}, {"3~5年度", 0, ""}, {"年度", 0, ""}, {"指標名", 0, ""},
	} {
		fy, start, end, ok := NewCalendar("令和4年度 事務事業評価シート").FindFiscalYear(test.in)
		if fy != test.want || test.in[start:end] != test.text || ok != (test.want != 0) {
			t.Errorf("FindFiscalYear(%q) = %d at %q, %v, want %d at %q", test.in, fy, test.in[start:end], ok, test.want, test.text)
		}
	}
}

package ja

import "testing"

var parseYearTests = []struct {
	in   string
	want int
}{
	{"令和4年度", 2022}, {"令和４年度", 2022}, {"令和 4 年度", 2022}, {"令和 4年 度", 2022}, {" 令和4年度 ", 2022},
	{"令和元年度", 2019}, {"令和1年度", 2019}, {"R4", 2022}, {"Ｒ４", 2022}, {"r4", 2022}, {"R4年度", 2022}, {"R元年度", 2019},
	{"令4年度", 2022}, {"令4", 2022}, {"令和4", 2022}, {"令和4年", 2022}, {"令和4年度末", 2022}, {"令和4年度末時点", 2022},
	{"令和4年度末現在", 2022}, {"H27末", 2015}, {"H27年度末", 2015}, {"H31", 2019}, {"Ｈ３１年度", 2019}, {"h27", 2015},
	{"平成三年度", 1991}, {"平成十年度", 1998}, {"平成十二年度", 2000}, {"平成二十年度", 2008}, {"平成三十一年度", 2019}, {"平成三〇年度", 2018},
	{"平成32年度", 2020}, {"平成31年度", 2019}, {"平成31年", 2019}, {"平成40年度", 2028}, {"昭和44年度", 1969}, {"昭和64年度", 1989},
	{"S44", 1969}, {"S44年度", 1969}, {"昭44年度", 1969}, {"大正5年度", 1916}, {"T5年度", 1916}, {"明治元年度", 1868}, {"M45年度", 1912},
	{"㍻31年度", 2019}, {"㋿4年度", 2022}, {"㍼44年度", 1969}, {"㍽5年度", 1916}, {"㍾5年度", 1872},
	{"2022年度", 2022}, {"２０２２年度", 2022}, {"2022", 2022}, {"2022年", 2022}, {"2022 年度", 2022}, {"2022年度末", 2022},
	{"令和3年度(2021年度)", 2021}, {"令和3年度（2021年度）", 2021}, {"2021年度(令和3年度)", 2021}, {"令和3年度 (2021)", 2021}, {"2021(R3)", 2021},
	{"平成31年度(令和元年度)", 2019}, {"(令和4年度)", 2022}, {"【R4】", 2022},

	{"", 0}, {"4年度", 0}, {"12", 0}, {"1250", 0}, {"令和", 0}, {"令和年度", 0}, {"R", 0}, {"R0", 0}, {"令和0年度", 0}, {"令和4年度決算", 0},
	{"R123", 0}, {"R4A", 0}, {"R4.4.1", 0}, {"H26.6~29.2", 0}, {"H26.3末", 0}, {"令和2年3月31日", 0}, {"令和2年 3 月", 0}, {"令和3年4～6月", 0},
	{"平成41年度", 0}, {"昭和71年度", 0}, {"令和83年度", 0}, {"令和3年度(2022年度)", 0}, {"令和一", 0}, {"令和一新", 0}, {"令和元", 0}, {"T5", 0}, {"m2", 0}, {"s3", 0},
	{"3000年度", 0}, {"1500", 0}, {"20222", 0}, {"2022年間", 0}, {"令和5年間", 0}, {"平成三十一", 0}, {"R4%", 0}, {"20%", 0}, {"PR4", 0}, {"令和4年度 5", 0}, {"令和百年度", 0},
	{"昭和1丁目", 0}, {"R10:30", 0}, {"平成三三三年度", 0}, {"\xff", 0},
}

func TestParseFiscalYear(t *testing.T) {
	for _, test := range parseYearTests {
		if fy, ok := ParseFiscalYear(test.in); fy != test.want || ok != (test.want != 0) {
			t.Errorf("ParseFiscalYear(%q) = %d, %v, want %d", test.in, fy, ok, test.want)
		}
	}
}

var findYearTests = []struct {
	in   string
	want int
	text string
}{
	{"令和4年度決算", 2022, "令和4年度"},
	{"令和3年度 実績", 2021, "令和3年度"},
	{"R1年度取組内容 (D)", 2019, "R1年度"},
	{"R2年度目標 (H)", 2020, "R2年度"},
	{"当初 (H27末)", 2015, "H27末"},
	{"目標 (R3末)", 2021, "R3末"},
	{"令和3年度(2021年度)", 2021, "令和3年度(2021年度)"},
	{"実績 令和3年度（2021年度） 見込", 2021, "令和3年度（2021年度）"},
	{"令和3年度(実績)", 2021, "令和3年度"},
	{"令和3年度(2022年度)", 2021, "令和3年度"},
	{"R3", 2021, "R3"},
	{"R3目標", 2021, "R3"},
	{"目標R3", 2021, "R3"},
	{"Ｒ３目標", 2021, "Ｒ３"},
	{"2023年度目標", 2023, "2023年度"},
	{"２０２３年度目標", 2023, "２０２３年度"},
	{"平成20年6月に協定し、平成21年度に実施", 2009, "平成21年度"},
	{"平30実績", 0, ""},
	{"平30 実績", 2018, "平30"},
	{"平30年度実績", 2018, "平30年度"},
	{"昭44年度", 1969, "昭44年度"},
	{"㍻30年度 実績", 2018, "㍻30年度"},
	{"前年度", 0, ""}, {"翌年度", 0, ""}, {"31年度", 0, ""}, {"2022", 0, ""}, {"2022年の", 0, ""},
	{"PR4", 0, ""}, {"4R", 0, ""}, {"CO2", 0, ""}, {"GIS", 0, ""}, {"SNS", 0, ""}, {"HP", 0, ""}, {"H2O", 0, ""}, {"面積 (m2)", 0, ""}, {"1R4", 0, ""},
	{"M2", 0, ""}, {"T1", 0, ""}, {"S3", 0, ""}, {"S44 開始", 1969, "S44"}, {"r4", 0, ""}, {"r4年度", 2022, "r4年度"},
	{"拡大3件", 0, ""}, {"公平3件", 0, ""}, {"平3件", 0, ""}, {"大3", 0, ""}, {"大正3年度", 1914, "大正3年度"}, {"A-R4", 0, ""},
	{"H26.6~29.2", 0, ""}, {"H26.3末", 0, ""}, {"（令和2年3月31日現在）", 0, ""}, {"R246号", 0, ""}, {"12022年度", 0, ""}, {"1,2022年度", 0, ""},
	{"令和4年の取組", 2022, "令和4年"}, {"平成の大合併", 0, ""}, {"", 0, ""}, {"R", 0, ""}, {"明日から", 0, ""}, {"R4(R4(R4", 2022, "R4"},
}

func TestFindFiscalYear(t *testing.T) {
	for _, test := range findYearTests {
		fy, start, end, ok := FindFiscalYear(test.in)
		if fy != test.want || ok != (test.want != 0) || test.in[start:end] != test.text {
			t.Errorf("FindFiscalYear(%q) = %d at %q, %v, want %d at %q", test.in, fy, test.in[start:end], ok, test.want, test.text)
		}
	}
}

var bareYearTests = []struct {
	in         string
	near, want int
}{
	{"31年度", 2019, 2019}, {"30年度", 2019, 2018}, {"29年度", 2017, 2017}, {"26年度", 2019, 2014}, {"3年度", 2019, 2021}, {"3年度", 1995, 1991},
	{"元年度", 2020, 2019}, {"１年度", 2020, 2019}, {"60年度", 2019, 1985}, {"44年度", 2000, 1969}, {"31年度末", 2019, 2019}, {"3 年度", 2021, 2021},
	{"33年度", 2019, 2021}, {"40年度", 2019, 2028}, {"41年度", 2040, 2059}, {"33年度", 1980, 1958},
	{"31年度", 0, 0}, {"0年度", 2019, 0}, {"99年度", 2019, 0}, {"31年", 2019, 0}, {"31", 2019, 0}, {"年度", 2019, 0}, {"R3年度", 2019, 0}, {"31年度実施", 2019, 0},
	{"1年度", 2004, 0}, {"131年度", 2019, 0}, {"", 2019, 0},
}

func TestParseBareYear(t *testing.T) {
	for _, test := range bareYearTests {
		if fy, ok := ParseBareYear(test.in, test.near); fy != test.want || ok != (test.want != 0) {
			t.Errorf("ParseBareYear(%q, %d) = %d, %v, want %d", test.in, test.near, fy, ok, test.want)
		}
	}
}

func FuzzYear(f *testing.F) {
	for _, test := range parseYearTests {
		f.Add(test.in, 2019)
	}
	for _, test := range findYearTests {
		f.Add(test.in, 0)
	}
	for _, test := range bareYearTests {
		f.Add(test.in, test.near)
	}
	f.Fuzz(func(t *testing.T, s string, near int) {
		parsed, ok := ParseFiscalYear(s)
		if ok && (parsed < firstYear || parsed > lastYear) {
			t.Errorf("ParseFiscalYear(%q) = %d", s, parsed)
		}
		fy, start, end, found := FindFiscalYear(s)
		checkRange(t, s, start, end)
		if found {
			if again, ok := ParseFiscalYear(s[start:end]); !ok || again != fy {
				t.Errorf("FindFiscalYear(%q) = %d at %q, which reads as %d, %v", s, fy, s[start:end], again, ok)
			}
			if ok && parsed != fy {
				t.Errorf("%q is %d, but %d is found in it", s, parsed, fy)
			}
		}
		if near > 0 && near < 3000 {
			if fy, ok := ParseBareYear(s, near); ok && fy < firstYear {
				t.Errorf("ParseBareYear(%q, %d) = %d", s, near, fy)
			}
		}
	})
}

func BenchmarkParseFiscalYear(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		ParseFiscalYear("令和3年度(2021年度)")
	}
}

func BenchmarkFindFiscalYear(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		FindFiscalYear("R1年度取組内容 (D)")
	}
}

func BenchmarkFindFiscalYearInText(b *testing.B) {
	text := "町内会や学校が行う公園の清掃を支えるとともに、緑のある暮らしやすいまちづくりを市民や事業者との協力により進める、大学や企業との関係による課題解決や地域の活性化を図ります。"
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		FindFiscalYear(text)
	}
}

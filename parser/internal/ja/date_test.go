package ja

import "testing"

var dateTests = []struct{ in, want string }{
	{"令和2年3月31日", "2020-03-31"}, {"令和２年３月３１日", "2020-03-31"}, {"令和2年3月31日現在", "2020-03-31"}, {"令和 2 年 3 月 31 日 現在", "2020-03-31"},
	{"令和2年3月31日時点", "2020-03-31"}, {"(令和2年3月31日現在)", "2020-03-31"}, {"令和元年5月1日", "2019-05-01"}, {"平成31年4月30日", "2019-04-30"},
	{"令和5年2月1日(水)", "2023-02-01"}, {"令和5年2月1日（水・祝）現在", "2023-02-01"},
	{"2020年3月31日", "2020-03-31"}, {"R2.3.31", "2020-03-31"}, {"Ｒ２．３．３１", "2020-03-31"}, {"H26.3.31", "2014-03-31"}, {"令和2.3.31", "2020-03-31"}, {"R2/3/31", "2020-03-31"},
	{"2020/3/31", "2020-03-31"}, {"2020-03-31", "2020-03-31"}, {"2020.3.31", "2020-03-31"}, {"㍻26年3月31日", "2014-03-31"}, {"平成二十六年3月31日", "2014-03-31"},
	{"H26.3末", "2014-03-31"}, {"H29.2末", "2017-02-28"}, {"H28.2末", "2016-02-29"}, {"H26年3月末", "2014-03-31"}, {"令和3年6月末", "2021-06-30"}, {"令和3年6月末日", "2021-06-30"},
	{"令和3年6月末現在", "2021-06-30"}, {"R3.6月末", "2021-06-30"}, {"2021年6月末", "2021-06-30"},

	{"", ""}, {"令和2年3月", ""}, {"令和元年5月", ""}, {"令和2年13月1日", ""}, {"令和2年2月30日", ""}, {"R2.3", ""}, {"R2.13.1", ""}, {"R2.13末", ""}, {"R2.0末", ""}, {"R2.3.31.1", ""}, {"R2.3/31", ""},
	{"H26.6~29.2", ""}, {"令和3年度末", ""}, {"H27末", ""}, {"3月31日", ""}, {"12.3.4", ""}, {"令和2年3月31日に", ""}, {"令和5年2月1日(仮)", ""}, {"2020/3/311", ""}, {"平成50年1月1日", ""}, {"令和0年1月1日", ""}, {"R", ""},
}

func TestParseDate(t *testing.T) {
	for _, test := range dateTests {
		if date, ok := ParseDate(test.in); date.String() != test.want || ok != (test.want != "") {
			t.Errorf("ParseDate(%q) = %s, %v, want %s", test.in, date, ok, test.want)
		}
	}
}

var findDateTests = []struct{ in, want, text string }{
	{"進行管理集計表（令和2年3月31日現在）", "2020-03-31", "令和2年3月31日"},
	{"90.6%H26.3末", "2014-03-31", "H26.3末"},
	{"8,983枚 (H29.2末)", "2017-02-28", "H29.2末"},
	{"平成20年6月に協定、令和3年7月20日から", "2021-07-20", "令和3年7月20日"},
	{"更新2020/03/31", "2020-03-31", "2020/03/31"},
	{"12020/03/31", "", ""},
	{"PR2.3.31", "", ""},
	{"5-1-3.ふるさと", "", ""},
	{"H26.6~29.2", "", ""},
	{"", "", ""},
}

func TestFindDate(t *testing.T) {
	for _, test := range findDateTests {
		date, start, end, ok := FindDate(test.in)
		if date.String() != test.want || ok != (test.want != "") || test.in[start:end] != test.text {
			t.Errorf("FindDate(%q) = %s at %q, %v", test.in, date, test.in[start:end], ok)
		}
	}
}

func FuzzDate(f *testing.F) {
	for _, test := range dateTests {
		f.Add(test.in)
	}
	for _, test := range findDateTests {
		f.Add(test.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if _, ok := ParseDate(s); ok {
			if fy, isYear := ParseFiscalYear(s); isYear {
				t.Errorf("%q is a date and the year %d", s, fy)
			}
		}
		date, start, end, ok := FindDate(s)
		checkRange(t, s, start, end)
		if !ok {
			return
		}
		if again, parsed := ParseDate(s[start:end]); !parsed || again != date {
			t.Errorf("FindDate(%q) = %s at %q, which reads as %s, %v", s, date, s[start:end], again, parsed)
		}
	})
}

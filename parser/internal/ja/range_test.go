package ja

import "testing"

var rangeTests = []struct {
	in         string
	start, end int
	ok         bool
}{
	{"平成29年度～令和3年度", 2017, 2021, true},
	{"令和5年度~令和8年度", 2023, 2026, true},
	{"令和2年度～令和6年度", 2020, 2024, true},
	{"令和5〜8年度", 2023, 2026, true},
	{"令和5～8", 2023, 2026, true},
	{"R5-R8", 2023, 2026, true},
	{"R5-8", 2023, 2026, true},
	{"Ｒ５～Ｒ８", 2023, 2026, true},
	{"2023~2026年度", 2023, 2026, true},
	{"2023年度～2026年度", 2023, 2026, true},
	{"2023～26年度", 2023, 2026, true},
	{"2023-2026", 2023, 2026, true},
	{"（令和5年度～令和8年度）", 2023, 2026, true},
	{"令和5年度 ～ 令和8年度", 2023, 2026, true},
	{"令和5年度から令和8年度まで", 2023, 2026, true},
	{"令和3年度～令和7年度(5年間)", 2021, 2025, true},
	{"令和3年度から令和7年度までの5年間", 2021, 2025, true},
	{"令和3年度～令和7年度（5か年）", 2021, 2025, true},
	{"令和3年度(2021年度)～令和7年度(2025年度)", 2021, 2025, true},
	{"平成29～33年度", 2017, 2021, true},
	{"平成29～3年度", 2017, 2021, true},
	{"平成29年度～3年度", 2017, 2021, true},
	{"昭和60年度～平成2年度", 1985, 1990, true},
	{"令和4年度～令和4年度", 2022, 2022, true},
	{"昭和44年度 ~", 1969, 0, true},
	{"昭和44年度から", 1969, 0, true},
	{"～令和4年度", 0, 2022, true},
	{"令和8年度～令和5年度", 0, 0, false},
	{"令和4年度", 0, 0, false},
	{"令和4年度～なし", 0, 0, false},
	{"H26.6~29.2", 0, 0, false},
	{"令和2年3月～令和3年3月", 0, 0, false},
	{"R5-5件", 0, 0, false},
	{"5～8年度", 0, 0, false},
	{"2023～20年度", 0, 0, false},
	{"", 0, 0, false},
	{"~", 0, 0, false},
	{"～5", 0, 0, false},
}

func TestParseYearRange(t *testing.T) {
	for _, test := range rangeTests {
		start, end, ok := ParseYearRange(test.in)
		if start != test.start || end != test.end || ok != test.ok {
			t.Errorf("ParseYearRange(%q) = %d, %d, %v, want %d, %d, %v", test.in, start, end, ok, test.start, test.end, test.ok)
		}
	}
}

var findRangeTests = []struct {
	in         string
	start, end int
	text       string
}{
	{"行政改革後期アクションプラン（平成29年度～令和3年度）進行管理集計表（令和2年3月31日現在）", 2017, 2021, "平成29年度～令和3年度"},
	{"自治体経営改革推進計画(令和5年度～令和8年度)", 2023, 2026, "令和5年度～令和8年度"},
	{"実施計画2023~2026年度版", 2023, 2026, "2023~2026年度"},
	{"計画 R5-R8", 2023, 2026, "R5-R8"},
	{"計画 R5-8", 0, 0, ""},
	{"電話 2023-2026", 0, 0, ""},
	{"開始 昭和44年度 ~", 0, 0, ""},
	{"H26.6~29.2", 0, 0, ""},
	{"PR5～R8", 0, 0, ""},
	{"令和3年度 実績", 0, 0, ""},
	{"", 0, 0, ""},
}

func TestFindYearRange(t *testing.T) {
	for _, test := range findRangeTests {
		startFY, endFY, start, end, ok := FindYearRange(test.in)
		if startFY != test.start || endFY != test.end || ok != (test.start != 0) || test.in[start:end] != test.text {
			t.Errorf("FindYearRange(%q) = %d, %d at %q, %v", test.in, startFY, endFY, test.in[start:end], ok)
		}
	}
}

func FuzzYearRange(f *testing.F) {
	for _, test := range rangeTests {
		f.Add(test.in)
	}
	for _, test := range findRangeTests {
		f.Add(test.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		first, last, ok := ParseYearRange(s)
		if ok && (first == 0 && last == 0 || first != 0 && last != 0 && last < first) {
			t.Errorf("ParseYearRange(%q) = %d, %d", s, first, last)
		}
		first, last, start, end, ok := FindYearRange(s)
		checkRange(t, s, start, end)
		if !ok {
			return
		}
		if a, b, parsed := ParseYearRange(s[start:end]); !parsed || a != first || b != last {
			t.Errorf("FindYearRange(%q) = %d, %d at %q, which reads as %d, %d, %v", s, first, last, s[start:end], a, b, parsed)
		}
	})
}

package ja

import (
	"strings"
	"testing"
)

var unitTests = []struct {
	in   string
	unit bool
}{
	{"%", true}, {"％", true}, {"人", true}, {"件", true}, {"団体", true}, {"団体数", true}, {"件/月", true}, {"件／月", true}, {"回/年", true},
	{"千円", true}, {"百万円", true}, {"円/人", true}, {"万人", true}, {"千件", true}, {"か所", true}, {"ヶ所", true}, {"カ所", true}, {"箇所", true},
	{"t-CO2", true}, {"ｔ－ＣＯ２", true}, {"kWh", true}, {"㎡", true}, {"m²", true}, {"g", true}, {"L", true}, {"ポイント", true}, {"課室", true}, {"事務", true},
	{"人・日", true}, {"g/人・日", true}, {"人/10万人", true}, {"件/1,000人", true}, {"団 体", true}, {"時間", true}, {"件数", true}, {"ﾎﾟｲﾝﾄ", true},

	{"", false}, {" ", false}, {"5点満点", false}, {"国保", false}, {"累計", false}, {"再掲", false}, {"国", false}, {"市", false}, {"計画", false}, {"A", false},
	{"実施", false}, {"開催", false}, {"/", false}, {"/月", false}, {"件/", false}, {"件・", false}, {"数", false}, {"(%)", false}, {"件 件", false}, {"10人", false},
	{"・", false}, {"件/月/日/時/分", false}, {strings.Repeat("件/", 30), false}, {"選択・記入", false}, {"年度", false},
}

func TestIsUnit(t *testing.T) {
	for _, test := range unitTests {
		if got := IsUnit(test.in); got != test.unit {
			t.Errorf("IsUnit(%q) = %v", test.in, got)
		}
	}
}

var multiplierTests = []struct {
	in   string
	want int64
}{
	{"円", 1}, {"千円", 1e3}, {"万円", 1e4}, {"十万円", 1e5}, {"百万円", 1e6}, {"千万円", 1e7}, {"億円", 1e8}, {"十億円", 1e9}, {"百億円", 1e10}, {"兆円", 1e12},
	{"¥", 1}, {"￥", 1}, {"（千円）", 1e3}, {"千 円", 1e3}, {" 千円 ", 1e3}, {"百 万 円", 1e6},
	{"", 0}, {"千", 0}, {"人", 0}, {"千円/年", 0}, {"円/人", 0}, {"万人", 0}, {"万千円", 0}, {"億億円", 0}, {"千千円", 0}, {"ドル", 0}, {"千円以上", 0},
}

func TestUnitMultiplier(t *testing.T) {
	for _, test := range multiplierTests {
		multiplier, ok := UnitMultiplier(test.in)
		if ok != (test.want != 0) || ok && multiplier != test.want {
			t.Errorf("UnitMultiplier(%q) = %d, %v, want %d", test.in, multiplier, ok, test.want)
		}
	}
}

func FuzzUnit(f *testing.F) {
	for _, test := range unitTests {
		f.Add(test.in)
	}
	for _, test := range multiplierTests {
		f.Add(test.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		unit := IsUnit(s)
		if len(s) <= longestUnit && len(Key(s)) <= longestUnit && IsUnit(Key(s)) != unit {
			t.Errorf("IsUnit(%q) = %v, but not that of its key", s, unit)
		}
		if multiplier, ok := UnitMultiplier(s); ok && (multiplier < 1 || multiplier > 1e15) {
			t.Errorf("UnitMultiplier(%q) = %d", s, multiplier)
		}
	})
}

var fieldTests = []struct{ in, unit, want string }{
	{"52件 62件 66件", "", "52件|62件|66件"},
	{"検討 実施(31年度) 1団地(素案)", "", "検討|実施(31年度)|1団地(素案)"},
	{"93.2% (90.6%H26.3末) 94.0% 96.5%", "", "93.2% (90.6%H26.3末)|94.0%|96.5%"},
	{"1億 2,000万円 3億円", "", "1億 2,000万円|3億円"},
	{"1億円 2,000 万円", "", "1億円|2,000 万円"},
	{"1億 2億", "", "1億|2億"},
	{"目標 550 件 実績 0 件", "", "目標|550 件|実績|0 件"},
	{"37 団体数 団体数 団体数", "", "37 団体数|団体数|団体数"},
	{"産・学・官連携協定(※)件数 52件 62件 66件", "", "産・学・官連携協定(※)件数|52件|62件|66件"},
	{"もりりんの出演回数 - 50回/年 53回", "", "もりりんの出演回数|-|50回/年|53回"},
	{"公共施設相互利用者数 (市施設の市外利用者数) 156,430人", "", "公共施設相互利用者数 (市施設の市外利用者数)|156,430人"},
	{"60 団体 以上 70 団体以上", "", "60 団体 以上|70 団体以上"},
	{"約 50 % 60 %", "", "約 50 %|60 %"},
	{"3/17 団体 4/17 団体", "", "3/17 団体|4/17 団体"},
	{"8,983枚 (H29.2末) 33,000枚(累計) 14,955枚", "", "8,983枚 (H29.2末)|33,000枚(累計)|14,955枚"},
	{"(a b) c", "", "(a b)|c"},
	{"5 かたまり 6", "かたまり", "5 かたまり|6"},
	{"5 かたまり 6", "", "5|かたまり|6"},
	{"88.7% (27/37 団体) (令和3年度)", "", "88.7% (27/37 団体) (令和3年度)"},
	{"5 千円(税込) 6", "", "5 千円(税込)|6"},
	{"1 2 3", "", "1|2|3"},
	{"△5 % -6 %", "", "△5 %|-6 %"},
	{"「a b」 c", "", "「a b」|c"},
	{"a (b c", "", "a (b|c"},
	{"\u3000a\n\nb ", "", "a|b"},
	{"\u3000\x80", "", "\x80"},
	{"", "", ""},
	{" ", "", ""},
}

func TestFields(t *testing.T) {
	for _, test := range fieldTests {
		if got := strings.Join(Fields(test.in, test.unit), "|"); got != test.want {
			t.Errorf("Fields(%q, %q) = %s, want %s", test.in, test.unit, got, test.want)
		}
	}
}

func FuzzFields(f *testing.F) {
	for _, test := range fieldTests {
		f.Add(test.in, test.unit)
	}
	f.Fuzz(func(t *testing.T, s, unit string) {
		rest := TrimSpace(s)
		for _, field := range Fields(s, unit) {
			if field == "" || field != TrimSpace(field) || !strings.HasPrefix(rest, field) {
				t.Fatalf("Fields(%q) has %q, which is not the next of %q", s, field, rest)
			}
			rest = TrimSpace(rest[len(field):])
		}
		if !IsBlank(rest) {
			t.Errorf("Fields(%q) leaves %q", s, rest)
		}
	})
}

var listMarkTests = []struct{ in, want string }{
	{"・市民意見の収集", "市民意見の収集"}, {"･市民", "市民"}, {"・ 市民", "市民"}, {"● 市民", "市民"}, {"■市民", "市民"}, {"○ 予約制講座", "予約制講座"}, {"◆市民", "市民"},
	{"• 市民", "市民"}, {"* 市民", "市民"}, {"*市民", "市民"}, {"- 市民", "市民"}, {"－ 市民", "市民"},
	{"(1) 事業", "事業"}, {"（１）事業", "事業"}, {"(12)事業", "事業"}, {"(ア) 市民と", "市民と"}, {"(a) 費用", "費用"}, {"①事業", "事業"}, {"⑳ 事業", "事業"}, {"⑴事業", "事業"}, {"❶事業", "事業"},
	{"1. 事業", "事業"}, {"１．事業", "事業"}, {"1) 事業", "事業"}, {"12. 事業", "事業"},
	{"事業", "事業"}, {" 事業 ", "事業"}, {"-5", "-5"}, {"- 5", "- 5"}, {"- 50回/年", "- 50回/年"}, {"-市民", "-市民"}, {"*5", "*5"}, {"1.22", "1.22"}, {"3-2-1. 施策", "3-2-1. 施策"}, {"1 予算額", "1 予算額"},
	{"(123) 事業", "(123) 事業"}, {"(株) 坂戸", "(株) 坂戸"}, {"(累計) 5", "(累計) 5"}, {"()", "()"}, {"(1", "(1"}, {"100. 事業", "100. 事業"}, {"・", "・"}, {"①", "①"}, {"1.", "1."}, {"", ""}, {"※注", "※注"}, {"A 順調", "A 順調"},
}

func TestTrimListMark(t *testing.T) {
	for _, test := range listMarkTests {
		if got := TrimListMark(test.in); got != test.want {
			t.Errorf("TrimListMark(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func FuzzTrimListMark(f *testing.F) {
	for _, test := range listMarkTests {
		f.Add(test.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := TrimListMark(s)
		if !strings.HasSuffix(TrimSpace(s), got) || got == "" && !IsBlank(s) {
			t.Errorf("TrimListMark(%q) = %q", s, got)
		}
	})
}

func BenchmarkFields(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Fields("8,983枚 (H29.2末) 33,000枚(累計) 14,955枚", "")
	}
}

package ja

import (
	"fmt"
	"strings"
	"testing"

	"sheetconv/model"
)

// show prints what a quantity says beside Raw.
func show(q model.Quantity) string {
	var parts []string
	add := func(key, value string) {
		if value != "" {
			parts = append(parts, key+"="+value)
		}
	}
	add("number", q.Number.String())
	add("unit", q.Unit)
	if !q.Yen.IsZero() {
		add("yen", fmt.Sprint(q.Yen.Amount()))
	}
	add("bound", string(q.Bound))
	if q.Approximate {
		add("approximate", "true")
	}
	if q.Cumulative.Flag {
		add("cumulative", "true")
	}
	add("cumulative", q.Cumulative.Amount.String())
	if q.Rank != nil {
		add("rank", fmt.Sprintf("%d/%d%s", q.Rank.Position, q.Rank.Of, q.Rank.Unit))
	}
	add("state", q.State)
	if q.FY != 0 {
		add("fy", fmt.Sprint(q.FY))
	}
	add("as_of", q.AsOf.String())
	add("note", q.Note)
	return strings.Join(parts, " ")
}

type quantityTest struct {
	in     string
	expect Expect
	kind   Kind
	want   string
}

func TestReadQuantity(t *testing.T) {
	for _, tests := range [][]quantityTest{plainTests, moneyTests, wordTests, bracketedTests, unreadableTests} {
		for _, test := range tests {
			got := ReadQuantity(test.in, test.expect)
			if got.Kind != test.kind || show(got.Quantity) != test.want {
				t.Errorf("ReadQuantity(%q, %+v) = kind %d: %s\nwant kind %d: %s",
					test.in, test.expect, got.Kind, show(got.Quantity), test.kind, test.want)
			}
			if got.Quantity.Raw != StripMarkup(test.in) {
				t.Errorf("ReadQuantity(%q) has the raw %q", test.in, got.Quantity.Raw)
			}
		}
	}
}

var none = Expect{}

var plainTests = []quantityTest{
	{"", none, Blank, ""},
	{" \u3000\n", none, Blank, ""},
	{"<br>", none, Blank, ""},
	{"0", none, Numeric, "number=0"},
	{"12", none, Numeric, "number=12"},
	{"1250", none, Numeric, "number=1250"},
	{"3.57", none, Numeric, "number=3.57"},
	{"3.70", none, Numeric, "number=3.70"},
	{"0.0", none, Numeric, "number=0.0"},
	{"007", none, Numeric, "number=7"},
	{"１２．５％", none, Numeric, "number=12.5 unit=%"},
	{"12.5%", none, Numeric, "number=12.5 unit=%"},
	{"100.0 %", none, Numeric, "number=100.0 unit=%"},
	{"1,234", none, Numeric, "number=1234"},
	{"１，２３４", none, Numeric, "number=1234"},
	{"1,234,567.89", none, Numeric, "number=1234567.89"},
	{"4O団体", none, Unreadable, ""},
	{"21O", none, Unreadable, ""},
	{"2l件", none, Unreadable, ""},
	{"40団体/60団体", none, Unreadable, ""},
	{"5人/10万人", none, Numeric, "number=5 unit=人/10万人"},
	{"5件/1,000人", none, Numeric, "number=5 unit=件/1,000人"},
	{"5 件 件", none, Numeric, "number=5 unit=件"},
	{"8人 人", none, Numeric, "number=8 unit=人"},
	{"100 手続き", none, Numeric, "number=100 unit=手続き"},
	{"740,454 件/月", none, Numeric, "number=740454 unit=件/月"},
	{"740,454件／月", none, Numeric, "number=740454 unit=件/月"},
	{"50回/年", none, Numeric, "number=50 unit=回/年"},
	{"5ポイント", none, Numeric, "number=5 unit=ポイント"},
	{"37 団体数", none, Numeric, "number=37 unit=団体数"},
	{"12か所", none, Numeric, "number=12 unit=か所"},
	{"12ヶ所", none, Numeric, "number=12 unit=ヶ所"},
	{"30kWh", none, Numeric, "number=30 unit=kWh"},
	{"5.5t-CO2", none, Numeric, "number=5.5 unit=t-CO2"},
	{"5.5ｔ－ＣＯ２", none, Numeric, "number=5.5 unit=t-CO2"},
	{"3㎡", none, Numeric, "number=3 unit=㎡"},
	{"617g", none, Numeric, "number=617 unit=g"},
	{"617g/人・日", none, Numeric, "number=617 unit=g/人・日"},
	{"75事務", none, Numeric, "number=75 unit=事務"},
	{"0課室", none, Numeric, "number=0 unit=課室"},
	{"1団地", none, Numeric, "number=1 unit=団地"},
	{"3校区", none, Numeric, "number=3 unit=校区"},
	{"3市", none, Numeric, "number=3 unit=市"},
	{"36,178時間", none, Numeric, "number=36178 unit=時間"},
	{"3万人", none, Numeric, "number=3 unit=万人"},
	{"12千件", none, Numeric, "number=12 unit=千件"},
	{"3万5千人", none, Numeric, "number=35000 unit=人"},
	{"12人/10万人", none, Numeric, "number=12 unit=人/10万人"},
	{"0.1 人", none, Numeric, "number=0.1 unit=人"},
	{"5 団\n体", none, Numeric, "number=5 unit=団体"},
	{"△1.5", none, Numeric, "number=-1.5"},
	{"▲ 5%", none, Numeric, "number=-5 unit=%"},
	{"-5", none, Numeric, "number=-5"},
	{"－５", none, Numeric, "number=-5"},
	{"−5件", none, Numeric, "number=-5 unit=件"},
	{"+5", none, Numeric, "number=5"},
	{"＋5ポイント", none, Numeric, "number=5 unit=ポイント"},
	{"約50%", none, Numeric, "number=50 unit=% approximate=true"},
	{"およそ 1,000人", none, Numeric, "number=1000 unit=人 approximate=true"},
	{"概ね50件", none, Numeric, "number=50 unit=件 approximate=true"},
	{"50件程度", none, Numeric, "number=50 unit=件 approximate=true"},
	{"60団体以上", none, Numeric, "number=60 unit=団体 bound=min"},
	{"60 団体 以上", none, Numeric, "number=60 unit=団体 bound=min"},
	{"50以上", none, Numeric, "number=50 bound=min"},
	{"2.5%以内", none, Numeric, "number=2.5 unit=% bound=max"},
	{"10件以下", none, Numeric, "number=10 unit=件 bound=max"},
	{"4.0%以 下", none, Numeric, "number=4.0 unit=% bound=max"},
	{"10 件 程\n度", none, Numeric, "number=10 unit=件 approximate=true"},
	{"15%未満", none, Numeric, "number=15 unit=% bound=max"},
	{"50件超", none, Numeric, "number=50 unit=件 bound=min"},
	{"約50件以上", none, Numeric, "number=50 unit=件 bound=min approximate=true"},
	{"累計 215件", none, Numeric, "number=215 unit=件 cumulative=true"},
	{"累計：215件", none, Numeric, "number=215 unit=件 cumulative=true"},
	{"215件累計", none, Numeric, "number=215 unit=件 cumulative=true"},
	{"延べ1,234人", none, Numeric, "number=1234 unit=人 note=延べ"},
	{"2022年", none, Numeric, "number=2022 unit=年"},
	{"5年間", none, Numeric, "number=5 unit=年間"},
	{"5かたまり", none, Unreadable, ""},
	{"5かたまり", Expect{Unit: "かたまり"}, Numeric, "number=5 unit=かたまり"},
	{"<b>12</b>件", none, Numeric, "number=12 unit=件"},
	{"123456789012345678", none, Numeric, "number=123456789012345678"},
	{"12345678901234567890.12", none, Numeric, "number=12345678901234567890.12"},
	{"-123,456,789,012,345,678,901", none, Numeric, "number=-123456789012345678901"},
}

var moneyTests = []quantityTest{
	{"5,454千円", none, Numeric, "number=5454 unit=千円 yen=5454000"},
	{"0 千円", none, Numeric, "number=0 unit=千円 yen=0"},
	{"1,325,815 千円", none, Numeric, "number=1325815 unit=千円 yen=1325815000"},
	{"1億円", none, Numeric, "number=1 unit=億円 yen=100000000"},
	{"1.5億円", none, Numeric, "number=1.5 unit=億円 yen=150000000"},
	{"5百万円", none, Numeric, "number=5 unit=百万円 yen=5000000"},
	{"2千万円", none, Numeric, "number=2 unit=千万円 yen=20000000"},
	{"3兆円", none, Numeric, "number=3 unit=兆円 yen=3000000000000"},
	{"8 円", none, Numeric, "number=8 unit=円 yen=8"},
	{"1億2,350万円", none, Numeric, "yen=123500000"},
	{"3万5千円", none, Numeric, "yen=35000"},
	{"12万3,456円", none, Numeric, "yen=123456"},
	{"1億2,350 万円", none, Numeric, "yen=123500000"},
	{"1兆4,520 億円", none, Numeric, "yen=1452000000000"},
	{"1億2,350万4,567円", none, Numeric, "yen=123504567"},
	{"１億２，３５０万円", none, Numeric, "yen=123500000"},
	{"約1億2千万円以上", none, Numeric, "yen=120000000 bound=min approximate=true"},
	{"△1億2,350万円", none, Numeric, "yen=-123500000"},
	{"△1,234千円", none, Numeric, "number=-1234 unit=千円 yen=-1234000"},
	{"▲1,234", Expect{Money: true}, Numeric, "number=-1234 yen=-1234"},
	{"7,110,000", Expect{Money: true}, Numeric, "number=7110000 yen=7110000"},
	{"7,110,000", none, Numeric, "number=7110000"},
	{"0.1 人", Expect{Money: true}, Numeric, "number=0.1 unit=人"},
	{"500", Expect{Unit: "万円"}, Numeric, "number=500 yen=5000000"},
	{"500", Expect{Unit: "（千円）"}, Numeric, "number=500 yen=500000"},
	{"500", Expect{Unit: "千円", Money: true}, Numeric, "number=500 yen=500000"},
	{"500", Expect{Unit: "人", Money: true}, Numeric, "number=500"},
	{"500人", Expect{Unit: "千円"}, Numeric, "number=500 unit=人"},
	{"500円", Expect{Unit: "千円"}, Numeric, "number=500 unit=円 yen=500"},
	{"1億2,350万", Expect{Unit: "千円"}, Numeric, "yen=123500000"},
	{"¥1,200", none, Numeric, "number=1200 yen=1200"},
	{"￥1,200", none, Numeric, "number=1200 yen=1200"},
	{"△¥1,200", none, Numeric, "number=-1200 yen=-1200"},
	{"¥-1,200", none, Numeric, "number=-1200 yen=-1200"},
	{"0.5円", none, Numeric, "number=0.5 unit=円"},
	{"0.50千円", none, Numeric, "number=0.50 unit=千円 yen=500"},
	{"1.2345千円", none, Numeric, "number=1.2345 unit=千円"},
	{"1.2000円", none, Numeric, "number=1.2000 unit=円"},
	{"2.000円", none, Numeric, "number=2.000 unit=円 yen=2"},
	{"9223372036854775807円", none, Numeric, "number=9223372036854775807 unit=円 yen=9223372036854775807"},
	{"9223372036854775808円", none, Numeric, "number=9223372036854775808 unit=円"},
	{"99999999999999億円", none, Numeric, "number=99999999999999 unit=億円"},
	{"99999999999999999999億円", none, Numeric, "number=99999999999999999999 unit=億円"},
	{"1,000千円/年", none, Numeric, "number=1000 unit=千円/年 yen=1000000"},
	{"8円/人", none, Numeric, "number=8 unit=円/人 yen=8"},
	{"2,000円(税込)", none, Numeric, "number=2000 unit=円 yen=2000 note=税込"},
	{"1,234(千円)", none, Numeric, "number=1234 unit=千円 yen=1234000"},
	{"1,234 (単位：千円)", none, Numeric, "number=1234 unit=千円 yen=1234000"},
	{"115,580千円(債務負担行為 107,910千円)", none, Numeric, "number=115580 unit=千円 yen=115580000 note=債務負担行為 107,910千円"},
	{"1億円(R2年度)", none, Numeric, "number=1 unit=億円 yen=100000000 fy=2020"},
	{"1億20000万円", none, Unreadable, ""},
	{"1万2億円", none, Unreadable, ""},
	{"1.5億3千万円", none, Unreadable, ""},
	{"999兆9999兆円", none, Unreadable, ""},
}

var wordTests = []quantityTest{
	{"-", none, Dash, ""},
	{"—", none, Dash, ""},
	{"－－", none, Dash, ""},
	{"ー", none, Dash, ""},
	{"- (R2年度)", none, Dash, "fy=2020"},
	{"— 件", none, Dash, ""},
	{"－％", none, Dash, ""},
	{"— 検討", none, State, "state=— 検討"},
	{"千円", none, LoneUnit, ""},
	{"%", none, LoneUnit, ""},
	{"％", none, LoneUnit, ""},
	{"件", none, LoneUnit, ""},
	{"件 件", none, LoneUnit, ""},
	{"団体数", none, LoneUnit, ""},
	{"件/月", none, LoneUnit, ""},
	{"かたまり", Expect{Unit: "かたまり"}, LoneUnit, ""},
	{"かたまり", none, State, "state=かたまり"},
	{"件 人", none, State, "state=件 人"},
	{"検討", none, State, "state=検討"},
	{"継続実施", none, State, "state=継続実施"},
	{"一部実施", none, State, "state=一部実施"},
	{"現状以下", none, State, "state=現状以下"},
	{"目標値なし", none, State, "state=目標値なし"},
	{"なし", none, State, "state=なし"},
	{"調査・検討／締結", none, State, "state=調査・検討／締結"},
	{"開催", none, State, "state=開催"},
	{"計画", none, State, "state=計画"},
	{"A", none, State, "state=A"},
	{"実施(31年度)", Expect{NearFY: 2019}, State, "state=実施 fy=2019"},
	{"実施（31年度）", Expect{NearFY: 2017}, State, "state=実施 fy=2019"},
	{"実施(31年度)", none, State, "state=実施 note=31年度"},
	{"実施(R3)", none, State, "state=実施 fy=2021"},
	{"実施 (令和3年度) (素案)", none, State, "state=実施 fy=2021 note=素案"},
	{"31年度実施", Expect{NearFY: 2019}, State, "state=実施 fy=2019"},
	{"令和5年度 策定", none, State, "state=策定 fy=2023"},
	{"R5年度策定", none, State, "state=策定 fy=2023"},
	{"検討 (未定)", none, State, "state=検討 note=未定"},
	{"拡大※1", none, State, "state=拡大 note=※1"},
	{strings.Repeat("あ", 20), none, State, "state=" + strings.Repeat("あ", 20)},
	{strings.Repeat("あ", 21), none, Unreadable, ""},
	{"検討する。", none, Unreadable, ""},
	{"令和5年度から実施", none, Unreadable, ""},
	{"31年度実施", none, Unreadable, ""},
	{"令和5年に実施", none, Unreadable, ""},
}

var bracketedTests = []quantityTest{
	{"2団体 (令和2年度)", none, Numeric, "number=2 unit=団体 fy=2020"},
	{"80% (R2年度)", none, Numeric, "number=80 unit=% fy=2020"},
	{"80%（R2）", none, Numeric, "number=80 unit=% fy=2020"},
	{"80%(31年度)", Expect{NearFY: 2019}, Numeric, "number=80 unit=% fy=2019"},
	{"80%(31年度)", none, Numeric, "number=80 unit=% note=31年度"},
	{"50%(R2年度)(R3年度)", none, Numeric, "number=50 unit=% fy=2020 note=R3年度"},
	{"50 (2000)", none, Numeric, "number=50 note=2000"},
	{"1団地(素案)", none, Numeric, "number=1 unit=団地 note=素案"},
	{"74事務 (1事務対象外)", none, Numeric, "number=74 unit=事務 note=1事務対象外"},
	{"8,983枚 (H29.2末)", none, Numeric, "number=8983 unit=枚 fy=2016 as_of=2017-02-28"},
	{"8,983枚 (H29.2 末)", none, Numeric, "number=8983 unit=枚 fy=2016 as_of=2017-02-28"},
	{"8,983枚 (H29.2末", none, Numeric, "number=8983 unit=枚 fy=2016 as_of=2017-02-28"},
	{"49団体（令和3年6月1日現在）", none, Numeric, "number=49 unit=団体 fy=2021 as_of=2021-06-01"},
	{"90.6%H26.3末", none, Numeric, "number=90.6 unit=% fy=2013 as_of=2014-03-31"},
	{"80%R2年度", none, Numeric, "number=80 unit=% fy=2020"},
	{"H26.3末 90.6%", none, Numeric, "number=90.6 unit=% fy=2013 as_of=2014-03-31"},
	{"R2年度:50%", none, Numeric, "number=50 unit=% fy=2020"},
	{"2022年度 50%", none, Numeric, "number=50 unit=% fy=2022"},
	{"93.2% (90.6%H26.3末)", none, Numeric, "number=93.2 unit=%"},
	{"2,938人 (H26.6~29.2)", none, Numeric, "number=2938 unit=人 note=H26.6~29.2"},
	{"350事業(累計)", none, Numeric, "number=350 unit=事業 cumulative=true"},
	{"72事業(累計215)", none, Numeric, "number=72 unit=事業 cumulative=215"},
	{"72事業（累計：215事業）", none, Numeric, "number=72 unit=事業 cumulative=215"},
	{"72事業(累計215人)", none, Numeric, "number=72 unit=事業 note=累計215人"},
	{"72事業(累計額)", none, Numeric, "number=72 unit=事業 note=累計額"},
	{"50団体(累計)以上", none, Numeric, "number=50 unit=団体 bound=min cumulative=true"},
	{"3/17 団体", none, Ranked, "rank=3/17団体"},
	{"３／１７団体", none, Ranked, "rank=3/17団体"},
	{"3位/17団体", none, Ranked, "rank=3/17団体"},
	{"3位", none, Ranked, "rank=3/0"},
	{"第3位", none, Ranked, "rank=3/0"},
	{"17団体中3位", none, Ranked, "rank=3/17団体"},
	{"17団体中第3位", none, Ranked, "rank=3/17団体"},
	{"3位(17団体中)", none, Ranked, "rank=3/17団体"},
	{"3/17 団体 (令和3年度)", none, Ranked, "rank=3/17団体 fy=2021"},
	{"88.7% (27/37 団体) (令和3年度)", none, Numeric, "number=88.7 unit=% rank=27/37団体 fy=2021"},
	{"1.22 (4/37 団体) (令和3年度)", none, Numeric, "number=1.22 rank=4/37団体 fy=2021"},
	{"1.22 (4/37)", none, Numeric, "number=1.22 note=4/37"},
	{"12(件)", none, Numeric, "number=12 unit=件"},
	{"12人(件)", none, Numeric, "number=12 unit=人 note=件"},
	{"3件(うち新規1件)", none, Numeric, "number=3 unit=件 note=うち新規1件"},
	{"3件()", none, Numeric, "number=3 unit=件"},
	{"50件※1", none, Numeric, "number=50 unit=件 note=※1"},
	{"12 人※1\n(令和3年度)", none, Numeric, "number=12 unit=人 fy=2021 note=※1"},
	{"66.1%※12 (12/38 団体)", none, Numeric, "number=66.1 unit=% rank=12/38団体 note=※12"},
	{"50件※令和3年度 (速報)", none, Numeric, "number=50 unit=件 note=※令和3年度 (速報)"},
	{"50件*", none, Numeric, "number=50 unit=件 note=*"},
	{"986 千円*2", none, Numeric, "number=986 unit=千円 yen=986000 note=*2"},
	{"50件 (速報) ※国調べ", none, Numeric, "number=50 unit=件 note=速報 ※国調べ"},
}

var unreadableTests = []quantityTest{
	{"1,23", none, Unreadable, ""},
	{"1,2345", none, Unreadable, ""},
	{"1234,567", none, Unreadable, ""},
	{"0,123", none, Unreadable, ""},
	{"1、234", none, Unreadable, ""},
	{"1.234.567", none, Unreadable, ""},
	{"1.", none, Unreadable, ""},
	{".5", none, Unreadable, ""},
	{"1, 234", none, Unreadable, ""},
	{"12 345", none, Unreadable, ""},
	{"52件 62件 66件", none, Unreadable, ""},
	{"97.5% 98.1%", none, Unreadable, ""},
	{"- 50回/年", none, Unreadable, ""},
	{"1〜3件", none, Unreadable, ""},
	{"10-20", none, Unreadable, ""},
	{"5件以上10件未満", none, Unreadable, ""},
	{"10:30", none, Unreadable, ""},
	{"1/2", none, Unreadable, ""},
	{"3/17", none, Unreadable, ""},
	{"25/17 団体", none, Unreadable, ""},
	{"1/4 件", none, Unreadable, ""},
	{"年2回実施", none, Unreadable, ""},
	{"3校で実施", none, Unreadable, ""},
	{"3件実施", none, Unreadable, ""},
	{"4名採用", none, Unreadable, ""},
	{"10%減", none, Unreadable, ""},
	{"5件増", none, Unreadable, ""},
	{"100%達成", none, Unreadable, ""},
	{"3年目", none, Unreadable, ""},
	{"31年度", Expect{NearFY: 2019}, Unreadable, ""},
	{"令和4年度", none, Unreadable, ""},
	{"令和6年4月1日", none, Unreadable, ""},
	{"令和2年度～令和6年度", none, Unreadable, ""},
	{"2時間30分", none, Unreadable, ""},
	{"(5)", none, Unreadable, ""},
	{"(12件)", none, Unreadable, ""},
	{"()", none, Unreadable, ""},
	{"※", none, Unreadable, ""},
	{"↗", none, Unreadable, ""},
	{"→(↗)", none, Unreadable, ""},
	{"…", none, Unreadable, ""},
	{"○", none, Unreadable, ""},
	{"△", none, Unreadable, ""},
	{"5 < 6", none, Unreadable, ""},
	{"50件(累計)増", none, Unreadable, ""},
	{"1\xff2", none, Unreadable, ""},
	{strings.Repeat("9", 201), none, Unreadable, ""},
}

func TestFurtherValues(t *testing.T) {
	for _, test := range []struct{ in, raw, want string }{
		{"93.2% (90.6%H26.3末)", "90.6%H26.3末", "number=90.6 unit=% fy=2013 as_of=2014-03-31"},
		{"93.2%（90.6% (H26.3末)）", "90.6% (H26.3末)", "number=90.6 unit=% fy=2013 as_of=2014-03-31"},
		{"93.2% (H26.3末：90.6%)", "H26.3末：90.6%", "number=90.6 unit=% fy=2013 as_of=2014-03-31"},
		{"93.2%(R2年度 90.6%)", "R2年度 90.6%", "number=90.6 unit=% fy=2020"},
	} {
		got := ReadQuantity(test.in, none)
		if len(got.Further) != 1 || got.Further[0].Raw != test.raw || show(got.Further[0]) != test.want {
			t.Errorf("ReadQuantity(%q) has the further values %v", test.in, got.Further)
		}
	}
}

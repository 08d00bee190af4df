package ja

import "testing"

var keyTests = []struct{ in, want string }{
	{"", ""},
	{"目的", "目的"},
	{"目 的", "目的"},
	{"総 合 計 画 の 位 置 づ け", "総合計画の位置づけ"},
	{"計\u3000画\n", "計画"},
	{"目的 (何をどうしたいのか)", "目的(何をどうしたいのか)"},
	{"目的（何をどうしたいのか）", "目的(何をどうしたいのか)"},
	{"目的〔何〕", "目的(何)"},
	{"【指標名】", "(指標名)"},
	{"[選択・記入]", "(選択・記入)"},
	{"進捗状況 [選択･記入]", "進捗状況(選択・記入)"},
	{"事業の「取組方針」", "事業の「取組方針」"},
	{"｢x｣", "「x」"},
	{"Ｎｏ．", "no."},
	{"No.", "no."},
	{"ＰＤＣＡ", "pdca"},
	{"ｼﾃｨﾌﾟﾛﾓｰｼｮﾝ", "シティプロモーション"},
	{"ｶﾞｷﾞｸﾞｹﾞｺﾞ", "ガギグゲゴ"},
	{"ﾊﾟﾊﾞｳﾞ", "パバヴ"},
	{"カ\u3099は\u309a", "ガぱ"},
	{"アﾞ", "ア゛"},
	{"ﾞ", "゛"},
	{"ｶ ﾞ", "ガ"},
	{"事業費合計(ａ)", "事業費合計(a)"},
	{"一般財源 (a)-①-②-③", "一般財源(a)-①-②-③"},
	{"総事業費−特定財源", "総事業費-特定財源"},
	{"データ", "データ"},
	{"a―b—c", "a-b-c"},
	{"令和５～８", "令和5~8"},
	{"目的:", "目的"},
	{"目的：", "目的"},
	{"：目的：：", "目的"},
	{"■目的", "目的"},
	{"◆基本施策の目的", "基本施策の目的"},
	{"● ○ 目的", "目的"},
	{"・目的", "目的"},
	{"* 目的", "目的"},
	{"○", "○"},
	{"・", "・"},
	{":", ":"},
	{"・：", "・:"},
	{"·%", "%"},
	{"‧目的", "目的"},
	{"単位当たりコスト", "単位当たりコスト"},
	{"単位･当･たり", "単位・当・たり"},
	{"%", "%"},
	{"％", "%"},
	{"a\xffb", "a\uFFFDb"},
	{"\xef \xbc\xa1", "\uFFFD\uFFFD\uFFFD"},
	{"㍻", "㍻"},
	{"①", "①"},
}

func TestKey(t *testing.T) {
	for _, test := range keyTests {
		if got := Key(test.in); got != test.want {
			t.Errorf("Key(%q) = %q, want %q", test.in, got, test.want)
		}
		if got := string(AppendKey([]byte("カ:"), test.in)); got != "カ:"+test.want {
			t.Errorf("AppendKey(カ:, %q) = %q, want %q", test.in, got, "カ:"+test.want)
		}
	}
}

func TestStripBrackets(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"目的", "目的"},
		{"目的(何をどうしたいのか)", "目的"},
		{"a(b)c(d)e", "ace"},
		{"a(b(c)d)e", "ae"},
		{"目的:(x)", "目的"},
		{"(x)", ""},
		{"a(b", "a(b"},
		{"a(b)c(d", "ac(d"},
		{"a)b", "a)b"},
		{"a()b", "ab"},
		{"", ""},
	} {
		if got := string(StripBrackets([]byte(test.in))); got != test.want {
			t.Errorf("StripBrackets(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func FuzzKey(f *testing.F) {
	for _, test := range keyTests {
		f.Add(test.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		key := Key(s)
		if again := Key(key); again != key {
			t.Errorf("Key(%q) = %q, and its key is %q", s, key, again)
		}
		bare := string(StripBrackets([]byte(key)))
		if len(bare) > len(key) {
			t.Errorf("StripBrackets(%q) = %q", key, bare)
		}
	})
}

func BenchmarkAppendKey(b *testing.B) {
	var buffer [keyBuffer]byte
	b.ReportAllocs()
	for b.Loop() {
		AppendKey(buffer[:0], "総 合 計 画 の 位 置 づ け")
	}
}

func BenchmarkAppendKeyFolding(b *testing.B) {
	var buffer [keyBuffer]byte
	b.ReportAllocs()
	for b.Loop() {
		AppendKey(buffer[:0], "■進捗状況 ［選択･記入］ｼﾃｨﾌﾟﾛﾓｰｼｮﾝ：")
	}
}

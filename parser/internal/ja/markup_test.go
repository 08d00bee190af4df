package ja

import (
	"strings"
	"testing"
)

var markupTests = []struct{ in, want string }{
	{"", ""},
	{"  目的\n", "目的"},
	{"<p>多様な主体</p>", "多様な主体"},
	{`<ul style="list-style-type: none"> 様々な分野。 広域化`, "様々な分野。 広域化"},
	{"<ul><li>一</li><li>二</li></ul>", "一\n二"},
	{"<ul>\n<li>一</li>\n<li>二</li>\n</ul>", "一\n二"},
	{"a<br>b", "a\nb"},
	{"a<br/>b", "a\nb"},
	{"a<BR />b", "a\nb"},
	{"a<br> b", "a b"},
	{"a <br>b", "a b"},
	{"a<br><br>b", "a\nb"},
	{"<p>a</p><p>b</p>", "a\nb"},
	{"a<b>b</b>c", "abc"},
	{"a<span class='x>y'>b</span>", "ab"},
	{`a<span title="x>b`, "ab"},
	{`<input checked="" type="radio"/> 自治事務 <input type="radio"/> 法定`, "自治事務  法定"},
	{"a<!-- x > y -->b", "ab"},
	{"a<!-- b", "a<!-- b"},
	{"5 < 6", "5 < 6"},
	{"a < b > c", "a < b > c"},
	{"<見出し>", "<見出し>"},
	{"<PR活動>", "<PR活動>"},
	{"x<y", "x<y"},
	{"x<y<b>z", "x<yz"},
	{"<>", "<>"},
	{"</>", "</>"},
	{"a</p >b", "a\nb"},
	{"A&amp;B", "A&B"},
	{"&lt;5 &gt;3 &quot;x&quot; &apos;y&apos;", "<5 >3 \"x\" 'y'"},
	{"a&nbsp;b&nbsp;", "a b"},
	{"&#12354;&#x3042;&#X3042;", "あああ"},
	{"a&#160;b", "a b"},
	{"a&#0;b&#xD800;&#1114112;", "a&#0;b&#xD800;&#1114112;"},
	{"&yen;100", "¥100"},
	{"&unknown; &amp &;", "&unknown; &amp &;"},
	{"R&D", "R&D"},
	{"&amp;amp;amp;lt;", "<"},
	{"&lt;p&gt;a&lt;/p&gt;", "a"},
	{"a&lt;br&gt;b", "a\nb"},
	{"a<<b>b>c", "ac"},
	{"a\xff<b>b</b>", "a\xffb"},
	{"a<" + strings.Repeat("b", 2000) + ">", "a<" + strings.Repeat("b", 2000) + ">"},
}

func TestStripMarkup(t *testing.T) {
	for _, test := range markupTests {
		if got := StripMarkup(test.in); got != test.want {
			t.Errorf("StripMarkup(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

var wrapTests = []struct{ in, want string }{
	{"", ""},
	{"32 行政運 営", "32 行政運営"},
	{"予防 保全工事", "予防保全工事"},
	{"市民活動\n団体の 活動\u3000支援", "市民活動団体の活動支援"},
	{"公共施設相互利用者数 (市施設の市外利用者数)", "公共施設相互利用者数 (市施設の市外利用者数)"},
	{"公共施設相互利用者数\n(市施設の市外利用者数)", "公共施設相互利用者数 (市施設の市外利用者数)"},
	{"利用者数 （市外）", "利用者数（市外）"},
	{"市 SNS のフォロワー数", "市 SNS のフォロワー数"},
	{"市  SNS\nの フォロワー", "市 SNS のフォロワー"},
	{"経2-2 広域行政の推進", "経2-2 広域行政の推進"},
	{"国県支出金 ①", "国県支出金 ①"},
	{"(ア) 市民と", "(ア) 市民と"},
	{"a\u3000b", "a b"},
	{"a b", "a b"},
	{"a\u200bb", "ab"},
	{"市\u200b民", "市民"},
	{"  端  ", "端"},
	{"ー ・ 々", "ー・々"},
	{"第 ５ 次", "第５次"},
	{"子育て「 一 」", "子育て「一」"},
	{"a\xff b", "a\xff b"},
	{"\xe6\u200b\x82\xb0", "\xe6 \x82\xb0"},
}

func TestUnwrap(t *testing.T) {
	for _, test := range wrapTests {
		if got := Unwrap(test.in); got != test.want {
			t.Errorf("Unwrap(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestUnchangedTextIsNotCopied(t *testing.T) {
	allocations := testing.AllocsPerRun(100, func() {
		StripMarkup(" 公共施設相互利用者数 (市施設の市外利用者数)\n")
		Unwrap(" 公共施設相互利用者数 (市施設の市外利用者数) ")
	})
	if allocations != 0 {
		t.Errorf("%v allocations", allocations)
	}
}

func FuzzMarkup(f *testing.F) {
	for _, test := range markupTests {
		f.Add(test.in)
	}
	for _, test := range wrapTests {
		f.Add(test.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		stripped := StripMarkup(s)
		if again := StripMarkup(stripped); again != stripped {
			t.Errorf("StripMarkup(%q) = %q, and again %q", s, stripped, again)
		}
		if !strings.ContainsAny(s, "<&*\\") && stripped != TrimSpace(s) {
			t.Errorf("StripMarkup(%q) = %q changes a text without markup", s, stripped)
		}
		unwrapped := Unwrap(s)
		if again := Unwrap(unwrapped); again != unwrapped {
			t.Errorf("Unwrap(%q) = %q, and again %q", s, unwrapped, again)
		}
		if Key(unwrapped) != Key(s) {
			t.Errorf("Unwrap(%q) = %q changes more than blanks", s, unwrapped)
		}
	})
}

func BenchmarkStripMarkup(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		StripMarkup("<ul><li>全ての取組内容について、着実に取り組む。</li><li>新たな取組みを検討する。</li></ul>")
	}
}

package ja

import (
	"strings"
	"testing"
)

// showOptions prints options as +ticked -not ticked, with hints behind a #.
func showOptions(options []Option) string {
	parts := make([]string, len(options))
	for i, option := range options {
		parts[i] = "-" + option.Text
		if option.Ticked {
			parts[i] = "+" + option.Text
		}
		if option.Hint != "" {
			parts[i] += "#" + option.Hint
		}
	}
	return strings.Join(parts, "|")
}

var optionTests = []struct{ in, want string }{
	{`<input checked="" type="radio"/> 自治事務 <input type="radio"/> 法定受託事務 (選択してください)→`, "+自治事務|-法定受託事務#(選択してください)→"},
	{`<input checked="" type="checkbox"/> すべて直接実施 <input type="checkbox"/> 左記以外`, "+すべて直接実施|-左記以外"},
	{`<input type="checkbox"/> 業務委託`, "-業務委託"},
	{"<input\u00a0checked=\"\"\u00a0type=\"radio\"/>\u00a0有\u00a0<input\u00a0type=\"radio\"/>\u00a0無", "+有|-無"},
	{`<input type="checkbox"/> 新規 <input checked="" type="checkbox"/> 継続`, "-新規|+継続"},
	{`<input checked="" type="radio"/> 計画どおり (A) <input type="radio"/> 概ね計画どおり (B) <input type="radio"/> 計画どおり進捗せず (C)`,
		"+計画どおり (A)|-概ね計画どおり (B)|-計画どおり進捗せず (C)"},
	{`<input type='radio' name=x value=1 checked>有<input type='radio' name=x value=2>無`, "+有|-無"},
	{`<INPUT TYPE=RADIO CHECKED="checked">有<INPUT TYPE=RADIO>無`, "+有|-無"},
	{`<input type="radio" checked=checked/>有 <input type="radio" checked="false"/>無`, "+有|-無"},
	{`<input type="checkbox" data-checked="1"/>有`, "-有"},
	{`<input type="checkbox" value="checked">有`, "-有"},
	{`<label><input type="radio" checked> 有</label><br><label><input type="radio"> 無</label>`, "+有|-無"},
	{`<input type="text" value="5"> 件`, ""},
	{`<input type="checkbox" checked>`, "+"},
	{`区分 <input type="radio" checked> 有`, "+有"},
	{"☑新規 □継続", "+新規|-継続"},
	{"☑ 新規\n☐ 継続", "+新規|-継続"},
	{"☒新規☐継続", "+新規|-継続"},
	{"■有 □無", "+有|-無"},
	{"■有 ■無", ""},
	{"■目的", ""},
	{"□有 □無", "-有|-無"},
	{"□有", "-有"},
	{"✓ 有 □ 無", "+有|-無"},
	{"□有・■無", "-有|+無"},
	{"□有、□無、☑他", "-有|-無|+他"},
	{"□その他( )", "-その他( )"},
	{"□その他（　　） ☑なし", "-その他（　　）|+なし"},
	{"区分：☑新規 □継続", "+新規|-継続"},
	{"新規☑ 継続□", "+新規|-継続"},
	{"有☑", "+有"},
	{"☑", "+"},
	{"●新規 ○継続", "+新規|-継続"},
	{"◎主管 ○関係", "+主管|-関係"},
	{"○新規 ◉継続 ○終了", "-新規|+継続|-終了"},
	{"○ 予約制講座(集合型教室)\n○ 予約制講座(個別相談会)", ""},
	{"○新規 ○継続", ""},
	{"●新規 ●継続", ""},
	{"● 計画を進める。\n○ 予約制の講座を開く。", ""},
	{"□ " + strings.Repeat("長", 41), ""},
	{"☑ " + strings.Repeat("長", 40), "+" + strings.Repeat("長", 40)},
	{"[x] 新規 [ ] 継続", "+新規|-継続"},
	{"[X]新規[　]継続", "+新規|-継続"},
	{"[✓] 新規 [ ] 継続", "+新規|-継続"},
	{"[レ] 新規 [ ] 継続", "+新規|-継続"},
	{"(●) 新規 (○) 継続", "+新規|-継続"},
	{"（○）新規（●）継続", "-新規|+継続"},
	{"レ 新規 □ 継続", "+新規|-継続"},
	{"□ テレビ レ ラジオ", "-テレビ|+ラジオ"},
	{":selected: 新規 :unselected: 継続", "+新規|-継続"},
	{"選択: 新規", ""},
	{"**☑ 新規** ☐ 継続", "+新規|-継続"},
	{"☐ 新規 **☑ 継続**", "-新規|+継続"},
	{"**新規**（○） / 継続", ""},
	{"□**0", "-0"},
	{"新規（○）", "+新規"},
	{"│(*) 新規", "+新規"},
	{"☑ 新規<br>&emsp;☐ 継続&nbsp;", "+新規|-継続"},
	{"□ テレビ<br>レ ラジオ<br/>□ 新聞", "-テレビ|+ラジオ|-新聞"},
	{"［ ］新規 ［○］継続", "-新規|+継続"},
	{"[選択・記入]", ""},
	{"(x) 新規 ( ) 継続", "+新規|-継続"},
	{"（○）新規 （　）継続", "+新規|-継続"},
	{"有（○）・無（　）", "+有|-無"},
	{"( ) 新規 ( ) 継続", "-新規|-継続"},
	{"その他 ( )", ""},
	{"計画どおり (A)", ""},
	{"進捗状況 (F)", ""},
	{"新規", ""},
	{"", ""},
	{"<input", ""},
	{"< input type=radio>", ""},
	{"□有 □無 (いずれかを選択)", "-有|-無#(いずれかを選択)"},
	{"□有 □無 →", "-有|-無#→"},
	{"□有(記入してください)", "-有#(記入してください)"},
}

func TestReadOptions(t *testing.T) {
	for _, test := range optionTests {
		options, found := ReadOptions(test.in)
		if got := showOptions(options); got != test.want || found != (test.want != "") {
			t.Errorf("ReadOptions(%q) = %s, %v, want %s", test.in, got, found, test.want)
		}
	}
}

func FuzzReadOptions(f *testing.F) {
	for _, test := range optionTests {
		f.Add(test.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		options, found := ReadOptions(s)
		if found != (len(options) > 0) {
			t.Errorf("ReadOptions(%q) = %v, %v", s, options, found)
		}
		behind := 0
		for _, option := range options {
			checkRange(t, s, option.Start, option.End)
			if option.Start < behind {
				t.Errorf("ReadOptions(%q): option %q overlaps the one before", s, option.Text)
			}
			behind = option.End
			printed := StripMarkup(s[option.Start:option.End])
			if !strings.HasPrefix(printed, option.Text) || !strings.HasSuffix(printed, option.Hint) {
				t.Errorf("ReadOptions(%q): option %q with hint %q stands at %q", s, option.Text, option.Hint, printed)
			}
		}
		if again, _ := ReadOptions(s); showOptions(again) != showOptions(options) {
			t.Errorf("ReadOptions(%q) differs the second time", s)
		}
	})
}

var gradeTests = []struct{ in, words, grade string }{
	{"計画どおり (A)", "計画どおり", "A"},
	{"概ね計画どおり (B)", "概ね計画どおり", "B"},
	{"抜本的な改善が必要である(C)", "抜本的な改善が必要である", "C"},
	{"計画どおり（Ａ）", "計画どおり", "A"},
	{"計画どおり【S】", "計画どおり", "S"},
	{"B: 進行強化", "進行強化", "B"},
	{"B：概ね計画どおり", "概ね計画どおり", "B"},
	{"Ｃ：遅れている", "遅れている", "C"},
	{"A ：継続実施", "継続実施", "A"},
	{"A. 順調", "順調", "A"},
	{"A 順調", "順調", "A"},
	{"A　ほぼ順調", "ほぼ順調", "A"},
	{"(A) 順調", "順調", "A"},
	{"A", "", "A"},
	{"Ｓ", "", "S"},
	{"(B)", "", "B"},
	{"B：", "", "B"},
	{"一律に比較できない事業", "一律に比較できない事業", ""},
	{"事業費合計(a)", "事業費合計(a)", ""},
	{"進捗状況 (F)", "進捗状況 (F)", ""},
	{"計画 (AB)", "計画 (AB)", ""},
	{"計画 (A", "計画 (A", ""},
	{"AI活用", "AI活用", ""},
	{"A案", "A案", ""},
	{"A b", "A b", ""},
	{"計画A", "計画A", ""},
	{"(令和4年度) 計画", "(令和4年度) 計画", ""},
	{"", "", ""},
	{" ", "", ""},
}

func TestSplitGrade(t *testing.T) {
	for _, test := range gradeTests {
		if words, grade := SplitGrade(test.in); words != test.words || grade != test.grade {
			t.Errorf("SplitGrade(%q) = %q, %q, want %q, %q", test.in, words, grade, test.words, test.grade)
		}
	}
}

func FuzzSplitGrade(f *testing.F) {
	for _, test := range gradeTests {
		f.Add(test.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		words, grade := SplitGrade(s)
		if !strings.Contains(s, words) || len(grade) > 1 || grade == "" && words != TrimSpace(s) {
			t.Errorf("SplitGrade(%q) = %q, %q", s, words, grade)
		}
	})
}

func BenchmarkReadOptions(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		ReadOptions(`<input checked="" type="radio"/> 計画どおり (A) <input type="radio"/> 概ね計画どおり (B)`)
	}
}

func BenchmarkReadOptionsWithout(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		ReadOptions("町内会や学校が行う公園の清掃を支え、緑のある暮らしやすいまちづくりを進めます。")
	}
}

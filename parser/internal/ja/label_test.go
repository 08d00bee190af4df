package ja

import (
	"strings"
	"testing"
)

var testLabels = NewLabels(
	Label[int]{"目的", 1},
	Label[int]{"目的及び効果", 2},
	Label[int]{"主な対象 (誰・何を対象に)", 3},
	Label[int]{"主な対象(誰･何を対象に)", 3},
	Label[int]{"対象", 4},
	Label[int]{"事業費合計(a)", 5},
	Label[int]{"人件費合計(b)", 6},
	Label[int]{"合計(a)", 7},
	Label[int]{"合計(b)", 8},
	Label[int]{"一般財源 (a)-①-②-③", 9},
	Label[int]{"【現状値】", 10},
	Label[int]{"目標", 11},
	Label[int]{"目標(値)", 12},
	Label[int]{"自己評価", 13},
	Label[int]{"予算額", 14},
)

var labelSpellings = []string{"目的", "目的及び効果", "主な対象 (誰・何を対象に)", "対象", "事業費合計(a)", "人件費合計(b)",
	"合計(a)", "合計(b)", "一般財源 (a)-①-②-③", "【現状値】", "目標", "目標(値)", "自己評価", "予算額"}

var findTests = []struct {
	in   string
	want int
}{
	{"目的", 1},
	{" 目 的 ：", 1},
	{"目的(何をどうしたいのか)", 1},
	{"目的 （何をどうしたいのか、何のためにするのか、それはなぜか）", 1},
	{"■目的", 1},
	{"目的及び効果", 2},
	{"目的及び", 0},
	{"主な対象", 3},
	{"主な対象 (誰を)", 3},
	{"対象", 4},
	{"事業費合計", 5},
	{"合計(ａ)", 7},
	{"合計(b)", 8},
	{"合計", 0},
	{"合計(c)", 0},
	{"一般財源", 0},
	{"一般財源-①-②-③", 9},
	{"【現状値】", 10},
	{"[現状値]", 10},
	{"現状値", 0},
	{"目標", 11},
	{"目標(値)", 12},
	{"目標(x)", 11},
	{"目的※", 1},
	{"目的 ※12", 1},
	{"目標(値)※", 12},
	{"目標(x)※1", 11},
	{"【現状値】※2", 10},
	{"事業費合計(a)※1", 5},
	{"※", 0},
	{"※1", 0},
	{"目的1", 0},
	{"目的※a", 0},
	{"", 0},
	{"(x)", 0},
	{"町内会や学校が行う公園の清掃を支えるとともに、緑のある暮らしやすいまちづくりを市民や事業者との協力により進める、大学や企業との関係による課題解決を図る", 0},
}

func TestLabelsFind(t *testing.T) {
	for _, test := range findTests {
		if got, ok := testLabels.Find(test.in); got != test.want || ok != (test.want != 0) {
			t.Errorf("Find(%q) = %d, %v, want %d", test.in, got, ok, test.want)
		}
	}
}

var prefixTests = []struct {
	in   string
	want int
	rest string
}{
	{"目的 近隣自治体", 1, "近隣自治体"},
	{"目的：近隣自治体", 1, "近隣自治体"},
	{"目的\n近隣自治体", 1, "近隣自治体"},
	{"目 的 : 近隣", 1, "近隣"},
	{"目的", 1, ""},
	{"目的：：x", 1, "：x"},
	{"目的近隣", 0, ""},
	{"目的及び効果 デジタル", 2, "デジタル"},
	{"目的 及び効果 デジタル", 2, "デジタル"},
	{"目的 (何をどうしたいのか) 近隣", 1, "近隣"},
	{"目的(何を どうしたいのか)：近隣", 1, "近隣"},
	{"目的(何を) (どう) 近隣", 1, "近隣"},
	{"目的(何を", 0, ""},
	{"主な対象 (誰・何を対象に) 市民", 3, "市民"},
	{"主な対象 市民", 3, "市民"},
	{"自己評価 B：概ね計画どおり", 13, "B：概ね計画どおり"},
	{"■ 予算額 5,454千円", 14, "5,454千円"},
	{"【現状値】 5", 10, "5"},
	{"目標 550 件 実績 0 件", 11, "550 件 実績 0 件"},
	{"合計(b) 5", 8, "5"},
	{"合計 5", 0, ""},
	{"**目的**：近隣", 1, "近隣"},
	{"**目的：** 近隣", 1, "近隣"},
	{"**主な対象 (誰・何を対象に)** 市民", 3, "市民"},
	{"目的\n\n* 近隣の自治体", 1, "* 近隣の自治体"}, // the mark of a list
	{"**目的**近隣 自治体", 0, ""},
	{"目的**近隣**", 0, ""},
	{"", 0, ""},
	{"x 目的", 0, ""},
}

func TestLabelsFindPrefix(t *testing.T) {
	for _, test := range prefixTests {
		got, rest, ok := testLabels.FindPrefix(test.in)
		if got != test.want || ok != (test.want != 0) || ok && test.in[rest:] != test.rest {
			t.Errorf("FindPrefix(%q) = %d, %q, %v, want %d, %q", test.in, got, test.in[rest:], ok, test.want, test.rest)
		}
	}
}

func TestNewLabelsPanics(t *testing.T) {
	for name, entries := range map[string][]Label[int]{
		"two values": {{"目 的", 1}, {"目的：", 2}},
		"no key":     {{" ", 1}},
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("no panic")
				}
			}()
			NewLabels(entries...)
		})
	}
}

func TestLabelsFindSpellingsWithManyBlanks(t *testing.T) {
	spelling := "x" + strings.Repeat(" ", 300) + "0"
	if _, ok := NewLabels(Label[int]{spelling, 1}).Find(spelling); !ok {
		t.Error("not found")
	}
}

func TestLabelsTakeUncomparableValues(t *testing.T) {
	labels := NewLabels(Label[[]int]{"目的", []int{1}}, Label[[]int]{"目 的", []int{1}})
	if value, ok := labels.Find("目的"); !ok || len(value) != 1 {
		t.Errorf("Find = %v, %v", value, ok)
	}
}

func FuzzLabels(f *testing.F) {
	for _, test := range findTests {
		f.Add(test.in)
	}
	for _, test := range prefixTests {
		f.Add(test.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\ufffd") // as decoding leaves it; a key is no longer then
		value, ok := testLabels.Find(s)
		if again, found := testLabels.Find(Key(s)); ok && len(s) < keyBuffer && (!found || again != value) {
			t.Errorf("Find(%q) = %d, but its key gives %d, %v", s, value, again, found)
		}
		_, rest, _ := testLabels.FindPrefix(s)
		checkRange(t, s, rest, len(s))
		for _, spelling := range labelSpellings {
			if _, ok := testLabels.Find(spelling); !ok {
				t.Fatalf("Find(%q) finds nothing", spelling)
			}
		}
		if labels := NewLabels(Label[int]{"x" + s, 1}); StripMarkup("x"+s) == "x"+s { // no form has tags in its labels
			if _, ok := labels.Find("x" + s); !ok {
				t.Errorf("a table of %q does not find it", "x"+s)
			}
		}
	})
}

func TestFindDoesNotAllocate(t *testing.T) {
	allocations := testing.AllocsPerRun(100, func() {
		testLabels.Find("主 な 対 象 （誰・何を対象に）")
		testLabels.Find("どこにもない見出し")
		testLabels.FindPrefix("目的 (何をどうしたいのか) 町内会や学校が行う公園の清掃活動")
	})
	if allocations != 0 {
		t.Errorf("%v allocations", allocations)
	}
}

func BenchmarkLabelsFind(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		testLabels.Find("主な対象 (誰・何を対象に)")
	}
}

func BenchmarkLabelsFindMiss(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		testLabels.Find("市民活動団体の活動支援")
	}
}

func BenchmarkLabelsFindPrefix(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		testLabels.FindPrefix("目的 (何をどうしたいのか) 町内会や学校が行う公園の清掃活動")
	}
}

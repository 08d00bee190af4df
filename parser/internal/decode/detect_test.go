package decode

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

// labels are texts as short as they come. Each must be told in every encoding that it can be
// written in, with and without a line end.
var labels = []string{
	"事業名", "課題", "目標", "令和4年度", "単位", "指標名", "実績値", "計画", "担当課", "評価", "予算額", "決算額", "対象", "意図", "目的",
	"市民", "町長", "町民", "人件費", "一般財源", "達成率", "進捗状況", "所属", "備考", "概要", "千円", "平成31年度", "所見",
	"まちづくり", "サービス", "カタカナ", "なし", "ある", "（注）", "第Ⅳ部", "㈱三郷", "髙橋", "件／月", "～", "○", "①",
	"事業名\t課題\t目標", "三郷市 事務事業評価シート", "今後の方針(改善策)", "1-1-2\t窓口の改善\t市民課",
	"ﾎｰﾑﾍﾟｰｼﾞの充実", "ｱﾝｹｰﾄ調査", "市ﾎｰﾑﾍﾟｰｼﾞ", "ｼｽﾃﾑ使用料", "ﾊﾟｿｺﾝ(台)", "事業ｺｽﾄ",
}

// halfWidthLabels are words in half-width katakana alone.
var halfWidthLabels = []string{"ｶﾀｶﾅ", "ﾎｰﾑﾍﾟｰｼﾞ", "ｼｽﾃﾑ", "ｻｰﾋﾞｽ", "ﾌﾘｶﾞﾅ", "ﾄｰﾀﾙｺｽﾄ", "ｺｽﾄ", "ﾍﾞｯﾄﾞ", "ﾃﾞｰﾀ", "ﾀｸｼｰ", "ｱﾝｹｰﾄ", "ｾﾝﾀｰ", "ﾊﾞｽ"}

func TestDetectsShortLabels(t *testing.T) {
	for _, label := range append(labels, halfWidthLabels...) {
		for _, encoding := range Encodings() {
			for _, end := range []string{"", "\n", "\r\n", "\t550\n"} {
				if encoding.isUTF16() && end == "" {
					continue // see TestShortUTF16
				}
				input := encode(t, encoding, label+end)
				text, err := Decode(input, Options{})
				if err != nil {
					t.Errorf("%q in %s (% X): %v", label+end, encoding, input, err)
					continue
				}
				want := strings.ReplaceAll(label+end, "\r\n", "\n")
				if text.Encoding != encoding || text.String != want || text.FaultCount != 0 {
					t.Errorf("%q in %s (% X) was read as %s: %q", label+end, encoding, input, text.Encoding, text.String)
				}
			}
		}
	}
}

// UTF-16 without a byte order mark, a line end or a figure is told only where its bytes are
// not all ASCII: the bytes of 単位 are also those of "XSMO", and ASCII goes before. A name of
// rare characters (髙橋) may be one of CP932 as well.
func TestShortUTF16(t *testing.T) {
	for _, label := range append(labels[:28:28], halfWidthLabels...) {
		for _, encoding := range []Encoding{UTF16LE, UTF16BE} {
			input := encode(t, encoding, label)
			want := encoding
			if firstNonASCII(input) == len(input) && !bytes.Contains(input, []byte{0}) {
				want = UTF8
			}
			if got := detect(input, utf8.Valid(input)); got != want {
				t.Errorf("%q in %s (% X) was read as %s, want %s", label, encoding, input, got, want)
			}
		}
	}
}

func TestDetectsByteOrderMarks(t *testing.T) {
	for mark, encoding := range map[string]Encoding{"\xEF\xBB\xBF": UTF8, "\xFF\xFE": UTF16LE, "\xFE\xFF": UTF16BE} {
		for _, label := range labels {
			input := append([]byte(mark), encode(t, encoding, label)...)
			text, err := Decode(input, Options{})
			if err != nil || text.Encoding != encoding || !text.HasBOM || text.String != label {
				t.Errorf("%q behind % X: %+v, %v", label, mark, text, err)
			}
		}
	}
}

func TestDetectsUTF8WithBadBytes(t *testing.T) {
	for _, label := range []string{"課題", "事業名", "令和4年度", "今後の方針", "ｶﾀｶﾅ"} {
		input := []byte(label)
		for cut := 1; cut <= 2; cut++ {
			text, err := Decode(input[:len(input)-cut], Options{})
			if err != nil || text.Encoding != UTF8 || text.FaultCount != 1 {
				t.Errorf("%q without its last %d bytes: %+v, %v", label, cut, text, err)
			}
		}
	}
	long := strings.Repeat("事業の概要\t目標値 550 件\n", 200)
	for _, bad := range []string{"\xFF", "\x82\xA0", "\xE4\xBA", "\xED\xA0\x80", "\xC0\x80"} {
		for _, at := range []int{0, 3, len(long) / 2 / 3 * 3, len(long)} {
			for at > 0 && at < len(long) && !utf8.RuneStart(long[at]) {
				at--
			}
			text, err := Decode([]byte(long[:at]+bad+long[at:]), Options{})
			if err != nil || text.Encoding != UTF8 || text.FaultCount == 0 {
				t.Errorf("% X at %d: %s, %d faults, %v", bad, at, text.Encoding, text.FaultCount, err)
			}
		}
	}
}

func TestDetectsLongTexts(t *testing.T) {
	figures := strings.Repeat("1-2-3\t4,550\t99.6%\n", 4000)
	body := strings.Repeat("取組内容の改善\t市民課\t550 件\n", 4000)
	for name, long := range map[string]string{
		"body":                 body,
		"figures first":        figures + body,
		"one label at the end": figures + "合計\t目標\n",
		"one long line":        strings.ReplaceAll(body, "\n", " | "),
	} {
		for _, encoding := range Encodings() {
			text, err := Decode(encode(t, encoding, long), Options{})
			if err != nil || text.Encoding != encoding || text.String != long {
				t.Errorf("%s in %s: read as %s, %v", name, encoding, text.Encoding, err)
			}
		}
	}
}

// A head in another encoding, as when a file name was put before the text, must not decide.
func TestOddHeadDoesNotDecide(t *testing.T) {
	body := strings.Repeat("取組内容の改善を進める\t市民課\t550 件\n", 400)
	head := encode(t, CP932, strings.Repeat("令和四年度事務事業評価シート", 8)+"\n")
	text, err := Decode(append(head, body...), Options{})
	if err != nil || text.Encoding != UTF8 || text.FaultCount == 0 || !strings.HasSuffix(text.String, body) {
		t.Errorf("read as %s with %d faults, %v", text.Encoding, text.FaultCount, err)
	}
}

func TestASCIIIsUTF8(t *testing.T) {
	for _, input := range []string{"a", "No.\t1\n", "~", "$B;v6H(B", "PK", "BM", "GIF", "II", "{\\rt"} {
		text, err := Decode([]byte(input), Options{})
		if err != nil || text.Encoding != UTF8 || text.String != input {
			t.Errorf("%q: %+v, %v", input, text, err)
		}
	}
}

func TestNamedEncoding(t *testing.T) {
	mark := "\xFE\xFF"
	text, err := Decode(append([]byte(mark), encode(t, UTF16BE, "課題")...), Options{Encoding: UTF16LE})
	if err != nil || text.Encoding != UTF16BE || text.String != "課題" || !text.HasBOM {
		t.Errorf("a byte order mark must overrule the byte order: %+v, %v", text, err)
	}
	text, err = Decode([]byte("\xB6\xC0\xB6\xC5"), Options{Encoding: EUCJP})
	if err != nil || text.Encoding != EUCJP || text.String == "ｶﾀｶﾅ" {
		t.Errorf("a named encoding must not be overruled: %+v, %v", text, err)
	}
	var unknown *UnknownEncodingError
	if _, err = Decode([]byte("a"), Options{Encoding: "latin-1"}); !errors.As(err, &unknown) {
		t.Errorf("error %v, want an UnknownEncodingError", err)
	}
	var failure *NotTextError
	_, err = Decode(encode(t, CP932, "事務事業評価シートの概要と課題"), Options{Encoding: UTF8})
	if !errors.As(err, &failure) || failure.Suggestion != CP932 || failure.Encoding != UTF8 || failure.Detected {
		t.Errorf("CP932 given as UTF-8: %v", err)
	}
	_, err = Decode([]byte(strings.Repeat("事業の概要と課題\n", 20)), Options{Encoding: CP932})
	if !errors.As(err, &failure) || failure.Suggestion != UTF8 || failure.Mixed {
		t.Errorf("UTF-8 given as CP932: %v", err)
	}
}

package parser_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sheetconv/parser"
)

// as reports whether an error is of a type.
func as[T error](err error) bool {
	var target T
	return errors.As(err, &target)
}

// Inputs that are no sheet of one form are refused with an error of a type that
// says why.
func TestRefusedInputs(t *testing.T) {
	// Both with tabs: a file with several delimiters is read by the first form's.
	several := readFile(t, "isehara-program/01_clean3years.txt") + "\f\n" + readFile(t, "misato-program/06_tabs.txt")
	for name, test := range map[string]struct {
		input   string
		options parser.Options
		is      func(error) bool
	}{
		"nothing":             {"", parser.Options{}, as[*parser.EmptyError]},
		"blanks":              {" \t\r\n\f　\n", parser.Options{}, as[*parser.EmptyError]},
		"byte order mark":     {"\ufeff", parser.Options{}, as[*parser.EmptyError]},
		"NUL":                 {"\x00", parser.Options{}, as[*parser.NotTextError]},
		"many NULs":           {strings.Repeat("\x00", 4096), parser.Options{}, as[*parser.NotTextError]},
		"binary":              {strings.Repeat("\x01\xff\x80\x02\xfe", 1000), parser.Options{}, as[*parser.NotTextError]},
		"PDF":                 {"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", parser.Options{}, as[*parser.RefusedError]},
		"ZIP":                 {"PK\x03\x04\x14\x00\x06\x00", parser.Options{}, as[*parser.RefusedError]},
		"too large":           {"事業名", parser.Options{MaxBytes: 8}, as[*parser.TooLargeError]},
		"unknown encoding":    {"事業名", parser.Options{Encoding: "latin-1"}, as[*parser.UnknownEncodingError]},
		"wrong encoding":      {strings.Repeat("事業名と事業番号\n", 50), parser.Options{Encoding: "iso-2022-jp"}, as[*parser.NotTextError]},
		"prose":               {"吾輩は猫である。名前はまだ無い。\n", parser.Options{}, as[*parser.UnknownFormError]},
		"delimiters":          {"|\n|\n---\n|||\n", parser.Options{}, as[*parser.UnknownFormError]},
		"no such form":        {"事業名 |\n", parser.Options{Form: "misato"}, as[*parser.NoSuchFormError]},
		"sheets of two forms": {several, parser.Options{}, as[*parser.SeveralFormsError]},
	} {
		t.Run(name, func(t *testing.T) {
			result, err := parser.Parse([]byte(test.input), test.options)
			if err == nil || !test.is(err) {
				t.Fatalf("the error is %T: %v", err, err)
			}
			if result != nil || err.Error() == "" {
				t.Errorf("the result is %v, the error %q", result, err)
			}
		})
	}
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(formsFolder, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// An error about forms names what a person can do next.
func TestFormErrorsSayWhatToDo(t *testing.T) {
	_, err := parser.Parse([]byte("事業名 |\n"), parser.Options{Form: "misato"})
	for _, form := range parser.Forms() {
		if !strings.Contains(err.Error(), form.ID) {
			t.Errorf("%v: does not name %s", err, form.ID)
		}
	}
	var unknown *parser.UnknownFormError
	if _, err = parser.Parse([]byte("猫\n"), parser.Options{}); !errors.As(err, &unknown) {
		t.Fatal(err)
	}
	if len(unknown.Nearest) != len(parser.Forms()) || !strings.Contains(err.Error(), "--form") {
		t.Errorf("%v: names %d forms", err, len(unknown.Nearest))
	}
}

// cutEvery is the distance of the places at which fixtures are cut off: a prime,
// so that cuts fall anywhere in characters, cells and lines.
const cutEvery = 997

// A file that was cut off is read as far as it goes, or refused: it never makes
// the parser panic or lose text.
func TestCutOffFixtures(t *testing.T) {
	eachFixture(t, func(t *testing.T, f fixture) {
		for end := 1; end < len(f.input); end += cutEvery {
			// Whether so little is of a known form does not matter here.
			_, _ = parser.Detect(f.input[:end], parser.Options{})
			checkReading(t, f.input[:end], parser.Options{Form: f.form})
		}
	})
}

// hostile are pieces that are repeated to large inputs behind a beginning, each
// of which once took a parser more than time in proportion to its length, or may.
var hostile = map[string]struct{ start, piece string }{
	"a line of letters":  {"", "事業名"},
	"a line of words":    {"", "事業名 12,345 "},
	"a line of tags":     {"", "<p>"},
	"a line of entities": {"評価\t", "&amp;"},
	"a line of brackets": {"", "("},
	"a line of years":    {"", "令和"},
	"a line of boxes":    {"事務区分〔選択〕\t", "□"},
	"a line of numbers":  {"目標値 |\n", "1,234 "},
	"a long narrative":   {"評価 |\n", "あ。"},
	"many tabs":          {"事業名", "\t"},
	"many filled cells":  {"", "事業名\t"},
	"many pipes":         {"", "|"},
	"many lines":         {"", "事業名 |\nあ |\n"},
	"many blank lines":   {"事業名", "\n"},
	"many pages":         {"", "事業名\n\f\n"},
	"many amounts":       {"事業名\tあ\n年度\t令和4年度 実績\n事業費合計(a)", "\t1千円"},
	"many years":         {"事業名\tあ\n事業行程\t項目\t年度\n", "\t令和4年度"},
	"many sheets":        {"", "事務事業担当\n部名\n総合計画の位置づけ |\n"},
}

// hostileSizes are the sizes to which hostile inputs grow, in bytes, each with
// how long it may take. That is no measure of speed: what takes its time in
// proportion takes a hundredth of it. A parser whose time or memory grows out of
// bounds is stopped before it stops the machine.
var hostileSizes = []struct {
	bytes  int
	atMost time.Duration
}{
	{5_000, 20 * time.Second},
	{20_000, 20 * time.Second},
	{80_000, 20 * time.Second},
	{160_000, 40 * time.Second},
}

// Large and hostile inputs are read or refused in bounded time and memory.
func TestHostileInputs(t *testing.T) {
	for name, input := range hostile {
		t.Run(name, func(t *testing.T) {
			for _, form := range parser.Forms() {
				growInput(t, input.start, input.piece, form.ID)
			}
		})
	}
}

func growInput(t *testing.T, start, piece, form string) {
	t.Helper()
	for _, size := range hostileSizes {
		input := []byte(start + strings.Repeat(piece, size.bytes/len(piece)) + "あ")
		began := time.Now()
		// Whether it is read or refused does not matter here.
		_, _ = parser.Parse(input, parser.Options{Form: form})
		if took := time.Since(began); took > size.atMost {
			t.Errorf("%s: %d bytes took %.1f s, expected much less than %s", form, size.bytes, took.Seconds(), size.atMost)
			return
		}
	}
}

// An input of one line of ten megabytes and one with no end of empty cells are
// told to be of no form before any form looks at them.
func TestLargeInputs(t *testing.T) {
	for name, input := range map[string]string{
		"one line":     strings.Repeat("事業名称 ", 10<<20/13),
		"100,000 tabs": "あ" + strings.Repeat("\t", 100_000) + "い",
	} {
		if _, err := parser.Parse([]byte(input), parser.Options{}); !as[*parser.UnknownFormError](err) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

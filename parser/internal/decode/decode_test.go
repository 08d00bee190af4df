package decode

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"
)

func mustDecode(t *testing.T, input string, options Options) Text {
	t.Helper()
	text, err := Decode([]byte(input), options)
	if err != nil {
		t.Fatalf("Decode(% X, %+v): %v", input, options, err)
	}
	return text
}

func TestFaults(t *testing.T) {
	const rest = "事業名と課題" // enough text that one bad byte is no doubt
	cp932Rest := string(encode(t, CP932, rest))
	eucRest := string(encode(t, EUCJP, rest))
	bad := func(offset, line, column int, bytes string) Fault {
		return Fault{Offset: offset, Line: line, Column: column, Bytes: []byte(bytes), Kind: Undecodable}
	}
	control := func(offset, line, column int, bytes string) Fault {
		return Fault{Offset: offset, Line: line, Column: column, Bytes: []byte(bytes), Kind: ControlCharacter}
	}
	for name, test := range map[string]struct {
		encoding Encoding
		input    string
		want     string
		faults   []Fault
	}{
		"utf-8 lone byte":         {UTF8, rest + "\n目\xFF標", rest + "\n目�標", []Fault{bad(22, 2, 2, "\xFF")}},
		"utf-8 cut at the end":    {UTF8, rest + "\xE8\xAA", rest + "�", []Fault{bad(18, 1, 7, "\xE8\xAA")}},
		"utf-8 surrogate":         {UTF8, "a\xED\xA0\x80b" + rest, "a�b" + rest, []Fault{bad(1, 1, 2, "\xED\xA0\x80")}},
		"utf-8 overlong":          {UTF8, "\xC0\x80\xE0\x80\x80" + rest, "��" + rest, []Fault{bad(0, 1, 1, "\xC0\x80"), bad(2, 1, 2, "\xE0\x80\x80")}},
		"utf-8 beyond Unicode":    {UTF8, "\xF4\x90\x80\x80" + rest, "�" + rest, []Fault{bad(0, 1, 1, "\xF4\x90\x80\x80")}},
		"utf-8 real U+FFFD":       {UTF8, "�" + rest, "�" + rest, nil},
		"utf-8 NUL, ESC, DEL, VT": {UTF8, rest + "\x00\r\n\x7F" + rest, rest + "�\n�" + rest, []Fault{control(18, 1, 7, "\x00"), control(21, 2, 1, "\x7F")}},
		"utf-8 vertical tab":      {UTF8, "a\v" + rest, "a�" + rest, []Fault{control(1, 1, 2, "\v")}},
		"utf-8 C1":                {UTF8, "a\u0085°" + rest, "a�°" + rest, []Fault{control(1, 1, 2, "\u0085")}},
		"utf-8 mark in the middle": {UTF8, "\uFEFF" + rest + "\n\uFEFF" + rest, rest + "\n" + rest,
			[]Fault{{Offset: 22, Line: 2, Column: 1, Bytes: []byte("\uFEFF"), Kind: ByteOrderMark}}},
		"cp932 gaiji":            {CP932, cp932Rest + "\r\n\xF0\x40" + cp932Rest, rest + "\n�" + rest, []Fault{bad(14, 2, 1, "\xF0\x40")}},
		"cp932 unassigned":       {CP932, "a\x81\xAD" + cp932Rest, "a�" + rest, []Fault{bad(1, 1, 2, "\x81\xAD")}},
		"cp932 lead before line": {CP932, cp932Rest + "\x82\n" + cp932Rest, rest + "�\n" + rest, []Fault{bad(12, 1, 7, "\x82")}},
		"cp932 cut at the end":   {CP932, cp932Rest + "\x82", rest + "�", []Fault{bad(12, 1, 7, "\x82")}},
		"cp932 80, A0, FF":       {CP932, "\x80\xA0\xFF" + cp932Rest, "���" + rest, []Fault{bad(0, 1, 1, "\x80"), bad(1, 1, 2, "\xA0"), bad(2, 1, 3, "\xFF")}},
		"cp932 escape":           {CP932, "\x1B" + cp932Rest, "�" + rest, []Fault{control(0, 1, 1, "\x1B")}},
		"euc-jp user-defined":    {EUCJP, eucRest + "\xF5\xA1", rest + "�", []Fault{bad(12, 1, 7, "\xF5\xA1")}},
		"euc-jp unassigned":      {EUCJP, eucRest + "\xA9\xA1", rest + "�", []Fault{bad(12, 1, 7, "\xA9\xA1")}},
		"euc-jp cut triple":      {EUCJP, eucRest + "\x8F\xB0\n", rest + "�\n", []Fault{bad(12, 1, 7, "\x8F\xB0")}},
		"iso-2022-jp odd byte":   {ISO2022JP, "\x1B$B\x3B\x76\x1B(B\xA1\n", "事�\n", []Fault{bad(8, 1, 2, "\xA1")}},
		"iso-2022-jp half pair":  {ISO2022JP, "\x1B$B\x3B\x76\x3B\n\x1B$B\x3B\x76\x1B(B", "事�\n事", []Fault{bad(5, 1, 2, "\x3B")}},
		"iso-2022-jp escape":     {ISO2022JP, "\x1B$B\x3B\x76\x1B(B\x1B[1m", "事�[1m", []Fault{control(8, 1, 2, "\x1B")}},
		"utf-16le lone half":     {UTF16LE, "\x8B\x4E\x3D\xD8\x8B\x4E", "事�事", []Fault{bad(2, 1, 2, "\x3D\xD8")}},
		"utf-16be odd length":    {UTF16BE, "\x4E\x8B\x4E\x8B\x4E", "事事�", []Fault{bad(4, 1, 3, "\x4E")}},
		"utf-16be mark, control": {UTF16BE, "\xFE\xFF\x4E\x8B\xFE\xFF\x00\x00\x4E\x8B", "事�事", []Fault{
			{Offset: 4, Line: 1, Column: 2, Bytes: []byte("\xFE\xFF"), Kind: ByteOrderMark}, control(6, 1, 2, "\x00\x00")}},
	} {
		t.Run(name, func(t *testing.T) {
			text := mustDecode(t, test.input, Options{Encoding: test.encoding})
			if text.String != test.want {
				t.Errorf("text %q, want %q", text.String, test.want)
			}
			if !reflect.DeepEqual(text.Faults, test.faults) || text.FaultCount != len(test.faults) {
				t.Errorf("faults %+v (%d), want %+v", text.Faults, text.FaultCount, test.faults)
			}
		})
	}
}

func TestFaultsAreLimitedButCounted(t *testing.T) {
	text := mustDecode(t, strings.Repeat("事業の概要と課題について\xFF\n", 250), Options{})
	if len(text.Faults) != 100 || text.FaultCount != 250 {
		t.Errorf("%d faults listed, %d counted", len(text.Faults), text.FaultCount)
	}
	if last := text.Faults[99]; last.Line != 100 || last.Column != 13 {
		t.Errorf("last fault at %d:%d", last.Line, last.Column)
	}
}

func TestLineEnds(t *testing.T) {
	const lines = "事業名\r\n課題\r目標\n\r\n\f次\r\r\n終\r"
	const want = "事業名\n課題\n目標\n\n\f次\n\n終\n"
	for _, encoding := range Encodings() {
		text := mustDecode(t, string(encode(t, encoding, lines)), Options{Encoding: encoding})
		if text.String != want || text.FaultCount != 0 {
			t.Errorf("%s: %q, want %q, %d faults", encoding, text.String, want, text.FaultCount)
		}
	}
}

// A carriage return and its line feed may fall on two sides of a chunk of the decoder.
func TestLineEndsAcrossChunks(t *testing.T) {
	for _, encoding := range Encodings() {
		for length := 4080; length < 4100; length++ {
			input := encode(t, encoding, strings.Repeat("a", length)+"\r\n課題\r\n")
			text := mustDecode(t, string(input), Options{Encoding: encoding})
			if want := strings.Repeat("a", length) + "\n課題\n"; text.String != want {
				t.Fatalf("%s, %d letters: ends in %q", encoding, length, text.String[length-2:])
			}
		}
	}
}

func TestWindowsReading(t *testing.T) {
	for input, want := range map[string]string{
		"\x87\x40": "①", "\x87\x8A": "㈱", "\x87\x57": "Ⅳ", "\x81\x60": "～", "\x81\x7C": "－", "\x5C": `\`, "\x7E": "~",
		"\xB6\xC0\xB6\xC5": "ｶﾀｶﾅ", "\xFB\xFC": "髙", "\xFA\xB1": "﨑", "\xED\x95": "﨑", "\x81\x5C": "―", "\x81\x61": "∥", "\x87\x7E": "㍻",
	} {
		if text := mustDecode(t, input, Options{Encoding: CP932}); text.String != want || text.FaultCount != 0 {
			t.Errorf("% X: %q (%d faults), want %q", input, text.String, text.FaultCount, want)
		}
	}
	for input, want := range map[string]string{
		"\xAD\xA1": "①", "\xA1\xC1": "～", "\xA1\xDD": "－", "\x8E\xB6\x8E\xC0": "ｶﾀ", "\x8F\xB0\xA1": "丂",
	} {
		if text := mustDecode(t, input, Options{Encoding: EUCJP}); text.String != want || text.FaultCount != 0 {
			t.Errorf("% X: %q (%d faults), want %q", input, text.String, text.FaultCount, want)
		}
	}
	for input, want := range map[string]string{
		"\x1B$B-!\x1B(B": "①", "\x1B$@;v\x1B(J~": "事~", "\x1B(I6@6E\x1B(B": "ｶﾀｶﾅ", "\x1B$(D0!\x1B(B": "丂",
	} {
		if text := mustDecode(t, input, Options{}); text.String != want || text.Encoding != ISO2022JP || text.FaultCount != 0 {
			t.Errorf("%q: %q as %s (%d faults), want %q", input, text.String, text.Encoding, text.FaultCount, want)
		}
	}
}

func TestEmpty(t *testing.T) {
	for _, input := range []string{"", " ", "\n\n", "\t \r\n\f", "　\n", "\uFEFF", "\uFEFF\n", "\xFF\xFE\n\x00", "\u00A0"} {
		_, err := Decode([]byte(input), Options{})
		var empty *EmptyError
		if !errors.As(err, &empty) || empty.Size != len(input) {
			t.Errorf("%q: %v, want an EmptyError", input, err)
		}
	}
}

func TestTooLarge(t *testing.T) {
	_, err := Decode([]byte("課題"), Options{MaxBytes: 5})
	var large *TooLargeError
	if !errors.As(err, &large) || large.Size != 6 || large.Limit != 5 {
		t.Errorf("%v, want a TooLargeError of 6 and 5", err)
	}
	if _, err = Decode([]byte("課題"), Options{MaxBytes: 6}); err != nil {
		t.Errorf("an input as large as the limit: %v", err)
	}
	if _, err = Decode(make([]byte, DefaultMaxBytes+1), Options{}); !errors.As(err, &large) {
		t.Errorf("%v, want a TooLargeError", err)
	}
}

func TestNotText(t *testing.T) {
	noise := make([]byte, 4096)
	state := uint32(1)
	for index := range noise {
		state = state*1664525 + 1013904223
		noise[index] = byte(state >> 24)
	}
	for name, input := range map[string][]byte{
		"noise":           noise,
		"little noise":    noise[:40],
		"NULs":            make([]byte, 100),
		"one NUL":         {0},
		"ELF":             append([]byte("\x7FELF\x02\x01\x01\x00"), noise[:200]...),
		"one bad byte":    {0xFF},
		"text with NULs":  bytes.Repeat([]byte("abc\x00\x01\x02"), 50),
		"two encodings":   append([]byte(strings.Repeat("事業の概要と課題\n", 20)), encode(t, CP932, strings.Repeat("事業の概要と課題\n", 20))...),
		"database header": append([]byte("SQLite format 3\x00\x10\x00\x01\x01\x00\x40\x20\x20"), make([]byte, 80)...),
	} {
		_, err := Decode(input, Options{})
		var failure *NotTextError
		if !errors.As(err, &failure) || !failure.Detected || failure.Size != len(input) {
			t.Errorf("%s: %v, want a NotTextError", name, err)
		}
	}
}

func TestShortTextWithBadByteIsText(t *testing.T) {
	for _, input := range []string{"課\xFF", "a\x00", "目標\xFF\n", "a\x01\x02\x03", "\xFF課題\xFF\xFF"} {
		if _, err := Decode([]byte(input), Options{}); err != nil {
			t.Errorf("%q: %v", input, err)
		}
	}
}

// User-defined characters are many in old texts; they are faults, but not a sign of noise.
func TestManyGaijiAreText(t *testing.T) {
	input := strings.Repeat(string(encode(t, CP932, "事業"))+"\xF0\x40\n", 50)
	text := mustDecode(t, input, Options{})
	if text.Encoding != CP932 || text.FaultCount != 50 {
		t.Errorf("%s with %d faults", text.Encoding, text.FaultCount)
	}
}

func TestKeepsNoReferenceToInput(t *testing.T) {
	input := []byte("課題と目標\x00")
	text := mustDecode(t, string(input), Options{})
	again, err := Decode(input, Options{})
	if err != nil {
		t.Fatal(err)
	}
	clear(input)
	if !reflect.DeepEqual(text, again) {
		t.Errorf("the result changed with the input: %+v", again)
	}
}

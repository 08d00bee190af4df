package decode

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"
)

// anyEncoding turns a fuzzed number into an encoding or, with 0, into detection.
func anyEncoding(choice uint8) Encoding {
	choices := append([]Encoding{""}, Encodings()...)
	return choices[int(choice)%len(choices)]
}

func FuzzDecode(f *testing.F) {
	for _, label := range append(labels, halfWidthLabels...) {
		for choice, encoding := range Encodings() {
			f.Add(encode(f, encoding, label+"\r\n"), uint8(0))
			f.Add(append(encode(f, encoding, label), 0xFF, 0, 0x82), uint8(choice+1))
		}
	}
	f.Add([]byte("a\uFEFF\u0085\x7F\r\r\n\xED\xA0\x80\xC0\x80"), uint8(1))
	f.Add([]byte("\x1B$B;v\x1B(I6@\x0E\x1B$(D0!\n\x1B"), uint8(4))
	f.Fuzz(func(t *testing.T, input []byte, choice uint8) {
		options := Options{Encoding: anyEncoding(choice)}
		before := bytes.Clone(input)
		text, err := Decode(input, options)
		again, errAgain := Decode(input, options)
		if !reflect.DeepEqual(text, again) || (err == nil) != (errAgain == nil) {
			t.Fatalf("two results: %+v, %v and %+v, %v", text, err, again, errAgain)
		}
		if !bytes.Equal(before, input) {
			t.Fatal("the input was changed")
		}
		if err != nil {
			if text.String != "" || err.Error() != errAgain.Error() {
				t.Fatalf("text %q with error %v", text.String, err)
			}
			return
		}
		checkText(t, text.String)
		checkFaults(t, input, text)
	})
}

func checkText(t *testing.T, text string) {
	t.Helper()
	if !utf8.ValidString(text) || strings.TrimSpace(text) == "" {
		t.Fatalf("not valid UTF-8, or blank: %q", text)
	}
	for _, character := range text {
		if character == 0xFEFF || unicode.IsControl(character) && !strings.ContainsRune("\t\n\f", character) {
			t.Fatalf("%U in the text %q", character, text)
		}
	}
}

func checkFaults(t *testing.T, input []byte, text Text) {
	t.Helper()
	lines := strings.Split(text.String, "\n")
	if len(text.Faults) > 100 || len(text.Faults) != min(100, text.FaultCount) {
		t.Fatalf("%d faults listed, %d counted", len(text.Faults), text.FaultCount)
	}
	previous := -1
	for _, fault := range text.Faults {
		if fault.Offset <= previous || fault.Offset+len(fault.Bytes) > len(input) || len(fault.Bytes) == 0 ||
			!bytes.Equal(fault.Bytes, input[fault.Offset:fault.Offset+len(fault.Bytes)]) {
			t.Fatalf("%+v is not in the input % X", fault, input)
		}
		previous = fault.Offset
		if fault.Line < 1 || fault.Line > len(lines) {
			t.Fatalf("%+v is not on any line of %q", fault, text.String)
		}
		line := []rune(lines[fault.Line-1])
		switch {
		case fault.Column < 1 || fault.Column > len(line)+1:
			t.Fatalf("%+v is not on its line %q", fault, string(line))
		case fault.Kind != ByteOrderMark && (fault.Column > len(line) || line[fault.Column-1] != utf8.RuneError):
			t.Fatalf("%+v: no U+FFFD in its place of %q", fault, string(line))
		}
	}
}

// FuzzRoundTrip writes a text in each encoding with golang.org/x/text and reads it back.
func FuzzRoundTrip(f *testing.F) {
	for _, label := range append(labels, halfWidthLabels...) {
		f.Add(label + "\n")
	}
	f.Add("𠮷野家\t丂\f~\\～－")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || strings.TrimSpace(text) == "" || strings.ContainsRune(text, 0xFEFF) {
			t.Skip()
		}
		for _, character := range text {
			if unicode.IsControl(character) && !strings.ContainsRune("\t\n\f", character) {
				t.Skip()
			}
		}
		want, _ := unifyRadicals(dropInvisible(text))
		if strings.TrimSpace(want) == "" {
			t.Skip()
		}
		for _, encoding := range Encodings() {
			encoded, err := encoders[encoding].NewEncoder().Bytes([]byte(text))
			if err != nil || refuse(encoded) != nil {
				continue
			}
			if mark, _ := byteOrderMark(encoded); mark.isUTF16() && encoding.isUTF16() {
				continue // U+FFFE, which is no character, at the start
			}
			decoded, err := Decode(encoded, Options{Encoding: encoding})
			if err != nil || decoded.String != want || decoded.FaultCount != 0 || decoded.Encoding != encoding {
				t.Fatalf("%q in %s (% X) came back as %+v, %v", text, encoding, encoded, decoded, err)
			}
		}
	})
}

// FuzzTables compares the tables with the decoders that they were built from.
func FuzzTables(f *testing.F) {
	for _, label := range append(labels, halfWidthLabels...) {
		f.Add(encode(f, CP932, label+"\r\n"))
		f.Add(append(encode(f, EUCJP, label), 0x8F, 0xB0, 0xA1, 0x8E, 0xE0))
	}
	f.Fuzz(func(t *testing.T, input []byte) {
		for encoding, reference := range map[Encoding]interface{ Bytes([]byte) ([]byte, error) }{
			CP932: japanese.ShiftJIS.NewDecoder(), EUCJP: japanese.EUCJP.NewDecoder(),
		} {
			// The one reads 80 as a control character, the other a cut 8F FE as two faults.
			if encoding == CP932 && bytes.IndexByte(input, 0x80) >= 0 || bytes.HasSuffix(input, []byte("\x8F\xFE")) {
				continue
			}
			decoded, err := reference.Bytes(input)
			if err != nil {
				t.Fatal(err)
			}
			want := strings.Map(func(character rune) rune {
				if isControl(character) && character != '\r' {
					return utf8.RuneError
				}
				return character
			}, string(decoded))
			want = strings.ReplaceAll(strings.ReplaceAll(want, "\r\n", "\n"), "\r", "\n")
			if got := (decodingPlan{encoding: encoding}).run(input).text.String(); got != want {
				t.Fatalf("% X in %s: %q, want %q", input, encoding, got, want)
			}
		}
	})
}

package decode

import (
	"errors"
	"strings"
	"testing"
)

func TestParseEncoding(t *testing.T) {
	for want, names := range map[Encoding]string{
		UTF8:      "utf8 UTF-8 utf_8 UTF-8-SIG ascii US-ASCII",
		CP932:     "sjis SJIS shift_jis Shift-JIS shiftjis ms932 MS_Kanji windows-31j Windows-31J cp932 CP932 x-sjis",
		EUCJP:     "eucjp euc-jp EUC-JP EUC_JP ujis x-euc-jp",
		ISO2022JP: "jis JIS iso-2022-jp ISO2022JP",
		UTF16LE:   "utf-16 UTF16 utf16le UTF-16LE",
		UTF16BE:   "utf16be UTF-16BE utf-16-be",
	} {
		for name := range strings.FieldsSeq(names) {
			if got, err := ParseEncoding(name); got != want || err != nil {
				t.Errorf("ParseEncoding(%q) = %q, %v, want %q", name, got, err, want)
			}
		}
	}
	for _, encoding := range Encodings() {
		if got, err := ParseEncoding(string(encoding)); got != encoding || err != nil {
			t.Errorf("ParseEncoding(%q) = %q, %v", encoding, got, err)
		}
	}
}

func TestParseEncodingUnknown(t *testing.T) {
	for _, name := range []string{"", "latin-1", "iso-8859-1", "utf-7", "big5", "自動"} {
		_, err := ParseEncoding(name)
		var unknown *UnknownEncodingError
		if !errors.As(err, &unknown) || unknown.Name != name {
			t.Fatalf("ParseEncoding(%q): error %v", name, err)
		}
		for _, encoding := range Encodings() {
			if !strings.Contains(err.Error(), string(encoding)) {
				t.Errorf("the error for %q does not name %s: %v", name, encoding, err)
			}
		}
	}
}

// Every alias must be written as the lookup writes it, or nobody can reach it.
func TestAliasesAreNormal(t *testing.T) {
	for alias := range aliases {
		if normal := aliasNoise.Replace(strings.ToLower(alias)); normal != alias {
			t.Errorf("alias %q is looked up as %q", alias, normal)
		}
	}
}

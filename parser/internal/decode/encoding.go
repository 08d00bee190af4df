package decode

import (
	"bytes"
	"slices"
	"strings"
)

// Encoding names a way of writing text as bytes. Its values are stable: they stand in the
// documents that the program writes.
type Encoding string

// The encodings that Decode reads.
const (
	UTF8      Encoding = "utf-8"
	CP932     Encoding = "cp932"       // Shift_JIS as Windows has it, with NEC's and IBM's characters
	EUCJP     Encoding = "euc-jp"      // with JIS X 0212, NEC's and IBM's characters
	ISO2022JP Encoding = "iso-2022-jp" // with JIS X 0212 and half-width katakana
	UTF16LE   Encoding = "utf-16le"
	UTF16BE   Encoding = "utf-16be"
)

// Encodings returns all encodings, always in the same order.
func Encodings() []Encoding {
	return []Encoding{UTF8, CP932, EUCJP, ISO2022JP, UTF16LE, UTF16BE}
}

func (encoding Encoding) known() bool {
	return slices.Contains(Encodings(), encoding)
}

func (encoding Encoding) isUTF16() bool {
	return encoding == UTF16LE || encoding == UTF16BE
}

// aliases maps names without case, blanks, "-", "_" and "." to encodings.
var aliases = map[string]Encoding{
	"utf8":    UTF8,
	"utf8sig": UTF8,
	"utf8bom": UTF8,
	"ascii":   UTF8,
	"usascii": UTF8,

	"cp932":        CP932,
	"932":          CP932,
	"ms932":        CP932,
	"mskanji":      CP932,
	"windows31j":   CP932,
	"windows932":   CP932,
	"cswindows31j": CP932,
	"sjis":         CP932,
	"xsjis":        CP932,
	"shiftjis":     CP932,
	"csshiftjis":   CP932,

	"euc":     EUCJP,
	"eucjp":   EUCJP,
	"eucjpms": EUCJP,
	"xeucjp":  EUCJP,
	"ujis":    EUCJP,
	"cp51932": EUCJP,

	"jis":         ISO2022JP,
	"iso2022jp":   ISO2022JP,
	"csiso2022jp": ISO2022JP,
	"cp50220":     ISO2022JP,
	"cp50221":     ISO2022JP,

	"utf16":   UTF16LE,
	"utf16le": UTF16LE,
	"utf16be": UTF16BE,
}

var aliasNoise = strings.NewReplacer("-", "", "_", "", " ", "", ".", "")

// ParseEncoding finds the encoding that people mean by a name: "Shift_JIS", "SJIS", "ms932",
// "UTF-8", "eucJP", "JIS" … Case, blanks, hyphens and underscores do not matter. "utf-16"
// is UTF16LE, which a byte order mark in the input overrules. The error is an
// *UnknownEncodingError.
func ParseEncoding(name string) (Encoding, error) {
	if encoding, ok := aliases[aliasNoise.Replace(strings.ToLower(name))]; ok {
		return encoding, nil
	}
	return "", &UnknownEncodingError{Name: name}
}

var utf8Mark = []byte("\xEF\xBB\xBF")

// byteOrderMark tells which encoding's byte order mark an input begins with, and its size in
// bytes; "" and 0 if there is none.
func byteOrderMark(input []byte) (Encoding, int) {
	switch {
	case bytes.HasPrefix(input, utf8Mark):
		return UTF8, 3
	case bytes.HasPrefix(input, []byte("\xFF\xFE")):
		return UTF16LE, 2
	case bytes.HasPrefix(input, []byte("\xFE\xFF")):
		return UTF16BE, 2
	}
	return "", 0
}

package decode

import (
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

// encoders write what the package reads; those of golang.org/x/text are independent of it.
var encoders = map[Encoding]encoding.Encoding{
	UTF8:      unicode.UTF8,
	CP932:     japanese.ShiftJIS,
	EUCJP:     japanese.EUCJP,
	ISO2022JP: japanese.ISO2022JP,
	UTF16LE:   unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
	UTF16BE:   unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
}

// encode writes a text in an encoding and fails the test if it cannot be written.
func encode(t testing.TB, target Encoding, text string) []byte {
	t.Helper()
	encoded, err := encoders[target].NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatalf("%q cannot be written in %s: %v", text, target, err)
	}
	return encoded
}

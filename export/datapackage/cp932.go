package datapackage

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"

	"sheetconv/export/table"
)

// cp932 encodes the cells of one table.
type cp932 struct {
	of       *table.Table
	row      int
	replaced func(Replaced)
	encoder  *encoding.Encoder
}

// substitute stands for a character that can't be encoded: 下駄, the printer's mark
// for a missing one.
const substitute = '〓'

// sameSigns are signs that Unicode has twice and CP932 once: both are the same
// character of JIS X 0208. An en dash, which stands between two numbers, is written as
// the hyphen that is used there.
var sameSigns = strings.NewReplacer(
	"〜", "～", "−", "－", "‖", "∥", "—", "―", "¢", "￠", "£", "￡", "¬", "￢", "¥", "￥", "–", "-",
)

// encode returns a text in CP932. No byte of a two-byte character is a comma, a
// quotation mark or a line break.
func (e *cp932) encode(column int, text string) string {
	if isASCII(text) {
		return text
	}
	if e.encoder == nil {
		e.encoder = japanese.ShiftJIS.NewEncoder()
	}
	text = sameSigns.Replace(text)
	if encoded, err := e.encoder.String(text); err == nil {
		return encoded
	}
	var encoded, lost strings.Builder
	for _, r := range text {
		one, err := e.encoder.String(string(r))
		if err != nil || r == utf8.RuneError {
			one, _ = e.encoder.String(string(substitute))
			if !strings.ContainsRune(lost.String(), r) {
				lost.WriteRune(r)
			}
		}
		encoded.WriteString(one)
	}
	if e.replaced != nil {
		e.replaced(Replaced{e.of.Name, e.of.Columns[column].Name, e.row, lost.String()})
	}
	return encoded.String()
}

func isASCII(text string) bool {
	for index := range len(text) {
		if text[index] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

package model

import (
	"bytes"
	"encoding/json"
	"strconv"
	"unicode/utf8"
)

// AppendJSON appends the document as one line of JSON, without a line break: the
// bytes that encoding/json writes with SetEscapeHTML(false), with a third of the
// instructions and hardly any garbage.
func (d *Document) AppendJSON(buffer []byte) []byte { return appendDocument(buffer, d) }

// appendKey begins a member of an object.
func appendKey(b []byte, key string) []byte {
	if b[len(b)-1] != '{' {
		b = append(b, ',')
	}
	b = append(b, '"')
	b = append(b, key...)
	return append(b, '"', ':')
}

func appendString[T ~string](b []byte, key string, text T) []byte {
	if text == "" {
		return b
	}
	return appendRequiredString(b, key, text)
}

func appendRequiredString[T ~string](b []byte, key string, text T) []byte {
	return appendQuoted(appendKey(b, key), string(text))
}

func appendStrings(b []byte, key string, texts []string) []byte {
	if len(texts) == 0 {
		return b
	}
	b = append(appendKey(b, key), '[')
	for i, text := range texts {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendQuoted(b, text)
	}
	return append(b, ']')
}

func appendList[T any](b []byte, key string, all []T, appendOne func([]byte, *T) []byte) []byte {
	if len(all) == 0 {
		return b
	}
	b = append(appendKey(b, key), '[')
	for i := range all {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendOne(b, &all[i])
	}
	return append(b, ']')
}

func appendOptional[T any](b []byte, key string, one *T, appendOne func([]byte, *T) []byte) []byte {
	if one == nil {
		return b
	}
	return appendOne(appendKey(b, key), one)
}

func appendInteger(b []byte, key string, number int) []byte {
	if number == 0 {
		return b
	}
	return appendRequiredInteger(b, key, number)
}

func appendRequiredInteger(b []byte, key string, number int) []byte {
	return strconv.AppendInt(appendKey(b, key), int64(number), 10)
}

func appendFlag(b []byte, key string, flag bool) []byte {
	if !flag {
		return b
	}
	return append(appendKey(b, key), "true"...)
}

func appendNumber(b []byte, key string, number *Number) []byte {
	if !number.present {
		return b
	}
	return number.decimal.Append(appendKey(b, key), 'f')
}

func appendYen(b []byte, key string, yen Yen) []byte {
	if !yen.present {
		return b
	}
	return strconv.AppendInt(appendKey(b, key), yen.amount, 10)
}

func appendCumulative(b []byte, key string, cumulative *Cumulative) []byte {
	if cumulative.Amount.present {
		return appendNumber(b, key, &cumulative.Amount)
	}
	return appendFlag(b, key, cumulative.Flag)
}

func appendDate(b []byte, key string, date Date) []byte {
	if date.IsZero() {
		return b
	}
	return appendQuoted(appendKey(b, key), date.String())
}

func appendPosition(b []byte, key string, at Position) []byte {
	if at.IsZero() {
		return b
	}
	return appendRequiredPosition(b, key, at)
}

func appendRequiredPosition(b []byte, key string, at Position) []byte {
	b = append(appendKey(b, key), '"')
	if !at.IsZero() {
		b = strconv.AppendInt(b, int64(at.Line), 10)
		b = strconv.AppendInt(append(b, ':'), int64(at.Column), 10)
	}
	return append(b, '"')
}

// specialBytes are those that a JSON string does not hold as they are, and the first
// of U+2028 and U+2029, which end a line in JavaScript.
var specialBytes = func() (special [256]bool) {
	for c := range ' ' {
		special[c] = true
	}
	special['"'], special['\\'], special[lineSeparators[0]] = true, true, true
	return special
}()

const (
	// lineSeparators is what U+2028 and U+2029 have in common.
	lineSeparators = "\xe2\x80"
	hexDigits      = "0123456789abcdef"
)

func appendQuoted(b []byte, text string) []byte {
	if !utf8.ValidString(text) {
		return appendInvalid(b, text)
	}
	b = append(b, '"')
	from := 0
	for at := 0; at < len(text); at++ {
		c := text[at]
		if !specialBytes[c] {
			continue
		}
		length := 1
		if c == lineSeparators[0] {
			length = len("\u2028")
			if last := text[at+2]; text[at+1] != lineSeparators[1] || last != 0xa8 && last != 0xa9 {
				continue
			}
		}
		b = append(b, text[from:at]...)
		b = appendEscape(b, text[at:at+length])
		from = at + length
		at = from - 1
	}
	b = append(b, text[from:]...)
	return append(b, '"')
}

// appendEscape appends a special character as JSON writes it.
func appendEscape(b []byte, special string) []byte {
	switch c := special[0]; c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\b':
		return append(b, `\b`...)
	case '\f':
		return append(b, `\f`...)
	case '\n':
		return append(b, `\n`...)
	case '\r':
		return append(b, `\r`...)
	case '\t':
		return append(b, `\t`...)
	case lineSeparators[0]:
		return append(b, `\u202`+hexDigits[special[2]&0xf:][:1]...)
	default:
		return append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&0xf])
	}
}

// appendInvalid leaves to encoding/json what stands for bytes that are no UTF-8.
func appendInvalid(b []byte, text string) []byte {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(text) // A text always encodes.
	return append(b, bytes.TrimSuffix(buffer.Bytes(), []byte("\n"))...)
}

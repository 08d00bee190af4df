package decode

import "bytes"

// The character sets that an escape sequence of ISO-2022-JP can switch to.
type set uint8

const (
	setASCII    set = iota // also JIS X 0201 Roman, whose ¥ and ‾ are read as \ and ~
	setKatakana            // JIS X 0201 katakana, one byte
	set0208                // two bytes
	set0212                // two bytes
)

const escape = 0x1B

// escapes lists the escape sequences, a longer one before the one that begins it.
var escapes = []struct {
	sequence string
	set      set
}{
	{"\x1B$(D", set0212},
	{"\x1B$(B", set0208},
	{"\x1B$(@", set0208},
	{"\x1B$B", set0208},
	{"\x1B$@", set0208},
	{"\x1B(B", setASCII},
	{"\x1B(J", setASCII},
	{"\x1B(H", setASCII}, // written by old programs for (J
	{"\x1B(I", setKatakana},
}

// readEscape returns the character set and the size in bytes of the escape sequence at the
// start; size 0 if it is none.
func readEscape(input []byte) (set, int) {
	for _, candidate := range escapes {
		if bytes.HasPrefix(input, []byte(candidate.sequence)) {
			return candidate.set, len(candidate.sequence)
		}
	}
	return setASCII, 0
}

// looksISO2022JP tells a text by a switch to a Japanese character set. Text of the other
// encodings has no escape character, so a few 8-bit bytes do not speak against it.
func looksISO2022JP(input []byte) bool {
	switches, high := 0, 0
	for start := bytes.IndexByte(input, escape); start >= 0; {
		if into, size := readEscape(input[start:]); size > 0 && into != setASCII {
			switches++
		}
		next := bytes.IndexByte(input[start+1:], escape)
		if next < 0 {
			break
		}
		start += 1 + next
	}
	if switches == 0 {
		return false
	}
	for rest := input; len(rest) > 0; high++ {
		offset := firstNonASCII(rest)
		if offset == len(rest) {
			break
		}
		rest = rest[offset+1:]
	}
	return high <= switches
}

// decodeISO2022JP decodes by the tables of EUC-JP, which has the same sets in other places.
func decodeISO2022JP(input []byte, out *output) {
	out.text.Grow(len(input) + len(input)/2)
	current := setASCII
	for position := 0; position < len(input); {
		first := input[position]
		if first == escape {
			if next, size := readEscape(input[position:]); size > 0 {
				current = next
				position += size
				continue
			}
		}
		if first < 0x21 || first >= 0x7F || current == setASCII {
			if first == '\n' || first == '\r' {
				current = setASCII // a line must begin in ASCII; a lost escape costs one line
			}
			position += out.plainByte(input, position)
			continue
		}
		character, size := readSet(input[position:], current)
		if character == 0 {
			out.undecodableAt(position, input[position:position+size])
		} else {
			out.writePacked(character)
		}
		position += size
	}
}

// plainByte writes a byte that stands for itself, or as a line end together with the one
// behind it. It returns the size in bytes.
func (out *output) plainByte(input []byte, position int) int {
	switch first := input[position]; {
	case first == '\r':
		return out.special(input, position)
	case isControlByte(first):
		out.controlAt(position, input[position:position+1])
	case first >= 0x80:
		out.undecodableAt(position, input[position:position+1])
	default:
		out.text.WriteByte(first)
	}
	return 1
}

// readSet reads a printable code of a Japanese set and returns its size in bytes; the
// character is 0 if there is none.
func readSet(input []byte, current set) (packed, int) {
	if current == setKatakana {
		return eucTable().double[0x8E00|uint16(input[0]|0x80)], 1
	}
	if len(input) < 2 || input[1] < 0x21 || input[1] >= 0x7F {
		return 0, 1
	}
	code := (uint16(input[0])<<8 | uint16(input[1])) | 0x8080
	if current == set0212 {
		return table0212()[code], 2
	}
	return eucTable().double[code], 2
}

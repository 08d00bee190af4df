package decode

import (
	"encoding/binary"
	"unicode/utf16"
)

// decodeUTF16 decodes the input from start on. A surrogate without its other half and a
// last byte without its second each are one undecodable sequence.
func decodeUTF16(input []byte, start int, bigEndian bool, out *output) {
	out.text.Grow((len(input) - start) / 2 * 3)
	for start < len(input) {
		character, size := readUTF16(input[start:], bigEndian)
		sequence := input[start : start+size]
		switch {
		case character < 0:
			out.undecodableAt(start, sequence)
		case character == '\r':
			out.text.WriteByte('\n')
			if next, nextSize := readUTF16(input[start+size:], bigEndian); next == '\n' {
				size += nextSize
			}
		case isControl(character):
			out.controlAt(start, sequence)
		case character == 0xFEFF:
			out.markAt(start, sequence)
		default:
			out.text.WriteRune(character)
		}
		start += size
	}
}

// isControl tells a control character that is no text, C0, DEL or C1.
func isControl(character rune) bool {
	return character < 0x80 && isControlByte(byte(character)) || character >= 0x80 && character < 0xA0
}

// readUTF16 reads the first character and its size in bytes. The character is badCharacter or
// cutCharacter if there is none.
func readUTF16(input []byte, bigEndian bool) (rune, int) {
	if len(input) < 2 {
		return cutCharacter, len(input)
	}
	first := unit16(input, bigEndian)
	if !utf16.IsSurrogate(first) {
		return first, 2
	}
	if len(input) >= 4 {
		if character := utf16.DecodeRune(first, unit16(input[2:], bigEndian)); character != 0xFFFD {
			return character, 4
		}
	}
	return badCharacter, 2
}

func unit16(input []byte, bigEndian bool) rune {
	if bigEndian {
		return rune(binary.BigEndian.Uint16(input))
	}
	return rune(binary.LittleEndian.Uint16(input))
}

package decode

import (
	"encoding/binary"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
)

// packed is a character as UTF-8 in the three low bytes, first byte lowest, and its size in
// the highest byte; 0 is no character. Every character of CP932 and EUC-JP fits.
type packed uint32

// table decodes an encoding of one, two and seldom three bytes for a character. It is built
// from golang.org/x/text, whose decoder is slower and does not say where a byte was bad.
type table struct {
	single [256]packed    // 0: first of two bytes, control character, carriage return or bad
	double *[65536]packed // by first and second byte
	// closer looks at a place that single and double do not know: a longer character, or the
	// size of the bad sequence, and whether that is a user-defined character.
	closer func(input []byte) (character packed, size int, userDefined bool)
}

// cp932Table holds Windows' reading: 0x8160 is U+FF5E (～, not U+301C), 0x817C is U+FF0D
// (－, not U+2212), 0x815C U+2015, 0x8161 U+2225, 0x5C stays a backslash; ①, ㈱ and Ⅳ of
// NEC's row 13 and IBM's kanji (髙, 﨑) are characters; F040–F9FC are user-defined. 0x80,
// which Windows reads as a control character, is undecodable.
var cp932Table = sync.OnceValue(buildCP932)

func buildCP932() *table {
	result := &table{double: new([65536]packed), closer: closerCP932}
	result.addASCII()
	for character := rune(0xA1); character <= 0xDF; character++ {
		result.single[character] = pack(0xFF61 - 0xA1 + character)
	}
	var pairs []byte
	for first := 0x81; first <= 0xFC; first++ {
		if isKatakanaByte(byte(first)) || first == 0xA0 {
			continue
		}
		for second := 0x40; second <= 0xFC; second++ {
			if second != 0x7F {
				pairs = append(pairs, byte(first), byte(second))
			}
		}
	}
	result.addPairs(japanese.ShiftJIS, pairs)
	return result
}

// eucTable has the same characters as cp932Table in the places of EUC-JP (A1C1 is U+FF5E,
// A1DD U+FF0D), and half-width katakana behind 8E. JIS X 0212 is in table0212.
var eucTable = sync.OnceValue(buildEUC)

func buildEUC() *table {
	result := &table{double: new([65536]packed), closer: closerEUCJP}
	result.addASCII()
	for second := 0xA1; second <= 0xDF; second++ {
		result.double[0x8E00|second] = pack(rune(0xFF61 - 0xA1 + second))
	}
	result.addPairs(japanese.EUCJP, pairs94("", 0xA1))
	return result
}

// table0212 holds the characters of JIS X 0212, which EUC-JP has behind 8F. It is a table of
// its own because hardly any text has one.
var table0212 = sync.OnceValue(func() *[65536]packed {
	result := new([65536]packed)
	triples := pairs94("\x8F", 0xA1)
	each(japanese.EUCJP, triples, func(index int, character packed) {
		result[binary.BigEndian.Uint16(triples[3*index+1:])] = character
	})
	return result
})

// pairs94 returns all pairs of a set of 94 × 94, each behind a prefix.
func pairs94(prefix string, low int) []byte {
	pairs := make([]byte, 0, 94*94*(2+len(prefix)))
	for first := low; first < low+94; first++ {
		for second := low; second < low+94; second++ {
			pairs = append(append(pairs, prefix...), byte(first), byte(second))
		}
	}
	return pairs
}

func (source *table) addASCII() {
	for character := byte(0); character < utf8.RuneSelf; character++ {
		if !isControlByte(character) && character != '\r' {
			source.single[character] = pack(rune(character))
		}
	}
}

func (source *table) addPairs(from encoding.Encoding, pairs []byte) {
	each(from, pairs, func(index int, character packed) {
		source.double[binary.BigEndian.Uint16(pairs[2*index:])] = character
	})
}

// each decodes codes of which every one is well-formed, so that every one gives exactly one
// character, be it U+FFFD; it leaves those out.
func each(source encoding.Encoding, codes []byte, use func(index int, character packed)) {
	decoded, err := source.NewDecoder().Bytes(codes)
	if err != nil {
		panic(err) // the decoders of golang.org/x/text/encoding/japanese have no errors
	}
	for index := 0; len(decoded) > 0; index++ {
		character, size := utf8.DecodeRune(decoded)
		if character != utf8.RuneError {
			use(index, pack(character))
		}
		decoded = decoded[size:]
	}
}

func pack(character rune) packed {
	var buffer [4]byte
	size := utf8.EncodeRune(buffer[:], character)
	buffer[3] = byte(size)
	return packed(binary.LittleEndian.Uint32(buffer[:]))
}

func (character packed) unpack() rune {
	first, second, third := rune(character&0xFF), rune(character>>8&0x3F), rune(character>>16&0x3F)
	switch character >> 24 {
	case 1:
		return first
	case 2:
		return first&0x1F<<6 | second
	}
	return first&0x0F<<12 | second<<6 | third
}

// isKatakanaByte tells the single bytes of CP932 that are half-width katakana.
func isKatakanaByte(character byte) bool {
	return character >= 0xA1 && character <= 0xDF
}

func closerCP932(input []byte) (packed, int, bool) {
	first := input[0]
	isLead := first > 0x80 && first != 0xA0 && first < 0xFD && !isKatakanaByte(first)
	if !isLead || len(input) < 2 || input[1] < 0x40 || input[1] == 0x7F {
		return 0, 1, false // the second byte, if any, is ASCII and stands for itself
	}
	return 0, 2, first >= 0xF0 && first <= 0xF9 && input[1] < 0xFD
}

func closerEUCJP(input []byte) (packed, int, bool) {
	first := input[0]
	switch {
	case first == 0x8F && len(input) > 1 && isEUCByte(input[1]):
		if len(input) < 3 || !isEUCByte(input[2]) {
			return 0, 2, false
		}
		return table0212()[binary.BigEndian.Uint16(input[1:])], 3, input[1] >= 0xF5
	case (first == 0x8E || isEUCByte(first)) && len(input) > 1 && isEUCByte(input[1]):
		return 0, 2, first >= 0xF5
	}
	return 0, 1, false
}

func isEUCByte(character byte) bool {
	return character >= 0xA1 && character <= 0xFE
}

// read returns the first character and its size in bytes. The character is badCharacter or
// cutCharacter if there is none.
func (source *table) read(input []byte) (rune, int) {
	first := input[0]
	if first < utf8.RuneSelf {
		return rune(first), 1
	}
	if character := source.single[first]; character != 0 {
		return character.unpack(), 1
	}
	if len(input) == 1 {
		return cutCharacter, 1
	}
	if character := source.double[uint16(first)<<8|uint16(input[1])]; character != 0 {
		return character.unpack(), 2
	}
	character, size, userDefined := source.closer(input)
	switch {
	case character != 0:
		return character.unpack(), size
	case userDefined:
		return userDefinedCharacter, size
	}
	return badCharacter, size
}

// decodeTable decodes an input by a table.
func decodeTable(input []byte, source *table, out *output) {
	const chunk = 4 << 10
	var buffer [3*chunk + 4]byte                // a half-width byte gives three; four are written at once
	out.text.Grow(len(input) + len(input)/2)    // two bytes give three as a rule
	for position := 0; position < len(input); { // one round for each chunk and each fault
		filled := 0
		for limit := min(position+chunk, len(input)); position < limit; {
			first := input[position]
			character, size := source.single[first], 1
			if character == 0 && position+1 < len(input) {
				character, size = source.double[uint16(first)<<8|uint16(input[position+1])], 2
			}
			if character == 0 {
				if first != '\r' {
					break
				}
				character, size = newline, 1
				if position+1 < len(input) && input[position+1] == '\n' {
					size = 2
				}
			}
			binary.LittleEndian.PutUint32(buffer[filled:], uint32(character))
			filled += int(character >> 24)
			position += size
		}
		out.text.Write(buffer[:filled])
		if position < len(input) {
			position += out.oddity(input, position, source)
		}
	}
}

const newline = packed(1<<24 | '\n')

// oddity handles what decodeTable stopped at and returns its size in bytes; 0 if the place
// is an ordinary one.
func (out *output) oddity(input []byte, position int, source *table) int {
	first := input[position]
	if isControlByte(first) {
		out.controlAt(position, input[position:position+1])
		return 1
	}
	if source.single[first] != 0 || first == '\r' ||
		position+1 < len(input) && source.double[uint16(first)<<8|uint16(input[position+1])] != 0 {
		return 0
	}
	character, size, userDefined := source.closer(input[position:])
	size = min(size, len(input)-position)
	sequence := input[position : position+size]
	switch {
	case character != 0:
		out.writePacked(character)
	case userDefined:
		out.userDefinedAt(position, sequence)
	default:
		out.undecodableAt(position, sequence)
	}
	return size
}

func (out *output) writePacked(character packed) {
	var buffer [4]byte
	binary.LittleEndian.PutUint32(buffer[:], uint32(character))
	out.text.Write(buffer[:character>>24])
}

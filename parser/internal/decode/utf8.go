package decode

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// decodeUTF8 decodes the input from start on. A caller that knows the input to be valid says
// so and saves a look at each character.
func decodeUTF8(input []byte, start int, valid bool, out *output) {
	out.text.Grow(len(input) - start)
	for start < len(input) {
		end := len(input)
		if !valid {
			end = start + validPrefix(input[start:])
		}
		copyValid(input[:end], start, out)
		start = end
		if start < len(input) {
			size := brokenUTF8(input[start:])
			out.undecodableAt(start, input[start:start+size])
			start += size
		}
	}
}

// isPlainUTF8 reports whether an input is valid UTF-8 that is its own text, as most are:
// without a carriage return, control character or byte order mark. One look at each
// character tells, where utf8.Valid and three searches took as many.
func isPlainUTF8(input []byte) bool {
	for i := 0; i < len(input); {
		if lead := input[i]; lead < utf8.RuneSelf {
			if !isPlainASCII[lead] {
				return false
			}
			i++
			continue
		}
		if i+8 <= len(input) {
			word := binary.LittleEndian.Uint64(input[i:])
			if arePlainWide(word) {
				i += 6
				continue
			}
			if isPlainWide(uint32(word)) {
				i += 3
				continue
			}
		}
		character, size := utf8.DecodeRune(input[i:])
		if character == utf8.RuneError && size == 1 || character < 0xA0 || character == '\uFEFF' {
			return false
		}
		i += size
	}
	return true
}

// isPlainWide reports whether the first three of four bytes, the first of which is the
// lowest, are a character as nearly all Japanese ones are. The rarest leads are left
// out, for not all that begins so is a character, and so is the byte order mark's.
func isPlainWide(word uint32) bool {
	lead := word & 0xFF
	return word&0xC0C0F0 == 0x8080E0 && lead != 0xE0 && lead != 0xED && word&0xFFFF != 0xBBEF
}

// arePlainWide reports whether the first six of eight bytes are two characters as
// isPlainWide knows them, and none of them begins as the byte order mark does.
func arePlainWide(word uint64) bool {
	const plainLeads = 1<<0xD - 1<<1 | 1<<0xE // by the low half of the byte
	return word&0xC0C0F0C0C0F0 == 0x8080E08080E0 && plainLeads>>(word&0xF)&(plainLeads>>(word>>24&0xF))&1 != 0
}

// isPlainASCII tells the characters of ASCII that may stand in a text as they are.
var isPlainASCII = func() (plain [utf8.RuneSelf]bool) {
	for c := range byte(utf8.RuneSelf) {
		plain[c] = !isControlByte(c) && c != '\r'
	}
	return plain
}()

// copyValid copies valid UTF-8 from start on, in runs as long as nothing needs a closer look.
func copyValid(input []byte, start int, out *output) {
	var ahead lookout
	for start < len(input) {
		next := ahead.next(input, start)
		out.text.Write(input[start:next])
		if next == len(input) {
			return
		}
		start = next + out.special(input, next)
	}
}

// special handles the carriage return, control character or byte order mark at an offset of
// valid UTF-8 and returns its size in bytes.
func (out *output) special(input []byte, offset int) int {
	switch input[offset] {
	case '\r':
		out.text.WriteByte('\n')
		if offset+1 < len(input) && input[offset+1] == '\n' {
			return 2
		}
		return 1
	case utf8Mark[0]:
		out.markAt(offset, input[offset:offset+3])
		return 3
	case c1Lead:
		out.controlAt(offset, input[offset:offset+2])
		return 2
	}
	out.controlAt(offset, input[offset:offset+1])
	return 1
}

// c1Lead is the first byte of U+0080 to U+00BF; the first 32 of them are control characters.
const c1Lead = 0xC2

// lookout finds the next place of valid UTF-8 that cannot be copied as it is. It remembers
// what it has seen of each kind, so that one rare kind is not looked for again and again.
type lookout struct {
	control, second, mark int // offset of the next of its kind, if not yet passed
	begun                 bool
}

func (ahead *lookout) next(input []byte, start int) int {
	if !ahead.begun || ahead.control < start {
		ahead.control = start + nextControl(input[start:])
	}
	if !ahead.begun || ahead.second < start {
		ahead.second = start + nextC1(input[start:])
	}
	if !ahead.begun || ahead.mark < start {
		ahead.mark = len(input)
		if found := bytes.Index(input[start:], utf8Mark); found >= 0 {
			ahead.mark = start + found
		}
	}
	ahead.begun = true
	return min(ahead.control, ahead.second, ahead.mark)
}

// nextC1 returns the offset of the first of U+0080–U+009F, or the length of the input.
func nextC1(input []byte) int {
	for start := 0; ; {
		found := bytes.IndexByte(input[start:], c1Lead)
		if found < 0 {
			return len(input)
		}
		start += found + 1
		if start < len(input) && input[start] < 0xA0 {
			return start - 1
		}
	}
}

const (
	eachByte = 0x0101010101010101
	lowBits  = 0x7F * eachByte
	highBits = 0x80 * eachByte
)

// nextControl returns the offset of the first byte that is an ASCII control character other
// than tab, line feed and form feed (a carriage return counts as one, since it must be
// folded), or the length of the input. It looks at eight bytes at a time.
func nextControl(input []byte) int {
	offset := 0
	for ; offset+8 <= len(input); offset += 8 {
		word := binary.LittleEndian.Uint64(input[offset:])
		// Each line sets the high bit of the bytes that it lets pass.
		pass := ((word & lowBits) + 0x60*eachByte | word) // 0x20 and above
		pass |= ^differs(word, '\t') | ^differs(word, '\n') | ^differs(word, '\f')
		pass &= differs(word, 0x7F)
		if stop := ^pass & highBits; stop != 0 {
			return offset + bits.TrailingZeros64(stop)/8
		}
	}
	for ; offset < len(input); offset++ {
		if isControlByte(input[offset]) || input[offset] == '\r' {
			return offset
		}
	}
	return len(input)
}

// differs sets the high bit of each byte of word that is not the given one.
func differs(word uint64, character byte) uint64 {
	other := word ^ uint64(character)*eachByte
	return (other&lowBits + lowBits) | other
}

// isControlByte tells an ASCII control character that is no text.
func isControlByte(character byte) bool {
	return character == 0x7F || character < 0x20 &&
		character != '\t' && character != '\n' && character != '\r' && character != '\f'
}

// validPrefix returns how many bytes from the start are valid UTF-8.
func validPrefix(input []byte) int {
	offset := 0
	for offset < len(input) {
		if input[offset] < utf8.RuneSelf {
			offset++
			continue
		}
		character, size := utf8.DecodeRune(input[offset:])
		if character == utf8.RuneError && size == 1 {
			break
		}
		offset += size
	}
	return offset
}

// brokenUTF8 returns the size of the invalid sequence at the start: the lead byte and the
// continuation bytes that it announces, as far as they are there. So a surrogate, an overlong
// form and a character that was cut each are one sequence.
func brokenUTF8(input []byte) int {
	announced := 1
	switch lead := input[0]; {
	case lead >= 0xF0 && lead < 0xF8:
		announced = 4
	case lead >= 0xE0 && lead < 0xF0:
		announced = 3
	case lead >= 0xC0 && lead < 0xE0:
		announced = 2
	}
	size := 1
	for size < announced && size < len(input) && input[size]&0xC0 == 0x80 {
		size++
	}
	return size
}

// firstNonASCII returns the offset of the first byte outside ASCII, or the length.
func firstNonASCII(input []byte) int {
	offset := 0
	for ; offset+8 <= len(input); offset += 8 {
		if high := binary.LittleEndian.Uint64(input[offset:]) & highBits; high != 0 {
			return offset + bits.TrailingZeros64(high)/8
		}
	}
	for ; offset < len(input); offset++ {
		if input[offset] >= utf8.RuneSelf {
			break
		}
	}
	return offset
}

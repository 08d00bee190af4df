package decode

import (
	"bytes"
	"math"
	"unicode/utf8"
)

// How much of an input that is no plain UTF-8 is sampled: a window at the first byte outside
// ASCII, one in the middle and one at the end, so that an odd head does not decide for the
// whole. If the best reading is not better than the second by decisive bits, larger windows
// are tried.
var windowSizes = []int{256, 2 << 10, 32 << 10}

const decisive = 150

// detect finds the encoding of an input that has no byte order mark. valid says whether it
// is valid UTF-8, which the caller knows.
//
// Pure ASCII is UTF-8, unless it has the escape sequences of ISO-2022-JP or the NULs of
// UTF-16. Valid UTF-8 with a few Japanese characters is UTF-8. All else is weighed: each
// encoding reads samples, and what it reads costs bits as if it were to be compressed; the
// cheapest reading wins.
func detect(input []byte, valid bool) Encoding {
	first := firstNonASCII(input)
	if bytes.IndexByte(input, escape) >= 0 && looksISO2022JP(input) {
		return ISO2022JP
	}
	if first == len(input) && bytes.IndexByte(input, 0) < 0 {
		return UTF8
	}
	if valid && isPlainlyUTF8(input[first:]) {
		return UTF8
	}
	for _, size := range windowSizes {
		if 3*size >= len(input)-first {
			break
		}
		if best, lead := cheapest(windows(input, first, size), valid); lead >= decisive {
			return best
		}
	}
	return detectWhole(input)
}

// detectWhole weighs the whole input.
func detectWhole(input []byte) Encoding {
	if looksISO2022JP(input) {
		return ISO2022JP
	}
	best, _ := cheapest([][]byte{input}, utf8.Valid(input))
	return best
}

// isPlainlyUTF8 looks for two Japanese characters of three bytes in valid UTF-8. Text of
// another encoding that is valid UTF-8 by chance has none or at most one.
func isPlainlyUTF8(input []byte) bool {
	const enough, farEnough = 2, 256
	found := 0
	for range farEnough {
		character, size := utf8.DecodeRune(input)
		if character >= 0x3000 && character < 0xA000 || character >= 0xFF00 && character < 0xFFF0 {
			found++
		}
		if found == enough {
			return true
		}
		input = input[size:]
		if len(input) == 0 {
			break
		}
	}
	return false
}

// windows cuts three samples out of the input. Each begins at the start of a line, if there
// is one, or else where only ASCII stands before it, and on an even offset for UTF-16.
func windows(input []byte, first, size int) [][]byte {
	samples := [][]byte{cut(input, max(0, first-64), size)}
	for _, start := range []int{(first + len(input) - size) / 2, len(input) - size} {
		newline := bytes.IndexByte(input[start:], '\n')
		if newline >= 0 && newline < size {
			samples = append(samples, cut(input, start+newline+1, size))
		}
	}
	return samples
}

func cut(input []byte, start, size int) []byte {
	start = min(start+start&1, len(input))
	return input[start:min(len(input), start+size)]
}

// cheapest returns the encoding in which the samples cost the fewest bits, and how many bits
// more the second best costs.
func cheapest(samples [][]byte, valid bool) (best Encoding, lead int) {
	// A valid sequence of two or more bytes is hardly ever there by chance, but the names of
	// some towns in EUC-JP and pairs of half-width katakana are.
	preference := 0
	if valid {
		preference = -8
	}
	candidates := []struct {
		encoding Encoding
		prior    int // bits that it costs to say that the text is in this encoding
		read     reader
	}{
		{UTF8, preference, readUTF8},
		{CP932, 0, cp932Table().read},
		{EUCJP, 0, eucTable().read},
		{UTF16LE, 6, func(input []byte) (rune, int) { return readUTF16(input, false) }},
		{UTF16BE, 6, func(input []byte) (rune, int) { return readUTF16(input, true) }},
	}
	least, second := math.MaxInt, math.MaxInt
	for _, candidate := range candidates {
		limit := math.MaxInt
		if least < math.MaxInt {
			limit = least + 2*decisive
		}
		cost := weigh(samples, candidate.read, candidate.prior, limit, candidate.encoding.isUTF16())
		switch {
		case cost < least:
			best, least, second = candidate.encoding, cost, least
		case cost < second:
			second = cost
		}
	}
	return best, second - least
}

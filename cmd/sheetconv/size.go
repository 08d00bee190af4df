package main

import (
	"strconv"
	"strings"
)

// byteSize is a flag's number of bytes: 4096, 10MB, 64MiB, 1GiB.
type byteSize struct {
	bytes int64
	say   func(english string, arguments ...string) string
}

// maxSize bounds --max-bytes: positions and offsets are 32-bit numbers, and
// decoding can make a text half as long again.
const maxSize = 1 << 30

// sizeUnits are ordered so that a unit stands before one that it ends with.
var sizeUnits = []struct {
	name  string
	bytes int64
}{
	{"KiB", 1 << 10}, {"MiB", 1 << 20}, {"GiB", 1 << 30},
	{"KB", 1e3}, {"MB", 1e6}, {"GB", 1e9},
	{"K", 1 << 10}, {"M", 1 << 20}, {"G", 1 << 30},
	{"B", 1},
}

// parseSize reads a size; false if it is none, or more than an int64 holds.
func parseSize(text string) (int64, bool) {
	digits, unit := strings.TrimSpace(text), int64(1)
	for _, candidate := range sizeUnits {
		start := len(digits) - len(candidate.name)
		if start > 0 && strings.EqualFold(digits[start:], candidate.name) {
			digits, unit = strings.TrimSpace(digits[:start]), candidate.bytes
			break
		}
	}
	count, err := strconv.ParseUint(digits, 10, 63)
	if err != nil || int64(count) > (1<<63-1)/unit {
		return 0, false
	}
	return int64(count) * unit, true
}

// String returns the size in the largest unit that holds it exactly.
func (b *byteSize) String() string { return formatSize(b.bytes) }

func formatSize(bytes int64) string {
	for _, unit := range []int{2, 1, 0} {
		if size := sizeUnits[unit]; bytes >= size.bytes && bytes%size.bytes == 0 {
			return strconv.FormatInt(bytes/size.bytes, 10) + size.name
		}
	}
	return strconv.FormatInt(bytes, 10)
}

// Set reads the flag's value.
func (b *byteSize) Set(text string) error {
	bytes, valid := parseSize(text)
	if !valid {
		return flagError(b.say("expected a size such as 10MB, 64MiB or 1GiB"))
	}
	if bytes < 1 || bytes > maxSize {
		return flagError(b.say("expected a size from 1 byte to %[1]s", formatSize(maxSize)))
	}
	b.bytes = bytes
	return nil
}

// Type names what the flag takes, in its help.
func (b *byteSize) Type() string { return "SIZE" }

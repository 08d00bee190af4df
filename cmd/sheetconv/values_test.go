package main

import (
	"strings"
	"testing"
)

func TestParseSize(t *testing.T) {
	for text, want := range map[string]int64{
		"1": 1, "4096": 4096, "10B": 10, "10KB": 10_000, "10K": 10 << 10, "10 KiB": 10 << 10, "10MB": 10_000_000,
		"64MiB": 64 << 20, "64mib": 64 << 20, "1GiB": 1 << 30, "2GB": 2_000_000_000, "0": 0, "9223372036854775807": 1<<63 - 1,
	} {
		if got, valid := parseSize(text); !valid || got != want {
			t.Errorf("%q is %d, %t; want %d", text, got, valid, want)
		}
	}
	for _, text := range []string{
		"", " ", "B", "MiB", "-1", "1.5MB", "1e3", "0x10", "1TB", "many", "10MBB", "１０MB", "9223372036854775808", "9999999999GiB",
	} {
		if got, valid := parseSize(text); valid {
			t.Errorf("%q is taken for %d", text, got)
		}
	}
}

func TestFormatSize(t *testing.T) {
	for bytes, want := range map[int64]string{
		1: "1", 1000: "1000", 1024: "1KiB", 1 << 20: "1MiB", 64 << 20: "64MiB", 1 << 30: "1GiB", 1<<30 - 1: "1073741823",
	} {
		if got := formatSize(bytes); got != want {
			t.Errorf("%d is %q, want %q", bytes, got, want)
		}
		if back, _ := parseSize(want); back != bytes {
			t.Errorf("%q is read back as %d", want, back)
		}
	}
}

func TestNearest(t *testing.T) {
	names := strings.Fields("parse detect forms schema version completion help")
	for word, want := range map[string]string{
		"prase": "parse", "parser": "parse", "form": "forms", "detct": "detect", "ver": "version", "comp": "completion",
		"x": "", "": "", "export": "", "wholly-else": "", "評価": "",
	} {
		if got := nearest(word, names); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
	for _, test := range []struct {
		from, to string
		want     int
	}{{"", "", 0}, {"", "abc", 3}, {"abc", "", 3}, {"abc", "abc", 0}, {"abc", "acb", 2}, {"kitten", "sitting", 3}} {
		if got := editDistance(test.from, test.to); got != test.want {
			t.Errorf("%q to %q: %d, want %d", test.from, test.to, got, test.want)
		}
	}
}

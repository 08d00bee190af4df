package decode

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/japanese"
)

const benchmarkLine = "1-1-2\t窓口業務の改善\t市民課\t件数\t目標値 550 件\t実績 548 件\t99.6%\t概ね計画どおりに進んでおり、今後も継続して実施します。\n"

func benchmarkDecode(b *testing.B, input []byte, options Options) {
	b.SetBytes(int64(len(input)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Decode(input, options); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	long := strings.Repeat(benchmarkLine, 10_000)
	short := strings.Repeat(benchmarkLine, 100)
	windows := strings.ReplaceAll(short, "\n", "\r\n")
	for _, encoding := range Encodings() {
		b.Run(string(encoding)+"/long", func(b *testing.B) { benchmarkDecode(b, encode(b, encoding, long), Options{}) })
		b.Run(string(encoding)+"/short", func(b *testing.B) { benchmarkDecode(b, encode(b, encoding, short), Options{}) })
		b.Run(string(encoding)+"/crlf", func(b *testing.B) { benchmarkDecode(b, encode(b, encoding, windows), Options{}) })
	}
	b.Run("cp932/named", func(b *testing.B) { benchmarkDecode(b, encode(b, CP932, short), Options{Encoding: CP932}) })
	b.Run("ascii/long", func(b *testing.B) {
		benchmarkDecode(b, []byte(strings.Repeat("1-1-2\tabc\t550\t99.6%\n", 50_000)), Options{})
	})
}

// BenchmarkText is what golang.org/x/text needs for the same, without offsets of faults.
func BenchmarkText(b *testing.B) {
	input := encode(b, CP932, strings.Repeat(benchmarkLine, 10_000))
	b.SetBytes(int64(len(input)))
	for b.Loop() {
		if _, err := japanese.ShiftJIS.NewDecoder().Bytes(input); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkTables is what the first text that is not UTF-8 has to wait for.
func BenchmarkTables(b *testing.B) {
	for b.Loop() {
		buildCP932()
		buildEUC()
		buildCharacterCosts()
		buildKnownPairs()
		buildHalfWidthCosts()
	}
}

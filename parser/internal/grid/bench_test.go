package grid

import (
	"maps"
	"math"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// sheetOf repeats a small sheet in the given layout up to size bytes.
func sheetOf(layout Layout, size int) string {
	var rows [][]string
	for _, row := range [...]string{
		"事業名,公園の清掃活動支援事業,,,事業番号,40-106",
		",部名,部長名,課名,課等の長,",
		"目的 (何をどうしたいのか),町内会や学校が行う公園の清掃を支え、緑のある暮らしやすいまちづくりを市民とともに進めるため、" +
			"道具の貸し出しや講習会の開催による継続した支援を行います。,,,,",
		"実績報告,公園の数が増え、手入れの方法も様々になる中で、地区ごとの活動を支えるため、以下のとおり説明会や" +
			"清掃の日を実施した。 ・説明会 ・道具の講習会 ・清掃の日 4回(うち2回雨天中止) ・花植え教室 参加者87名,,,,",
		",令和4年度,12,12,か所,100.0",
		",令和5年度,1250,,件,",
		"備考,（単位：千円）公園の手入れの効率化,7,0,-,％",
	} {
		rows = append(rows, strings.Split(row, ","))
	}
	var sheet strings.Builder
	for _, row := range rows {
		switch layout {
		case Tabs:
			sheet.WriteString(strings.Join(row, "\t") + "\n")
		case PipeRows:
			sheet.WriteString("| " + strings.Join(row, " | ") + " |\n")
		case PipeCells:
			sheet.WriteString(strings.ReplaceAll(strings.Join(row, " |\n"), "\n |", "\n|") + " |\n")
		case Blanks:
			sheet.WriteString(strings.Join(row, "      ") + "\n")
		}
	}
	return strings.Repeat(sheet.String(), size/sheet.Len()+1)
}

func BenchmarkNew(b *testing.B) {
	for layout := Blanks; layout <= PipeCells; layout++ {
		text := sheetOf(layout, 1<<20)
		if found := detectLayout(text); found != layout {
			b.Fatalf("%s found for %s", found, layout)
		}
		b.Run(layout.String(), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := New(text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkClaims claims every second cell of a page and gathers the rest.
func BenchmarkClaims(b *testing.B) {
	text := sheetOf(PipeCells, 1<<20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		g, err := New(text)
		if err != nil {
			b.Fatal(err)
		}
		cells := g.Rows[0].Cells
		for i := 0; i < len(cells); i += 2 {
			g.Claim(cells[i], Value)
		}
		if len(g.Unmapped(0, len(text))) == 0 {
			b.Fatal("nothing is unmapped")
		}
	}
}

// hostile returns inputs of about size bytes at which a careless walk takes
// quadratic time: the same place looked for from every other one.
func hostile(size int) map[string]string {
	fill := func(unit string) string { return strings.Repeat(unit, size/len(unit)) }
	return map[string]string{
		"tabs":                   fill("\t"),
		"line-ends":              fill("\n"),
		"form-feeds":             fill("\f"),
		"form-feeds-in-a-line":   fill("あ\f"),
		"blanks":                 fill(" ") + "a  b",
		"wide-blanks":            fill("　"),
		"lone-pipes":             fill("|\n"),
		"pipes-in-a-line":        fill("|") + "\n|a|b|\n",
		"pipe-cells-in-a-line":   fill("あ|") + "\n",
		"open-rows":              "|a|b|\n" + fill("|a\n"),
		"open-rows-with-prose":   "|a|b|\n" + fill("|a\nx\ny\n"),
		"open-rows-and-pages":    "|a|b|\n" + fill("|a\f"),
		"open-rows-over-pages":   "|a|b|\n" + fill("|a\nx\f"),
		"open-row-and-prose":     "|a|b|\n" + fill("|a\n"+strings.Repeat("x\n", 60)),
		"escaped-pipes":          "|a|b|\n" + fill(`\|`),
		"backslashes":            "|a|b|\n" + fill(`\`) + "|",
		"pipes-and-backslashes":  fill("|")[size/2:] + fill(`\`)[size/2:] + "|\n",
		"one-cell":               fill("あ"),
		"one-cell-over-lines":    "a |\nb |\n" + fill("あ\n"+strings.Repeat("い|い", 8)) + "|\n",
		"tab-cells-in-a-line":    fill("あ\t"),
		"runs-in-a-line":         fill("あ  い  "),
		"dashes":                 fill("-"),
		"dashes-and-pipes":       fill("---|"),
		"marks":                  fill("#"),
		"headings":               fill("# a ##\n"),
		"closing-marks":          "# a" + fill(" #"),
		"unclosed-rows":          "|a|b|\n" + fill("|a|b\nc\n\n"),
		"dense-cells":            fill("a\tb\n"),
		"quoted-cells-in-a-line": "a,,b\nc,,d\ne,,f\n" + fill(`"a",`),
		"quotes-in-a-line":       "a,,b\nc,,d\ne,,f\n" + fill(`,"`),
		"unclosed-quotes":        "\ta\n" + fill("\t\"a\n"),
		"open-cells-of-a-page":   "<html><table>" + fill("<td>a"),
		"tables-in-tables":       "<html>" + fill("<table><tr><td>a"),
		"lists-in-cells":         "<html>" + fill("<table><tr><td>a<td><table><tr><td>b</table>"),
		"rubies":                 "<html>" + fill("<ruby>a<rt>b"),
		"struck-out":             "<html>" + fill("<s>a") + "</s>",
		"raised":                 "<html>" + fill("1<sup>2") + "</sup>",
		"options":                "<html>" + fill("<select><option>a<b>a<b>a") + "</select>",
		"divisions":              "<html>" + fill("<div>a"),
		"rows-of-divisions":      "<html>" + fill("<div><div>a</div><div>b</div></div>"),
		"images":                 "<html>" + fill("<img alt=a>"),
		"entities":               "<html>" + fill("&amp;"),
		"tags":                   "<html><table><tr><td>" + fill("<b>a</b>"),
		"wide-cells-of-a-page":   "<html><table>" + fill("<tr><td colspan=9999 rowspan=9999>a"),
	}
}

// TestHostileInput cuts inputs that would take minutes in quadratic time.
func TestHostileInput(t *testing.T) {
	for name, text := range hostile(512 << 10) {
		for layout := Blanks; layout <= PipeCells; layout++ {
			began := time.Now()
			cut, err := cutText(text, layout, MaxCells, room{})
			rows := cut.rows
			if err != nil {
				t.Fatal(err)
			}
			if took := time.Since(began); took > 3*time.Second {
				t.Errorf("%s took %s as %s", name, took, layout)
			}
			own := text
			if cut.page != nil {
				own = cut.page.text
			}
			g := Grid{Text: own, Layout: layout, Rows: rows, claimed: make([]uint64, max(len(text), len(own))/64+1)}
			for i := 0; i < len(text); i += 2 {
				g.claimed[i/64] |= 1 << (i % 64)
			}
			if began = time.Now(); len(g.Unmapped(0, len(text))) > len(text) {
				t.Error("more is unmapped than there is")
			}
			if took := time.Since(began); took > 3*time.Second {
				t.Errorf("%s took %s to gather as %s", name, took, layout)
			}
		}
	}
}

// BenchmarkDoubling reports how much longer twice the input takes in the layout
// that is slowest with it: about 2 where time is linear, 4 where it is
// quadratic. It doubles twice, as a busy machine makes one doubling uncertain.
func BenchmarkDoubling(b *testing.B) {
	const size = 1 << 20
	small, large := hostile(size), hostile(4*size)
	for _, name := range slices.Sorted(maps.Keys(small)) {
		b.Run(name, func(b *testing.B) {
			var slowest time.Duration
			ratio := 0.0
			for b.Loop() {
				for layout := Blanks; layout <= PipeCells; layout++ {
					took := timeOf(large[name], layout)
					if took > slowest {
						slowest, ratio = took, math.Sqrt(float64(took)/float64(timeOf(small[name], layout)))
					}
				}
			}
			b.ReportMetric(ratio, "times/doubling")
			b.ReportMetric(4*size/1e6/slowest.Seconds(), "MB/s")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// timeOf returns the shortest of some times, for other work takes its own.
func timeOf(text string, layout Layout) time.Duration {
	best := time.Hour
	for range 7 {
		began := time.Now()
		if _, err := cutText(text, layout, MaxCells, room{}); err != nil {
			panic(err)
		}
		best = min(best, time.Since(began))
	}
	return best
}

// TestMemory checks that what a grid takes is bounded by its text, also where
// that holds nothing but delimiters, and by MaxCells where it is full of cells.
func TestMemory(t *testing.T) {
	const mebibyte = 1 << 20
	for name, test := range map[string]struct {
		unit       string
		size, most uint64 // in MiB
	}{
		"tabs":       {"\t", 64, 160},
		"line ends":  {"\n", 8, 40},
		"lone pipes": {"|\n", 8, 24},
		"form feeds": {"\f", 8, 24},
		"one cell":   {"あいう", 64, 160},
		"cells":      {"あ\n", 24, 640},
	} {
		text := strings.Repeat(test.unit, int(test.size*mebibyte)/len(test.unit))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := New(text); (err != nil) != (name == "cells") {
			t.Errorf("%s: error %v", name, err)
		}
		runtime.ReadMemStats(&after)
		took := (after.TotalAlloc - before.TotalAlloc) / mebibyte
		t.Logf("%s: %d MiB for %d MiB", name, took, test.size)
		if took > test.most {
			t.Errorf("%s: %d MiB for %d MiB, expected %d at most", name, took, test.size, test.most)
		}
	}
}

//go:build linux || darwin

package main

import (
	"archive/zip"
	"cmp"
	"crypto/sha256"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	kanji "golang.org/x/text/encoding/japanese"
)

var archiveSheets = flag.Int("archive", 0, "measure batch over an archive of so many sheets (make bench-archive)")

// cost is what a run took.
type cost struct {
	wall, cpu time.Duration
	peak      int64 // bytes
}

const runs = 5

// median runs something several times; each cost is the median of its own.
func median(t *testing.T, run func() cost) cost {
	t.Helper()
	var all []cost
	for range runs {
		all = append(all, run())
	}
	middle := func(of func(cost) int64) int64 {
		slices.SortFunc(all, func(a, b cost) int { return cmp.Compare(of(a), of(b)) })
		return of(all[runs/2])
	}
	return cost{
		wall: time.Duration(middle(func(c cost) int64 { return int64(c.wall) })),
		cpu:  time.Duration(middle(func(c cost) int64 { return int64(c.cpu) })),
		peak: middle(func(c cost) int64 { return c.peak }),
	}
}

// process measures a command, whose output is thrown away.
func process(t *testing.T, name string, arguments ...string) cost {
	t.Helper()
	command := exec.Command(name, arguments...)
	command.Env = append(os.Environ(), "LC_ALL=C")
	began := time.Now()
	output, err := command.CombinedOutput()
	took := time.Since(began)
	if err != nil {
		t.Fatalf("%s: %v: %s", name, err, output[:min(len(output), 500)])
	}
	usage := command.ProcessState.SysUsage().(*syscall.Rusage)
	peak := int64(usage.Maxrss)
	if runtime.GOOS == "linux" {
		peak <<= 10 // There it is counted in KiB.
	}
	return cost{took, command.ProcessState.UserTime() + command.ProcessState.SystemTime(), peak}
}

// floor reads all files, checks that they are UTF-8 and hashes them: what no way
// of converting them can do without.
func floor(t *testing.T, folder string) cost {
	t.Helper()
	var before, after syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &before)
	began := time.Now()
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if !utf8.Valid(data) {
			t.Errorf("%s is not UTF-8", path)
		}
		_ = sha256.Sum256(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	took := time.Since(began)
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &after)
	return cost{wall: took, cpu: time.Duration(after.Utime.Nano() + after.Stime.Nano() - before.Utime.Nano() - before.Stime.Nano())}
}

// sheets makes an archive from the fixtures, with one digit in fifty another one: as
// files in UTF-8 and in CP932, and as a ZIP. It returns how many bytes the first has.
func sheets(t *testing.T, folder string, count int) (bytes int64) {
	t.Helper()
	fixtures, err := filepath.Glob("../../testdata/forms/*/*.txt")
	if err != nil || len(fixtures) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	random := rand.New(rand.NewPCG(5, 5))
	packed, err := os.Create(filepath.Join(folder, "sheets.zip"))
	if err != nil {
		t.Fatal(err)
	}
	writer := zip.NewWriter(packed)
	for number, made := 0, 0; made < count; number++ {
		text := []byte(readFile(t, fixtures[number%len(fixtures)]))
		for at, digit := range text {
			if digit >= '0' && digit <= '9' && random.IntN(50) == 0 {
				text[at] = byte('0' + random.IntN(10))
			}
		}
		old, err := kanji.ShiftJIS.NewEncoder().Bytes(text)
		if err != nil {
			continue // Not every fixture can be in CP932; then it is in none.
		}
		name := fmt.Sprintf("%03d/%05d.txt", made/100, made)
		into, err := writer.Create(name)
		if err == nil {
			_, err = into.Write(text)
		}
		for kind, data := range map[string][]byte{"utf8": text, "cp932": old} {
			path := filepath.Join(folder, kind, filepath.FromSlash(name))
			_ = os.MkdirAll(filepath.Dir(path), 0o777) // The next line says so if it failed.
			if err == nil {
				err = os.WriteFile(path, data, 0o666)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
		bytes += int64(len(text))
		made++
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	if err := packed.Close(); err != nil {
		t.Fatal(err)
	}
	return bytes
}

// TestArchiveSpeed prints what batch costs. It judges nothing: figures of a machine
// that does other things, too, are no test.
func TestArchiveSpeed(t *testing.T) {
	if *archiveSheets == 0 {
		t.Skip("only on request: make bench-archive")
	}
	folder := t.TempDir()
	size := sheets(t, folder, *archiveSheets)
	// Not the test binary, which checks more than the program does.
	program := filepath.Join(folder, "sheetconv")
	process(t, "go", "build", "-o", program, ".")
	line := func(what string, of cost) {
		t.Logf("%-26s %8.0f files/s %7.1f MB/s %7.2f s wall %7.2f s CPU %6.1f MiB", what,
			float64(*archiveSheets)/of.wall.Seconds(), float64(size)/1e6/of.wall.Seconds(),
			of.wall.Seconds(), of.cpu.Seconds(), float64(of.peak)/(1<<20))
	}
	t.Logf("%d sheets, %.1f MB, %d cores, medians of %d", *archiveSheets, float64(size)/1e6, runtime.NumCPU(), runs)
	batch := func(source, format string, jobs int) cost {
		return median(t, func() cost {
			out := filepath.Join(folder, "out")
			_ = os.RemoveAll(out)
			return process(t, program, "batch", filepath.Join(folder, source), "--to", format,
				"--jobs", strconv.Itoa(jobs), "-q", "-o", out)
		})
	}
	least := median(t, func() cost { return floor(t, filepath.Join(folder, "utf8")) })
	line("read, check, hash", least)
	one := batch("utf8", "jsonl", 1)
	line("jsonl, 1 job", one)
	all := batch("utf8", "jsonl", runtime.NumCPU())
	line("jsonl, all cores", all)
	line("yaml, all cores", batch("utf8", "yaml", runtime.NumCPU()))
	old := batch("cp932", "jsonl", runtime.NumCPU())
	line("jsonl, CP932, all cores", old)
	line("jsonl, ZIP, all cores", batch("sheets.zip", "jsonl", runtime.NumCPU()))
	t.Logf("CPU over reading %.1f; all cores over one job %.2f; CPU of CP932 over UTF-8 %.2f",
		all.cpu.Seconds()/least.cpu.Seconds(), all.wall.Seconds()/one.wall.Seconds(), old.cpu.Seconds()/all.cpu.Seconds())
	if _, err := exec.LookPath("mlr"); err != nil {
		t.Log("Miller is not installed")
		return
	}
	miller := median(t, func() cost {
		return process(t, "sh", "-c", `find "$0" -name '*.txt' | sort | xargs mlr --itsv --implicit-tsv-header `+
			`--allow-ragged-csv-input --ojsonl cat >"$1"`, filepath.Join(folder, "utf8"), filepath.Join(folder, "miller.jsonl"))
	})
	line("Miller, TSV to JSONL", miller)
	t.Logf("wall time over Miller's %.2f", all.wall.Seconds()/miller.wall.Seconds())
}

//go:build !windows

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// archive copies the fixtures into a folder until it has so many files.
func archive(t *testing.T, count int) string {
	t.Helper()
	fixtures, err := filepath.Glob("../../testdata/forms/*/*.txt")
	if err != nil || len(fixtures) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	folder := t.TempDir()
	for number := range count {
		name := filepath.Join(folder, fmt.Sprintf("%02d", number/50), fmt.Sprintf("%04d.txt", number))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		text := readFile(t, fixtures[number%len(fixtures)])
		if number%50 == 7 {
			text = "" // One that fails.
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// allOf is what a folder holds, as one text.
func allOf(t *testing.T, folder string) string {
	t.Helper()
	var text strings.Builder
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, _ := filepath.Rel(folder, path)
		fmt.Fprintf(&text, "%s\n%s\n", name, readFile(t, path))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// start runs sheetconv as a process of its own.
func start(t *testing.T, arguments ...string) (command *exec.Cmd, stderr *bytes.Buffer) {
	t.Helper()
	command, stderr = exec.Command("sheetconv", arguments...), new(bytes.Buffer)
	command.Env = append(os.Environ(), "LC_ALL=C")
	command.Stderr = stderr
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	return command, stderr
}

// settled counts the inputs that a journal says are done.
func settled(out string) int {
	data, _ := os.ReadFile(filepath.Join(out, ".sheetconv", "journal.jsonl"))
	return bytes.Count(data, []byte(`"status":"ok"`))
}

// goOn runs the command again, and expects that it ends as an undisturbed run did
// and converts nothing that was settled.
func goOn(t *testing.T, before int, want string, out string, arguments []string) {
	t.Helper()
	report := filepath.Join(t.TempDir(), "report.json")
	command, stderr := start(t, append(arguments, "--report", report)...)
	_ = command.Wait()
	if code := command.ProcessState.ExitCode(); code != 1 {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	var account batchReport
	if err := json.Unmarshal([]byte(readFile(t, report)), &account); err != nil {
		t.Fatal(err)
	}
	if account.Summary.Unchanged < before {
		t.Errorf("%d were done before, and only %d were not done again", before, account.Summary.Unchanged)
	}
	if got := allOf(t, out); got != want {
		t.Errorf("the output differs from that of an undisturbed run (%d bytes, %d bytes)", len(got), len(want))
	}
}

func TestBatchThatIsKilledGoesOn(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes seconds")
	}
	const inputs = 200
	in := archive(t, inputs)
	random := rand.New(rand.NewPCG(1, 2))
	inFlight := 0
	for _, format := range []string{"yaml", "jsonl"} {
		options := []string{"batch", in, "--to", format, "--part-size", "150KB", "-o"}
		undisturbed := filepath.Join(t.TempDir(), "undisturbed")
		began := time.Now()
		command, _ := start(t, append(options, undisturbed)...)
		_ = command.Wait()
		took := time.Since(began)
		want := allOf(t, undisturbed)
		for range 10 {
			out := filepath.Join(t.TempDir(), "out")
			arguments := append(append([]string{}, options...), out)
			command, _ := start(t, arguments...)
			time.Sleep(time.Duration(random.Int64N(int64(took))))
			_ = command.Process.Kill()
			_ = command.Wait()
			manifest, err := os.ReadFile(filepath.Join(out, "manifest.jsonl"))
			for line := range bytes.Lines(manifest) {
				if !json.Valid(line) {
					t.Errorf("the manifest holds %q", line)
				}
			}
			before := settled(out)
			if err != nil && before > 0 && before < inputs {
				inFlight++
			}
			goOn(t, before, want, out, arguments)
		}
	}
	if inFlight < 5 {
		t.Errorf("only %d of the kills came while inputs were converted", inFlight)
	}
}

func TestBatchThatIsStoppedGoesOn(t *testing.T) {
	in := archive(t, 400)
	for signal, code := range map[syscall.Signal]int{syscall.SIGINT: 130, syscall.SIGTERM: 143} {
		undisturbed, out := filepath.Join(t.TempDir(), "undisturbed"), filepath.Join(t.TempDir(), "out")
		command, _ := start(t, "batch", in, "--to", "jsonl", "-o", undisturbed)
		_ = command.Wait()
		arguments := []string{"batch", in, "--to", "jsonl", "-o", out}
		command, stderr := start(t, append(arguments, "--jobs", "1")...)
		for settled(out) == 0 {
			time.Sleep(time.Millisecond)
		}
		_ = command.Process.Signal(signal)
		_ = command.Wait()
		if got := command.ProcessState.ExitCode(); got != code {
			t.Errorf("%v: exit code %d: %s", signal, got, stderr)
		}
		if text := stderr.String(); !strings.Contains(text, "stopping; ") ||
			!strings.HasSuffix(text, " of 400 files done; run the same command again to go on\n") {
			t.Errorf("%v: it said %s", signal, text)
		}
		done := strings.Count(readFile(t, filepath.Join(out, "manifest.jsonl")), `"status":"ok"`)
		if done == 0 || done >= 392 {
			t.Errorf("%v: the manifest has %d that are done", signal, done)
		}
		goOn(t, done, allOf(t, undisturbed), out, arguments)
	}
}

//go:build linux || darwin

package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// Files and folders that may not be read, and one of the output that may not be
// written, are failed lines. Somebody who may do all is nobody for the test.
func TestBatchWithoutPermission(t *testing.T) {
	folder, err := os.MkdirTemp("", "permission")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = os.Chmod(filepath.Join(folder, "in", "closed"), 0o700)
		_ = os.Chmod(filepath.Join(folder, "out", "kept"), 0o700)
		_ = os.RemoveAll(folder)
	})
	sheet := readFile(t, "../../testdata/forms/misato-program/01_clean.txt")
	for _, name := range []string{"in/closed/a.txt", "in/kept/b.txt", "in/secret.txt", "in/open.txt", "in/secret.zip", "out/kept/b"} {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, []byte(sheet), 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	program, err := exec.LookPath("sheetconv")
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(filepath.Join(folder, "sheetconv"), "batch", filepath.Join(folder, "in"), "-o", filepath.Join(folder, "out"))
	command.Env = append(os.Environ(), "LC_ALL=C")
	var stderr strings.Builder
	command.Stderr = &stderr
	err = errors.Join(
		os.WriteFile(command.Path, []byte(readFile(t, program)), 0o755), os.Chmod(folder, 0o755),
		os.Chmod(filepath.Join(folder, "out"), 0o777), os.Chmod(filepath.Join(folder, "in", "closed"), 0),
		os.Chmod(filepath.Join(folder, "in", "secret.txt"), 0), os.Chmod(filepath.Join(folder, "in", "secret.zip"), 0),
		os.Chmod(filepath.Join(folder, "out", "kept"), 0o555))
	if err != nil {
		t.Fatal(err)
	}
	if os.Getuid() == 0 {
		const nobody = 65534
		command.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	if err := command.Run(); command.ProcessState == nil {
		t.Skipf("can't run as nobody: %v", err)
	}
	if code := command.ProcessState.ExitCode(); code != 1 {
		t.Errorf("exit code %d: %s", code, &stderr)
	}
	for _, name := range []string{"closed/", "kept/b.txt", "secret.txt", "secret.zip"} {
		if !strings.Contains(stderr.String(), name+": error: permission denied; check who may read or write it\n") {
			t.Errorf("nothing is said about %s:\n%s", name, &stderr)
		}
	}
	if !strings.Contains(stderr.String(), "\n5 files: 1 converted, 0 unchanged, 4 failed; ") {
		t.Errorf("it said\n%s", &stderr)
	}
}

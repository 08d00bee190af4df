package main

import (
	"bytes"
	"encoding/hex"
	"flag"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "update the golden files inside the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"sheetconv": main})
}

func TestScripts(t *testing.T) {
	inAction, err := readAction()
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			// Under the race detector a process waits a second before it exits.
			env.Setenv("GORACE", "atexit_sleep_ms=0")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":      exits,
			"bytes":      writeBytes,
			"repeat":     writeRepeated,
			"insert":     insertBytes,
			"folder":     expectFolder,
			"actionstep": inAction.actionStep,
			"pack":       packFiles,
		},
	})
}

// exits runs a program and expects an exit code: exits 1 sheetconv detect FILE.
// Script's own exec only tells success from failure.
func exits(ts *testscript.TestScript, negated bool, arguments []string) {
	if negated || len(arguments) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM [ARGUMENT…]")
	}
	err := ts.Exec(arguments[1], arguments[2:]...)
	code := 0
	if exit, is := err.(interface{ ExitCode() int }); is {
		code = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(code) != arguments[0] {
		ts.Fatalf("exit code %d, expected %s", code, arguments[0])
	}
}

// writeBytes writes bytes given in hexadecimal: bytes FILE '89 50 4e 47'.
func writeBytes(ts *testscript.TestScript, _ bool, arguments []string) {
	data, err := hex.DecodeString(strings.ReplaceAll(arguments[1], " ", ""))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(arguments[0]), data, 0o666))
}

// writeRepeated appends a text many times to a file: repeat FILE COUNT TEXT. In the
// text, \t and \n are a tab and a line break.
func writeRepeated(ts *testscript.TestScript, _ bool, arguments []string) {
	count, err := strconv.Atoi(arguments[1])
	ts.Check(err)
	text := strings.NewReplacer(`\t`, "\t", `\n`, "\n").Replace(arguments[2])
	file, err := os.OpenFile(ts.MkAbs(arguments[0]), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	ts.Check(err)
	_, err = file.WriteString(strings.Repeat(text, count))
	ts.Check(err)
	ts.Check(file.Close())
}

// insertBytes puts bytes in the place of a mark: insert FILE § 'ef bb bf'.
func insertBytes(ts *testscript.TestScript, _ bool, arguments []string) {
	name := ts.MkAbs(arguments[0])
	data, err := os.ReadFile(name)
	ts.Check(err)
	inserted, err := hex.DecodeString(strings.ReplaceAll(arguments[2], " ", ""))
	ts.Check(err)
	if !bytes.Contains(data, []byte(arguments[1])) {
		ts.Fatalf("%s holds no %s", arguments[0], arguments[1])
	}
	ts.Check(os.WriteFile(name, bytes.Replace(data, []byte(arguments[1]), inserted, 1), 0o666))
}

// expectFolder expects a folder to hold these names and no other: no file that was
// written beside another one stays.
func expectFolder(ts *testscript.TestScript, _ bool, arguments []string) {
	entries, err := os.ReadDir(ts.MkAbs(arguments[0]))
	ts.Check(err)
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	if found, expected := strings.Join(names, " "), strings.Join(arguments[1:], " "); found != expected {
		ts.Fatalf("%s holds %s, expected %s", arguments[0], found, expected)
	}
}

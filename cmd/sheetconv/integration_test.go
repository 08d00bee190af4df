package main

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"gopkg.in/yaml.v3"
)

// action is the part of action.yml that runs.
type action struct {
	Inputs map[string]struct {
		Required bool
		Default  string
	}
	Runs struct {
		Steps []struct {
			Name, Run, Shell string
			Env              map[string]string
		}
	}
}

func readAction() (action, error) {
	var read action
	data, err := os.ReadFile("../../action.yml")
	if err == nil {
		err = yaml.Unmarshal(data, &read)
	}
	return read, err
}

// actionStep writes the script of a step of the action into a file, to be run as
// GitHub does: actionstep NAME FILE.
func (a action) actionStep(ts *testscript.TestScript, negated bool, arguments []string) {
	if negated || len(arguments) != 2 {
		ts.Fatalf("usage: actionstep NAME FILE")
	}
	for _, step := range a.Runs.Steps {
		if step.Name == arguments[0] {
			ts.Check(os.WriteFile(ts.MkAbs(arguments[1]), []byte(step.Run), 0o666))
			return
		}
	}
	ts.Fatalf("action.yml has no step %s", arguments[0])
}

var expression = regexp.MustCompile(`\$\{\{\s*(.*?)\s*\}\}`)

// Each input reaches a script as a variable, and never as a part of it.
func TestActionUsesItsInputs(t *testing.T) {
	read, err := readAction()
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, step := range read.Runs.Steps {
		if expression.MatchString(step.Run) {
			t.Errorf("%s: an input becomes a part of the script", step.Name)
		}
		if step.Run != "" && step.Shell != "bash" {
			t.Errorf("%s: has no shell", step.Name)
		}
		for variable, value := range step.Env {
			match := expression.FindStringSubmatch(value)
			if match == nil || !strings.Contains(step.Run, "$"+variable) {
				t.Errorf("%s: the variable %s is not used", step.Name, variable)
				continue
			}
			used[strings.TrimPrefix(match[1], "inputs.")] = true
		}
	}
	for name, input := range read.Inputs {
		if !used[name] {
			t.Errorf("the input %s is not used", name)
		}
		if input.Required && input.Default != "" {
			t.Errorf("the input %s needs no default", name)
		}
	}
}

// The hook runs a command that there is, and leaves hidden files out.
func TestPreCommitHook(t *testing.T) {
	var hooks []struct {
		ID, Entry, Language, Exclude string
		RequireSerial                bool `yaml:"require_serial"`
	}
	if err := yaml.Unmarshal([]byte(readFile(t, "../../.pre-commit-hooks.yaml")), &hooks); err != nil || len(hooks) != 1 {
		t.Fatalf("%d hooks, %v", len(hooks), err)
	}
	hook := hooks[0]
	words := strings.Fields(hook.Entry)
	s, _, _ := testSession(nil)
	command, rest, err := s.newRootCommand().Find(words[1:])
	if err != nil || command.Name() != "check" || words[0] != "sheetconv" || len(rest) > 0 || hook.Language != "golang" {
		t.Errorf("the hook runs %q: %v", hook.Entry, err)
	}
	exclude := regexp.MustCompile(hook.Exclude)
	for name, want := range map[string]bool{
		".sheetconv.yaml": true, "sheets/.sheetconv.yaml": true, "sheets/.old/a.txt": true,
		"sheets/a.txt": false, "a.txt": false, "sheets/a.b.txt": false,
	} {
		if exclude.MatchString(name) != want {
			t.Errorf("%s: left out is %t", name, !want)
		}
	}
	if readme := readFile(t, "../../README.md"); !slices.ContainsFunc(strings.Split(readme, "\n"), func(line string) bool {
		return strings.TrimSpace(line) == "- id: "+hook.ID
	}) {
		t.Error("the README does not show the hook")
	}
}

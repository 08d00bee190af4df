package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sheetconv/model"
)

var verb = regexp.MustCompile(`%(\[\d+\]s)?`)

func verbsOf(text string) []string {
	found := verb.FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

func TestEveryMessageHasBothLanguages(t *testing.T) {
	seen := map[string]bool{}
	for _, message := range translations {
		if message.english == "" || message.japanese == "" {
			t.Errorf("half a message: %+v", message)
		}
		if seen[message.english] {
			t.Errorf("twice in the table: %q", message.english)
		}
		seen[message.english] = true
		verbs := verbsOf(message.english)
		if !slices.Equal(verbs, verbsOf(message.japanese)) || slices.Contains(verbs, "%") {
			t.Errorf("the verbs differ, or are not all like %%[1]s:\n%s\n%s", message.english, message.japanese)
		}
		arguments := make([]string, len(verbs))
		for index := range arguments {
			arguments[index] = "<" + strconv.Itoa(1234+index) + ">"
		}
		for name, want := range map[string]string{english: message.english, japanese: message.japanese} {
			for index, argument := range arguments {
				want = strings.ReplaceAll(want, "%["+strconv.Itoa(index+1)+"]s", argument)
			}
			if got := newWords(name).say(message.english, arguments...); got != want {
				t.Errorf("%s says %q, want %q", name, got, want)
			}
		}
	}
}

// said returns the texts that the package's code words, each with its place.
func said(t *testing.T) map[string]token.Position {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]token.Position{}
	set := token.NewFileSet()
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(set, file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(node ast.Node) bool {
			call, isCall := node.(*ast.CallExpr)
			if !isCall || len(call.Args) == 0 {
				return true
			}
			method, isMethod := call.Fun.(*ast.SelectorExpr)
			if !isMethod || method.Sel.Name != "say" && method.Sel.Name != "usageError" {
				return true
			}
			place := set.Position(call.Pos())
			literal, isLiteral := call.Args[0].(*ast.BasicLit)
			if !isLiteral {
				// The three places that pass a text on.
				if argument, isName := call.Args[0].(*ast.Ident); !isName || argument.Name != "english" {
					t.Errorf("%s: not a literal, so it can't be checked", place)
				}
				return true
			}
			text, err := strconv.Unquote(literal.Value)
			if err != nil {
				t.Fatal(err)
			}
			if given, taken := len(call.Args)-1, len(verbsOf(text)); given != taken {
				t.Errorf("%s: %d arguments for %d verbs", place, given, taken)
			}
			texts[text] = place
			return true
		})
	}
	return texts
}

// parserWords returns what the parser gives in English to be translated here: the
// titles of refused formats, and the advice about them. They are not exported, so
// its source is read.
func parserWords(t *testing.T) []string {
	t.Helper()
	var texts []string
	for file, form := range map[string]string{
		"refuse.go": `[tT]itle: +"([^"]+)"|", "(an? [A-Z][^"]+)", [A-Z]`,
		"errors.go": "return \"([a-z][^\"]+)\"",
	} {
		source := readFile(t, filepath.Join("../../parser/internal/decode", file))
		for _, match := range regexp.MustCompile(form).FindAllStringSubmatch(source, -1) {
			texts = append(texts, strings.Join(match[1:], ""))
		}
	}
	return slices.DeleteFunc(texts, func(text string) bool { return strings.HasPrefix(text, "the input ") })
}

func TestEveryMessageUsedIsInTheTable(t *testing.T) {
	used := said(t)
	if len(used) < 80 {
		t.Fatalf("only %d messages found in the code", len(used))
	}
	known := map[string]bool{}
	for _, message := range translations {
		known[message.english] = true
	}
	for text, place := range used {
		if !known[text] {
			t.Errorf("%s: messages.go has no line for %q", place, text)
		}
	}
	words := parserWords(t)
	if len(words) < 25 {
		t.Fatalf("only %d texts found in the decoder: %q", len(words), words)
	}
	for _, text := range words {
		if !known[text] {
			t.Errorf("messages.go has no line for the decoder's %q", text)
		}
		used[text] = token.Position{}
	}
	for _, message := range translations {
		if _, is := used[message.english]; !is {
			t.Errorf("no code says %q", message.english)
		}
	}
}

func TestDiagnosticsAreWorded(t *testing.T) {
	diagnostic := model.NewDiagnostic(model.CodeNoName, model.Position{Line: 1, Column: 2}, "事業名")
	if got := newWords(english).diagnostic(diagnostic); got != diagnostic.Message {
		t.Errorf("English says %q", got)
	}
	if got := newWords(japanese).diagnostic(diagnostic); got != "事業名 がありません" {
		t.Errorf("Japanese says %q", got)
	}
	// One that was read from a model has its English message alone.
	diagnostic.Arguments = nil
	if got := newWords(japanese).diagnostic(diagnostic); got != diagnostic.Message {
		t.Errorf("without arguments it says %q", got)
	}
}

func TestChooseLanguage(t *testing.T) {
	for _, test := range []struct {
		arguments   []string
		environment map[string]string
		want        string
	}{
		{nil, nil, english},
		{nil, map[string]string{"LANG": "ja_JP.UTF-8"}, japanese},
		{nil, map[string]string{"LANG": "JA"}, japanese},
		{nil, map[string]string{"LANG": "de_DE.UTF-8"}, english},
		{nil, map[string]string{"LANG": "ja_JP", "LC_ALL": "C"}, english},
		{nil, map[string]string{"LANG": "C", "LC_MESSAGES": "ja_JP"}, japanese},
		{[]string{"parse", "--lang", "ja"}, nil, japanese},
		{[]string{"--lang=ja", "parse", "--lang=en"}, nil, english},
		{[]string{"--lang=fr"}, map[string]string{"LANG": "ja"}, japanese},
		{[]string{"--lang"}, map[string]string{"LANG": "ja"}, japanese},
		{[]string{"--", "--lang=ja"}, nil, english},
	} {
		environment := func(name string) string { return test.environment[name] }
		if got := chooseLanguage(test.arguments, environment); got != test.want {
			t.Errorf("%q with %v: %s, want %s", test.arguments, test.environment, got, test.want)
		}
	}
}

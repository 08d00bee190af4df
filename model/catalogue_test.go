package model

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// constantsOf returns the string constants that a file declares with a type,
// by the type's name, in their order.
func constantsOf(t *testing.T, file string) map[string][]string {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	constants := map[string][]string{}
	for _, declaration := range parsed.Decls {
		group, ok := declaration.(*ast.GenDecl)
		if !ok || group.Tok != token.CONST {
			continue
		}
		for _, spec := range group.Specs {
			spec := spec.(*ast.ValueSpec)
			typeName, ok := spec.Type.(*ast.Ident)
			if !ok {
				t.Fatalf("%s: the constant %s has no type", file, spec.Names[0])
			}
			for _, value := range spec.Values {
				text, err := strconv.Unquote(value.(*ast.BasicLit).Value)
				if err != nil {
					t.Fatal(err)
				}
				constants[typeName.Name] = append(constants[typeName.Name], text)
			}
		}
	}
	return constants
}

func TestCatalogueHoldsEveryCodeOnce(t *testing.T) {
	declared := constantsOf(t, "catalogue.go")["Code"]
	if len(declared) == 0 {
		t.Fatal("catalogue.go declares no code")
	}
	var held []string
	for _, entry := range catalogue {
		held = append(held, string(entry.Code))
	}
	if !slices.Equal(held, declared) {
		t.Errorf("the catalogue holds\n%q, the constants are\n%q", held, declared)
	}
	slices.Sort(declared)
	if repeated := len(declared) - len(slices.Compact(slices.Clone(declared))); repeated > 0 {
		t.Errorf("%d codes are declared twice", repeated)
	}
	for i, entry := range Catalogue() {
		if string(entry.Code) != declared[i] {
			t.Errorf("entry %d of Catalogue is %s, want %s", i, entry.Code, declared[i])
		}
	}
}

func TestCatalogueEntries(t *testing.T) {
	form := regexp.MustCompile(`^(text|layout|value|sum|consistency|required)/[a-z0-9-]+$`)
	verb := regexp.MustCompile(`%(\[\d+\]s)?`)
	arguments := func(template string) []string {
		found := verb.FindAllString(template, -1)
		slices.Sort(found)
		return slices.Compact(found)
	}
	for _, entry := range catalogue {
		if !form.MatchString(string(entry.Code)) || !codeForm.MatchString(string(entry.Code)) {
			t.Errorf("%s is no code", entry.Code)
		}
		if family := entry.Code.Family(); !strings.HasPrefix(string(entry.Code), family+"/") {
			t.Errorf("%s is of the family %q", entry.Code, family)
		}
		if !IsKnown(entry.Severity) || entry.English == "" || entry.Japanese == "" {
			t.Errorf("%s: the entry is not whole: %+v", entry.Code, entry)
		}
		english, japanese := arguments(entry.English), arguments(entry.Japanese)
		if !slices.Equal(english, japanese) || slices.Contains(english, "%") || len(english) != entry.Arguments() {
			t.Errorf("%s: English takes %q, Japanese %q, Arguments is %d", entry.Code, english, japanese, entry.Arguments())
		}
		filler := make([]string, entry.Arguments())
		for i := range filler {
			filler[i] = "<" + strconv.Itoa(i+1) + ">"
		}
		for _, template := range []string{entry.English, entry.Japanese} {
			filled := Fill(template, filler)
			if strings.Contains(filled, "%") || strings.Count(filled, "<") < len(filler) {
				t.Errorf("%s: filled is %q", entry.Code, filled)
			}
		}
		if diagnostic := NewDiagnostic(entry.Code, Position{1, 2}, filler...); diagnostic.Severity != entry.Severity ||
			diagnostic.Message != Fill(entry.English, filler) || len(diagnostic.Arguments) != len(filler) {
			t.Errorf("%s: the diagnostic is %+v", entry.Code, diagnostic)
		}
	}
	if _, known := Describe("text/nothing"); known {
		t.Error("Describe knows text/nothing")
	}
}

func TestCatalogueIsACopy(t *testing.T) {
	before := Catalogue()[0]
	Catalogue()[0].English = "changed"
	if Catalogue()[0] != before {
		t.Error("a caller changed the catalogue")
	}
}

func TestNewDiagnosticPanics(t *testing.T) {
	for name, call := range map[string]func(){
		"unknown code":       func() { NewDiagnostic("text/nothing", Position{}) },
		"too few arguments":  func() { NewDiagnostic(CodeNoName, Position{}) },
		"too many arguments": func() { NewDiagnostic(CodeNoName, Position{}, "a", "b") },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: expected a panic", name)
				}
			}()
			call()
		}()
	}
}

func TestFillShortens(t *testing.T) {
	for argument, want := range map[string]string{
		"":                               "[]",
		"a":                              "[a]",
		" a \n\t　b ":                     "[a b]",
		strings.Repeat("市", 60):          "[" + strings.Repeat("市", 60) + "]",
		strings.Repeat("市", 61):          "[" + strings.Repeat("市", 60) + "…]",
		strings.Repeat("市 ", 2000):       "[" + strings.Repeat("市 ", 30) + "…]",
		"100%[1]s%d":                     "[100%[1]s%d]",
		"\xff" + strings.Repeat("a", 60): "[\xff" + strings.Repeat("a", 59) + "…]",
	} {
		if got := Fill("[%[1]s]", []string{argument}); got != want {
			t.Errorf("%q: got %q, want %q", argument, got, want)
		}
	}
	if got := Fill("%[2]s after %[1]s", []string{"a", "b"}); got != "b after a" {
		t.Errorf("got %q", got)
	}
}

func TestDiagnosticWritten(t *testing.T) {
	diagnostic := Diagnostic{SeverityError, CodeNoName, Position{3, 4}, "found no 事業名", []string{"事業名"}}
	inJSON, err := json.Marshal(diagnostic)
	want := `{"severity":"error","code":"required/name","at":"3:4","message":"found no 事業名"}`
	if err != nil || string(inJSON) != want {
		t.Errorf("got %s, %v", inJSON, err)
	}
	inYAML, err := yaml.Marshal(diagnostic)
	want = "severity: error\ncode: required/name\nat: \"3:4\"\nmessage: found no 事業名\n"
	if err != nil || string(inYAML) != want {
		t.Errorf("got %s, %v", inYAML, err)
	}
	diagnostic.At = Position{}
	if inJSON, err = json.Marshal(diagnostic); err != nil || strings.Contains(string(inJSON), `"at"`) {
		t.Errorf("got %s, %v", inJSON, err)
	}
}

// The contract's table of enums and the registry can't differ.
func TestEnumsHoldEveryConstant(t *testing.T) {
	declared := constantsOf(t, "enums.go")
	held := map[string][]string{}
	for enum, values := range enums {
		held[enum.Name()] = values
	}
	if len(held) != len(declared) {
		t.Errorf("%d enums are registered, %d declared", len(held), len(declared))
	}
	for name, values := range declared {
		if !slices.Equal(held[name], values) {
			t.Errorf("%s: registered are %q, declared %q", name, held[name], values)
		}
	}
	if got := Values[Bound](); !slices.Equal(got, []Bound{BoundMin, BoundMax}) {
		t.Errorf("got %q", got)
	}
	if IsKnown(Bound("")) || IsKnown(Code("text/unmapped")) || !IsKnown(BoundMax) || len(Values[Code]()) != 0 {
		t.Error("IsKnown or Values is wrong")
	}
}

// What is short is shown as it is but for its white space, which a closer look and
// the short way pass over alike.
func TestShorten(t *testing.T) {
	for _, text := range []string{
		"", " ", "事業名", "a b", "a  b", " a", "a ", "a\tb", "a\u3000b", "、a", "a\u00a0b", "a\u2003b", "a\u1680b", "a\u0085b", "→ b",
		strings.Repeat("長", 20), strings.Repeat("a", messageRunes), strings.Repeat("長", messageRunes),
	} {
		if got, want := shorten(text), strings.Join(strings.Fields(text), " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

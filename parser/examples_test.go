package parser_test

import (
	"go/ast"
	goparser "go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sheetconv/model"
	"sheetconv/parser"
)

// The comment of each code in the catalogue of diagnostics holds an example: a
// line that names the form, and behind it, indented, a text that yields the code
// when it is read as that form.
//
//	Example (isehara-program):
//
//		| 事業名 | あいさつ運動事業 | 事業番号 | 33-051 |
//		| 進捗状況 | ■ 計画どおり(A) □ 遅れ(C) | B |
//
// What a comment can't hold is written as Go writes it in a string: \t for a tab,
// \f for a form feed, \xNN for a byte, \\ for a backslash. A line that begins
// with a count and a sign of multiplication, as in 101× あ, stands for so many
// lines. Every line of the example ends in a line break, the last one too.

const catalogueFile = "../model/catalogue.go"

// example is one example of a code.
type example struct{ form, text string }

func TestCatalogueExamples(t *testing.T) {
	for code, examples := range catalogueExamples(t) {
		t.Run(code, func(t *testing.T) {
			if len(examples) == 0 {
				t.Fatalf("the comment of %s has no example", code)
			}
			for _, example := range examples {
				checkExample(t, model.Code(code), example)
			}
		})
	}
}

func checkExample(t *testing.T, code model.Code, example example) {
	t.Helper()
	input, err := unescape(example.text)
	if err != nil {
		t.Fatalf("%v in\n%s", err, example.text)
	}
	result, err := parser.Parse([]byte(input), parser.Options{Form: example.form})
	if err != nil {
		t.Fatalf("%v in\n%s", err, example.text)
	}
	var found []string
	for _, document := range result.Documents {
		for _, diagnostic := range document.Diagnostics {
			found = append(found, string(diagnostic.Code))
		}
	}
	if !slices.Contains(found, string(code)) {
		t.Errorf("read as %s, it yields %q, expected %s:\n%s", example.form, found, code, example.text)
	}
}

// catalogueExamples returns the examples of every code that the catalogue
// declares, none for a code without.
func catalogueExamples(t *testing.T) map[string][]example {
	t.Helper()
	file, err := goparser.ParseFile(token.NewFileSet(), catalogueFile, nil, goparser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]example{}
	for _, declaration := range file.Decls {
		group, isGroup := declaration.(*ast.GenDecl)
		if !isGroup || group.Tok != token.CONST {
			continue
		}
		for _, spec := range group.Specs {
			constant := spec.(*ast.ValueSpec)
			if typeName, named := constant.Type.(*ast.Ident); !named || typeName.Name != "Code" {
				continue
			}
			code, err := strconv.Unquote(constant.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			found[code] = examplesIn(constant.Doc)
		}
	}
	if len(found) != len(model.Catalogue()) {
		t.Errorf("%s declares %d codes, the catalogue has %d", catalogueFile, len(found), len(model.Catalogue()))
	}
	return found
}

// examplesIn returns the examples of a comment: behind each line that announces
// one, the indented lines up to the next that is not.
func examplesIn(comment *ast.CommentGroup) []example {
	if comment == nil {
		return nil
	}
	var examples []example
	inside := false
	for _, line := range comment.List {
		text := strings.TrimPrefix(line.Text, "//")
		indented, isIndented := strings.CutPrefix(text, "\t")
		form, announced := strings.CutPrefix(strings.TrimSpace(text), "Example (")
		switch {
		case announced && !isIndented:
			examples = append(examples, example{form: strings.TrimSuffix(form, "):")})
			inside = true
		case inside && isIndented:
			examples[len(examples)-1].text += countedLines(indented)
		case strings.TrimSpace(text) != "":
			inside = false
		}
	}
	return slices.DeleteFunc(examples, func(e example) bool { return e.text == "" })
}

// countedLines returns the lines that a line of an example stands for.
func countedLines(line string) string {
	if count, rest, isCounted := strings.Cut(line, "× "); isCounted {
		if times, err := strconv.Atoi(count); err == nil {
			return strings.Repeat(rest+"\n", times)
		}
	}
	return line + "\n"
}

// unescape returns an example's text with the escapes replaced.
func unescape(text string) (string, error) {
	var out strings.Builder
	for text != "" {
		if text[0] != '\\' {
			next := strings.IndexByte(text, '\\')
			if next < 0 {
				next = len(text)
			}
			out.WriteString(text[:next])
			text = text[next:]
			continue
		}
		value, multibyte, rest, err := strconv.UnquoteChar(text, 0)
		if err != nil {
			return "", err
		}
		if multibyte {
			out.WriteRune(value)
		} else {
			out.WriteByte(byte(value))
		}
		text = rest
	}
	return out.String(), nil
}

func TestExamplesIn(t *testing.T) {
	comment := func(lines ...string) *ast.CommentGroup {
		group := &ast.CommentGroup{}
		for _, line := range lines {
			group.List = append(group.List, &ast.Comment{Text: line})
		}
		return group
	}
	got := examplesIn(comment("// What it is.", "//", "// Example (a-form):", "//", "//\tone", "//\t\ttwo", "//", "// Example (b-form):", "//", "//\t2× three", "//\ta× b", "// More."))
	want := []example{{"a-form", "one\n\ttwo\n"}, {"b-form", "three\nthree\na× b\n"}}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for name, group := range map[string]*ast.CommentGroup{
		"no comment":  nil,
		"no example":  comment("// What it is.", "//", "//\tindented"),
		"no text":     comment("// Example (a-form):", "//", "// Not indented."),
		"not a label": comment("//\tExample (a-form):", "//\tindented"),
	} {
		if got := examplesIn(group); len(got) > 0 {
			t.Errorf("%s: got %q", name, got)
		}
	}
	for escaped, want := range map[string]string{`a\tb\f\x82\xa0\\`: "a\tb\f\x82\xa0\\", "課題": "課題"} {
		if got, err := unescape(escaped); got != want || err != nil {
			t.Errorf("%q: got %q, %v", escaped, got, err)
		}
	}
	if _, err := unescape(`\`); err == nil {
		t.Error("a lone backslash is no error")
	}
}

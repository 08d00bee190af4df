package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// arrows says which packages of the module may import which: for a package, the
// first line that matches holds. A star stands for one name. Nothing runs back.
var arrows = []struct {
	place string
	may   []string
}{
	{"model", nil},
	{"model/check", []string{"model"}},
	{"model/compare", []string{"model"}},
	{"parser/internal/decode", []string{"model"}},
	{"parser/internal/grid", []string{"model"}},
	{"parser/internal/ja", []string{"model"}},
	{"parser/internal/sheet", []string{"model", "parser/internal/grid", "parser/internal/ja"}},
	{"parser", []string{"model", "parser/*", "parser/internal/*"}},
	{"parser/*", []string{"model", "parser/internal/grid", "parser/internal/ja", "parser/internal/sheet"}},
	{"export", []string{"model"}},
	{"export/internal/spreadsheet", nil},
	{"export/table", []string{"model"}},
	{"export/columns", nil},
	{"export/markup", nil},
	{"export/*", []string{"model", "model/compare", "export/columns", "export/markup", "export/table", "export/internal/spreadsheet"}},
	{"cmd/*", []string{"model", "model/check", "model/compare", "parser", "export", "export/*", "cmd/sheetconv/batch"}},
	{"cmd/sheetconv/batch", []string{"model", "parser", "export"}},
}

// outside says which packages from outside the module some places are bound to,
// beyond the standard library. The others are free.
var outside = map[string][]string{
	"model":       {"gopkg.in/yaml.v3", "github.com/cockroachdb/apd/v3"},
	"model/check": {"github.com/cockroachdb/apd/v3"},
	"model/compare": {
		"github.com/cockroachdb/apd/v3", "github.com/aymanbagabas/go-udiff/lcs",
		"golang.org/x/text/unicode/norm", "golang.org/x/text/width",
	},
}

func matches(pattern, place string) bool {
	matched, err := filepath.Match(pattern, place)
	return err == nil && matched
}

// goFiles returns the Go files of the module, but for tests, by their package.
func goFiles(t *testing.T, root string) map[string][]string {
	t.Helper()
	files := map[string][]string{}
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() && path != root && (name == "testdata" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_")) {
			return fs.SkipDir
		}
		if !entry.IsDir() && strings.HasSuffix(name, ".go") {
			place, err := filepath.Rel(root, filepath.Dir(path))
			if err != nil {
				return err
			}
			files[filepath.ToSlash(place)] = append(files[filepath.ToSlash(place)], path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestImportsKeepTheArrows(t *testing.T) {
	checked := 0
	for place, files := range goFiles(t, "../..") {
		line := slices.IndexFunc(arrows, func(arrow struct {
			place string
			may   []string
		}) bool {
			return matches(arrow.place, place)
		})
		if line < 0 {
			top, _, _ := strings.Cut(place, "/")
			if slices.Contains([]string{"cmd", "model", "parser", "export"}, top) {
				t.Errorf("%s is no package of the design", place)
			}
			continue
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			checked++
			for _, imported := range importsOf(t, file) {
				checkImport(t, file, place, imported, arrows[line].may)
			}
		}
	}
	if checked < 50 {
		t.Errorf("only %d files were checked", checked)
	}
}

func importsOf(t *testing.T, file string) []string {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var imported []string
	for _, spec := range parsed.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		imported = append(imported, path)
	}
	return imported
}

func checkImport(t *testing.T, file, place, imported string, may []string) {
	t.Helper()
	if own, isOwn := strings.CutPrefix(imported, "sheetconv/"); isOwn {
		if !slices.ContainsFunc(may, func(pattern string) bool { return matches(pattern, own) }) {
			t.Errorf("%s: %s must not import %s", file, place, own)
		}
		return
	}
	first, _, _ := strings.Cut(imported, "/")
	allowed, isBound := outside[place]
	if strings.Contains(first, ".") && isBound && !slices.Contains(allowed, imported) {
		t.Errorf("%s: %s must not import %s", file, place, imported)
	}
}

func TestNoPackageOfEverything(t *testing.T) {
	for place := range goFiles(t, "../..") {
		if name := filepath.Base(place); slices.Contains([]string{"util", "utils", "common", "helpers", "lib"}, name) {
			t.Errorf("%s: a package is named after what it does", place)
		}
	}
}

// Below main nothing ends the process, and nothing runs before it.
func TestOnlyMainExits(t *testing.T) {
	for _, file := range goFiles(t, ".")["."] {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, declaration := range parsed.Decls {
			function, isFunction := declaration.(*ast.FuncDecl)
			if !isFunction {
				continue
			}
			if function.Name.Name == "init" {
				t.Errorf("%s has an init", file)
			}
			ast.Inspect(function, func(node ast.Node) bool {
				call, isCall := node.(*ast.SelectorExpr)
				if isCall && call.Sel.Name == "Exit" && function.Name.Name != "main" {
					t.Errorf("%s: %s ends the process", file, function.Name.Name)
				}
				return true
			})
		}
	}
}

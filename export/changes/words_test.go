package changes

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sheetconv/model"
	"sheetconv/model/compare"
)

var argument = regexp.MustCompile(`%\d`)

func argumentsOf(text string) []string {
	found := argument.FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// said are the phrases that the package's code and the page's template say.
func said(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(node ast.Node) bool {
			call, isCall := node.(*ast.CallExpr)
			if !isCall || len(call.Args) == 0 {
				return true
			}
			name := ""
			switch function := call.Fun.(type) {
			case *ast.SelectorExpr:
				name = function.Sel.Name
			case *ast.Ident:
				name = function.Name
			}
			if name != "say" && name != "columns" {
				return true
			}
			for _, given := range call.Args {
				if literal, isLiteral := given.(*ast.BasicLit); isLiteral && literal.Kind == token.STRING {
					text, err := strconv.Unquote(literal.Value)
					if err != nil {
						t.Fatal(err)
					}
					texts[text] = file
				}
				if name == "say" {
					break
				}
			}
			return true
		})
	}
	template, err := os.ReadFile("page.gohtml")
	if err != nil {
		t.Fatal(err)
	}
	for _, match := range regexp.MustCompile(`\{\{say "([^"]+)"`).FindAllStringSubmatch(string(template), -1) {
		texts[match[1]] = "page.gohtml"
	}
	return texts
}

func TestEveryPhraseHasBothLanguages(t *testing.T) {
	inTable := map[string]bool{}
	for _, phrase := range phrases {
		if phrase.english == "" || phrase.japanese == "" {
			t.Errorf("half a phrase: %+v", phrase)
		}
		if inTable[phrase.english] {
			t.Errorf("twice in the table: %q", phrase.english)
		}
		inTable[phrase.english] = true
		if !slices.Equal(argumentsOf(phrase.english), argumentsOf(phrase.japanese)) {
			t.Errorf("the arguments differ: %q %q", phrase.english, phrase.japanese)
		}
	}
	texts := said(t)
	for text, file := range texts {
		if !inTable[text] {
			t.Errorf("%s says %q, which has no Japanese", file, text)
		}
	}
	for text := range inTable {
		if texts[text] == "" {
			t.Errorf("nothing says %q", text)
		}
	}
	if len(texts) < 60 {
		t.Errorf("only %d phrases were found", len(texts))
	}
}

func checkEnum[T ~string](t *testing.T, table map[T]phrase, values []T) {
	t.Helper()
	for _, value := range values {
		if entry := table[value]; entry.english == "" || entry.japanese == "" {
			t.Errorf("%q has no words", value)
		}
	}
	if len(values) != len(table) {
		t.Errorf("%d values have %d words", len(values), len(table))
	}
}

func TestEveryEnumHasBothLanguages(t *testing.T) {
	checkEnum(t, classWords, compare.Classes())
	checkEnum(t, itemWords, itemOrder)
	checkEnum(t, outcomeWords, []compare.Outcome{compare.OutcomeBetter, compare.OutcomeWorse, compare.OutcomeSame})
	checkEnum(t, measureWords, model.Values[model.ValueMeasure]())
	checkEnum(t, scheduleWords, model.Values[model.ScheduleMeasure]())
	checkEnum(t, basisWords, model.Values[model.CostBasis]())
	checkEnum(t, costWords, model.Values[model.CostLine]())
	checkEnum(t, staffWords, model.Values[model.StaffingCategory]())
	checkEnum(t, criterionWords, model.Values[model.Criterion]())
	checkEnum(t, textWords, model.Values[model.TextKey]())
	checkEnum(t, statusWords, model.Values[model.Status]())
	checkEnum(t, roleWords, model.Values[model.Role]())
	checkEnum(t, directionWords, model.Values[model.DirectionValue]())
	checkEnum(t, indicatorWords, model.Values[model.IndicatorKind]())
	for field, entry := range fieldWords {
		if entry.english == "" || entry.japanese == "" {
			t.Errorf("half the words of %s: %+v", field, entry)
		}
	}
}

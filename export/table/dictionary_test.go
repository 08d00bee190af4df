package table

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the data dictionary of the README anew")

// The README holds the data dictionary between these lines.
const (
	dictionaryBegin = "<!-- data dictionary: made from the definitions of export/table by make golden -->\n"
	dictionaryEnd   = "<!-- end of the data dictionary -->\n"
)

// dictionary describes every table in Markdown, one collapsed section each.
func dictionary() string {
	var text strings.Builder
	for _, of := range All() {
		text.WriteString("<details><summary><code>" + of.Name + "</code> " + of.Title.Japanese + ": " +
			of.Description.English + "</summary>\n\n" + of.Description.Japanese + "。Key: `" + strings.Join(of.Key, "`, `") + "`.")
		for _, to := range of.References {
			text.WriteString(" `" + strings.Join(to.Columns, "`, `") + "` → `" + to.Table + "`.")
		}
		text.WriteString("\n\n| column | type | 名称 | meaning | field of the model |\n| --- | --- | --- | --- | --- |\n")
		for index := range of.Columns {
			text.WriteString(describeColumn(&of.Columns[index]))
		}
		text.WriteString("\n</details>\n\n")
	}
	return text.String()
}

func describeColumn(column *Column) string {
	kind := column.Type.String()
	if column.Required {
		kind += ", always"
	}
	meaning := column.Description.English
	if column.Unit.English != "" && column.Type != Yen {
		meaning += " (" + column.Unit.English + ")"
	}
	var values []string
	for _, value := range column.Values {
		values = append(values, "`"+value.Name+"` "+value.Title.Japanese)
	}
	if len(values) > 0 {
		meaning += ": " + strings.Join(values, ", ")
	}
	field := ""
	if column.Field != "" {
		field = "`" + column.Field + "`"
	}
	return "| `" + column.Name + "` | " + kind + " | " + column.Title.Japanese + " | " + meaning + " | " + field + " |\n"
}

func TestReadmeHoldsTheDictionary(t *testing.T) {
	const name = "../../README.md"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, begins := strings.Cut(string(data), dictionaryBegin)
	found, after, ends := strings.Cut(rest, dictionaryEnd)
	if !begins || !ends {
		t.Fatal("the README has no place for the data dictionary")
	}
	if *update && found != dictionary() {
		if err := os.WriteFile(name, []byte(before+dictionaryBegin+dictionary()+dictionaryEnd+after), 0o666); err != nil {
			t.Fatal(err)
		}
		found = dictionary()
	}
	if found != dictionary() {
		have, want := strings.Split(found, "\n"), strings.Split(dictionary(), "\n")
		for index, line := range want {
			if !slices.Contains(have, line) {
				t.Errorf("the README lacks line %d of the data dictionary (make golden writes it): %s", index+1, line)
			}
		}
		t.Error("the README's data dictionary is not that of the definitions; make golden writes it")
	}
}

package markdown

import (
	"bytes"
	"errors"
	"flag"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"sheetconv/export/table"
	"sheetconv/model"
)

var update = flag.Bool("update", false, "update the goldens")

var reader = goldmark.New(goldmark.WithExtensions(extension.GFM))

// render returns what another program makes of Markdown.
func render(t *testing.T, text string) string {
	t.Helper()
	var into bytes.Buffer
	if err := reader.Convert([]byte(text), &into); err != nil {
		t.Fatal(err)
	}
	return into.String()
}

var tag = regexp.MustCompile(`<[^>]*>`)

// plain is the text that people see: every break is a line.
func plain(rendered string) string {
	rendered = regexp.MustCompile(`</p>\n|<br( /)?>\n?`).ReplaceAllString(rendered, "\n")
	return html.UnescapeString(tag.ReplaceAllString(rendered, ""))
}

// squeezed is a text without blanks at the ends of lines and without empty lines,
// which Markdown does not keep.
func squeezed(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", " ", "\v", " ", "\f", " ").Replace(text)
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

var odd = []string{
	"- a\n- b", "1. a\n2) b", "# a", "---", "===", "a\n---", "a | b", "<ul><li>a</li></ul>", "&lt; & \\|", "*a* _b_ `c` ~~d~~",
	"[a](b) ![c](d)", "    code", "> a", "a\n\nb", "a\r\nb", "+5\n-3\n=1", "http://a.example/b_c_d", "@all #12", "$x$ $$y$$",
	"①・※ 令和4年度（2022）", "|---|---|", "a\\", "\ta", "a  \nb", "***\n___", "12", "3.5%", "-", "~~~\na", "```\na",
}

func TestTextsReadAsTheyAre(t *testing.T) {
	for _, text := range odd {
		checkText(t, text)
	}
}

func FuzzText(f *testing.F) {
	for _, text := range odd {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\x00\u0085\u2028\u2029") || strings.ContainsFunc(text, isControl) {
			t.Skip("no text of a sheet")
		}
		checkText(t, text)
	})
}

func isControl(r rune) bool { return r < ' ' && !strings.ContainsRune("\n\r\t", r) || r == 0x7f }

// checkText holds what is seen of a text, as a paragraph and as a cell, against it.
func checkText(t *testing.T, text string) {
	t.Helper()
	if got := squeezed(plain(render(t, escapeText(text)))); got != squeezed(text) {
		t.Errorf("%q is read as %q: %q", text, got, escapeText(text))
	}
	grid := newGrid("a", "b")
	grid.row(escapeCell(text), "end")
	rendered := render(t, grid.text())
	cells := regexp.MustCompile(`(?s)<td>(.*?)</td>`).FindAllStringSubmatch(rendered, -1)
	if squeezed(text) == "" {
		return // An empty column is left out.
	}
	if len(cells) != 2 || squeezed(strings.NewReplacer("&lt;br&gt;", "\n").Replace(plain(strings.ReplaceAll(cells[0][1], "<!-- raw HTML omitted -->", "\n")))) != squeezed(text) {
		t.Errorf("%q is a cell of %q", text, rendered)
	}
}

// Pages of fixtures of every form are what a person has read.
func TestPages(t *testing.T) {
	for _, name := range []string{
		"misato-program/01_clean", "isehara-program/01_clean3years", "sakado-progress/01-h29-clean", "hadano-progress/1_clean_two_plans",
	} {
		data, err := os.ReadFile(filepath.Join("../../testdata/forms", name+".yaml"))
		if err != nil {
			t.Fatal(err)
		}
		documents, err := model.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		for _, language := range []string{"ja", "en"} {
			document, _ := new(table.Keys).NewDocument(name, 1, documents[0])
			var got bytes.Buffer
			if err := Write(&got, document, language); err != nil {
				t.Fatal(err)
			}
			if rendered := render(t, got.String()); strings.Contains(rendered, "| --") || strings.Contains(rendered, "**") {
				t.Errorf("%s: signs of Markdown are seen", name)
			}
			if language == "en" {
				continue
			}
			golden := filepath.Join("testdata", strings.ReplaceAll(name, "/", "-")+".md")
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if want, err := os.ReadFile(golden); err != nil || got.String() != string(want) {
				t.Errorf("%s is\n%s\nwant\n%s%v", name, got.String(), want, err)
			}
		}
	}
}

var errFull = errors.New("no space left")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestErrorOfTheStream(t *testing.T) {
	document, _ := new(table.Keys).NewDocument("a", 1, &model.Document{Kind: model.PlanDocument})
	if err := Write(full{}, document, "en"); !errors.Is(err, errFull) {
		t.Error(err)
	}
	if got := Title(document, "ja"); got != "計画" {
		t.Errorf("the title is %q", got)
	}
}

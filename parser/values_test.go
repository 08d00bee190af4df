package parser_test

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"sheetconv/model"
	"sheetconv/parser"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// What a form claims as a value stands in the document: a value that is claimed
// and dropped would be lost without a trace.
func TestClaimedValuesStandInTheDocument(t *testing.T) {
	eachFixture(t, func(t *testing.T, f fixture) {
		for _, text := range droppedValues(t, f.input, f.options()) {
			t.Errorf("claimed as a value, in no string of the document: %q", text)
		}
	})
}

func droppedValues(t *testing.T, input []byte, options parser.Options) []string {
	t.Helper()
	sections, g, err := parser.ReadGrid(input, options)
	if err != nil {
		t.Fatal(err)
	}
	held := heldTexts{}
	for _, section := range sections {
		held.add(section)
	}
	var dropped []string
	g.Claims(func(text string, use grid.Use) {
		if use == grid.Value && !held.holds(text) && !held.holdsChoice(text) {
			dropped = append(dropped, text)
		}
	})
	return dropped
}

// hints are printed beside options to tell the clerk what to do.
var hints = []string{"(選択してください)→", "(選択してください)"}

// heldTexts are the folded texts of documents: one by one, and those of a row
// and of the rows of a list run together, for a cell may be parted into several
// (a number and a name, the sections in charge, a legend of grades).
type heldTexts []string

func (h *heldTexts) add(section *sheet.Section) {
	visitRows(reflect.ValueOf(section.Document), "", func(_ string, row reflect.Value) {
		switch row.Addr().Interface().(type) {
		case *model.Unmapped, *model.Diagnostic, *model.Source:
			return // they hold no values
		}
		texts := append(stringsOf(row), impliedWords(row)...)
		for _, text := range texts {
			*h = append(*h, fold(text))
		}
		*h = append(*h, fold(strings.Join(texts, "")))
		for i := range row.NumField() {
			if list := row.Field(i); list.Kind() == reflect.Slice && list.Type().Elem().Kind() == reflect.Struct {
				*h = append(*h, fold(joinRows(list)))
			}
		}
	})
}

func joinRows(list reflect.Value) string {
	var joined strings.Builder
	for i := range list.Len() {
		joined.WriteString(strings.Join(stringsOf(list.Index(i)), ""))
	}
	return joined.String()
}

// statusWords are the words for the states of an item, which the model holds as
// an enum.
var statusWords = map[model.Status][]string{
	model.StatusNew:        {"新規"},
	model.StatusContinuing: {"継続"},
	model.StatusExpanded:   {"充実", "拡充"},
	model.StatusEnded:      {"終了", "廃止"},
}

// impliedWords returns the words that a row holds as something else than text.
func impliedWords(row reflect.Value) []string {
	switch row := row.Addr().Interface().(type) {
	case *model.Item:
		return append([]string{"No." + row.Number}, statusWords[row.Status]...)
	case *model.GradeCount:
		return []string{strconv.Itoa(row.Count) + "件"}
	case *model.Indicator:
		if row.Repeated {
			return []string{row.Name, "再掲"}
		}
	}
	return nil
}

// holds reports whether a claimed text stands in the document, whole or word by
// word: a cell may be parted where it has blanks and brackets.
func (h heldTexts) holds(text string) bool {
	if h.contains(fold(text)) {
		return true
	}
	words := strings.FieldsFunc(norm.NFKC.String(ja.StripMarkup(text)), func(r rune) bool {
		return strings.ContainsRune(" \n\t\u3000、,()【】[]〔〕", r)
	})
	return !slices.ContainsFunc(words, func(word string) bool { return !h.contains(fold(word)) && !h.containsYears(word) })
}

func (h heldTexts) contains(folded string) bool {
	return slices.ContainsFunc(h, func(held string) bool { return strings.Contains(held, folded) })
}

// containsYears reports whether a word is a range of fiscal years of which both
// ends stand in the document.
func (h heldTexts) containsYears(word string) bool {
	start, end, from, to, found := ja.FindYearRange(word)
	return found && from == 0 && to == len(word) && h.contains(strconv.Itoa(start)) && h.contains(strconv.Itoa(end))
}

// holdsChoice reports whether a text is that of options, nothing but, of which
// those that are ticked stand in the document. The others need not: a status is
// one word, and a criterion that was left blank has no entry.
func (h heldTexts) holdsChoice(text string) bool {
	for _, hint := range hints {
		text = strings.TrimSuffix(strings.TrimSpace(norm.NFKC.String(text)), hint)
	}
	options, found := ja.ReadOptions(text)
	if !found {
		return false
	}
	rest := fold(text)
	for _, option := range options {
		if option.Ticked && !h.holds(option.Text) {
			return false
		}
		rest = strings.Replace(rest, fold(option.Text), "", 1)
	}
	return rest == ""
}

// boxes are the signs of options, which the model holds as which are selected,
// the stars of bold print, and the quotation marks round a cell.
var boxes = strings.NewReplacer(
	"☑", "", "☐", "", "☒", "", "■", "", "□", "", "●", "", "○", "", "◎", "", "[x]", "", "[]", "", "**", "", `"`, "",
)

// fold squashes a text and leaves out all that writing it in the model may
// change: width, letters' case, punctuation, and the signs of boxes.
func fold(text string) string {
	text = boxes.Replace(strings.ToLower(squash(norm.NFKC.String(text))))
	return normalized(text).(string)
}

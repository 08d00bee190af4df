package komaki

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// A row that a lost line end has joined to the heads of its table is read as the
// row that it is; where that can't be told, nothing of it is taken for a head.
func TestRowJoinedToHeads(t *testing.T) {
	const before = "基本施策 7\n\n◆基本施策の目的\n\n整えます。\n\n"
	for text, want := range map[string]string{
		"指標名\t基準値\tR6\tR7\t目指す方向 甲の率\t94.1%\t95%\t—\t↗\n乙の率\t1%\t2%\t3%\t↗":  "甲の率 94.1% 95%; 乙の率 1% 2% 3%; layout/joined-cells",
		"指標名\t基準値\tR6\tR7\t目指す方向\t甲の率\t94.1%\t95%\t—\t↗\n乙の率\t1%\t2%\t3%\t↗": "甲の率 94.1% 95%; 乙の率 1% 2% 3%; layout/joined-cells",
		"指標名\t基準値\tR6\tR7\t目指す方向\t甲の率\t94.1%\t95%\t—\t95%以上":                 "甲の率 94.1% 95%; layout/joined-cells",
		"指標名\t基準値\tR6\tR7\t目指す方向 甲の率\n94.1%\t95%\t—\t↗":                      "甲の率 94.1% 95%; layout/joined-cells",
		"指標名\t基準値\tR6\tR7\t目指す方向\t備考\n甲の率\t94.1%\t95%\t—\t↗\t調査":             "甲の率 94.1% 95%; unmapped 備考; unmapped 調査; layout/unmapped; layout/unmapped",
		"指標名\t基準値\tR6\tR7 甲の率\t94.1%\t95%\t96%\n乙の率\t1%\t2%\t3%":             "甲の率 94.1% 95% 96%; 乙の率 1% 2% 3%; layout/joined-cells",
	} {
		document := parse(t, before+text+"\n")
		var got []string
		for _, indicator := range document.Items[0].Indicators {
			one := indicator.Name
			for _, value := range indicator.Values {
				one += " " + value.Raw
			}
			got = append(got, one)
		}
		if joined := strings.Join(append(got, leftAndReported(document)...), "; "); joined != want {
			t.Errorf("%q: got %s, want %s", text, joined, want)
		}
	}
}

// leftAndReported lists what a document leaves unmapped and the codes of what it
// reports.
func leftAndReported(document *model.Document) []string {
	var list []string
	for _, piece := range document.Unmapped {
		list = append(list, "unmapped "+piece.Text)
	}
	for _, diagnostic := range document.Diagnostics {
		list = append(list, string(diagnostic.Code))
	}
	return list
}

// What is claimed as a label is one: else a text could leave the account of
// claims without standing in any field. Line ends lost anywhere change nothing.
func TestOnlyLabelsAreClaimedAsLabels(t *testing.T) {
	files, err := filepath.Glob("../../testdata/forms/komaki-plan/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, file := range files {
		input, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.ReplaceAll(string(input), "\r\n", "\n")
		checkLabels(t, filepath.Base(file), text)
		for at, r := range text {
			if r == '\n' && at+1 < len(text) && text[at+1] != '\n' {
				for _, sign := range []string{" ", "\t", ""} {
					checkLabels(t, fmt.Sprintf("%s: line end at byte %d replaced by %q", filepath.Base(file), at, sign), text[:at]+sign+text[at+1:])
				}
			}
		}
	}
}

// checkLabels reports the labels claimed in a text that are none of the form's.
func checkLabels(t *testing.T, name, text string) {
	t.Helper()
	defer func(before bool) { grid.Strict = before }(grid.Strict)
	grid.Strict = true
	g, err := grid.New(text)
	if err != nil {
		return
	}
	sections := read(g)
	g.Claims(func(text string, use grid.Use) {
		if use == grid.Label && !isLabelText(text) && !isNamed(sections, text) && !isPartNumber(g, text) && !countsOnInHead(g, text) {
			t.Errorf("%s: claimed as a label: %q", name, text)
		}
	})
}

// isLabelText reports whether a text is made of the form's labels only.
func isLabelText(text string) bool {
	printed := strings.TrimRight(sheet.PlainText(text), ":： ")
	l := newLine([]grid.Cell{{Text: text}}, 0)
	if l.kind == plain && strings.HasPrefix(printed, "展") {
		l = newLine([]grid.Cell{{Text: "◆" + text}}, 0) // without a mark, it is one with a name only
	}
	switch l.kind {
	case indicatorHeading, systemHeading, tableHeader:
		return true
	case measureHeading, directionHeading, textHeading, partLabel:
		return ja.TrimSpace(l.first[l.rest:]) == ""
	}
	if bracketedYear(printed, ja.AnyCalendar) != 0 {
		return true
	}
	switch text {
	case "展開", "方向1:", "基本", "施策", "目指す", "目指す方", "向":
		return true // a heading in two cells, or on two lines
	}
	if holdsHeads(printed) || isHeadPart(&line{cells: []grid.Cell{{Text: printed}}}) {
		return true
	}
	for _, amount := range amountLines {
		if printed == amount.word {
			return true
		}
	}
	_, ok := readColumn(printed, ja.AnyCalendar)
	return ok
}

// isNamed reports whether a label of the table of initiatives names a measure or
// a direction, or a part of its name, so that the text stands in the model, or is
// reported because it differs.
func isNamed(sections []*sheet.Section, text string) bool {
	text = ja.Unwrap(sheet.PlainText(text))
	number := text[:sheet.NumberEnd(text, 0)]
	name := ja.Key(text[len(number):])
	for _, section := range sections {
		for _, diagnostic := range section.Document.Diagnostics {
			if diagnostic.Code == model.CodeHeadingDiffers && ja.Key(diagnostic.Arguments[1]) == name {
				return true
			}
		}
		for _, item := range section.Document.Items {
			if item.Kind != model.PolicyMeasure && item.Kind != model.PolicyDirection {
				continue
			}
			if (number == "" || item.Number == ja.Fold(number)) && strings.Contains(ja.Key(item.Name), name) {
				return true
			}
		}
	}
	return false
}

// isPartNumber reports whether a number stands in a cell before the label of a
// card's part.
func isPartNumber(g *grid.Grid, number string) bool {
	for _, row := range g.Rows {
		if len(row.Cells) > 1 && row.Cells[0].Text == number {
			if _, _, ok := partLabels.FindPrefix(row.Cells[1].Text); ok {
				return true
			}
		}
	}
	return false
}

// countsOnInHead reports whether a number stands in a row of heads, behind the year or
// the number before it.
func countsOnInHead(g *grid.Grid, number string) bool {
	count, err := strconv.Atoi(number)
	if err != nil {
		return false
	}
	before := strconv.Itoa(count - 1)
	for _, row := range g.Rows {
		for i := 1; i < len(row.Cells); i++ {
			if last := row.Cells[i-1].Text; row.Cells[i].Text == number && (last == before || strings.HasSuffix(last, "R"+before)) {
				return true
			}
		}
	}
	return false
}

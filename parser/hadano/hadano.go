// Package hadano reads the はだの行政サービス改革基本方針実行計画 進行管理シート of
// 秦野市 (form hadano-progress): themes with indicators and an evaluation by
// year, and under each theme any number of initiatives.
//
// In go the cells of a grid; out comes a document for each title that a theme
// follows. Rows are told by their labels; the values of a row are matched to
// the years of the header above it, by their columns, by the cells behind their
// label, or by their number, and kept without a year where none of these is
// sure. It knows the labels of this form only, no other form and no output
// format.
package hadano

import (
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// Form describes the form for the parser's table.
var Form = &sheet.Form{
	ID:           "hadano-progress",
	Kind:         model.ProgressSheet,
	Title:        "秦野市 はだの行政サービス改革基本方針実行計画 進行管理シート",
	Summary:      "Progress sheet of Hadano's reform plan: themes with indicators, initiatives by year",
	Municipality: model.Municipality{Name: "秦野市", Prefecture: "神奈川県", Code: "142115"},
	Anchors: []sheet.Anchor{
		{Spelling: "進行管理シート", Weight: 3, Within: true},
		{Spelling: "改革の柱", Weight: 2},
		{Spelling: "概要(目指す姿)", Weight: 1},
		{Spelling: "取組内容", Weight: 1},
		{Spelling: "項目名", Weight: 1},
		{Spelling: "取組主管課", Weight: 2},
		{Spelling: "関係計画等", Weight: 2},
		{Spelling: "効果額", Weight: 2},
		{Spelling: "概要(目指すもの)", Weight: 2},
		{Spelling: "その他効果", Weight: 1},
		{Spelling: "評価理由", Weight: 1},
		{Spelling: "次年度以降の取組の方向性・課題等", Weight: 2},
	},
}

func init() { Form.Read = read }

// maxTitleRunes is how long a title line may be.
const maxTitleRunes = 90

var titleKey = ja.Key("進行管理シート")

// isTitle reports whether a text is the title of a sheet.
func isTitle(text string) bool {
	return strings.Contains(text, "進行管理シ") && utf8.RuneCountInString(text) <= maxTitleRunes &&
		!strings.Contains(text, "。") && strings.Contains(ja.Key(text), titleKey)
}

// read cuts the rows into documents and reads each.
func read(g *grid.Grid) []*sheet.Section {
	rows := newRows(g)
	offset := func(w row) int32 { return w.pieces[0].Offset }
	return sheet.ReadSections(g, rows, findDocuments(rows), offset, func(rows []row) *sheet.Builder {
		r := &reader{Builder: sheet.NewBuilder(g, Form)}
		r.readDocument(rows)
		return r.Builder
	})
}

// findDocuments returns the rows at which documents begin: the first one, and
// every title that the head of a theme follows. A title is a running head where
// the theme's own head is printed again on its next page.
func findDocuments(rows []row) []int {
	starts := []int{0}
	theme, titled, inInitiatives := "", false, false
	for i := 0; i < len(rows); i++ {
		switch first := rows[i].first(); {
		case rows[i].isThemeHead():
			theme, inInitiatives = rows[i].themeKey(), false
		case first == initiativeName:
			inInitiatives = true
		case !isTitle(rows[i].text()):
		case !titled && theme == "":
			titled = true
		default:
			head := nextContent(rows, i+1)
			if head == len(rows) || !rows[head].isThemeHead() {
				continue
			}
			if rows[head].themeKey() == theme && (!inInitiatives || !beginsTheme(rows[head:])) {
				continue
			}
			starts = append(starts, i)
		}
	}
	return starts
}

// beginsTheme reports whether the overview or the indicators follow a theme's
// name, as they do where the theme begins.
func beginsTheme(rows []row) bool {
	if len(rows) < 2 {
		return false
	}
	next := rows[1].first()
	return next == overview || next == indicatorHead
}

// nextContent returns the first row from i on that is no title, page number or
// note.
func nextContent(rows []row, i int) int {
	for i < len(rows) && isOutside(rows[i].text()) {
		i++
	}
	return i
}

// isOutside reports whether a text that fills a row stands outside the tables.
func isOutside(text string) bool {
	return text != "" && (isTitle(text) || sheet.IsPageNumber(text) || isNote(text))
}

func isNote(text string) bool {
	return strings.HasPrefix(text, "※") || strings.HasPrefix(text, "(注")
}

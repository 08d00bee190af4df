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
	return strings.Contains(text, "進行管理シ") && !ja.LongerThan(text, maxTitleRunes) &&
		!strings.Contains(text, "。") && strings.Contains(ja.Key(text), titleKey)
}

// read cuts the rows into documents and reads each.
func read(g *grid.Grid) []*sheet.Section {
	known, _ := usedFacts.Get().(*facts)
	if known == nil {
		known = &facts{}
	}
	known.calendar = ja.NewCalendar(g.Text)
	if len(g.Text) <= sheet.MaxKept {
		defer usedFacts.Put(known)
	}
	rows := newRows(g, known)
	offset := func(w row) int32 { return w.pieces[0].Offset }
	return sheet.ReadSections(g, rows, known.findDocuments(rows), offset, func(rows []row) *sheet.Builder {
		r := &reader{Builder: sheet.NewBuilder(g, Form), facts: known}
		r.readDocument(rows)
		return r.Builder
	})
}

// findDocuments returns the rows at which documents begin: the first one, and
// every title that the head of a theme follows. A title is a running head where
// the theme's own head is printed again on its next page.
func (f *facts) findDocuments(rows []row) []int {
	starts := []int{0}
	theme, titled := "", false
	initiatives := map[string]bool{} // of the theme, by their names
	head := 0                        // the first row of contents behind a title
	for i := 0; i < len(rows); i++ {
		switch {
		case rows[i].isThemeHead():
			if key := rows[i].nameKey(); key != theme {
				theme = key
				clear(initiatives)
			}
		case rows[i].first() == initiativeName:
			initiatives[rows[i].nameKey()] = true
		case !isTitle(rows[i].text()):
		case !titled && theme == "":
			titled = true
		case theme == "" && len(initiatives) == 0:
			// the title once more, before anything else
		default:
			if head <= i {
				head = nextContent(rows, i+1)
			}
			if head == len(rows) || !rows[head].isThemeHead() {
				continue
			}
			if rows[head].nameKey() == theme && (len(initiatives) == 0 || !f.beginsAnew(rows[head+1:], initiatives)) {
				continue
			}
			starts = append(starts, i)
			clear(initiatives)
		}
	}
	return starts
}

// beginsAnew reports whether a theme whose initiatives were read begins again in
// the rows behind its head: its indicators follow, or an initiative that was read.
// Else a page has repeated the head, and perhaps the overview.
func (f *facts) beginsAnew(rows []row, initiatives map[string]bool) bool {
	for i := range rows {
		own := &rows[i]
		switch l := own.first(); {
		case l == activityIndicator || l == outcomeIndicator:
			return true
		case l == indicatorHead:
			_, isHeader := own.readHeader(f)
			return isHeader || len(own.pieces) == 1
		case l == initiativeName:
			return initiatives[own.nameKey()]
		case l.entry().row && l != initiativeHead || own.isThemeHead():
			return false
		}
	}
	return false
}

// nextContent returns the first row from i on that is no title, page number or
// note.
func nextContent(rows []row, i int) int {
	for i < len(rows) && rows[i].isOutside() {
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

package changes

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"strconv"
	"strings"

	"sheetconv/model"
	"sheetconv/model/compare"
)

//go:embed page.gohtml
var pageTemplate string

//go:embed page.css
var pageStyle string

//go:embed page.js
var pageScript string

// policy lets the page use its own style and script, and nothing from anywhere
// else: no network, no forms.
var policy = "default-src 'none'; style-src '" + digest(pageStyle) + "'; script-src '" + digest(pageScript) +
	"'; img-src data:; base-uri 'none'; form-action 'none'"

func digest(content string) string {
	sum := sha256.Sum256([]byte(content))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// openItems is up to how many items a page is opened with all of them unfolded.
const openItems = 12

// writeHTML writes the view for a browser: one file that needs nothing else.
func writeHTML(into io.Writer, results []*compare.Result, options Options) error {
	view := htmlView{report: newReport(results, options)}
	page, err := template.New("page").Funcs(template.FuncMap{"say": view.words.say}).Parse(pageTemplate)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriter(into)
	if err := page.Execute(buffered, view.page()); err != nil {
		return err
	}
	return buffered.Flush()
}

// htmlView is the report on its way into the page's template.
type htmlView struct{ report }

// The types below are what the template shows.
type (
	htmlPage struct {
		Language, Policy, Title string
		Style                   template.CSS
		Script                  template.JS
		IsSeveral               bool
		Total                   htmlSummary
		Filters                 []htmlCount
		Comparisons             []htmlComparison
	}
	htmlSummary struct {
		None, Classes, Hidden string
		Items                 []htmlCount
	}
	// htmlCount is a number of items or changes; Kind is the class of its tag.
	htmlCount struct {
		Kind, Name string
		Count      int
	}
	htmlComparison struct {
		Anchor, Title, OldTitle, Alone, Old, New, Issues string
		Summary                                          htmlSummary
		HasCharts                                        bool
		Key                                              []htmlKey
		Items                                            []htmlItem
		Remarks                                          []string
	}
	htmlKey  struct{ Class, Name string }
	htmlItem struct {
		Anchor, Kind, Kinds, Heading string
		IsOpen                       bool
		Tags                         []htmlCount
		About                        []string
		Facts                        []htmlFact
		Groups                       []htmlGroup
		Charts                       []drawing
	}
	htmlFact  struct{ Label, Text string }
	htmlGroup struct {
		Kind, Name string
		Subjects   []htmlSubject
	}
	htmlSubject struct {
		Name  string
		Lines []htmlLine
	}
	htmlLine struct {
		What, When, Old, New, Effect, Verdict, Outcome, Places string
		// IsMove says that the old value was not replaced: it is that of its year.
		IsMove bool
		Pieces []htmlPiece
	}
	htmlPiece struct{ Tag, Text, Omitted string }
)

func (h *htmlView) page() htmlPage {
	page := htmlPage{
		Language: h.words.language, Policy: policy, Title: h.words.title(h.report),
		Style: template.CSS(pageStyle), Script: template.JS(pageScript),
		IsSeveral: len(h.comparisons) > 1, Total: h.summary(h.total, ""), Filters: h.filters(),
	}
	if page.Language == "" {
		page.Language = English
	}
	items := 0
	for _, comparison := range h.comparisons {
		items += len(comparison.items)
	}
	for _, comparison := range h.comparisons {
		page.Comparisons = append(page.Comparisons, h.comparison(comparison, items <= openItems))
	}
	return page
}

func (h *htmlView) summary(of counts, hidden string) htmlSummary {
	made := htmlSummary{Hidden: hidden}
	if !of.changed() {
		made.None = h.words.none(of)
		return made
	}
	for _, status := range itemOrder {
		if number := of.items[status]; number > 0 {
			made.Items = append(made.Items, htmlCount{string(status), enum(h.words, itemWords, status), number})
		}
	}
	if classes := h.words.classCounts(of); len(classes) > 0 {
		made.Classes = h.words.say("Changes") + h.words.say(": ") + strings.Join(classes, h.words.say(", "))
	}
	return made
}

// filters are the kinds of changes and items that the page has.
func (h *htmlView) filters() []htmlCount {
	var filters []htmlCount
	for _, class := range classOrder {
		if number := h.total.classes[class]; number > 0 {
			filters = append(filters, htmlCount{string(class), enum(h.words, classWords, class), number})
		}
	}
	for _, status := range []compare.ItemStatus{compare.ItemRenamed, compare.ItemAdded, compare.ItemRemoved} {
		number := 0
		for _, comparison := range h.comparisons {
			for _, item := range comparison.items {
				if item.status == status {
					number++
				}
			}
		}
		if number > 0 {
			filters = append(filters, htmlCount{string(status), enum(h.words, itemWords, status), number})
		}
	}
	return filters
}

func (h *htmlView) comparison(of comparison, isOpen bool) htmlComparison {
	made := htmlComparison{
		Anchor: of.anchor, Title: of.title, Alone: of.alone, Remarks: of.remarks,
		Old: h.words.issue(of.old), New: h.words.issue(of.new), Summary: h.summary(of.counts, of.hidden), Key: h.key(),
	}
	if made.Title == "" {
		made.Title = h.words.say("Comparison of two issues")
	}
	if of.oldTitle != "" {
		made.OldTitle = h.words.say("formerly %1", of.oldTitle)
	}
	if of.alone == "" {
		made.Issues = made.Old + " → " + made.New
	}
	if len(of.changes) > 0 {
		whole := item{anchor: of.anchor + "-all", name: h.words.say("The whole issue"), groups: of.changes}
		made.Items = append(made.Items, h.item(whole, true))
	}
	for _, item := range of.items {
		made.HasCharts = made.HasCharts || len(item.charts) > 0
		made.Items = append(made.Items, h.item(item, isOpen))
	}
	return made
}

// key explains the lines of the charts.
func (h *htmlView) key() []htmlKey {
	actual, target := enum(h.words, measureWords, model.Actual), enum(h.words, measureWords, model.Target)
	return []htmlKey{
		{"latest actual", h.words.say("%1 (new)", actual)}, {"latest target", h.words.say("%1 (new)", target)},
		{"previous actual", h.words.say("%1 (old)", actual)}, {"previous target", h.words.say("%1 (old)", target)},
	}
}

func (h *htmlView) item(of item, isOpen bool) htmlItem {
	made := htmlItem{
		Anchor: of.anchor, Kind: string(of.status), Heading: of.heading(), IsOpen: isOpen,
		About: nonEmpty(of.formerly, of.files, h.words.places(of.at)),
	}
	var kinds []string
	if _, isMarked := marks[of.status]; isMarked {
		kinds = append(kinds, string(of.status))
		made.Tags = append(made.Tags, htmlCount{string(of.status), enum(h.words, itemWords, of.status), 0})
	}
	for _, fact := range of.facts {
		made.Facts = append(made.Facts, htmlFact{fact.label, fact.text})
	}
	for _, group := range of.groups {
		kinds = append(kinds, string(group.class))
		name := enum(h.words, classWords, group.class)
		made.Tags = append(made.Tags, htmlCount{string(group.class), name, len(group.lines)})
		made.Groups = append(made.Groups, htmlGroup{string(group.class), name, h.subjects(group.lines)})
	}
	for index, chart := range of.charts {
		made.Charts = append(made.Charts, h.words.draw(chart, of.anchor+"-g"+strconv.Itoa(index+1)))
	}
	made.Kinds = strings.Join(kinds, " ")
	return made
}

// subjects puts the lines of each indicator under its name.
func (h *htmlView) subjects(lines []line) []htmlSubject {
	var subjects []htmlSubject
	for index, line := range lines {
		name := line.head()
		if index == 0 || subjects[len(subjects)-1].Name != name {
			subjects = append(subjects, htmlSubject{Name: name})
		}
		last := &subjects[len(subjects)-1]
		last.Lines = append(last.Lines, h.line(line))
	}
	return subjects
}

func (h *htmlView) line(of line) htmlLine {
	made := htmlLine{
		What: of.label(), When: of.when, Old: of.old.String(), New: of.new.String(), Effect: of.effect,
		Verdict: of.verdict, Outcome: string(of.outcome), Places: h.words.places(of.at),
		IsMove: of.isMove(),
	}
	for _, piece := range of.pieces {
		shown := htmlPiece{Tag: editTags[piece.edit], Text: piece.text}
		if piece.omitted > 0 {
			shown.Omitted = h.words.omitted(piece.omitted)
		}
		made.Pieces = append(made.Pieces, shown)
	}
	return made
}

package changes

import (
	"io"
	"strconv"
	"strings"

	"sheetconv/export/internal/spreadsheet"
	"sheetconv/model"
	"sheetconv/model/compare"
)

// writeXLSX writes the view as a workbook: the counts, a row for each change, the
// indicators over the years with charts, what came and went, and the texts whole,
// with their deleted and inserted words marked.
func writeXLSX(into io.Writer, results []*compare.Result, options Options) error {
	options.Context = AllWords
	view := workbookView{report: newReport(results, options)}
	view.book = spreadsheet.New(spreadsheet.Properties{
		Title: view.words.title(view.report), Creator: "sheetconv", Language: options.Language,
		Continued:   view.words.say("A text that is too long for a cell goes on in the row below."),
		LongNumbers: view.words.say("Numbers of more than 15 digits stand as text."),
	})
	view.issues = view.countIssues()
	view.headings = view.editionHeadings()
	view.addSheets()
	for index, comparison := range view.comparisons {
		view.addComparison(index, comparison)
	}
	view.addTrends()
	return view.book.Write(into)
}

// workbookView is the report on its way into a workbook.
type workbookView struct {
	report
	book                                      *spreadsheet.Book
	overview, list, trendSheet, moving, texts *spreadsheet.Sheet
	remarks                                   *spreadsheet.Sheet // nil where there are none
	// changes and edits are the keys of the last rows of changes and of texts.
	changes, edits int
	// issues is how many issues an indicator can stand in, and headings name them.
	issues   int
	headings []string
}

// title is the headline of a report.
func (w words) title(of report) string {
	switch {
	case len(of.comparisons) > 1:
		return w.say("%1 comparisons", strconv.Itoa(len(of.comparisons)))
	case len(of.comparisons) == 1 && of.comparisons[0].title != "":
		return w.say("What changed: %1", of.comparisons[0].title)
	}
	return w.say("Comparison of two issues")
}

// addSheets makes the sheets, all before any row, so that cells can lead to them.
func (v *workbookView) addSheets() {
	say := v.words.say
	v.overview = v.book.AddSheet(spreadsheet.Layout{
		Name: say("Overview"), Title: v.words.title(v.report), Key: "No.", Table: "overview",
		Columns: v.columns("Plan", 60, "Old", 26, "New", 26, "What", 30, "Number", 8, "Remark", 44),
		Lines:   []spreadsheet.Cell{v.book.Text(say("Restated figures come first: figures of a year that was published before."))},
	})
	v.list = v.book.AddSheet(spreadsheet.Layout{
		Name: say("List of changes"), Title: say("Every change, the most important first"), Key: "No.", Table: "changes",
		FrozenColumns: 3, Columns: v.columns("Comparison", 6, "Item", 44, "Class", 24, "Subject", 26, "What", 20, "Year", 28,
			"Old", 24, "New", 24, "Unit", 8, "Difference", 14, "Percent", 10, "Judgement", 46, "Old line", 8, "New line", 8, "Path", 40),
	})
	v.trendSheet = v.book.AddSheet(v.trendLayout())
	v.moving = v.book.AddSheet(spreadsheet.Layout{
		Name: say("Added and removed"), Title: say("Items that came, went or were renamed"), Table: "items",
		Columns: v.columns("Comparison", 6, "Status", 10, "Item", 36, "Formerly", 36, "About", 70, "Files", 24, "Old line", 8, "New line", 8),
	})
	v.texts = v.book.AddSheet(spreadsheet.Layout{
		Name: say("Texts"), Title: say("Texts word by word"), Key: "No.", Table: "texts", FrozenColumns: 2,
		Lines: []spreadsheet.Cell{v.book.RichText([]spreadsheet.Run{
			{Text: say("deleted"), Mark: spreadsheet.Deleted}, {Text: " "}, {Text: say("inserted"), Mark: spreadsheet.Inserted},
		})},
		Columns: v.columns("Item", 44, "Text", 30, "Year", 28, "Difference in words", 90, "Old line", 8, "New line", 8, "Comparison", 6),
	})
	for _, comparison := range v.comparisons {
		if len(comparison.remarks) > 0 && v.remarks == nil {
			v.remarks = v.book.AddSheet(spreadsheet.Layout{
				Name: say("What could not be compared"), Title: say("What could not be compared"),
				Columns: v.columns("Comparison", 6, "Remark", 100),
			})
		}
	}
}

// columns makes columns of headings and their widths.
func (v *workbookView) columns(given ...any) []spreadsheet.Column {
	var columns []spreadsheet.Column
	for index := 0; index < len(given); index += 2 {
		heading, width := given[index].(string), given[index+1].(int)
		columns = append(columns, spreadsheet.Column{
			Title: v.words.say(heading), Width: float64(width),
			Repeat: heading == "Item" || heading == "Text", Hidden: heading == "Comparison" && len(v.comparisons) < 2,
		})
	}
	return columns
}

// addComparison adds the rows of a comparison to all sheets but the trends.
func (v *workbookView) addComparison(index int, of comparison) {
	number := index + 1
	v.addOverview(number, of)
	v.addGroups(number, item{name: v.words.say("The whole issue")}, of.changes)
	for _, item := range of.items {
		if _, isMarked := marks[item.status]; isMarked {
			v.addMoving(number, item)
		}
		v.addGroups(number, item, item.groups)
	}
	for _, remark := range of.remarks {
		v.remarks.Add(0, v.comparisonCell(number), v.book.Text(remark))
	}
}

// addOverview adds a row for each count of a comparison, and one for what there is
// to remark.
func (v *workbookView) addOverview(number int, of comparison) {
	add := func(what, count, remark string) {
		v.overview.Add(number, v.book.LinkToSheet(v.book.Text(of.title), v.list), v.book.Text(v.words.issue(of.old)),
			v.book.Text(v.words.issue(of.new)), v.book.Text(what), v.book.Decimal(count), v.book.Text(remark))
	}
	for _, row := range v.words.countRows(of.counts) {
		add(row[0], row[1], "")
	}
	remarks := nonEmpty(of.alone, of.hidden)
	if of.alone == "" && !of.counts.changed() {
		remarks = append(remarks, v.words.none(of.counts))
	}
	if of.oldTitle != "" {
		remarks = append(remarks, v.words.say("formerly %1", of.oldTitle))
	}
	if len(remarks) > 0 {
		add("", "", strings.Join(remarks, "\n"))
	}
}

func (v *workbookView) comparisonCell(number int) spreadsheet.Cell {
	return v.book.Integer(int64(number), spreadsheet.FormatYear)
}

var itemTones = map[compare.ItemStatus]spreadsheet.Tone{
	compare.ItemAdded: spreadsheet.Added, compare.ItemRemoved: spreadsheet.Removed, compare.ItemRenamed: spreadsheet.Changed,
}

// addMoving adds an item that came, went or was renamed.
func (v *workbookView) addMoving(number int, of item) {
	var about []string
	for _, fact := range of.facts {
		about = append(about, fact.label+v.words.say(": ")+fact.text)
	}
	status := v.book.Text(enum(v.words, itemWords, of.status))
	v.moving.Add(0, v.comparisonCell(number), status.Styled(v.book.Style(spreadsheet.Style{Tone: itemTones[of.status]})),
		v.book.Text(of.heading()), v.book.Text(of.formerly), v.book.Text(strings.Join(about, "\n")), v.book.Text(of.files),
		v.lineCell(of.at.old), v.lineCell(of.at.new))
}

func (v *workbookView) lineCell(line int) spreadsheet.Cell {
	if line == 0 {
		return spreadsheet.Empty()
	}
	return v.book.Integer(int64(line), spreadsheet.FormatYear)
}

func (v *workbookView) addGroups(number int, of item, groups []group) {
	for _, group := range groups {
		for _, line := range group.lines {
			v.addChange(number, of, line)
		}
	}
}

// addChange adds a row for a change; a text has its edits on a sheet of its own.
func (v *workbookView) addChange(number int, of item, line line) {
	v.changes++
	class := v.book.Text(enum(v.words, classWords, line.class))
	if line.class == compare.ClassRevision {
		class = class.Styled(v.book.Style(spreadsheet.Style{Tone: spreadsheet.Caution}))
	}
	what := v.book.Text(line.what)
	old, new, unit := v.sideCells(line)
	if line.pieces != nil {
		v.edits++
		v.addText(number, of, line)
		what = v.book.LinkTo(v.book.Text(v.words.say("see the text")), v.texts, v.edits)
		old, new, unit = spreadsheet.Empty(), spreadsheet.Empty(), spreadsheet.Empty()
	}
	verdict := v.book.Text(line.verdict)
	if tone, is := map[compare.Outcome]spreadsheet.Tone{
		compare.OutcomeBetter: spreadsheet.Good, compare.OutcomeWorse: spreadsheet.Bad,
	}[line.outcome]; is && !verdict.IsEmpty() {
		verdict = verdict.Styled(v.book.Style(spreadsheet.Style{Tone: tone}))
	}
	v.list.Add(v.changes, v.comparisonCell(number), v.book.Text(of.heading()), class, v.book.Text(line.subject), what,
		v.book.Text(line.years()), old, new, unit, v.delta(line), v.percent(line), verdict,
		v.lineCell(line.at.old), v.lineCell(line.at.new), v.book.Text(visible(line.change.Path)))
}

// years are the year of a change, or those of its two values.
func (l line) years() string {
	if l.when != "" {
		return l.when
	}
	return strings.Join(nonEmpty(l.old.when, l.new.when), " → ")
}

// sideCells returns both values and their unit: numbers as such, money in yen.
func (v *workbookView) sideCells(of line) (old, new, unit spreadsheet.Cell) {
	oldNumber, oldUnit, isOld := figureOf(of.change.Old, of.oldUnit)
	newNumber, newUnit, isNew := figureOf(of.change.New, of.newUnit)
	if !isOld || !isNew || oldUnit != newUnit && !oldNumber.IsZero() && !newNumber.IsZero() {
		return v.book.Text(of.old.value), v.book.Text(of.new.value), spreadsheet.Empty()
	}
	if oldUnit == "" {
		oldUnit = newUnit
	}
	if oldUnit == yenUnit {
		oldUnit = v.words.say("yen")
	}
	return v.book.Decimal(oldNumber.String()), v.book.Decimal(newNumber.String()), v.book.Text(visible(oldUnit))
}

// yenUnit marks money among units.
const yenUnit = "\x00yen"

// figureOf returns the number that a value is, absent for none, and whether it is
// no text or row.
func figureOf(value any, unit string) (model.Number, string, bool) {
	switch value := value.(type) {
	case nil:
		return model.Number{}, "", true
	case model.Number:
		return value, unit, true
	case model.Yen:
		return model.NewNumber(value.Amount(), 0), yenUnit, true
	}
	return model.Number{}, "", false
}

func (v *workbookView) delta(of line) spreadsheet.Cell {
	if of.change.Delta.IsZero() {
		return spreadsheet.Empty()
	}
	format := spreadsheet.NumberFormat(of.change.Delta.Decimals())
	return v.book.FormattedDecimal(of.change.Delta.String(), "+"+format+";-"+format+";±0")
}

func (v *workbookView) percent(of line) spreadsheet.Cell {
	if of.change.Percent.IsZero() {
		return spreadsheet.Empty()
	}
	return v.book.FormattedDecimal(rounded(of.change.Percent).String(), `+#,##0.0"%";-#,##0.0"%";±0"%"`)
}

// addText adds the edits of a text, whole.
func (v *workbookView) addText(number int, of item, line line) {
	var runs []spreadsheet.Run
	for _, piece := range line.pieces {
		mark := map[compare.Edit]spreadsheet.Mark{
			compare.Deleted: spreadsheet.Deleted, compare.Inserted: spreadsheet.Inserted,
		}[piece.edit]
		runs = append(runs, spreadsheet.Run{Text: piece.text, Mark: mark})
	}
	v.texts.Add(v.edits, v.book.Text(of.heading()), v.book.Text(line.label()), v.book.Text(line.years()), v.book.RichText(runs),
		v.lineCell(line.at.old), v.lineCell(line.at.new), v.comparisonCell(number))
}

package changes

import (
	"io"
	"strconv"
	"strings"

	"sheetconv/model/compare"
)

// writeText writes the view for a terminal.
func writeText(into io.Writer, results []*compare.Result, options Options) error {
	text := textView{report: newReport(results, options), page: newPage(options)}
	for index, comparison := range text.comparisons {
		if index > 0 {
			text.blank()
		}
		text.comparison(comparison)
	}
	if len(text.comparisons) > 1 {
		text.blank()
		text.line(0, indentation, []run{{bold, text.words.say("All comparisons")}}, "")
		text.summary(text.total, "")
	}
	_, err := io.WriteString(into, text.text.String())
	return err
}

// indentation is by how much a level stands farther to the right.
const indentation = 2

// textView is the report on its way onto a page.
type textView struct {
	report
	*page
}

func (t *textView) comparison(of comparison) {
	if of.title != "" {
		t.line(0, indentation, []run{{bold, of.title}}, "")
	}
	if of.oldTitle != "" {
		t.line(0, indentation, []run{{usual, t.words.say("formerly %1", of.oldTitle)}}, "")
	}
	if of.alone != "" {
		t.line(0, indentation, []run{{attention, of.alone}}, "")
		t.remarks(of.remarks)
		return
	}
	t.line(0, indentation, []run{
		{deleted, t.words.say("old %1", t.words.issue(of.old))},
		{usual, " → "},
		{inserted, t.words.say("new %1", t.words.issue(of.new))},
	}, "")
	t.summary(of.counts, of.hidden)
	if len(of.changes) > 0 {
		t.blank()
		t.line(0, indentation, []run{{bold, "■ " + t.words.say("The whole issue")}}, "")
		t.groups(of.changes)
	}
	for _, item := range of.items {
		t.blank()
		t.item(item)
	}
	t.remarks(of.remarks)
}

// summary sets the counts, or says that there is no difference.
func (t *textView) summary(of counts, hidden string) {
	if !of.changed() {
		t.line(0, indentation, []run{{good, t.words.none(of)}}, "")
	} else {
		t.line(0, indentation, []run{{usual, t.words.itemCounts(of)}}, "")
		t.line(0, indentation, []run{{usual, t.words.classCounts(of)}}, "")
	}
	if hidden != "" {
		t.line(0, indentation, []run{{attention, hidden}}, "")
	}
}

// marks stand before the items.
var marks = map[compare.ItemStatus]run{
	compare.ItemAdded:   {inserted, "+"},
	compare.ItemRemoved: {deleted, "-"},
	compare.ItemRenamed: {attention, "~"},
}

func (t *textView) item(of item) {
	heading := []run{{bold, "■ " + of.heading()}}
	if mark, isMarked := marks[of.status]; isMarked {
		status := enum(t.words, itemWords, of.status)
		heading = []run{{mark.style, mark.text + " " + status}, {bold, "  " + of.heading()}}
	}
	t.line(0, indentation, heading, t.words.places(of.at))
	if of.formerly != "" {
		t.line(indentation, indentation, []run{{usual, of.formerly}}, "")
	}
	if of.files != "" {
		t.line(indentation, indentation, []run{{faint, of.files}}, "")
	}
	for _, fact := range of.facts {
		t.line(indentation, indentation, []run{{faint, fact.label + t.words.say(": ")}, {usual, fact.text}}, "")
	}
	t.groups(of.groups)
}

func (t *textView) groups(groups []group) {
	for _, group := range groups {
		emphasis := bold
		if group.class == compare.ClassRevision {
			emphasis = attention
		}
		t.line(indentation, indentation, []run{{emphasis, t.words.say("[%1]", enum(t.words, classWords, group.class))}}, "")
		t.lines(group.lines)
	}
}

// lines sets the changes of a class under their subjects, in columns.
func (t *textView) lines(lines []line) {
	const widest = 24 // columns; a longer one is not waited for
	what, when := 0, 0
	for _, line := range lines {
		if width := t.measure.Of(line.what); width <= widest && line.pieces == nil {
			what = max(what, width)
		}
		if width := t.measure.Of(line.when); width <= widest {
			when = max(when, width)
		}
	}
	subject := ""
	for _, line := range lines {
		indent := 2 * indentation
		if line.subject != "" {
			if line.subject != subject {
				t.line(indent, indentation, []run{{usual, line.subject}}, "")
			}
			indent += indentation
		}
		subject = line.subject
		if line.pieces != nil {
			t.edits(indent, line)
			continue
		}
		runs := []run{{usual, t.measure.Pad(line.what, what) + "  "}}
		if when > 0 {
			runs = append(runs, run{usual, t.measure.Pad(line.when, when) + "  "})
		}
		t.line(indent, indentation, append(runs, t.figures(line)...), t.words.places(line.at))
	}
}

// figures returns both values, the difference and what to make of it.
func (t *textView) figures(of line) []run {
	runs := []run{{deleted, of.old.String()}, {usual, " → "}, {inserted, of.new.String()}}
	if of.effect != "" {
		runs = append(runs, run{bold, " (" + of.effect + ")"})
	}
	if of.verdict != "" {
		emphasis := map[compare.Outcome]style{compare.OutcomeBetter: good, compare.OutcomeWorse: bad}[of.outcome]
		runs = append(runs, run{emphasis, "  " + of.verdict})
	}
	return runs
}

// edits sets a text with its deleted and inserted words.
func (t *textView) edits(indent int, of line) {
	t.line(indent, indentation, []run{{usual, strings.TrimSpace(of.what + "  " + of.when)}}, t.words.places(of.at))
	var runs []run
	for _, piece := range of.pieces {
		switch {
		case piece.omitted > 0:
			runs = append(runs, run{faint, t.words.omitted(piece.omitted)})
		case t.colour:
			runs = append(runs, run{editStyles[piece.edit], piece.text})
		default:
			runs = append(runs, run{usual, editMarks[piece.edit][0] + piece.text + editMarks[piece.edit][1]})
		}
	}
	t.line(indent+indentation, 0, runs, "")
}

// editMarks enclose the pieces of a text where there is no colour, as word diffs
// do; editStyles also tell them apart without seeing red from green.
var (
	editMarks  = map[compare.Edit][2]string{compare.Deleted: {"[-", "-]"}, compare.Inserted: {"{+", "+}"}}
	editStyles = map[compare.Edit]style{compare.Deleted: "9;31", compare.Inserted: "4;32"}
)

func (t *textView) remarks(remarks []string) {
	if len(remarks) == 0 {
		return
	}
	t.blank()
	t.line(0, indentation, []run{{bold, t.words.say("What could not be compared")}}, "")
	for _, remark := range remarks {
		t.line(indentation, indentation, []run{{usual, remark}}, "")
	}
}

// omitted words how many signs of a text are left out.
func (w words) omitted(signs int) string {
	return w.say("… (%1 characters) …", strconv.Itoa(signs))
}

// none words that there is no difference.
func (w words) none(of counts) string {
	if unchanged := of.items[compare.ItemUnchanged]; unchanged > 0 {
		return w.say("No difference in %1 items.", strconv.Itoa(unchanged))
	}
	return w.say("No difference.")
}

// itemCounts words the items by what became of them.
func (w words) itemCounts(of counts) string {
	var parts []string
	for _, status := range itemOrder {
		if number := of.items[status]; number > 0 {
			parts = append(parts, w.say("%1 %2", enum(w, itemWords, status), strconv.Itoa(number)))
		}
	}
	return w.say("Items: %1", strings.Join(parts, w.say(", ")))
}

// itemOrder is the order in which items are counted.
var itemOrder = []compare.ItemStatus{
	compare.ItemChanged, compare.ItemRenamed, compare.ItemAdded, compare.ItemRemoved, compare.ItemUnchanged,
}

// classCounts words the changes by class.
func (w words) classCounts(of counts) string {
	var parts []string
	for _, class := range classOrder {
		number := of.classes[class]
		if number == 0 {
			continue
		}
		part := w.say("%1 %2", enum(w, classWords, class), strconv.Itoa(number))
		if outcomes := w.outcomeCounts(of); class == compare.ClassProgress && outcomes != "" {
			part = w.say("%1 (%2)", part, outcomes)
		}
		parts = append(parts, part)
	}
	return w.say("Changes: %1", strings.Join(parts, w.say(", ")))
}

func (w words) outcomeCounts(of counts) string {
	var parts []string
	for _, outcome := range []compare.Outcome{compare.OutcomeBetter, compare.OutcomeWorse, compare.OutcomeSame} {
		if number := of.outcomes[outcome]; number > 0 {
			parts = append(parts, w.say("%1 %2", enum(w, outcomeWords, outcome), strconv.Itoa(number)))
		}
	}
	return strings.Join(parts, w.say(", "))
}

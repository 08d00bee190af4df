package changes

import (
	"io"

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
		t.counts(t.words.say("Items"), t.words.itemCounts(of))
		t.counts(t.words.say("Changes"), t.words.classCounts(of))
	}
	if hidden != "" {
		t.line(0, indentation, []run{{attention, hidden}}, "")
	}
}

// counts sets numbers with what they count.
func (t *textView) counts(label string, counts []string) {
	if len(counts) == 0 {
		return
	}
	parts := [][]run{{{usual, label + t.words.say(": ")}}}
	for index, count := range counts {
		if index < len(counts)-1 {
			count += t.words.say(", ")
		}
		parts = append(parts, []run{{usual, count}})
	}
	t.parts(0, indentation, parts, "")
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

// lines sets the changes of a class in columns, those of an indicator under its
// name.
func (t *textView) lines(lines []line) {
	label, when := 0, 0
	for index, line := range lines {
		indent := 2 * indentation
		isFirst := index == 0 || lines[index-1].head() != line.head()
		if isFirst {
			label, when = t.columns(lines[index:])
		}
		if line.isHeaded {
			if isFirst {
				t.line(indent, indentation, []run{{usual, line.subject}}, "")
			}
			indent += indentation
		}
		if line.pieces != nil {
			t.edits(indent, line)
			continue
		}
		parts := [][]run{{{usual, t.measure.Pad(line.label(), label) + "  "}}}
		if when > 0 {
			parts = append(parts, []run{{usual, t.measure.Pad(line.when, when) + "  "}})
		}
		t.parts(indent, indentation, append(parts, t.figures(line)...), t.words.places(line.at))
	}
}

// columns returns how wide the labels and the years before the figures are, of the
// lines under one head. One that is very wide is not waited for.
func (t *textView) columns(lines []line) (label, when int) {
	const widest = 28
	for _, line := range lines {
		if line.head() != lines[0].head() {
			break
		}
		if line.pieces != nil {
			continue
		}
		for _, column := range []struct {
			text string
			of   *int
		}{{line.label(), &label}, {line.when, &when}} {
			if width := t.measure.Of(column.text); width <= widest {
				*column.of = max(*column.of, width)
			}
		}
	}
	return label, when
}

// figures returns both values, the difference and what to make of it, as what is
// not to be broken.
func (t *textView) figures(of line) [][]run {
	var parts [][]run
	was, is := deleted, inserted
	if of.isMove() {
		was, is = usual, bold
	}
	if of.old.value != "" {
		parts = append(parts, []run{{was, of.old.String()}})
	}
	switch {
	case of.old.value != "" && of.new.value != "":
		parts = append(parts, []run{{usual, " → "}, {is, of.new.String()}})
	case of.new.value != "":
		parts = append(parts, []run{{is, of.new.String()}})
	}
	if of.effect != "" {
		parts = append(parts, []run{{bold, " (" + of.effect + ")"}})
	}
	if of.verdict != "" {
		emphasis := map[compare.Outcome]style{compare.OutcomeBetter: good, compare.OutcomeWorse: bad}[of.outcome]
		parts = append(parts, []run{{emphasis, "  " + of.verdict}})
	}
	return parts
}

// edits sets a text with its deleted and inserted words.
func (t *textView) edits(indent int, of line) {
	t.line(indent, indentation, []run{{usual, joined(of.label(), of.when)}}, t.words.places(of.at))
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

package changes

import (
	"io"
	"strings"

	"sheetconv/export/markup"
	"sheetconv/model/compare"
)

// writeMarkdown writes the view for a pull request, in GitHub's Markdown: a table
// of counts, then each item with a table of its figures and the edits of its texts.
func writeMarkdown(into io.Writer, results []*compare.Result, options Options) error {
	view := markdownView{report: newReport(results, options)}
	for index, comparison := range view.comparisons {
		if index > 0 {
			view.paragraph("---")
		}
		view.comparison(comparison)
	}
	if len(view.comparisons) > 1 {
		view.paragraph("---")
		view.paragraph("## " + view.words.say("All comparisons"))
		view.summary(view.total, "")
	}
	_, err := io.WriteString(into, view.text.String())
	return err
}

// markdownView is the report on its way into Markdown. All that comes from a sheet
// goes through markup.
type markdownView struct {
	report
	text strings.Builder
}

// paragraph writes a block and the empty line that ends it.
func (m *markdownView) paragraph(text string) {
	if m.text.Len() > 0 {
		m.text.WriteByte('\n')
	}
	m.text.WriteString(text + "\n")
}

func (m *markdownView) comparison(of comparison) {
	title := of.title
	if title == "" {
		title = m.words.say("Comparison of two issues")
	}
	m.paragraph("## " + markup.Escape(title))
	if of.oldTitle != "" {
		m.paragraph(markup.Escape(m.words.say("formerly %1", of.oldTitle)))
	}
	if of.alone != "" {
		m.paragraph("**" + markup.Escape(of.alone) + "**")
		m.remarks(of.remarks)
		return
	}
	m.paragraph(markup.Escape(m.words.say("old %1", m.words.issue(of.old))) + " → " + markup.Escape(m.words.say("new %1", m.words.issue(of.new))))
	m.summary(of.counts, of.hidden)
	if len(of.changes) > 0 {
		m.paragraph("### " + m.words.say("The whole issue"))
		m.groups(of.changes)
	}
	for _, item := range of.items {
		m.item(item)
	}
	m.remarks(of.remarks)
}

// summary writes a table of the counts.
func (m *markdownView) summary(of counts, hidden string) {
	if !of.changed() {
		m.paragraph(markup.Escape(m.words.none(of)))
	} else {
		m.table([]string{m.words.say("What"), m.words.say("Number")}, m.words.countRows(of), "| --- | ---: |")
	}
	if hidden != "" {
		m.paragraph("> " + markup.Escape(hidden))
	}
}

// table writes a table of cells that are escaped already.
func (m *markdownView) table(heads []string, rows [][]string, rule string) {
	lines := []string{"| " + strings.Join(heads, " | ") + " |", rule}
	for _, row := range rows {
		lines = append(lines, "| "+strings.Join(row, " | ")+" |")
	}
	m.paragraph(strings.Join(lines, "\n"))
}

func (m *markdownView) item(of item) {
	heading := "### "
	if _, isMarked := marks[of.status]; isMarked {
		heading += m.words.say("[%1]", enum(m.words, itemWords, of.status)) + " "
	}
	heading += markup.Escape(of.heading())
	m.paragraph(heading)
	var about []string
	for _, text := range []string{of.formerly, of.files, m.words.places(of.at)} {
		if text != "" {
			about = append(about, markup.EscapeFirst(text))
		}
	}
	if len(about) > 0 {
		m.paragraph(strings.Join(about, " · "))
	}
	var facts []string
	for _, fact := range of.facts {
		facts = append(facts, "- **"+markup.Escape(fact.label)+"** "+markup.Escape(fact.text))
	}
	if len(facts) > 0 {
		m.paragraph(strings.Join(facts, "\n"))
	}
	m.groups(of.groups)
}

// groups writes all figures of an item as one table, and its texts behind it.
func (m *markdownView) groups(groups []group) {
	var rows [][]string
	var texts []string
	for _, group := range groups {
		for _, line := range group.lines {
			if line.pieces != nil {
				texts = append(texts, m.edits(line))
				continue
			}
			rows = append(rows, m.row(line))
		}
	}
	if len(rows) > 0 {
		m.table([]string{
			m.words.say("Class"), m.words.say("What"), m.words.say("Old"), m.words.say("New"),
			m.words.say("Difference"), m.words.say("Lines"),
		}, rows, "| --- | --- | --- | --- | --- | --- |")
	}
	for _, text := range texts {
		m.paragraph(text)
	}
}

func (m *markdownView) row(of line) []string {
	class := markup.Escape(enum(m.words, classWords, of.class))
	if of.class == compare.ClassRevision {
		class = "**" + class + "**"
	}
	what := joined(of.subject, of.what, of.when)
	return []string{
		class, markup.Escape(what), markup.Escape(of.old.text()), markup.Escape(of.new.text()),
		markup.Escape(strings.Join(nonEmpty(of.effect, of.verdict), m.words.say("; "))), markup.Escape(m.words.places(of.at)),
	}
}

// edits writes a text with its deleted and inserted words in a quotation. The tags
// stand against Japanese letters, where ~~ and ** would not be read.
func (m *markdownView) edits(of line) string {
	var text strings.Builder
	for _, piece := range of.pieces {
		if piece.omitted > 0 {
			text.WriteString(markup.Escape(m.words.omitted(piece.omitted)))
			continue
		}
		tag := editTags[piece.edit]
		for index, line := range strings.Split(piece.text, "\n") {
			if index > 0 {
				text.WriteString("\\\n> ")
			}
			if line == "" || tag == "" {
				text.WriteString(markup.EscapeFirst(line))
				continue
			}
			text.WriteString("<" + tag + ">" + markup.Escape(line) + "</" + tag + ">")
		}
	}
	heading := "**" + markup.Escape(joined(of.label(), of.when)) + "**"
	if places := m.words.places(of.at); places != "" {
		heading += " (" + markup.Escape(places) + ")"
	}
	return heading + "\n\n> " + text.String()
}

var editTags = map[compare.Edit]string{compare.Deleted: "del", compare.Inserted: "ins"}

func (m *markdownView) remarks(remarks []string) {
	if len(remarks) == 0 {
		return
	}
	m.paragraph("### " + m.words.say("What could not be compared"))
	var lines []string
	for _, remark := range remarks {
		lines = append(lines, "- "+markup.EscapeFirst(remark))
	}
	m.paragraph(strings.Join(lines, "\n"))
}

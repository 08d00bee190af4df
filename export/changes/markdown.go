package changes

import (
	"io"
	"strings"

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
// goes through escape.
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
	m.paragraph("## " + escape(title))
	if of.oldTitle != "" {
		m.paragraph(escape(m.words.say("formerly %1", of.oldTitle)))
	}
	if of.alone != "" {
		m.paragraph("**" + escape(of.alone) + "**")
		m.remarks(of.remarks)
		return
	}
	m.paragraph(escape(m.words.say("old %1", m.words.issue(of.old))) + " → " + escape(m.words.say("new %1", m.words.issue(of.new))))
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
		m.paragraph(escape(m.words.none(of)))
	} else {
		m.table([]string{m.words.say("What"), m.words.say("Number")}, m.words.countRows(of), "| --- | ---: |")
	}
	if hidden != "" {
		m.paragraph("> " + escape(hidden))
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
	heading += escape(of.heading())
	m.paragraph(heading)
	var about []string
	for _, text := range []string{of.formerly, of.files, m.words.places(of.at)} {
		if text != "" {
			about = append(about, escapeFirst(text))
		}
	}
	if len(about) > 0 {
		m.paragraph(strings.Join(about, " · "))
	}
	var facts []string
	for _, fact := range of.facts {
		facts = append(facts, "- **"+escape(fact.label)+"** "+escape(fact.text))
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
	class := escape(enum(m.words, classWords, of.class))
	if of.class == compare.ClassRevision {
		class = "**" + class + "**"
	}
	what := joined(of.subject, of.what, of.when)
	return []string{
		class, escape(what), escape(of.old.text()), escape(of.new.text()),
		escape(strings.Join(nonEmpty(of.effect, of.verdict), m.words.say("; "))), escape(m.words.places(of.at)),
	}
}

// edits writes a text with its deleted and inserted words in a quotation. The tags
// stand against Japanese letters, where ~~ and ** would not be read.
func (m *markdownView) edits(of line) string {
	var text strings.Builder
	for _, piece := range of.pieces {
		if piece.omitted > 0 {
			text.WriteString(escape(m.words.omitted(piece.omitted)))
			continue
		}
		tag := editTags[piece.edit]
		for index, line := range strings.Split(piece.text, "\n") {
			if index > 0 {
				text.WriteString("\\\n> ")
			}
			if line == "" || tag == "" {
				text.WriteString(escapeFirst(line))
				continue
			}
			text.WriteString("<" + tag + ">" + escape(line) + "</" + tag + ">")
		}
	}
	heading := "**" + escape(joined(of.label(), of.when)) + "**"
	if places := m.words.places(of.at); places != "" {
		heading += " (" + escape(places) + ")"
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
		lines = append(lines, "- "+escapeFirst(remark))
	}
	m.paragraph(strings.Join(lines, "\n"))
}

// escape puts a text into Markdown so that it reads as it is: a backslash before
// signs of Markdown, references for those of HTML and for @, which would call a
// person.
func escape(text string) string {
	var escaped strings.Builder
	for _, r := range text {
		switch {
		case r == '<':
			escaped.WriteString("&lt;")
		case r == '>':
			escaped.WriteString("&gt;")
		case r == '&':
			escaped.WriteString("&amp;")
		case r == '@':
			escaped.WriteString("&#64;")
		case r == '\n':
			escaped.WriteByte(' ')
		case strings.ContainsRune("\\`*_[]|~#$", r):
			escaped.WriteString("\\" + string(r))
		default:
			escaped.WriteRune(r)
		}
	}
	return escaped.String()
}

// escapeFirst does so for a text that stands first on a line, where a number or a
// sign would begin a list or a rule.
func escapeFirst(text string) string {
	escaped := escape(text)
	digits := len(escaped) - len(strings.TrimLeft(escaped, "0123456789"))
	sign := strings.IndexAny(escaped, "+-=.)")
	if sign < 0 || sign != digits || digits == 0 && strings.ContainsAny(escaped[:1], ".)") {
		return escaped
	}
	return escaped[:sign] + "\\" + escaped[sign:]
}

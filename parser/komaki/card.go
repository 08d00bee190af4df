package komaki

import (
	"slices"
	"strconv"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// cardHead is what the head of a project card says.
type cardHead struct {
	at          model.Position
	name        string
	status      model.Status
	departments sheet.DepartmentList
}

// readCardHead reads the head of a card: its mark, its name, its sections.
func (r *reader) readCardHead(first *line) {
	r.leave(idle)
	head := cardHead{at: first.cells[0].At}
	start := r.next - 1
	end := start + int(first.head)
	for i := start; i < end; i++ {
		l := &r.lines[i]
		switch {
		case l.isPageFurniture():
			r.skip(l)
		case l.isMarkLine():
			if head.status, _ = cutMark(sheet.PlainText(l.cells[len(l.cells)-1].Text)); head.status != "" {
				r.claim(l, grid.Value)
			}
		case i-start < int(first.named) && head.name == "":
			head.readName(l)
			r.claim(l, grid.Value)
		case i-start < int(first.named):
			head.continueName(l)
			r.claim(l, grid.Value)
		default:
			cells := l.cells
			for len(cells) == 1 && i+1 < end && !sheet.EndsAsSection(cells[0].Text) && !isDivisionStart(r.lines[i+1].first) {
				whole, ok := joinCells(r.Grid, cells[0], r.lines[i+1].cells[0])
				if !ok {
					break
				}
				i++
				cells = []grid.Cell{whole}
			}
			if len(cells) > 1 && isSectionsLabel(cells[0].Text) {
				r.Grid.Claim(cells[0], grid.Label)
				cells = cells[1:]
			}
			head.departments.Add(cells...)
			r.claim(&line{cells: cells}, grid.Value)
		}
	}
	r.next = end
	r.addProject(&head)
}

// continueName reads a further line of the name, on which the sections may stand, too.
func (h *cardHead) continueName(l *line) {
	name, behind := l.text(), ""
	if len(l.cells) == 1 {
		if name, behind = cutCardSections(l.first); behind != "" {
			h.departments.Add(tailOf(l.cells[0], behind))
		}
	}
	h.name = ja.Unwrap(h.name + "\n" + name)
}

// readName reads the line that names the project, on which its mark and its
// sections may stand, too.
func (h *cardHead) readName(l *line) {
	cells := l.cells
	if len(cells) > 1 && isNameLabel(cells[0].Text) {
		cells = cells[1:]
	}
	h.at = cells[0].At
	for len(cells) > 1 && isMark(sheet.PlainText(cells[0].Text)) {
		h.status, _ = cutMark(sheet.PlainText(cells[0].Text))
		cells = cells[1:]
		h.at = cells[0].At
	}
	last := len(cells)
	for last > 1 && sheet.IsDepartments(sheet.PlainText(cells[last-1].Text)) {
		last--
	}
	sections := cells[last:]
	named := line{cells: cells[:last], first: sheet.PlainText(cells[0].Text)}
	name := named.text()
	status, name := cutMark(name)
	if status == "" {
		status, name = cutTrailingMark(name)
	}
	if status != "" {
		h.status = status
	}
	if len(sections) == 0 && len(cells) == 1 {
		if behind := ""; name != "" {
			name, behind = cutCardSections(name)
			if behind != "" {
				sections = append(sections, tailOf(cells[0], behind))
			}
		}
	}
	h.name = ja.Unwrap(name)
	if len(sections) > 0 {
		h.departments.Add(sections...)
	}
}

// addProject begins the project. A card stands under the measure it follows.
func (r *reader) addProject(head *cardHead) {
	id, parent := head.name, ""
	if r.measure != none {
		parent = r.item(r.measure).ID
		id = parent + "/" + head.name
	}
	r.lastPart, r.indicators.card = "", none
	if head.name == "" {
		r.nameless++
		id += sheet.NoID
		if r.nameless > 1 {
			id += strconv.Itoa(r.nameless)
		}
		r.Report(model.CodeNoName, head.at, "事業名")
		head.at = model.Position{} // a name that is not printed stands nowhere
	} else if known, stands := r.ids[id]; stands && r.item(known).Kind == model.Project {
		r.project = known // the head is repeated on the next page
		return
	}
	r.project = r.addItem(model.Item{
		At: head.at, ID: id, Kind: model.Project, Name: head.name, Parent: parent,
		Status: head.status, Departments: head.departments.Finish(),
	})
}

// readPart reads a part of a card: 1 予算額, 2 目的及び効果, 3 事業概要.
func (r *reader) readPart(l *line) {
	if l.nameless {
		r.leave(idle)
		r.addProject(&cardHead{at: l.cells[0].At})
	}
	if r.project == none || l.part.part == otherPart && !r.isDue(l.number) {
		if r.mode != idle {
			r.readPlain(l)
		}
		return
	}
	r.leave(idle)
	r.lastPart = l.number
	text := l.text()
	label := labelText(text[:l.rest])
	if name, ok := readPartLabel(label); ok {
		label = label[name.start:]
	}
	if l.part.part == budgetPart {
		r.mode = budgeting
		r.readBudget(l, label)
		return
	}
	if l.part.period {
		r.readPeriod(l)
		return
	}
	at := r.claimLabelled(l, l.rest)
	r.openText(r.project, l.part.key, label, at, text[l.rest:])
}

// readPeriod reads the years of a project from the line of their label.
func (r *reader) readPeriod(l *line) {
	r.labelUpTo(l, l.rest)
	var period sheet.Period
	for _, cell := range l.from(l.rest) {
		period.ReadStart(r.Builder, r.item(r.project), cell)
		return
	}
}

// maxPartRunes is how long the label of a part may be that the form does not know.
const maxPartRunes = 12

// beginsUnknownPart reports whether a line under a part of a card begins the next one,
// with a label that the form does not know: a line with the number that is due and a
// few words behind a paragraph or a sentence, where the text has no list of its own.
func (r *reader) beginsUnknownPart(l *line) bool {
	if r.project == none || r.mode != narrating || r.text.item != r.project || !ja.HasDigit(l.first[:min(len(l.first), maxCountBytes)]) {
		return false
	}
	number, at := partNumber(l.first)
	before := r.lineBefore(r.next - 1)
	if !r.isDue(number) || at == len(l.first) || before == nil {
		return false
	}
	label := l.first[at:]
	if end := strings.IndexAny(label, sheet.WrapBlanks); end > 0 {
		label = label[:end]
	}
	if l.follows(before) && (r.text.unfinished() || strings.ContainsFunc(label, isParticle)) {
		return false
	}
	return !ja.LongerThan(label, maxPartRunes) && !ja.HasDigit(label) && !strings.ContainsAny(label, "。、") && !slices.ContainsFunc(r.text.lines, beginsWithNumber)
}

// isParticle reports whether a character makes more than a label of a few words: hiragana
// but の, and the び of 及び.
func isParticle(r rune) bool { return r >= 'ぁ' && r <= 'ん' && r != 'の' && r != 'び' }

// beginsWithNumber reports whether a line is an entry of a numbered list.
func beginsWithNumber(text string) bool {
	number, at := partNumber(text)
	return number != "" && number != "①" && !beginsWithBracket(text) && !sheet.IsDigit(lastRune(text[:at]))
}

// isDue reports whether the number of a part follows that of the part before
// it, so that a list inside a text is not taken for parts.
func (r *reader) isDue(number string) bool {
	return len(number) == 1 && len(r.lastPart) == 1 && number[0] == r.lastPart[0]+1
}

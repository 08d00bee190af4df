package komaki

import (
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readNote reads a ※ line. In the text of a card it belongs to that; the note
// that gives the baselines' year never does.
func (r *reader) readNote(l *line) {
	text := l.text()
	if r.project != none && r.mode == narrating && !strings.Contains(ja.Unwrap(text), "基準値") {
		r.appendText(l)
		return
	}
	r.leave(idle)
	r.claim(l, grid.Value)
	r.addNote(text, l.cells[0].At)
	r.noteOpen = !endsSentence(text)
}

// addNote adds a note unless it stands already.
func (r *reader) addNote(text string, at model.Position) {
	text = ja.TrimSpace(text)
	r.baselines.readNote(text, at, r.Calendar)
	if last := len(r.Document.Notes) - 1; last >= 0 && r.Document.Notes[last] == text {
		return // each page repeats it
	}
	r.AddNote(text, at)
}

// continueNote reads the next line of a wrapped note.
func (r *reader) continueNote(l *line) bool {
	before := r.lineBefore(r.next - 1)
	if len(l.cells) > 2 || before == nil || !l.follows(before) || len(r.Document.Notes) == 0 || len(r.Document.Notes[len(r.Document.Notes)-1]) > maxRemark {
		return false
	}
	r.claim(l, grid.Value)
	r.extendNote(l.text())
	r.noteOpen = !endsSentence(l.text())
	return true
}

// extendNote adds a line to the note that was read last. The whole note may be
// one that stands already.
func (r *reader) extendNote(text string) {
	note, at := r.TakeNote()
	r.addNote(note+"\n"+ja.TrimSpace(text), at)
}

// maxRemark is how long a note of several lines may be.
const maxRemark = 4000

// readRemark reads a paragraph under ◆…の体系, which is a note of the document.
func (r *reader) readRemark(l *line) {
	if r.Document.Plan != nil && isListedInitiative(l) {
		r.noteOpen = false
		return // no note; it stays unmapped
	}
	if name, start, end := readPlanLine(r.textWithNext(l)); name != "" && !strings.Contains(l.first, "。") {
		r.claim(l, grid.Value)
		r.claim(&r.lines[r.next], grid.Value)
		r.next++
		r.setPlan(name, start, end)
		return
	}
	r.claim(l, grid.Value)
	if last := len(r.Document.Notes) - 1; r.noteOpen && last >= 0 && len(r.Document.Notes[last]) < maxRemark {
		r.extendNote(l.text())
	} else {
		r.addNote(l.text(), l.cells[0].At)
	}
	r.noteOpen = !endsSentence(l.text())
}

// textWithNext returns the text of a line and the next one, for a plan whose
// years stand on a line of their own.
func (r *reader) textWithNext(l *line) string {
	if r.next == len(r.lines) || !strings.HasSuffix(l.first, "計画") {
		return ""
	}
	return l.text() + r.lines[r.next].text()
}

var noteEnds = ja.NewCharacters("。.)）」")

func endsSentence(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return noteEnds.Has(last)
}

// readPlanLine reads the name of a plan with its years:
// 自治体経営改革推進計画(令和5年度～令和8年度). Name is empty for anything else.
func readPlanLine(text string) (name string, startFY, endFY int) {
	text = ja.Unwrap(text)
	startFY, endFY, start, end, found := ja.FindYearRange(text)
	if !found || start == 0 {
		return "", 0, 0
	}
	name = strings.TrimRight(text[:start], " 　(（[【〔〈<＜\n")
	rest := strings.TrimLeft(text[end:], " 　)）]】〕〉>＞\n")
	if rest != "" || ja.LongerThan(name, maxNameRunes) || strings.ContainsAny(name, "、。") || !sheet.IsPlanName(name) {
		return "", 0, 0
	}
	return ja.Unwrap(strings.TrimLeft(name, "◆■●○ 　")), startFY, endFY
}

// readPlan reads the line that names the plan of the initiatives.
func (r *reader) readPlan(l *line) {
	name, start, end := readPlanLine(l.text())
	if plan := r.Document.Plan; plan != nil && (plan.Name != name || plan.StartFY != start || plan.EndFY != end) {
		// A second plan: which one the document belongs to can't be told.
		return
	}
	if r.mode != listing {
		r.leave(remarking)
	}
	r.claim(l, grid.Value)
	r.setPlan(name, start, end)
}

func (r *reader) setPlan(name string, start, end int) {
	if r.Document.Plan == nil {
		r.Document.Plan = &model.Plan{Name: name, StartFY: start, EndFY: end}
	}
}

// sheetKinds are words in a title that say what the sheet tells of the plan.
var sheetKinds = [...]string{"進捗状況", "進行状況", "進捗管理", "進行管理", "実施状況", "達成状況", "実績報告", "実績", "年次報告", "評価"}

// namePlan names the plan by the title, less the words for the sheet's kind, where no
// line of the text names it.
func (r *reader) namePlan() {
	title := r.Document.Title
	if r.Document.Plan != nil || title == "" {
		return
	}
	if _, from, to, found := ja.FindFiscalYear(title); found && from == 0 {
		title = title[to:]
	}
	for _, word := range sheetKinds {
		if at := strings.Index(title, word); at > 0 {
			title = title[:at]
		}
	}
	plan := model.Plan{}
	if start, end, from, _, found := ja.FindYearRange(title); found && from > 0 {
		plan.StartFY, plan.EndFY = start, end
		title = title[:from]
	}
	if plan.Name = strings.Trim(title, "#◆■●○ 　(（の"); strings.Contains(plan.Name, "計画") {
		r.Document.Plan = &plan
	}
}

// baselineYears are the notes that give the baselines' year.
type baselineYears struct {
	notes []baselineNote
	// mixed is set where two notes give different years.
	mixed bool
	// undated are the places of values that may be no baselines, as their rows
	// have lost cells.
	undated map[model.Position]bool
}

// leaveUndated notes that a value may be no baseline.
func (b *baselineYears) leaveUndated(at model.Position) {
	if b.undated == nil {
		b.undated = map[model.Position]bool{}
	}
	b.undated[at] = true
}

type baselineNote struct {
	text string
	at   model.Position
	fy   int
}

// readNote takes the year of a note such as ※基準値は原則として令和4年度実績値.
func (b *baselineYears) readNote(text string, at model.Position, calendar *ja.Calendar) {
	last := len(b.notes) - 1
	if last >= 0 && b.notes[last].text == text {
		b.notes[last].at = at
		return
	}
	if !strings.HasPrefix(text, "※") {
		return
	}
	unwrapped := ja.Unwrap(text)
	from := strings.Index(unwrapped, "基準値")
	if from < 0 {
		return
	}
	fy, _, _, found := calendar.FindFiscalYear(unwrapped[from:])
	if !found {
		return
	}
	if last >= 0 && b.notes[last].fy == fy {
		b.notes[last].at = at
		return
	}
	b.mixed = len(b.notes) > 0
	b.notes = append(b.notes, baselineNote{text: text, at: at, fy: fy})
}

// fill gives every baseline without a year that of the notes. Where the notes
// differ, it is that of the next one below.
func (b *baselineYears) fill(items []model.Item) {
	if len(b.notes) == 0 {
		return
	}
	for i := range items {
		for j := range items[i].Indicators {
			for k := range items[i].Indicators[j].Values {
				value := &items[i].Indicators[j].Values[k]
				if value.Measure == model.Baseline && value.FY == 0 && !b.undated[value.At] {
					value.FY = b.yearAt(value.At)
				}
			}
		}
	}
}

func (b *baselineYears) yearAt(at model.Position) int {
	if b.mixed {
		for _, one := range b.notes {
			if at.Before(one.at) {
				return one.fy
			}
		}
	}
	return b.notes[len(b.notes)-1].fy
}

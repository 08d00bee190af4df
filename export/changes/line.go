package changes

import (
	"strconv"
	"strings"

	"sheetconv/model"
	"sheetconv/model/compare"
)

// line is one change, worded.
type line struct {
	class compare.Class
	// subject is what changed: an indicator, a line of costs, a text. The changes
	// of an indicator are headed by its name.
	subject  string
	isHeaded bool
	// what says what became of it: 目標の修正.
	what string
	// when is its year; the two have years of their own where they differ.
	when string
	old  side
	new  side
	// effect is by how much: −2.0, +9.6 %.
	effect string
	// outcome says whether it is better, verdict in words, with the share of the
	// target.
	outcome compare.Outcome
	verdict string
	// pieces are the edits of a text; Old and New are absent then.
	pieces []piece
	at     places
	// change is what was worded, for the views that show figures as such, with the
	// units of its two sides.
	change           compare.Change
	oldUnit, newUnit string
}

// label is what stands before the values.
func (l line) label() string {
	if l.isHeaded || l.subject == l.what {
		return l.what
	}
	return joined(l.subject, l.what)
}

// head is the name that stands over the line, if any.
func (l line) head() string {
	if l.isHeaded {
		return l.subject
	}
	return ""
}

// isMove reports two values of two years: the old one still holds for its own.
func (l line) isMove() bool { return l.old.when != "" && l.old.value != "" && l.new.value != "" }

// side is one of the two values.
type side struct{ when, value string }

// absent stands for a value that is not there.
const absent = "—"

// String returns the value behind its year, nothing where there is none.
func (s side) String() string {
	if s.value == "" {
		return ""
	}
	return joined(s.when, s.value)
}

// text returns the same for a column of a table.
func (s side) text() string {
	if s.value == "" {
		return absent
	}
	return s.String()
}

// places are the lines of the two inputs, 0 where they are not known.
type places struct{ old, new int }

// places words them: old:68 new:70.
func (w words) places(at places) string {
	var text string
	if at.old > 0 {
		text = w.say("old:%1", strconv.Itoa(at.old))
	}
	if at.new > 0 {
		if text != "" {
			text += " "
		}
		text += w.say("new:%1", strconv.Itoa(at.new))
	}
	return text
}

// line words a change.
func (r *reporter) line(change compare.Change) line {
	at := placeOf(change.Path)
	made := line{
		class:   change.Class,
		subject: visible(r.subject(change, at)),
		what:    visible(r.what(change, at)),
		when:    r.words.year(at.fy()),
		effect:  r.effect(change),
		outcome: change.Outcome,
		verdict: r.verdict(change),
		at:      places{int(change.OldAt.Line), int(change.NewAt.Line)},
		change:  change,
		oldUnit: r.unit(change, at, false),
		newUnit: r.unit(change, at, true),
	}
	made.isHeaded = at.list() == "indicators" && made.subject != ""
	if isNarrative(change, at) {
		made.pieces = edits(textOf(change.Old), textOf(change.New), r.options.Context)
		if change.OldFY != 0 && change.NewFY != 0 {
			made.when = r.words.year(change.OldFY) + " → " + r.words.year(change.NewFY)
		}
		return made
	}
	made.old, made.new = r.sides(change, at)
	if made.old.when == made.new.when && made.old.when != "" {
		made.when, made.old.when, made.new.when = made.old.when, "", ""
	}
	isYear := at.field() == "fy"
	if made.old.when != "" || made.new.when != "" || isYear {
		made.when = ""
	}
	return made
}

// isNarrative reports a change that is shown by its edits: a text, or words that
// are too long to stand beside each other.
func isNarrative(change compare.Change, at place) bool {
	const short = 24 // signs
	if change.OldMeaning != "" || change.NewMeaning != "" {
		return false // a grade stands beside what it means
	}
	_, oldIs := narrative(change.Old)
	_, newIs := narrative(change.New)
	if change.Old != nil && !oldIs || change.New != nil && !newIs || !oldIs && !newIs {
		return false
	}
	return change.Class == compare.ClassText || at.field() == "text" ||
		len([]rune(textOf(change.Old))) > short || len([]rune(textOf(change.New))) > short
}

// narrative returns the running text that a value is, and whether it is one.
func narrative(value any) (string, bool) {
	switch value := value.(type) {
	case string:
		return value, true
	case *model.Text:
		return value.Text, true
	case *model.Task:
		return value.Text, true
	}
	return "", false
}

func textOf(value any) string {
	text, _ := narrative(value)
	return text
}

// subject names what a change is about.
func (r *reporter) subject(change compare.Change, at place) string {
	if pair := change.Indicator; pair != nil || at.list() == "indicators" {
		if pair != nil && pair.New != nil && pair.New.Name != "" {
			return pair.New.Name
		}
		if pair != nil && pair.Old != nil && pair.Old.Name != "" {
			return pair.Old.Name
		}
		return at.name()
	}
	isField := len(at.steps) == 1 && at.steps[0].keys == nil
	if at.list() == "departments" || isField && !r.isSaid(change, at) {
		return "" // what changed says it
	}
	row := change.New
	if row == nil {
		row = change.Old
	}
	if label := r.words.rowLabel(row); label != "" {
		return label
	}
	return r.words.keyLabel(at)
}

// rowLabel returns what a row of the model is headed by.
func (w words) rowLabel(row any) string {
	switch row := row.(type) {
	case *model.Indicator:
		return row.Name
	case *model.Cost:
		return w.costName(row)
	case *model.Staffing:
		return enum(w, staffWords, row.Category)
	case *model.Task:
		return row.Task
	case *model.Text:
		return enum(w, textWords, row.Key)
	case *model.Evaluation:
		return enum(w, criterionWords, row.Criterion)
	case *model.Attribute:
		return row.Label
	case *model.UnitCost:
		return row.Label
	case *model.Policy:
		return row.Level
	}
	return ""
}

// keyLabel words the key of a row in a path.
func (w words) keyLabel(at place) string {
	row := at.row()
	switch at.list() {
	case "summary":
		return withName(at.name(), strings.Join(row.keys, " "))
	case "grades":
		return withName(enum(w, fieldWords, "grades"), at.name())
	case "costs":
		if line, known := word[model.CostLine](at); known {
			return enum(w, costWords, line)
		}
	case "staffing":
		if category, known := word[model.StaffingCategory](at); known {
			return enum(w, staffWords, category)
		}
	case "evaluations":
		if criterion, known := word[model.Criterion](at); known {
			return enum(w, criterionWords, criterion)
		}
	case "texts":
		if key, known := word[model.TextKey](at); known {
			return withName(enum(w, textWords, key), at.name())
		}
	}
	if row.keys != nil && at.name() != "" {
		return at.name()
	}
	return enum(w, fieldWords, at.list())
}

func withName(heading, name string) string {
	if name == "" || name == heading {
		return heading
	}
	return heading + " " + name
}

// costName is the line of a cost, and its printed label where no line says it.
func (w words) costName(cost *model.Cost) string {
	if cost.Line == "" {
		return cost.Label
	}
	return enum(w, costWords, cost.Line)
}

// what says what became of the subject.
func (r *reporter) what(change compare.Change, at place) string {
	switch {
	case change.MovedFrom != "" || change.MovedTo != "":
		return r.moved(change)
	case change.Old == nil && change.New != nil:
		return r.say("%1 added", r.noun(change, at))
	case change.New == nil && change.Old != nil:
		return r.say("%1 removed", r.noun(change, at))
	case change.Class == compare.ClassRevision:
		return r.say("%1 restated", r.noun(change, at))
	case r.isSaid(change, at):
		return ""
	case change.OldFY != 0 || change.NewFY != 0:
		return r.noun(change, at)
	}
	return r.say("%1 changed", r.noun(change, at))
}

// isSaid reports a change of which class and subject say already what it is: the
// grade of a criterion, the people of a kind of staff, a text.
func (r *reporter) isSaid(change compare.Change, at place) bool {
	switch at.list() {
	case "evaluations":
		return at.field() == "grade"
	case "staffing":
		return at.field() == "people"
	case "costs":
		return change.OldBasis != change.NewBasis
	case "unit_costs":
		return at.field() == "yen"
	case "texts":
		return at.field() == "text"
	case "status", "attributes":
		return true
	}
	return false
}

func (r *reporter) moved(change compare.Change) string {
	switch {
	case change.MovedFrom != "" && change.MovedTo != "":
		return r.say("Moved from %1 to %2", change.MovedFrom, change.MovedTo)
	case change.MovedFrom != "":
		return r.say("Moved here from %1", change.MovedFrom)
	}
	return r.say("Moved to %1", change.MovedTo)
}

// noun names the changed thing: a target, a settlement, a department.
func (r *reporter) noun(change compare.Change, at place) string {
	noun := ""
	if measure, known := word[model.ValueMeasure](at); known && at.has("values") {
		noun = enum(r.words, measureWords, measure)
	} else if basis, known := word[model.CostBasis](at); known && at.list() == "costs" {
		noun = enum(r.words, basisWords, basis)
	} else if measure, known := word[model.ScheduleMeasure](at); known && at.list() == "schedule" {
		noun = enum(r.words, scheduleWords, measure)
	}
	field := at.field()
	if at.list() == "unit_costs" && at.has("denominator") {
		return enum(r.words, fieldWords, "denominator")
	}
	if noun == "" && at.has("goal") {
		noun = enum(r.words, fieldWords, "goal")
	}
	switch {
	case noun == "" && change.OldBasis != "" && change.OldBasis == change.NewBasis:
		return enum(r.words, basisWords, change.OldBasis)
	case noun == "" && field != "" && field != "text" && field != "raw":
		return enum(r.words, fieldWords, field)
	case noun == "":
		return enum(r.words, fieldWords, at.list())
	case field == "" || field == "number" || field == "yen" || field == "text" || field == "raw" ||
		field == "goal" || field == "state":
		return noun
	}
	return r.say("%1 (%2)", noun, enum(r.words, fieldWords, field))
}

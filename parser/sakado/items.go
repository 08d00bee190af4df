package sakado

import (
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/sheet"
)

// initiative is an item that is being read, with its texts by column.
type initiative struct {
	model.Item
	texts [textCount]model.Text
	// evaluation has no criterion while no grade was read.
	evaluation model.Evaluation
	// firstIndicator is the index of its first one among those of all items.
	firstIndicator int
	// cut is the column in which the item's row has ended, where that is before its
	// values: the line was broken inside a cell.
	cut column
}

// room is the memory in which a table is read; it is kept from sheet to sheet.
type room struct {
	rows       [][]sheet.Token
	items      []initiative
	indicators []model.Indicator
	// ids are those of the items; each has how many marks the next item of its number has.
	ids     map[string]int
	columns []column // those of the cells of a head
	whole   [1]found // those of a row that is whole
	under   [1]found // those of one whose cells stand under their heads
	words   []words  // those of another row, which is cut by trying
	several []found  // and what it was cut into
}

// empty leaves nothing of the table before in the memory.
func (r *room) empty() {
	clear(r.items)
	clear(r.indicators)
	clear(r.ids)
	r.items, r.indicators = r.items[:0], r.indicators[:0]
}

// textCount is how many columns hold running texts.
const textCount = 4

// textKeys are the narratives of these columns.
var textKeys = [columnCount]model.TextKey{
	overviewColumn: model.TextOverview,
	activityColumn: model.TextActivity,
	opinionColumn:  model.TextAssessment,
	nextColumn:     model.TextNext,
}

// text returns the item's text of a column; its key is empty where none was read.
func (i *initiative) text(c column) *model.Text {
	if c < opinionColumn {
		return &i.texts[c-overviewColumn]
	}
	return &i.texts[c-opinionColumn+2]
}

// isGraded reports whether the item's grade was read.
func (i *initiative) isGraded() bool { return i.evaluation.Criterion != "" }

// addItem begins an item at a token.
func (r *reader) addItem(at model.Position) {
	r.items = append(r.items, initiative{firstIndicator: len(r.indicators)})
	r.item = &r.items[len(r.items)-1]
	r.closed = false
	r.item.At, r.item.Kind = at, model.Initiative
	if r.policy != nil {
		r.item.Policy = []model.Policy{*r.policy}
	}
}

// unusedID returns a number or name as the id of the last item, told from an equal one by
// a mark.
func (r *reader) unusedID(id string) string {
	if r.ids == nil {
		r.ids = map[string]int{}
	}
	const mark = "′"
	unused := id
	marks, isUsed := r.ids[id]
	for ; isUsed; marks++ {
		unused = id + strings.Repeat(mark, marks)
		_, isUsed = r.ids[unused]
	}
	r.ids[id] = max(marks, 1)
	if unused != id {
		r.ids[unused] = 1
	}
	return unused
}

// finishItems puts the items into the document. Their texts, grades and indicators stand
// side by side.
func (r *reader) finishItems() {
	if len(r.items) == 0 {
		return
	}
	texts, grades := r.countParts()
	parts := model.Item{
		Texts:       make([]model.Text, 0, texts),
		Evaluations: make([]model.Evaluation, 0, grades),
		Indicators:  slices.Clone(r.indicators),
	}
	for i := range parts.Indicators {
		sheet.FinishIndicator(&parts.Indicators[i])
	}
	r.Document.Items = make([]model.Item, 0, len(r.items))
	for i := range r.items {
		end := len(parts.Indicators)
		if i+1 < len(r.items) {
			end = r.items[i+1].firstIndicator
		}
		r.Document.Items = append(r.Document.Items, r.items[i].finish(&parts, end))
	}
}

// countParts counts the texts and grades of all items.
func (r *reader) countParts() (texts, grades int) {
	for i := range r.items {
		own := &r.items[i]
		for j := range own.texts {
			if own.texts[j].Key != "" {
				texts++
			}
		}
		if own.isGraded() {
			grades++
		}
	}
	return texts, grades
}

// finish puts an item together: it adds its texts and its grade to the parts of all items,
// where its indicators end at an index.
func (i *initiative) finish(parts *model.Item, end int) model.Item {
	first := len(parts.Texts)
	for j := range i.texts {
		if text := &i.texts[j]; text.Key != "" {
			text.Text = sheet.Unquote(text.Text)
			parts.Texts = append(parts.Texts, *text)
		}
	}
	if last := len(parts.Texts); last > first {
		i.Texts = parts.Texts[first:last:last]
	}
	if i.firstIndicator < end {
		i.Indicators = parts.Indicators[i.firstIndicator:end:end]
	}
	if last := len(parts.Evaluations); i.isGraded() {
		parts.Evaluations = append(parts.Evaluations, i.evaluation)
		i.Evaluations = parts.Evaluations[last : last+1 : last+1]
	}
	return i.Item
}

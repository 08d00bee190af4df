package isehara

import (
	"strings"
	"sync"

	"sheetconv/model"
)

// room is the memory that a sheet takes only while it is read.
type room struct {
	items, people, amounts []item
	rows                   []knownRow
	figures                []knownFigure
	tasks                  []string

	// What the document copies at its end stands here, and in order beside it.
	texts       []model.Text
	evaluations []model.Evaluation
	attributes  []model.Attribute
	indicators  []model.Indicator

	textsInOrder       []*model.Text
	evaluationsInOrder []*model.Evaluation
	attributesInOrder  []*model.Attribute
	indicatorsInOrder  []*model.Indicator

	// indicatorsByKey are the indicators by the keys of their names.
	indicatorsByKey map[string]*model.Indicator
}

// rooms are those of sheets that were read: an archive has many, one after another.
var rooms = sync.Pool{New: func() any {
	return &room{
		items: make([]item, 0, usualItems), people: make([]item, 0, usualItems), amounts: make([]item, 0, usualItems),
		rows: make([]knownRow, 0, maxKnownRows), indicatorsByKey: map[string]*model.Indicator{},
	}
}}

// How many figures a row has, how many rows of one sort a sheet, and how many of either
// are kept.
const usualItems, usualRows, maxKept = 8, 32, 64

func (r *reader) takeRoom() {
	kept := rooms.Get().(*room)
	r.room = kept
	r.items, r.people, r.amounts = kept.items[:0], kept.people[:0], kept.amounts[:0]
	r.money.rows, r.money.figures = kept.rows[:0], kept.figures[:0]
	r.tasks = kept.tasks[:0]
	r.texts, r.evaluations = kept.textsInOrder[:0], kept.evaluationsInOrder[:0]
	r.attributes, r.indicators = kept.attributesInOrder[:0], kept.indicatorsInOrder[:0]
	kept.texts, kept.evaluations = kept.texts[:0], kept.evaluations[:0]
	kept.attributes, kept.indicators = kept.attributes[:0], kept.indicators[:0]
	clear(kept.indicatorsByKey)
}

// leaveRoom gives the memory to the sheets to come. The document has none of it.
func (r *reader) leaveRoom() {
	if max(cap(r.items), cap(r.tasks), cap(r.texts), cap(r.evaluations), cap(r.attributes), cap(r.indicators)) > maxKept {
		return
	}
	kept := r.room
	kept.items, kept.people, kept.amounts = r.items, r.people, r.amounts
	kept.rows, kept.figures, kept.tasks = r.money.rows, r.money.figures, r.tasks
	kept.textsInOrder, kept.evaluationsInOrder = r.texts, r.evaluations
	kept.attributesInOrder, kept.indicatorsInOrder = r.attributes, r.indicators
	rooms.Put(kept)
}

// placed puts a row where it stays while its sheet is read, and returns it there.
func placed[Row any](rows *[]Row, row Row) *Row {
	if len(*rows) == cap(*rows) {
		*rows = make([]Row, 0, usualRows)
	}
	*rows = append(*rows, row)
	return &(*rows)[len(*rows)-1]
}

// joinWords returns two words of a row with a blank between. Those of a sheet stand in few
// pieces of memory.
func (r *reader) joinWords(before, behind string) string {
	if wanted := len(before) + len(" ") + len(behind); r.words.Cap()-r.words.Len() < wanted {
		r.words = strings.Builder{}
		r.words.Grow(max(usualWords, wanted))
	}
	begin := r.words.Len()
	r.words.WriteString(before)
	r.words.WriteByte(' ')
	r.words.WriteString(behind)
	return r.words.String()[begin:]
}

// usualWords is how many bytes the figures of a sheet have mostly with their units.
const usualWords = 512

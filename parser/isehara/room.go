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
	texts                  []model.Text
	textsInOrder           []*model.Text
}

// rooms are those of sheets that were read: an archive has many, one after another.
var rooms = sync.Pool{New: func() any {
	return &room{
		items: make([]item, 0, usualItems), people: make([]item, 0, usualItems), amounts: make([]item, 0, usualItems),
		rows: make([]knownRow, 0, maxKnownRows), texts: make([]model.Text, 0, usualTexts),
	}
}}

// How many figures a row has and how many narratives a sheet, and how many items of a row
// are kept.
const usualItems, usualTexts, maxKeptItems = 8, 32, 64

func (r *reader) takeRoom() {
	kept := rooms.Get().(*room)
	r.items, r.people, r.amounts = kept.items, kept.people, kept.amounts
	r.money.rows, r.money.figures = kept.rows, kept.figures
	r.textRoom, r.texts = kept.texts, kept.textsInOrder
}

// leaveRoom gives the memory to the sheets to come. The document has none of it.
func (r *reader) leaveRoom() {
	if cap(r.items) > maxKeptItems || cap(r.textRoom) > usualTexts || cap(r.texts) > maxKeptItems {
		return
	}
	rooms.Put(&room{
		items: r.items[:0], people: r.people[:0], amounts: r.amounts[:0],
		rows: r.money.rows[:0], figures: r.money.figures[:0],
		texts: r.textRoom[:0], textsInOrder: r.texts[:0],
	})
}

// newText returns where a narrative is read into: it stays where it is.
func (r *reader) newText(text model.Text) *model.Text {
	if len(r.textRoom) == cap(r.textRoom) {
		r.textRoom = make([]model.Text, 0, usualTexts)
	}
	r.textRoom = append(r.textRoom, text)
	own := &r.textRoom[len(r.textRoom)-1]
	r.texts = append(r.texts, own)
	return own
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

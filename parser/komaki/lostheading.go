package komaki

import (
	"slices"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// loseMeasure leaves the measure that is being read: another one begins whose
// heading is lost or can't be read. What can stand without it, as a direction
// does, has no measure then; the rest stays unmapped.
func (r *reader) loseMeasure() {
	r.leave(idle)
	r.measure, r.direction, r.project = none, none, none
	r.indicators.kind, r.indicators.card = "", none
}

// beginsUnknownMeasure reports whether ◆基本施策の目的 begins a measure without a
// heading: the one that is being read has another purpose and directions already.
func (r *reader) beginsUnknownMeasure(l *line) bool {
	measure := r.currentMeasure()
	if l.entry.key != model.TextPurpose || measure == nil || len(measure.directions) == 0 {
		return false
	}
	purpose := slices.IndexFunc(r.item(measure.item).Texts, func(text model.Text) bool { return text.Key == model.TextPurpose })
	if purpose < 0 {
		return false
	}
	text := l.text()[l.rest:]
	for i := r.next; text == "" && i < len(r.lines); i++ {
		if next := &r.lines[i]; !next.isPageFurniture() {
			text = next.text()
		}
	}
	return !beginsWith(r.item(measure.item).Texts[purpose].Text, text)
}

// measureSigns are in 基本施策; one of them is lost at most.
var measureSigns = ja.NewCharacters("施策")

// isMisspeltMeasure reports whether a line is the heading of a measure with one
// sign lost, added or mistaken (基施策 13): the purpose of a measure follows it.
func (r *reader) isMisspeltMeasure(l *line) bool {
	if len(l.cells) > 1 || len(l.first) > maxHeadingBytes || !ja.HasDigit(l.first) || !measureSigns.In(l.first) {
		return false
	}
	text := ja.TrimSpace(l.first[headingMark(l.first):])
	at := 0
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if sheet.IsDigit(r) {
			break
		}
		at += size
	}
	end := sheet.NumberEnd(text, at)
	return end > at && mayBeName(ja.TrimSpace(text[end:]), true) && differsByOne([]rune(ja.Unwrap(text[:at])), []rune("基本施策")) &&
		headFollows(r.lines[r.next:min(len(r.lines), r.next+maxNameLines)])
}

// differsByOne reports whether a word differs from another by one sign that is
// lost, added or mistaken.
func differsByOne(word, other []rune) bool {
	if len(word) > len(other) {
		word, other = other, word
	}
	if len(other)-len(word) > 1 {
		return false
	}
	same := 0
	for same < len(word) && word[same] == other[same] {
		same++
	}
	behind := other[min(same+1, len(other)):]
	if len(word) == len(other) {
		return same < len(word) && slices.Equal(word[same+1:], behind)
	}
	return slices.Equal(word[same:], behind)
}

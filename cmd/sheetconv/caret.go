package main

import (
	"strings"
	"unicode/utf8"

	"sheetconv/export/columns"
	"sheetconv/model"
)

// The values of --carets.
const (
	caretsAuto   = "auto"
	caretsAlways = "always"
	caretsNever  = "never"
)

// source finds places in an input's text. It remembers the last one, because
// diagnostics come in the order of the text and lines can be very long.
type source struct {
	text   string
	at     model.Position
	offset int // of at, in bytes
}

func newSource(text string) *source {
	return &source{text: text, at: model.Position{Line: 1, Column: 1}}
}

// seek goes to a place, and reports whether the text has it. A place right behind
// the end of a line is one.
func (s *source) seek(to model.Position) bool {
	if to.Before(s.at) {
		s.at, s.offset = model.Position{Line: 1, Column: 1}, 0
	}
	for s.at.Line < to.Line {
		length := strings.IndexByte(s.text[s.offset:], '\n')
		if length < 0 {
			return false
		}
		s.offset += length + 1
		s.at = model.Position{Line: s.at.Line + 1, Column: 1}
	}
	for s.at.Column < to.Column {
		if s.offset == len(s.text) || s.text[s.offset] == '\n' {
			return false
		}
		_, size := utf8.DecodeRuneInString(s.text[s.offset:])
		s.offset += size
		s.at.Column++
	}
	return true
}

// What frames an excerpt.
const (
	excerptIndent = "  "
	ellipsis      = "…"
	leastExcerpt  = 20 // columns; a terminal is never taken for narrower
)

// excerpt returns the part of a line around a place, in at most as many columns as
// the terminal has, and a line with a caret right under the place.
func (s *source) excerpt(at model.Position, most int, width *columns.Width) (line, caret string, found bool) {
	if !s.seek(at) {
		return "", "", false
	}
	cut := width.Of(ellipsis)
	// The last column stays free: some terminals wrap as soon as it is filled.
	room := max(most, leastExcerpt) - len(excerptIndent) - 1 - 2*cut

	// First half of the room to the left, all that remains to the right, and what
	// the right does not need to the left again.
	left, used, leftOpen := s.before(room/2, width)
	right, rightUsed, rightOpen := s.behind(room-used, width)
	if leftOpen && used+rightUsed < room {
		left, used, leftOpen = s.before(room-rightUsed, width)
	}
	if leftOpen {
		left, used = ellipsis+left, used+cut
	}
	if rightOpen {
		right += ellipsis
	}
	return excerptIndent + left + right, excerptIndent + strings.Repeat(" ", used) + "^", true
}

// before returns what stands in the line before the place, in at most as many
// columns, and whether there is more.
func (s *source) before(room int, width *columns.Width) (shown string, used int, more bool) {
	var pieces []string
	offset := s.offset
	for offset > 0 && s.text[offset-1] != '\n' {
		r, size := utf8.DecodeLastRuneInString(s.text[:offset])
		piece := showRune(r)
		if used += width.Of(piece); used > room {
			used -= width.Of(piece)
			more = true
			break
		}
		pieces = append(pieces, piece)
		offset -= size
	}
	var text strings.Builder
	for index := len(pieces) - 1; index >= 0; index-- {
		text.WriteString(pieces[index])
	}
	return text.String(), used, more
}

// behind returns what stands in the line at the place and behind it.
func (s *source) behind(room int, width *columns.Width) (shown string, used int, more bool) {
	var text strings.Builder
	for _, r := range s.text[s.offset:] {
		if r == '\n' {
			break
		}
		piece := showRune(r)
		if used+width.Of(piece) > room {
			return text.String(), used, true
		}
		used += width.Of(piece)
		text.WriteString(piece)
	}
	return text.String(), used, false
}

// showRune makes a character of an input visible. A tab, which parts cells, has
// the same width everywhere, so that cut lines need not know their beginning.
func showRune(r rune) string {
	switch {
	case r == '\t':
		return "⇥ "
	case r < ' ':
		return string('␀' + r)
	default:
		return string(r)
	}
}

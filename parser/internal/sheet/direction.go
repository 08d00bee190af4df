package sheet

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// arrows are the signs that say where an indicator is to move, and those that a
// lost font leaves in their place.
var arrows = map[rune]model.DirectionValue{
	'↗': model.DirectionUp, '⬈': model.DirectionUp, '➚': model.DirectionUp, '⤴': model.DirectionUp,
	'⇗': model.DirectionUp, '↑': model.DirectionUp, '⬆': model.DirectionUp,
	'↘': model.DirectionDown, '⬊': model.DirectionDown, '➘': model.DirectionDown, '⤵': model.DirectionDown,
	'⇘': model.DirectionDown, '↓': model.DirectionDown, '⬇': model.DirectionDown,
	'→': model.DirectionMaintain, '➡': model.DirectionMaintain, '⇒': model.DirectionMaintain, '➔': model.DirectionMaintain,
}

// emojiStyle and textStyle ask for an arrow in colour or not, and say nothing.
const emojiStyle, textStyle = "\ufe0f", "\ufe0e"

// texArrows are the arrows as TeX writes them, which Markdown shows between dollar signs.
var texArrows = [...][2]string{
	{`\nearrow`, "↗"}, {`\searrow`, "↘"}, {`\rightarrow`, "→"}, {`\uparrow`, "↑"}, {`\downarrow`, "↓"},
	{`\Rightarrow`, "⇒"}, {`\to`, "→"},
}

// plainArrows returns a text with the arrows that it shows, $\nearrow$ as ↗.
func plainArrows(text string) string {
	if text == "" || text[0] != '$' && text[0] != '\\' || !strings.Contains(text, `\`) {
		return text // as all others
	}
	plain := strings.ReplaceAll(text, "$", "")
	for _, arrow := range texArrows {
		plain = strings.ReplaceAll(plain, arrow[0], arrow[1])
	}
	if plain = ja.TrimSpace(plain); strings.Contains(plain, `\`) {
		return text // another formula
	}
	return plain
}

// directions are the words and arrows that say where an indicator is to move.
var directions = func() *ja.Labels[model.DirectionValue] {
	labels := slices.Concat(
		Spellings(model.DirectionMaintain, "維持", "現状維持", "横ばい"),
		Spellings(model.DirectionUp, "増加", "上昇", "向上", "拡大", "増やす", "上げる", "高める", "増"),
		Spellings(model.DirectionDown, "減少", "低下", "縮小", "減らす", "下げる", "抑制", "減"),
	)
	for arrow, direction := range arrows {
		labels = append(labels, Spellings(direction, string(arrow))...)
	}
	return ja.NewLabels(labels...)
}()

// IsArrow reports whether a text is an arrow that says where an indicator is to
// move, with or without a bracket or the mark of a note behind it.
func IsArrow(text string) bool {
	if text = plainArrows(text); text == "" || text[0] != 0xe2 {
		return false // all arrows begin with this byte
	}
	switch text {
	case "↗", "→", "↘":
		return true // as nearly all arrows are printed
	}
	r, size := utf8.DecodeRuneInString(text)
	if _, known := arrows[r]; !known {
		return false
	}
	rest := strings.TrimLeft(text[size:], emojiStyle+textStyle+" ")
	return rest == "" || strings.HasPrefix(rest, "(") || strings.HasPrefix(rest, "（") || ja.IsNoteMark(rest)
}

// Direction reads a cell as where an indicator is to move, and claims it; nil
// where it says nothing. →(↗) is maintain: the bracket belongs to the rank.
func (b *Builder) Direction(cell grid.Cell, label, unit string) *model.Direction {
	if arrow, size := utf8.DecodeRuneInString(cell.Text); size == len(cell.Text) {
		if value := arrows[arrow]; value != "" {
			b.Grid.Claim(cell, grid.Value) // as most cells have it
			return b.newDirection(model.Direction{Value: value, Quantity: model.Quantity{Figure: model.Figure{Raw: cell.Text}}})
		}
	}
	text := plainArrows(ja.StripMarkup(cell.Text))
	if text == "" || ja.IsDash(text) {
		b.Skip(cell)
		return nil
	}
	b.Grid.Claim(cell, grid.Value)
	direction := &model.Direction{Quantity: model.Quantity{Figure: model.Figure{Raw: text}}}
	if value, known := directions.Find(ja.TrimNoteMark(strings.ReplaceAll(text, emojiStyle, ""))); known {
		direction.Value = value
		return direction
	}
	reading := ja.ReadQuantity(text, ja.Expect{Unit: unit})
	if reading.Kind == ja.Numeric {
		direction.Quantity = reading.Quantity
		return direction
	}
	b.Report(model.CodeUnreadable, cell.At, label, text, "a direction such as 増加, 維持, ↗")
	return direction
}

// newDirection returns where a direction stands in memory. Those of a document stand side
// by side: each indicator of a table has one.
func (b *Builder) newDirection(direction model.Direction) *model.Direction {
	if len(b.directions) == cap(b.directions) {
		b.directions = make([]model.Direction, 0, min(2*cap(b.directions)+1, usualValues))
	}
	b.directions = append(b.directions, direction)
	return &b.directions[len(b.directions)-1]
}

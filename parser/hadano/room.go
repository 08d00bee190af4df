package hadano

import "slices"

// room is the memory in which a sheet is read; it is kept from sheet to sheet.
type room struct {
	pieces []piece
	rows   []row
	// cells are those of a row of figures, pairs those with their two values.
	cells  []piece
	pairs  []pair
	texts  kept[datedText]
	tasks  kept[datedTask]
	grades kept[datedEvaluation]
}

// roomFor returns memory for so many pieces and rows.
func (r *room) roomFor(pieces, rows int) ([]piece, []row) {
	r.pieces, r.rows = slices.Grow(r.pieces[:0], pieces), slices.Grow(r.rows[:0], rows)
	return r.pieces, r.rows
}

// empty leaves nothing of the document before in the memory.
func (r *room) empty() {
	r.texts.used, r.tasks.used, r.grades.used = 0, 0, 0
}

// kept is memory for values that stay where they are while more are made.
type kept[T any] struct {
	blocks [][]T
	used   int
}

// keptBlock is how many values are made at once.
const keptBlock = 16

// add keeps a value until the memory is emptied.
func (k *kept[T]) add(value T) *T {
	if k.used == len(k.blocks)*keptBlock {
		k.blocks = append(k.blocks, make([]T, keptBlock))
	}
	own := &k.blocks[k.used/keptBlock][k.used%keptBlock]
	k.used++
	*own = value
	return own
}

package sheet

import (
	"slices"
	"testing"

	"sheetconv/model"
)

func TestAppendText(t *testing.T) {
	b := NewBuilder(gridOf(t, "－\t協働を進める。\t協働を進める。\t―\t<b></b>\t**次に**広げる。\n"), &Form{})
	text := ""
	var grown []bool
	for _, cell := range b.Grid.Rows[0].Cells {
		grown = append(grown, b.AppendText(&text, cell))
	}
	if want := []bool{false, true, false, false, false, true}; text != "協働を進める。\n次に広げる。" || !slices.Equal(grown, want) {
		t.Errorf("the text is %q, its cells made it grow: %v", text, grown)
	}
	if left := b.Grid.Unmapped(0, len(b.Grid.Text)); len(left) > 0 || len(b.Document.Diagnostics) > 0 {
		t.Errorf("unmapped %v, diagnostics %v", left, b.Document.Diagnostics)
	}
}

// A word for the cell above is a text, but no line of one.
func TestAppendDitto(t *testing.T) {
	b := NewBuilder(gridOf(t, "同上\t協働を進める。\t〃\n"), &Form{})
	cells := b.Grid.Rows[0].Cells
	first, second := "", ""
	b.AppendText(&first, cells[0])
	b.AppendText(&second, cells[1])
	if b.AppendText(&second, cells[2]) || first != "同上" || second != "協働を進める。" {
		t.Errorf("the texts are %q and %q", first, second)
	}
	if left := b.Grid.Unmapped(0, len(b.Grid.Text)); len(left) != 1 || left[0].Text != "〃" {
		t.Errorf("unmapped %v", left)
	}
}

func TestContinueText(t *testing.T) {
	b := NewBuilder(gridOf(t, "協働を\t－\t進める。\n"), &Form{})
	text := ""
	for _, cell := range b.Grid.Rows[0].Cells {
		b.ContinueText(&text, "概要", cell)
	}
	if text != "協働を\n進める。" || len(b.Document.Diagnostics) != 1 || b.Document.Diagnostics[0].Code != model.CodePageBreak {
		t.Errorf("the text is %q, diagnostics %v", text, b.Document.Diagnostics)
	}
}

func TestAddNote(t *testing.T) {
	b := NewBuilder(gridOf(t, "※注\n"), &Form{})
	for _, note := range []string{"※ 基準値は令和4年度", "※基準値は令和４年度", "※別の注"} {
		b.AddNote(note, model.Position{Line: 1, Column: 1})
	}
	if want := []string{"※ 基準値は令和4年度", "※別の注"}; !slices.Equal(b.Document.Notes, want) {
		t.Errorf("the notes are %q", b.Document.Notes)
	}
}

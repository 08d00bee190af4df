package sheet

import (
	"testing"

	"sheetconv/model"
)

func TestDirection(t *testing.T) {
	for text, want := range map[string]model.DirectionValue{
		"増加": model.DirectionUp, "現状 維持": model.DirectionMaintain, "➡\ufe0f": model.DirectionMaintain,
		"⇘": model.DirectionDown, "→(↗)": model.DirectionMaintain, "右": "", "80%以上": "",
	} {
		b := NewBuilder(gridOf(t, text), &Form{})
		direction := b.Direction(b.Grid.Rows[0].Cells[0], "目指す方向", "%")
		if direction.Value != want || direction.Raw != text {
			t.Errorf("%q is %q, printed %q; want %q", text, direction.Value, direction.Raw, want)
		}
		if unreadable := text == "右"; unreadable != (len(b.Document.Diagnostics) == 1) {
			t.Errorf("%q: diagnostics %v", text, b.Document.Diagnostics)
		}
	}
	for text, want := range map[string]string{
		`$\nearrow$`: "↗ up", `$\searrow$`: "↘ down", `$\rightarrow$($\nearrow$)`: "→(↗) maintain", `\downarrow`: "↓ down", `$\alpha$`: `$\alpha$ `,
	} {
		b := NewBuilder(gridOf(t, text), &Form{})
		if direction := b.Direction(b.Grid.Rows[0].Cells[0], "目指す方向", "%"); direction.Raw+" "+string(direction.Value) != want {
			t.Errorf("%q is %q, printed %q; want %s", text, direction.Value, direction.Raw, want)
		}
	}
	if b := NewBuilder(gridOf(t, "－"), &Form{}); b.Direction(b.Grid.Rows[0].Cells[0], "目指す方向", "") != nil {
		t.Error("a dash is a direction")
	}
}

func TestIsArrow(t *testing.T) {
	for text, want := range map[string]bool{
		"↗": true, "➡\ufe0f": true, "→(↗)": true, "→ （維持）": true, `$\nearrow$`: true, `$\beta$`: false, "→次": false, "増加": false, "": false, "–": false,
	} {
		if IsArrow(text) != want {
			t.Errorf("IsArrow(%q) = %v; want %v", text, !want, want)
		}
	}
}

package sheet

import (
	"testing"

	"sheetconv/model"
)

// One place has one warning: what another diagnostic says was left is not said
// to be unmapped once more.
func TestFinishReportsUnmappedOnce(t *testing.T) {
	text := "名称\t12\t34\t56"
	b := NewBuilder(gridOf(t, text), &Form{})
	cells := b.Grid.Rows[0].Cells
	b.Label(cells[0])
	b.Report(model.CodeColumnUnknown, cells[1].At, "名称", "12", "計画値, 実績値")
	b.Report(model.CodeJoinedCells, cells[2].At, "34", "3 | 4")
	document := b.Finish(0, len(text)).Document
	if len(document.Unmapped) != 3 {
		t.Errorf("unmapped are %v", document.Unmapped)
	}
	var codes []model.Code
	for _, diagnostic := range document.Diagnostics {
		codes = append(codes, diagnostic.Code)
	}
	wanted := [...]model.Code{model.CodeColumnUnknown, model.CodeJoinedCells, model.CodeUnmapped, model.CodeUnmapped}
	if len(codes) != len(wanted) || [4]model.Code(codes) != wanted {
		t.Errorf("diagnostics are %v, expected %v", codes, wanted)
	}
}

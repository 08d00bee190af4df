package isehara

import (
	"testing"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
)

// TestTornOptions holds options of which the words of one stand on another line: none is
// the choice.
func TestTornOptions(t *testing.T) {
	document := readRows(t, "有効性 [選択・記入]→○● 高い→B→左記判断理由→食育に有効です。\n→普通\n")
	own := document.Items[0].Evaluations
	if len(own) != 1 || own[0].Choice != "" || own[0].Grade != "B" {
		t.Errorf("evaluations are %+v; expected grade B and no choice", own)
	}
	for _, diagnostic := range document.Diagnostics {
		if diagnostic.Code == model.CodeUnreadable {
			return
		}
	}
	t.Errorf("diagnostics are %v; expected one for the options", document.Diagnostics)
}

// TestLabelBeforeName holds a name before which the label of its table stands in one cell.
func TestLabelBeforeName(t *testing.T) {
	g, err := grid.New("事業名      清掃事業     事業番号    1-1\n総合計画体系\n" +
		"                 【指標名】         【現状値】               年度\n" +
		"                                          令和元年度        令和2年度\n" +
		"  目標            講座の参加者数          1,820人       2,200人   2,600人\n" +
		"                 【指標名】         【現状値】               年度\n" +
		"                                          令和元年度        令和2年度\n" +
		" 目標の達成状況 講座の参加者数          1,820人       2,154人   2,239人\n")
	if err != nil {
		t.Fatal(err)
	}
	document := Form.Read(g)[0].Document
	for _, item := range document.Items {
		for _, indicator := range item.Indicators {
			if indicator.Name != "講座の参加者数" {
				t.Errorf("an indicator is named %q", indicator.Name)
			}
		}
	}
	if len(document.Items[0].Indicators) == 0 {
		t.Error("no indicator was read")
	}
}

package misato

import (
	"testing"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
)

func readLines(t *testing.T, text string) *model.Document {
	t.Helper()
	g, err := grid.New(text)
	if err != nil {
		t.Fatal(err)
	}
	sections := Form.Read(g)
	if len(sections) != 1 || len(sections[0].Document.Items) != 1 {
		t.Fatalf("the sheet is %d documents", len(sections))
	}
	return sections[0].Document
}

// The head of a sheet is read as the table that it is: a name of three lines, a label and a
// section of two, one blank between cells.
func TestHeadOfSeveralLines(t *testing.T) {
	const body = `事務事業の目的、概要等
何をする事業か(概要)        広場を清掃する。
何の為にやるのか(目的)       景観を守る。
事業の評価・改善/実績報告
実績報告                12回清掃した。
`
	const head = `事務事業名、担当課等
                                            総
事務事業コー                      駅前広場及び河川の堤防における清 合 まちづくり
  ド          1000501   事業名 掃活動の支援並びに花壇の手入れの 計    方針        花のあるまち
                                  推進事業       画
                                            の
  担当部名      市民生活部      担当課名   花とみどりのまちづくり    位 施策の柱     4 景観の保全
                               推進課            置
  開始年度      昭和49年度     終了年度        なし       づ   施策     景4-2 清掃の推進
                                            け
                                               ・花が育ち、通りを歩く人が
 施策の目的        対象          市民（在勤者を含む。）           楽しんでいる
                                            意図 ・落ち葉が片付いている
`
	item := readLines(t, head+body).Items[0]
	if item.Number != "1000501" || item.Name != "駅前広場及び河川の堤防における清掃活動の支援並びに花壇の手入れの推進事業" {
		t.Errorf("the program is %q %q", item.Number, item.Name)
	}
	if len(item.Departments) != 1 || item.Departments[0].Section != "花とみどりのまちづくり推進課" || item.Departments[0].Division != "市民生活部" {
		t.Errorf("its departments are %v", item.Departments)
	}
	if len(item.Policy) != 3 || item.Policy[0].Name != "花のあるまち" || item.Policy[2].Number != "景4-2" {
		t.Errorf("its policy is %v", item.Policy)
	}
	for _, text := range item.Texts {
		switch {
		case text.Key == model.TextPolicyTarget && text.Text != "市民（在勤者を含む。）":
			t.Errorf("対象 is %q", text.Text)
		case text.Key == model.TextPolicyIntent && text.Text != "・花が育ち、通りを歩く人が\n楽しんでいる\n・落ち葉が片付いている":
			t.Errorf("意図 is %q", text.Text)
		}
	}
}

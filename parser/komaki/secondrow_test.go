package komaki

import (
	"fmt"
	"strings"
	"testing"

	"sheetconv/model"
)

// A row that a lost line end has joined to the one above is read under its own labels;
// where they can't be told, it is not read at all rather than under a wrong direction.
func TestSecondRowsOfInitiatives(t *testing.T) {
	const head = "基本施策 34 広域連携\n◆展開方向1:窓口を変えます\n◆展開方向2:情報を生かします\n基本施策 35 資産\n◆展開方向1:施設を使います\n" +
		"まちづくり推進計画\t\tNo.\t取組項目\t担当課\n基本施策\t展開方向\t\t\t\n" +
		"34 広域連携\t1 窓口を変えます\t1\t遠隔相談の導入\t市民課\n\t\t2\t"
	const next = "\n35 資産\t1 施設を使います\t4\t会議室の貸出\t管財課\n"
	const whole = "34/1/2 証明書の郵送 [会計課]; 34/2/3 台帳の公開 [情報課 関係各課]"
	for row, want := range map[string]string{
		"証明書の郵送\t会計課 2 情報を生かします\t3\t台帳の公開\t情報課 関係各課":       whole,
		"証明書の郵送\t会計課\t2 情報を生かします\t3\t台帳の公開\t情報課 関係各課":      whole,
		"証明書の郵送\t会計課 2 情報を生かします 3\t台帳の公開\t情報課 関係各課":        whole,
		"証明書の郵送\t会計課 2 情報を生かします 3 台帳の公開\t情報課 関係各課":         whole,
		"証明書の郵送\t会計課\t2 情報を生かします\t3 台帳の公開\t情報課 関係各課":       whole,
		"証明書の郵送 2 情報を生かします\t3\t台帳の公開\t情報課 関係各課":            "34/1/2 証明書の郵送 []; 34/2/3 台帳の公開 [情報課 関係各課]",
		"証明書の郵送\t会計課 3\t台帳の公開\t情報課 関係各課":                   "34/1/2 証明書の郵送 [会計課]; 34/1/3 台帳の公開 [情報課 関係各課]",
		"証明書の郵送\t会計課 35 資産\t1 施設を使います\t3\t台帳の公開\t情報課 関係各課": "34/1/2 証明書の郵送 [会計課]; 35/1/3 台帳の公開 [情報課 関係各課]",
		"証明書の郵送\t会計課 35 資産 1 施設を使います\t3\t台帳の公開\t情報課 関係各課":  "34/1/2 証明書の郵送 [会計課]; 35/1/3 台帳の公開 [情報課 関係各課]",
		"証明書の郵送\t会計課 情報を生かします\t3\t台帳の公開\t情報課 関係各課":         "34/1/2 証明書の郵送 []; unmapped 4",
		"証明書の郵送\t会計課": "34/1/2 証明書の郵送 [会計課]",
	} {
		document := parse(t, head+row+next)
		want = "34/1/1 遠隔相談の導入 [市民課]; " + strings.Replace(want, "; unmapped", "; 35/1/4 会議室の貸出 [管財課]; unmapped", 1)
		if !strings.Contains(want, "unmapped") {
			want += "; 35/1/4 会議室の貸出 [管財課]"
		}
		var got []string
		for _, item := range document.Items {
			if item.Kind != model.Initiative {
				continue
			}
			var sections []string
			for _, department := range item.Departments {
				sections = append(sections, department.Section)
			}
			got = append(got, fmt.Sprint(item.ID, " ", item.Name, " ", sections))
		}
		if len(document.Unmapped) > 0 {
			got = append(got, fmt.Sprint("unmapped ", len(document.Unmapped)))
		}
		if text := strings.Join(got, "; "); text != want {
			t.Errorf("%q:\n got %s\nwant %s", row, text, want)
		}
	}
}

// Where the cell of the first measure is lost, the heading of the direction tells it.
func TestMeasureOfADirectionWithoutItsCell(t *testing.T) {
	const headings = "基本施策 34 広域連携\n◆展開方向1:窓口を変えます\n基本施策 35 資産\n◆展開方向1:施設を使います\n"
	const table = "まちづくり推進計画\t\tNo.\t取組項目\t担当課\n基本施策\t展開方向\t\t\t\n"
	for label, want := range map[string]string{"1 窓口を変えます": "34/1/1", "1 施設を使います": "35/1/1"} {
		document := parse(t, headings+table+label+"\t1\t遠隔相談の導入\t市民課\n\t\t2\t証明書の郵送\t会計課\n")
		items := document.Items
		if last := items[len(items)-1]; len(items) != 6 || items[4].ID != want || last.Parent != want[:len("34/1")] || len(document.Unmapped) > 0 {
			t.Errorf("%q: items %+v, unmapped %v; want %s", label, items, document.Unmapped, want)
		}
	}
}

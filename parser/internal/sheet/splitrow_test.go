package sheet

import (
	"slices"
	"strings"
	"testing"
)

func TestSplitRow(t *testing.T) {
	for _, test := range []struct {
		row, want, joined string
		words, narrow     bool
	}{
		{row: "利用者数 10人\t20人\t30人", want: "利用者数|10人|20人|30人", joined: "利用者数 10人"},
		{row: "利用者数\t10人 20人\t30人", want: "利用者数|10人|20人|30人", joined: "10人 20人"},
		{row: "利用者数 10人 20人 30人", want: "利用者数|10人|20人|30人"},
		{row: "利用者数\t1 人\t2 人\t3 人\t4 人", want: "利用者数|1 人|2 人|3 人|4 人"},
		{row: "利用者数 10人\t20 人\t30 人", want: "利用者数|10人|20 人|30 人", joined: "利用者数 10人"},
		{row: "利用者数 10人\t20人 30人", want: "利用者数|10人|20人|30人", joined: "20人 30人"},
		{row: "利用者数 10人\t20人 30人\t40人", want: "利用者数 10人|20人 30人|40人"},
		{row: "利用者数\t10人\t20人", want: "利用者数|10人|20人"},
		{row: "利用者数\t増やす 減らす\t30人", want: "利用者数|増やす 減らす|30人"},
		{row: "設計\t委託 施工\t完了", want: "設計|委託 施工|完了", words: true},
		{row: "設計\t委託 施工\t\t完了", want: "設計|委託|施工|完了", joined: "委託 施工", words: true},
		{row: "設計\t委託 施工\t完了", want: "設計|委託|施工|完了", joined: "委託 施工", words: true, narrow: true},
	} {
		split, joined := SplitRow(tokensOf(t, test.row), 4, test.words, test.narrow)
		if got := texts(split); !slices.Equal(got, strings.Split(test.want, "|")) || joined.Text != test.joined {
			t.Errorf("%q is parted into %q at %q; want %s at %q", test.row, got, joined.Text, test.want, test.joined)
		}
	}
}

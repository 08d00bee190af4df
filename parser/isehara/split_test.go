package isehara

import (
	"slices"
	"testing"

	"sheetconv/model"
)

// A row that runs together in one cell is reported, whatever the next row begins with.
func TestRowInOneCell(t *testing.T) {
	const head = "目 標→【指標名】→【現状値】→年度\n→→→令和3年度→令和4年度\n"
	for _, rows := range []string{
		"→入込客数 1,750千人 (令和元年度) 1,800千人 1,900千人\n宿泊客数→98,200人 (令和元年度)→100,000人→110,000人\n",
		"→入込客数 1,750千人 (令和元年度) 1,800千人 1,900千人\n→宿泊客数→98,200人 (令和元年度)→100,000人→110,000人\n",
		"入込客数 1,750千人 (令和元年度) 1,800千人 1,900千人\n",
	} {
		document := readRows(t, head+rows)
		joined := 0
		for _, diagnostic := range document.Diagnostics {
			if diagnostic.Code == model.CodeJoinedCells {
				joined++
			}
		}
		first := document.Items[0].Indicators[0]
		var years []int
		for _, value := range first.Values {
			years = append(years, value.FY)
		}
		if first.Name != "入込客数" || !slices.Equal(years, []int{2019, 2021, 2022}) || joined != 1 {
			t.Errorf("%s: got %+v and reported it %d times", rows, first, joined)
		}
	}
}

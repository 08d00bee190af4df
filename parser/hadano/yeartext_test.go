package hadano

import (
	"slices"
	"testing"

	"sheetconv/parser/internal/ja"
)

func TestYearText(t *testing.T) {
	known := &facts{calendar: ja.NewCalendar("令和3年度")}
	for text, want := range map[string][]int{
		"令和3年度<br>(2021年度)":  {2021},
		"令和３年度<br/>（２０２１年度）": {2021},
		"令和3年度\n(2021年度)":    {2021},
		"令 和 3 年 度":          {2021},
		"令　和　3　年　度":          {2021},
		"R 3":                {2021},
		"**R3**":             {2021},
		"2 0 2 1 年 度":        {2021},
		"4 年 度":              {2022},
		"R3<br>R4<br>R5":     {2021, 2022, 2023},
		"令和3年度<br>(2021年度)<br>令和4年度(2022年度)": {2021, 2022},
		"R3 4":    {2021, 2022},
		"令和3年度実績": nil,
		"20 21":   nil,
		"3 件":     nil,
	} {
		if years, _ := known.yearsOf(text); !slices.Equal(years, want) {
			t.Errorf("%q is %v, want %v", text, years, want)
		}
	}
}

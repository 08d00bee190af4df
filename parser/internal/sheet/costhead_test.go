package sheet

import (
	"testing"

	"sheetconv/model"
)

func TestWordsOfCostHeads(t *testing.T) {
	for text, want := range map[string]CostHead{
		"令和4年度決算":        {2022, model.BasisActual},
		"令和4年度決算額":       {2022, model.BasisActual},
		"令和4年度(決算見込み)":   {2022, model.BasisActual},
		"令和4年度実績見込":      {2022, model.BasisActual},
		"R5当初予算額":        {2023, model.BasisBudget},
		"令和5年度 補正後予算":    {2023, model.BasisBudget},
		"令和5年度最終予算額":     {2023, model.BasisBudget},
		"令和5年度予算現額":      {2023, model.BasisBudget},
		"令和5年度予算":        {2023, model.BasisBudget},
		"令和5年度目標":        {2023, model.BasisTarget},
		"令和5年度予算の内訳を示す。": {},
	} {
		head, end, ok := ReadCostHead(text, nil)
		if isWhole := ok && end == len(text); isWhole != (want.FY != 0) || isWhole && head != want {
			t.Errorf("%s: %+v, %d of %d bytes, %t; want %+v", text, head, end, len(text), ok, want)
		}
	}
}

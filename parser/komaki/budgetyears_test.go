package komaki

import (
	"fmt"
	"strings"
	"testing"
)

// An amount has the year that it stands under or behind; cells lost at the end of a row
// leave it open which year has none.
func TestBudgetYears(t *testing.T) {
	for amounts, want := range map[string]string{
		" 令和6年度 700千円 令和7年度 710千円":                   "2024 700000, 2025 710000",
		"\n令和6年度\t令和7年度\t令和8年度\n700千円\t710千円\t720千円": "2024 700000, 2025 710000, 2026 720000",
		"\n令和6年度\t令和7年度\t令和8年度\n700千円\t\t720千円":      "2024 700000, 2026 720000",
		"\n令和6年度\t令和7年度\t令和8年度\n700千円\t710千円":        "0 700000, 0 710000; layout/year-unknown",
		"\n令和6年度 令和7年度\n700千円 710千円":                 "2024 700000, 2025 710000",
		" 700\n(単位:千円)": "0 0; value/unreadable",
		" 5,454千円、債務負担行為 令和6～8年度 3,000千円": "0 5454000, 0 3000000",
	} {
		document := parse(t, "基本施策 7 図書館\n新規\n移動図書館事業\n教育部 図書館\n1 予算額"+amounts+"\n2 目的及び効果 本を届けます。\n3 事業概要\n車を走らせます。\n")
		var costs, codes []string
		for _, item := range document.Items {
			for _, cost := range item.Costs {
				costs = append(costs, fmt.Sprint(cost.FY, " ", cost.Yen.Amount()))
			}
		}
		got := strings.Join(costs, ", ")
		for _, own := range document.Diagnostics {
			codes = append(codes, string(own.Code))
		}
		if len(codes) > 0 {
			got += "; " + strings.Join(codes, " ")
		}
		if got != want {
			t.Errorf("%q: got %q; want %q", amounts, got, want)
		}
	}
}

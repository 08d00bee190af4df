package isehara

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
)

// TestOwnYears holds years in brackets that stand in a line or a cell of their own: each
// belongs to the value before it, and is no head of a year and no name.
func TestOwnYears(t *testing.T) {
	const (
		wide  = "目標→【指標名】→【現状値】→年度→→\n→→→令和3年度→令和4年度→\n"
		bare  = "目標→【指標名】→【現状値】→年度\n令和3年度→令和4年度\n"
		whole = "面積: baseline 2020 120㎡, target 2021 130㎡, target 2022 140㎡"
	)
	for name, test := range map[string]struct {
		rows string
		want []string
	}{
		"in the next line, as a browser copies":      {bare + "面積→120㎡\n(令和2年度)→130㎡→140㎡\n", []string{whole}},
		"in the next line, and the first year blank": {bare + "面積→120㎡\n(令和2年度)→→140㎡\n", []string{"面積: baseline 2020 120㎡, target 2022 140㎡"}},
		"in the next line of a row of wide heads":    {wide + "→面積→120㎡\n(令和2年度)→130㎡→140㎡→\n", []string{whole}},
		"in the next cell":                           {wide + "→面積→120㎡→(令和2年度)→130㎡→140㎡\n", []string{whole}},
		"in its column of the row below":             {wide + "→面積→120㎡→130㎡→140㎡→\n→→(令和2年度)→→→\n", []string{whole}},
		"between columns of blanks": {
			"目標   【指標名】  【現状値】  年度\n                         令和3年度  令和4年度\n" +
				"       面積        120㎡       130㎡      140㎡\n                   (令和2年度)\n       件数        5件         6件        7件\n",
			[]string{whole, "件数: baseline 0 5件, target 2021 6件, target 2022 7件"},
		},
		"with one blank between all cells": {
			"目標\n【指標名】 【現状値】\n年度\n令和3年度 令和4年度\n面積 120㎡\n(令和2年度) 130㎡ 140㎡\n", []string{whole},
		},
		"with no value before it": {wide + "→面積→→(令和2年度)→140㎡→\n", []string{"面積: target 2022 140㎡"}},
	} {
		document := readTable(t, test.rows)
		var got []string
		for _, indicator := range document.Items[0].Indicators {
			got = append(got, indicator.Name+": "+valuesOf(indicator.Values))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, expected %q", name, got, test.want)
		}
	}
}

func valuesOf(values []model.Value) string {
	var texts []string
	for _, value := range values {
		raw, _, _ := strings.Cut(value.Raw, "(")
		texts = append(texts, fmt.Sprint(value.Measure, " ", value.FY, " ", strings.TrimSpace(raw)))
	}
	return strings.Join(texts, ", ")
}

// readTable reads rows as readRows does; those without an arrow stand in columns of blanks.
func readTable(t *testing.T, rows string) *model.Document {
	t.Helper()
	if strings.Contains(rows, "→") {
		return readRows(t, rows)
	}
	g, err := grid.New("事業名   清掃事業   事業番号   1-1\n総合計画体系\n" + rows)
	if err != nil {
		t.Fatal(err)
	}
	return Form.Read(g)[0].Document
}

// TestTableLines holds tables in columns of blanks whose cells stand on several lines, and
// rows that only look so.
func TestTableLines(t *testing.T) {
	const head = "事業行程   項目                    年度\n                                   令和3年度           令和4年度\n"
	for name, test := range map[string]struct {
		rows string
		want []string
	}{
		"a name and a plan of two lines": {
			head + "           見回りの範囲を広げる取組 当番の表の作成      見回りの開始\n           に向けた相談            と配布\n           柵の設置                設置                設置\n",
			[]string{"見回りの範囲を広げる取組に向けた相談 2021 当番の表の作成\nと配布", "見回りの範囲を広げる取組に向けた相談 2022 見回りの開始", "柵の設置 2021 設置", "柵の設置 2022 設置"},
		},
		"a first year left blank": {
			head + "           見回り                  当番の表の作成      見回りの開始\n           柵の設置                                    設置\n",
			[]string{"見回り 2021 当番の表の作成", "見回り 2022 見回りの開始", "柵の設置 2022 設置"},
		},
		"rows of their own": {
			head + "           見回り                  当番の表の作成      見回りの開始\n           柵                      設置\n           網                      設置                補修\n",
			[]string{"見回り 2021 当番の表の作成", "見回り 2022 見回りの開始", "柵 2021 設置", "網 2021 設置", "網 2022 補修"},
		},
	} {
		var got []string
		for _, task := range readTable(t, test.rows).Items[0].Schedule {
			got = append(got, fmt.Sprint(task.Task, " ", task.FY, " ", task.Text))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, expected %q", name, got, test.want)
		}
	}
}

package sakado

import (
	"fmt"
	"strings"
	"testing"
)

func TestLegends(t *testing.T) {
	const all = "A 順調, B ほぼ順調, C やや遅れ, D 停滞"
	body := tableHead[strings.Index(tableHead, "基本方針"):] + row("1", "財政課", "B")
	for legend, want := range map[string]string{
		"A 順調 B ほぼ順調 C やや遅れ D 停滞\n":    all,
		"Ａ順調　Ｂほぼ順調　Ｃやや遅れ　Ｄ停滞\n":        all,
		"A 順調\nB ほぼ順調\nC やや遅れ\nD 停滞\n": all,
		"A順調\nBほぼ順調\nCやや遅れ\nD停滞\n":     all,
		"A：順調 B：ほぼ順調\nC：やや遅れ D：停滞\n":   all,
		"B ほぼ順調\nC やや遅れ\n":             "",
		"A 順調\nC やや遅れ\n":               "A 順調",
	} {
		const title = "第7次行政改革アクションプラン（令和2年度～令和6年度）進行管理集計表（令和4年3月31日現在）\n"
		document := readText(t, title+"【項目進捗】\n"+legend+body+"【項目進捗】\n"+legend)
		var got []string
		for _, grade := range document.Grades {
			got = append(got, grade.Grade+" "+grade.Label)
		}
		_, left := readValues(document)
		if strings.Join(got, ", ") != want || (len(left) > 0) != (want != all) {
			t.Errorf("%q: got %q, unmapped %q; want %s", legend, got, left, want)
		}
		if len(document.Items) != 1 || len(document.Items[0].Indicators) != 1 {
			t.Errorf("%q: items %+v", legend, document.Items)
		}
	}
}

func TestTitles(t *testing.T) {
	const plan = "行政改革アクションプラン（令和2年度～令和6年度）"
	const usual = "行政改革アクションプラン 2020 2024 2022-03-31"
	body := tableHead[strings.Index(tableHead, "基本方針"):] + row("1", "財政課", "B")
	for head, want := range map[string]string{
		plan + "進行管理集計表（令和4年3月31日現在）\n":      plan + "進行管理集計表（令和4年3月31日現在） " + usual,
		plan + "進捗状況一覧表（令和4年3月31日現在）\n":      plan + "進捗状況一覧表（令和4年3月31日現在） " + usual,
		plan + "実施状況報告書\n令和4年3月31日現在\n":      plan + "実施状況報告書 " + usual,
		plan + "進行管理集計表\n（令和4年3月31日現在）\n":    plan + "進行管理集計表 " + usual,
		plan + "進行管理集計表\t令和4年3月31日時点\n":      plan + "進行管理集計表 " + usual,
		plan + "\n進行管理集計表（令和4年3月31日現在）\n":    plan + "進行管理集計表（令和4年3月31日現在） " + usual,
		plan + "\n取組状況調書\n（令和4年3月31日現在）\n":   plan + "取組状況調書 " + usual,
		"取組の進捗状況は一覧表のとおり\n令和4年3月31日現在\n":     " 2022-03-31",
		"アクションプランの進捗状況は次の一覧。\n令和4年3月31日現在\n": " 2022-03-31",
	} {
		document := readText(t, head+body)
		got := document.Title
		if plan := document.Plan; plan != nil {
			got += fmt.Sprint(" ", plan.Name, " ", plan.StartFY, " ", plan.EndFY)
		}
		if got += " " + document.AsOf.String(); got != want {
			t.Errorf("%q: got %s, want %s", head, got, want)
		}
	}
}

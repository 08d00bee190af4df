package table

import (
	"encoding/json"
	"testing"

	"sheetconv/model"
)

func TestCells(t *testing.T) {
	number, list := model.NewNumber(370, 2), []string{"a,\"b\"", "c\n", "\x00\\<\xff"}
	day, _ := model.NewDate(2020, 3, 31)
	for _, test := range []struct {
		cell       Cell
		text, json string
	}{
		{Cell{}, "", "null"},
		{textCell(""), "", "null"},
		{textCell("=1+\"2\"\r\n\t計"), "=1+\"2\"\r\n\t計", `"=1+\"2\"\r\n\t計"`},
		{countCell(0), "0", "0"},
		{positiveCell(0), "", "null"},
		{yearCell(2019), "2019", "2019"},
		{numberCell(&number), "3.70", "3.70"},
		{numberCell(new(model.Number)), "", "null"},
		{yenCell(model.NewYen(-5000)), "-5000", "-5000"},
		{yenCell(model.NewYen(0)), "0", "0"},
		{yenCell(model.Yen{}), "", "null"},
		{dateCell(day), "2020-03-31", `"2020-03-31"`},
		{dateCell(model.Date{}), "", "null"},
		{booleanCell(false), "false", "false"},
		{booleanCell(true), "true", "true"},
		{listCell(&list), `["a,\"b\"","c\n","\u0000\\<` + "\uFFFD" + `"]`, `["a,\"b\"","c\n","\u0000\\<` + "\uFFFD" + `"]`},
		{listCell(new([]string)), "", "null"},
	} {
		if got := string(test.cell.AppendText([]byte("…"))); got != "…"+test.text {
			t.Errorf("the text is %q, want %q", got, test.text)
		}
		if got := string(test.cell.AppendJSON(nil)); got != test.json || !json.Valid([]byte(got)) {
			t.Errorf("the JSON is %s, want %s", got, test.json)
		}
	}
	cell := dateCell(day)
	if cell.Date() != day || !cell.Number().IsZero() || cell.List() != nil {
		t.Errorf("the day is %s", cell.Date())
	}
	cell = numberCell(&number)
	if !cell.Number().Equal(number) || cell.Date() != (model.Date{}) {
		t.Errorf("the number is %s", cell.Number())
	}
}

// A text is the same when JSON is read back.
func FuzzJSONText(f *testing.F) {
	for _, text := range []string{"", "a\"\\\n", "\x00\x1f\x7f\u2028", "\xff計"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var got, want string
		if err := json.Unmarshal(AppendJSONText(nil, text), &got); err != nil {
			t.Fatal(err)
		}
		encoded, _ := json.Marshal(text)
		if err := json.Unmarshal(encoded, &want); err != nil || got != want {
			t.Errorf("%q is read back as %q, want %q", text, got, want)
		}
	})
}

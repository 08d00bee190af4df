package model

import (
	"encoding/json"
	"testing"

	"gopkg.in/yaml.v3"
)

func TestPosition(t *testing.T) {
	for text, p := range map[string]Position{"1:1": {1, 1}, "12:5": {12, 5}, "2147483647:2147483647": {1<<31 - 1, 1<<31 - 1}} {
		var back Position
		if p.String() != text || back.UnmarshalText([]byte(text)) != nil || back != p || p.IsZero() {
			t.Errorf("%s: %s, back %s", text, p, back)
		}
	}
	for _, text := range []string{"", ":", "1", "1:", ":1", "0:1", "1:0", "0:0", "-1:1", "+1:1", "01:1", "1:1:1", "1: 1", "2147483648:1", "１:1", "a:b"} {
		var p Position
		if err := p.UnmarshalText([]byte(text)); err == nil || !p.IsZero() {
			t.Errorf("%q: got %s", text, p)
		}
	}
	if (Position{}).String() != "" || !(Position{}).IsZero() {
		t.Error("the zero Position is known")
	}
}

func TestPositionBefore(t *testing.T) {
	inOrder := []Position{{}, {1, 1}, {1, 9}, {2, 1}, {10, 2}}
	for i, p := range inOrder {
		for j, other := range inOrder {
			if p.Before(other) != (i < j) {
				t.Errorf("%s before %s is %v", p, other, p.Before(other))
			}
		}
	}
}

func TestNewDate(t *testing.T) {
	for _, test := range []struct {
		year, month, day int
		want             string
	}{
		{2020, 3, 31, "2020-03-31"}, {2020, 2, 29, "2020-02-29"}, {2000, 2, 29, "2000-02-29"}, {1, 1, 1, "0001-01-01"}, {9999, 12, 31, "9999-12-31"},
		{2019, 2, 29, ""}, {1900, 2, 29, ""}, {2020, 4, 31, ""}, {2020, 13, 1, ""}, {2020, 0, 1, ""}, {2020, 1, 0, ""}, {2020, -1, 1, ""},
		{0, 1, 1, ""}, {-5, 1, 1, ""}, {10000, 1, 1, ""},
	} {
		date, valid := NewDate(test.year, test.month, test.day)
		if date.String() != test.want || valid != (test.want != "") || valid == date.IsZero() {
			t.Errorf("%d-%d-%d: got %s, %v, want %s", test.year, test.month, test.day, date, valid, test.want)
		}
	}
}

func TestEndOfMonth(t *testing.T) {
	for _, test := range []struct {
		year, month int
		want        string
	}{
		{2014, 3, "2014-03-31"}, {2017, 2, "2017-02-28"}, {2016, 2, "2016-02-29"}, {2100, 2, "2100-02-28"}, {2000, 2, "2000-02-29"},
		{2022, 12, "2022-12-31"}, {2022, 4, "2022-04-30"}, {2022, 0, ""}, {2022, 13, ""}, {0, 5, ""}, {10000, 5, ""},
	} {
		if date, valid := EndOfMonth(test.year, test.month); date.String() != test.want || valid != (test.want != "") {
			t.Errorf("%d-%d: got %s, %v, want %s", test.year, test.month, date, valid, test.want)
		}
	}
}

func TestFiscalYear(t *testing.T) {
	for date, want := range map[Date]int{
		{2020, 3, 31}: 2019, {2020, 4, 1}: 2020, {2020, 12, 31}: 2020, {2021, 1, 1}: 2020, {2017, 2, 28}: 2016, {2014, 3, 31}: 2013, {}: 0,
	} {
		if got := date.FiscalYear(); got != want {
			t.Errorf("%s: got %d, want %d", date, got, want)
		}
	}
}

func TestDateText(t *testing.T) {
	for _, text := range []string{"2020-03-31", "0001-01-01", "2020-02-29"} {
		var fromJSON, fromYAML, fromPlain Date
		if err := json.Unmarshal([]byte(`"`+text+`"`), &fromJSON); err != nil || fromJSON.String() != text {
			t.Errorf("JSON %s: %s, %v", text, fromJSON, err)
		}
		if err := yaml.Unmarshal([]byte(`"`+text+`"`), &fromYAML); err != nil || fromYAML != fromJSON {
			t.Errorf("YAML %q: %s, %v", text, fromYAML, err)
		}
		if err := yaml.Unmarshal([]byte(text), &fromPlain); err != nil || fromPlain != fromJSON {
			t.Errorf("YAML %s: %s, %v", text, fromPlain, err)
		}
	}
	for _, text := range []string{"", "2020-3-31", "2020-02-30", "2020/03/31", "20200331", "0000-01-01", "2020-03-31T00:00:00Z", "令和2年"} {
		var date Date
		if err := date.UnmarshalText([]byte(text)); err == nil {
			t.Errorf("%q: got %s", text, date)
		}
	}
}

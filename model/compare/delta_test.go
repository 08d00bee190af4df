package compare

import (
	"testing"

	"sheetconv/model"
)

func parsed(t *testing.T, text string) model.Number {
	t.Helper()
	if text == "" {
		return model.Number{}
	}
	number, err := model.ParseNumber(text)
	if err != nil {
		t.Fatal(err)
	}
	return number
}

func TestDifferencesAndPercents(t *testing.T) {
	for _, test := range []struct{ old, new, delta, percent string }{
		{"50", "55", "5", "10.0"},
		{"55", "50", "-5", "-9.1"},
		{"3.70", "3.7", "0.00", "0.0"},
		{"-6.0", "-5.8", "0.2", "3.3"},
		{"0", "5", "5", ""},
		{"", "5", "", ""},
		{"5", "", "", ""},
		{"2000", "2001", "1", "0.1"}, // 0.05 is rounded away from zero
		{"2000", "1999", "-1", "-0.1"},
		{"2001", "2000", "-1", "0.0"}, // -0.04… is no minus zero
		{"0.1", "0.25", "0.15", "150.0"},
		{"99999999999999999999999999", "100000000000000000000000000", "1", "0.0"},
		{"1", "99999999999999999999999999", "99999999999999999999999998", "9999999999999999999999999800.0"},
		{"9223372036854775807", "-9223372036854775808", "-18446744073709551615", "-200.0"},
	} {
		delta := difference(parsed(t, test.old), parsed(t, test.new))
		percent := percentOf(delta, parsed(t, test.old))
		if delta.String() != test.delta || percent.String() != test.percent {
			t.Errorf("%s → %s: %s, %s %%, want %s, %s %%", test.old, test.new, delta, percent, test.delta, test.percent)
		}
	}
}

func TestSameNumber(t *testing.T) {
	for _, test := range []struct {
		old, new string
		want     bool
	}{{"3.70", "3.7", true}, {"3.70", "3.71", false}, {"0", "", false}, {"", "", true}, {"1000", "1000.0", true}, {"-0", "0", true}} {
		if got := sameNumber(parsed(t, test.old), parsed(t, test.new)); got != test.want {
			t.Errorf("%q and %q: %t", test.old, test.new, got)
		}
	}
}

func TestPaths(t *testing.T) {
	for _, test := range []struct {
		list string
		keys []string
		want string
	}{
		{"values", []string{"2021", "target"}, "values[2021,target]"},
		{"values", []string{"", "actual"}, "values[actual]"},
		{"indicators", []string{"率[%].x,y\\z"}, `indicators[率\[%\]\.x\,y\\z]`},
		{"indicators", []string{"参加者\n 数"}, "indicators[参加者 数]"},
		{"costs", []string{""}, "costs[]"},
	} {
		if got := row(test.list, test.keys...); got != test.want {
			t.Errorf("%s, want %s", got, test.want)
		}
	}
}

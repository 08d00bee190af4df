package model

import (
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/cockroachdb/apd/v3"
	"gopkg.in/yaml.v3"
)

const fortyDigits = "1234567890123456789012345678901234567890"

func TestParseNumber(t *testing.T) {
	for text, decimals := range map[string]int{
		"0": 0, "0.0": 1, "0.00": 2, "3.70": 2, "-3.7": 1, "-0": 0, "100": 0, "100.0": 1, "740454": 0,
		fortyDigits: 0, "-" + fortyDigits + "." + fortyDigits: 40, "0." + strings.Repeat("0", 39) + "1": 40,
		"9223372036854775808": 0, "0.1": 1,
	} {
		n, err := ParseNumber(text)
		if err != nil || n.String() != text || n.Decimals() != decimals || n.IsZero() {
			t.Errorf("%s: got %s with %d decimals, %v", text, n, n.Decimals(), err)
		}
		encoded, err := json.Marshal(n)
		var back Number
		if err != nil || string(encoded) != text || json.Unmarshal(encoded, &back) != nil || !back.Equal(n) {
			t.Errorf("%s: JSON %s, back %s, %v", text, encoded, back, err)
		}
		encoded, err = yaml.Marshal(n)
		back = Number{}
		if err != nil || string(encoded) != text+"\n" || yaml.Unmarshal(encoded, &back) != nil || !back.Equal(n) {
			t.Errorf("%s: YAML %s, back %s, %v", text, encoded, back, err)
		}
	}
	for text, want := range map[string]string{"007": "7", "-05.30": "-5.30", "00": "0"} {
		if n, err := ParseNumber(text); err != nil || n.String() != want {
			t.Errorf("%s: got %s, %v, want %s", text, n, err, want)
		}
	}
	for _, text := range []string{
		"", "-", ".", "-.", ".5", "5.", "-.5", "+1", "--1", "1-", "1,000", "1 000", " 1", "1 ", "1e3", "1E3", "0x1F",
		"1.2.3", "NaN", "Infinity", "inf", "12%", "１２", "△1", "−1", "1_000", "1\n", "\x00", strings.Repeat("1", 200000),
	} {
		if n, err := ParseNumber(text); err == nil || !n.IsZero() {
			t.Errorf("%.20q: got %s, expected an error", text, n)
		}
	}
}

func TestNewNumber(t *testing.T) {
	for want, n := range map[string]Number{
		"0": NewNumber(0, 0), "3.70": NewNumber(370, 2), "-0.05": NewNumber(-5, 2), "5": NewNumber(5, 0), "5000": NewNumber(5, -3),
		"-9223372036854775808": NewNumber(math.MinInt64, 0), "92233720368547758.07": NewNumber(math.MaxInt64, 2),
	} {
		parsed, err := ParseNumber(want)
		if n.String() != want || err != nil || !parsed.Equal(n) {
			t.Errorf("got %s, want %s", n, want)
		}
	}
}

func TestNumberEqual(t *testing.T) {
	number := func(text string) Number {
		n, _ := ParseNumber(text)
		return n
	}
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"3.7", "3.7", true}, {"3.7", "3.70", false}, {"", "", true}, {"", "0", false}, {"0", "0.0", false}, {"1", "-1", false},
		{fortyDigits, fortyDigits, true}, {fortyDigits, fortyDigits + "0", false},
	} {
		a, b := number(test.a), number(test.b)
		if a.Equal(b) != test.want || b.Equal(a) != test.want {
			t.Errorf("%q and %q: want %v", test.a, test.b, test.want)
		}
	}
	if number("3.7").Decimal().Cmp(number("3.70").Decimal()) != 0 {
		t.Error("3.7 and 3.70 have different values")
	}
}

func TestNumberIsNotChangedThroughDecimal(t *testing.T) {
	n, _ := ParseNumber(fortyDigits)
	decimal := n.Decimal()
	if _, err := apd.BaseContext.WithPrecision(100).Add(decimal, decimal, apd.New(1, 0)); err != nil {
		t.Fatal(err)
	}
	if n.String() != fortyDigits {
		t.Errorf("the number became %s", n)
	}
}

func TestAbsentNumber(t *testing.T) {
	var n Number
	text, err := n.AppendText([]byte("a"))
	if !n.IsZero() || n.String() != "" || n.Decimals() != 0 || !n.Decimal().IsZero() || string(text) != "a" || err != nil {
		t.Errorf("got %q, %d, %s, %q", n, n.Decimals(), n.Decimal(), text)
	}
	row := struct {
		A Number
		B Yen
		C Number `json:",omitzero"`
		D Yen    `json:",omitzero"`
	}{}
	if encoded, err := json.Marshal(row); err != nil || string(encoded) != `{"A":null,"B":null}` {
		t.Errorf("got %s, %v", encoded, err)
	}
}

func TestNumberReadErrors(t *testing.T) {
	for _, input := range []string{`"1"`, `null`, `true`, `[1]`, `{}`, `1e3`, `""`} {
		var n Number
		if err := json.Unmarshal([]byte(input), &n); err == nil {
			t.Errorf("JSON %s: got %s", input, n)
		}
		// yaml.v3 does not ask the type about null.
		if err := yaml.Unmarshal([]byte(input), &n); err == nil && input != "null" {
			t.Errorf("YAML %s: got %s", input, n)
		}
	}
}

func FuzzParseNumber(f *testing.F) {
	for _, text := range []string{"0", "-0.00", fortyDigits, "1e5", "00.1"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n, err := ParseNumber(text)
		if err != nil {
			return
		}
		again, err := ParseNumber(n.String())
		if err != nil || !again.Equal(n) || !json.Valid([]byte(n.String())) {
			t.Fatalf("%q is %s, and that is %s, %v", text, n, again, err)
		}
		exact, ok := strings.CutPrefix(text, "-")
		exact = strings.TrimLeft(exact, "0")
		if exact == "" || exact[0] == '.' {
			exact = "0" + exact
		}
		if ok {
			exact = "-" + exact
		}
		if n.String() != exact {
			t.Fatalf("%q is %s, want %s", text, n, exact)
		}
		_, _ = YenOf(n, 1000)
	})
}

func TestYenOf(t *testing.T) {
	for _, test := range []struct {
		number     string
		multiplier int64
		want       string
	}{
		{"5454", 1000, "5454000"}, {"1", 100_000_000, "100000000"}, {"0", 1000, "0"}, {"-5", 1000, "-5000"}, {"1.5", 10000, "15000"},
		{"0.001", 1000, "1"}, {"12.340", 100, "1234"}, {"1.0", 1, "1"}, {"500", 10000, "5000000"}, {"-0", 1000, "0"},
		{"9223372036854775807", 1, "9223372036854775807"}, {"-9223372036854775808", 1, "-9223372036854775808"},
		{"0.0001", 1000, ""}, {"1.5", 1, ""}, {"", 1000, ""}, {"9223372036854775808", 1, ""}, {"-9223372036854775809", 1, ""},
		{"9223372036854775807", 1000, ""}, {fortyDigits + fortyDigits, 1, ""}, {fortyDigits + ".5", 1, ""},
		{"100." + strings.Repeat("0", 70) + "1", 1, ""}, {"100." + strings.Repeat("0", 70), 1000, "100000"},
	} {
		number, _ := ParseNumber(test.number)
		yen, err := YenOf(number, test.multiplier)
		if yen.String() != test.want || (test.want == "") != errors.Is(err, ErrNotWholeYen) {
			t.Errorf("%s × %d: got %q, %v, want %q", test.number, test.multiplier, yen, err, test.want)
		}
	}
}

func TestYenText(t *testing.T) {
	for _, amount := range []int64{0, -1, 5454000, math.MaxInt64, math.MinInt64} {
		var fromJSON, fromYAML Yen
		inJSON, jsonErr := json.Marshal(NewYen(amount))
		inYAML, yamlErr := yaml.Marshal(NewYen(amount))
		if jsonErr != nil || yamlErr != nil || string(inYAML) != string(inJSON)+"\n" {
			t.Errorf("%d: %s and %s, %v, %v", amount, inJSON, inYAML, jsonErr, yamlErr)
		}
		if json.Unmarshal(inJSON, &fromJSON) != nil || yaml.Unmarshal(inYAML, &fromYAML) != nil ||
			fromJSON != NewYen(amount) || fromYAML != fromJSON || fromJSON.Amount() != amount || fromJSON.IsZero() {
			t.Errorf("%d came back as %s and %s", amount, fromJSON, fromYAML)
		}
	}
	for _, input := range []string{`"1"`, `1.0`, `1e3`, `true`, `[1]`, `9223372036854775808`} {
		var yen Yen
		if json.Unmarshal([]byte(input), &yen) == nil || yaml.Unmarshal([]byte(input), &yen) == nil {
			t.Errorf("%s: got %s", input, yen)
		}
	}
}

func TestCumulative(t *testing.T) {
	for want, c := range map[string]Cumulative{
		"true": {Flag: true}, "false": {}, "215": {Amount: NewNumber(215, 0)}, "0.50": {Flag: true, Amount: NewNumber(50, 2)},
	} {
		inJSON, jsonErr := json.Marshal(c)
		inYAML, yamlErr := yaml.Marshal(c)
		if jsonErr != nil || yamlErr != nil || string(inJSON) != want || string(inYAML) != want+"\n" || c.IsZero() != (want == "false") {
			t.Errorf("%s: %s and %s, %v, %v", want, inJSON, inYAML, jsonErr, yamlErr)
		}
		var fromJSON, fromYAML Cumulative
		if json.Unmarshal(inJSON, &fromJSON) != nil || yaml.Unmarshal(inYAML, &fromYAML) != nil ||
			fromJSON.literal() != want || fromYAML.literal() != want {
			t.Errorf("%s came back as %+v and %+v", want, fromJSON, fromYAML)
		}
	}
	for _, input := range []string{`"true"`, `"1"`, `[]`, `1e3`} {
		var c Cumulative
		if json.Unmarshal([]byte(input), &c) == nil || yaml.Unmarshal([]byte(input), &c) == nil {
			t.Errorf("%s: got %+v", input, c)
		}
	}
}

func TestCoefficient(t *testing.T) {
	for _, test := range []struct {
		text string
		want int64
		fits bool
	}{
		{"3.70", 370, true}, {"-12", -12, true}, {"0.0", 0, true}, {"9223372036854775807", 9223372036854775807, true},
		{"9223372036854775808", 0, false}, {"123456789012345678901234567890.5", 0, false},
	} {
		number, err := ParseNumber(test.text)
		if err != nil {
			t.Fatal(err)
		}
		if got, fits := number.Coefficient(); got != test.want || fits != test.fits {
			t.Errorf("%s: %d, %t, want %d, %t", test.text, got, fits, test.want, test.fits)
		}
	}
}

package ja

import (
	"reflect"
	"testing"
)

// What is known of common units says of a figure what the whole grammar says of it.
func TestCommonUnits(t *testing.T) {
	units := []string{"", "千円", "万円", "百万円", "億円"} // and those of the table
	for unit := range usualUnits {
		if isCommonUnit(unit) {
			units = append(units, unit)
		}
	}
	if len(units) < 60 {
		t.Fatalf("%d units are common ones", len(units))
	}
	for _, expect := range []Expect{{}, {Unit: "件"}, {Unit: "千円"}, {Money: true}, {NearFY: 2021}} {
		for _, unit := range units {
			for _, number := range []string{"0", "3", "12", "1,234", "98.5", "2021", "30"} {
				for _, text := range []string{number + unit, number + " " + unit} {
					if unit == "" && text != number {
						continue
					}
					var plain Reading
					if !plain.readPlain(text, expect) {
						t.Errorf("%q is not plain", text)
					}
					if whole := readWhole(text, expect); !reflect.DeepEqual(plain, whole) {
						t.Errorf("%q: %+v, by the whole grammar %+v", text, plain, whole)
					}
				}
			}
			if whole := readWhole(unit, expect); unit != "" && (bareKind(unit) != LoneUnit || whole.Kind != LoneUnit) {
				t.Errorf("%q is no lone unit by both: %d, %d", unit, bareKind(unit), whole.Kind)
			}
		}
	}
	for _, dash := range []string{"-", "—", "－", "ー", "―", "–"} {
		if whole := readWhole(dash, Expect{}); bareKind(dash) != Dash || whole.Kind != Dash {
			t.Errorf("%q is no dash by both", dash)
		}
	}
}

// readWhole reads a text by the whole grammar.
func readWhole(s string, expect Expect) (reading Reading) {
	reading.read(s, expect, 0)
	return reading
}

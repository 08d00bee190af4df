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
					var whole Reading
					if whole.read(text, expect, 0); !reflect.DeepEqual(plain, whole) {
						t.Errorf("%q: %+v, by the whole grammar %+v", text, plain, whole)
					}
				}
			}
			if unit != "" && !isLoneUnit(unit, expect.Unit) {
				t.Errorf("%q is no lone unit by the whole grammar", unit)
			}
		}
	}
}

package misato

import (
	"testing"

	"sheetconv/model"
)

func TestSplitPolicyNumbers(t *testing.T) {
	for _, test := range []struct{ upper, lower, wantUpper, wantLower string }{
		{"4にぎわいを生むまち", "産4-3企業誘致の推進", "4|にぎわいを生むまち", "産4-3|企業誘致の推進"},
		{"3世代で暮らすまち", "産4-3企業誘致の推進", "|3世代で暮らすまち", "産4-3|企業誘致の推進"},
		{"産業方針", "第1-2工区の整備", "|産業方針", "|第1-2工区の整備"},
		{"4つの柱", "", "|4つの柱", "|"},
		{"4R推進のまち", "産4-3企業誘致の推進", "|4R推進のまち", "産4-3|企業誘致の推進"},
		{"4つの柱", "産4-3企業誘致の推進", "|4つの柱", "産4-3|企業誘致の推進"},
	} {
		policies := []model.Policy{{Name: test.upper}, {Name: test.lower}}
		splitPolicyNumbers(policies)
		upper, lower := policies[0].Number+"|"+policies[0].Name, policies[1].Number+"|"+policies[1].Name
		if upper != test.wantUpper || lower != test.wantLower {
			t.Errorf("%s, %s: got %s, %s; expected %s, %s", test.upper, test.lower, upper, lower, test.wantUpper, test.wantLower)
		}
	}
}

package ja

import (
	"strings"
	"testing"

	"sheetconv/model"
)

func FuzzReadQuantity(f *testing.F) {
	for _, tests := range [][]quantityTest{plainTests, moneyTests, wordTests, bracketedTests, unreadableTests} {
		for _, test := range tests {
			f.Add(test.in, test.expect.Unit, test.expect.NearFY, test.expect.Money)
		}
	}
	f.Fuzz(func(t *testing.T, s, unit string, near int, money bool) {
		if near < 0 || near > 3000 {
			near = 0
		}
		expect := Expect{Unit: unit, NearFY: near, Money: money}
		got := ReadQuantity(s, expect)
		if again := ReadQuantity(s, expect); again.Kind != got.Kind || show(again.Quantity) != show(got.Quantity) {
			t.Errorf("ReadQuantity(%q) differs the second time", s)
		}
		if again := ReadQuantity(got.Quantity.Raw, expect); again.Kind != got.Kind || show(again.Quantity) != show(got.Quantity) {
			t.Errorf("ReadQuantity(%q) differs from that of its raw %q", s, got.Quantity.Raw)
		}
		if got.Quantity.Raw != StripMarkup(s) {
			t.Errorf("ReadQuantity(%q) has the raw %q", s, got.Quantity.Raw)
		}
		for _, quantity := range append(got.Further, got.Quantity) {
			checkQuantity(t, s, quantity)
		}
		checkKind(t, s, got)
	})
}

func checkQuantity(t *testing.T, s string, quantity model.Quantity) {
	t.Helper()
	if number := quantity.Number; !number.IsZero() {
		if again, err := model.ParseNumber(number.String()); err != nil || !again.Equal(number) {
			t.Errorf("%q gives the number %s, which reads as %s, %v", s, number, again, err)
		}
	}
	if rank := quantity.Rank; rank != nil && (rank.Position < 1 || rank.Of != 0 && rank.Of < rank.Position) {
		t.Errorf("%q gives the rank %+v", s, *rank)
	}
	if !strings.Contains(quantity.Raw, quantity.State) {
		t.Errorf("%q gives the state %q", s, quantity.State)
	}
}

func checkKind(t *testing.T, s string, got Reading) {
	t.Helper()
	quantity := got.Quantity
	valid := true
	switch got.Kind {
	case Blank:
		valid = quantity.Raw == "" && show(quantity) == ""
	case Numeric:
		valid = !quantity.Number.IsZero() || !quantity.Yen.IsZero()
	case Ranked:
		valid = quantity.Rank != nil && quantity.Number.IsZero()
	case State:
		valid = quantity.State != "" && quantity.Number.IsZero()
	case Unreadable:
		valid = quantity.Raw != "" && show(quantity) == "" && got.Further == nil
	case Dash, LoneUnit:
		valid = quantity.Number.IsZero() && quantity.State == ""
	}
	if !valid {
		t.Errorf("%q is of kind %d with %s", s, got.Kind, show(quantity))
	}
}

func TestReadQuantityDoesNotAllocate(t *testing.T) {
	allocations := testing.AllocsPerRun(100, func() {
		ReadQuantity("1,234", none)
		ReadQuantity("5,454千円", none)
		ReadQuantity("740,454 件/月", none)
		ReadQuantity("検討", none)
		ReadQuantity("8,983枚 (H29.2末)", none)
		ReadQuantity("—", none)
	})
	if allocations != 0 {
		t.Errorf("%v allocations", allocations)
	}
}

func BenchmarkReadQuantity(b *testing.B) {
	for _, text := range []string{"1,234", "5,454千円", "740,454 件/月", "74事務 (1事務対象外)", "8,983枚 (H29.2末)",
		"88.7% (27/37 団体) (令和3年度)", "検討", "年2回実施"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				ReadQuantity(text, none)
			}
		})
	}
}

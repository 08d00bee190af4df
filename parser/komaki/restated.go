package komaki

import (
	"slices"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
)

// maxRepeated is among how many indicators one is looked for that was printed
// before.
const maxRepeated = 100

// addIndicator adds an indicator to the item that is being read. One that an
// earlier table of the item has printed with the same values stands once.
func (r *reader) addIndicator(indicator *model.Indicator) {
	item := r.named()
	earlier := 0
	if r.indicators.item == r.namedIndex() {
		earlier = r.indicators.earlier
	}
	for i := max(0, earlier-maxRepeated); i < earlier; i++ {
		known := &item.Indicators[i]
		if indicator.Name != "" && known.Kind == indicator.Kind && ja.Key(known.Name) == ja.Key(indicator.Name) && r.restates(known, indicator) {
			return
		}
	}
	item.Indicators = append(item.Indicators, *indicator)
}

// restates reports whether an indicator says nothing new about a known one, and
// reports values that differ.
func (r *reader) restates(known, indicator *model.Indicator) bool {
	same := true
	for _, value := range indicator.Values {
		at := slices.IndexFunc(known.Values, func(one model.Value) bool {
			return one.Measure == value.Measure && one.FY == value.FY && one.AsOf == value.AsOf
		})
		switch {
		case at < 0:
			same = false
		case ja.Squeeze(known.Values[at].Raw) != ja.Squeeze(value.Raw):
			r.Report(model.CodeRestated, value.At, indicator.Name, value.Raw, known.Values[at].Raw)
			same = false
		}
	}
	return same
}

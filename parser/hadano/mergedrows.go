package hadano

import (
	"slices"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
)

// hasText reports whether an item has a narrative of the same words under the same label:
// a merged cell that is repeated over its rows.
func (i *item) hasText(key model.TextKey, label, text string, w when) bool {
	return slices.ContainsFunc(i.texts, func(own *datedText) bool {
		return own.Key == key && own.when == w && own.Label == label && own.Text.Text == ja.StripMarkup(text)
	})
}

// repeatsYearly reports whether an item has what stands under a label for a year: a
// merged cell that is repeated over its rows.
func (i *item) repeatsYearly(l label, printed string, v value) bool {
	e := l.entry()
	switch {
	case v.when < 0:
		return false
	case e.task != "":
		return slices.ContainsFunc(i.tasks, func(own *datedTask) bool {
			return own.Measure == e.task && own.when == v.when && own.Text == ja.StripMarkup(v.Text)
		})
	case l == selfReason:
		return slices.ContainsFunc(i.reasons, func(own *datedEvaluation) bool {
			return own.Criterion == e.criterion && own.when == v.when && own.Reason == ja.StripMarkup(v.Text)
		})
	case e.criterion == "":
		return i.hasText(e.key, printed, v.Text, v.when)
	}
	return false
}

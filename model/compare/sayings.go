package compare

import (
	"unicode/utf8"

	"sheetconv/model"
)

// sayingRunes is how long a text must be for an item to be known again by it.
const sayingRunes = 30

// matchSayings joins the items that are left whose purpose, or else whose overview,
// stands word for word in one item of each issue: a new name altogether. Such a text
// counts as much as all else that the items are told by.
func (c *comparison) matchSayings() {
	for _, key := range []model.TextKey{model.TextPurpose, model.TextOverview} {
		says := func(e *entry) string { return saying(e.item, key) }
		olds := unmatched(c.old, says)
		if len(olds) == 0 {
			continue
		}
		for text, news := range unmatched(c.new, says) {
			if len(news) == 1 && len(olds[text]) == 1 {
				join(olds[text][0], news[0], (likenessOf(olds[text][0], news[0]).total+100)/2)
			}
		}
	}
}

// saying returns the text of an item as it is compared, nothing of a short one.
func saying(item *model.Item, key model.TextKey) string {
	for i := range item.Texts {
		if item.Texts[i].Key != key {
			continue
		}
		if text := foldText(item.Texts[i].Text); utf8.RuneCountInString(text) >= sayingRunes {
			return string(item.Kind) + "\x00" + text
		}
	}
	return ""
}

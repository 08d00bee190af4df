package changes

import (
	"strconv"
	"strings"

	"sheetconv/model/compare"
)

// counts are the items by what became of them, and the changes by class.
type counts struct {
	items   map[compare.ItemStatus]int
	classes map[compare.Class]int
	// outcomes are those of progress.
	outcomes map[compare.Outcome]int
}

func newCounts() counts {
	return counts{map[compare.ItemStatus]int{}, map[compare.Class]int{}, map[compare.Outcome]int{}}
}

// changed reports whether there is any difference.
func (c counts) changed() bool {
	for status, number := range c.items {
		if status != compare.ItemUnchanged && number > 0 {
			return true
		}
	}
	return len(c.classes) > 0
}

func (c counts) add(other counts) {
	addTo(c.items, other.items)
	addTo(c.classes, other.classes)
	addTo(c.outcomes, other.outcomes)
}

func addTo[K comparable](to, from map[K]int) {
	for key, number := range from {
		to[key] += number
	}
}

// omitted words how many signs of a text are left out.
func (w words) omitted(signs int) string {
	return w.say("… (%1 characters) …", strconv.Itoa(signs))
}

// none words that there is no difference.
func (w words) none(of counts) string {
	if unchanged := of.items[compare.ItemUnchanged]; unchanged > 0 {
		return w.say("No difference in %1 items.", strconv.Itoa(unchanged))
	}
	return w.say("No difference.")
}

// itemCounts words the items by what became of them.
func (w words) itemCounts(of counts) []string {
	var parts []string
	for _, status := range itemOrder {
		if number := of.items[status]; number > 0 {
			parts = append(parts, w.say("%1 %2", enum(w, itemWords, status), strconv.Itoa(number)))
		}
	}
	return parts
}

// countRows words the same as rows of a table.
func (w words) countRows(of counts) [][]string {
	var rows [][]string
	for _, status := range itemOrder {
		if number := of.items[status]; number > 0 {
			rows = append(rows, []string{w.say("Items: %1", enum(w, itemWords, status)), strconv.Itoa(number)})
		}
	}
	for _, class := range classOrder {
		if number := of.classes[class]; number > 0 {
			rows = append(rows, []string{enum(w, classWords, class), strconv.Itoa(number)})
		}
	}
	return rows
}

// itemOrder is the order in which items are counted.
var itemOrder = []compare.ItemStatus{
	compare.ItemChanged, compare.ItemRenamed, compare.ItemAdded, compare.ItemRemoved, compare.ItemUnchanged,
}

// classCounts words the changes by class.
func (w words) classCounts(of counts) []string {
	var parts []string
	for _, class := range classOrder {
		number := of.classes[class]
		if number == 0 {
			continue
		}
		part := w.say("%1 %2", enum(w, classWords, class), strconv.Itoa(number))
		if outcomes := w.outcomeCounts(of); class == compare.ClassProgress && outcomes != "" {
			part = w.say("%1 (%2)", part, outcomes)
		}
		parts = append(parts, part)
	}
	return parts
}

func (w words) outcomeCounts(of counts) string {
	var parts []string
	for _, outcome := range []compare.Outcome{compare.OutcomeBetter, compare.OutcomeWorse, compare.OutcomeSame} {
		if number := of.outcomes[outcome]; number > 0 {
			parts = append(parts, w.say("%1 %2", enum(w, outcomeWords, outcome), strconv.Itoa(number)))
		}
	}
	return strings.Join(parts, w.say(", "))
}

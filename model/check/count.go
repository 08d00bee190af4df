package check

import (
	"slices"
	"strconv"
	"strings"

	"sheetconv/model"
)

// checkGradeCounts holds the counts of each summary against the grades that its label
// names. It is silent where an item has none, as the count can't be known then.
func (e *examination) checkGradeCounts() {
	for i := range e.document.Summary {
		summary := &e.document.Summary[i]
		if grades := e.countGrades(e.criterionOf(summary.Label)); grades != nil {
			e.checkSummary(summary, grades)
		}
	}
}

// countedWords are what the labels of summaries call the evaluations that they count.
var countedWords = [...]struct {
	word      string
	criterion model.Criterion
}{
	{"自己", model.CriterionSelf}, {"担当課", model.CriterionSelf}, {"所管課", model.CriterionSelf}, {"一次", model.CriterionSelf},
	{"内部", model.CriterionInternal}, {"二次", model.CriterionInternal}, {"外部", model.CriterionExternal}, {"総合", model.CriterionOverall},
}

// criterionOf returns the criterion that a summary counts: the one that its label names,
// else the form's.
func (e *examination) criterionOf(label string) model.Criterion {
	for _, counted := range countedWords {
		if strings.Contains(label, counted.word) {
			return counted.criterion
		}
	}
	return e.form.counts
}

// countGrades counts the grades of the items under a criterion; nil where an item has
// none.
func (e *examination) countGrades(criterion model.Criterion) map[string]int {
	grades := make(map[string]int)
	for i := range e.document.Items {
		item := &e.document.Items[i]
		if item.Kind != e.form.numbered {
			continue
		}
		index := slices.IndexFunc(item.Evaluations, func(one model.Evaluation) bool {
			return one.Criterion == criterion && one.Grade != ""
		})
		if index < 0 {
			return nil
		}
		grades[item.Evaluations[index].Grade]++
	}
	return grades
}

func (e *examination) checkSummary(summary *model.Summary, grades map[string]int) {
	found := make([]string, 0, len(summary.Counts))
	expected := make([]string, 0, len(summary.Counts))
	counted, same := 0, true
	for _, count := range summary.Counts {
		if count.Grade == "" {
			return
		}
		found = append(found, count.Grade+" "+strconv.Itoa(count.Count))
		expected = append(expected, count.Grade+" "+strconv.Itoa(grades[count.Grade]))
		counted += grades[count.Grade]
		same = same && count.Count == grades[count.Grade]
	}
	total := 0
	for _, count := range grades {
		total += count
	}
	if len(summary.Counts) == 0 || same || counted != total {
		return // a grade that the summary does not count is told elsewhere
	}
	e.report(CodeGradeCounts, place{at: summary.At, label: summary.Label},
		strings.Join(found, ", "), strings.Join(expected, ", "))
}

// maxNumber is how large the number of an item is at most; beyond, it is none.
const maxNumber = 10_000

// numberSeries are the items whose numbers count on: those of one theme, or all
// of a table.
type numberSeries struct {
	name  string
	items []*model.Item
	// numbers are those of the items.
	numbers []int
}

// checkNumbers finds gaps in the numbers of items, where the numbers only go up
// and more of them are there than are missing; else the table is a selection, or
// in another order. The parser reports doubles.
func (e *examination) checkNumbers() {
	var all []*numberSeries
	byName := make(map[string]*numberSeries)
	for i := range e.document.Items {
		item := &e.document.Items[i]
		if item.Kind != e.form.numbered {
			continue
		}
		name, number := lastNumber(item.Number)
		if number == 0 {
			continue
		}
		series := byName[name]
		if series == nil {
			series = &numberSeries{name: name}
			byName[name] = series
			all = append(all, series)
		}
		series.items = append(series.items, item)
		series.numbers = append(series.numbers, number)
	}
	for _, series := range all {
		e.checkSeries(series)
	}
}

func (e *examination) checkSeries(series *numberSeries) {
	count := len(series.numbers)
	span := series.numbers[count-1] - series.numbers[0] + 1
	if !slices.IsSorted(series.numbers) || span-count >= count {
		return
	}
	for i := 1; i < count; i++ {
		if previous := series.numbers[i-1]; series.numbers[i] > previous+1 {
			item := series.items[i]
			e.report(CodeNumberGap, place{item.At, item.ID, itemLabel(item)},
				item.Number, numberIn(series.name, previous+1), numberIn(series.name, previous))
		}
	}
}

func numberIn(series string, number int) string {
	if series == "" {
		return strconv.Itoa(number)
	}
	return series + "-" + strconv.Itoa(number)
}

// lastNumber parts the number of an item: 3-2-1 is 1 in 3-2. It is 0 for what is
// no number.
func lastNumber(text string) (series string, number int) {
	if dash := strings.LastIndexByte(text, '-'); dash >= 0 {
		series, text = text[:dash], text[dash+1:]
	}
	number, err := strconv.Atoi(text)
	if err != nil || number < 1 || number > maxNumber {
		return "", 0
	}
	return series, number
}

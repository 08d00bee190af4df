package check_test

import (
	"testing"

	"sheetconv/model"
	"sheetconv/model/check"
)

// A roll-up is held against the evaluation that its label names, and against none where
// the items have no such one.
func TestGradeCounts(t *testing.T) {
	const wrong = 9
	for _, test := range []struct {
		label    string
		criteria []model.Criterion
		found    bool
	}{
		{"本部会評価", []model.Criterion{model.CriterionProgress}, true},
		{"項目進捗", []model.Criterion{model.CriterionProgress}, true},
		{"自己評価", []model.Criterion{model.CriterionProgress}, false},
		{"担当課評価", []model.Criterion{model.CriterionProgress}, false},
		{"外部評価", []model.Criterion{model.CriterionProgress}, false},
		{"自己評価", []model.Criterion{model.CriterionProgress, model.CriterionSelf}, true},
		{"本部会評価", []model.Criterion{model.CriterionSelf}, false},
	} {
		document := parseAll(t, readFixture(t, sakado))[0]
		for i := range document.Items {
			item := &document.Items[i]
			grade := item.Evaluations[0].Grade
			item.Evaluations = nil
			for _, criterion := range test.criteria {
				item.Evaluations = append(item.Evaluations, model.Evaluation{At: item.At, Criterion: criterion, Grade: grade})
			}
		}
		summary := &document.Summary[0]
		summary.Label = test.label
		for i := range summary.Counts {
			summary.Counts[i].Count = wrong
		}
		found := false
		for _, finding := range check.Document(document) {
			found = found || finding.Code == check.CodeGradeCounts
		}
		if found != test.found {
			t.Errorf("%s over %v: found %t, want %t", test.label, test.criteria, found, test.found)
		}
	}
}

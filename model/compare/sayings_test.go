package compare_test

import (
	"testing"

	"sheetconv/model"
	"sheetconv/model/compare"
)

// projectsOf returns an issue with a project for each pair of an id or name and a
// purpose.
func projectsOf(projects ...[2]string) *compare.Issue {
	document := &model.Document{Schema: model.Schema, Kind: model.ProgressTable, FiscalYear: 2020}
	for _, one := range projects {
		document.Items = append(document.Items, model.Item{
			ID: one[0], Kind: model.Project, Name: one[0],
			Texts: []model.Text{{Key: model.TextPurpose, Label: "目的", Text: one[1]}},
		})
	}
	return &compare.Issue{Name: "plan", Documents: []*model.Document{document}}
}

func TestItemsAreKnownByTheirPurpose(t *testing.T) {
	const (
		digital = "申請を電子化し、区長や区役員の負担を軽くすることで、担い手の不足を解消し、地域の活動を活発にします。"
		short   = "地域を活発にします。"
	)
	tests := []struct {
		name     string
		old, new *compare.Issue
		want     compare.Summary
	}{
		{"a new name altogether", projectsOf([2]string{"結ネット普及", digital}), projectsOf([2]string{"自治会電子化", digital}), compare.Summary{Renamed: 1}},
		{"a short purpose", projectsOf([2]string{"結ネット普及", short}), projectsOf([2]string{"自治会電子化", short}), compare.Summary{Added: 1, Removed: 1}},
		{
			"a purpose of two", projectsOf([2]string{"結ネット普及", digital}),
			projectsOf([2]string{"自治会電子化", digital}, [2]string{"申請手続改革", digital}), compare.Summary{Added: 2, Removed: 1},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			result := compare.Compare(test.old, test.new)
			if result.Summary != test.want {
				t.Errorf("got %+v, want %+v", result.Summary, test.want)
			}
			if test.want.Renamed == 1 && result.Items[0].Score.String() != "0.50" {
				t.Errorf("score %s, want 0.50", result.Items[0].Score)
			}
		})
	}
}

package hadano

import (
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
)

// What damage leaves of the labels 目標 and 実績 is no value of an indicator: it
// stays unmapped, and that is reported.
func TestLabelFragments(t *testing.T) {
	const line = "指標\t目標\t37 件\t指標\t目標\t35 件\t35 件\t36 件"
	if !strings.Contains(smallSheet, line) {
		t.Fatal("the sheet has no such row")
	}
	for _, fragment := range []string{"目", "標", "績", "実績目標"} {
		for _, changed := range []string{
			"指標\t" + fragment + "\t37 件\t指標\t目標\t35 件\t35 件\t36 件",
			"指標\t目標\t37 件\t指標\t目標\t35 件\t" + fragment + "\t36 件",
		} {
			document := parseStrictly(t, strings.Replace(smallSheet, line, changed, 1))[0]
			own := document.Items[1].Indicators[0]
			if own.Goal == nil || own.Goal.Raw != "37 件" {
				t.Errorf("%q: the goal is read as %v", changed, own.Goal)
			}
			for _, value := range own.Values {
				if value.State != "" || value.Raw == fragment {
					t.Errorf("%q: %s is a value", changed, value.Raw)
				}
			}
			if len(document.Unmapped) != 1 || document.Unmapped[0].Text != fragment || !slices.Contains(codesOf(document), model.CodeUnmapped) {
				t.Errorf("%q: unmapped is %v", changed, document.Unmapped)
			}
		}
	}
}

// A fragment among the values of a theme's indicator is none of them.
func TestLabelFragmentsOfTheme(t *testing.T) {
	document := parseStrictly(t, strings.Replace(smallSheet, "目標\t50%\t\t70%", "目標\t50%\t標\t70%", 1))[0]
	facts := factsOf(&document.Items[0])
	for _, want := range []string{"indicator 0 target 2021 50%", "indicator 0 target 2023 70%"} {
		if !slices.Contains(facts, want) {
			t.Errorf("the row is read as %q, without %q", facts, want)
		}
	}
	if len(document.Unmapped) != 1 || document.Unmapped[0].Text != "標" {
		t.Errorf("unmapped is %v", document.Unmapped)
	}
}

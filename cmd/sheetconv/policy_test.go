package main

import (
	"reflect"
	"testing"

	"sheetconv/model"
	"sheetconv/model/check"
)

func TestPolicyReports(t *testing.T) {
	for _, test := range []struct {
		name              string
		selected, ignored []string
		code              model.Code
		want              bool
	}{
		{"nothing said", nil, nil, "text/undecodable", true},
		{"family selected", []string{"text"}, nil, "text/undecodable", true},
		{"another selected", []string{"text"}, nil, "layout/unmapped", false},
		{"code selected", []string{"layout/unmapped"}, nil, "layout/unmapped", true},
		{"another code selected", []string{"layout/page-break"}, nil, "layout/unmapped", false},
		{"an empty selection is none", []string{}, nil, "layout/unmapped", true},
		{"family ignored", nil, []string{"text"}, "text/undecodable", false},
		{"code ignored", nil, []string{"text/undecodable"}, "text/undecodable", false},
		{"another ignored", nil, []string{"text"}, "layout/unmapped", true},
		{"code of a family", []string{"text"}, []string{"text/undecodable"}, "text/undecodable", false},
		{"code against its family", []string{"text/undecodable"}, []string{"text"}, "text/undecodable", true},
		{"family against itself", []string{"text"}, []string{"text"}, "text/undecodable", false},
		{"code against itself", []string{"text/undecodable"}, []string{"text/undecodable"}, "text/undecodable", false},
		{"unread, whatever is selected", []string{"text"}, nil, codeUnparsed, true},
		{"unread, ignored", []string{"text"}, []string{"input"}, codeUnparsed, false},
	} {
		if got := (policy{selected: test.selected, ignored: test.ignored}).reports(test.code); got != test.want {
			t.Errorf("%s: %t, want %t", test.name, got, test.want)
		}
	}
}

func TestPolicyOver(t *testing.T) {
	near := policy{ignored: []string{}, failOn: "info", severity: map[string]string{"text": "info", "layout": "error"}}
	far := policy{
		selected: []string{"text"}, ignored: []string{"layout"}, failOn: "error", baseline: "known.yaml",
		severity: map[string]string{"text": "error", "value": "warning"},
	}
	want := policy{
		selected: []string{"text"}, ignored: []string{}, failOn: "info", baseline: "known.yaml",
		severity: map[string]string{"text": "info", "layout": "error", "value": "warning"},
	}
	if got := near.over(far); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func findingOf(code model.Code, severity model.Severity, message string) finding {
	return finding{Finding: check.Finding{Diagnostic: model.Diagnostic{Severity: severity, Code: code, Message: message}}}
}

func TestPolicyFails(t *testing.T) {
	for _, test := range []struct {
		failOn   string
		severity model.Severity
		want     bool
	}{
		{"error", model.SeverityError, true},
		{"error", model.SeverityWarning, false},
		{"warning", model.SeverityError, true},
		{"warning", model.SeverityWarning, true},
		{"warning", model.SeverityInfo, false},
		{"info", model.SeverityInfo, true},
		{"never", model.SeverityError, false},
	} {
		one := findingOf("text/undecodable", test.severity, "a")
		got := policy{failOn: test.failOn}.apply([]finding{one}, input{"a"}, nil)
		if len(got) != 1 || got[0].fails != test.want {
			t.Errorf("%s at %s: %+v", test.severity, test.failOn, got)
		}
	}
}

// A code's own severity counts more than its family's.
func TestPolicySeverity(t *testing.T) {
	by := policy{severity: map[string]string{"text": "info", "text/undecodable": "warning"}}
	for code, want := range map[model.Code]model.Severity{
		"text/undecodable": model.SeverityWarning, "text/more-faults": model.SeverityInfo, "layout/unmapped": model.SeverityError,
	} {
		if got := by.severityOf(findingOf(code, model.SeverityError, "")); got != want {
			t.Errorf("%s is %s, want %s", code, got, want)
		}
	}
}

func TestFingerprints(t *testing.T) {
	fingerprint := func(one finding) string {
		findings := []finding{one}
		addFingerprints(findings)
		return findings[0].fingerprint
	}
	base := findingOf("text/undecodable", model.SeverityError, "bytes FF at offset 12 are no text, see line 7:3 and 9:12")
	moved := base
	moved.Message = "bytes FF at offset 99 are no text, see line 8:1 and 10:2"
	moved.At = model.Position{Line: 30, Column: 4}
	moved.Severity = model.SeverityInfo
	if fingerprint(base) != fingerprint(moved) {
		t.Error("a finding that moved has another fingerprint")
	}
	for name, change := range map[string]func(*finding){
		"code":    func(f *finding) { f.Code = "text/control-character" },
		"item":    func(f *finding) { f.Item = "1" },
		"message": func(f *finding) { f.Message = "bytes FE at offset 12 are no text, see line 7:3 and 9:12" },
	} {
		other := base
		change(&other)
		if fingerprint(other) == fingerprint(base) {
			t.Errorf("another %s has the same fingerprint", name)
		}
	}
	// A file that can't be read is one thing, whatever is wrong with it today.
	if fingerprint(findingOf(codeUnparsed, model.SeverityError, "empty")) !=
		fingerprint(findingOf(codeUnparsed, model.SeverityError, "too large")) {
		t.Error("a file that fails otherwise has another fingerprint")
	}
	equal := []finding{base, moved, findingOf("text/undecodable", model.SeverityError, "other"), base}
	addFingerprints(equal)
	for index, want := range []int{1, 2, 1, 3} {
		if equal[index].occurrence != want {
			t.Errorf("finding %d is occurrence %d, want %d", index, equal[index].occurrence, want)
		}
	}
}

func TestRulesOfCheck(t *testing.T) {
	if len(rules()) < len(model.Catalogue())+len(inputRules) {
		t.Errorf("only %d rules", len(rules()))
	}
	for index, rule := range rules() {
		if found, isKnown := ruleIndex(rule.Code); !isKnown || found != index {
			t.Errorf("%s is found at %d, want %d", rule.Code, found, index)
		}
		if rule.English == "" || rule.Japanese == "" || rank(string(rule.Severity)) == len(severities) {
			t.Errorf("half a rule: %+v", rule)
		}
	}
	for _, rule := range inputRules {
		if rule.Explanation == "" || rule.ExplanationJapanese == "" {
			t.Errorf("%s is not explained", rule.Code)
		}
	}
}

func TestIsModel(t *testing.T) {
	for text, want := range map[string]bool{
		"schema: sheetconv/v1\nkind: plan\n":                   true,
		"\uFEFFschema: sheetconv/v1\r\nkind: plan\r\n":         true,
		"# a comment\n---\nkind: plan\nschema: 'sheetconv/v1'": true,
		"- schema: sheetconv/v1\n  kind: plan\n":               true,
		`{"schema":"sheetconv/v1","kind":"plan"}`:              true,
		"{\n  \"schema\" : \"sheetconv/v2\"\n}":                true,
		`[{"kind":"plan","schema":"sheetconv/v1"}]`:            true,
		"":                                    false,
		"事業名\t清掃事業":                           false,
		"sheetconv/v1":                        false,
		"the schema: sheetconv/v1 is":         false,
		`{"schema":"sheetconv-check/v1"}`:     false,
		"schema: other/v1\nsee: sheetconv/v1": false,
	} {
		if got := isModel([]byte(text)); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

package check_test

import (
	"os"
	"slices"
	"testing"

	"sheetconv/model"
	"sheetconv/model/check"
	"sheetconv/parser"
)

// Whatever a sheet holds, its findings are in order and each follows its rule,
// also where the document has no positions.
func FuzzDocument(f *testing.F) {
	for _, file := range fixtureFiles(f) {
		input, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(input)
	}
	for _, test := range textCases {
		f.Add([]byte("事業名 |\n" + test.text + " |\n単位 |\n評価 |\n" + test.text + "\n"))
	}
	f.Fuzz(func(t *testing.T, input []byte) {
		result, err := parser.Parse(input, parser.Options{Form: "misato-program"})
		if err != nil {
			return // no text
		}
		for _, document := range result.Documents {
			findings := check.Document(document)
			if !slices.IsSortedFunc(findings, func(x, y check.Finding) int {
				if x.At.Before(y.At) {
					return -1
				}
				if y.At.Before(x.At) {
					return 1
				}
				return 0
			}) {
				t.Error("the findings are in no order")
			}
			checkCodes(t, findings)
			document.StripPositions()
			checkCodes(t, check.Document(document))
		}
	})
}

func checkCodes(t *testing.T, findings []check.Finding) {
	t.Helper()
	for _, finding := range findings {
		rule, known := check.Find(finding.Code)
		if !known || finding.Message == "" || finding.Message != model.Fill(rule.English, finding.Arguments) {
			t.Errorf("%s follows no rule", describe([]check.Finding{finding}))
		}
	}
}

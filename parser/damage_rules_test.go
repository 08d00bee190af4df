package parser_test

import (
	"testing"

	"sheetconv/model"
	"sheetconv/model/check"
	"sheetconv/parser"
)

// ruleSeeds is how many seeds of each kind of damage the rules are tried on.
const ruleSeeds = 10

// Damage to a table makes no rule say what is not true of the sheet: what stands
// in a damaged sheet beyond the clean one's findings is a part that was lost.
func TestRulesOnDamage(t *testing.T) {
	for _, sheet := range cleanSheets(t) {
		known := map[model.Code]bool{check.CodeNoPart: true}
		for _, document := range sheet.documents {
			for _, finding := range check.Document(document) {
				known[finding.Code] = true
			}
		}
		for _, kind := range damageKinds {
			for seed := range uint64(ruleSeeds) {
				damaged, done := damage(sheet, kind, seed)
				if !done {
					continue
				}
				parsed, err := parser.Parse([]byte(damaged.text), parser.Options{})
				if err != nil {
					continue // refused, and so not checked
				}
				for _, document := range parsed.Documents {
					for _, finding := range check.Document(document) {
						if _, isParsers := model.Describe(finding.Code); !isParsers && !known[finding.Code] {
							t.Errorf("%s %s %d: %s %s %s", sheet.name, kind.name, seed, finding.At, finding.Code, finding.Message)
						}
					}
				}
			}
		}
	}
}

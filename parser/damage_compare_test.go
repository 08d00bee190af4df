package parser_test

import (
	"strings"
	"testing"

	"sheetconv/model"
	"sheetconv/model/compare"
	"sheetconv/parser"
)

// comparedSeeds is how often each sheet is damaged in each way and then compared.
const comparedSeeds = 4

// leastCompared is how many damaged sheets the fixtures alone give, at least.
const leastCompared = 200

// Damage that lost nothing makes no change: the damaged sheet, as it was read, does
// not differ from the clean one.
func TestDamageThatLostNothingIsNoChange(t *testing.T) {
	compared := 0
	for _, sheet := range cleanSheets(t) {
		for _, kind := range damageKinds {
			for seed := range uint64(comparedSeeds) {
				damaged, done := damage(sheet, kind, seed)
				if !done {
					continue
				}
				parsed, err := parser.Parse([]byte(damaged.text), parser.Options{})
				if err != nil {
					continue
				}
				v := judgeDamage(sheet, damaged, parsed.Documents)
				if v.recovered != v.clean || v.found != v.clean || v.destroyed > 0 || hasUnmapped(parsed.Documents) {
					continue
				}
				compared++
				checkNoChange(t, sheet, parsed.Documents, sheet.name+" "+kind.name)
			}
		}
	}
	if compared < leastCompared {
		t.Errorf("only %d damaged sheets were compared", compared)
	}
	t.Logf("%d damaged sheets were compared", compared)
}

// A sheet in another delimiter is the same sheet.
func TestDelimitersMakeNoChange(t *testing.T) {
	for _, sheet := range tabSheets(t) {
		parsed, err := parser.Parse([]byte(asMarkdown(sheet.table)), parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if !hasUnmapped(parsed.Documents) {
			checkNoChange(t, sheet, parsed.Documents, sheet.name+" as Markdown")
		}
	}
}

func hasUnmapped(documents []*model.Document) bool {
	for _, document := range documents {
		if len(document.Unmapped) > 0 {
			return true
		}
	}
	return false
}

func checkNoChange(t *testing.T, clean *cleanSheet, documents []*model.Document, name string) {
	t.Helper()
	result := compare.Compare(&compare.Issue{Documents: clean.documents}, &compare.Issue{Documents: documents})
	if result.IsSame() {
		return
	}
	var found []string
	for _, change := range result.Changes {
		found = append(found, change.Path)
	}
	for _, item := range result.Items {
		if item.Status != compare.ItemChanged {
			found = append(found, item.ID+" "+string(item.Status))
		}
		for _, change := range item.Changes {
			// The options of a judgement are no fact of the account.
			if !strings.HasSuffix(change.Path, ".options") {
				found = append(found, item.ID+" "+change.Path)
			}
		}
	}
	if len(found) == 0 {
		return
	}
	t.Errorf("%s: found %s", name, strings.Join(found, "; "))
}

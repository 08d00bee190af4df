package parser_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
	"sheetconv/parser"
	"sheetconv/parser/internal/grid"
)

// cleanSheet is a sheet without damage, and what it says.
type cleanSheet struct {
	name, form string
	table      *damagedTable
	documents  []*model.Document
	facts      []fact
	// origins are the cells in which the facts stand; -1 where that is not known.
	origins []int
	// byPlace are the facts of a place of an item.
	byPlace map[string][]int
	items   map[string]bool
	// uses are what the form took its cells for.
	uses map[string]grid.Use
	// values are the cells in which facts stand; yearly are those of values that
	// stand in a row of years, naming those that name an item or its place.
	values, yearly, naming map[int]bool
	title, itemName        string
}

// cleanName is what the fixture of a form without damage is called.
var cleanName = regexp.MustCompile(`^0?1[-_].*clean`)

// cleanSheets returns the clean sheets of the forms: the fixtures that are named
// so, and the real sheets, if they stand beside the project.
func cleanSheets(t testing.TB) []*cleanSheet {
	t.Helper()
	var sheets []*cleanSheet
	for _, f := range fixtures(t) {
		if cleanName.MatchString(filepath.Base(f.base)) {
			sheets = append(sheets, newCleanSheet(t, f.String(), f.input))
		}
	}
	files, err := filepath.Glob("../../shared/sheets/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		input, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := parser.Parse(input, parser.Options{}); err == nil {
			sheets = append(sheets, newCleanSheet(t, "real/"+filepath.Base(file)[:3], input))
		}
	}
	return sheets
}

func newCleanSheet(t testing.TB, name string, input []byte) *cleanSheet {
	t.Helper()
	result := parse(t, input, parser.Options{})
	sheet := &cleanSheet{
		name: name, form: result.Documents[0].Source.Form, table: cutTable(result.Text),
		documents: result.Documents, facts: factsOf(result.Documents), byPlace: map[string][]int{},
		items: map[string]bool{}, uses: map[string]grid.Use{}, values: map[int]bool{}, yearly: map[int]bool{}, naming: map[int]bool{},
		title: result.Documents[0].Title, itemName: result.Documents[0].Items[0].Name,
	}
	if written := sheet.table.write().text; strings.TrimSpace(written) != strings.TrimSpace(result.Text) && !sheet.table.pipes {
		t.Fatalf("%s: cut into cells and written again, it differs:\n%s", name, diffLines(result.Text, written))
	}
	for i, f := range sheet.facts {
		place := f.item + "\x00" + f.place
		sheet.byPlace[place] = append(sheet.byPlace[place], i)
		sheet.items[f.item] = true
		own := -1
		if !f.at.IsZero() {
			own = sheet.table.originAt(f.at)
		}
		sheet.origins = append(sheet.origins, own)
		sheet.values[own] = true
		kind, _, _ := strings.Cut(f.place, "|")
		if f.fy != 0 && slices.Contains([]string{"value", "schedule", "cost", "text"}, kind) {
			sheet.yearly[own] = true
		}
		if kind == "item" || kind == "policy" {
			sheet.naming[own] = true
		}
	}
	_, g, err := parser.ReadGrid(input, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	g.Claims(func(text string, use grid.Use) { sheet.uses[squash(text)] = use })
	return sheet
}

// judgeSeed damages a sheet under a seed and judges its reading; false where
// the sheet has no place for the kind of damage.
func judgeSeed(sheet *cleanSheet, kind damageKind, seed uint64) (result verdict, done bool) {
	damaged, done := damage(sheet, kind, seed)
	if !done {
		return verdict{}, false
	}
	defer func() {
		if reason := recover(); reason != nil {
			result = verdict{wrong: []string{fmt.Sprintf("panic: %v", reason)}}
		}
	}()
	parsed, err := parser.Parse([]byte(damaged.text), parser.Options{})
	if err != nil {
		// A sheet that is refused is lost, but not silently.
		return verdict{clean: len(sheet.facts)}, true
	}
	return judgeDamage(sheet, damaged, parsed.Documents), true
}

// The seeds that the tests try of each kind: fewer of the real sheets, which are
// longer, and which most machines don't have.
const (
	fixtureSeeds = 60
	realSeeds    = 3
)

func testSeeds(sheet *cleanSheet) int {
	if strings.HasPrefix(sheet.name, "real/") {
		return realSeeds
	}
	return fixtureSeeds
}

// mostWrong and mostSilent are how many of a thousand facts may stand in a wrong
// place, and be lost without a trace.
const (
	mostWrong  = 1.0
	mostSilent = 1.0
)

// losesNothing are the kinds that leave every cell where it is and change only
// how it is set: there is no excuse for losing anything of it.
var losesNothing = map[string]bool{
	"trimTrailing": true, "extraTrailing": true, "spacesInLabel": true, "fullWidth": true,
}

// examplesShown is how many examples a failure lists.
const examplesShown = 6

// Whatever extraction does to a table, what is read of it stands where the clean
// sheet has it, or is missing with a remark.
func TestDamage(t *testing.T) {
	for _, a := range damageAll(cleanSheets(t), testSeeds) {
		t.Run(a.form+"/"+a.kind, func(t *testing.T) {
			t.Log(a)
			if share := perThousand(len(a.wrong), a.found); share > mostWrong {
				t.Errorf("%.3f of 1,000 facts stand in a wrong place, at most %g may:\n%s", share, mostWrong, examples(a.wrongExamples))
			}
			most := mostSilent
			if losesNothing[a.kind] {
				most = 0
			}
			if share := perThousand(len(a.silent), a.clean); share > most {
				t.Errorf("%.3f of 1,000 facts are lost without a trace, at most %g may:\n%s", share, most, examples(a.silentExamples))
			}
		})
	}
}

// examples returns some of the examples, spread over all.
func examples(all []string) string {
	step := max(1, len(all)/examplesShown)
	var shown []string
	for i := 0; i < len(all) && len(shown) < examplesShown; i += step {
		shown = append(shown, all[i])
	}
	return strings.Join(shown, "\n")
}

// The same seed does the same damage, or a failure could not be looked into.
func TestDamageIsDeterministic(t *testing.T) {
	for _, sheet := range cleanSheets(t) {
		for _, kind := range damageKinds {
			first, done := damage(sheet, kind, 1)
			again, doneAgain := damage(sheet, kind, 1)
			if done != doneAgain || done && first.text != again.text {
				t.Errorf("%s %s: the same seed did other damage", sheet.name, kind.name)
			}
		}
	}
}

// A clean sheet that is cut into cells and written again is read as before: what
// the tests find is the damage's doing.
func TestUndamagedIsWhole(t *testing.T) {
	for _, sheet := range cleanSheets(t) {
		written := sheet.table.write()
		v := judgeDamage(sheet, written, parse(t, []byte(written.text), parser.Options{}).Documents)
		if v.recovered != len(sheet.facts) || len(v.wrong)+len(v.silent)+v.repeated > 0 {
			t.Errorf("%s: %d of %d facts recovered, %d wrong, %d silent", sheet.name, v.recovered, len(sheet.facts), len(v.wrong), len(v.silent))
		}
	}
}

// mostWrongOfOne is the share of one damaged sheet's facts, in percent, that may
// stand in a wrong place. One damage can decide a few facts; what overturns more
// is a form that has lost its way. The share over many is TestDamage's matter.
const mostWrongOfOne = 10

// FuzzDamage fails where one damage puts many facts in wrong places.
func FuzzDamage(f *testing.F) {
	sheets := cleanSheets(f)
	for kind := range damageKinds {
		for sheet := range sheets {
			f.Add(uint64(kind), byte(kind), byte(sheet))
		}
	}
	f.Fuzz(func(t *testing.T, seed uint64, kind, sheet byte) {
		how, clean := damageKinds[int(kind)%len(damageKinds)], sheets[int(sheet)%len(sheets)]
		if v, damaged := judgeSeed(clean, how, seed); damaged && len(v.wrong)*100 > mostWrongOfOne*v.clean {
			t.Errorf("%s %s: %d facts in a wrong place:\n%s", clean.name, how.name, len(v.wrong), examples(v.wrong))
		}
	})
}

// BenchmarkDamage reports what comes of each kind of damage to each form: its
// lines are the table. The time is that of damaging, reading and judging once.
func BenchmarkDamage(b *testing.B) {
	sheets := cleanSheets(b)
	for _, a := range damageAll(sheets, testSeeds) {
		b.Run(a.form+"/"+a.kind, func(b *testing.B) {
			at := slices.IndexFunc(sheets, func(s *cleanSheet) bool { return s.form == a.form })
			kind := damageKinds[slices.IndexFunc(damageKinds, func(k damageKind) bool { return k.name == a.kind })]
			seed := uint64(0)
			for b.Loop() {
				judgeSeed(sheets[at], kind, seed)
				seed++
			}
			b.ReportMetric(a.recoveredPercent(), "recovered-%")
			b.ReportMetric(a.wholePercent(), "whole-sheets-%")
			b.ReportMetric(perThousand(len(a.wrong), a.found), "wrong/1000")
			b.ReportMetric(perThousand(len(a.silent), a.clean), "silent/1000")
			b.Log(a)
		})
	}
}

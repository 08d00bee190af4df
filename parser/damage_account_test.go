package parser_test

import (
	"fmt"
	"slices"
	"sync"

	"sheetconv/parser"
)

// account is what came of a kind of damage to the sheets of a form.
type account struct {
	form, kind string
	verdict
	// whole are the runs in which every fact was recovered.
	runs, whole int
	// examples are what was wrong or lost, with the seed.
	wrongExamples, silentExamples []string
}

func (a *account) add(sheet *cleanSheet, seed uint64, v verdict) {
	a.runs++
	if v.recovered == v.clean {
		a.whole++
	}
	for _, wrong := range v.wrong {
		a.wrongExamples = append(a.wrongExamples, fmt.Sprintf("%s %s seed %d: %s", sheet.name, a.kind, seed, wrong))
	}
	for _, silent := range v.silent {
		a.silentExamples = append(a.silentExamples, fmt.Sprintf("%s %s seed %d: %s", sheet.name, a.kind, seed, silent))
	}
	a.verdict.add(v)
}

func perThousand(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return 1000 * float64(part) / float64(whole)
}

func (a *account) recoveredPercent() float64 { return perThousand(a.recovered, a.clean) / 10 }

func (a *account) wholePercent() float64 { return perThousand(a.whole, a.runs) / 10 }

func (a *account) String() string {
	return fmt.Sprintf("%-16s %-17s %6d runs %9d facts %7.2f %% recovered %6.1f %% whole %8.3f ‰ wrong %8.3f ‰ silent %6d repeated %6d undecided",
		a.form, a.kind, a.runs, a.clean, a.recoveredPercent(), a.wholePercent(), perThousand(len(a.wrong), a.found),
		perThousand(len(a.silent), a.clean), a.repeated, a.undecided)
}

// damageAll damages each sheet in each way under so many seeds.
func damageAll(sheets []*cleanSheet, seeds func(*cleanSheet) int) []*account {
	byName := map[string]*account{}
	var accounts []*account
	var group sync.WaitGroup
	for _, form := range parser.Forms() {
		for _, kind := range damageKinds {
			one := &account{form: form.ID, kind: kind.name}
			accounts = append(accounts, one)
			byName[form.ID+kind.name] = one
		}
	}
	for _, form := range parser.Forms() {
		group.Go(func() {
			for _, kind := range damageKinds {
				for _, sheet := range sheets {
					if sheet.form != form.ID {
						continue
					}
					for seed := range seeds(sheet) {
						if v, done := judgeSeed(sheet, kind, uint64(seed)); done {
							byName[form.ID+kind.name].add(sheet, uint64(seed), v)
						}
					}
				}
			}
		})
	}
	group.Wait()
	return slices.DeleteFunc(accounts, func(a *account) bool { return a.runs == 0 })
}

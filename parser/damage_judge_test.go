package parser_test

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"sheetconv/model"
)

// This file holds a damaged sheet's facts against those of the clean one.
//
// A fact that was found is right if the clean sheet says the same at the same
// place. It is a weaker one, neither right nor wrong, if it says less:
//
//   - a part is absent: an amount without yen or basis, a department without
//     division;
//   - the year is absent ("nothing is guessed");
//   - an indicator's values stand under no name;
//   - a text is a piece of the clean one, from its beginning, its end or its
//     middle: the rest must be accounted for;
//   - the fiscal year, which is worked out from the results that were read, is
//     an earlier one.
//
// All else is wrong, unless no reader could tell (see undecidable).
//
// A fact of the clean sheet that is not found as it was is silently lost, unless
// the damage took its text out of the sheet, or a diagnostic or an unmapped text
// that the clean sheet does not yield speaks for it (see isCovered).

// verdict is the account of one damaged sheet.
type verdict struct {
	clean, destroyed, recovered int
	found, repeated, undecided  int
	wrong, silent               []string
	// missing are the clean facts that were not recovered, by their number.
	missing []int
}

func (v *verdict) add(other verdict) {
	v.clean += other.clean
	v.destroyed += other.destroyed
	v.recovered += other.recovered
	v.found += other.found
	v.repeated += other.repeated
	v.undecided += other.undecided
	v.wrong = append(v.wrong, other.wrong...)
	v.silent = append(v.silent, other.silent...)
	v.missing = append(v.missing, other.missing...)
}

// judge compares the facts of a damaged sheet with the clean ones.
type judge struct {
	clean    *cleanSheet
	damaged  *damagedText
	found    []fact
	whole    []bool // clean facts that were found as they were
	weak     []bool // clean facts of which less was found
	joined   []bool // clean facts that are held by one that is undecidable
	news     news
	verdict  verdict
	keptText []string // the texts that were found
}

func judgeDamage(clean *cleanSheet, damaged *damagedText, documents []*model.Document) verdict {
	j := &judge{
		clean: clean, damaged: damaged, found: factsOf(documents),
		whole: make([]bool, len(clean.facts)), weak: make([]bool, len(clean.facts)), joined: make([]bool, len(clean.facts)),
		news: newsOf(clean, documents),
	}
	j.renameItems()
	j.verdict.found = len(j.found)
	// Facts found as they were come first, lest a weaker one takes their place.
	var rest []fact
	for _, f := range j.found {
		for _, value := range f.parts {
			j.keptText = append(j.keptText, value)
		}
		if !j.takeWhole(f) {
			rest = append(rest, f)
		}
	}
	for _, f := range rest {
		switch {
		case j.takeWeaker(f):
		case j.isRepeated(f):
			j.verdict.repeated++
		case j.undecidable(f):
			j.verdict.undecided++
		default:
			j.verdict.wrong = append(j.verdict.wrong, j.explain(f))
		}
	}
	j.findSilent()
	return j.verdict
}

// renameItems gives an item that lost its number, and is named instead, the id
// of the clean item of that name: its own fact then lacks the number.
func (j *judge) renameItems() {
	for i, f := range j.found {
		if f.place != "item" || j.clean.items[f.item] {
			continue
		}
		for _, other := range j.clean.facts {
			if other.place == "item" && f.parts["number"] == "" && other.parts["name"] == f.parts["name"] {
				for k := i; k < len(j.found); k++ {
					if j.found[k].item == f.item {
						j.found[k].item = other.item
					}
				}
				break
			}
		}
	}
}

// candidates calls visit for the clean facts of a place until it returns true.
func (j *judge) candidates(f fact, withYear bool, visit func(i int, clean fact) bool) bool {
	for _, i := range j.clean.byPlace[f.item+"\x00"+f.place] {
		clean := j.clean.facts[i]
		sameName := clean.name == f.name || f.name == "" && !withYear
		sameYear := clean.fy == f.fy || f.fy == 0 && !withYear
		if sameName && sameYear && visit(i, clean) {
			return true
		}
	}
	return false
}

func (j *judge) takeWhole(f fact) bool {
	return j.candidates(f, true, func(i int, clean fact) bool {
		if j.whole[i] || !samePartsAs(clean, f) {
			return false
		}
		j.whole[i] = true
		return true
	})
}

func samePartsAs(clean, f fact) bool {
	if len(clean.parts) != len(f.parts) {
		return false
	}
	for name, value := range f.parts {
		if clean.parts[name] != value {
			return false
		}
	}
	return true
}

func (j *judge) takeWeaker(f fact) bool {
	for _, withYear := range []bool{true, false} {
		taken := j.candidates(f, withYear, func(i int, clean fact) bool {
			if j.whole[i] || !j.isWeaker(f, clean) {
				return false
			}
			j.weak[i] = true
			return true
		})
		if taken {
			return true
		}
	}
	return false
}

// isWeaker reports whether all that a fact says, the clean one says, too.
func (j *judge) isWeaker(f, clean fact) bool {
	if f.derived {
		return f.parts["fy"] < clean.parts["fy"]
	}
	for name, value := range f.parts {
		whole := clean.parts[name]
		isPiece := proseParts[name] && utf8.RuneCountInString(value) >= 2 && strings.Contains(whole, value)
		if value != whole && !isPiece {
			return false
		}
	}
	return true
}

// isRepeated reports whether a fact was found a second time: its place is right,
// but it stands there twice.
func (j *judge) isRepeated(f fact) bool {
	return j.candidates(f, false, func(_ int, clean fact) bool { return j.isWeaker(f, clean) })
}

// undecidable reports whether no reader could have told what is right. This is
// the whole list:
//
//   - two cells of prose were joined by a blank: nothing shows where the one
//     ends, so a text that holds its own and its neighbour's words is no fault;
//   - the name of a row of words was joined with its first word: the row's other
//     words are then found under the joined name.
func (j *judge) undecidable(f fact) bool {
	return j.isJoinedProse(f) || j.isUnderJoinedName(f)
}

// isUnderJoinedName reports whether a row of a schedule is right but for a name
// that was joined with the cell beside it.
func (j *judge) isUnderJoinedName(f fact) bool {
	for _, cell := range j.damaged.joined {
		list, joined := strings.CutSuffix(f.place, key(cell.text))
		if !joined || !strings.HasPrefix(list, "schedule|") {
			continue
		}
		for _, o := range cell.origins {
			under := f
			under.place = list + key(j.clean.table.origins[o].text)
			held := j.candidates(under, true, func(i int, clean fact) bool {
				j.joined[i] = j.joined[i] || samePartsAs(clean, f)
				return samePartsAs(clean, f)
			})
			if held {
				return true
			}
		}
	}
	return false
}

func (j *judge) isJoinedProse(f fact) bool {
	for _, cell := range j.damaged.joined {
		joined := plain(cell.text)
		for name, value := range f.parts {
			if !isWordy(name) || !strings.Contains(value, joined) && !strings.Contains(joined, value) {
				continue
			}
			held := j.candidates(f, false, func(i int, clean fact) bool {
				contained := clean.parts[name] != "" && strings.Contains(value, clean.parts[name])
				j.joined[i] = j.joined[i] || contained
				return contained
			})
			if held {
				return true
			}
		}
	}
	return false
}

// isWordy reports whether a part of a fact is free text.
func isWordy(name string) bool {
	return proseParts[name] || slices.Contains([]string{"raw", "state", "name", "title"}, name)
}

// explain says what is wrong about a fact.
func (j *judge) explain(f fact) string {
	var there []string
	j.candidates(f, true, func(_ int, clean fact) bool {
		there = append(there, clean.String())
		return false
	})
	if len(there) == 0 {
		there = []string{"nothing at that place"}
	}
	return fmt.Sprintf("line %d found %s\n\t\tclean: %s", f.at.Line, f, strings.Join(there[:min(3, len(there))], "; ")) + j.lineOf(f.at)
}

func (j *judge) lineOf(at model.Position) string {
	lines := strings.Split(j.damaged.text, "\n")
	if at.Line < 1 || int(at.Line) > len(lines) {
		return ""
	}
	first := max(0, int(at.Line)-1)
	last := first + 1
	if j.clean.table.pipes {
		first, last = max(0, first-4), min(len(lines), last+4)
	}
	return fmt.Sprintf("\n\t\trow: %.400q", strings.Join(lines[first:last], " "))
}

package parser

import (
	"slices"
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// anchor is one form's anchor in the common lookup table.
type anchor struct{ form, index int }

var (
	anchors            = newAnchors()
	keys, anchorsByKey = newKeys()

	titleAnchors, titleEnds, shortestTitle = newTitleAnchors()
	// holdsTitle tells the keys that hold one of them.
	holdsTitle = keys.Holding(titleKeys())

	anchorCount = countAnchors()
)

func countAnchors() int {
	count := 0
	for _, form := range forms {
		count += len(form.Anchors)
	}
	return count
}

// longestAnchor is from how many bytes on a cell is no label.
const longestAnchor = 200

func newAnchors() *ja.Labels[[]anchor] {
	byKey := map[string][]anchor{}
	var keys []string
	for f, form := range forms {
		for i, a := range form.Anchors {
			if a.Within {
				continue
			}
			key := ja.Key(a.Spelling)
			if byKey[key] == nil {
				keys = append(keys, key)
			}
			byKey[key] = append(byKey[key], anchor{form: f, index: i})
		}
	}
	labels := make([]ja.Label[[]anchor], 0, len(keys))
	for _, key := range keys {
		labels = append(labels, ja.Label[[]anchor]{Spelling: key, Value: byKey[key]})
	}
	return ja.NewLabels(labels...)
}

// manyKeys is about how many keys the anchors and labels of all forms have.
const manyKeys = 400

// newKeys puts the anchors and the labels of all forms together, so that each cell
// is looked up once for the detection and for whichever form reads it.
func newKeys() (keys *ja.Keys, anchorsByKey [][]anchor) {
	keys = ja.NewKeys(manyKeys)
	ja.AddKeys(keys, anchors)
	for _, form := range forms {
		if form.Lexicon != nil {
			ja.AddKeys(keys, form.Lexicon.Labels)
		}
	}
	for _, form := range forms {
		if form.Lexicon != nil {
			form.Lexicon.LookUpIn(keys)
		}
	}
	return keys, ja.ValuesFor(keys, anchors)
}

// titleAnchor is an anchor that a title holds.
type titleAnchor struct {
	key  string
	end  rune // the last character of the key
	hits []anchor
}

// newTitleAnchors returns also the characters one of which ends each title, and how
// many bytes the shortest has. Few cells hold any of them, so that few need a key of
// their own.
func newTitleAnchors() (titles []titleAnchor, titleEnds *ja.Characters, shortestTitle int) {
	ends := ""
	shortestTitle = longestAnchor
	for f, form := range forms {
		for i, a := range form.Anchors {
			if !a.Within {
				continue
			}
			key := ja.Key(a.Spelling)
			end, _ := utf8.DecodeLastRuneInString(key)
			at := slices.IndexFunc(titles, func(title titleAnchor) bool { return title.key == key })
			if at < 0 {
				at = len(titles)
				titles = append(titles, titleAnchor{key: key, end: end})
				ends += string(end)
				shortestTitle = min(shortestTitle, len(key))
			}
			titles[at].hits = append(titles[at].hits, anchor{form: f, index: i})
		}
	}
	return titles, ja.NewCharacters(ends), shortestTitle
}

func titleKeys() []string {
	var keys []string
	for _, title := range titleAnchors {
		keys = append(keys, title.key)
	}
	return keys
}

// foundAnchors are where the anchors of each form stand first; the zero position
// is that of those that do not.
type foundAnchors [][]model.Position

// findAnchors looks for every form's anchors among the cells.
func findAnchors(g *grid.Grid) foundAnchors {
	found := make(foundAnchors, len(forms))
	positions := make([]model.Position, anchorCount)
	for f, form := range forms {
		count := len(form.Anchors)
		found[f], positions = positions[:count:count], positions[count:]
	}
	delimiters := foreignDelimiters(g)
	known, next := g.Note(), 0
	for _, row := range g.Rows {
		for i := range row.Cells {
			cell := &row.Cells[i]
			own := keys.Find(cell.Text)
			known[next] = int32(own)
			next++
			if hits := anchorsOf(cell.Text, own); hits != nil {
				found.mark(hits, cell.At)
				continue
			}
			if len(cell.Text) <= longestAnchor {
				if strings.HasPrefix(cell.Text, "- ") {
					found.lookAtItem(cell)
				}
				if own < 0 || own > 0 && mayHoldPrefix(own) {
					found.lookAtBeginning(cell)
				}
				if own <= 0 || holdsTitle[own] {
					found.lookForTitle(cell)
				}
			}
			for d := range len(delimiters) {
				if strings.IndexByte(cell.Text, delimiters[d]) >= 0 {
					found.lookBetween(cell, delimiters)
					break
				}
			}
		}
	}
	for _, positions := range found {
		for i := range positions {
			positions[i] = g.Origin(positions[i])
		}
	}
	return found
}

// anchorsOf returns the anchors that a cell is as a whole.
func anchorsOf(text string, known ja.Known) []anchor {
	switch known {
	case ja.Other, ja.Beginning:
		return nil
	case ja.Unsure:
		hits, _ := anchors.Find(text)
		return hits
	}
	return anchorsByKey[known]
}

func (found foundAnchors) mark(hits []anchor, at model.Position) {
	for _, hit := range hits {
		if found[hit.form][hit.index].IsZero() {
			found[hit.form][hit.index] = at
		}
	}
}

// foreignDelimiters returns those of the delimiters of other layouts than the
// file's that its cells may hold.
func foreignDelimiters(g *grid.Grid) string {
	delimiters := ""
	if g.Layout == grid.PipeCells || g.Layout == grid.PipeRows {
		delimiters = "\n" // a cell, or a row, may be wrapped over lines
		if strings.IndexByte(g.Text, '\t') >= 0 {
			delimiters += "\t"
		}
	}
	if strings.IndexByte(g.Text, '|') >= 0 {
		delimiters += "|"
	}
	return delimiters
}

// maxForeignAnchors is how many anchors of a cell are looked at: no sheet has
// more.
const maxForeignAnchors = 200

// lookBetween looks for anchors in what the file's layout takes for one cell,
// but is cells of another: sheets of two forms may stand in one file.
func (found foundAnchors) lookBetween(cell *grid.Cell, delimiters string) {
	count := 0
	for start := 0; start < len(cell.Text) && count < maxForeignAnchors; {
		end := strings.IndexAny(cell.Text[start:], delimiters)
		if end < 0 {
			end = len(cell.Text) - start
		}
		if hits, ok := anchors.Find(cell.Text[start : start+end]); ok {
			found.mark(hits, cell.Slice(start, start+end).At)
			count++
		}
		start += end + 1
	}
}

// prefixes tells of keys whether a cell that is one may begin with an anchor, once one was
// met: few of the keys of all forms are.
var prefixes = make([]atomic.Uint32, keys.Count())

const noPrefix, somePrefix = 1, 2

func mayHoldPrefix(own ja.Known) bool {
	known := prefixes[own].Load()
	if known == 0 {
		known = noPrefix
		if ja.HoldsPrefix(keys, anchors, own) {
			known = somePrefix
		}
		prefixes[own].Store(known)
	}
	return known == somePrefix
}

// lookAtBeginning looks for an anchor that a cell begins with, before other text.
func (found foundAnchors) lookAtBeginning(cell *grid.Cell) {
	if hits, _, ok := anchors.FindBefore(cell.Text); ok {
		found.mark(hits, cell.At)
	}
}

// lookAtItem looks for an anchor with which an item of a list begins.
func (found foundAnchors) lookAtItem(cell *grid.Cell) {
	item := cell.Slice(1, len(cell.Text))
	found.lookAtBeginning(&item)
}

// lookForTitle looks for the titles that a cell holds.
func (found foundAnchors) lookForTitle(cell *grid.Cell) {
	if len(cell.Text) < shortestTitle {
		return
	}
	at := shortestTitle - utf8.UTFMax // no title ends before
	for !utf8.RuneStart(cell.Text[at]) {
		at++
	}
	for text := cell.Text; ; {
		next := titleEnds.Index(text[at:])
		if next < 0 {
			return
		}
		end, size := utf8.DecodeRuneInString(text[at+next:])
		at += next + size
		for i := range titleAnchors {
			title := &titleAnchors[i]
			if title.end != end {
				continue
			}
			ends, sure := ja.EndsWithKey(text[:at], title.key)
			if !sure {
				found.lookForTitles(cell)
				return
			}
			if ends {
				found.mark(title.hits, cell.At)
			}
		}
	}
}

// lookForTitles looks for titles in a cell that is set in an unusual way.
func (found foundAnchors) lookForTitles(cell *grid.Cell) {
	key := ja.Key(cell.Text)
	for _, title := range titleAnchors {
		if strings.Contains(key, title.key) {
			found.mark(title.hits, cell.At)
		}
	}
}

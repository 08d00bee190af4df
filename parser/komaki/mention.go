package komaki

import (
	"slices"
	"strings"

	"sheetconv/parser/internal/ja"
)

// isMention reports whether the heading of a measure is a line of a card's text that names
// another measure (基本施策 8 との連携): no purpose follows it, and the heading of that
// measure stands elsewhere, with its purpose or among those that were read.
func (r *reader) isMention(l *line) bool {
	if l.kind != measureHeading || r.project == none || r.mode != narrating || r.text.item != r.project {
		return false
	}
	if r.measure != none && r.item(r.measure).Number == l.number || headFollows(r.lines[r.next:]) {
		return false // the heading repeated, or the next one
	}
	if known := find(r.tree.measures, l.number); known != nil && !known.listed {
		return true
	}
	rest := r.lines[r.next:]
	for i := range rest {
		if rest[i].kind == measureHeading && rest[i].number == l.number && headFollows(rest[i+1:]) {
			return true
		}
	}
	return false
}

// phraseBegins are particles and words behind the number of a measure that go on in a
// phrase; no name begins so.
var phraseBegins = []string{"との", "への", "での", "からの", "までの", "における", "において", "について", "による", "により", "に関", "に基づ", "に係"}

// beginsPhrase reports whether what follows the number of a heading begins so.
func beginsPhrase(name string) bool {
	return slices.ContainsFunc(phraseBegins, func(begin string) bool { return strings.HasPrefix(name, begin) })
}

// phraseParticles go on behind a label in a phrase.
var phraseParticles = ja.NewCharacters("のはをがにとも")

// goesOnAsPhrase reports whether what stands behind the label of amounts goes on in a
// phrase: 予算額 の内訳.
func goesOnAsPhrase(text string) bool {
	text = ja.TrimSpace(text)
	return text != "" && phraseParticles.TrimLeft(text[:min(len(text), len("の"))]) == ""
}

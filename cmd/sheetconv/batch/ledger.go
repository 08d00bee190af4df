package batch

import (
	"errors"
	"strings"
)

// ledger compares the inputs, in their order, with those of the run before, and
// keeps account of outputs that no input stands for any more: those of inputs that
// vanished, that fail now, or that are written under another name.
type ledger struct {
	space   *workspace
	known   *entryReader // the manifest of the run before
	orphans *entryReader // outputs that it had found without an input
	left    *entryWriter // those that this run leaves
	prune   bool
	survey  *survey
	unread  *key // the last input that could not be read, or folder or ZIP not looked into
	report  *Report
	// isPart reports whether a name is that of a part, and parts are written now: then
	// the parts themselves know what is left over.
	isPart func(name string) bool
	last   string // the output noted last
}

func (w *workspace) openLedger(prune bool, found *survey, isPart func(string) bool, report *Report) (*ledger, error) {
	known, err := openEntries(w.root, ManifestName)
	if err != nil {
		return nil, err
	}
	orphans, err := openEntries(w.root, orphansName)
	if err != nil {
		known.close()
		return nil, err
	}
	left, err := newEntryWriter(w.root, newOrphans)
	if err != nil {
		known.close()
		orphans.close()
		return nil, err
	}
	return &ledger{
		space: w, known: known, orphans: orphans, left: left, prune: prune, survey: found, isPart: isPart, report: report,
	}, nil
}

// account takes the new entry of an input.
func (l *ledger) account(entry *Entry) error {
	old, err := l.known.until(entry.key(), l.vanished)
	if err != nil {
		return err
	}
	orphan, err := l.orphans.until(entry.key(), l.orphan)
	if err != nil {
		return err
	}
	// Not earlier: what comes before this input was still under the last one.
	if name := entry.key(); entry.Status == Failed && entry.SHA256 == "" && !l.mayStand(name) {
		l.unread = &name
	}
	own := func(before *Entry) error {
		if before.Output == entry.Output {
			return nil
		}
		return l.abandon(before)
	}
	if orphan != nil {
		err = own(orphan)
	}
	if err == nil && old != nil {
		err = own(old)
	}
	return err
}

// vanished takes the entry of an input that is no longer there.
func (l *ledger) vanished(entry *Entry) error {
	l.report.vanished(entry)
	if err := passUntil(l.orphans, entry.key(), l.orphan); err != nil {
		return err
	}
	return l.orphan(entry)
}

// orphan takes an entry of an input that is no longer there, whose output may be
// another input's by now.
func (l *ledger) orphan(entry *Entry) error {
	if l.survey.taken.has(entry.Output) {
		return nil
	}
	return l.abandon(entry)
}

// abandon takes an entry whose output is nobody's any more.
func (l *ledger) abandon(entry *Entry) error {
	name := entry.Output
	if name == "" || name == l.last || l.isPart(name) || !l.space.holds(name) {
		return nil
	}
	l.last = name
	if l.prune && l.mayStand(entry.key()) {
		l.report.Kept++
	} else if l.prune {
		if err := l.space.remove(name); err != nil {
			return err
		}
		l.report.Pruned++
		return nil
	}
	l.report.Orphans++
	return l.left.add(entry)
}

// mayStand reports whether an input may be there still, though this run did not see
// it: its file, folder, ZIP or source could not be read.
func (l *ledger) mayStand(of key) bool {
	switch {
	case l.survey.lacks:
		return true
	case l.unread == nil:
		return false
	case l.unread.member == "" && strings.HasSuffix(l.unread.path, "/"):
		return strings.HasPrefix(of.path, l.unread.path)
	}
	return *l.unread == of || l.unread.member == "" && l.unread.path == of.path
}

// finish takes all that is left of the run before, and puts the list of orphans in
// its place.
func (l *ledger) finish() error {
	err := l.known.rest(l.vanished)
	if err == nil {
		err = l.orphans.rest(l.orphan)
	}
	if err = errors.Join(err, l.close()); err != nil {
		return err
	}
	if l.left.entries == 0 {
		_ = l.space.root.Remove(orphansName) // Mostly there is none.
		return l.space.root.Remove(newOrphans)
	}
	return l.space.root.Rename(newOrphans, orphansName)
}

func (l *ledger) close() error {
	l.known.close()
	l.orphans.close()
	return l.left.close()
}

package batch

import (
	"bufio"
	"errors"
	"io/fs"
	"os"
)

// recover takes what an earlier run, killed or interrupted, noted in its journal
// into the manifest: its lines in the place of older ones, and the older ones of
// what it did not come to. Doing it twice does no harm.
func (w *workspace) recover() error {
	if _, err := w.root.Stat(journalName); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err := w.mergeJournal(); err != nil {
		return err
	}
	if err := w.root.Rename(newOrphans, orphansName); err != nil {
		return err
	}
	if err := w.root.Rename(newManifest, ManifestName); err != nil {
		return err
	}
	return w.root.Remove(journalName)
}

func (w *workspace) mergeJournal() error {
	known, err := openEntries(w.root, ManifestName)
	if err != nil {
		return err
	}
	defer known.close()
	orphans, err := openEntries(w.root, orphansName)
	if err != nil {
		return err
	}
	defer orphans.close()
	done, err := openEntries(w.root, journalName)
	if err != nil {
		return err
	}
	defer done.close()
	merged, err := newEntryWriter(w.root, newManifest)
	if err != nil {
		return err
	}
	left, err := newEntryWriter(w.root, newOrphans)
	if err != nil {
		return errors.Join(err, merged.close())
	}
	err = done.rest(func(entry *Entry) error {
		old, err := known.until(entry.key(), merged.add)
		if err == nil {
			err = passUntil(orphans, entry.key(), left.add)
		}
		if err == nil && old != nil && old.Output != "" && old.Output != entry.Output {
			err = left.add(old)
		}
		return errors.Join(err, merged.add(entry))
	})
	return errors.Join(err, known.rest(merged.add), orphans.rest(left.add), merged.close(), left.close())
}

// passUntil gives every entry up to and with a key to pass.
func passUntil(from *entryReader, of key, pass func(*Entry) error) error {
	own, err := from.until(of, pass)
	if err == nil && own != nil {
		err = pass(own)
	}
	return err
}

// entryWriter writes entries to a file that is to take another's place.
type entryWriter struct {
	file    *os.File
	buffer  *bufio.Writer
	entries int
}

func newEntryWriter(root *os.Root, name string) (*entryWriter, error) {
	file, err := root.Create(name)
	if err != nil {
		return nil, err
	}
	return &entryWriter{file: file, buffer: bufio.NewWriter(file)}, nil
}

func (w *entryWriter) add(entry *Entry) error {
	w.entries++
	_, err := w.buffer.Write(entry.line())
	return err
}

func (w *entryWriter) close() error {
	return errors.Join(w.buffer.Flush(), w.file.Sync(), w.file.Close())
}

package batch

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
	"golang.org/x/text/unicode/norm"
)

// The names in the output folder that are not outputs. What is private to a run,
// or needed by the next one after a crash, stands in a folder of its own.
const (
	ManifestName = "manifest.jsonl"
	privateName  = ".sheetconv"
	lockName     = privateName + "/lock"
	journalName  = privateName + "/journal.jsonl"
	orphansName  = privateName + "/orphans.jsonl"
	newManifest  = privateName + "/manifest.new"
	newOrphans   = privateName + "/orphans.new"
	oldParts     = privateName + "/old"
)

// settingsPrefix begins the names of files that say how to check a folder.
const settingsPrefix = ".sheetconv"

// ErrBusy says that another run writes to the same folder.
var ErrBusy = errors.New("another run is writing to this folder")

// ErrOutputIsSource says that the output folder is one of the sources.
var ErrOutputIsSource = errors.New("the output folder is one of the sources")

// workspace is the output folder of a run, which no name leads out of.
type workspace struct {
	name string
	root *os.Root
	lock *flock.Flock
	made bool // by this run
}

// openWorkspace makes the folder where it is not there, and keeps other runs out.
func openWorkspace(name string) (*workspace, error) {
	_, err := os.Stat(name)
	w := &workspace{name: name, made: errors.Is(err, fs.ErrNotExist)}
	if w.lock, err = takeLock(name); err != nil {
		return nil, err
	}
	if w.root, err = os.OpenRoot(name); err != nil {
		return nil, errors.Join(err, w.lock.Unlock())
	}
	return w, nil
}

// lockTries is how often a run that ends may come between.
const lockTries = 20

// takeLock makes and locks the file that keeps other runs out. A run that ends
// removes it, perhaps between two steps of this one: then another one is made.
func takeLock(name string) (*flock.Flock, error) {
	for range lockTries {
		lock := flock.New(filepath.Join(name, lockName))
		err := os.MkdirAll(filepath.Join(name, privateName), 0o777)
		locked := false
		if err == nil {
			locked, err = lock.TryLock()
		}
		switch {
		case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrExist):
			continue // the folder went while it was looked for
		case err != nil:
			return nil, err
		case locked && isInPlace(lock):
			return lock, nil
		}
		_ = lock.Close()
		if !locked {
			return nil, ErrBusy
		}
	}
	return nil, ErrBusy
}

// isInPlace reports whether the file that was locked is the one that others find.
func isInPlace(lock *flock.Flock) bool {
	own, ownErr := lock.Stat()
	found, foundErr := os.Stat(lock.Path())
	return ownErr == nil && foundErr == nil && os.SameFile(own, found)
}

// close lets the next run in. Where nothing is kept for it, the private folder
// goes; and so does an output folder that is empty and was not there before.
func (w *workspace) close() {
	for _, name := range []string{newManifest, newOrphans} {
		_ = w.root.Remove(name) // Left by a run that stopped early; mostly not there.
	}
	w.removeTemporary()
	_ = w.root.Remove(oldParts)
	// While the lock is still held: otherwise it would be another run's by now.
	_ = w.root.Remove(lockName)
	_ = w.root.Remove(privateName)
	_ = w.root.Close()
	if w.made {
		_ = os.Remove(w.name) // It fails where something was written, as it should.
	}
	_ = w.lock.Close()
}

// removeTemporary removes files that a killed run was writing.
func (w *workspace) removeTemporary() {
	names, _ := fs.Glob(w.root.FS(), privateName+"/new-*")
	for _, name := range names {
		_ = w.root.Remove(name)
	}
}

// sameName finds out what the file system takes for one name, by asking it.
func (w *workspace) sameName() (func(string) string, error) {
	const lower, upper = privateName + "/new-ga-が", privateName + "/new-GA-が"
	file, err := w.root.Create(lower)
	if err != nil {
		return nil, err
	}
	_ = file.Close()
	defer func() { _ = w.root.Remove(lower) }()
	_, caseErr := w.root.Stat(upper)
	_, formErr := w.root.Stat(norm.NFD.String(lower))
	return sameName(caseErr == nil, formErr == nil), nil
}

// temporary makes a file that is gone when it is closed, or when the next run begins.
func (w *workspace) temporary() (*os.File, error) {
	file, err := os.CreateTemp(filepath.Join(w.name, privateName), "new-*")
	if err == nil {
		_ = os.Remove(file.Name()) // Where an open file can't be removed, it is later.
	}
	return file, err
}

// beside is the name under which a worker writes before it renames.
func beside(worker int) string { return fmt.Sprintf("%s/new-%d", privateName, worker) }

// replace writes a file whole, and its folders: beside, then renamed. The disk is
// not waited for: a power cut can leave an empty file, which a run takes for none.
func (w *workspace) replace(worker int, name string, data []byte) error {
	written := beside(worker)
	if err := w.root.WriteFile(written, data, 0o666); err != nil {
		_ = w.root.Remove(written)
		return err
	}
	err := w.root.Rename(written, name)
	if folder := filepath.Dir(filepath.FromSlash(name)); errors.Is(err, fs.ErrNotExist) && folder != "." {
		if err = w.root.MkdirAll(folder, 0o777); err == nil {
			err = w.root.Rename(written, name)
		}
	}
	if err != nil {
		_ = w.root.Remove(written)
	}
	return err
}

// holds reports whether an output is there.
func (w *workspace) holds(name string) bool {
	info, err := w.root.Stat(name)
	return err == nil && info.Mode().IsRegular() && info.Size() > 0
}

// remove removes an output and the folders that this leaves empty.
func (w *workspace) remove(name string) error {
	if err := w.root.Remove(name); err != nil {
		return err
	}
	for folder := filepath.Dir(filepath.FromSlash(name)); folder != "."; folder = filepath.Dir(folder) {
		if w.root.Remove(folder) != nil {
			break
		}
	}
	return nil
}

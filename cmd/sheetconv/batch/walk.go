package batch

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// folder walks one directory tree. The root keeps it from being left, whatever
// symbolic links say, also when they change meanwhile.
type folder struct {
	root    *os.Root
	skip    fs.FileInfo // the output folder, which is no input of itself
	archive func(open func() (*os.File, error), at string, yield func(input) bool) bool
	choose  *filter
}

// entry is a name in a directory.
type entry struct {
	raw, name string // as the system has it, and as text
	kind      fs.FileMode
}

// order is what entries are sorted by, so that a walk gives whole paths in the
// order of their bytes: of a folder, the slash is part of the name.
func (e entry) order() string {
	if e.kind.IsDir() {
		return e.name + "/"
	}
	return e.name
}

// walk yields the inputs below a directory; raw is its path for the system, at
// its path as text. It returns false when yield did.
func (f *folder) walk(raw, at string, yield func(input) bool) bool {
	entries, err := f.list(raw)
	if err != nil && !yield(faulty(key{path: cleanAt(at)}, err)) {
		return false
	}
	for _, e := range entries {
		if !f.visit(e, path.Join(raw, e.raw), path.Join(at, e.name), yield) {
			return false
		}
	}
	return true
}

// cleanAt names the top of a source, which has no path below itself.
func cleanAt(at string) string {
	if at == "" {
		return "."
	}
	return at
}

// list reads a directory. What could be read of it is given even with an error.
func (f *folder) list(raw string) ([]entry, error) {
	directory, err := f.root.Open(cleanAt(raw))
	if err != nil {
		return nil, err
	}
	defer func() { _ = directory.Close() }()
	info, err := directory.Stat()
	if err != nil || f.skip != nil && os.SameFile(info, f.skip) {
		return nil, err
	}
	found, err := directory.ReadDir(-1)
	entries := make([]entry, 0, len(found))
	for _, one := range found {
		name, _ := decodeName(one.Name())
		entries = append(entries, entry{one.Name(), name, one.Type()})
	}
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.order(), b.order()) })
	return entries, err
}

func (f *folder) visit(e entry, raw, at string, yield func(input) bool) bool {
	if e.kind.IsDir() {
		return f.choose.drops(at) || f.walk(raw, at, yield)
	}
	isZIP := isArchive(at)
	if !isZIP && !f.choose.takes(at) || isZIP && f.choose.drops(at) {
		return true
	}
	info, fault := f.look(raw, e.kind)
	switch {
	case fault != nil:
		return yield(faulty(key{path: at}, fault))
	case info.IsDir():
		// A link to a folder of this tree: its files are walked where they stand.
		return true
	case isZIP:
		return f.archive(func() (*os.File, error) { return f.root.Open(raw) }, at, yield)
	}
	return yield(input{key: key{path: at}, size: info.Size(), open: func() (fs.File, error) { return f.root.Open(raw) }})
}

// look finds out about an entry without opening it: a named pipe would block.
func (f *folder) look(raw string, kind fs.FileMode) (fs.FileInfo, error) {
	info, err := f.root.Stat(raw)
	isLink := kind&fs.ModeSymlink != 0
	switch {
	case err != nil && isLink && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission):
		return nil, ErrLinkOut
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular() && !info.IsDir():
		return nil, ErrNotRegular
	}
	return info, nil
}

// isArchive tells a ZIP by its ending: by their first bytes workbooks are ZIPs
// too, and those are refused with better advice.
func isArchive(name string) bool { return strings.EqualFold(path.Ext(name), ".zip") }

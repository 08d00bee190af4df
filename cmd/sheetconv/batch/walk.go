package batch

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
)

// folder walks one directory tree. The root keeps it from being left, whatever
// symbolic links say, also when they change meanwhile.
type folder struct {
	root      *os.Root
	skip      fs.FileInfo // the output folder, which is no input of itself
	archive   func(open func() (*os.File, error), at string, yield func(input) bool) bool
	choose    *filter
	newSorter func() *sorter
}

// walk yields the inputs below a directory; raw is its path for the system, at
// its path as text. It returns false when yield did.
func (f *folder) walk(raw, at string, yield func(input) bool) bool {
	entries, err := f.list(raw)
	if err != nil {
		// With a slash it stands before what is in the folder, where it belongs.
		unread := faulty(key{path: cleanAt(at) + "/"}, err)
		unread.isLost = at == ""
		if !yield(unread) {
			return false
		}
	}
	if entries == nil {
		return true
	}
	defer entries.close()
	for one := range entries.sorted() {
		name := strings.TrimSuffix(one.key, "/")
		if !f.visit(fs.FileMode(one.kind), path.Join(raw, cmp.Or(one.data, name)), path.Join(at, name), yield) {
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

// namesAtOnce is how many names are asked of a directory at once.
const namesAtOnce = 1 << 10

// list reads a directory. What could be read of it is given even with an error. Each
// record has the name as its key, with a slash behind that of a folder, so that a walk
// gives whole paths in the order of their bytes; and the name that the system knows
// where that is another one.
func (f *folder) list(raw string) (*sorter, error) {
	directory, err := f.root.Open(cleanAt(raw))
	if err != nil {
		return nil, err
	}
	defer func() { _ = directory.Close() }()
	info, err := directory.Stat()
	if err != nil || f.skip != nil && os.SameFile(info, f.skip) {
		return nil, err
	}
	entries := f.newSorter()
	for {
		found, err := directory.ReadDir(namesAtOnce)
		for _, one := range found {
			entries.add(recordOf(one))
		}
		if err == io.EOF {
			return entries, nil
		}
		if err != nil {
			return entries, err
		}
	}
}

func recordOf(one fs.DirEntry) record {
	name, _ := decodeName(one.Name())
	entry := record{key: name, kind: uint32(one.Type())}
	if name != one.Name() {
		entry.data = one.Name()
	}
	if one.IsDir() {
		entry.key += "/"
	}
	return entry
}

func (f *folder) visit(kind fs.FileMode, raw, at string, yield func(input) bool) bool {
	if kind.IsDir() {
		return f.choose.drops(at) || f.walk(raw, at, yield)
	}
	isZIP := isArchive(at)
	if isSettings(at) || !isZIP && !f.choose.takes(at) || isZIP && f.choose.drops(at) {
		return true
	}
	info, fault := f.look(raw, kind)
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

// isSettings reports whether a file is one by which the tool goes, such as the policy
// and the baseline of a folder, and so none of the sheets in it.
func isSettings(name string) bool { return strings.HasPrefix(path.Base(name), settingsPrefix) }

// isArchive tells a ZIP by its ending: by their first bytes workbooks are ZIPs
// too, and those are refused with better advice.
func isArchive(name string) bool { return strings.EqualFold(path.Ext(name), ".zip") }

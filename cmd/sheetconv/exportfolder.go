package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/gofrs/flock"
)

// exportFolder is a folder that an export fills. Everything is written beside what
// stands there, into a hidden folder, and put in its place at the end, so that a kill
// leaves neither half a file nor old ones among the new.
type exportFolder struct {
	name    string // as the user gave it
	made    bool   // by this run
	root    *os.Root
	lock    *flock.Flock
	written []*folderFile
}

// folderFile is a file that is being written.
type folderFile struct {
	name string
	file *os.File
}

// What a run keeps in the folder until it is done.
const (
	exportPrivate = ".sheetconv-export"
	exportLock    = "lock"
)

// Why a folder is not written to.
var (
	errOutputFile = errors.New("is a file")
	errBusyFolder = errors.New("another export is writing to it")
)

// foreignFileError says that a file would be replaced that no export wrote.
type foreignFileError struct{ name string }

func (e *foreignFileError) Error() string { return "holds " + e.name }

// openExportFolder makes the folder where it is not there, and keeps other exports
// out. Its errors are *outputError.
func openExportFolder(name string) (*exportFolder, error) {
	info, err := os.Stat(name)
	if err == nil && !info.IsDir() {
		return nil, &outputError{name, errOutputFile}
	}
	f := &exportFolder{name: name, made: errors.Is(err, fs.ErrNotExist)}
	if err := f.open(); err != nil {
		f.close()
		return nil, &outputError{name, err}
	}
	return f, nil
}

func (f *exportFolder) open() error {
	private := filepath.Join(f.name, exportPrivate)
	if err := os.MkdirAll(private, 0o777); err != nil {
		return err
	}
	lock := flock.New(filepath.Join(private, exportLock))
	switch locked, err := lock.TryLock(); {
	case err != nil:
		return err
	case !locked:
		return errBusyFolder
	}
	f.lock = lock
	root, err := os.OpenRoot(f.name)
	f.root = root
	return err
}

// create begins a file, whose name has slashes and leads nowhere else.
func (f *exportFolder) create(name string) (io.Writer, error) {
	beside := path.Join(exportPrivate, name)
	if err := f.root.MkdirAll(path.Dir(beside), 0o777); err != nil {
		return nil, &outputError{f.shown(name), err}
	}
	file, err := f.root.Create(beside)
	if err != nil {
		return nil, &outputError{f.shown(name), err}
	}
	f.written = append(f.written, &folderFile{name, file})
	return outputWriter{file, f.shown(name)}, nil
}

func (f *exportFolder) shown(name string) string {
	return filepath.Join(f.name, filepath.FromSlash(name))
}

// outputWriter gives the errors of a file its name.
type outputWriter struct {
	into io.Writer
	name string
}

func (w outputWriter) Write(data []byte) (int, error) {
	written, err := w.into.Write(data)
	if err != nil {
		err = &outputError{w.name, err}
	}
	return written, err
}

// holds reports whether the folder has a file of a name.
func (f *exportFolder) holds(name string) bool {
	_, err := f.root.Lstat(name)
	return err == nil
}

// read returns a file that stood in the folder before; nothing if there is none.
func (f *exportFolder) read(name string) []byte {
	data, err := f.root.ReadFile(name)
	if err != nil {
		return nil
	}
	return data
}

// end closes the file that was created last, so that many can follow.
func (f *exportFolder) end() error {
	last := f.written[len(f.written)-1]
	if err := last.file.Close(); err != nil {
		return &outputError{f.shown(last.name), err}
	}
	last.file = nil
	return nil
}

// finish removes the files of a former export and puts the new ones in their places,
// in the order in which they were created. The last one is the account of the
// others.
func (f *exportFolder) finish(former []string) error {
	for _, one := range f.written {
		if one.file == nil {
			continue
		}
		err := errors.Join(one.file.Sync(), one.file.Close())
		if one.file = nil; err != nil {
			return &outputError{f.shown(one.name), err}
		}
	}
	for _, name := range former {
		if err := f.root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return &outputError{f.shown(name), err}
		}
	}
	for _, one := range f.written {
		err := f.root.MkdirAll(path.Dir(one.name), 0o777)
		if err == nil {
			err = f.root.Rename(path.Join(exportPrivate, one.name), one.name)
		}
		if err != nil {
			return &outputError{f.shown(one.name), err}
		}
	}
	return nil
}

// close removes what was not put in its place, and a folder that is empty and was
// not there before, and lets others in.
func (f *exportFolder) close() {
	for _, one := range f.written {
		if one.file != nil {
			_ = one.file.Close()
		}
	}
	if f.lock != nil {
		// While the lock is still held: otherwise it would be another run's by now.
		_ = os.RemoveAll(filepath.Join(f.name, exportPrivate))
		_ = f.lock.Close()
	}
	if f.root != nil {
		_ = f.root.Close()
	}
	if f.made {
		_ = os.Remove(f.name) // It fails where something was written, as it should.
	}
}

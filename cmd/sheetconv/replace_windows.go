package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// replaceFile does what renameio, which does not support Windows, does elsewhere.
// os.Rename replaces an existing file there too.
func replaceFile(name string, data []byte, _ fs.FileMode) error {
	file, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"*")
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if err = errors.Join(err, file.Sync(), file.Close()); err == nil {
		err = os.Rename(file.Name(), name)
	}
	if err != nil {
		_ = os.Remove(file.Name()) // The first error is the one to tell.
	}
	return err
}

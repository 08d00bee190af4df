//go:build !windows

package main

import (
	"io/fs"
	"path/filepath"

	"github.com/google/renameio/v2"
)

// replaceFile writes beside the file and renames, so that a kill leaves either the
// old file or the new one.
func replaceFile(name string, data []byte, mode fs.FileMode) error {
	return renameio.WriteFile(name, data, mode, renameio.WithTempDir(filepath.Dir(name)))
}

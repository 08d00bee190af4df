package spreadsheet

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// archive is a ZIP writer whose bytes do not depend on the order in which its
// entries come. The library writes sheets that were streamed in the order of a
// map; here all entries are kept, compressed, and written in the order of their
// names, without times.
type archive struct {
	into    io.Writer
	entries []*entry
	// extensions are put at the end of sheets, by the names of their entries.
	extensions map[string]string
}

// entry is a file of the archive. It takes the file's bytes.
type entry struct {
	name       string
	compressed bytes.Buffer
	deflate    *flate.Writer
	size       uint64
	checksum   uint32
	// extension belongs before the end of the sheet; held is what may be that end.
	extension string
	held      []byte
}

// endOfSheet is what the extension of a sheet stands before.
const endOfSheet = "</worksheet>"

// Create begins the next entry.
func (a *archive) Create(name string) (io.Writer, error) {
	if err := a.endEntry(); err != nil {
		return nil, err
	}
	created := &entry{name: name, extension: a.extensions[name]}
	deflate, err := flate.NewWriter(&created.compressed, compression)
	if err != nil {
		return nil, err
	}
	created.deflate = deflate
	a.entries = append(a.entries, created)
	return created, nil
}

// compression is near the fastest: sheets are mostly tags, which shrink well at
// any level.
const compression = 4

func (e *entry) Write(data []byte) (int, error) {
	if e.extension == "" {
		return len(data), e.compress(data)
	}
	e.held = append(e.held, data...)
	sure := max(0, len(e.held)-len(endOfSheet))
	err := e.compress(e.held[:sure])
	e.held = e.held[:copy(e.held, e.held[sure:])]
	return len(data), err
}

func (e *entry) compress(data []byte) error {
	e.size += uint64(len(data))
	e.checksum = crc32.Update(e.checksum, crc32.IEEETable, data)
	_, err := e.deflate.Write(data)
	return err
}

// end writes what is held, with the extension before the end of the sheet.
func (e *entry) end() error {
	if e.extension != "" {
		rest, found := strings.CutSuffix(string(e.held), endOfSheet)
		if !found {
			return fmt.Errorf("%s ends with %q, expected %s", e.name, e.held, endOfSheet)
		}
		if err := e.compress([]byte(rest + e.extension + endOfSheet)); err != nil {
			return err
		}
	}
	return e.deflate.Close()
}

// AddFS is part of the library's interface; no workbook of this package has files
// from elsewhere.
func (a *archive) AddFS(files fs.FS) error {
	return fs.WalkDir(files, ".", func(path string, found fs.DirEntry, err error) error {
		if err != nil || found.IsDir() {
			return err
		}
		data, err := fs.ReadFile(files, path)
		if err != nil {
			return err
		}
		created, err := a.Create(path)
		if err != nil {
			return err
		}
		_, err = created.Write(data)
		return err
	})
}

func (a *archive) endEntry() error {
	if len(a.entries) == 0 {
		return nil
	}
	last := a.entries[len(a.entries)-1]
	if last.deflate == nil {
		return nil
	}
	err := last.end()
	last.deflate = nil
	return err
}

// contentTypes is the entry that says what the others are; by custom it is first.
const contentTypes = "[Content_Types].xml"

// Close writes all entries.
func (a *archive) Close() error {
	if err := a.endEntry(); err != nil {
		return err
	}
	slices.SortFunc(a.entries, func(x, y *entry) int {
		switch contentTypes {
		case x.name:
			return -1
		case y.name:
			return 1
		}
		return strings.Compare(x.name, y.name)
	})
	writer := zip.NewWriter(a.into)
	for _, e := range a.entries {
		header := &zip.FileHeader{
			Name: e.name, Method: zip.Deflate, CRC32: e.checksum,
			CompressedSize64: uint64(e.compressed.Len()), UncompressedSize64: e.size,
		}
		into, err := writer.CreateRaw(header)
		if err != nil {
			return err
		}
		if _, err := e.compressed.WriteTo(into); err != nil {
			return err
		}
	}
	return writer.Close()
}

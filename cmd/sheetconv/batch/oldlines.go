package batch

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"hash/maphash"
	"io"
	"io/fs"
	"os"
	"path"

	"sheetconv/model"
)

// setPartsAside moves parts that a killed run did not finish to where the next one
// looks for their lines but does not write.
func (w *workspace) setPartsAside() error {
	names, err := fs.Glob(w.root.FS(), privateName+"/part-*.jsonl")
	if err != nil || len(names) == 0 {
		return err
	}
	if err := w.root.MkdirAll(oldParts, 0o777); err != nil {
		return err
	}
	for _, name := range names {
		err = errors.Join(err, w.root.Rename(name, oldParts+"/"+path.Base(name)))
	}
	return err
}

// dropParts removes parts that were not ended, when no run needs their lines any more.
func (w *workspace) dropParts() error {
	if err := w.setPartsAside(); err != nil {
		return err
	}
	return w.root.RemoveAll(oldParts)
}

// oldLines finds the documents of unchanged inputs in the parts of runs before.
// Every line says of which bytes it was made, so that a part that has changed
// meanwhile gives fewer lines but never wrong ones.
type oldLines struct {
	space *workspace
	open  []*lineIndex // a few, the newest last
}

// lineIndex says where in a file the lines of each source begin.
type lineIndex struct {
	name  string
	file  *os.File // nil where there is none
	seed  maphash.Seed
	begin map[uint64]int64
}

// openIndexes is enough for jobs that are at the end of one part and at the
// beginning of the next, each in two places.
const openIndexes = 4

// of returns the lines of an entry, or nil where they are not all there.
func (o *oldLines) of(entry *Entry) []byte {
	if partNumber(entry.Output) < 0 || entry.Documents < 1 {
		return nil
	}
	prefix := linePrefix(entry.key().base(), entry.SHA256)
	for _, name := range []string{oldParts + "/" + entry.Output, entry.Output} {
		if lines := o.index(name).lines(prefix, entry.Documents); lines != nil {
			return lines
		}
	}
	return nil
}

// linePrefix is how a line of a document begins.
func linePrefix(name, digest string) []byte {
	var quoted bytes.Buffer
	encoder := json.NewEncoder(&quoted)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(name) // A text always encodes.
	return []byte(`{"schema":"` + model.Schema + `","source":{"name":` + string(bytes.TrimSpace(quoted.Bytes())) +
		`,"sha256":"` + digest + `"`)
}

func (o *oldLines) index(name string) *lineIndex {
	for _, one := range o.open {
		if one.name == name {
			return one
		}
	}
	if len(o.open) == openIndexes {
		o.open[0].close()
		o.open = o.open[1:]
	}
	one := newLineIndex(o.space.root, name)
	o.open = append(o.open, one)
	return one
}

func (o *oldLines) close() {
	for _, one := range o.open {
		one.close()
	}
	o.open = nil
}

// digestKey is what stands before a source's digest, and behind its name.
var digestKey = []byte(`,"sha256":"`)

// prefixLength returns how long the prefix of a line is, or 0 where it has none.
func prefixLength(line []byte) int {
	at := bytes.Index(line, digestKey)
	end := at + len(digestKey) + 64 + 1
	if at < 0 || end > len(line) {
		return 0
	}
	return end
}

func newLineIndex(root *os.Root, name string) *lineIndex {
	index := &lineIndex{name: name, seed: maphash.MakeSeed(), begin: map[uint64]int64{}}
	file, err := root.Open(name)
	if err != nil {
		return index
	}
	index.file = file
	reader := bufio.NewReaderSize(file, 256<<10)
	offset := int64(0)
	for {
		// The beginning of a line is enough; the rest may be longer than the buffer.
		start, more, err := reader.ReadLine()
		if err != nil {
			return index
		}
		if length := prefixLength(start); length > 0 {
			own := maphash.Bytes(index.seed, start[:length])
			if _, known := index.begin[own]; !known {
				index.begin[own] = offset
			}
		}
		offset += int64(len(start))
		for more && err == nil {
			var piece []byte
			piece, more, err = reader.ReadLine()
			offset += int64(len(piece))
		}
		offset++ // The line break.
	}
}

// lines returns so many lines that begin with a prefix.
func (l *lineIndex) lines(prefix []byte, count int) []byte {
	begin, known := l.begin[maphash.Bytes(l.seed, prefix)]
	if !known {
		return nil
	}
	reader := bufio.NewReader(io.NewSectionReader(l.file, begin, 1<<62))
	var all []byte
	for range count {
		line, err := reader.ReadBytes('\n')
		if err != nil || !bytes.HasPrefix(line, prefix) {
			return nil
		}
		all = append(all, line...)
	}
	return all
}

func (l *lineIndex) close() {
	if l.file != nil {
		_ = l.file.Close() // It was read only.
	}
}

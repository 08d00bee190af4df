package main

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// baselineSchema names the shape of a baseline file.
const baselineSchema = "sheetconv-baseline/v1"

// baselineHead tells a person who opens a baseline what it is.
const baselineHead = `# Findings that sheetconv check knows of and does not fail on. Written by
# sheetconv check --write-baseline; an entry that is removed is a finding again.
`

// baselineFile is what a baseline file holds.
type baselineFile struct {
	Schema   string          `yaml:"schema"`
	Findings []baselineEntry `yaml:"findings"`
}

// baselineEntry is a known finding, or several that are equal. The message is for
// people; the fingerprint is what counts.
type baselineEntry struct {
	File        string `yaml:"file"` // from the baseline's folder, with slashes
	Code        string `yaml:"code"`
	Message     string `yaml:"message"`
	Fingerprint string `yaml:"fingerprint"`
	Count       int    `yaml:"count"`
}

// baselineKey is what makes two findings equal.
type baselineKey struct{ file, code, fingerprint string }

// baseline holds the known findings of the files that go by it. The zero pointer is
// none, and knows nothing.
type baseline struct {
	name   string
	folder string // absolute
	left   map[baselineKey]int
	// into is where the baseline is written anew, if it is: all that is found is
	// known then.
	into  *destination
	found map[baselineKey]*baselineEntry
}

// newBaseline reads a baseline, or begins one that will be written.
func (s *session) newBaseline(name string, writing bool, inputs []input) (*baseline, error) {
	if name == stdinName {
		return nil, s.usageError("--baseline takes a file, not the standard input")
	}
	folder, err := filepath.Abs(filepath.Dir(name))
	if err != nil {
		return nil, err
	}
	known := &baseline{
		name: name, folder: folder, left: map[baselineKey]int{}, found: map[baselineKey]*baselineEntry{},
	}
	if writing {
		known.into, err = s.openDestination(name, inputs)
		return known, err
	}
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, s.settingsError(name, 0, s.say("there is no such baseline; make it with --write-baseline"))
	}
	if err != nil {
		return nil, s.settingsError(name, 0, s.wordFileError(err))
	}
	return known, s.readBaseline(known, data)
}

func (s *session) readBaseline(known *baseline, data []byte) error {
	var file baselineFile
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	decoder.KnownFields(true)
	if err := decoder.Decode(&file); err != nil && err != io.EOF {
		// Errors of types come as a list, and each has its own line.
		if wrong, is := errors.AsType[*yaml.TypeError](err); is {
			err = errors.New("yaml: " + wrong.Errors[0])
		}
		return s.syntaxError(known.name, err)
	}
	if file.Schema != baselineSchema {
		return s.settingsError(known.name, 0, s.say("no baseline: found the schema %[1]s, expected %[2]s",
			strconv.Quote(file.Schema), baselineSchema))
	}
	for _, entry := range file.Findings {
		if entry.Count < 1 {
			return s.settingsError(known.name, 0,
				s.say("the count of %[1]s in %[2]s is not a whole number from 1", visible(entry.Code), visible(entry.File)))
		}
		known.left[baselineKey{entry.File, entry.Code, entry.Fingerprint}] += entry.Count
	}
	return nil
}

// fileOf is how the baseline names an input: the same wherever the run begins.
func (b *baseline) fileOf(from input) string {
	if from.name == stdinName {
		return stdinShown
	}
	absolute, err := filepath.Abs(from.name)
	if err == nil {
		if relative, err := filepath.Rel(b.folder, absolute); err == nil {
			return input{relative}.path()
		}
	}
	return from.path()
}

// knows reports whether a finding is a known one. Each known one is found once: the
// third of three equal findings is new where two are known.
func (b *baseline) knows(from input, one finding) bool {
	if b == nil {
		return false
	}
	key := baselineKey{b.fileOf(from), string(one.Code), one.fingerprint}
	if b.into != nil {
		if b.found[key] == nil {
			b.found[key] = &baselineEntry{File: key.file, Code: key.code, Message: one.unplaced(), Fingerprint: key.fingerprint}
		}
		b.found[key].Count++
		return true
	}
	if b.left[key] == 0 {
		return false
	}
	b.left[key]--
	return true
}

// write puts what was found into the baseline's file.
func (b *baseline) write() error {
	file := baselineFile{Schema: baselineSchema, Findings: []baselineEntry{}}
	for _, entry := range b.found {
		file.Findings = append(file.Findings, *entry)
	}
	slices.SortFunc(file.Findings, func(x, y baselineEntry) int {
		return cmp.Or(strings.Compare(x.File, y.File), strings.Compare(x.Code, y.Code),
			strings.Compare(x.Message, y.Message), strings.Compare(x.Fingerprint, y.Fingerprint))
	})
	var buffer bytes.Buffer
	buffer.WriteString(baselineHead)
	encoder := yaml.NewEncoder(&buffer)
	encoder.SetIndent(2)
	if err := errors.Join(encoder.Encode(file), encoder.Close()); err != nil {
		return err
	}
	if _, err := b.into.Write(buffer.Bytes()); err != nil {
		return err
	}
	return b.into.finish()
}

// count is how many findings the baseline was given to write.
func (b *baseline) count() int {
	total := 0
	for _, entry := range b.found {
		total += entry.Count
	}
	return total
}

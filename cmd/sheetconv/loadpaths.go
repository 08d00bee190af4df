package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"

	"sheetconv/cmd/sheetconv/batch"
	"sheetconv/model"
)

// loadFile is a file to load documents from, or the standard input.
type loadFile struct {
	from input
	// parts are the inputs whose documents the file holds, in order: one of any
	// number of documents, or those that a manifest accounts for.
	parts []loadPart
}

// loadPart is an input that a document can be traced to.
type loadPart struct {
	// name is the input's path as the user gave it, without where on the machine it
	// lies. No other input of the run has it.
	name string
	// documents is how many there are, or any where the input is no manifest's.
	documents int
}

// anyNumber is the count of documents of an input that no manifest counts.
const anyNumber = -1

// loadList collects the files of a run, each file once.
type loadList struct {
	*session
	files []loadFile
	seen  map[string]bool // the files, by their absolute names
	names map[string]bool // of the parts
	how   outcome
	// output is the absolute name of what is written to.
	output string
}

// loadFiles turns arguments into what is loaded: a sheet or a model, a folder of
// them (in the order of their paths, without hidden files and links), the manifest
// of a batch or the folder that it stands in, and - or nothing for the standard
// input. What can't be had is told, and makes the outcome failed; the others remain.
func (s *session) loadFiles(arguments []string) ([]loadFile, outcome, error) {
	return s.loadFilesExcept(arguments, "")
}

// loadFilesExcept leaves out what lies in the folder that is written to.
func (s *session) loadFilesExcept(arguments []string, output string) ([]loadFile, outcome, error) {
	given, err := s.inputs(arguments)
	if err != nil {
		return nil, failed, err
	}
	list := &loadList{session: s, seen: map[string]bool{}, names: map[string]bool{}}
	if output != "" && output != stdinName {
		list.output = input{output}.absolute()
	}
	for _, from := range given {
		if from.name == stdinName {
			list.add(from, loadPart{"stdin", anyNumber})
			continue
		}
		info, err := os.Stat(from.name)
		switch {
		case err != nil:
			list.fail(from, &unreadableError{err})
		case info.IsDir() && from.absolute() == list.output:
			return nil, failed, &outputError{output, errIsInput}
		case info.IsDir():
			list.addFolder(from.name)
		case filepath.Base(from.name) == batch.ManifestName:
			list.addManifest(filepath.Dir(from.name))
		default:
			list.add(from, loadPart{tracedName(from.name), anyNumber})
		}
	}
	return list.files, list.how, nil
}

// inputsOf returns the files of files.
func inputsOf(files []loadFile) []input {
	inputs := make([]input, len(files))
	for index := range files {
		inputs[index] = files[index].from
	}
	return inputs
}

func (l *loadList) fail(from input, err error) {
	l.how = max(l.how, l.reportInputError(from, err))
}

// add adds a file, unless it is there already.
func (l *loadList) add(from input, parts ...loadPart) {
	if name := from.absolute(); !l.seen[name] {
		l.seen[name] = true
		for index := range parts {
			parts[index].name = l.ownName(parts[index].name)
		}
		l.files = append(l.files, loadFile{from, parts})
	}
}

// ownName returns a name that no other part has.
func (l *loadList) ownName(name string) string {
	own := name
	for number := 2; l.names[own]; number++ {
		own = name + " (" + strconv.Itoa(number) + ")"
	}
	l.names[own] = true
	return own
}

// tracedName is the path of a file as it was given, without where on the machine it
// lies.
func tracedName(given string) string {
	switch name := batch.SourcePath(given); name {
	case ".", "..", "/":
		return ""
	default:
		return name
	}
}

func (l *loadList) addFolder(root string) {
	traced := tracedName(root)
	takes := func(folder string) bool {
		if l.output != "" && (input{folder}).absolute() == l.output {
			return true
		}
		_, err := os.Stat(filepath.Join(folder, batch.ManifestName))
		if err == nil {
			l.addManifest(folder)
		}
		return err == nil
	}
	l.how = max(l.how, l.addFilesBelow(root, takes, func(from input) {
		below, err := filepath.Rel(root, from.name)
		if err != nil {
			below = filepath.Base(from.name)
		}
		l.add(from, loadPart{path.Join(traced, batch.SourcePath(below)), anyNumber})
	}))
}

// addManifest adds the files that a batch wrote into a folder.
func (l *loadList) addManifest(folder string) {
	from := input{filepath.Join(folder, batch.ManifestName)}
	entries, err := readManifest(from)
	if err != nil {
		l.fail(from, err)
		return
	}
	traced := tracedName(folder)
	var outputs []string
	parts := map[string][]loadPart{}
	lost := 0
	for index := range entries {
		entry := &entries[index]
		if entry.Status == batch.Failed {
			lost++
			continue
		}
		if parts[entry.Output] == nil {
			outputs = append(outputs, entry.Output)
		}
		parts[entry.Output] = append(parts[entry.Output], loadPart{path.Join(traced, entry.Name()), entry.Documents})
	}
	for _, output := range outputs {
		l.add(input{filepath.Join(folder, filepath.FromSlash(output))}, parts[output]...)
	}
	if lost > 0 {
		l.how = max(l.how, reported)
		l.reportLine(from, model.Position{}, model.SeverityError, plural(lost,
			l.say("1 input had failed and is missing here; the manifest says why"),
			l.say("%[1]s inputs had failed and are missing here; the manifest says why", strconv.Itoa(lost))))
	}
}

func readManifest(from input) ([]batch.Entry, error) {
	file, err := os.Open(from.name)
	if err != nil {
		return nil, &unreadableError{err}
	}
	defer func() { _ = file.Close() }() // It was read only.
	entries, err := batch.ReadManifest(file)
	if _, isPath := errors.AsType[*fs.PathError](err); isPath {
		return nil, &unreadableError{err}
	}
	return entries, err
}

// miscountError says that a file does not hold as many documents as its manifest says.
type miscountError struct{ found, expected int }

func (e *miscountError) Error() string {
	return fmt.Sprintf("%d documents, the manifest says %d", e.found, e.expected)
}

// wordManifestError words what is wrong with the output of a batch.
func (s *session) wordManifestError(err error) (at model.Position, text string, is bool) {
	if wrong, is := errors.AsType[*batch.ManifestError](err); is {
		at = model.Position{Line: int32(wrong.Line), Column: 1}
		if outside, is := errors.AsType[*batch.OutsideError](err); is {
			return at, s.say("the output %[1]s is not below this folder; run batch again", visible(outside.Output)), true
		}
		return at, s.say("not a line of a manifest that batch wrote; run batch again, or name the models themselves"), true
	}
	if miscount, is := errors.AsType[*miscountError](err); is {
		return at, s.say("found %[1]s documents, the manifest says %[2]s; run batch again",
			strconv.Itoa(miscount.found), strconv.Itoa(miscount.expected)), true
	}
	return at, "", false
}

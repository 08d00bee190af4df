package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"sheetconv/cmd/sheetconv/batch"
)

// checkedInputs turns the paths that check was given into files, each once, those
// of a folder in the order of their paths. What can't be had is told, and makes the
// outcome failed; the others remain.
func (s *session) checkedInputs(arguments []string) ([]input, outcome, error) {
	given, err := s.inputs(arguments)
	if err != nil {
		return nil, failed, err
	}
	var files []input
	how := done
	seen := map[string]bool{}
	add := func(from input) {
		if name := from.absolute(); !seen[name] {
			seen[name] = true
			files = append(files, from)
		}
	}
	for _, from := range given {
		if from.name == stdinName {
			add(from)
			continue
		}
		info, err := os.Stat(from.name)
		switch {
		case err != nil:
			how = max(how, s.reportInputError(from, &unreadableError{err}))
		case info.IsDir():
			how = max(how, s.addFilesBelow(from.name, func(string) bool { return false }, add))
		default:
			add(from)
		}
	}
	return files, how, nil
}

// addFilesBelow adds the files of a folder and of the folders in it. Hidden ones are
// left out, and so are links: what a link leads to is another tree's, or stands in
// this one under its own name. A folder that takes takes is not walked.
func (s *session) addFilesBelow(root string, takes func(folder string) bool, add func(input)) outcome {
	how, found := done, false
	// Reading stops at no error, so the walk has none of its own.
	_ = fs.WalkDir(os.DirFS(root), ".", func(path string, entry fs.DirEntry, err error) error {
		from := input{filepath.Join(root, filepath.FromSlash(path))}
		if err != nil {
			how = max(how, s.reportInputError(from, &unreadableError{err}))
			return nil
		}
		// What batch writes beside its models is none.
		isHidden := path != "." && strings.HasPrefix(entry.Name(), ".") || entry.Name() == batch.ManifestName
		switch {
		case isHidden && entry.IsDir():
			return fs.SkipDir
		case entry.IsDir() && takes(from.name):
			found = true
			return fs.SkipDir
		case !isHidden && entry.Type().IsRegular():
			found = true
			add(from)
		}
		return nil
	})
	if !found && how == done {
		s.tell(s.say("%[1]s: there are no files in it", visible(root)))
	}
	return how
}

// folder is where an input lies. The standard input counts as a file of the working
// directory.
func (i input) folder() string {
	if i.name == stdinName {
		return "."
	}
	return filepath.Dir(i.name)
}

// absolute is the one name of an input, however the user gave it.
func (i input) absolute() string {
	if i.name == stdinName {
		return stdinName
	}
	name, err := filepath.Abs(i.name)
	if err != nil {
		return filepath.Clean(i.name)
	}
	return name
}

// path is the input's name for reports that other programs read: the same on every
// system.
func (i input) path() string {
	if i.name == stdinName {
		return stdinShown
	}
	return strings.ToValidUTF8(filepath.ToSlash(filepath.Clean(i.name)), "\uFFFD")
}

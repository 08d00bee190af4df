package batch

import (
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
)

// sources are what the run was given, ready to be walked more than once.
type sources struct {
	folders []string // directories
	files   []named  // files and ZIPs that were named themselves, in the order of their paths
	skip    fs.FileInfo
	choose  *filter
	limits  Limits
	part    part
}

// named is a file by the name that it was given under, and its path.
type named struct{ given, path string }

// newSources tells directories from files. What is not there is left to the walk,
// which gives each its own failure.
func newSources(names []string, output string, choose *filter, limits Limits, part part) *sources {
	s := &sources{choose: choose, limits: limits, part: part}
	s.skip, _ = os.Stat(output) // Of a folder that is not there yet nothing is skipped.
	for _, name := range names {
		if info, err := os.Stat(name); err == nil && info.IsDir() {
			s.folders = append(s.folders, name)
		} else {
			s.files = append(s.files, named{name, sourcePath(name)})
		}
	}
	slices.SortStableFunc(s.files, func(a, b named) int {
		return key{path: a.path}.compare(key{path: b.path})
	})
	return s
}

// all yields every input in the order of their keys. Two of one key come one after
// the other.
func (s *sources) all() iter.Seq[input] {
	streams := []iter.Seq[input]{s.namedFiles}
	for _, name := range s.folders {
		streams = append(streams, s.below(name))
	}
	merged := streams[0]
	if len(streams) > 1 {
		merged = merge(streams)
	}
	return func(yield func(input) bool) {
		for one := range merged {
			if !s.part.has(one.key) {
				one.close()
			} else if !yield(one) {
				return
			}
		}
	}
}

func (s *sources) below(name string) iter.Seq[input] {
	return func(yield func(input) bool) {
		root, err := os.OpenRoot(name)
		if err != nil {
			yield(faulty(key{path: sourcePath(name)}, err))
			return
		}
		// Inputs in flight open files below it later.
		held := newHold(root)
		defer held.release()
		walker := &folder{root: root, skip: s.skip, choose: s.choose, archive: s.members}
		walker.walk("", "", func(one input) bool { return yield(held.keep(one)) })
	}
}

func (s *sources) namedFiles(yield func(input) bool) {
	for _, file := range s.files {
		if !s.namedFile(file, yield) {
			return
		}
	}
}

func (s *sources) namedFile(file named, yield func(input) bool) bool {
	isZIP := isArchive(file.path)
	if !isZIP && !s.choose.takes(file.path) || isZIP && s.choose.drops(file.path) {
		return true
	}
	info, err := os.Stat(file.given)
	if err == nil && !info.Mode().IsRegular() {
		err = ErrNotRegular
	}
	if err == nil && !filepath.IsLocal(filepath.FromSlash(file.path)) {
		err = ErrUnsafeName
	}
	if err != nil {
		return yield(faulty(key{path: file.path}, err))
	}
	open := func() (*os.File, error) { return os.Open(file.given) }
	if isZIP {
		return s.members(open, file.path, yield)
	}
	return yield(input{key: key{path: file.path}, size: info.Size(), open: func() (fs.File, error) { return open() }})
}

// merge yields the inputs of several ordered streams in one order.
func merge(streams []iter.Seq[input]) iter.Seq[input] {
	return func(yield func(input) bool) {
		heads := make([]head, 0, len(streams))
		for _, stream := range streams {
			next, stop := iter.Pull(stream)
			defer stop()
			heads = append(heads, head{next: next})
		}
		for index := range heads {
			heads[index].advance()
		}
		for {
			least := -1
			for index := range heads {
				if heads[index].there && (least < 0 || heads[index].first.compare(heads[least].first.key) < 0) {
					least = index
				}
			}
			if least < 0 {
				return
			}
			one := heads[least].first
			heads[least].advance()
			if !yield(one) {
				closeAll(heads)
				return
			}
		}
	}
}

// head is the next input of a stream.
type head struct {
	first input
	there bool
	next  func() (input, bool)
}

func (h *head) advance() { h.first, h.there = h.next() }

func closeAll(heads []head) {
	for index := range heads {
		if heads[index].there {
			heads[index].first.close()
		}
	}
}

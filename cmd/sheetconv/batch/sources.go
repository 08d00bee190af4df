package batch

import (
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// sources are what the run was given, ready to be walked more than once.
type sources struct {
	folders []string // directories
	files   *sorter  // files and ZIPs that were named themselves: their path, and their name as it was given
	skip    fs.FileInfo
	choose  *filter
	limits  Limits
	part    part
	// temporary makes files for what does not fit into memory.
	temporary func() (*os.File, error)
}

func (s *sources) newSorter() *sorter { return &sorter{temporary: s.temporary, limit: recordsHeld} }

// newSources tells directories from files. What is not there is left to the walk,
// which gives each its own failure.
func newSources(options *Options, space *workspace) (*sources, error) {
	choose, err := newFilter(options.Include, options.Exclude)
	if err != nil {
		return nil, err
	}
	share, err := parsePart(options.Share)
	if err != nil {
		return nil, err
	}
	s := &sources{choose: choose, limits: options.Limits, part: share, temporary: space.temporary}
	if s.skip, err = space.root.Stat("."); err != nil {
		return nil, err
	}
	s.files = s.newSorter()
	for _, names := range []iter.Seq2[string, error]{eachOf(options.Sources), options.More} {
		if names == nil {
			continue
		}
		for name, err := range names {
			if err != nil {
				s.files.close()
				return nil, err
			}
			if err := s.add(name); err != nil {
				s.files.close()
				return nil, err
			}
		}
	}
	return s, nil
}

// add takes a source. The output folder is refused: what is read must not be written.
func (s *sources) add(name string) error {
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		if os.SameFile(info, s.skip) {
			return ErrOutputIsSource
		}
		s.folders = append(s.folders, name)
		return nil
	}
	s.files.add(record{key: SourcePath(name), data: name})
	return nil
}

func eachOf(names []string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		for _, name := range names {
			if !yield(name, nil) {
				return
			}
		}
	}
}

// all yields every input in the order of their keys. Two of one key come one after
// the other.
func (s *sources) all() iter.Seq[input] {
	var streams []iter.Seq[input]
	if !s.files.isEmpty() {
		streams = append(streams, s.namedFiles)
	}
	for _, name := range s.folders {
		streams = append(streams, s.below(name))
	}
	merged := merge(streams)
	if len(streams) == 1 {
		merged = streams[0]
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
		source := strings.TrimSuffix(filepath.ToSlash(name), "/") + "/"
		root, err := os.OpenRoot(name)
		if err != nil {
			yield(lost(key{path: SourcePath(name)}, err))
			return
		}
		// Inputs in flight open files below it later.
		held := newHold(root)
		defer held.release()
		walker := &folder{root: root, skip: s.skip, choose: s.choose, archive: s.members, newSorter: s.newSorter}
		walker.walk("", "", func(one input) bool {
			one.source = source
			return yield(held.keep(one))
		})
	}
}

func (s *sources) namedFiles(yield func(input) bool) {
	for file := range s.files.sorted() {
		whole := s.namedFile(file.data, file.key, func(one input) bool {
			one.source = file.data
			return yield(one)
		})
		if !whole {
			return
		}
	}
}

func (s *sources) namedFile(given, at string, yield func(input) bool) bool {
	isZIP := isArchive(at)
	if !isZIP && !s.choose.takes(at) || isZIP && s.choose.drops(at) {
		return true
	}
	info, err := os.Stat(given)
	if err != nil {
		return yield(lost(key{path: at}, err)) // It may have been a folder.
	}
	if !info.Mode().IsRegular() {
		err = ErrNotRegular
	}
	if !filepath.IsLocal(filepath.FromSlash(at)) {
		err = ErrUnsafeName
	}
	if err != nil {
		return yield(faulty(key{path: at}, err))
	}
	open := func() (*os.File, error) { return os.Open(given) }
	if isZIP {
		return s.members(open, at, yield)
	}
	return yield(input{key: key{path: at}, size: info.Size(), open: func() (fs.File, error) { return open() }})
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

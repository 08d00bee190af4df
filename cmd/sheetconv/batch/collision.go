package batch

import (
	"context"
	"fmt"
	"hash/maphash"
	"iter"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// CollisionError says that two inputs, which are named as they were given, would write
// one output, or that one needs a folder where the other writes a file. Output is empty
// where it is in parts, and the inputs have one name. Nothing was written yet.
type CollisionError struct{ First, Second, Output string }

func (e *CollisionError) Error() string {
	return fmt.Sprintf("%s and %s would both write %s", e.First, e.Second, e.Output)
}

// survey is what a first look at all inputs tells.
type survey struct {
	inputs    int
	bytes     int64
	lineBytes int64 // that the manifest's lines take, about
	lacks     bool  // a source that can't be looked into
	// taken holds what will be written: 8 bytes an output, however long its name.
	taken *nameSet
}

// nameSet is a set of paths in little memory. Two paths may be taken for one, once
// in a great many runs, so its answer is to be looked into.
type nameSet struct {
	seed    maphash.Seed
	same    func(string) string // what the file system takes for one name
	files   map[uint64]struct{}
	folders map[uint64]struct{}
}

func newNameSet(same func(string) string) *nameSet {
	return &nameSet{maphash.MakeSeed(), same, map[uint64]struct{}{}, map[uint64]struct{}{}}
}

func (n *nameSet) hash(name string) uint64 { return maphash.String(n.seed, n.same(name)) }

// add notes a file, and reports whether it may clash with one before it.
func (n *nameSet) add(name string) (clash bool) {
	own := n.hash(name)
	_, isFile := n.files[own]
	_, isFolder := n.folders[own]
	clash = isFile || isFolder
	n.files[own] = struct{}{}
	for index := strings.LastIndexByte(name, '/'); index > 0; index = strings.LastIndexByte(name[:index], '/') {
		folder := n.hash(name[:index])
		if _, known := n.folders[folder]; known {
			break
		}
		n.folders[folder] = struct{}{}
		if _, isFile := n.files[folder]; isFile {
			clash = true
		}
	}
	return clash
}

// has reports whether a file was added.
func (n *nameSet) has(name string) bool {
	_, is := n.files[n.hash(name)]
	return is
}

// manifestLine is about how long a line of the manifest is besides its names.
const manifestLine = 420

// look walks all inputs once, reads none, and refuses two outputs of one name.
// Where there is one file for each input, ending is what its name gets.
func look(ctx context.Context, all func() iter.Seq[input], ending string, same func(string) string) (*survey, error) {
	found := &survey{taken: newNameSet(same)}
	for _, name := range reserved {
		found.taken.add(name)
	}
	for one := range all() {
		one.close()
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		found.inputs++
		found.bytes += one.size
		found.lacks = found.lacks || one.isLost
		found.lineBytes += int64(manifestLine + 2*len(one.path) + 2*len(one.member))
		if one.fault != nil || !found.taken.add(one.String()+ending) {
			continue
		}
		if err := clashWith(all, one, ending, same); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// partEnding ends keys where there are parts and no names of files: it makes no key
// the folder of another, because no name of a folder ends with a NUL.
const partEnding = "\x00"

// reserved are the names that outputs can't have.
var reserved = []string{ManifestName, privateName}

// clashWith finds the earlier input that an input clashes with.
func clashWith(all func() iter.Seq[input], second input, ending string, same func(string) string) error {
	own := same(second.String() + ending)
	for _, taken := range reserved {
		if areOne(same(taken), own) {
			return &CollisionError{taken, second.origin(), taken}
		}
	}
	output := func(of input) string {
		if ending == partEnding {
			return ""
		}
		return of.String() + ending
	}
	var twin *input // which has the very name, and may be the second one itself
	for one := range all() {
		one.close()
		switch {
		case one.key == second.key && twin == nil:
			twin = &one
		case one.key == second.key:
			return &CollisionError{twin.origin(), one.origin(), output(one)}
		case one.fault == nil && areOne(same(one.String()+ending), own):
			return &CollisionError{one.origin(), second.origin(), output(one)}
		}
	}
	return nil
}

// areOne reports whether two paths can't both be files.
func areOne(a, b string) bool {
	return a == b || strings.HasPrefix(a, b+"/") || strings.HasPrefix(b, a+"/")
}

// sameName returns what a file system takes for one name: the very bytes, or less.
func sameName(foldsCase, composes bool) func(string) string {
	fold := cases.Fold()
	return func(name string) string {
		if foldsCase {
			name = fold.String(name)
		}
		if composes {
			name = norm.NFC.String(name)
		}
		return name
	}
}

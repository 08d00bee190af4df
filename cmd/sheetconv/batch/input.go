package batch

import (
	"cmp"
	"errors"
	"io/fs"
	"strings"
)

// key names an input for good: by it inputs are ordered, and found again in the
// manifest of an earlier run.
type key struct {
	path   string // below its source, with slashes, valid UTF-8
	member string // inside a ZIP; empty otherwise
}

func (k key) compare(other key) int {
	return cmp.Or(strings.Compare(k.path, other.path), strings.Compare(k.member, other.member))
}

// String is the key as one path, which is also where the output goes, less its
// ending.
func (k key) String() string {
	if k.member == "" {
		return k.path
	}
	return k.path + "/" + k.member
}

// base is the last name of the path, for the document's source.
func (k key) base() string {
	whole := k.String()
	return whole[strings.LastIndexByte(whole, '/')+1:]
}

// input is one thing to convert: a file, a ZIP's member, or something that can't
// be looked into and still is to be accounted for.
type input struct {
	key
	size    int64  // in bytes, as far as it is known before reading
	fault   error  // why it can't be read
	source  string // as it was given; with a slash behind it if it is a folder
	isLost  bool   // it is a source that can't be looked into: what it holds has names unknown
	open    func() (fs.File, error)
	release func() // lets go of the ZIP that it is in; may be nil
}

// origin is where the input lies, for a person who looks for it: its source as it was
// given, and its way from there.
func (i *input) origin() string {
	switch {
	case strings.HasSuffix(i.source, "/"):
		return i.source + i.String()
	case i.member != "":
		return i.source + "/" + i.member
	}
	return i.source
}

func (i *input) close() {
	if i.release != nil {
		i.release()
	}
}

// faulty is an input of which nothing but its name and its fault is known.
func faulty(of key, fault error) input { return input{key: of, fault: fault} }

// lost is a source that can't be looked into.
func lost(of key, fault error) input { return input{key: of, fault: fault, isLost: true} }

// The reasons for which an input is not read, beyond those of the system and the
// parser.
var (
	ErrNotRegular  = errors.New("is no regular file")
	ErrLinkOut     = errors.New("is a symbolic link that leads out of the folder")
	ErrChanged     = errors.New("changed while it was read")
	ErrUnsafeName  = errors.New("its name leads out of the output folder")
	ErrUnknownName = errors.New("its name is in no known encoding")
	ErrMemberLink  = errors.New("is a symbolic link in a ZIP")
	ErrBadZIP      = errors.New("is no ZIP file, or a part of one is missing")
	ErrDamaged     = errors.New("is damaged in the ZIP")
	ErrEncrypted   = errors.New("is encrypted")
	ErrMethod      = errors.New("is compressed by a method that is not supported")
	ErrManyMembers = errors.New("the ZIP has too many members")
	ErrRatio       = errors.New("grows too much when it is unpacked")
	ErrOverlap     = errors.New("the ZIP's members overlap")
)

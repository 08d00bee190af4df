package batch

import (
	"archive/zip"
	"cmp"
	"encoding/binary"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"unicode/utf8"
)

// Limits keep what claims to be an archive from filling memory and time.
type Limits struct {
	Bytes   int64 // of one input
	Members int   // of one ZIP
	Ratio   int64 // of a member's size to its compressed one, for members over a MiB
}

// smallMember is how large a member may grow at any ratio: a page of blanks
// compresses well and harms nobody.
const smallMember = 1 << 20

// What the ZIP format calls these (APPNOTE 4.4.4, 4.6.9).
const (
	flagEncrypted    = 1 << 0
	extraUnicodePath = 0x7075
)

// members yields the members of a ZIP in the order of their names, or one faulty
// input for a ZIP of which nothing can be read.
func (s *sources) members(open func() (*os.File, error), at string, yield func(input) bool) bool {
	file, err := open()
	if err != nil {
		return yield(faulty(key{path: at}, err))
	}
	held := newHold(file)
	defer held.release()
	files, fault := s.directory(file)
	if fault != nil {
		return yield(faulty(key{path: at}, fault))
	}
	for _, member := range files {
		one := s.memberInput(at, member)
		if isSettings(member.name) || !s.choose.takes(one.String()) {
			continue
		}
		if !yield(held.keep(one)) {
			return false
		}
	}
	return true
}

// member is a file of a ZIP under the name that it goes by.
type member struct {
	*zip.File
	name  string
	fault error
}

// directory reads a ZIP's list of members, without the folders, in the order of
// their names; or says why the whole ZIP is not read.
func (s *sources) directory(file *os.File) ([]member, error) {
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	reader, err := zip.NewReader(file, info.Size())
	if err != nil && err != zip.ErrInsecurePath {
		return nil, ErrBadZIP
	}
	if len(reader.File) > s.limits.Members {
		return nil, ErrManyMembers
	}
	var members []member
	packed, encrypted := uint64(0), 0
	for _, one := range reader.File {
		packed += one.CompressedSize64
		name, fault := nameOf(one)
		if one.Mode().IsDir() || strings.HasSuffix(name, "/") {
			continue
		}
		if one.Flags&flagEncrypted != 0 {
			encrypted++
		}
		members = append(members, member{one, name, fault})
	}
	switch {
	case packed > uint64(info.Size()):
		// Members that share their bytes are how small files grow without end.
		return nil, ErrOverlap
	case encrypted > 0 && encrypted == len(members):
		return nil, ErrEncrypted
	}
	slices.SortStableFunc(members, func(a, b member) int { return cmp.Compare(a.name, b.name) })
	return members, nil
}

// nameOf decodes a member's name. What says that it is UTF-8 is believed, then a
// look at the bytes.
func nameOf(file *zip.File) (name string, fault error) {
	raw := file.Name
	if unicode, has := unicodePath(file); has {
		raw = unicode
	}
	decoded, known := decodeName(raw)
	if !known {
		return decoded, ErrUnknownName // Its backslashes are escapes, and part nothing.
	}
	name, safe := memberName(decoded)
	switch {
	case strings.HasSuffix(decoded, "/") || strings.HasSuffix(decoded, `\`):
		return name + "/", nil
	case !safe:
		return name, ErrUnsafeName
	}
	return name, nil
}

// unicodePath returns the name that Info-ZIP stores beside one in an old encoding.
// It holds as long as the checksum says that it belongs to that name.
func unicodePath(file *zip.File) (string, bool) {
	extra := file.Extra
	for len(extra) >= 4 {
		tag, size := binary.LittleEndian.Uint16(extra), int(binary.LittleEndian.Uint16(extra[2:]))
		extra = extra[4:]
		if size > len(extra) {
			return "", false
		}
		field := extra[:size]
		extra = extra[size:]
		if tag != extraUnicodePath || size < 5 || field[0] != 1 {
			continue
		}
		name := string(field[5:])
		return name, binary.LittleEndian.Uint32(field[1:]) == crc32.ChecksumIEEE([]byte(file.Name)) && utf8.ValidString(name)
	}
	return "", false
}

func (s *sources) memberInput(at string, from member) input {
	of := key{path: at, member: from.name}
	fault := from.fault
	size := from.UncompressedSize64
	switch {
	case fault != nil:
	case from.Mode()&fs.ModeSymlink != 0:
		fault = ErrMemberLink
	case !from.Mode().IsRegular():
		fault = ErrNotRegular
	case from.Flags&flagEncrypted != 0:
		fault = ErrEncrypted
	case from.Method != zip.Store && from.Method != zip.Deflate:
		fault = ErrMethod
	case size > smallMember && size/uint64(s.limits.Ratio) > from.CompressedSize64:
		fault = ErrRatio
	}
	if fault != nil {
		return faulty(of, fault)
	}
	return input{key: of, size: int64(min(size, 1<<62)), open: func() (fs.File, error) {
		content, err := from.Open()
		if err != nil {
			return nil, ErrDamaged
		}
		return &memberFile{content, from.FileInfo()}, nil
	}}
}

// memberFile reads a member as a file.
type memberFile struct {
	io.ReadCloser
	info fs.FileInfo
}

func (m *memberFile) Stat() (fs.FileInfo, error) { return m.info, nil }

// Read names damage that the checksum or the compression shows.
func (m *memberFile) Read(into []byte) (int, error) {
	count, err := m.ReadCloser.Read(into)
	if err != nil && err != io.EOF {
		err = ErrDamaged
	}
	return count, err
}

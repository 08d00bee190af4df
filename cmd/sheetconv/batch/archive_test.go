package batch

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/japanese"

	"sheetconv/parser"
)

// packed is a member of a ZIP for tests.
type packed struct {
	name, text string
	change     func(*zip.FileHeader)
}

func pack(t *testing.T, members ...packed) []byte {
	t.Helper()
	var buffer bytes.Buffer
	writer := zip.NewWriter(&buffer)
	for _, member := range members {
		header := &zip.FileHeader{Name: member.name, Method: zip.Deflate}
		if member.change != nil {
			member.change(header)
		}
		into, err := writer.CreateHeader(header)
		if err == nil && !strings.HasSuffix(member.name, "/") {
			_, err = into.Write([]byte(member.text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	return buffer.Bytes()
}

func cp932(t *testing.T, text string) string {
	t.Helper()
	encoded, err := japanese.ShiftJIS.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return encoded
}

func nonUTF8(header *zip.FileHeader) { header.NonUTF8 = true }

func TestNamesInZIPs(t *testing.T) {
	w := newWorld(t)
	w.write("文書/令和3年度.ZIP", string(pack(t,
		packed{"b.txt", "b", nil},
		packed{cp932(t, "予算/表.txt"), "one", nonUTF8},
		packed{cp932(t, `様式\①髙.txt`), "two", nonUTF8},
		packed{"評価/", "", nil},
		packed{"評価/が.txt", "three", nil},
		packed{"no-flag/評価.txt", "four", nonUTF8},
		packed{"old name.txt", "five", func(header *zip.FileHeader) {
			name := "新しい名前.txt"
			extra := binary.LittleEndian.AppendUint16(nil, extraUnicodePath)
			extra = binary.LittleEndian.AppendUint16(extra, uint16(5+len(name)))
			extra = binary.LittleEndian.AppendUint32(append(extra, 1), crc32.ChecksumIEEE([]byte(header.Name)))
			header.Extra = append(extra, name...)
		}},
	)))
	w.run(w.options("yaml"))
	const at = "文書/令和3年度.ZIP/"
	want := at + "b.txt ok\n" + at + "no-flag/評価.txt ok\n" + at + "予算/表.txt ok\n" +
		at + "新しい名前.txt ok\n" + at + "様式/①髙.txt ok\n" + at + "評価/が.txt ok\n"
	if got := w.accounts(); got != want {
		t.Errorf("the manifest says\n%s\nwant\n%s", got, want)
	}
	first := w.manifest()[0]
	if first.Path != "文書/令和3年度.ZIP" || first.Member != "b.txt" || first.Output != at+"b.txt.yaml" {
		t.Errorf("the entry is %+v", first)
	}
}

func TestNothingIsWrittenOutside(t *testing.T) {
	w := newWorld(t)
	var members []packed
	for _, name := range []string{
		"../up.txt", "a/../../up.txt", "/abs.txt", `..\up.txt`, `C:\drive.txt`, "c:drive.txt", `\\server\share.txt`, "nul\x00.txt",
		"\x80\xff.txt",
	} {
		members = append(members, packed{name, "evil", nonUTF8})
	}
	members = append(members,
		packed{"link.txt", "/etc/passwd", func(header *zip.FileHeader) { header.SetMode(fs.ModeSymlink | 0o777) }},
		packed{"pipe.txt", "", func(header *zip.FileHeader) { header.SetMode(fs.ModeNamedPipe | 0o666) }},
		packed{"a/./good.txt", "good", nil})
	w.write("z.zip", string(pack(t, members...)))
	report, _ := w.run(w.options("yaml"))
	if report.Failed != len(members)-1 || report.Inputs != len(members) {
		t.Errorf("%d of %d failed:\n%s", report.Failed, report.Inputs, w.accounts())
	}
	if got, want := names(tree(t, w.out)), []string{"manifest.jsonl", "z.zip/a/good.txt.yaml"}; !slices.Equal(got, want) {
		t.Errorf("the output holds %q, want %q", got, want)
	}
	// An escape is no path.
	if got := w.accounts(); !strings.Contains(got, `z.zip/\x80\xff.txt failed: `) {
		t.Errorf("the manifest says\n%s", got)
	}
	beside, err := os.ReadDir(filepath.Dir(w.out))
	if err != nil || len(beside) != 1 {
		t.Errorf("beside the output stand %v, %v", beside, err)
	}
	reasons := w.accounts()
	for _, reason := range []error{ErrUnsafeName, ErrMemberLink, ErrNotRegular, ErrUnknownName} {
		if !strings.Contains(reasons, reason.Error()) {
			t.Errorf("nothing failed because it %s:\n%s", reason, reasons)
		}
	}
}

// Each of these is one failed line, and all else is done.
func TestBadArchives(t *testing.T) {
	good := pack(t, packed{"a.txt", strings.Repeat("a sheet ", 1000), nil}, packed{"b.txt", "b", nil})
	encrypted := pack(t, packed{"a.txt", "a", nil}, packed{"b.txt", "b", nil})
	for _, signature := range []string{"PK\x03\x04", "PK\x01\x02"} {
		for at := 0; ; {
			next := bytes.Index(encrypted[at:], []byte(signature))
			if next < 0 {
				break
			}
			at += next + 4
			flags := at + 2
			if signature == "PK\x01\x02" {
				flags = at + 4
			}
			encrypted[flags] |= flagEncrypted
		}
	}
	damaged := bytes.Clone(good)
	damaged[40] ^= 0xff
	var many []packed
	for number := range 1001 {
		many = append(many, packed{strings.Repeat("x", number%50+1) + string(rune('a'+number/50)), "", nil})
	}
	overlapping := pack(t, packed{"a.txt", strings.Repeat("a", 100), func(header *zip.FileHeader) { header.Method = zip.Store }})
	directory := bytes.Index(overlapping, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(overlapping[directory+20:], 1<<20)

	for name, test := range map[string]struct {
		data   []byte
		reason error
		path   string
	}{
		"cut.zip":       {good[:len(good)/2], ErrBadZIP, "cut.zip"},
		"no.zip":        {[]byte("a sheet"), ErrBadZIP, "no.zip"},
		"empty.zip":     {nil, ErrBadZIP, "empty.zip"},
		"encrypted.zip": {encrypted, ErrEncrypted, "encrypted.zip"},
		"damaged.zip":   {damaged, ErrDamaged, "damaged.zip/a.txt"},
		"many.zip":      {pack(t, many...), ErrManyMembers, "many.zip"},
		"overlap.zip":   {overlapping, ErrOverlap, "overlap.zip"},
		"bomb.zip":      {pack(t, packed{"a", strings.Repeat("0", 1<<20+1), nil}), ErrRatio, "bomb.zip/a"},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.write(name, string(test.data))
			w.write("a good one.txt", "good")
			report, _ := w.run(w.options("yaml"))
			if report.Failed != 1 || !errors.Is(report.Failures[0].Fault, test.reason) || report.Failures[0].Name != test.path {
				t.Errorf("the account is\n%s", w.accounts())
			}
			if !strings.HasPrefix(w.accounts(), "a good one.txt ok\n") {
				t.Errorf("the good one is not done:\n%s", w.accounts())
			}
		})
	}
}

// Members that are larger than an input may be, or than they say; and one that is
// encrypted among others that are not.
func TestBadMembers(t *testing.T) {
	stored := func(header *zip.FileHeader) { header.Method = zip.Store }
	lying := pack(t, packed{"liar.txt", strings.Repeat("0123456789 sheet\n", 1<<17), nil})
	directory := bytes.Index(lying, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(lying[directory+24:], 10)
	mixed := pack(t, packed{"a.txt", "a", nil}, packed{"b.txt", "b", nil})
	mixed[bytes.Index(mixed, []byte("PK\x01\x02"))+8] |= flagEncrypted

	w := newWorld(t)
	w.write("large.zip", string(pack(t, packed{"large.txt", strings.Repeat("x", 1<<20+1), stored}, packed{"small.txt", "x", stored})))
	w.write("lying.zip", string(lying))
	w.write("mixed.zip", string(mixed))
	report, _ := w.run(w.options("yaml"))
	want := "large.zip/large.txt failed\nlarge.zip/small.txt ok\nlying.zip/liar.txt failed\nmixed.zip/a.txt failed\nmixed.zip/b.txt ok\n"
	var got strings.Builder
	for _, entry := range w.manifest() {
		got.WriteString(entry.key().String() + " " + string(entry.Status) + "\n")
	}
	if got.String() != want {
		t.Errorf("the manifest says\n%s\nwant\n%s", got.String(), want)
	}
	var large *parser.TooLargeError
	if len(report.Failures) != 3 || !errors.As(report.Failures[0].Fault, &large) || large.Limit != 1<<20 ||
		!errors.Is(report.Failures[1].Fault, ErrDamaged) || !errors.Is(report.Failures[2].Fault, ErrEncrypted) {
		t.Errorf("the failures are %+v", report.Failures)
	}
}

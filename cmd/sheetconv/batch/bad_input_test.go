package batch

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"golang.org/x/text/encoding/japanese"
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

// A folder of the output that is a link to somewhere else.
func TestOutputThroughALink(t *testing.T) {
	w := newWorld(t)
	w.write("a/x.txt", "x")
	w.write("b.txt", "b")
	elsewhere := t.TempDir()
	if err := errors.Join(os.Mkdir(w.out, 0o777), os.Symlink(elsewhere, filepath.Join(w.out, "a"))); err != nil {
		t.Skip(err)
	}
	report, _ := w.run(w.options("yaml"))
	if entries, _ := os.ReadDir(elsewhere); len(entries) != 0 {
		t.Errorf("written elsewhere: %v", entries)
	}
	if report.Failed != 1 || report.Failures[0].Name != "a/x.txt" {
		t.Errorf("the report is %+v", report)
	}
}

func TestCollisions(t *testing.T) {
	for name, set := range map[string]func(w *world) []string{
		"two folders": func(w *world) []string {
			w.write("1/x/a.txt", "a")
			w.write("2/x/a.txt", "b")
			return []string{"1", "2"}
		},
		"a folder twice": func(w *world) []string {
			w.write("1/a.txt", "a")
			return []string{"1", "1"}
		},
		"twice in a ZIP": func(w *world) []string {
			w.write("z.zip", string(pack(t, packed{"a.txt", "a", nil}, packed{"a.txt", "b", nil})))
			return []string{"."}
		},
		"two names in a ZIP that are one": func(w *world) []string {
			w.write("z.zip", string(pack(t, packed{"b/a.txt", "a", nil}, packed{`b\a.txt`, "b", nil})))
			return []string{"."}
		},
		"a folder in the place of a file": func(w *world) []string {
			w.write("a.txt", "a")
			w.write("a.txt.yaml/b.txt", "b")
			return []string{"."}
		},
		"a file in the place of a folder": func(w *world) []string {
			w.write("1/a/b.txt", "a")
			w.write("2/a/b.txt.yaml/c.txt", "b")
			return []string{"1", "2"}
		},
		"the manifest": func(w *world) []string {
			w.write("manifest.jsonl/a.txt", "a")
			return []string{"."}
		},
		"the private folder": func(w *world) []string {
			w.write(".sheetconv/a.txt", "a")
			return []string{"."}
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.write("0/other.txt", "x")
			options := w.options("yaml")
			options.Sources = nil
			for _, source := range set(w) {
				options.Sources = append(options.Sources, filepath.Join(w.in, source))
			}
			var collision *CollisionError
			if _, err := Run(context.Background(), options); !errors.As(err, &collision) {
				t.Errorf("the error is %v", err)
			}
			if _, err := os.Stat(w.out); err == nil {
				t.Errorf("something was written: %q", names(tree(t, w.out)))
			}
		})
	}
}

// Where the file system takes two names for one, they collide.
func TestNamesThatAreOne(t *testing.T) {
	w := newWorld(t)
	w.write("z.zip", string(pack(t,
		packed{"A.txt", "a", nil}, packed{"a.TXT", "b", nil}, packed{"が.txt", "c", nil}, packed{"か\u3099.txt", "d", nil})))
	space, err := openWorkspace(w.out)
	if err != nil {
		t.Fatal(err)
	}
	defer space.close()
	options := w.options("yaml")
	sources, err := newSources(&options, space)
	if err != nil {
		t.Fatal(err)
	}
	all := sources.all
	for _, test := range []struct {
		folds, composes, fails bool
	}{{false, false, false}, {true, false, true}, {false, true, true}} {
		_, err := look(context.Background(), all, ".yaml", sameName(test.folds, test.composes))
		var collision *CollisionError
		if errors.As(err, &collision) != test.fails {
			t.Errorf("%+v: %v", test, err)
		}
	}
}

// Each of these is one failed line, and all else is done.
func TestBadInputs(t *testing.T) {
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

func TestInputsThatAreNoFiles(t *testing.T) {
	w := newWorld(t)
	w.write("good.txt", "good")
	w.write("folder/inner.txt", "inner")
	outside := filepath.Join(t.TempDir(), "secret.txt")
	err := errors.Join(os.WriteFile(outside, []byte("secret"), 0o666),
		os.Symlink(outside, filepath.Join(w.in, "out.txt")),
		os.Symlink(filepath.Dir(outside), filepath.Join(w.in, "outer")),
		os.Symlink("../../../../../../etc/hostname", filepath.Join(w.in, "up.txt")),
		os.Symlink("good.txt", filepath.Join(w.in, "inside.txt")),
		os.Symlink("nothing", filepath.Join(w.in, "dangling.txt")),
		os.Symlink(".", filepath.Join(w.in, "loop")),
		os.Symlink("self", filepath.Join(w.in, "self")))
	if err != nil {
		t.Skip(err)
	}
	options := w.options("yaml")
	options.Sources = append(options.Sources, filepath.Join(w.in, "missing"))
	options.Reason = func(err error) string {
		if errors.Is(err, fs.ErrNotExist) {
			return "missing"
		}
		return err.Error()
	}
	w.run(options)
	want := "dangling.txt failed: missing\nfolder/inner.txt ok\ngood.txt ok\ninside.txt ok\nmissing failed: missing\n" +
		"out.txt failed: " + ErrLinkOut.Error() + "\nouter failed: " + ErrLinkOut.Error() + "\n" +
		"self failed: " + ErrLinkOut.Error() + "\nup.txt failed: " + ErrLinkOut.Error() + "\n"
	if got := w.accounts(); got != want {
		t.Errorf("the manifest says\n%s\nwant\n%s", got, want)
	}
}

func TestNamesThatAreTooLong(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("other limits")
	}
	w := newWorld(t)
	w.write(strings.Repeat("あ", 84)+".t", "254 bytes; five more are too many")
	w.write("z.zip", string(pack(t, packed{strings.Repeat("長", 100) + ".txt", "x", nil})))
	w.write("good.txt", "good")
	report, _ := w.run(w.options("yaml"))
	if report.Failed != 2 || report.Inputs != 3 {
		t.Errorf("the account is\n%s", w.accounts())
	}
	// In parts there are no names to hold.
	if report, _ = w.run(w.options("jsonl")); report.Failed != 0 {
		t.Errorf("the account is\n%s", w.accounts())
	}
}

// changing is a file that somebody writes to while it is read.
type changing struct {
	*strings.Reader
	size int64
	time time.Time
	next fs.FileInfo
}

func (c *changing) Close() error { return nil }
func (c *changing) Stat() (fs.FileInfo, error) {
	info := fileInfo{size: c.size, time: c.time}
	c.size, c.time = c.next.Size(), c.next.ModTime()
	return info, nil
}

type fileInfo struct {
	fs.FileInfo
	size int64
	time time.Time
}

func (f fileInfo) Size() int64        { return f.size }
func (f fileInfo) ModTime() time.Time { return f.time }

func TestInputsThatChangeWhileTheyAreRead(t *testing.T) {
	then := time.Unix(1000, 0)
	for _, test := range []struct {
		before, after fileInfo
		want          error
	}{
		{fileInfo{size: 5, time: then}, fileInfo{size: 5, time: then}, nil},
		{fileInfo{size: 5, time: then}, fileInfo{size: 5, time: then.Add(1)}, ErrChanged},
		{fileInfo{size: 3, time: then}, fileInfo{size: 5, time: then}, ErrChanged},
		{fileInfo{size: 5, time: then}, fileInfo{size: 9, time: then}, ErrChanged},
		{fileInfo{size: 9, time: then}, fileInfo{size: 9, time: then}, ErrChanged},
	} {
		one := input{open: func() (fs.File, error) {
			return &changing{strings.NewReader("sheet"), test.before.size, test.before.time, test.after}, nil
		}}
		var into bytes.Buffer
		if err := one.read(&into, 100); !errors.Is(err, test.want) {
			t.Errorf("%+v: %v", test, err)
		}
	}
}

func TestRunsKeepOut(t *testing.T) {
	w := newWorld(t)
	w.write("a.txt", "a")
	space, err := openWorkspace(w.out)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Run(context.Background(), w.options("yaml")); !errors.Is(err, ErrBusy) {
		t.Errorf("a second run: %v", err)
	}
	space.close()
	w.run(w.options("yaml"))
	options := w.options("yaml")
	options.Sources = []string{w.out}
	if _, err := Run(context.Background(), options); !errors.Is(err, ErrOutputIsSource) {
		t.Errorf("the output as a source: %v", err)
	}
	// An output inside a source is left out of it.
	w.out = filepath.Join(w.in, "out")
	w.run(w.options("yaml"))
	w.run(w.options("yaml"))
	if got := w.accounts(); got != "a.txt ok\n" {
		t.Errorf("the manifest says\n%s", got)
	}
}

func TestNames(t *testing.T) {
	broken := errors.New("broken")
	for _, test := range []struct {
		from io.Reader
		nul  bool
		want []string
		err  error
	}{
		{strings.NewReader("a\nb c\r\n\n表.txt"), false, []string{"a", "b c", "表.txt"}, nil},
		{strings.NewReader("a\nb\x00c\r\x00\x00"), true, []string{"a\nb", "c\r"}, nil},
		{strings.NewReader(""), false, nil, nil},
		{iotest.ErrReader(broken), false, nil, broken},
	} {
		var got []string
		var failure error
		for name, err := range Names(test.from, test.nul) {
			if failure = err; err == nil {
				got = append(got, name)
			}
		}
		if !errors.Is(failure, test.err) || !slices.Equal(got, test.want) {
			t.Errorf("%q, %v, want %q, %v", got, failure, test.want, test.err)
		}
	}
}

func TestPathsOfNamedFiles(t *testing.T) {
	for given, want := range map[string]string{
		"a/b.txt": "a/b.txt", "./a//b.txt": "a/b.txt", "../x/b.txt": "x/b.txt", "../../b.txt": "b.txt", "a/../b.txt": "b.txt",
		"/abs/dir/b.txt": "b.txt", "\x95\x5c.txt": "表.txt",
	} {
		if got := sourcePath(given); got != want {
			t.Errorf("%q: %q, want %q", given, got, want)
		}
	}
}

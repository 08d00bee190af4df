package batch

import (
	"bytes"
	"errors"
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
)

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
		{strings.NewReader("\uFEFFa.txt\r\nb.txt\r\n"), false, []string{"a.txt", "b.txt"}, nil},
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
		if got := SourcePath(given); got != want {
			t.Errorf("%q: %q, want %q", given, got, want)
		}
	}
}

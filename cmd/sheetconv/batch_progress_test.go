package main

import (
	"bytes"
	"regexp"
	"sync"
	"testing"
	"time"

	"sheetconv/cmd/sheetconv/batch"
)

// lines collects what is written by several at once.
type lines struct {
	lock sync.Mutex
	text bytes.Buffer
}

func (l *lines) Write(data []byte) (int, error) {
	l.lock.Lock()
	defer l.lock.Unlock()
	return l.text.Write(data)
}

func (l *lines) count() int {
	l.lock.Lock()
	defer l.lock.Unlock()
	return bytes.Count(l.text.Bytes(), []byte("\n"))
}

// Lines come in time, not only when an input is done, and one at the end.
func TestLinesOfProgress(t *testing.T) {
	for language, form := range map[string]string{
		english:  `^(3 of 12 files, 2\.0 of 8\.0 MB, \d+\.\d MB/s, \d+\.\d s left, 1 failed\n){3,}$`,
		japanese: `^(12 ファイル中 3、8\.0 MB 中 2\.0 MB、毎秒 \d+\.\d MB、残り \d+\.\d 秒、失敗 1 件\n){3,}$`,
	} {
		s, _, _ := testSession(map[string]string{"LANG": language})
		var into lines
		s.stderr = &into
		meter := s.newLineMeter(time.Millisecond)
		meter.update(batch.Progress{Inputs: 3, Planned: 12, Bytes: 2e6, PlannedBytes: 8e6, Failed: 1})
		for into.count() < 2 {
			time.Sleep(time.Millisecond)
		}
		meter.end()
		before := into.count()
		time.Sleep(5 * time.Millisecond)
		if text := into.text.String(); !regexp.MustCompile(form).MatchString(text) || into.count() != before {
			t.Errorf("%s: it wrote\n%s", language, text)
		}
	}
}

func TestWhichMeter(t *testing.T) {
	for _, test := range []struct {
		kind            string
		terminal, quiet bool
		isNone          bool
	}{
		{progressAuto, true, false, false}, {progressAuto, false, false, true}, {progressAuto, true, true, true},
		{progressPlain, false, false, false}, {progressPlain, false, true, true}, {progressNone, true, false, true},
	} {
		s, _, _ := testSession(nil)
		s.terminal.is, s.quiet = test.terminal, test.quiet
		meter := s.newMeter(test.kind)
		if _, isNone := meter.(noMeter); isNone != test.isNone {
			t.Errorf("%+v: %T", test, meter)
		}
		meter.end()
	}
}

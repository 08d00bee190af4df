package main

import (
	"strconv"
	"sync"
	"time"

	"github.com/cheggaaa/pb/v3"

	"sheetconv/cmd/sheetconv/batch"
)

// The values of --progress.
const (
	progressAuto  = "auto"
	progressPlain = "plain"
	progressNone  = "none"
)

// plainInterval is the time between two lines of --progress=plain.
const plainInterval = 5 * time.Second

// meter shows how far a batch is.
type meter interface {
	update(batch.Progress)
	end()
}

// newMeter chooses the meter that --progress asks for; auto shows a bar on a terminal
// and nothing elsewhere.
func (s *session) newMeter(kind string) meter {
	switch {
	case s.quiet || kind == progressNone:
		return noMeter{}
	case kind == progressPlain:
		return s.newLineMeter(plainInterval)
	case s.terminal.is:
		return &barMeter{session: s}
	default:
		return noMeter{}
	}
}

type noMeter struct{}

func (noMeter) update(batch.Progress) {}
func (noMeter) end()                  {}

// barMeter is a bar in the last line of a terminal.
type barMeter struct {
	session *session
	bar     *pb.ProgressBar
}

func (m *barMeter) update(progress batch.Progress) {
	if m.bar != nil {
		m.set(progress)
		return
	}
	terminal := m.session.terminal
	m.bar = pb.New64(progress.PlannedBytes).Set(pb.Bytes, true).Set(pb.SIBytesPrefix, true).
		Set(pb.Terminal, true).Set(pb.Color, terminal.colour).SetWriter(m.session.stderr).SetWidth(terminal.width).
		SetTemplateString(`{{string . "files"}} {{bar . }} {{counters . }} {{speed . }} {{rtime . "%s"}}{{string . "failed"}}`)
	m.set(progress)
	// The last bar is wiped away: the table that follows says more.
	m.bar.Set(pb.CleanOnFinish, true).Start().Write()
}

func (m *barMeter) set(progress batch.Progress) {
	m.bar.Set("files", m.session.wordFiles(progress))
	if progress.Failed > 0 {
		m.bar.Set("failed", m.session.say("; ")+m.session.say("%[1]s failed", strconv.Itoa(progress.Failed)))
	}
	m.bar.SetCurrent(progress.Bytes)
}

func (m *barMeter) end() {
	if m.bar != nil {
		m.bar.Finish()
	}
}

// lineMeter writes a line every few seconds, for logs.
type lineMeter struct {
	session *session
	started time.Time
	lock    sync.Mutex
	latest  batch.Progress
	known   bool
	over    chan struct{}
	stopped sync.WaitGroup
}

func (s *session) newLineMeter(interval time.Duration) *lineMeter {
	m := &lineMeter{session: s, started: time.Now(), over: make(chan struct{})}
	m.stopped.Go(func() {
		ticker := time.NewTicker(interval)
		defer ticker.Stop()
		for {
			select {
			case <-ticker.C:
				m.tell()
			case <-m.over:
				return
			}
		}
	})
	return m
}

func (m *lineMeter) update(progress batch.Progress) {
	m.lock.Lock()
	defer m.lock.Unlock()
	m.latest, m.known = progress, true
}

// tell writes how far the run is, at what rate, and how long the rest may take.
func (m *lineMeter) tell() {
	m.lock.Lock()
	latest, known := m.latest, m.known
	m.lock.Unlock()
	if !known {
		return
	}
	elapsed := time.Since(m.started).Seconds()
	left := "?"
	if latest.Bytes > 0 {
		left = seconds(elapsed * float64(max(0, latest.PlannedBytes-latest.Bytes)) / float64(latest.Bytes))
	}
	m.session.tell(m.session.say("%[1]s, %[2]s of %[3]s MB, %[4]s MB/s, %[5]s s left, %[6]s failed",
		m.session.wordFiles(latest), megabytes(latest.Bytes), megabytes(latest.PlannedBytes),
		strconv.FormatFloat(float64(latest.Bytes)/1e6/max(elapsed, 1e-9), 'f', 1, 64), left, strconv.Itoa(latest.Failed)))
}

func (m *lineMeter) end() {
	close(m.over)
	m.stopped.Wait()
	m.tell()
}

func (s *session) wordFiles(progress batch.Progress) string {
	return s.say("%[1]s of %[2]s files", strconv.Itoa(progress.Inputs), strconv.Itoa(progress.Planned))
}

func megabytes(bytes int64) string { return strconv.FormatFloat(float64(bytes)/1e6, 'f', 1, 64) }

func seconds(value float64) string { return strconv.FormatFloat(value, 'f', 1, 64) }

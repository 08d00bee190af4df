// Package batch converts an archive of sheets: folders, ZIP files and single files
// into models, with a manifest that accounts for every input.
//
// In go names of sources and an output folder; out come files in that folder and a
// report. Inputs are walked in the order of their paths, read, parsed and written by
// several jobs at once, and settled in that order again, so that outputs and manifest
// do not depend on the number of jobs. Memory is bounded by what is in flight, not by
// how many inputs there are. The package must not know flags, wording or terminals.
package batch

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"os"
	"time"

	"sheetconv/export"
	"sheetconv/model"
)

// Options say what to convert, and how.
type Options struct {
	// Sources are the names of folders, ZIP files and files.
	Sources []string
	// More yields further names, or why there are no more; it may be nil.
	More iter.Seq2[string, error]
	// Output is the folder to write to; it is made where it is not there.
	Output string
	// Include and Exclude are patterns of paths; no pattern includes all.
	Include, Exclude []string
	// Share is a share of the inputs such as 2/8; empty is all of them.
	Share string
	// Writer is the output format. One whose documents are lines goes to parts of at
	// least PartBytes, any other to a file for each input.
	Writer    export.Writer
	PartBytes int64
	Jobs      int
	Force     bool
	Prune     bool
	Limits    Limits
	// Settings stands for all that has a say in the documents besides the input.
	Settings string
	// Parse reads the documents of an input; name is the last of its path. It is
	// called by several jobs at once.
	Parse func(name string, data []byte) ([]*model.Document, error)
	// Reason words why an input failed, the same in every run.
	Reason func(error) string
	// Watch is told how far the run is, in one goroutine; it may be nil.
	Watch func(Progress)
}

// Progress is how far a run is.
type Progress struct {
	Inputs, Planned     int
	Bytes, PlannedBytes int64
	Failed              int
}

// runner is a run under way.
type runner struct {
	options Options
	space   *workspace
	sources *sources
	survey  *survey
	target  target
	journal *journal
	ledger  *ledger
	report  *Report
	spare   *buffers
	reading []bytes.Buffer // one for each job
	ahead   Progress
}

// Run converts the sources. Where the context ends, what is in flight is finished
// and the report says that the run was interrupted. An error says that the run could
// not be done; inputs that fail are no error.
func Run(ctx context.Context, options Options) (*Report, error) {
	started := time.Now()
	if err := refuseSource(options); err != nil {
		return nil, err
	}
	space, err := openWorkspace(options.Output)
	if err != nil {
		return nil, err
	}
	defer space.close()
	r := &runner{
		options: options, space: space, report: &Report{}, spare: &buffers{}, reading: make([]bytes.Buffer, options.Jobs),
	}
	if r.sources, err = newSources(&options, space); err != nil {
		return nil, err
	}
	defer r.sources.files.close()
	if err := r.prepare(ctx); err != nil {
		r.report.Interrupted = ctx.Err() != nil
		if r.report.Interrupted {
			return r.report, nil
		}
		return nil, err
	}
	err = r.run(ctx)
	r.report.Elapsed = time.Since(started)
	return r.report, err
}

// refuseSource refuses to write into a folder that is read.
func refuseSource(options Options) error {
	output, err := os.Stat(options.Output)
	if err != nil {
		return nil // It is not there yet.
	}
	for _, name := range options.Sources {
		if info, err := os.Stat(name); err == nil && os.SameFile(info, output) {
			return ErrOutputIsSource
		}
	}
	return nil
}

// inParts reports whether documents go to parts.
func (r *runner) inParts() bool { return r.options.Writer.Name == "jsonl" }

// prepare looks at all inputs, and writes nothing that would stay before they are
// known to be in order.
func (r *runner) prepare(ctx context.Context) error {
	same, err := r.space.sameName()
	if err != nil {
		return err
	}
	ending := "." + r.options.Writer.Name
	if r.inParts() {
		ending, same = partEnding, sameName(false, false)
	}
	if r.survey, err = look(ctx, r.sources.all, ending, same); err != nil {
		return err
	}
	r.report.Planned = r.survey.inputs
	r.ahead = Progress{Planned: r.survey.inputs, PlannedBytes: r.survey.bytes}
	r.watch()
	return r.space.recover()
}

// open makes all that is written to.
func (r *runner) open() (err error) {
	isPart := func(string) bool { return false }
	if r.inParts() {
		isPart = func(name string) bool { return partNumber(name) >= 0 }
		r.target, err = newParts(r.space, r.options.Writer, r.spare, r.options.PartBytes, r.options.Reason)
	} else {
		r.target = &files{r.space, r.options.Writer, r.spare}
	}
	if err != nil {
		return err
	}
	if r.journal, err = openJournal(r.space.root, journalName, r.survey.lineBytes); err != nil {
		return err
	}
	r.ledger, err = r.space.openLedger(r.options.Prune, r.survey, isPart, r.report)
	return err
}

// How much is in flight: inputs for each job, and bytes of inputs altogether.
const (
	windowPerJob = 8
	budget       = 16 << 20
)

func (r *runner) run(ctx context.Context) error {
	if err := r.open(); err != nil {
		return err
	}
	line := pipeline[task, *result]{
		jobs: r.options.Jobs, window: windowPerJob * r.options.Jobs, budget: budget,
		weight: func(one task) int64 { return one.size },
		work:   r.convert,
	}
	var failure error
	err := line.run(ctx, r.tasks(&failure), r.settle)
	if err = errors.Join(err, failure); err != nil {
		return errors.Join(err, r.ledger.close(), r.target.finish(false), r.journal.close())
	}
	r.report.Interrupted = ctx.Err() != nil && r.report.Inputs < r.report.Planned
	if r.report.Interrupted {
		return errors.Join(r.ledger.close(), r.target.finish(false), r.journal.close(), r.space.recover())
	}
	// The manifest last: what it names is there by then.
	err = errors.Join(r.target.finish(true), r.journal.close(), r.ledger.finish())
	if err != nil {
		return err
	}
	return errors.Join(r.space.root.Rename(journalName, ManifestName), r.space.dropParts())
}

// settle takes the results in the order of the inputs.
func (r *runner) settle(one *result) error {
	if err := r.target.settle(one); err != nil {
		return err
	}
	if err := r.journal.add(&one.entry); err != nil {
		return err
	}
	if err := r.ledger.account(&one.entry); err != nil {
		return err
	}
	r.report.add(one)
	r.ahead.Inputs, r.ahead.Bytes, r.ahead.Failed = r.report.Inputs, r.report.Bytes, r.report.Failed
	r.watch()
	return nil
}

func (r *runner) watch() {
	if r.options.Watch != nil {
		r.options.Watch(r.ahead)
	}
}

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"sheetconv/cmd/sheetconv/batch"
	"sheetconv/export"
	"sheetconv/model"
)

type batchFlags struct {
	readFlags
	to, output, form, filesFrom, share, report, progress string
	null, positions, force, prune                        bool
	include, exclude                                     []string
	jobs, members, ratio                                 int
	partSize                                             byteSize
}

// The limits of ZIP files, unless the flags say otherwise.
const (
	usualMembers  = 100_000
	usualRatio    = 200
	usualPartSize = 64 << 20
)

// mostJobs bounds --jobs: each holds memory, and more than there are cores gain
// nothing.
const mostJobs = 1024

func (s *session) newBatchCommand() *cobra.Command {
	options := &batchFlags{}
	command := &cobra.Command{
		Use:   "batch SOURCE… -o DIR",
		Short: s.say("Convert a whole archive: folders, ZIP files and files"),
		Long: s.say(`Convert a whole archive: folders, ZIP files and single files.

Each input is written to DIR at its relative path with the ending added;
with --to jsonl the documents of all go to numbered files (part-00000.jsonl).
DIR/manifest.jsonl accounts for every input in a line. One bad file never
stops the rest. Run again, it does only what is new or has changed, or goes
on where it was stopped.

The exit code is 1 if any input failed, and 130 or 143 if it was stopped.`),
		Example: s.say(`  # a folder and a ZIP, a model for each sheet
  sheetconv batch archive more.zip -o models

  # into a few large files, which is the fastest
  sheetconv batch archive --to jsonl -o models

  # the files that another command names
  find old -name '*.txt' -print0 | sheetconv batch --files-from - -0 -o models`),
		RunE: func(_ *cobra.Command, arguments []string) error { return s.batchAll(options, arguments) },
	}
	s.addBatchFlags(command, options)
	return command
}

func (s *session) addBatchFlags(command *cobra.Command, options *batchFlags) {
	flags := command.Flags()
	flags.StringVarP(&options.output, "output", "o", "", s.say("the folder `DIR` to write to"))
	s.addChoice(command, flags, &options.to, "to", export.Names(), s.say("the output format"))
	options.partSize = byteSize{bytes: usualPartSize, say: s.say}
	flags.Var(&options.partSize, "part-size", s.say("with --to jsonl, end a part when it has this size"))
	flags.IntVarP(&options.jobs, "jobs", "j", min(runtime.GOMAXPROCS(0), mostJobs), s.say("how many inputs to convert at once, `N`"))
	flags.Lookup("jobs").DefValue = s.say("one for each core")
	flags.StringVar(&options.filesFrom, "files-from", "", s.say("read names of sources from `FILE`, one a line; - is stdin"))
	flags.BoolVarP(&options.null, "null", "0", false, s.say("with --files-from, names end with a NUL"))
	flags.StringArrayVar(&options.include, "include", nil,
		s.say("convert only what matches `PATTERN`, such as *.txt or 2021/**; may be repeated"))
	flags.StringArrayVar(&options.exclude, "exclude", nil, s.say("leave out what matches `PATTERN`; may be repeated"))
	flags.StringVar(&options.share, "shard", "", s.say("convert only the share `I/N` of the inputs, such as 2/8"))
	flags.BoolVar(&options.force, "force", false, s.say("convert unchanged inputs again, too"))
	flags.BoolVar(&options.prune, "prune", false, s.say("remove the outputs of inputs that are no longer there"))
	s.addFormFlag(command, &options.form)
	flags.BoolVar(&options.positions, "positions", false, s.say("give every row its place in the input, as at: LINE:COLUMN"))
	s.addReadFlags(command, &options.readFlags)
	flags.IntVar(&options.members, "max-members", usualMembers, s.say("refuse ZIP files with more than `N` members"))
	flags.IntVar(&options.ratio, "max-ratio", usualRatio, s.say("refuse large ZIP members that grow more than `N` times"))
	flags.StringVar(&options.report, "report", "", s.say("write the closing account to `FILE`, as JSON"))
	s.addChoice(command, flags, &options.progress, "progress", []string{progressAuto, progressPlain, progressNone},
		s.say("show progress: a bar on a terminal (auto), or a line every few seconds (plain)"))
	_ = command.MarkFlagDirname("output")
}

func (s *session) batchAll(options *batchFlags, arguments []string) error {
	if err := s.checkBatch(options); err != nil {
		return err
	}
	names, err := s.openNames(options, arguments)
	if err != nil {
		return err
	}
	defer func() { _ = names.Close() }() // It was read only.
	account, err := s.openBatchReport(options, arguments)
	if err != nil {
		return err
	}
	if s.environment("GOGC") == "" {
		// Nearly all that an input takes is garbage when it is done: collecting less often
		// saves time, and as little as this lets the memory of many inputs grow to less
		// than half as much again as that of a few.
		defer debug.SetGCPercent(debug.SetGCPercent(150))
	}
	ctx, stop := stopOnSignal(func() {
		s.tell(s.say("stopping; what is in flight is finished (once more to stop at once)"))
	})
	defer stop.release()
	shown := s.newMeter(options.progress)
	configured := s.batchOptions(options, arguments)
	configured.More, configured.Watch = batch.Names(names, options.null), shown.update
	report, err := batch.Run(ctx, configured)
	shown.end()
	if err != nil {
		return s.wordBatchFailure(options, err)
	}
	s.closeBatch(report)
	if account != nil {
		if err := s.writeBatchReport(account, report); err != nil {
			return err
		}
	}
	return s.endOfBatch(report, stop)
}

// endOfBatch says what the exit code says.
func (s *session) endOfBatch(report *batch.Report, stop *stopper) error {
	if signal := stop.first.Load(); report.Interrupted && signal != nil {
		s.tell(s.say("stopped with %[1]s of %[2]s files done; run the same command again to go on",
			strconv.Itoa(report.Inputs), strconv.Itoa(report.Planned)))
		return signal
	}
	if report.Failed > 0 {
		return errReported
	}
	return nil
}

// checkBatch refuses what the flag parser takes and makes no sense.
func (s *session) checkBatch(options *batchFlags) error {
	if err := s.checkNames(options.form, options.encoding); err != nil {
		return err
	}
	switch {
	case options.output == "":
		return s.usageError("name the folder to write to with -o")
	case options.jobs < 1 || options.jobs > mostJobs:
		return s.usageError("--jobs expects a number from 1 to %[1]s", strconv.Itoa(mostJobs))
	case options.null && options.filesFrom == "":
		return s.usageError("-0 says how names end in the file of --files-from, which is missing")
	}
	for name, value := range map[string]int{"max-members": options.members, "max-ratio": options.ratio} {
		if value < 1 {
			return s.usageError("--%[1]s expects a number from 1 on", name)
		}
	}
	return nil
}

// openNames opens the list of --files-from; without one there is nothing to read.
func (s *session) openNames(options *batchFlags, arguments []string) (io.ReadCloser, error) {
	switch {
	case options.filesFrom == "" && len(arguments) == 0:
		return nil, s.usageError("name a folder, a ZIP file or a file to convert")
	case options.filesFrom == "":
		return io.NopCloser(strings.NewReader("")), nil
	case options.filesFrom == stdinName:
		return io.NopCloser(s.stdin), nil
	}
	file, err := os.Open(options.filesFrom)
	if err != nil {
		return nil, s.wordNamesError(options, err)
	}
	return file, nil
}

func (s *session) wordNamesError(options *batchFlags, err error) error {
	return s.usageError("cannot read %[1]s: %[2]s", visible(options.filesFrom), s.wordFileError(err))
}

func (s *session) batchOptions(options *batchFlags, sources []string) batch.Options {
	writer, _ := export.Find(options.to)
	// The manifest is the same whoever reads it.
	plain := *s
	plain.words = newWords(english)
	return batch.Options{
		Sources: sources, Output: options.output, Include: options.include, Exclude: options.exclude, Share: options.share,
		Writer: writer, PartBytes: options.partSize.bytes, Jobs: options.jobs, Force: options.force, Prune: options.prune,
		Limits:   batch.Limits{Bytes: options.limit.bytes, Members: options.members, Ratio: int64(options.ratio)},
		Settings: options.settings(),
		Parse: func(name string, data []byte) ([]*model.Document, error) {
			return s.parseSheet(sheetFlags{options.readFlags, options.form, options.positions}, name, data)
		},
		Reason: plain.wordBatchError,
	}
}

// settings is short for what documents depend on besides their input.
func (o *batchFlags) settings() string {
	digest := sha256.Sum256(fmt.Appendf(nil, "%s\n%s\n%s\n%s\n%s\n%t\n",
		version(), model.Schema, o.to, o.form, o.encoding, o.positions))
	return hex.EncodeToString(digest[:8])
}

// wordBatchFailure words why a batch could not be run at all.
func (s *session) wordBatchFailure(options *batchFlags, err error) error {
	output := visible(options.output)
	if collision, is := errors.AsType[*batch.CollisionError](err); is {
		return s.wordCollision(collision)
	}
	if pattern, is := errors.AsType[*batch.PatternError](err); is {
		return s.usageError("the pattern %[1]s is malformed", visible(pattern.Pattern))
	}
	if unread, is := errors.AsType[*batch.NamesError](err); is {
		return s.wordNamesError(options, unread.Cause)
	}
	if share, is := errors.AsType[*batch.PartError](err); is {
		return s.usageError("--shard does not take %[1]s; expected a share such as 2/8, the first of eight being 1/8", visible(share.Text))
	}
	switch {
	case errors.Is(err, batch.ErrOutputIsSource):
		return s.usageError("%[1]s is a source; name another folder with -o", output)
	case errors.Is(err, batch.ErrBusy):
		return s.usageError("another run is writing to %[1]s; wait for it, or name another folder with -o", output)
	}
	return &outputError{options.output, err}
}

package main

import (
	"runtime"
	"runtime/debug"
	"slices"

	"github.com/spf13/cobra"

	"sheetconv/export"
	"sheetconv/model"
	"sheetconv/parser"
)

// readFlags say how to read inputs; every command that reads sheets has them.
type readFlags struct {
	encoding string
	limit    byteSize
}

func (s *session) addReadFlags(command *cobra.Command, options *readFlags) {
	flags := command.Flags()
	flags.StringVar(&options.encoding, "encoding", "",
		s.say("read as the encoding `NAME` instead of detecting it: utf-8, cp932, euc-jp, iso-2022-jp, utf-16le, utf-16be"))
	s.addLimitFlag(command, options)
	_ = command.RegisterFlagCompletionFunc("encoding",
		cobra.FixedCompletions(parser.Encodings(), cobra.ShellCompDirectiveNoFileComp))
}

func (s *session) addLimitFlag(command *cobra.Command, options *readFlags) {
	options.limit = byteSize{bytes: parser.DefaultMaxBytes, say: s.say}
	command.Flags().Var(&options.limit, "max-bytes", s.say("refuse inputs that are larger"))
}

func (s *session) addFormFlag(command *cobra.Command, form *string) {
	command.Flags().StringVar(form, "form", "", s.say("read as the form `ID` instead of detecting it (see sheetconv forms)"))
	_ = command.RegisterFlagCompletionFunc("form",
		cobra.FixedCompletions(formIDs(), cobra.ShellCompDirectiveNoFileComp))
}

type parseFlags struct {
	readFlags
	to, output, form  string
	positions, strict bool
	fromLines         bool
}

func (s *session) newParseCommand() *cobra.Command {
	options := &parseFlags{}
	command := &cobra.Command{
		Use:   "parse [FILE…]",
		Short: s.say("Read sheets and print them as documents of the model"),
		Long: s.say(`Read sheets and print each as a document of the model sheetconv/v1.

A FILE is the text of one or more sheets of one form. Without a FILE, or
with -, the standard input is read. The form and the encoding are detected.
What is doubtful in a sheet is reported on stderr, and stands in the
document too.`),
		Example: s.say(`  # one sheet, as YAML
  sheetconv parse sheet.txt

  # a folder of sheets into one file, a line for each document
  sheetconv parse --to jsonl -o sheets.jsonl sheets/*.txt

  # straight from a PDF
  pdftotext -layout sheet.pdf - | sheetconv parse`),
		RunE: func(_ *cobra.Command, arguments []string) error { return s.parseAll(options, arguments) },
	}
	flags := command.Flags()
	s.addChoice(command, flags, &options.to, "to", export.Names(), s.say("the output format"))
	flags.StringVarP(&options.output, "output", "o", "", s.say("write to `FILE`, which is replaced whole, instead of stdout"))
	s.addFormFlag(command, &options.form)
	flags.BoolVar(&options.positions, "positions", false, s.say("give every row its place in the input, as at: LINE:COLUMN"))
	flags.BoolVar(&options.strict, "strict", false, s.say("exit with 1 if there is any error or warning"))
	flags.BoolVar(&options.fromLines, "from-jsonl", false,
		s.say("read a JSON object a line from stdin (name, and text or base64 bytes) and answer each by a line"))
	s.addReadFlags(command, &options.readFlags)
	return command
}

// parseAll parses one input after another. What is wrong with one does not keep
// the others from being done.
func (s *session) parseAll(options *parseFlags, arguments []string) error {
	if err := s.checkNames(options.form, options.encoding); err != nil {
		return err
	}
	if options.fromLines {
		return s.answerLines(options, arguments)
	}
	s.collectLater()
	inputs, err := s.inputs(arguments)
	if err != nil {
		return err
	}
	place, err := s.openDestination(options.output, inputs)
	if err != nil {
		return err
	}
	writer, _ := export.Find(options.to)
	into := &output{destination: place, writer: writer}
	total := done
	for _, from := range inputs {
		documents, how := s.parseOne(options, from)
		total = max(total, how)
		if err := into.write(documents); err != nil {
			return err
		}
	}
	if err := into.finish(); err != nil {
		return err
	}
	s.summarize()
	return total.err()
}

// collectLater lets the garbage of a run lie that takes less than 16 MB, as nearly all
// do: a collection would be a tenth of what a sheet takes. With the first one, garbage
// is collected as ever.
func (s *session) collectLater() {
	if s.environment("GOGC") != "" {
		return
	}
	usual := debug.SetGCPercent(400)
	runtime.AddCleanup(&struct{ *session }{}, func(percent int) { debug.SetGCPercent(percent) }, usual)
}

// parseOne parses an input and reports what there is to say about it.
func (s *session) parseOne(options *parseFlags, from input) ([]*model.Document, outcome) {
	data, err := s.read(from, options.limit.bytes)
	if err != nil {
		return nil, s.reportInputError(from, err)
	}
	result, err := s.readDocuments(options.sheetFlags(), from.base(), data, false)
	if err != nil {
		return nil, s.reportInputError(from, err)
	}
	s.reportDiagnostics(from, result.Documents, result.Text)
	how := done
	for _, document := range result.Documents {
		if options.strict && slices.ContainsFunc(document.Diagnostics, isFault) {
			how = reported
		}
		if !options.positions {
			document.StripPositions()
		}
	}
	return result.Documents, how
}

func isFault(diagnostic model.Diagnostic) bool {
	return diagnostic.Severity == model.SeverityError || diagnostic.Severity == model.SeverityWarning
}

// guard turns a panic into an error of the one input that it is about.
func guard[T any](call func() (T, error)) (result T, err error) {
	defer func() {
		if value := recover(); value != nil {
			err = &bugError{value: value, stack: debug.Stack()}
		}
	}()
	return call()
}

package main

import (
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"sheetconv/export/datapackage"
	"sheetconv/export/table"
	"sheetconv/model"
	"sheetconv/model/check"
)

type exportFlags struct {
	sheetFlags
	output         string
	check          bool
	outputEncoding string
	byteOrderMark  bool
	guardFormulas  bool
	inputs         []input // what must not be written over
}

// The encodings of CSV.
const (
	encodingUTF8  = "utf-8"
	encodingCP932 = "cp932"
)

// exportTarget takes the documents of an export, and puts what it made in its place
// when all were given.
type exportTarget interface {
	add(document *table.Document) error
	// finish tells what there is to tell; the outcome says whether there was.
	finish() (outcome, error)
	// close removes what was not finished.
	close()
}

// exportFormat is a row of the table of formats, each of which is a command.
type exportFormat struct {
	command func(*session) *cobra.Command // with the help alone
	// forPeople says that findings are in the session's language, and that the rules of
	// check are run unless --check=false is given.
	forPeople bool
	output    string // what -o takes, in its help
	flags     func(*session, *cobra.Command, *exportFlags)
	open      func(*session, *exportFlags) (exportTarget, error)
}

var exportFormats = []exportFormat{
	{command: workbookCommand, forPeople: true, output: exportToFile, open: openWorkbook},
	{command: csvCommand, output: exportToFolder, flags: addCSVFlags, open: openTables(datapackage.CSV)},
	{command: jsonLinesCommand, output: exportToFolder, open: openTables(datapackage.JSONLines)},
	{command: markdownCommand, forPeople: true, output: exportToEither, open: openPages},
}

// What -o takes, which its help is worded by.
const (
	exportToFolder = "DIR"
	exportToFile   = "FILE"
	exportToEither = "OUT"
)

func (s *session) newExportCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "export FORMAT INPUT… -o OUT",
		Short: s.say("Export sheets and models as a workbook, tables or pages"),
		Long: s.say(`Export what sheets say: as an Excel workbook, as tables for R, pandas or a
database, or as pages to read.

An INPUT is a sheet, a model written by parse, a folder of them (hidden files
and links are left out), or the folder or manifest of a batch. Without an
INPUT, or with -, the standard input is read. All inputs together make one
export, in their order: several years and cities may stand in one table.

The exit code is 1 if an input could not be read as a sheet or a model; the
others are exported.`),
		Example: s.say(`  # a workbook for people
  sheetconv export xlsx sheets/ -o summary.xlsx

  # tables for R, pandas, DuckDB and BI tools
  sheetconv export csv sheets/ -o tables

  # everything that a batch converted
  sheetconv export csv models/manifest.jsonl -o tables

  # a page for each sheet
  sheetconv export markdown sheets/ -o pages`),
		Args: cobra.ArbitraryArgs, // so that unknownFormat words what is wrong with them
		// The flags of a format that there is not are nobody's.
		FParseErrWhitelist: cobra.FParseErrWhitelist{UnknownFlags: true},
		RunE:               s.unknownFormat,
	}
	for index := range exportFormats {
		command.AddCommand(s.newFormatCommand(&exportFormats[index]))
	}
	return command
}

// unknownFormat prints help where no format is named.
func (s *session) unknownFormat(command *cobra.Command, arguments []string) error {
	if len(arguments) == 0 {
		return command.Help()
	}
	var names []string
	for _, format := range command.Commands() {
		names = append(names, format.Name())
	}
	name := arguments[0]
	if near := nearest(name, names); near != "" {
		return s.usageError("there is no format %[1]s; did you mean %[2]s?", visible(name), near)
	}
	return s.usageError("there is no format %[1]s; the formats are %[2]s", visible(name), strings.Join(names, s.say(", ")))
}

func (s *session) newFormatCommand(format *exportFormat) *cobra.Command {
	options := &exportFlags{}
	command := format.command(s)
	command.RunE = func(_ *cobra.Command, arguments []string) error { return s.export(format, options, arguments) }
	flags := command.Flags()
	usage := map[string]string{
		exportToFolder: s.say("the folder `DIR` to write to; a former export in it is replaced"),
		exportToFile:   s.say("the `FILE` to write, which is replaced whole"),
		exportToEither: s.say("`OUT` is a file that ends in .md, for all documents, or a folder for a page each; else stdout"),
	}
	flags.StringVarP(&options.output, "output", "o", "", usage[format.output])
	if format.output == exportToFolder {
		_ = command.MarkFlagDirname("output")
	}
	flags.BoolVar(&options.check, "check", format.forPeople, s.say("run the rules of check, too, and list their findings"))
	if format.flags != nil {
		format.flags(s, command, options)
	}
	s.addFormFlag(command, &options.form)
	s.addLimitFlag(command, &options.readFlags)
	return command
}

// export runs a command of export.
func (s *session) export(format *exportFormat, options *exportFlags, arguments []string) error {
	if err := s.checkNames(options.form, ""); err != nil {
		return err
	}
	if options.output == "" && format.output != exportToEither {
		return s.usageError("name what to write to with -o")
	}
	if options.byteOrderMark && options.outputEncoding == encodingCP932 {
		return s.usageError("--bom marks UTF-8; leave it out, or --encoding cp932")
	}
	files, how, err := s.loadFilesExcept(arguments, options.output)
	if err != nil {
		return err
	}
	if err := checkOutputIsNoInput(options.output, files); err != nil {
		return err
	}
	options.inputs = inputsOf(files)
	run := &exportRun{session: s, format: format, options: options}
	defer run.close()
	loading := loadOptions{sheetFlags: options.sheetFlags}
	if options.check {
		loading.examine = check.Document
	}
	read, err := s.loadWith(loading, files, run.add)
	if err != nil {
		return err
	}
	return run.finish(max(how, read))
}

// exportRun is one run of export over all inputs.
type exportRun struct {
	*session
	format    *exportFormat
	options   *exportFlags
	target    exportTarget // nil until there is a document
	keys      table.Keys
	documents int
	items     int
	counts    counts // of findings
	how       outcome
}

// add gives a document to the target, which is opened for the first.
func (r *exportRun) add(one loaded) error {
	if r.target == nil {
		target, err := r.format.open(r.session, r.options)
		if err != nil {
			return r.wordFolderError(err)
		}
		r.target = target
	}
	document, faults := r.keys.NewDocument(one.input, one.place, one.Document)
	for _, path := range faults {
		r.how = max(r.how, reported)
		wrong := r.say("%[1]s is missing, or another item has it, too; mend the model, or parse the sheet again", path)
		if strings.HasSuffix(path, ".parent") {
			wrong = r.say("%[1]s is the id of no item; mend the model, or parse the sheet again", path)
		}
		r.reportLine(one.from, model.Position{}, model.SeverityError, wrong)
	}
	if r.options.check {
		document.Findings = nil
		for _, found := range one.findings {
			document.Findings = append(document.Findings, table.Finding{
				Diagnostic: found.Diagnostic, Item: found.Item, Found: found.Found, Expected: found.Expected,
			})
		}
	}
	if r.format.forPeople {
		for index := range document.Findings {
			one := &document.Findings[index]
			one.Message = r.words.finding(finding{Finding: check.Finding{Diagnostic: one.Diagnostic}})
		}
	}
	r.documents++
	r.items += len(document.Items)
	for _, found := range document.Findings {
		r.counts.add(found.Severity)
	}
	return r.wordFolderError(r.target.add(document))
}

func (r *exportRun) close() {
	if r.target != nil {
		r.target.close()
	}
}

// finish puts the export in its place, and says what it holds.
func (r *exportRun) finish(how outcome) error {
	if r.target == nil {
		r.tell(r.say("there is no document to export; nothing was written"))
		return max(how, failed).err()
	}
	ended, err := r.target.finish()
	if err != nil {
		return r.wordFolderError(err)
	}
	if !r.quiet && r.options.output != "" && r.options.output != stdinName {
		r.tell(r.say("wrote %[1]s: %[2]s, %[3]s; %[4]s", visible(r.options.output),
			plural(r.documents, r.say("%[1]s document", "1"), r.say("%[1]s documents", strconv.Itoa(r.documents))),
			plural(r.items, r.say("%[1]s item", "1"), r.say("%[1]s items", strconv.Itoa(r.items))),
			r.countsText(r.counts, r.say("the findings"))))
	}
	return max(how, r.how, ended).err()
}

// wordFolderError words the errors of a folder that are not those of a file.
func (s *session) wordFolderError(err error) error {
	output, is := errors.AsType[*outputError](err)
	if !is {
		return err
	}
	name := visible(output.name)
	if foreign, is := errors.AsType[*foreignFileError](err); is {
		return s.usageError("%[1]s holds a %[2]s that no export wrote; name another folder with -o", name, visible(foreign.name))
	}
	switch {
	case errors.Is(err, errOutputFile):
		return s.usageError("%[1]s is a file; name a folder with -o", name)
	case errors.Is(err, errBusyFolder):
		return s.usageError("another run is writing to %[1]s; wait for it, or name another folder with -o", name)
	}
	return err
}

// checkOutputIsNoInput refuses to write over what is read.
func checkOutputIsNoInput(output string, files []loadFile) error {
	if output == "" || output == stdinName {
		return nil
	}
	for _, one := range files {
		if one.from.name != stdinName && one.from.absolute() == (input{output}).absolute() {
			return &outputError{output, errIsInput}
		}
	}
	return nil
}

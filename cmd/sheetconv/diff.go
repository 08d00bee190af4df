package main

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"sheetconv/export/changes"
	"sheetconv/export/columns"
	"sheetconv/model"
	"sheetconv/model/compare"
)

type diffFlags struct {
	readFlags
	to, output, form string
	only             wordList
	items            []string
	minPercent       percentage
	context          int
	force            bool
}

func (s *session) newDiffCommand() *cobra.Command {
	options := &diffFlags{}
	command := &cobra.Command{
		Use:   "diff OLD NEW [MORE…]",
		Short: s.say("Compare two years of a plan, and show what changed"),
		Long: s.say(`Compare two issues of one plan, and show what changed: figures that were
restated, results against last year's, grades, costs, sections in charge,
what came, went or was renamed, and narratives word by word.

OLD and NEW are each a sheet, a model written by parse, a folder of them or
the output of batch. Documents are put together by publisher, form and plan;
what has no partner is reported. With MORE, each is compared with the one
before it. What is not of one plan is refused, unless --force is given.

The exit code is 0 if nothing changed, 1 if something did, 2 if there was
trouble.`),
		Example: s.say(`  # in the terminal
  sheetconv diff r1.txt r2.txt

  # only what was restated and what moved, by a tenth or more
  sheetconv diff --only revision,progress --min-percent 10 r1.txt r2.txt

  # three years of an archive, as one page for a browser
  sheetconv diff --to html -o changes.html r1/ r2/ r3/

  # for a script
  sheetconv diff --to json r1.txt r2.txt | jq '.items[].changes[].path'`),
		RunE: func(_ *cobra.Command, arguments []string) error { return s.diff(options, arguments) },
	}
	s.addDiffFlags(command, options)
	return command
}

func (s *session) addDiffFlags(command *cobra.Command, options *diffFlags) {
	flags := command.Flags()
	s.addChoice(command, flags, &options.to, "to", diffFormats(), s.say("the output format"))
	flags.StringVarP(&options.output, "output", "o", "", s.say("write to `FILE`, which is replaced whole, instead of stdout"))
	options.only = wordList{allowed: classNames(), say: s.say}
	flags.Var(&options.only, "only", s.say("show these classes of changes only: %[1]s", strings.Join(classNames(), ", ")))
	_ = command.RegisterFlagCompletionFunc("only", completeWords(classNames()))
	flags.StringSliceVar(&options.items, "item", nil, s.say("show these items only, by their `ID`s, old or new"))
	options.minPercent.say = s.say
	flags.Var(&options.minPercent, "min-percent", s.say("leave out figures that changed by less than this many percent"))
	flags.IntVar(&options.context, "context", usualContext,
		s.say("show so `MANY` words on both sides of what changed in a text; -1 is all"))
	flags.BoolVar(&options.force, "force", false, s.say("compare even what is not of one plan"))
	s.addFormFlag(command, &options.form)
	s.addReadFlags(command, &options.readFlags)
}

// usualContext is how many words of a text are shown around a change.
const usualContext = 8

// diffFormats are the views, and json.
func diffFormats() []string { return append(changes.Names(), formatJSON) }

func classNames() []string {
	var names []string
	for _, class := range compare.Classes() {
		names = append(names, string(class))
	}
	return names
}

// filter returns what the flags let through.
func (o *diffFlags) filter() compare.Filter {
	filter := compare.Filter{Items: o.items, MinPercent: o.minPercent.value}
	for _, class := range compare.Classes() {
		if slices.Contains(o.only.words, string(class)) {
			filter.Classes = append(filter.Classes, class)
		}
	}
	return filter
}

// diff runs the command.
func (s *session) diff(options *diffFlags, arguments []string) error {
	if len(arguments) < 2 {
		return s.usageError("diff needs two issues or more; found %[1]s", strconv.Itoa(len(arguments)))
	}
	if err := s.checkNames(options.form, options.encoding); err != nil {
		return err
	}
	if options.context < changes.AllWords {
		return s.usageError("--context takes a number of words, or -1 for all; found %[1]s", strconv.Itoa(options.context))
	}
	run := &diffRun{session: s, options: options}
	if err := run.load(arguments); err != nil {
		return err
	}
	if err := run.compareAll(); err != nil {
		return err
	}
	return run.show()
}

// diffRun is one run of diff over all issues.
type diffRun struct {
	*session
	options *diffFlags
	into    *destination
	issues  []*compare.Issue
	results []*compare.Result
	// isTrouble says that something could not be read.
	isTrouble bool
}

// load reads every issue, and opens the place of the result before that.
func (r *diffRun) load(arguments []string) error {
	var files [][]loadFile
	var inputs []input
	stdins := 0
	for _, argument := range arguments {
		if argument == stdinName {
			if stdins++; stdins > 1 {
				return r.usageError("the standard input (-) is given twice")
			}
		}
		found, how, err := r.loadFiles([]string{argument})
		if err != nil {
			return err
		}
		r.isTrouble = r.isTrouble || how != done
		files = append(files, found)
		inputs = append(inputs, inputsOf(found)...)
	}
	into, err := r.openDestination(r.options.output, inputs)
	if err != nil {
		return err
	}
	if r.into = into; into.stdout != nil && r.options.to == formatXLSX && terminalOf(r.stdout, r.environment).is {
		return r.usageError("a workbook is no text for a terminal; name a file with -o")
	}
	for i, argument := range arguments {
		issue, err := r.loadIssue(argument, files[i])
		if err != nil {
			return err
		}
		r.issues = append(r.issues, issue)
	}
	return nil
}

// loadIssue reads the documents of one issue.
func (r *diffRun) loadIssue(argument string, files []loadFile) (*compare.Issue, error) {
	issue := &compare.Issue{Name: tracedName(argument)}
	if argument == stdinName {
		issue.Name = stdinShown
	}
	options := sheetFlags{r.options.readFlags, r.options.form, true}
	how, err := r.session.load(options, files, func(one loaded) error {
		issue.Documents = append(issue.Documents, one.Document)
		issue.Files = append(issue.Files, one.input)
		return nil
	})
	r.isTrouble = r.isTrouble || how != done
	if len(files) == 1 {
		issue.Files = nil
	}
	issue.Describe()
	return issue, err
}

// compareAll compares each issue with the one before it.
func (r *diffRun) compareAll() error {
	for i := 1; i < len(r.issues); i++ {
		old, new := r.issues[i-1], r.issues[i]
		if len(old.Documents) == 0 || len(new.Documents) == 0 {
			r.isTrouble = true
			continue // why nothing was read is told already
		}
		results, err := r.compareIssues(old, new)
		if err != nil {
			return err
		}
		r.results = append(r.results, results...)
	}
	return nil
}

// compareIssues compares the documents of each plan, and says which have no
// partner.
func (r *diffRun) compareIssues(old, new *compare.Issue) ([]*compare.Result, error) {
	pairs := compare.PairByPlan(old.ByPlan(), new.ByPlan())
	if isAny := slices.ContainsFunc(pairs, func(p compare.Pairing) bool { return p.Old != nil && p.New != nil }); !isAny {
		if !r.options.force {
			return nil, r.refuse(old, new)
		}
		pairs = []compare.Pairing{{Old: old, New: new}}
	}
	var results []*compare.Result
	for _, pair := range pairs {
		switch {
		case pair.Old == nil:
			r.tellAlone(pair.New, old)
		case pair.New == nil:
			r.tellAlone(pair.Old, new)
		default:
			result := compare.Compare(pair.Old, pair.New)
			r.tellDoubts(result)
			results = append(results, result)
			continue
		}
		results = append(results, compare.Unpaired(pair.Old, pair.New))
	}
	return results, nil
}

// show writes the results, and says by the exit code whether there is a difference.
func (r *diffRun) show() error {
	filter := r.options.filter()
	if unknown := filter.UnknownItems(r.results); len(unknown) > 0 && !r.isTrouble {
		return r.usageError("no item has the id %[1]s, neither in an old issue nor in a new one", visible(strings.Join(unknown, ", ")))
	}
	how := done
	for i, result := range r.results {
		r.results[i] = filter.Apply(result)
		if !r.results[i].IsSame() {
			how = reported
		}
	}
	if len(r.results) > 0 {
		if err := r.write(r.into); err != nil {
			return err
		}
		if err := r.into.finish(); err != nil {
			return err
		}
	}
	if r.isTrouble {
		how = failed
	}
	return how.err()
}

func (r *diffRun) write(into io.Writer) error {
	if r.options.to == formatJSON {
		return writeResults(into, r.results)
	}
	view, _ := changes.Find(r.options.to)
	look := changes.Options{
		Language: r.words.language, Context: r.options.context, AmbiguousWide: columns.AmbiguousWide(r.environment),
	}
	if r.into.stdout != nil {
		shown := terminalOf(r.stdout, r.environment)
		look.Colour = shown.colour
		look.Width = shown.width
	} else {
		look.Width = plainWidth
	}
	return view.Write(into, r.results, look)
}

// tellDoubts says what of two issues could not be compared.
func (r *diffRun) tellDoubts(result *compare.Result) {
	if r.quiet {
		return
	}
	for _, doubt := range result.Diagnostics {
		r.reportLine(input{result.New.Name}, model.Position{}, doubt.Severity,
			r.words.doubt(doubt)+r.terminal.paint(dim, " ["+string(doubt.Code)+"]"))
	}
	if result.Old.FiscalYear > result.New.FiscalYear && result.New.FiscalYear != 0 {
		r.tell(r.say("%[1]s reports on %[2]s and %[3]s on %[4]s: the older issue comes first",
			visible(result.Old.Name), strconv.Itoa(result.Old.FiscalYear), visible(result.New.Name), strconv.Itoa(result.New.FiscalYear)))
	}
}

// doubt words a diagnostic of a comparison.
func (w *words) doubt(diagnostic model.Diagnostic) string {
	entry, known := compare.Describe(diagnostic.Code)
	if w.language != japanese || !known {
		return visible(diagnostic.Message)
	}
	return visible(model.Fill(entry.Japanese, diagnostic.Arguments))
}

package main

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/spf13/cobra"
)

type checkFlags struct {
	readFlags
	form, report, output, failOn string
	selected, ignored            codeList
	baseline, explain            string
	writeBaseline                bool
	// failOnGiven and explainGiven say that the flag was given.
	failOnGiven, explainGiven bool
}

func (s *session) newCheckCommand() *cobra.Command {
	options := &checkFlags{}
	command := &cobra.Command{
		Use:   "check [PATH…]",
		Short: s.say("Check sheets and models, and report what does not add up"),
		Long: s.say(`Read sheets, hold them against every rule, and report each finding: where it
is, what was found and what was expected.

A PATH is a sheet, a model written by parse, or a folder of them; hidden
files and links in it are left out. Without a PATH, or with -, the standard
input is read. A file that cannot be read as either is a finding too.

A file .sheetconv.yaml sets select, ignore, fail-on, severity and baseline
for its folder and those below it. The nearest file counts, key by key, and
a flag counts more.

The exit code is 1 if a finding is as bad as --fail-on says and the baseline
does not know it.`),
		Example: s.say(`  # a folder, for people
  sheetconv check sheets/

  # warnings fail too, but not the known ones
  sheetconv check --fail-on warning --baseline known.yaml sheets/

  # for code scanning
  sheetconv check --report sarif -o sheetconv.sarif sheets/

  # what a code means
  sheetconv check --explain layout/unmapped`),
		RunE: func(command *cobra.Command, arguments []string) error {
			options.failOnGiven = command.Flags().Changed("fail-on")
			options.explainGiven = command.Flags().Changed("explain")
			return s.check(options, arguments)
		},
	}
	s.addCheckFlags(command, options)
	return command
}

func (s *session) addCheckFlags(command *cobra.Command, options *checkFlags) {
	flags := command.Flags()
	s.addChoice(command, flags, &options.report, "report", reportNames, s.say("the format of the report"))
	flags.StringVarP(&options.output, "output", "o", "", s.say("write to `FILE`, which is replaced whole, instead of stdout"))
	s.addChoice(command, flags, &options.failOn, "fail-on", append(slices.Clone(severities), failNever),
		s.say("exit with 1 if a finding is as bad as this, or worse"))
	s.addCodes(command, flags, &options.selected, "select", s.say("report these codes and families only"))
	s.addCodes(command, flags, &options.ignored, "ignore", s.say("leave these codes and families out"))
	flags.StringVar(&options.baseline, "baseline", "", s.say("do not fail on the findings that `FILE` knows"))
	flags.BoolVar(&options.writeBaseline, "write-baseline", false,
		s.say("write all that is found to the baseline, and fail on none of it"))
	flags.StringVar(&options.explain, "explain", "", s.say("print what a `CODE` or a family means, and check nothing"))
	_ = command.RegisterFlagCompletionFunc("explain", completeCodes)
	s.addFormFlag(command, &options.form)
	s.addReadFlags(command, &options.readFlags)
}

// check runs the command.
func (s *session) check(options *checkFlags, arguments []string) error {
	if options.explainGiven {
		if len(arguments) > 0 {
			return s.usageError("--explain takes no PATH; found %[1]s", visible(arguments[0]))
		}
		return s.explain(options.explain)
	}
	if err := s.checkNames(options.form, options.encoding); err != nil {
		return err
	}
	inputs, how, err := s.checkedInputs(arguments)
	if err != nil {
		return err
	}
	run := &checkRun{
		session: s, options: options, outcome: how, policies: map[string]policy{}, baselines: map[string]*baseline{},
	}
	// What is wrong with policies and baselines is told before anything is checked.
	if err := run.findPolicies(inputs); err != nil {
		return err
	}
	inputs = slices.DeleteFunc(inputs, run.isOwnBaseline)
	if err := run.openBaselines(inputs); err != nil {
		return err
	}
	if err := run.openReport(inputs); err != nil {
		return err
	}
	return run.all(inputs)
}

// checkRun is one run of check over all inputs.
type checkRun struct {
	*session
	options   *checkFlags
	policies  map[string]policy    // by folder
	baselines map[string]*baseline // by name
	into      *destination
	report    report
	total     checkTotal
	outcome   outcome
}

// findPolicies finds out what holds for each input.
func (r *checkRun) findPolicies(inputs []input) error {
	files, err := r.newPolicies()
	if err != nil {
		return err
	}
	given := policy{selected: r.options.selected.codes, ignored: r.options.ignored.codes, baseline: r.options.baseline}
	if r.options.failOnGiven {
		given.failOn = r.options.failOn
	}
	usual := policy{failOn: r.options.failOn}
	for _, from := range inputs {
		folder := from.folder()
		if _, isKnown := r.policies[folder]; isKnown {
			continue
		}
		ofFolder, err := files.of(folder)
		if err != nil {
			return err
		}
		r.policies[folder] = given.over(ofFolder).over(usual)
	}
	return nil
}

// isOwnBaseline reports whether a file is the baseline that it would go by itself.
func (r *checkRun) isOwnBaseline(from input) bool {
	name := r.policies[from.folder()].baseline
	if name == "" || filepath.Base(name) != filepath.Base(from.name) {
		return false
	}
	one, oneErr := os.Stat(name)
	other, otherErr := os.Stat(from.name)
	if oneErr != nil || otherErr != nil || !os.SameFile(one, other) {
		return false
	}
	data, err := os.ReadFile(name)
	return err == nil && bytes.Contains(data, []byte(baselineSchema))
}

// openBaselines reads the baselines that hold for the inputs, or begins new ones.
func (r *checkRun) openBaselines(inputs []input) (err error) {
	names := []string{r.options.baseline} // which must be there, even if there is nothing to check
	for _, from := range inputs {
		names = append(names, r.policies[from.folder()].baseline)
	}
	for _, name := range names {
		if name == "" || r.baselines[name] != nil {
			continue
		}
		if r.baselines[name], err = r.newBaseline(name, r.options.writeBaseline, inputs); err != nil {
			return err
		}
	}
	if r.options.writeBaseline && len(r.baselines) == 0 {
		return r.usageError("--write-baseline needs --baseline FILE, or a baseline in %[1]s", policyName)
	}
	return nil
}

// openReport opens what the report goes to, which is neither an input nor a baseline.
func (r *checkRun) openReport(inputs []input) (err error) {
	kept := slices.Clone(inputs)
	for name := range r.baselines {
		kept = append(kept, input{name})
		if r.options.output != "" && r.options.output != stdinName && (input{name}).absolute() == (input{r.options.output}).absolute() {
			return r.usageError("%[1]s is the baseline; name another file with -o", visible(r.options.output))
		}
	}
	r.into, err = r.openDestination(r.options.output, kept)
	return err
}

// all checks every input, and writes the report as the findings come.
func (r *checkRun) all(inputs []input) error {
	r.report = r.newReport(r.options.report, r.into)
	if err := r.report.begin(); err != nil {
		return err
	}
	err := inOrder(slices.Values(inputs), func(from input) *checkedFile { return r.checkFile(r.options, from) }, r.take)
	if err != nil {
		return err
	}
	if err := r.report.end(r.total); err != nil {
		return err
	}
	if err := r.into.finish(); err != nil {
		return err
	}
	if err := r.writeBaselines(); err != nil {
		return err
	}
	return r.outcome.err()
}

// take reports what came of one input.
func (r *checkRun) take(file *checkedFile) error {
	if file.err != nil {
		if how := r.wordFailure(file); how == failed {
			r.outcome = max(r.outcome, how)
			return nil
		}
	}
	addFingerprints(file.findings)
	own := r.policies[file.from.folder()]
	file.findings = own.apply(file.findings, file.from, r.baselines[own.baseline])
	if slices.ContainsFunc(file.findings, func(one finding) bool { return one.fails }) {
		r.outcome = max(r.outcome, reported)
	}
	r.total.add(file)
	return r.report.file(file)
}

// writeBaselines writes the baselines anew, where that was asked for. A run that
// could not read everything leaves them alone: they would lose what is known.
func (r *checkRun) writeBaselines() error {
	if !r.options.writeBaseline {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(r.baselines)) {
		if r.outcome == failed {
			r.tell(r.say("%[1]s is left as it was: not everything could be read", visible(name)))
			continue
		}
		if err := r.baselines[name].write(); err != nil {
			return err
		}
		if !r.quiet {
			r.tell(r.say("wrote %[1]s known findings to %[2]s", strconv.Itoa(r.baselines[name].count()), visible(name)))
		}
	}
	return nil
}

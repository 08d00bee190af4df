package main

import (
	"errors"

	"github.com/spf13/cobra"
)

// execute builds the commands, in the session's language, and runs one of them.
func (s *session) execute(arguments []string) error {
	root := s.newRootCommand()
	// Cobra takes the process's arguments for nil.
	root.SetArgs(append([]string{}, arguments...))
	err := root.Execute()
	if err == nil || isTold(err) {
		return err
	}
	// Cobra has no type for an unknown command, but looks for it the same way again.
	if at, rest, findError := root.Find(arguments); findError != nil {
		return s.unknownCommand(at, rest)
	}
	return err
}

// isTold reports whether an error is one of this package's, which are not cobra's.
func isTold(err error) bool {
	_, isUsage := errors.AsType[*usageError](err)
	_, isOutput := errors.AsType[*outputError](err)
	_, isSettings := errors.AsType[*settingsError](err)
	_, isInterrupted := errors.AsType[*interruptedError](err)
	return isUsage || isOutput || isSettings || isInterrupted || errors.Is(err, errReported) || errors.Is(err, errFailed)
}

func (s *session) newRootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "sheetconv",
		Short: s.say("Read the sheets of Japanese local governments"),
		Long: s.say(`sheetconv reads the text of Japanese local-government sheets (program
evaluations, progress tables, plans) and gives what they say as YAML or
JSON, as an Excel workbook or tables, and what changed from year to year.
Results go to stdout, everything else to stderr.

Exit codes: 0 done; 1 done, and there is something to report, such as an
input that could not be parsed, or a difference; 2 could not run.`),
		Example: s.say(`  sheetconv parse sheet.txt
  sheetconv parse --to jsonl -o sheets.jsonl sheets/*.txt
  pdftotext -layout sheet.pdf - | sheetconv parse
  sheetconv check sheets/
  sheetconv export xlsx sheets/ -o summary.xlsx
  sheetconv diff r1.txt r2.txt`),
		SilenceErrors:    true,
		SilenceUsage:     true,
		PersistentPreRun: func(command *cobra.Command, _ []string) { s.command = pathOf(command) },
		RunE:             func(command *cobra.Command, _ []string) error { return command.Help() },
	}
	root.SetOut(s.stdout)
	root.SetErr(s.stderr)
	root.SetHelpFunc(s.help)
	root.SetFlagErrorFunc(s.wordFlagError)
	s.addGlobalFlags(root)
	root.AddCommand(
		s.newParseCommand(), s.newCheckCommand(), s.newBatchCommand(), s.newExportCommand(), s.newDiffCommand(),
		s.newDetectCommand(), s.newFormsCommand(), s.newSchemaCommand(), s.newVersionCommand(),
	)
	root.SetHelpCommand(s.newHelpCommand())
	s.addCompletionCommand(root)
	return root
}

func (s *session) addGlobalFlags(root *cobra.Command) {
	flags := root.PersistentFlags()
	flags.BoolP("help", "h", false, s.say("print help for the command"))
	flags.BoolVarP(&s.quiet, "quiet", "q", false, s.say("print no diagnostics, only what could not be done"))
	s.language = s.words.language
	s.addChoice(root, flags, &s.language, "lang", []string{english, japanese},
		s.say("the language of messages; the model and codes stay the same"))
	s.carets = caretsAuto
	s.addChoice(root, flags, &s.carets, "carets", []string{caretsAuto, caretsAlways, caretsNever},
		s.say("show the line of each diagnostic with a caret under the place; auto does on a terminal, and in the report of check"))
}

func (s *session) newHelpCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND]",
		Short:   s.say("Print help for a command"),
		Long:    s.say("Print help for a command."),
		Example: s.say(`  sheetconv help parse`),
		ValidArgsFunction: func(command *cobra.Command, arguments []string, _ string) ([]string, cobra.ShellCompDirective) {
			var names []string
			if at, _, err := command.Root().Find(arguments); err == nil {
				for _, other := range at.Commands() {
					names = append(names, cobra.CompletionWithDesc(other.Name(), other.Short))
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(command *cobra.Command, arguments []string) error {
			at, rest, err := command.Root().Find(arguments)
			if err != nil || len(rest) > 0 {
				return s.unknownCommand(at, rest)
			}
			return at.Help()
		},
	}
}

package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// usageError says, in the session's language, that the command line is wrong.
type usageError struct {
	text    string
	command string // whose help to read; empty is the program's
}

func (e *usageError) Error() string { return e.text }

// usageError words the error of a command line. The English text is a key of the
// table.
func (s *session) usageError(english string, arguments ...string) error {
	return &usageError{text: s.say(english, arguments...), command: s.command}
}

// reportFailure prints why the command could not run.
func (s *session) reportFailure(err error) {
	usage, isUsage := errors.AsType[*usageError](err)
	text := visible(err.Error())
	if output, is := errors.AsType[*outputError](err); is {
		text = s.wordOutputError(output)
	} else if isUsage {
		text = usage.text
	}
	s.tell(s.terminal.paint(bold, "sheetconv:") + " " + s.terminal.paint(red, "error:") + " " + text)
	if isUsage {
		s.tell(s.say("Try `%[1]s --help`.", strings.TrimSpace("sheetconv "+usage.command)))
	}
}

// noArguments refuses arguments of a command that takes none.
func (s *session) noArguments(command *cobra.Command, arguments []string) error {
	if len(arguments) == 0 {
		return nil
	}
	return &usageError{s.say("%[1]s takes no arguments; found %[2]s", command.Name(), visible(arguments[0])), pathOf(command)}
}

// requireSubcommand prints help where none is named.
func (s *session) requireSubcommand(command *cobra.Command, arguments []string) error {
	if len(arguments) == 0 {
		return command.Help()
	}
	return s.unknownCommand(command, arguments)
}

// pathOf is a command's path without the program's name.
func pathOf(command *cobra.Command) string {
	_, path, _ := strings.Cut(command.CommandPath(), " ")
	return path
}

// unknownCommand says that there is no command of the name that the arguments
// hold, and which one may be meant.
func (s *session) unknownCommand(at *cobra.Command, arguments []string) error {
	name := firstWord(arguments)
	var names []string
	for _, other := range at.Commands() {
		if other.IsAvailableCommand() || other.Name() == "help" {
			names = append(names, other.Name())
		}
	}
	if near := nearest(name, names); near != "" {
		return &usageError{s.say("there is no command %[1]s; did you mean %[2]s?", visible(name), near), pathOf(at)}
	}
	return &usageError{s.say("there is no command %[1]s", visible(name)), pathOf(at)}
}

// firstWord returns the first argument that is neither a flag nor the value of a
// global one.
func firstWord(arguments []string) string {
	for index, argument := range arguments {
		isValue := index > 0 && slices.Contains([]string{"--lang", "--carets"}, arguments[index-1])
		if !strings.HasPrefix(argument, "-") && !isValue {
			return argument
		}
	}
	return strings.Join(arguments, " ")
}

// wordFlagError words the errors of the flag parser.
func (s *session) wordFlagError(command *cobra.Command, err error) error {
	usage := &usageError{text: visible(err.Error()), command: pathOf(command)}
	if unknown, is := errors.AsType[*pflag.NotExistError](err); is {
		usage.text = s.wordUnknownFlag(command, unknown)
	}
	if missing, is := errors.AsType[*pflag.ValueRequiredError](err); is {
		usage.text = s.say("--%[1]s needs a value", missing.GetFlag().Name)
	}
	if invalid, is := errors.AsType[*pflag.InvalidValueError](err); is {
		usage.text = s.say("--%[1]s does not take %[2]s", invalid.GetFlag().Name, visible(invalid.GetValue()))
		if cause, isOurs := errors.AsType[flagError](err); isOurs {
			usage.text += s.say("; ") + string(cause)
		}
	}
	return usage
}

func (s *session) wordUnknownFlag(command *cobra.Command, err *pflag.NotExistError) string {
	name := err.GetSpecifiedName()
	if group := err.GetSpecifiedShortnames(); group != "" {
		// Of a letter that is not ASCII the parser knows the first byte only.
		return s.say("there is no flag %[1]s", "-"+visible(group))
	}
	var names []string
	command.Flags().VisitAll(func(flag *pflag.Flag) { names = append(names, flag.Name) })
	if near := nearest(name, names); near != "" {
		return s.say("there is no flag %[1]s; did you mean %[2]s?", "--"+visible(name), "--"+near)
	}
	return s.say("there is no flag %[1]s", "--"+visible(name))
}

// nearest returns the name that a misspelt word may mean, or nothing.
func nearest(word string, names []string) string {
	best, least := "", max(1, min(3, len(word)/2))+1
	for _, name := range names {
		if distance := editDistance(word, name); distance < least {
			best, least = name, distance
		}
		if best == "" && len(word) > 1 && strings.HasPrefix(name, word) {
			best = name
		}
	}
	return best
}

// editDistance counts the letters to insert, delete or replace (Levenshtein).
func editDistance(from, to string) int {
	previous := make([]int, len(to)+1)
	for column := range previous {
		previous[column] = column
	}
	for row := range len(from) {
		current := make([]int, len(to)+1)
		current[0] = row + 1
		for column := range len(to) {
			replaced := previous[column]
			if from[row] != to[column] {
				replaced++
			}
			current[column+1] = min(replaced, previous[column+1]+1, current[column]+1)
		}
		previous = current
	}
	return previous[len(to)]
}

package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// choice is a flag that takes one of a few words.
type choice struct {
	value   *string
	allowed []string
	say     func(english string, arguments ...string) string
}

func (c choice) String() string { return *c.value }

// Set takes one of the words.
func (c choice) Set(text string) error {
	if !slices.Contains(c.allowed, text) {
		return flagError(c.say("expected one of %[1]s", strings.Join(c.allowed, ", ")))
	}
	*c.value = text
	return nil
}

// Type names what the flag takes, in its help.
func (c choice) Type() string { return strings.Join(c.allowed, "|") }

// flagError is why a flag does not take a value, worded already.
type flagError string

func (e flagError) Error() string { return string(e) }

// addChoice gives a command a flag that takes one of a few words.
func (s *session) addChoice(
	command *cobra.Command, flags *pflag.FlagSet, value *string, name string, allowed []string, usage string,
) {
	if *value == "" {
		*value = allowed[0]
	}
	flags.Var(choice{value, allowed, s.say}, name, usage)
	// It fails only for a flag that is not there or has a completion already.
	_ = command.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(allowed, cobra.ShellCompDirectiveNoFileComp))
}

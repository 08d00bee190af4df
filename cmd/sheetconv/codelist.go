package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"sheetconv/model"
)

// codeList is a flag that takes codes and families, several with commas between
// them, and may be given again.
type codeList struct {
	codes []string
	// wrong says what is wrong with a name.
	wrong func(name string) string
}

func (c *codeList) String() string { return strings.Join(c.codes, ",") }

// Set adds codes and families.
func (c *codeList) Set(text string) error {
	for name := range strings.SplitSeq(text, ",") {
		name = strings.TrimSpace(name)
		if wrong := c.wrong(name); wrong != "" {
			return flagError(wrong)
		}
		c.codes = append(c.codes, name)
	}
	return nil
}

// Type names what the flag takes, in its help.
func (c *codeList) Type() string { return "CODE,…" }

// wrongSelector says what is wrong with the name of a code or a family; nothing
// where there is one.
func (s *session) wrongSelector(name string) string {
	names := selectors()
	if slices.Contains(names, name) {
		return ""
	}
	if near := nearest(name, names); near != "" {
		return s.say("there is no code %[1]s; did you mean %[2]s?", visible(name), near)
	}
	return s.say("there is no code %[1]s; the families are %[2]s", visible(name), strings.Join(families(), ", "))
}

// addCodes gives a command a flag that takes codes.
func (s *session) addCodes(command *cobra.Command, flags *pflag.FlagSet, list *codeList, name, usage string) {
	list.wrong = s.wrongSelector
	flags.Var(list, name, usage)
	_ = command.RegisterFlagCompletionFunc(name, completeCodes)
}

// completeCodes completes the last one of the codes in a list.
func completeCodes(_ *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
	before := begun[:strings.LastIndexByte(begun, ',')+1]
	var completed []string
	for _, name := range selectors() {
		if strings.HasPrefix(before+name, begun) {
			completed = append(completed, before+name)
		}
	}
	return completed, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

// precision says how exactly a list names a code: 2 by itself, 1 by its family, 0
// not at all.
func precision(list []string, code model.Code) int {
	switch {
	case slices.Contains(list, string(code)):
		return 2
	case slices.Contains(list, code.Family()):
		return 1
	default:
		return 0
	}
}

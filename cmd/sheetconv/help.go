package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// helpColumns is how wide help is, whatever the terminal: it is read beside other
// windows and in logs too.
const helpColumns = 80

// help prints the help of a command. Cobra's own is measured in bytes and worded
// in English.
func (s *session) help(command *cobra.Command, _ []string) {
	// Where stdout is closed there is nobody left to tell.
	_ = s.printText(s.helpText(command))
}

func (s *session) helpText(command *cobra.Command) string {
	var text strings.Builder
	section := func(title, body string) {
		if body != "" {
			text.WriteString("\n" + title + "\n" + strings.TrimRight(body, "\n") + "\n")
		}
	}
	text.WriteString(command.Long + "\n")
	section(s.say("Usage:"), "  "+s.usageLine(command))
	section(s.say("Examples:"), command.Example)
	section(s.say("Commands:"), s.commandList(command))
	section(s.say("Flags:"), s.flagList(command.LocalNonPersistentFlags()))
	section(s.say("Global flags:"), s.flagList(globalFlags(command)))
	if command.HasAvailableSubCommands() {
		text.WriteString("\n" + s.say("`%[1]s COMMAND --help` says more about a command.", command.CommandPath()) + "\n")
	}
	return text.String()
}

func (s *session) usageLine(command *cobra.Command) string {
	if command.HasAvailableSubCommands() && !command.HasParent() {
		return command.CommandPath() + " COMMAND [FLAGS]"
	}
	line := command.Use
	if command.HasParent() {
		line = command.Parent().CommandPath() + " " + line
	}
	return line + " [FLAGS]"
}

func globalFlags(command *cobra.Command) *pflag.FlagSet {
	if command.HasParent() {
		return command.InheritedFlags()
	}
	return command.PersistentFlags()
}

func (s *session) commandList(command *cobra.Command) string {
	var rows [][2]string
	for _, other := range command.Commands() {
		if other.IsAvailableCommand() || other.Name() == "help" {
			rows = append(rows, [2]string{"  " + other.Name(), other.Short})
		}
	}
	return s.definitions(rows)
}

func (s *session) flagList(flags *pflag.FlagSet) string {
	var rows [][2]string
	flags.VisitAll(func(flag *pflag.Flag) {
		if flag.Hidden {
			return
		}
		name := "      --" + flag.Name
		if flag.Shorthand != "" {
			name = "  -" + flag.Shorthand + ", --" + flag.Name
		}
		value, usage := pflag.UnquoteUsage(flag)
		if value != "" {
			name += " " + value
		}
		// An empty list is written as [].
		if flag.DefValue != "" && flag.DefValue != "false" && flag.DefValue != "[]" {
			usage += s.say(" (default %[1]s)", flag.DefValue)
		}
		rows = append(rows, [2]string{name, usage})
	})
	return s.definitions(rows)
}

// definitions sets names and what they mean in two columns, the second one
// wrapped. A name that is too long for its column has a line of its own.
func (s *session) definitions(rows [][2]string) string {
	const longest = 26
	column := 0
	for _, row := range rows {
		if width := s.width.Of(row[0]); width <= longest {
			column = max(column, width)
		}
	}
	column += 2
	var text strings.Builder
	for _, row := range rows {
		lines := s.width.Wrap(row[1], helpColumns-column)
		first := s.width.Pad(row[0], column) + lines[0]
		if s.width.Of(row[0]) > column-2 {
			first = row[0] + "\n" + strings.Repeat(" ", column) + lines[0]
		}
		text.WriteString(first + "\n")
		for _, line := range lines[1:] {
			text.WriteString(strings.Repeat(" ", column) + line + "\n")
		}
	}
	return text.String()
}

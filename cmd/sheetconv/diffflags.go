package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sheetconv/model"
)

// wordList is a flag that takes some of a few words, several with commas between
// them, and may be given again.
type wordList struct {
	words   []string
	allowed []string
	say     func(english string, arguments ...string) string
}

func (l *wordList) String() string { return strings.Join(l.words, ",") }

// Set adds words.
func (l *wordList) Set(text string) error {
	for word := range strings.SplitSeq(text, ",") {
		word = strings.TrimSpace(word)
		if !slices.Contains(l.allowed, word) {
			return flagError(l.say("expected one of %[1]s", strings.Join(l.allowed, ", ")))
		}
		l.words = append(l.words, word)
	}
	return nil
}

// Type names what the flag takes, in its help.
func (l *wordList) Type() string { return "CLASS,…" }

// completeWords completes the last one of the words in a list.
func completeWords(allowed []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
		before := begun[:strings.LastIndexByte(begun, ',')+1]
		var completed []string
		for _, word := range allowed {
			if strings.HasPrefix(before+word, begun) {
				completed = append(completed, before+word)
			}
		}
		return completed, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}
}

// percentage is a flag that takes a decimal that is not negative.
type percentage struct {
	value model.Number
	say   func(english string, arguments ...string) string
}

func (p *percentage) String() string { return p.value.String() }

// Set takes a decimal, also with a percent sign.
func (p *percentage) Set(text string) error {
	number, err := model.ParseNumber(strings.TrimSuffix(text, "%"))
	if err != nil || number.Decimal().Sign() < 0 {
		return flagError(p.say("expected a number of percent, such as 5 or 2.5"))
	}
	p.value = number
	return nil
}

// Type names what the flag takes, in its help.
func (p *percentage) Type() string { return "PERCENT" }

package main

import (
	"io"

	"sheetconv/export/columns"
	"sheetconv/parser"
)

// session is what one run of the program has at hand. Nothing of it is global,
// so that tests run many at once.
type session struct {
	environment func(name string) string
	stdin       io.Reader
	stdout      io.Writer
	stderr      io.Writer
	terminal    terminal // of stderr
	words       *words
	width       *columns.Width

	// The flags that every command takes.
	quiet    bool
	carets   string
	language string

	command string // the path of the command that runs, without the program's name

	// parse is parser.Parse; a test puts one that panics here.
	parse func([]byte, parser.Options) (*parser.Result, error)

	counts counts
}

// newSession finds out the language and the terminal. The arguments are looked
// through for --lang before they are parsed, because the help that parsing may
// end in is worded already when the flags are made.
func newSession(
	arguments []string, environment func(string) string, stdin io.Reader, stdout, stderr io.Writer,
) *session {
	return &session{
		environment: environment,
		stdin:       stdin,
		stdout:      stdout,
		stderr:      stderr,
		terminal:    terminalOf(stderr, environment),
		words:       newWords(chooseLanguage(arguments, environment)),
		width:       columns.New(columns.AmbiguousWide(environment)),
		parse:       parser.Parse,
	}
}

// say words a message in the session's language. The English text is the key.
// Arguments are texts only: numbers would be written with separators.
func (s *session) say(english string, arguments ...string) string {
	return s.words.say(english, arguments...)
}

package main

import (
	"io"
	"os"
	"runtime"

	"golang.org/x/term"
)

// terminal says what a stream can show.
type terminal struct {
	is     bool // a terminal at all
	width  int  // in columns
	colour bool
}

// plainWidth is how many columns are taken for granted where nobody says.
const plainWidth = 80

// terminalOf looks at a stream. Colour also depends on the environment:
// https://no-color.org, terminals without it, and the old Windows console, which
// prints the codes.
func terminalOf(stream any, environment func(string) string) terminal {
	file, isFile := stream.(*os.File)
	if !isFile || !term.IsTerminal(int(file.Fd())) {
		return terminal{width: plainWidth}
	}
	width, _, err := term.GetSize(int(file.Fd()))
	if err != nil || width < 1 {
		width = plainWidth
	}
	colour := environment("NO_COLOR") == "" && environment("TERM") != "dumb" &&
		(runtime.GOOS != "windows" || environment("WT_SESSION") != "")
	return terminal{is: true, width: width, colour: colour}
}

// isTerminal reports whether somebody types what a reader gives.
func isTerminal(reader io.Reader) bool {
	file, isFile := reader.(*os.File)
	return isFile && term.IsTerminal(int(file.Fd()))
}

// style is how a piece of text stands out in colour.
type style string

const (
	plain  style = ""
	bold   style = "1"
	red    style = "1;31"
	yellow style = "33"
	cyan   style = "36"
	green  style = "1;32"
	dim    style = "2"
)

// paint puts a style on a text where the terminal shows it.
func (t terminal) paint(as style, text string) string {
	if !t.colour || as == plain || text == "" {
		return text
	}
	return "\x1b[" + string(as) + "m" + text + "\x1b[0m"
}

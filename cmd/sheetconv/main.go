// Command sheetconv turns the text of Japanese local-government sheets into
// documents of the model sheetconv/v1.
//
// In go arguments, files and streams; out come documents on stdout, everything
// else on stderr, and an exit code: 0 done, 1 done and something to report, 2
// could not run. The package holds flags, streams and wording, one file for each
// subcommand, and must not know the insides of the packages that it calls.
package main

import (
	"errors"
	"io"
	"os"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run is the whole program but for its process.
func run(arguments []string, stdin io.Reader, stdout, stderr io.Writer) int {
	return newSession(arguments, os.Getenv, stdin, stdout, stderr).run(arguments)
}

// What a command says when it is over and all of it was told already.
var (
	// errReported says that it is done, and that there is something to report.
	errReported = errors.New("something was reported")
	// errFailed says that a part of it could not be done.
	errFailed = errors.New("something failed")
)

// run executes the command that the arguments name.
func (s *session) run(arguments []string) int {
	err := s.execute(arguments)
	interrupted, isInterrupted := errors.AsType[*interruptedError](err)
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errReported):
		return 1
	case errors.Is(err, errFailed):
		return 2
	case isInterrupted:
		return interrupted.exitCode()
	default:
		s.reportFailure(err)
		return 2
	}
}

// outcome is how it went with one input or with all of them; the greater one
// counts.
type outcome int

const (
	done outcome = iota
	reported
	failed
)

// err returns the outcome as what a command returns.
func (o outcome) err() error {
	switch o {
	case reported:
		return errReported
	case failed:
		return errFailed
	default:
		return nil
	}
}

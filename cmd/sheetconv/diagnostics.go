package main

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"sheetconv/model"
)

// counts is what the run reported so far.
type counts struct {
	errors, warnings, infos, files int
}

func (c *counts) add(severity model.Severity) {
	switch severity {
	case model.SeverityError:
		c.errors++
	case model.SeverityWarning:
		c.warnings++
	default:
		c.infos++
	}
}

// reportDiagnostics prints what the documents of an input say about it, all of
// it. The text is the input, for the lines to show.
func (s *session) reportDiagnostics(from input, documents []*model.Document, text string) {
	shown := newSource(text)
	found := false
	for _, document := range documents {
		for _, diagnostic := range document.Diagnostics {
			found = true
			s.counts.add(diagnostic.Severity)
			if s.quiet {
				continue
			}
			s.reportLine(from, diagnostic.At, diagnostic.Severity,
				s.words.diagnostic(diagnostic)+s.terminal.paint(dim, " ["+string(diagnostic.Code)+"]"))
			if s.showsSource() && !diagnostic.At.IsZero() {
				s.reportSource(shown, diagnostic.At)
			}
		}
	}
	if found {
		s.counts.files++
	}
}

// reportInputError prints why nothing was read from an input, and returns how bad
// that is.
func (s *session) reportInputError(from input, err error) outcome {
	at, text, how := s.wordInputError(err)
	s.counts.add(model.SeverityError)
	s.counts.files++
	s.reportLine(from, at, model.SeverityError, text)
	if bug, is := err.(*bugError); is && s.environment("SHEETCONV_DEBUG") != "" {
		s.tell(strings.TrimRight(string(bug.stack), "\n"))
	}
	return how
}

// severityStyles are the colours of severities.
var severityStyles = map[model.Severity]style{
	model.SeverityError: red, model.SeverityWarning: yellow, model.SeverityInfo: cyan,
}

// reportLine prints FILE:LINE:COLUMN: severity: message. The severity is the
// model's word in every language, as the code is: programs read these lines.
func (s *session) reportLine(from input, at model.Position, severity model.Severity, text string) {
	place := from.shown()
	if !at.IsZero() {
		place += ":" + at.String()
	}
	s.tell(s.terminal.paint(bold, place+":") + " " +
		s.terminal.paint(severityStyles[severity], string(severity)+":") + " " + text)
}

// showsSource reports whether lines of the input are shown.
func (s *session) showsSource() bool {
	return s.carets == caretsAlways || s.carets == caretsAuto && s.terminal.is
}

func (s *session) reportSource(shown *source, at model.Position) {
	line, caret, found := shown.excerpt(at, s.terminal.width, s.width)
	if found {
		s.tell(line)
		s.tell(s.terminal.paint(green, caret))
	}
}

// summarize ends the report of a run for a person who watches it.
func (s *session) summarize() {
	total := s.counts.errors + s.counts.warnings + s.counts.infos
	if total == 0 || s.quiet || !s.terminal.is {
		return
	}
	s.tell(s.countsText(s.counts, plural(s.counts.files,
		s.say("%[1]s file", "1"), s.say("%[1]s files", strconv.Itoa(s.counts.files)))))
}

// countsText words how many remarks there are, and in what.
func (s *session) countsText(of counts, in string) string {
	return s.say("%[1]s, %[2]s, %[3]s info in %[4]s",
		plural(of.errors, s.say("%[1]s error", "1"), s.say("%[1]s errors", strconv.Itoa(of.errors))),
		plural(of.warnings, s.say("%[1]s warning", "1"), s.say("%[1]s warnings", strconv.Itoa(of.warnings))),
		strconv.Itoa(of.infos), in)
}

// plural picks the wording for a number.
func plural(number int, one, many string) string {
	if number == 1 {
		return one
	}
	return many
}

// tell prints a line on stderr. Where that fails there is no place left to say so.
func (s *session) tell(line string) { _, _ = fmt.Fprintln(s.stderr, line) }

// visible writes control characters as escapes, so that a name can neither break
// a line nor steer a terminal, nor turn the order of what stands behind it.
func visible(text string) string {
	if !strings.ContainsFunc(text, isUnsafe) {
		return text
	}
	var escaped strings.Builder
	for _, r := range text {
		if isUnsafe(r) {
			quoted := strconv.QuoteRuneToASCII(r)
			escaped.WriteString(quoted[1 : len(quoted)-1])
		} else {
			escaped.WriteRune(r)
		}
	}
	return escaped.String()
}

func isUnsafe(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }

package main

import (
	"fmt"
	"strings"
)

// textReport is for people: a group for each file that has findings, each finding
// with its line of the sheet and a caret, and a closing line. What the baseline
// knows is counted only.
type textReport struct {
	*session
	into     *destination
	terminal terminal // of where the report goes
	begun    bool
}

func (s *session) newTextReport(into *destination) *textReport {
	shown := terminal{width: plainWidth}
	if into.stdout != nil {
		shown = terminalOf(s.stdout, s.environment)
	}
	return &textReport{session: s, into: into, terminal: shown}
}

func (r *textReport) begin() error { return nil }

func (r *textReport) file(file *checkedFile) error {
	if r.quiet {
		return nil
	}
	var text strings.Builder
	shown := newSource(file.text)
	for _, one := range file.findings {
		if one.known {
			continue
		}
		if text.Len() == 0 {
			if r.begun {
				text.WriteString("\n")
			}
			text.WriteString(r.terminal.paint(bold, file.from.shown()) + "\n")
		}
		r.writeFinding(&text, one, shown)
	}
	if text.Len() == 0 {
		return nil
	}
	r.begun = true
	if _, err := r.into.Write([]byte(text.String())); err != nil {
		return err
	}
	return r.into.flush()
}

func (r *textReport) writeFinding(text *strings.Builder, one finding, shown *source) {
	place := ""
	if !one.At.IsZero() {
		place = one.At.String() + ": "
		if one.sheet != "" {
			place = visible(one.sheet) + ":" + place
		}
	}
	fmt.Fprintf(text, "  %s%s %s%s\n", r.terminal.paint(bold, place),
		r.terminal.paint(severityStyles[one.Severity], string(one.Severity)+":"),
		visible(r.words.finding(one)), r.terminal.paint(dim, " ["+string(one.Code)+"]"))
	if r.carets == caretsNever || shown.text == "" || one.At.IsZero() {
		return
	}
	if line, caret, found := shown.excerpt(one.At, r.terminal.width-len(excerptIndent), r.width); found {
		fmt.Fprintf(text, "  %s\n  %s\n", line, r.terminal.paint(green, caret))
	}
}

func (r *textReport) end(total checkTotal) error {
	if r.quiet {
		return nil
	}
	text := r.totalText(total) + "\n"
	if r.begun {
		text = "\n" + text
	}
	_, err := r.into.Write([]byte(text))
	return err
}

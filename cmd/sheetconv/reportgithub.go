package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"sheetconv/model"
)

// githubLimit is how many annotations of a level GitHub shows of a step. It drops
// the others without a word.
const githubLimit = 10

// githubReport prints workflow commands, which GitHub shows beside the lines of a
// change. Findings beyond the limit stand in the log as plain lines, and a summary
// says what they are. What the baseline knows is counted only.
type githubReport struct {
	*session
	into    *destination
	printed map[model.Severity]int
	// more counts the findings that are no annotations.
	more map[githubMore]int
}

type githubMore struct {
	severity model.Severity
	code     model.Code
}

// githubLevels are GitHub's words for severities.
var githubLevels = map[model.Severity]string{
	model.SeverityError: "error", model.SeverityWarning: "warning", model.SeverityInfo: "notice",
}

// What workflow commands take as their own signs, in texts and in properties.
var (
	githubText     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	// githubPlain breaks what the runner would take for a command inside a line.
	githubPlain = strings.NewReplacer("##[", "## [")
)

func (r *githubReport) begin() error {
	r.more = map[githubMore]int{}
	return nil
}

func (r *githubReport) file(file *checkedFile) error {
	for _, one := range file.findings {
		if one.known {
			continue
		}
		r.printed[one.Severity]++
		line := r.annotation(file, one)
		if r.printed[one.Severity] > githubLimit {
			r.more[githubMore{one.Severity, one.Code}]++
			line = r.plainLine(file, one)
		}
		if _, err := r.into.Write([]byte(line + "\n")); err != nil {
			return err
		}
	}
	return r.into.flush()
}

func (r *githubReport) annotation(file *checkedFile, one finding) string {
	place := placeOf(file, one)
	properties := "file=" + githubProperty.Replace(place.path)
	if !place.at.IsZero() {
		properties += fmt.Sprintf(",line=%d,col=%d", place.at.Line, place.at.Column)
	}
	return "::" + githubLevels[one.Severity] + " " + properties + ",title=" + githubProperty.Replace(string(one.Code)) +
		"::" + githubText.Replace(place.lead+r.words.finding(one))
}

// plainLine is a finding as a line of the log. It begins so that no file's name can
// make a command of it.
func (r *githubReport) plainLine(file *checkedFile, one finding) string {
	place := placeOf(file, one)
	at := visible(place.path)
	if !place.at.IsZero() {
		at += ":" + place.at.String()
	}
	return githubPlain.Replace(fmt.Sprintf("- %s: %s: %s%s [%s]",
		at, one.Severity, place.lead, visible(r.words.finding(one)), one.Code))
}

func (r *githubReport) end(total checkTotal) error {
	var kinds []githubMore
	for kind := range r.more {
		kinds = append(kinds, kind)
	}
	slices.SortFunc(kinds, func(a, b githubMore) int {
		return cmp.Or(rank(string(a.severity))-rank(string(b.severity)), strings.Compare(string(a.code), string(b.code)))
	})
	var counted []string
	for _, kind := range kinds {
		counted = append(counted, fmt.Sprintf("%d %s %s", r.more[kind], kind.severity, kind.code))
	}
	text := r.totalText(total) + "\n"
	if len(counted) > 0 {
		summary := r.say("more findings are in the log of this step: %[1]s", strings.Join(counted, ", "))
		text = r.summaryLine(summary) + "\n" + text
	}
	_, err := r.into.Write([]byte(text))
	return err
}

// summaryLine is a remark about the whole run: an annotation of the mildest level
// that still has room for one, else a line of the log. It is of no level that is worse
// than every finding: a run that passes shows no error.
func (r *githubReport) summaryLine(text string) string {
	worst := slices.IndexFunc(severities, func(severity string) bool { return r.printed[model.Severity(severity)] > 0 })
	for _, severity := range slices.Backward(severities[max(worst, 0):]) {
		if r.printed[model.Severity(severity)] < githubLimit {
			return "::" + githubLevels[model.Severity(severity)] + " title=sheetconv check::" + githubText.Replace(text)
		}
	}
	return "- " + text
}

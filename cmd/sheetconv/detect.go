package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"sheetconv/model"
	"sheetconv/parser"
)

// The formats of commands that print a table.
const (
	toText = "text"
	toJSON = "json"
)

type detectFlags struct {
	readFlags
	to string
}

func (s *session) newDetectCommand() *cobra.Command {
	options := &detectFlags{}
	command := &cobra.Command{
		Use:   "detect [FILE…]",
		Short: s.say("Tell which form a sheet has, how sure that is, and why"),
		Long: s.say(`Tell which form a sheet has, how sure that is, and why: the labels of the
form that were found, with the line of each, and those that are missing;
then how well every other form fits.

The exit code is 1 if a file fits no form, or several forms at once.`),
		Example: s.say(`  sheetconv detect sheet.txt
  sheetconv detect --to json sheets/*.txt`),
		RunE: func(_ *cobra.Command, arguments []string) error { return s.detectAll(options, arguments) },
	}
	s.addChoice(command, command.Flags(), &options.to, "to", []string{toText, toJSON}, s.say("the output format"))
	s.addReadFlags(command, &options.readFlags)
	return command
}

// detectReport is what detect --to json prints.
type detectReport struct {
	Schema string         `json:"schema"`
	Files  []detectedFile `json:"files"`
}

type detectedFile struct {
	File string `json:"file"`
	// Form is absent where no form is accepted, or several are.
	Form       string      `json:"form,omitempty"`
	Error      string      `json:"error,omitempty"`
	Candidates []candidate `json:"candidates,omitempty"`
}

type candidate struct {
	Form       string          `json:"form"`
	Confidence model.Number    `json:"confidence"`
	Accepted   bool            `json:"accepted"`
	Found      []foundEvidence `json:"found,omitempty"`
	Missing    []string        `json:"missing,omitempty"`
}

type foundEvidence struct {
	Label string         `json:"label"`
	At    model.Position `json:"at"`
}

func (s *session) detectAll(options *detectFlags, arguments []string) error {
	if err := s.checkNames("", options.encoding); err != nil {
		return err
	}
	inputs, err := s.inputs(arguments)
	if err != nil {
		return err
	}
	report := detectReport{Schema: "sheetconv-detect/v1"}
	total := done
	for index, from := range inputs {
		file, how := s.detectOne(options, from)
		total = max(total, how)
		report.Files = append(report.Files, file)
		if options.to == toText && file.Error == "" {
			if err := s.printText(s.detectionText(file, index > 0)); err != nil {
				return err
			}
		}
	}
	if options.to == toJSON {
		if err := s.printJSON(report); err != nil {
			return err
		}
	}
	return total.err()
}

func (s *session) detectOne(options *detectFlags, from input) (detectedFile, outcome) {
	file := detectedFile{File: from.shown()}
	data, err := s.read(from, options.limit.bytes)
	var detections []parser.Detection
	if err == nil {
		detections, err = guard(func() ([]parser.Detection, error) {
			return parser.Detect(data, parser.Options{Encoding: options.encoding, MaxBytes: options.limit.bytes})
		})
	}
	if err != nil {
		_, file.Error, _ = s.wordInputError(err)
		return file, s.reportInputError(from, err)
	}
	accepted := 0
	for _, detection := range detections {
		file.Candidates = append(file.Candidates, candidateOf(detection))
		if detection.Accepted() {
			accepted++
		}
	}
	if accepted != 1 {
		return file, reported
	}
	file.Form = file.Candidates[slices.IndexFunc(detections, parser.Detection.Accepted)].Form
	return file, done
}

func candidateOf(detection parser.Detection) candidate {
	found := make([]foundEvidence, 0, len(detection.Found))
	for _, evidence := range detection.Found {
		found = append(found, foundEvidence{evidence.Label, evidence.At})
	}
	return candidate{
		Form: detection.Form, Confidence: detection.Confidence, Accepted: detection.Accepted(),
		Found: found, Missing: detection.Missing,
	}
}

// detectionText is the table of one file: the verdict, the evidence for the best
// form and for others that are accepted too, and the scores of the rest.
func (s *session) detectionText(file detectedFile, follows bool) string {
	var text strings.Builder
	if follows {
		text.WriteString("\n")
	}
	var accepted []string
	for _, other := range file.Candidates {
		if other.Accepted {
			accepted = append(accepted, other.Form)
		}
	}
	switch len(accepted) {
	case 0:
		text.WriteString(s.say("%[1]s: no known form", file.File))
	case 1:
		text.WriteString(s.say("%[1]s: %[2]s", file.File, file.Form))
	default:
		text.WriteString(s.say("%[1]s: several forms: %[2]s", file.File, strings.Join(accepted, ", ")))
	}
	text.WriteString("\n")
	scores := [][]string{}
	for index, other := range file.Candidates {
		if index == 0 || other.Accepted {
			text.WriteString(s.evidenceText(other))
			continue
		}
		scores = append(scores, []string{"    " + other.Form, other.Confidence.String()})
	}
	if len(scores) > 0 {
		text.WriteString("  " + s.say("other forms") + "\n" + s.width.Table(scores))
	}
	return text.String()
}

func (s *session) evidenceText(of candidate) string {
	rows := [][]string{}
	for _, evidence := range of.Found {
		rows = append(rows, []string{
			"    " + s.say("found"), s.say("line %[1]s", strconv.Itoa(int(evidence.At.Line))), evidence.Label,
		})
	}
	for _, label := range of.Missing {
		rows = append(rows, []string{"    " + s.say("missing"), "", label})
	}
	return "  " + s.say("%[1]s: confidence %[2]s", of.Form, of.Confidence.String()) + "\n" + s.width.Table(rows)
}

// printText prints a result on stdout.
func (s *session) printText(text string) error {
	if _, err := fmt.Fprint(s.stdout, text); err != nil {
		return &outputError{"", err}
	}
	return nil
}

// printJSON prints a result on stdout as one indented JSON value.
func (s *session) printJSON(value any) error {
	encoder := json.NewEncoder(s.stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(value); err != nil {
		return &outputError{"", err}
	}
	return nil
}

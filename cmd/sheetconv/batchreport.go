package main

import (
	"encoding/json"
	"errors"
	"path/filepath"
	"strconv"

	"sheetconv/cmd/sheetconv/batch"
)

// closeBatch tells how a batch went. With -q only what could not be done is told.
func (s *session) closeBatch(report *batch.Report) {
	for _, failure := range report.Failures {
		s.tell(s.terminal.paint(bold, visible(failure.Name)+":") + " " +
			s.terminal.paint(red, "error:") + " " + s.wordBatchError(failure.Fault))
	}
	if more := report.Failed - len(report.Failures); more > 0 {
		s.tell(s.say("… and %[1]s more that failed; see the manifest", strconv.Itoa(more)))
	}
	if s.quiet {
		return
	}
	s.tell(s.batchTable(report) + "\n" + s.batchTotals(report))
	s.tellSlowest(report)
	s.tellVanished(report)
}

// batchTable is the table of forms and what became of their files.
func (s *session) batchTable(report *batch.Report) string {
	rows := [][]string{{
		s.say("FORM"), s.say("STATUS"), s.say("FILES"), s.say("DOCUMENTS"), s.say("ITEMS"),
		s.say("ERRORS"), s.say("WARNINGS"), s.say("INFO"),
	}}
	for _, group := range report.Groups {
		form := group.Form
		if form == "" {
			form = "-"
		}
		rows = append(rows, []string{
			form, string(group.Status), strconv.Itoa(group.Files), strconv.Itoa(group.Documents), strconv.Itoa(group.Items),
			strconv.Itoa(group.Errors), strconv.Itoa(group.Warnings), strconv.Itoa(group.Infos),
		})
	}
	return s.width.Table(rows)
}

func (s *session) batchTotals(report *batch.Report) string {
	inputs := plural(report.Inputs, s.say("%[1]s file", "1"), s.say("%[1]s files", strconv.Itoa(report.Inputs)))
	return s.say("%[1]s: %[2]s converted, %[3]s unchanged, %[4]s failed; %[5]s MB in %[6]s s", inputs, strconv.Itoa(report.Inputs-report.Unchanged-report.Failed), strconv.Itoa(report.Unchanged), strconv.Itoa(report.Failed),
		megabytes(report.Bytes), seconds(report.Elapsed.Seconds()))
}

// fromSlow is how long an input takes, in seconds, to be named among the slowest.
const fromSlow = 0.1

func (s *session) tellSlowest(report *batch.Report) {
	for index, one := range report.Slowest {
		if one.Seconds < fromSlow {
			return
		}
		if index == 0 {
			s.tell(s.say("the slowest:"))
		}
		s.tell("  " + s.say("%[1]s: %[2]s s", visible(one.Name), seconds(one.Seconds)))
	}
}

// tellVanished tells which inputs are gone, and which outputs that left.
func (s *session) tellVanished(report *batch.Report) {
	if report.Vanished > 0 {
		s.tell(s.say("no longer there since the last run: %[1]s", strconv.Itoa(report.Vanished)))
	}
	for _, name := range report.VanishedNames {
		s.tell("  " + visible(name))
	}
	if report.Vanished > len(report.VanishedNames) {
		s.tell("  …")
	}
	if others := report.Orphans - report.Kept; others > 0 {
		s.tell(s.say("outputs that no input stands for any more: %[1]s; remove them with --prune", strconv.Itoa(others)))
	}
	if report.Kept > 0 {
		s.tell(s.say("outputs kept, because what they were made from could not be read: %[1]s", strconv.Itoa(report.Kept)))
	}
	if report.Pruned > 0 {
		s.tell(s.say("outputs removed that no input stood for any more: %[1]s", strconv.Itoa(report.Pruned)))
	}
}

// batchReport is what --report writes.
type batchReport struct {
	Schema   string        `json:"schema"`
	Summary  batchSummary  `json:"summary"`
	Groups   []batch.Group `json:"groups"`
	Slowest  []slowInput   `json:"slowest"`
	Failed   []failedInput `json:"failed"`
	Vanished []string      `json:"vanished"`
}

type batchSummary struct {
	Planned     int         `json:"planned"`
	Inputs      int         `json:"inputs"`
	Converted   int         `json:"converted"`
	Unchanged   int         `json:"unchanged"`
	Failed      int         `json:"failed"`
	Documents   int         `json:"documents"`
	Items       int         `json:"items"`
	Errors      int         `json:"error"`
	Warnings    int         `json:"warning"`
	Infos       int         `json:"info"`
	Bytes       int64       `json:"bytes"`
	Seconds     json.Number `json:"seconds"`
	Vanished    int         `json:"vanished"`
	Orphans     int         `json:"orphans"`
	Pruned      int         `json:"pruned"`
	Kept        int         `json:"kept"`
	Interrupted bool        `json:"interrupted"`
}

type slowInput struct {
	Name    string      `json:"name"`
	Seconds json.Number `json:"seconds"`
}

type failedInput struct {
	Name   string `json:"name"`
	Reason string `json:"reason"`
}

// openBatchReport checks where --report writes to before long work begins; nil is
// nowhere.
func (s *session) openBatchReport(options *batchFlags, sources []string) (*destination, error) {
	if options.report == "" {
		return nil, nil
	}
	if filepath.Clean(options.report) == filepath.Join(options.output, batch.ManifestName) {
		return nil, s.usageError("%[1]s is the manifest; name another file with --report", visible(options.report))
	}
	taken := []input{{options.filesFrom}}
	for _, source := range sources {
		taken = append(taken, input{source})
	}
	into, err := s.openDestination(options.report, taken)
	if folder := filepath.Dir(options.report); errors.Is(err, errNoFolder) && folder == filepath.Clean(options.output) {
		return &destination{name: options.report}, nil // The run makes the folder.
	}
	return into, err
}

// writeBatchReport writes the account as JSON.
func (s *session) writeBatchReport(into *destination, report *batch.Report) error {
	whole := batchReport{
		Schema: "sheetconv-batch/v1", Groups: report.Groups, Vanished: append([]string{}, report.VanishedNames...),
		Slowest: []slowInput{}, Failed: []failedInput{},
		Summary: batchSummary{
			Planned: report.Planned, Inputs: report.Inputs, Converted: report.Inputs - report.Unchanged - report.Failed,
			Unchanged: report.Unchanged, Failed: report.Failed, Bytes: report.Bytes, Seconds: milliseconds(report.Elapsed.Seconds()),
			Vanished: report.Vanished, Orphans: report.Orphans, Pruned: report.Pruned, Kept: report.Kept, Interrupted: report.Interrupted,
		},
	}
	for _, group := range report.Groups {
		whole.Summary.Documents += group.Documents
		whole.Summary.Items += group.Items
		whole.Summary.Errors += group.Errors
		whole.Summary.Warnings += group.Warnings
		whole.Summary.Infos += group.Infos
	}
	for _, one := range report.Slowest {
		whole.Slowest = append(whole.Slowest, slowInput{one.Name, milliseconds(one.Seconds)})
	}
	for _, failure := range report.Failures {
		whole.Failed = append(whole.Failed, failedInput{failure.Name, s.wordBatchError(failure.Fault)})
	}
	text, err := indentedJSON("", whole)
	if err != nil {
		return err
	}
	if _, err := into.Write([]byte(text + "\n")); err != nil {
		return err
	}
	return into.finish()
}

func milliseconds(value float64) json.Number {
	return json.Number(strconv.FormatFloat(value, 'f', 3, 64))
}

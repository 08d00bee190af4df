package main

import (
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
	s.tell(s.batchTable(report))
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
	return s.width.table(rows)
}

package main

import (
	"github.com/spf13/cobra"

	"sheetconv/export/table"
	"sheetconv/export/workbook"
	"sheetconv/model/check"
)

func workbookCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "xlsx INPUT… -o FILE",
		Short: s.say("Write an Excel workbook to hand on"),
		Long: s.say(`Write one Excel workbook of all inputs: an overview with links, one row for each
item, indicators with their years side by side, costs, staffing, evaluations,
plans and results, narratives, attributes, findings and charts.

Headings are in the language of --lang. Numbers have the decimals that are
printed, money is in yen and shown in the unit that is printed, what the sheet
does not say is an empty cell. The rules of check are run, and their findings
are listed, unless --check=false is given.`),
		Example: s.say(`  sheetconv export xlsx sheets/ -o summary.xlsx

  # in Japanese, from everything that a batch converted
  sheetconv export xlsx --lang ja models/manifest.jsonl -o summary.xlsx`),
	}
}

// workbookTarget collects the documents of a workbook, which needs them all.
type workbookTarget struct {
	*session
	destination *destination
	documents   []*table.Document
}

func openWorkbook(s *session, options *exportFlags) (exportTarget, error) {
	destination, err := s.openDestination(options.output, nil)
	if err != nil {
		return nil, err
	}
	return &workbookTarget{session: s, destination: destination}, nil
}

// add takes a document. The messages of findings are worded here: the workbook
// shows them as they are.
func (t *workbookTarget) add(document *table.Document) error {
	for index := range document.Findings {
		found := &document.Findings[index]
		found.Message = t.words.finding(finding{Finding: check.Finding{Diagnostic: found.Diagnostic}})
	}
	t.documents = append(t.documents, document)
	return nil
}

func (t *workbookTarget) finish() (outcome, error) {
	if err := workbook.Write(t.destination, t.documents, workbook.Options{Language: t.words.language}); err != nil {
		return failed, err
	}
	return done, t.destination.finish()
}

func (t *workbookTarget) close() {}

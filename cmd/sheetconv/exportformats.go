package main

import (
	"io"
	"runtime/debug"

	"github.com/spf13/cobra"

	"sheetconv/export/table"
	"sheetconv/export/workbook"
)

func workbookCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "xlsx INPUT… -o FILE",
		Short: s.say("Write an Excel workbook that can be handed on"),
		Long: s.say(`Write one Excel workbook of all documents: an overview, the items, indicators by
years, costs, staffing, evaluations, texts, what check finds, and charts.
Headings are in the language of the session (--lang).`),
		Example: s.say(`  sheetconv export xlsx sheets/ -o summary.xlsx

  # in Japanese, of everything that a batch converted
  sheetconv export xlsx --lang ja models/ -o summary.xlsx`),
	}
}

func openWorkbook(s *session, options *exportFlags) (exportTarget, error) {
	return openDestinationTarget(s, options, nil, func(into io.Writer, documents []*table.Document) error {
		// Documents and cells are held at once, so little garbage is let lie beside them.
		defer debug.SetGCPercent(debug.SetGCPercent(25))
		return workbook.Write(into, documents, workbook.Options{Language: s.words.language})
	})
}

func csvCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "csv INPUT… -o DIR",
		Short: s.say("Write typed tables as CSV, with a Data Package"),
		Long: s.say(`Write a folder of CSV tables, one row a fact, and datapackage.json, which gives
every column its type, its meaning and its keys (Frictionless Data Package).

A table without rows is there, too, with its header. Numbers have the decimals
that are printed, money is in yen, what the sheet does not say is empty.
Texts are not changed: for a spreadsheet that would take some for formulas,
give --guard-formulas.`),
		Example: s.say(`  sheetconv export csv sheets/ -o tables

  # for Excel in Japanese
  sheetconv export csv sheets/ --encoding cp932 --guard-formulas -o tables

  # with the findings of check
  sheetconv export csv --check models/ -o tables`),
	}
}

func addCSVFlags(s *session, command *cobra.Command, options *exportFlags) {
	flags := command.Flags()
	flags.BoolVar(&options.byteOrderMark, "bom", false, s.say("begin each table with a byte order mark, by which Excel tells UTF-8"))
	s.addChoice(command, flags, &options.outputEncoding, "encoding", []string{encodingUTF8, encodingCP932},
		s.say("the encoding of the tables; what cp932 cannot hold is told and replaced by 〓"))
	flags.BoolVar(&options.guardFormulas, "guard-formulas", false,
		s.say("put ' before a text that a spreadsheet would take for a formula"))
}

func jsonLinesCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "jsonl INPUT… -o DIR",
		Short: s.say("Write the same tables as JSON Lines"),
		Long: s.say(`Write the tables of export csv as JSON Lines: an object a row, without the keys
that the sheet does not say. datapackage.json describes them.`),
		Example: s.say(`  sheetconv export jsonl sheets/ -o tables`),
	}
}

func markdownCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:   "markdown INPUT… [-o OUT]",
		Short: s.say("Write a page for each document, to read"),
		Long: s.say(`Write a page of Markdown for each document, for a wiki or a pull request: what
it is, its items with indicators, costs and evaluations by years, its texts,
and what check finds. In a folder, index.md lists the pages.`),
		Example: s.say(`  # one sheet, to the terminal
  sheetconv export markdown sheet.txt

  # a folder of pages, in Japanese
  sheetconv export markdown --lang ja sheets/ -o pages`),
	}
}

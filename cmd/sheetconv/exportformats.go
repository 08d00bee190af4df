package main

import "github.com/spf13/cobra"

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

package main

import (
	"github.com/spf13/cobra"

	"sheetconv/model"
	"sheetconv/parser"
)

// formsReport is what forms --to json prints.
type formsReport struct {
	Schema string        `json:"schema"`
	Forms  []formDetails `json:"forms"`
}

type formDetails struct {
	ID           string             `json:"id"`
	Kind         model.DocumentKind `json:"kind"`
	Title        string             `json:"title"`
	Municipality model.Municipality `json:"municipality"`
	Summary      string             `json:"summary"`
}

func (s *session) newFormsCommand() *cobra.Command {
	to := ""
	command := &cobra.Command{
		Use:   "forms",
		Short: s.say("List the forms that can be read"),
		Long: s.say(`List the forms that can be read: the id that --form takes, the title, the
municipality that publishes it, and a line about what it holds.`),
		Example: s.say(`  sheetconv forms
  sheetconv forms --to json`),
		Args: s.noArguments,
		RunE: func(*cobra.Command, []string) error {
			if to == toJSON {
				return s.printJSON(formsAsJSON())
			}
			return s.printText(s.formsAsText())
		},
	}
	s.addChoice(command, command.Flags(), &to, "to", []string{toText, toJSON}, s.say("the output format"))
	return command
}

func formsAsJSON() formsReport {
	report := formsReport{Schema: "sheetconv-forms/v1", Forms: []formDetails{}}
	for _, form := range parser.Forms() {
		report.Forms = append(report.Forms, formDetails{form.ID, form.Kind, form.Title, form.Municipality, form.Summary})
	}
	return report
}

func (s *session) formsAsText() string {
	rows := [][]string{{s.say("ID"), s.say("TITLE"), s.say("MUNICIPALITY"), s.say("HOLDS")}}
	for _, form := range parser.Forms() {
		place := form.Municipality.Prefecture + form.Municipality.Name
		summary := form.Summary
		if translated := formSummaries[form.ID]; s.words.language == japanese && translated != "" {
			summary = translated
		}
		rows = append(rows, []string{form.ID, form.Title, place, summary})
	}
	return s.width.Table(rows)
}

package main

import (
	"github.com/spf13/cobra"

	"sheetconv/model"
)

func (s *session) newSchemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: s.say("Print the JSON Schema of the model"),
		Long: s.say(`Print the JSON Schema (2020-12) of one document of the model sheetconv/v1,
for editors and validators. It is the same for JSON and YAML.`),
		Example: s.say(`  sheetconv schema > sheetconv.schema.json`),
		Args:    s.noArguments,
		RunE: func(*cobra.Command, []string) error {
			schema, err := model.JSONSchema()
			if err != nil {
				return err
			}
			return s.printText(string(schema))
		},
	}
}

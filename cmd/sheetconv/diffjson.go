package main

import (
	"encoding/json"
	"io"

	"sheetconv/model/compare"
)

// The formats of diff that are no text.
const (
	formatJSON = "json"
	formatXLSX = "xlsx"
)

// writeResults writes indented JSON values, one after another, as parse does.
func writeResults(into io.Writer, results []*compare.Result) error {
	encoder := json.NewEncoder(into)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	for _, result := range results {
		if err := encoder.Encode(result); err != nil {
			return err
		}
	}
	return nil
}

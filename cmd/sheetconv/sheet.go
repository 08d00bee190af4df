package main

import (
	"sheetconv/model"
	"sheetconv/parser"
)

// sheetFlags say how to read a sheet, whatever command does it.
type sheetFlags struct {
	readFlags
	form      string
	positions bool
}

func (o *parseFlags) sheetFlags() sheetFlags { return sheetFlags{o.readFlags, o.form, o.positions} }

// parseSheet returns the documents of one sheet and tells nothing. Several jobs may
// call it at once.
func (s *session) parseSheet(options sheetFlags, name string, data []byte) ([]*model.Document, error) {
	result, err := guard(func() (*parser.Result, error) {
		return s.parse(data, parser.Options{
			Name: name, Form: options.form, Encoding: options.encoding, MaxBytes: options.limit.bytes,
		})
	})
	if err != nil {
		return nil, err
	}
	if !options.positions {
		for _, document := range result.Documents {
			document.StripPositions()
		}
	}
	return result.Documents, nil
}

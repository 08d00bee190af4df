package main

import (
	"bytes"
	"regexp"

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
	result, err := s.readDocuments(options, name, data, false)
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

// readDocuments returns the documents of a sheet or a model with their positions,
// and the text of a sheet. Several jobs may call it at once.
func (s *session) readDocuments(options sheetFlags, name string, data []byte, isModel bool) (*parser.Result, error) {
	return guard(func() (*parser.Result, error) {
		if isModel {
			documents, err := model.Read(data)
			return &parser.Result{Documents: documents}, err
		}
		return s.parse(data, parser.Options{
			Name: name, Form: options.form, Encoding: options.encoding, MaxBytes: options.limit.bytes,
		})
	})
}

// modelKey is the key that says that a file is a model, in YAML or JSON. No sheet
// holds it.
var modelKey = regexp.MustCompile(`(?m)(?:^|[{\[,-])[ \t]*["']?schema["']?[ \t]*:[ \t]*["']?sheetconv/`)

// isModel reports whether an input is one that parse wrote, in whatever order its
// keys stand by now.
func isModel(data []byte) bool {
	return bytes.Contains(data, []byte("sheetconv/")) && modelKey.Match(bytes.TrimPrefix(data, []byte("\uFEFF")))
}

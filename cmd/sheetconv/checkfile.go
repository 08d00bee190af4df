package main

import (
	"sheetconv/model"
	"sheetconv/model/check"
	"sheetconv/parser"
)

// checkedFile is what came of one input.
type checkedFile struct {
	from      input
	documents int
	findings  []finding
	// text is the decoded sheet, for the lines to show; empty of a model.
	text string
	// err is why the input was not read; isModel whether it was read as a model.
	err     error
	isModel bool
	beside  map[string]bool // the sheets of a model, and whether each lies beside it
}

// checkFile reads an input and holds it against the rules. It runs beside others, so
// it words nothing and prints nothing.
func (s *session) checkFile(options *checkFlags, from input) *checkedFile {
	file := &checkedFile{from: from}
	var data []byte
	if data, file.err = s.read(from, options.limit.bytes); file.err != nil {
		return file
	}
	file.isModel = isModel(data)
	var result *parser.Result
	result, file.err = s.readDocuments(sheetFlags{options.readFlags, options.form, true}, from.base(), data, file.isModel)
	if file.err != nil {
		return file
	}
	if options.report == reportText {
		file.text = result.Text
	}
	file.documents = len(result.Documents)
	file.findings, file.err = guard(func() ([]finding, error) { return file.findingsOf(result.Documents), nil })
	return file
}

// findingsOf holds documents against the rules.
func (file *checkedFile) findingsOf(documents []*model.Document) []finding {
	var findings []finding
	for _, document := range documents {
		for _, found := range check.Document(document) {
			one := finding{Finding: found}
			if file.isModel && document.Source != nil {
				one.sheet, one.digest = document.Source.Name, document.Source.SHA256
			}
			findings = append(findings, one)
		}
	}
	return findings
}

// wordFailure turns the reason for which an input was not read into a finding. It
// returns how bad that is: what could not even be opened is told on stderr instead.
func (s *session) wordFailure(file *checkedFile) outcome {
	at, worded, how := s.wordInputError(file.err)
	if how == failed {
		return s.reportInputError(file.from, file.err)
	}
	code := codeUnparsed
	if file.isModel {
		code = codeModelUnparsed
	}
	_, inEnglish, _ := s.english().wordInputError(file.err)
	file.findings = []finding{inputFinding(code, at, inEnglish, worded, s.words.language)}
	return done
}

// english returns a session that words the same in English, for what programs read.
func (s *session) english() *session {
	other := *s
	other.words = newWords(english)
	return &other
}

package batch

import (
	"bytes"
	"encoding/json"

	"sheetconv/model"
)

// Status is what became of an input.
type Status string

const (
	// Done is the status of an input whose documents were written.
	Done Status = "ok"
	// Failed is the status of one that gave none.
	Failed Status = "failed"
)

// Entry is a line of the manifest: the account of one input.
type Entry struct {
	Path      string `json:"path"`
	Member    string `json:"member,omitempty"`
	Status    Status `json:"status"`
	Form      string `json:"form,omitempty"`
	Documents int    `json:"documents"`
	Items     int    `json:"items"`
	Errors    int    `json:"error"`
	Warnings  int    `json:"warning"`
	Infos     int    `json:"info"`
	// Output is the file that holds the documents, below the output folder.
	Output string `json:"output,omitempty"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256,omitempty"`
	Reason string `json:"reason,omitempty"`
	// Settings stands for the tool's version and the options that have a say in the
	// documents. An entry under others is out of date.
	Settings string `json:"settings"`
}

func (e *Entry) key() key { return key{e.Path, e.Member} }

// count takes over what the documents say.
func (e *Entry) count(documents []*model.Document) {
	e.Documents = len(documents)
	for _, document := range documents {
		if document.Source != nil {
			e.Form = document.Source.Form
		}
		e.Items += len(document.Items)
		for _, diagnostic := range document.Diagnostics {
			switch diagnostic.Severity {
			case model.SeverityError:
				e.Errors++
			case model.SeverityWarning:
				e.Warnings++
			default:
				e.Infos++
			}
		}
	}
}

// line is the entry as a line of the manifest.
func (e *Entry) line() []byte {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(e) // Texts and numbers always encode.
	return buffer.Bytes()
}

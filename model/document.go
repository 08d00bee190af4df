package model

// Schema names the contract that a document follows.
const Schema = "sheetconv/v1"

// Document is one published sheet, table or plan.
type Document struct {
	Schema       string        `json:"schema" yaml:"schema"`
	Source       *Source       `json:"source,omitempty" yaml:"source,omitempty"`
	Kind         DocumentKind  `json:"kind" yaml:"kind"`
	Title        string        `json:"title,omitempty" yaml:"title,omitempty"`
	Municipality *Municipality `json:"municipality,omitempty" yaml:"municipality,omitempty"`
	Plan         *Plan         `json:"plan,omitempty" yaml:"plan,omitempty"`
	FiscalYear   int           `json:"fiscal_year,omitempty" yaml:"fiscal_year,omitempty"`
	AsOf         Date          `json:"as_of,omitzero" yaml:"as_of,omitempty"`
	Grades       []Grade       `json:"grades,omitempty" yaml:"grades,omitempty"`
	Items        []Item        `json:"items,omitempty" yaml:"items,omitempty"`
	Summary      []Summary     `json:"summary,omitempty" yaml:"summary,omitempty"`
	Notes        []string      `json:"notes,omitempty" yaml:"notes,omitempty"`
	// NotesAt are the positions of the notes, in their order. They are no part
	// of the written model, and absent in a document that was read from one.
	NotesAt     []Position   `json:"-" yaml:"-"`
	Unmapped    []Unmapped   `json:"unmapped,omitempty" yaml:"unmapped,omitempty"`
	Diagnostics []Diagnostic `json:"diagnostics,omitempty" yaml:"diagnostics,omitempty"`
}

// Source says where a document was read from and how.
type Source struct {
	// Name is the base name of the input, never a path.
	Name string `json:"name,omitempty" yaml:"name,omitempty"`
	// SHA256 is the digest of the input's bytes, in lower-case hexadecimal.
	SHA256 string `json:"sha256,omitempty" yaml:"sha256,omitempty"`
	// Encoding is the character encoding that the input was decoded from.
	Encoding string `json:"encoding,omitempty" yaml:"encoding,omitempty"`
	// Form is the id of the form that read it, such as isehara-program.
	Form string `json:"form,omitempty" yaml:"form,omitempty"`
	// Confidence is how sure the detection of the form was, from 0 to 1.
	Confidence Number `json:"confidence,omitzero" yaml:"confidence,omitempty"`
	// FirstLine and LastLine are the lines of the input, counted from 1, that
	// the document covers.
	FirstLine int `json:"first_line,omitempty" yaml:"first_line,omitempty"`
	LastLine  int `json:"last_line,omitempty" yaml:"last_line,omitempty"`
}

// Municipality is the publisher of a document.
type Municipality struct {
	Name       string `json:"name,omitempty" yaml:"name,omitempty"`
	Prefecture string `json:"prefecture,omitempty" yaml:"prefecture,omitempty"`
	// Code is the six-digit 全国地方公共団体コード with its check digit.
	Code string `json:"code,omitempty" yaml:"code,omitempty"`
}

// Plan is the plan that a document belongs to.
type Plan struct {
	Name string `json:"name,omitempty" yaml:"name,omitempty"`
	// StartFY and EndFY are the first and the last fiscal year of the plan.
	StartFY int `json:"start_fy,omitempty" yaml:"start_fy,omitempty"`
	EndFY   int `json:"end_fy,omitempty" yaml:"end_fy,omitempty"`
}

// Grade is one entry of a printed legend, such as A 順調.
type Grade struct {
	At    Position `json:"at,omitzero" yaml:"at,omitempty"`
	Grade string   `json:"grade" yaml:"grade"`
	Label string   `json:"label,omitempty" yaml:"label,omitempty"`
}

// Summary is a printed roll-up, such as the number of items per grade.
type Summary struct {
	At     Position     `json:"at,omitzero" yaml:"at,omitempty"`
	Label  string       `json:"label" yaml:"label"`
	Counts []GradeCount `json:"counts,omitempty" yaml:"counts,omitempty"`
}

// GradeCount is the number of items that a summary gives for a grade.
type GradeCount struct {
	Grade string `json:"grade,omitempty" yaml:"grade,omitempty"`
	Count int    `json:"count" yaml:"count"`
}

// Unmapped is a piece of printed text that no rule took.
type Unmapped struct {
	At   Position `json:"at" yaml:"at"`
	Text string   `json:"text" yaml:"text"`
}

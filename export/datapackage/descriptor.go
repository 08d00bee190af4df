package datapackage

import (
	"encoding/json"
	"io"

	"sheetconv/export/table"
	"sheetconv/model"
)

// CreatedBy is what the descriptor's key created_by holds, by which a later export
// knows that the files are its own.
const CreatedBy = "sheetconv"

// descriptor is a Data Package after version 1 of the Frictionless specifications.
// Titles and descriptions are in both languages, so that the file does not depend on
// who makes it.
type descriptor struct {
	Profile     string     `json:"profile"`
	Name        string     `json:"name"`
	CreatedBy   string     `json:"created_by"`
	Model       string     `json:"model"`
	Description string     `json:"description"`
	Resources   []resource `json:"resources"`
}

type resource struct {
	Profile     string   `json:"profile"`
	Name        string   `json:"name"`
	Path        string   `json:"path"`
	Title       string   `json:"title"`
	Description string   `json:"description"`
	Format      string   `json:"format"`
	MediaType   string   `json:"mediatype"`
	Encoding    string   `json:"encoding"`
	Dialect     *dialect `json:"dialect,omitempty"`
	Schema      schema   `json:"schema"`
}

// dialect says how the CSV is written.
type dialect struct {
	Delimiter        string `json:"delimiter"`
	LineTerminator   string `json:"lineTerminator"`
	QuoteChar        string `json:"quoteChar"`
	DoubleQuote      bool   `json:"doubleQuote"`
	SkipInitialSpace bool   `json:"skipInitialSpace"`
	Header           bool   `json:"header"`
}

type schema struct {
	Fields        []field      `json:"fields"`
	MissingValues []string     `json:"missingValues"`
	PrimaryKey    []string     `json:"primaryKey"`
	ForeignKeys   []foreignKey `json:"foreignKeys,omitempty"`
}

type field struct {
	Name        string       `json:"name"`
	Type        string       `json:"type"`
	Title       string       `json:"title"`
	Description string       `json:"description"`
	Unit        string       `json:"unit,omitempty"`
	Source      string       `json:"source,omitempty"`
	Constraints *constraints `json:"constraints,omitempty"`
}

type constraints struct {
	Required bool     `json:"required,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

type foreignKey struct {
	Fields    []string  `json:"fields"`
	Reference reference `json:"reference"`
}

type reference struct {
	Resource string   `json:"resource"`
	Fields   []string `json:"fields"`
}

// fieldTypes are the types of Table Schema for those of cells.
var fieldTypes = map[table.Type]string{
	table.Text: "string", table.Integer: "integer", table.Decimal: "number", table.Year: "year",
	table.Date: "date", table.Boolean: "boolean", table.Yen: "integer", table.List: "array",
}

func writeDescriptor(into io.Writer, format *Format, options *Options) error {
	whole := descriptor{
		Profile: "tabular-data-package", Name: "sheetconv-export", CreatedBy: CreatedBy, Model: model.Schema,
		Description: "自治体の評価シート・計画書から読み取った事実の表 / Tables of what sheets of Japanese local governments say",
	}
	for _, of := range table.All() {
		one := resource{
			Profile: "tabular-data-resource", Name: of.Name, Path: of.Name + format.ending, Title: both(of.Title),
			Description: both(of.Description), MediaType: format.mediaType, Encoding: "utf-8", Schema: schemaOf(of),
		}
		format.describe(options, &one)
		whole.Resources = append(whole.Resources, one)
	}
	encoder := json.NewEncoder(into)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(whole)
}

func both(words table.Words) string {
	if words.Japanese == words.English {
		return words.English
	}
	return words.Japanese + " / " + words.English
}

func describeCSV(options *Options, into *resource) {
	into.Format = "csv"
	into.Dialect = &dialect{Delimiter: ",", LineTerminator: "\r\n", QuoteChar: `"`, DoubleQuote: true, Header: true}
	if options.CP932 {
		into.Encoding = "cp932"
	}
}

func describeJSONLines(_ *Options, into *resource) { into.Format = "ndjson" }

func schemaOf(of *table.Table) schema {
	made := schema{MissingValues: []string{""}, PrimaryKey: of.Key}
	for index := range of.Columns {
		made.Fields = append(made.Fields, fieldOf(&of.Columns[index]))
	}
	for _, to := range of.References {
		target := to.Table
		if target == of.Name {
			target = "" // as the specification names the same table
		}
		made.ForeignKeys = append(made.ForeignKeys, foreignKey{to.Columns, reference{target, to.To}})
	}
	return made
}

func fieldOf(column *table.Column) field {
	made := field{
		Name: column.Name, Type: fieldTypes[column.Type], Title: both(column.Title),
		Description: both(column.Description), Unit: column.Unit.Japanese, Source: column.Field,
	}
	limits := constraints{Required: column.Required}
	for _, value := range column.Values {
		limits.Enum = append(limits.Enum, value.Name)
	}
	if limits.Required || limits.Enum != nil {
		made.Constraints = &limits
	}
	return made
}

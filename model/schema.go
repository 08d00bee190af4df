package model

import (
	"bytes"
	"encoding/json"
	"reflect"
)

// SchemaID is the $id of the JSON Schema.
const SchemaID = "urn:sheetconv:v1"

// JSONSchema returns the JSON Schema (2020-12) of one document, indented, with a
// line break at its end. It is made from the types, so it can't differ from
// them, and is always the same bytes. What reading tolerates (an empty text for
// an absent one) it refuses, as the contract does.
func JSONSchema() ([]byte, error) {
	root := schemaObject{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$id", SchemaID},
		{"title", Schema},
	}
	document := reflect.TypeFor[Document]()
	root = append(root, structSchema(document)...)

	var definitions schemaObject
	for _, t := range structTypes(document, nil)[1:] {
		definitions = append(definitions, schemaMember{t.Name(), structSchema(t)})
	}
	root = append(root, schemaMember{"$defs", definitions})

	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(root)
	return buffer.Bytes(), err
}

// schemaObject is a JSON object that keeps its order.
type schemaObject []schemaMember

type schemaMember struct {
	key   string
	value any
}

// MarshalJSON writes the members in their order.
func (o schemaObject) MarshalJSON() ([]byte, error) {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	buffer.WriteByte('{')
	for i, member := range o {
		if i > 0 {
			buffer.WriteByte(',')
		}
		if err := encoder.Encode(member.key); err != nil {
			return nil, err
		}
		buffer.WriteByte(':')
		if err := encoder.Encode(member.value); err != nil {
			return nil, err
		}
	}
	buffer.WriteByte('}')
	return buffer.Bytes(), nil
}

// structTypes returns a type and every struct that it is written with, each
// once, in the order of their first use.
func structTypes(t reflect.Type, known []reflect.Type) []reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || scalarSchema(t) != nil {
		return known
	}
	for _, other := range known {
		if other == t {
			return known
		}
	}
	known = append(known, t)
	for _, field := range objectOf(t).fields {
		known = structTypes(field.typ, known)
	}
	return known
}

func structSchema(t reflect.Type) schemaObject {
	var properties schemaObject
	required := []string{}
	for _, field := range objectOf(t).fields {
		property := append(typeSchema(field.typ), fieldRules[t.Name()+"."+field.name]...)
		properties = append(properties, schemaMember{field.name, property})
		if field.required || field.name == "raw" && alwaysRaw[t.Name()] {
			required = append(required, field.name)
		}
	}
	schema := schemaObject{{"type", "object"}}
	if description := descriptions[t.Name()]; description != "" {
		schema = append(schema, schemaMember{"description", description})
	}
	schema = append(schema, schemaMember{"properties", properties})
	if len(required) > 0 {
		schema = append(schema, schemaMember{"required", required})
	}
	schema = append(schema, schemaMember{"additionalProperties", false})
	return append(schema, typeRules[t.Name()]...)
}

// typeSchema returns the schema of a value where it is used.
func typeSchema(t reflect.Type) schemaObject {
	if scalar := scalarSchema(t); scalar != nil {
		return scalar
	}
	if values, isEnum := enums[t]; isEnum {
		return schemaObject{{"type", "string"}, {"enum", values}}
	}
	switch t.Kind() {
	case reflect.Pointer:
		return typeSchema(t.Elem())
	case reflect.Slice:
		return schemaObject{{"type", "array"}, {"minItems", 1}, {"items", typeSchema(t.Elem())}}
	case reflect.Struct:
		return schemaObject{{"$ref", "#/$defs/" + t.Name()}}
	case reflect.String:
		return schemaObject{{"type", "string"}, {"minLength", 1}}
	case reflect.Bool:
		return schemaObject{{"type", "boolean"}}
	default:
		return schemaObject{{"type", "integer"}}
	}
}

// scalarSchema returns the schema of a type that is no object though it is a
// struct in Go, or has a form of its own; nil for every other type.
func scalarSchema(t reflect.Type) schemaObject {
	switch t {
	case reflect.TypeFor[Number]():
		return schemaObject{{"type", "number"}}
	case reflect.TypeFor[Yen]():
		return schemaObject{{"type", "integer"}}
	case reflect.TypeFor[Cumulative]():
		return schemaObject{{"type", []string{"boolean", "number"}}}
	case reflect.TypeFor[Position]():
		return schemaObject{{"type", "string"}, {"pattern", "^[1-9][0-9]*:[1-9][0-9]*$"}}
	case reflect.TypeFor[Date]():
		return schemaObject{
			{"type", "string"}, {"format", "date"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
		}
	case reflect.TypeFor[Code]():
		return schemaObject{{"type", "string"}, {"pattern", codePattern}}
	}
	return nil
}

// codePattern is what the code of a diagnostic looks like.
const codePattern = "^(text|layout|value|sum|consistency|required)/[a-z0-9-]+$"

// alwaysRaw names the types whose figure always has its text as printed.
var alwaysRaw = map[string]bool{
	"Value": true, "Quantity": true, "Direction": true, "Denominator": true,
}

// typeRules holds what a type demands beyond its fields. An attribute is a
// figure or words, or the options of boxes.
var typeRules = map[string]schemaObject{
	"Attribute": {{"anyOf", []schemaObject{
		{{"required", []string{"raw"}}},
		{{"required", []string{"options"}}},
		{{"required", []string{"selected"}}},
	}}},
}

// fieldRules holds what a field demands beyond its type.
var fieldRules = map[string]schemaObject{
	"Document.schema":   {{"const", Schema}},
	"Source.name":       {{"pattern", `^[^/\\]+$`}},
	"Source.sha256":     {{"pattern", "^[0-9a-f]{64}$"}},
	"Source.encoding":   {{"enum", []string{"utf-8", "cp932", "euc-jp", "iso-2022-jp", "utf-16le", "utf-16be"}}},
	"Source.confidence": {{"minimum", 0}, {"maximum", 1}},
	"Source.first_line": {{"minimum", 1}},
	"Source.last_line":  {{"minimum", 1}},
	"Municipality.code": {{"pattern", "^[0-9]{6}$"}},
	"GradeCount.count":  {{"minimum", 0}},
	"Rank.position":     {{"minimum", 1}},
	"Rank.of":           {{"minimum", 1}},
}

// descriptions says in a line what each object is.
var descriptions = map[string]string{
	"Document":     "One published sheet, table or plan of a Japanese municipality. An absent thing is an absent key.",
	"Source":       "Where the document was read from and how.",
	"Municipality": "The publisher; code is the six-digit 全国地方公共団体コード.",
	"Plan":         "The plan that the document belongs to, with its first and last fiscal year.",
	"Grade":        "An entry of the printed legend of grades.",
	"Summary":      "A printed roll-up: the number of items per grade.",
	"GradeCount":   "The number of items of one grade.",
	"Unmapped":     "Printed text that no rule took; at is its LINE:COLUMN in the decoded input.",
	"Diagnostic":   "A remark about the sheet: what could not be read, or should be known.",
	"Item":         "What the document is about: a program, initiative, theme, measure, direction or project.",
	"Policy":       "A level of the plan's hierarchy, top down.",
	"Department":   "A section in charge (課), with its division (部).",
	"Period":       "The fiscal years over which the item runs.",
	"Attribute":    "A label with its value: a quantity, words, or the options of check boxes.",
	"Text":         "A narrative under one printed label.",
	"Task":         "A year of a plan or result in words.",
	"Cost":         "An amount of money in a block of costs.",
	"Staffing":     "A head-count of one category of staff, with its money.",
	"UnitCost":     "A cost per head and the number that it divides by.",
	"Denominator":  "The quantity that a cost is divided by.",
	"Evaluation":   "The judgement of one criterion.",
	"Indicator":    "A measured quantity with its values over the years.",
	"Direction":    "Where the indicator is to move; a printed bound stands here as a quantity without value.",
	"Quantity":     "A figure beside its text as printed (raw), with the year, date or note printed with it.",
	"Value":        "A figure for one fiscal year and measure; fy is absent where the year can't be told.",
	"Rank":         "A position among others: 3/17 団体.",
}

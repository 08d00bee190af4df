package model

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"testing"

	"gopkg.in/yaml.v3"
)

// typical returns a document of 24 initiatives, with positions as --positions
// prints them.
func typical(b *testing.B) *Document {
	b.Helper()
	data, err := os.ReadFile(expectedModels(b)[2])
	if err != nil {
		b.Fatal(err)
	}
	documents, err := Read(data)
	if err != nil {
		b.Fatal(err)
	}
	setPositions(reflect.ValueOf(documents[0]).Elem())
	return documents[0]
}

// setPositions gives every row a position.
func setPositions(v reflect.Value) {
	if v.Kind() == reflect.Pointer && !v.IsNil() {
		setPositions(v.Elem())
	}
	if v.Kind() == reflect.Slice {
		for i := range v.Len() {
			setPositions(v.Index(i))
		}
	}
	if v.Kind() == reflect.Struct && scalarSchema(v.Type()) == nil {
		for _, field := range objectOf(v.Type()).fields {
			setPositions(v.FieldByIndex(field.index))
		}
		if at := v.FieldByName("At"); at.IsValid() {
			at.Set(reflect.ValueOf(Position{1234, 56}))
		}
	}
}

func BenchmarkEncodeJSON(b *testing.B) {
	d := typical(b)
	var buffer bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		buffer.Reset()
		encoder := json.NewEncoder(&buffer)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(d); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(buffer.Len()))
}

func BenchmarkEncodeYAML(b *testing.B) {
	d := typical(b)
	var buffer bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		buffer.Reset()
		encoder := yaml.NewEncoder(&buffer)
		encoder.SetIndent(2)
		if err := encoder.Encode(d); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(buffer.Len()))
}

func BenchmarkReadJSON(b *testing.B) { benchmarkRead(b, encodeJSON(b, typical(b))) }

func BenchmarkReadYAML(b *testing.B) { benchmarkRead(b, encodeYAML(b, typical(b))) }

func benchmarkRead(b *testing.B, data []byte) {
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkValidate(b *testing.B) {
	d := typical(b)
	b.ReportAllocs()
	for b.Loop() {
		if found := d.Validate(); len(found) > 0 {
			b.Fatal(found)
		}
	}
}

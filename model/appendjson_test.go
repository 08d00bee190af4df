package model

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// checkAppended expects what encoding/json writes, also behind what the buffer holds.
func checkAppended(t *testing.T, d *Document) {
	t.Helper()
	want := bytes.TrimSuffix(encodeJSON(t, d), []byte("\n"))
	got := d.AppendJSON([]byte("{"))
	if !bytes.Equal(got[1:], want) {
		t.Fatal(difference(got[1:], want))
	}
}

// The generator fills every field of every type, whatever they are, and leaves
// out what may be absent now and then.
func TestAppendJSON(t *testing.T) {
	checkAppended(t, new(Document))
	for seed := range uint64(200) {
		checkAppended(t, newGenerator(seed, "a\xe3\x81b\xff", "\u2027\u2028\u2029\u202a\u20a8", "\b\f\x1f", "\xe2\x80").document())
	}
}

// With one field set at a time, the comma before it and its absence are seen, too.
func TestAppendJSONOfOneField(t *testing.T) {
	set := 0
	for _, field := range objectOf(reflect.TypeFor[Item]()).fields {
		for seed := range uint64(20) {
			item := Item{}
			newGenerator(seed).fill(reflect.ValueOf(&item).Elem().FieldByIndex(field.index), true)
			checkAppended(t, &Document{Items: []Item{item, {}, item}})
			set++
		}
	}
	if set == 0 {
		t.Fatal("an item has no fields")
	}
}

func TestAppendJSONOfGoldens(t *testing.T) {
	files, err := filepath.Glob("../testdata/forms/*/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no goldens: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		documents, err := Read(data)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range documents {
			checkAppended(t, d)
			setPositions(reflect.ValueOf(d).Elem())
			checkAppended(t, d)
		}
	}
}

func FuzzAppendJSON(f *testing.F) {
	for _, text := range hostileTexts {
		f.Add(text, uint64(1))
	}
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		checkAppended(t, newGenerator(seed, text).document())
		checkAppended(t, &Document{Title: text, Notes: []string{text, text}})
	})
}

func BenchmarkAppendJSON(b *testing.B) {
	d := typical(b)
	var buffer []byte
	b.ReportAllocs()
	for b.Loop() {
		buffer = d.AppendJSON(buffer[:0])
	}
	b.SetBytes(int64(len(buffer)))
}

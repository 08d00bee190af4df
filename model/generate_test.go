package model

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// hostileTexts are texts that YAML or JSON writers and readers are known to
// change, or to take for something else.
var hostileTexts = []string{
	"12", "3.70", "-1", "+1", "1_000", "0x1F", "0o17", "017", "1e3", ".5", "1:30", "12:30:45", ".inf", ".NaN",
	"2020-03-31", "2020-1-1", "2001-12-14t21:59:43.10-05:00", "yes", "No", "on", "OFF", "y", "N", "true", "False",
	"null", "NULL", "~", "=", "<<", "-", "--", "---", "...", "?", ":", "- a", "# a", "a # b", "a: b", "a:", ":a", "&a", "*a",
	"!a", "!!int 1", "|", ">", "%", "%a", "@", "`", "'", `"`, `\`, `\n`, "{}", "[]", "{a", "a]", ",", "a, b", "?a", "? a",
	" a", "a ", "　全角", "全角　", "\ta", "a\t", "a\tb", "a\t# b", "a\u00a0", "\u00a0a",
	"\n", "\na", "a\n", "a\n\n", "\n\na", "a\nb", "a \nb", "a\n b", " a\nb", "a\n\n\nb", "a\n \nb", "a\n\t\nb", "a\n\tb", "\ta\nb",
	"  a\nb\n", "a\n  b\n c", "a\r\nb", "a\rb", "\r", "- a\n- b", "# a\nb", "a: b\nc: d", "---\na", "a\n---\nb", "a\n...\nb", "%a\nb",
	"a\u0085b", "a\u2028b", "a\u2029b\nc", "\ufeffa", "a\ufeffb", "a\n\ufeffb", "\u200ba", "a\u200b\nb", "\ufffd", "\uffff", "\ue000外字",
	"\x00", "a\x01b", "\x1b[31m", "\x7f", "\u009f", "𠮷野家", "𠮷\n野", "👩‍👩‍👧", "が\u3099", "①㍻№", "<b>&amp;</b>",
	"第1章\n　本事業は、\n\n　・対象：市民\n※備考", "令和2年3月31日", "A：概ね計画どおり", "87.5％", "△1,234千円", "(1) 概要",
	strings.Repeat("長い文章。", 200), strings.Repeat("a b ", 300) + "c", strings.Repeat("行\n", 100) + "終",
}

// generator makes documents that hold everything that the types can hold, and
// hostile texts in every place.
type generator struct {
	random *rand.Rand
	texts  []string
}

func newGenerator(seed uint64, texts ...string) *generator {
	return &generator{rand.New(rand.NewPCG(seed, 1)), append(texts, hostileTexts...)}
}

func (g *generator) document() *Document {
	d := new(Document)
	g.fill(reflect.ValueOf(d).Elem(), true)
	d.Schema = Schema
	return d
}

// fill sets a value to something that the reader takes. What is not required
// is absent now and then.
func (g *generator) fill(v reflect.Value, required bool) {
	if !required && g.random.IntN(3) == 0 {
		return
	}
	switch into := v.Addr().Interface().(type) {
	case *Number:
		*into = NewNumber(g.random.Int64()>>g.random.IntN(63)-1000, g.random.IntN(6))
		return
	case *Yen:
		*into = NewYen(int64(g.random.Uint64()))
		return
	case *Cumulative:
		*into = Cumulative{Flag: true}
		g.fill(reflect.ValueOf(&into.Amount).Elem(), false)
		return
	case *Position:
		*into = Position{1 + g.random.Int32N(5000), 1 + g.random.Int32N(100)}
		return
	case *Date:
		*into, _ = NewDate(1900+g.random.IntN(200), 1+g.random.IntN(12), 1+g.random.IntN(28))
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		g.fill(v.Elem(), true)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), g.random.IntN(4), 4))
		for i := range v.Len() {
			g.fill(v.Index(i), true)
		}
	case reflect.Struct:
		for _, field := range objectOf(v.Type()).fields {
			g.fill(v.FieldByIndex(field.index), field.required)
		}
	case reflect.String:
		v.SetString(g.text(v.Type()))
	case reflect.Bool:
		v.SetBool(true)
	default:
		v.SetInt(g.random.Int64N(4000) - 1000)
	}
}

func (g *generator) text(t reflect.Type) string {
	if values, isEnum := enums[t]; isEnum {
		return values[g.random.IntN(len(values))]
	}
	text := g.texts[g.random.IntN(len(g.texts))]
	for g.random.IntN(4) == 0 {
		text += g.texts[g.random.IntN(len(g.texts))]
	}
	return text
}

// example returns a document that sets every key of the contract, as a sheet
// might, without hostile texts.
func example() *Document {
	g := &generator{random: rand.New(rand.NewPCG(7, 7)), texts: []string{"市税徴収率", "総務部 納税課", "見直しを行う。\n次年度も続ける。"}}
	d := new(Document)
	g.fillWhole(reflect.ValueOf(d).Elem())
	d.Schema = Schema
	d.Source = &Source{
		Name: "000.txt", SHA256: strings.Repeat("0a", 32), Encoding: "cp932", Form: "misato-program",
		Confidence: NewNumber(95, 2), FirstLine: 1, LastLine: 9000,
	}
	d.Municipality.Code = "142140"
	for i := range d.Items {
		d.Items[i].ID = []string{"3", "3/1", "3/2"}[i]
		d.Items[i].Parent = []string{"", "3", "3/1"}[i]
	}
	for i := range d.Diagnostics {
		d.Diagnostics[i].Code = CodeTwoAmounts
	}
	return d
}

// fillWhole sets every key, and gives each list three rows.
func (g *generator) fillWhole(v reflect.Value) {
	switch {
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		g.fillWhole(v.Elem())
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 3, 3))
		for i := range 3 {
			g.fillWhole(v.Index(i))
		}
	case v.Kind() == reflect.Struct && scalarSchema(v.Type()) == nil:
		for _, field := range objectOf(v.Type()).fields {
			g.fillWhole(v.FieldByIndex(field.index))
		}
	case v.Kind() == reflect.Int:
		v.SetInt(2000 + g.random.Int64N(30))
	default:
		g.fill(v, true)
	}
}

func encodeJSON(t testing.TB, d *Document) []byte {
	t.Helper()
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(d); err != nil {
		t.Fatal(err)
	}
	return buffer.Bytes()
}

func encodeYAML(t testing.TB, documents ...*Document) []byte {
	t.Helper()
	var buffer bytes.Buffer
	encoder := yaml.NewEncoder(&buffer)
	encoder.SetIndent(2)
	for _, d := range documents {
		if err := encoder.Encode(d); err != nil {
			t.Fatal(err)
		}
	}
	if err := encoder.Close(); err != nil {
		t.Fatal(err)
	}
	return buffer.Bytes()
}

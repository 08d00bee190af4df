package parser_test

import (
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// This file compares a document with a person's reading of the sheet, leaf by
// leaf, as the contract's scoring does: rows are paired by key, texts without
// regard to width and punctuation, and a text that holds the other earns a part.

// ignoredKeys have no part in the comparison: what the program adds, and what
// is printed beside a value that is compared itself.
var ignoredKeys = map[string]bool{
	"at": true, "source": true, "diagnostics": true, "unmapped": true, "label": true,
	"raw": true, "schema": true, "notes": true, "options": true,
}

// rowKeys pair the rows of a list; of rows with equal keys, those in order.
var rowKeys = map[string][]string{
	"items": {"id"}, "indicators": {"name"}, "values": {"measure", "fy"},
	"costs": {"line", "basis", "fy"}, "staffing": {"category", "fy"}, "unit_costs": {"fy"},
	"evaluations": {"criterion", "fy"}, "texts": {"key", "fy"},
	"schedule": {"task", "measure", "fy"}, "departments": {"section", "division"},
	"policy": {"level"}, "attributes": {"label"}, "grades": {"grade"},
	"summary": {"label"}, "counts": {"grade"},
}

// partialKeys are the leaves that earn a part where one text holds the other.
var partialKeys = map[string]bool{
	"text": true, "reason": true, "definition": true, "method": true, "name": true,
	"title": true, "choice": true, "task": true, "state": true, "note": true,
}

// leaf is a scalar of a document; its path names rows by key.
type leaf struct {
	path  []string
	value any
}

func (l leaf) key() string { return strings.Join(l.path, "/") }

// leavesOf returns the leaves of a document that was decoded with json.Number.
func leavesOf(document any) map[string]leaf {
	found := map[string]leaf{}
	collectLeaves(document, nil, func(l leaf) { found[l.key()] = l })
	return found
}

func collectLeaves(value any, path []string, add func(leaf)) {
	row := ""
	if len(path) > 0 {
		row = path[len(path)-1]
	}
	switch value := value.(type) {
	case map[string]any:
		for key, child := range value {
			kept := key == "label" && strings.HasPrefix(row, "grades") || key == "raw" && strings.HasPrefix(row, "attributes")
			if !ignoredKeys[key] || kept {
				collectLeaves(child, append(slices.Clip(path), key), add)
			}
		}
	case []any:
		collectRows(value, path, row, add)
	default:
		add(leaf{path, value})
	}
}

func collectRows(rows []any, path []string, name string, add func(leaf)) {
	seen := map[string]int{}
	for _, row := range rows {
		switch row := row.(type) {
		case map[string]any:
			key := rowKey(name, row)
			last := name + "(" + key + ")"
			if rowKeys[name] == nil {
				collectLeaves(row, append(slices.Clip(path), fmt.Sprint(seen[key])), add)
			} else {
				if seen[key] > 0 {
					last += "#" + fmt.Sprint(seen[key])
				}
				collectLeaves(row, append(slices.Clip(path[:len(path)-1]), last), add)
			}
			seen[key]++
		case []any:
			collectLeaves(row, append(slices.Clip(path), fmt.Sprint(seen[""])), add)
			seen[""]++
		default:
			add(leaf{append(slices.Clip(path), "="+fmt.Sprint(normalized(row))), true})
		}
	}
}

func rowKey(name string, row map[string]any) string {
	var parts []string
	for _, key := range rowKeys[name] {
		switch value, exists := row[key]; {
		case !exists:
			parts = append(parts, "")
		case key == "id":
			parts = append(parts, normalizedID(fmt.Sprint(value)))
		default:
			parts = append(parts, fmt.Sprint(normalized(value)))
		}
	}
	return strings.Join(parts, ",")
}

// punctuation is what texts are compared without, beside white space.
const punctuation = "・･,、。.，．:：;；-–—―−ー~～〜()（）「」『』[]【】〔〕<>＜＞/／|"

// decimal is a number as a fraction in lowest terms: 3.70 is 3.7.
type decimal string

// normalized returns a scalar as it is compared.
func normalized(value any) any {
	switch value := value.(type) {
	case string:
		return strings.ToLower(strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) || strings.ContainsRune(punctuation, r) {
				return -1
			}
			return r
		}, norm.NFKC.String(value)))
	case json.Number:
		if number, ok := new(big.Rat).SetString(value.String()); ok {
			return decimal(number.RatString())
		}
	}
	return value
}

func normalizedID(id string) string { return strings.Join(strings.Fields(norm.NFKC.String(id)), "") }

// creditOf returns how much of a leaf was got, from 0 to 1.
func creditOf(path []string, want, got any) float64 {
	last := path[len(path)-1]
	wantText, isText := want.(string)
	if isText && (last == "id" || last == "parent" || last == "number") {
		if gotText, ok := got.(string); ok && normalizedID(wantText) == normalizedID(gotText) {
			return 1
		}
		return 0
	}
	a, b := normalized(want), normalized(got)
	if a == b {
		return 1
	}
	short, isText := a.(string)
	long, areTexts := b.(string)
	if !isText || !areTexts || !partialKeys[last] {
		return 0
	}
	if utf8.RuneCountInString(short) > utf8.RuneCountInString(long) {
		short, long = long, short
	}
	if size := utf8.RuneCountInString(short); size >= 4 && strings.Contains(long, short) {
		return float64(size) / float64(utf8.RuneCountInString(long))
	}
	return 0
}

// leafScore sums up how well documents agree with what is expected.
type leafScore struct {
	credit    float64
	want, got int
	// misses are the leaves that differ, each in a line.
	misses []string
}

func (s *leafScore) f1() float64 {
	if s.want == 0 || s.got == 0 || s.credit == 0 {
		return 0
	}
	recall, precision := s.credit/float64(s.want), s.credit/float64(s.got)
	return 2 * precision * recall / (precision + recall)
}

func (s *leafScore) add(expected, parsed any) {
	want, got := leavesOf(expected), leavesOf(parsed)
	s.want += len(want)
	s.got += len(got)
	var misses, extra []string
	for key, leaf := range want {
		other, exists := got[key]
		credit := 0.0
		if exists {
			credit = creditOf(leaf.path, leaf.value, other.value)
		}
		s.credit += credit
		switch {
		case !exists:
			misses = append(misses, fmt.Sprintf("%s: missing, want %#v", key, leaf.value))
		case credit < 0.999:
			misses = append(misses, fmt.Sprintf("%s: got %#v, want %#v", key, other.value, leaf.value))
		}
	}
	for key, leaf := range got {
		if _, exists := want[key]; !exists {
			extra = append(extra, fmt.Sprintf("%s: not wanted, got %#v", key, leaf.value))
		}
	}
	slices.Sort(misses)
	slices.Sort(extra)
	s.misses = append(append(s.misses, misses...), extra...)
}

// compareLeaves compares streams of JSON documents in order.
func compareLeaves(t *testing.T, expected, parsed string) *leafScore {
	t.Helper()
	want, got := decodeStream(t, expected), decodeStream(t, parsed)
	score := &leafScore{}
	for i := range max(len(want), len(got)) {
		var one, other any
		if i < len(want) {
			one = want[i]
		} else {
			one = map[string]any{}
		}
		if i < len(got) {
			other = got[i]
		} else {
			other = map[string]any{}
		}
		score.add(one, other)
	}
	return score
}

// decodeStream returns the documents of a stream: values one after another, or
// arrays of them.
func decodeStream(t *testing.T, text string) []any {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var documents []any
	for {
		var value any
		err := decoder.Decode(&value)
		if err == io.EOF {
			return documents
		}
		if err != nil {
			t.Fatal(err)
		}
		if list, isList := value.([]any); isList {
			documents = append(documents, list...)
		} else {
			documents = append(documents, value)
		}
	}
}

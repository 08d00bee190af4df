package parser_test

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"sheetconv/model"
)

// This file holds what a damaged sheet lacks against what its reading reports.

// news are the diagnostics and unmapped texts that the damage brought about.
type news struct {
	diagnostics []model.Diagnostic
	unmapped    []model.Unmapped
}

func (j *judge) findSilent() {
	for i, clean := range j.clean.facts {
		own := j.clean.origins[i]
		if !j.whole[i] && j.isDestroyed(clean, own) {
			j.verdict.destroyed++
			continue
		}
		j.verdict.clean++
		if !j.whole[i] {
			j.verdict.missing = append(j.verdict.missing, i)
		}
		switch {
		case j.whole[i]:
			j.verdict.recovered++
		case j.joined[i]:
		case clean.derived && len(j.damaged.destroyed) > 0:
		case !j.isCovered(clean, own):
			j.verdict.silent = append(j.verdict.silent, "lost "+clean.String()+j.remains(i, clean)+j.near(own))
		}
	}
}

// rowsApart is how many lines a figure may stand from the cell that a fact's
// position names: a goal from its indicator's name, money from its head-count.
const rowsApart = 12

// isDestroyed reports whether the damage took a figure of the fact out of the
// sheet: its own cell, or one nearby that prints the digits of one of its parts.
func (j *judge) isDestroyed(clean fact, own int) bool {
	if own < 0 || j.damaged.destroyed[own] {
		return own >= 0
	}
	here := j.clean.table.origins[own].first
	for lost := range j.damaged.destroyed {
		cell := j.clean.table.origins[lost]
		if cell.first < here-rowsApart || cell.first > here+rowsApart {
			continue
		}
		if clean.place == "indicator" && cell.first == here && strings.HasSuffix(plain(cell.text), clean.parts["unit"]) {
			return true // the unit of an indicator may be the one that its numbers carry
		}
		for name, value := range clean.parts {
			if !isWordy(name) && digits(value) != "" && digits(value) == digits(cell.text) {
				return true
			}
		}
	}
	return false
}

// digits returns the digits of a number, without the zeros of thousands of yen.
func digits(text string) string {
	number := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
	if trimmed := strings.TrimRight(number, "0"); trimmed != "" {
		return trimmed
	}
	return number
}

// cellsApart is how many lines a diagnostic may stand from a cell of a sheet with
// one cell a line: about a row of its tables, for which the diagnostic speaks.
const cellsApart = 8

// isCovered reports whether something new speaks for a fact that is missing: a
// diagnostic or an unmapped text on the line where its cell now stands or the
// next (of a sheet with one cell a line, within a row), an unmapped text that
// holds its words, or a text that holds them because its cell was joined with
// another's. What has no line of its own is spoken for by any diagnostic.
func (j *judge) isCovered(clean fact, own int) bool {
	if own < 0 {
		return len(j.news.diagnostics)+len(j.news.unmapped) > 0
	}
	apart := 1
	if j.clean.table.pipes {
		apart = cellsApart
	}
	isNear := func(at model.Position) bool {
		return slices.ContainsFunc(j.damaged.lines[own], func(span lineSpan) bool {
			return int(at.Line) >= span.first-apart && int(at.Line) <= span.last+apart
		})
	}
	text := plain(j.clean.table.origins[own].text)
	for _, diagnostic := range j.news.diagnostics {
		if isNear(diagnostic.At) || slices.ContainsFunc(diagnostic.Arguments, func(a string) bool { return plain(a) == text }) {
			return true
		}
	}
	for _, piece := range j.news.unmapped {
		held := plain(piece.Text)
		if isNear(piece.At) || strings.Contains(held, text) || utf8.RuneCountInString(held) > 3 && strings.Contains(text, held) {
			return true
		}
	}
	for _, cell := range j.damaged.joined {
		if slices.Contains(cell.origins, own) && slices.ContainsFunc(j.keptText, func(kept string) bool { return strings.Contains(kept, text) }) {
			return true
		}
	}
	return false
}

// remains says what was found in a missing fact's place.
func (j *judge) remains(i int, clean fact) string {
	if !j.weak[i] {
		return ""
	}
	for _, f := range j.found {
		if f.item == clean.item && f.place == clean.place && (f.name == "" || f.name == clean.name) && (f.fy == 0 || f.fy == clean.fy) && !samePartsAs(clean, f) {
			return "\n\t\tfound less: " + f.String()
		}
	}
	return "\n\t\tfound less, without its year or name"
}

func (j *judge) near(own int) string {
	if own < 0 {
		return ""
	}
	spans := j.damaged.lines[own]
	line := " (now line " + strconv.Itoa(spans[0].first) + ")"
	return line + j.lineOf(model.Position{Line: int32(spans[0].first), Column: 1})
}

// newsOf returns what the documents report beyond what the clean ones do.
func newsOf(clean *cleanSheet, documents []*model.Document) news {
	known := map[string]int{}
	count(clean.documents, func(text string) { known[text]++ }, nil)
	var found news
	count(documents, func(text string) { known[text]-- }, func(text string, diagnostic *model.Diagnostic, piece *model.Unmapped) {
		if known[text] >= 0 {
			return
		}
		if diagnostic != nil {
			found.diagnostics = append(found.diagnostics, *diagnostic)
		} else {
			found.unmapped = append(found.unmapped, *piece)
		}
	})
	return found
}

// count calls each for every report of the documents, and then judge, if any.
func count(documents []*model.Document, each func(string), judge func(string, *model.Diagnostic, *model.Unmapped)) {
	for _, document := range documents {
		for i := range document.Diagnostics {
			diagnostic := &document.Diagnostics[i]
			text := string(diagnostic.Code) + plain(strings.Join(diagnostic.Arguments, "|"))
			each(text)
			if judge != nil {
				judge(text, diagnostic, nil)
			}
		}
		for i := range document.Unmapped {
			piece := &document.Unmapped[i]
			each(plain(piece.Text))
			if judge != nil {
				judge(plain(piece.Text), nil, piece)
			}
		}
	}
}

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"sheetconv/model"
	"sheetconv/model/check"
)

// finding is what check has to say about a place of a file.
type finding struct {
	check.Finding
	// sheet is the name of the sheet that the place is in, where the file is a
	// model; the sheet's digest tells whether a file is that sheet.
	sheet, digest string
	// worded is the message in the session's language, where it was not made from
	// the rule's template.
	worded string
	// fingerprint is the same as long as the finding is, wherever it moves to.
	fingerprint string
	// occurrence counts from 1 the findings of a file with one fingerprint.
	occurrence int
	// known says that the baseline has it, fails that it makes the run fail.
	known, fails bool
}

// The codes of files that could not be read, beside those of the rules. A file
// that could not be read was held against no rule.
const (
	familyInput       = "input"
	codeUnparsed      = model.Code("input/unparsed")
	codeModelUnparsed = model.Code("input/model")
)

// inputRules describe these codes.
var inputRules = []check.Rule{
	{
		Code: codeModelUnparsed, Severity: model.SeverityError,
		English:  "cannot be read as a model: %[1]s",
		Japanese: "モデルとして読めません: %[1]s",
		Explanation: "The file says that it is a model of sheetconv, but it does not follow the contract: a key is " +
			"unknown, missing or repeated, a value has another type, or the version of the contract is another one. " +
			"None of its documents was checked. Write it anew with sheetconv parse, or mend the place that is named; " +
			"sheetconv schema prints what is allowed.",
		ExplanationJapanese: "ファイルは sheetconv のモデルですが、約束どおりの形ではありません。知らないキー、足りないキー、" +
			"重なったキー、型の違う値、または約束の版の違いがあります。文書は1つも検査していません。sheetconv parse で書き直すか、" +
			"示された箇所を直してください。許される形は sheetconv schema で表示します。",
	},
	{
		Code: codeUnparsed, Severity: model.SeverityError,
		English:  "cannot be read as a sheet: %[1]s",
		Japanese: "シートとして読めません: %[1]s",
		Explanation: "The file holds no text, or no sheet of a form that sheetconv knows, or sheets of several forms. " +
			"Nothing in it was checked. Where the file is no sheet, keep it out of the folder, or ignore this code for " +
			"the folder in its .sheetconv.yaml. Where it is one, sheetconv detect shows which labels were missing.",
		ExplanationJapanese: "ファイルがテキストでないか、sheetconv の知る様式のシートでないか、複数の様式のシートを含んでいます。" +
			"中身は検査していません。シートでないファイルは別のフォルダーに移すか、そのフォルダーの .sheetconv.yaml でこのコードを" +
			"無視してください。シートであれば、見つからなかった見出しを sheetconv detect で確かめられます。",
	},
}

// rules returns every code that check reports, ordered by code.
var rules = sync.OnceValue(func() []check.Rule {
	all := append(check.Rules(), inputRules...)
	slices.SortFunc(all, func(a, b check.Rule) int { return strings.Compare(string(a.Code), string(b.Code)) })
	return all
})

// ruleIndex finds the rule of a code in rules, and whether there is one.
func ruleIndex(code model.Code) (int, bool) {
	return slices.BinarySearchFunc(rules(), code, func(rule check.Rule, code model.Code) int {
		return strings.Compare(string(rule.Code), string(code))
	})
}

// families returns the families of all codes, in their order.
func families() []string {
	var names []string
	for _, rule := range rules() {
		names = append(names, rule.Code.Family())
	}
	return slices.Compact(names)
}

// selectors returns what a code may be chosen by: the families and the codes.
func selectors() []string {
	names := families()
	for _, rule := range rules() {
		names = append(names, string(rule.Code))
	}
	return names
}

// argumentsOf counts what a rule's templates take.
func argumentsOf(rule check.Rule) int { return model.Entry{English: rule.English}.Arguments() }

// summaryOf is a rule's message with … for what it is filled with.
func summaryOf(template string, rule check.Rule) string {
	return model.Fill(template, slices.Repeat([]string{"…"}, argumentsOf(rule)))
}

// finding words a finding. One that was read from a model has its English message
// alone.
func (w *words) finding(of finding) string {
	if of.worded != "" {
		return of.worded
	}
	index, isKnown := ruleIndex(of.Code)
	if w.language != japanese || !isKnown || argumentsOf(rules()[index]) != len(of.Arguments) {
		return of.Message
	}
	return model.Fill(rules()[index].Japanese, of.Arguments)
}

// inputFinding says why a file could not be read.
func inputFinding(code model.Code, at model.Position, english, worded string, language string) finding {
	index, _ := ruleIndex(code)
	rule := rules()[index]
	template := rule.English
	if language == japanese {
		template = rule.Japanese
	}
	return finding{
		Finding: check.Finding{Diagnostic: model.Diagnostic{
			Severity: rule.Severity, Code: code, At: at, Message: fmt.Sprintf(rule.English, english),
		}},
		worded: fmt.Sprintf(template, worded),
	}
}

// moving are the parts of messages that change when text moves: places, and places
// of other text.
var moving = regexp.MustCompile(`\b((?:offset|lines?) )?[0-9]+:[0-9]+\b|\b((?:offset|lines?) )[0-9]+\b`)

// unplaced is the message without what says where.
func (f finding) unplaced() string { return moving.ReplaceAllString(f.Message, "${1}${2}…") }

// addFingerprints computes the fingerprints of a file's findings: of the code, the
// item and what was said, without what says where. The file's name is no part of
// it, so that a renamed file keeps them.
func addFingerprints(findings []finding) {
	seen := map[string]int{}
	for index := range findings {
		one := &findings[index]
		parts := []string{string(one.Code), one.Item, one.unplaced()}
		if one.Code.Family() == familyInput {
			parts = parts[:1] // A file fails as a whole, whatever else changes in it.
		}
		sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
		one.fingerprint = hex.EncodeToString(sum[:8])
		seen[one.fingerprint]++
		one.occurrence = seen[one.fingerprint]
	}
}

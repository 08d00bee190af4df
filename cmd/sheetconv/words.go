package main

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"sheetconv/model"
)

// The languages that messages are worded in.
const (
	english  = "en"
	japanese = "ja"
)

// words puts messages into a language.
type words struct {
	language string
	printer  func() *message.Printer
}

func newWords(name string) *words {
	return &words{language: name, printer: sync.OnceValue(func() *message.Printer { return newPrinter(name) })}
}

// newPrinter builds the catalogue of a language. English needs none: its texts
// are the keys.
func newPrinter(name string) *message.Printer {
	builder := catalog.NewBuilder(catalog.Fallback(language.English))
	if name == japanese {
		for _, translation := range translations {
			// It fails only on broken plural rules, and the table has none.
			_ = builder.SetString(language.Japanese, translation.english, translation.japanese)
		}
		return message.NewPrinter(language.Japanese, message.Catalog(builder))
	}
	return message.NewPrinter(language.English, message.Catalog(builder))
}

// say words a message of the table.
func (w *words) say(english string, arguments ...string) string {
	values := make([]any, len(arguments))
	for index, argument := range arguments {
		values[index] = argument
	}
	return w.printer().Sprintf(english, values...)
}

// translate words a text that another package gave in English: the title of a
// refused format, the advice about it. One that the table lacks stays English.
func (w *words) translate(text string) string {
	if strings.Contains(text, "%") {
		return text
	}
	return w.printer().Sprintf(text)
}

// diagnostic words a diagnostic with the model's own catalogue.
func (w *words) diagnostic(diagnostic model.Diagnostic) string {
	entry, known := model.Describe(diagnostic.Code)
	if w.language != japanese || !known || entry.Arguments() != len(diagnostic.Arguments) {
		return diagnostic.Message
	}
	return model.Fill(entry.Japanese, diagnostic.Arguments)
}

// chooseLanguage takes the language that --lang names, else the locale's.
func chooseLanguage(arguments []string, environment func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale := environment(name); locale != "" {
			return languageFlag(arguments, languageOf(locale))
		}
	}
	return languageFlag(arguments, english)
}

func languageOf(locale string) string {
	if strings.HasPrefix(strings.ToLower(locale), japanese) {
		return japanese
	}
	return english
}

// languageFlag returns the value of the last --lang, or else the fallback. A
// value that is no language is left to the flag itself to refuse.
func languageFlag(arguments []string, fallback string) string {
	chosen := fallback
	for index, argument := range arguments {
		value, isFlag := strings.CutPrefix(argument, "--lang=")
		switch {
		case argument == "--":
			return chosen
		case argument == "--lang" && index+1 < len(arguments):
			value, isFlag = arguments[index+1], true
		}
		if isFlag && (value == english || value == japanese) {
			chosen = value
		}
	}
	return chosen
}

package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"sheetconv/model"
	"sheetconv/parser"
)

// wordInputError says in the session's language what was found in an input and
// what to do about it, where that is, and how bad it is for the run.
func (s *session) wordInputError(err error) (at model.Position, text string, how outcome) {
	if unreadable, is := errors.AsType[*unreadableError](err); is {
		return at, s.wordFileError(unreadable.cause), failed
	}
	if bug, is := errors.AsType[*bugError](err); is {
		return at, s.say("sheetconv itself failed on this file (%[1]s): please report this, with the file", bug.summary()), failed
	}
	if cells, is := errors.AsType[*parser.TooManyCellsError](err); is {
		return model.Position{Line: int32(cells.Line), Column: 1}, s.say("too many filled cells for one file; split the file"), reported
	}
	if text, is := s.wordDecodingError(err); is {
		return at, text, reported
	}
	if unknown, is := errors.AsType[*parser.UnknownFormError](err); is {
		return at, s.wordUnknownForm(unknown.Nearest), reported
	}
	if several, is := errors.AsType[*parser.SeveralFormsError](err); is {
		return several.Forms[0].Found[0].At, s.wordSeveralForms(several.Forms), reported
	}
	if at, text, is := s.wordModelError(err); is {
		return at, text, reported
	}
	if at, text, is := s.wordManifestError(err); is {
		return at, text, failed
	}
	return at, visible(err.Error()), reported
}

// wordModelError words the errors of reading a model back.
func (s *session) wordModelError(err error) (at model.Position, text string, is bool) {
	if wrong, is := errors.AsType[*model.ReadError](err); is {
		text = wrong.Message
		if wrong.Path != "" {
			text = wrong.Path + ": " + text
		}
		return placeInModel(wrong.Line, wrong.Column), visible(text), true
	}
	if other, is := errors.AsType[*model.SchemaError](err); is {
		at = placeInModel(other.Line, other.Column)
		switch {
		case other.Found == "":
			return at, s.say("a document without a schema; expected %[1]s", model.Schema), true
		case other.IsNewer():
			return at, s.say("its schema is %[1]s, newer than %[2]s; update sheetconv", visible(other.Found), model.Schema), true
		default:
			return at, s.say("its schema is %[1]s; expected %[2]s", visible(other.Found), model.Schema), true
		}
	}
	return at, "", false
}

// placeInModel is a place in a model; of an error of YAML's syntax only the line is
// known.
func placeInModel(line, column int) model.Position {
	if line == 0 {
		return model.Position{}
	}
	return model.Position{Line: int32(line), Column: int32(max(1, column))}
}

// wordDecodingError words the errors of an input that is no text.
func (s *session) wordDecodingError(err error) (string, bool) {
	if large, is := errors.AsType[*parser.TooLargeError](err); is {
		return s.say("larger than the limit of %[1]s; split it, or raise the limit with --max-bytes", formatSize(large.Limit)), true
	}
	if empty, is := errors.AsType[*parser.EmptyError](err); is {
		if empty.Size == 0 {
			return s.say("the input is empty; check that the extraction wrote its text"), true
		}
		return s.say("nothing but blanks in %[1]s bytes; check that the extraction found text (a scanned page needs OCR)",
			strconv.Itoa(empty.Size)), true
	}
	if refused, is := errors.AsType[*parser.RefusedError](err); is {
		return s.say("this is %[1]s, not text; %[2]s",
			s.words.translate(refused.Title), s.words.translate(refused.Advice.Text())), true
	}
	if notText, is := errors.AsType[*parser.NotTextError](err); is {
		return s.wordNotText(notText), true
	}
	return "", false
}

func (s *session) wordNotText(err *parser.NotTextError) string {
	encoding := string(err.Encoding)
	found := s.say("%[1]s undecodable sequences and %[2]s control characters in %[3]s bytes",
		strconv.Itoa(err.Undecodable), strconv.Itoa(err.Controls), strconv.Itoa(err.Size))
	switch {
	case err.Mixed:
		return s.say("lines in utf-8 are mixed with others (read as %[1]s: %[2]s); convert all to one encoding", encoding, found)
	case err.Suggestion != "":
		return s.say("this is not %[1]s text (%[2]s); try --encoding %[3]s", encoding, found, string(err.Suggestion))
	case err.Detected:
		return s.say("this is not text in any known encoding (read as %[1]s: %[2]s); extract its text first, or name its encoding with --encoding", encoding, found)
	default:
		return s.say("this is not %[1]s text (%[2]s); extract its text first, or leave --encoding out", encoding, found)
	}
}

// What a message about an unknown form shows of each of the nearest.
const (
	nearestShown = 2
	missingShown = 4
)

func (s *session) wordUnknownForm(nearest []parser.Detection) string {
	var near []string
	for _, detection := range nearest[:min(nearestShown, len(nearest))] {
		var missing []string
		for _, label := range detection.Missing[:min(missingShown, len(detection.Missing))] {
			missing = append(missing, s.say(`"%[1]s"`, label)) // A label may hold a comma.
		}
		if len(detection.Missing) > missingShown {
			missing = append(missing, "…")
		}
		near = append(near, s.say("%[1]s (confidence %[2]s; lacks %[3]s)",
			detection.Form, detection.Confidence.String(), strings.Join(missing, s.say(", "))))
	}
	return s.say("no known form; the nearest are %[1]s; see `sheetconv detect`, or name the form with --form",
		strings.Join(near, s.say(" and ")))
}

func (s *session) wordSeveralForms(forms []parser.Detection) string {
	var found []string
	for _, detection := range forms {
		found = append(found, s.say("%[1]s from line %[2]s", detection.Form, strconv.Itoa(int(detection.Found[0].At.Line))))
	}
	return s.say("sheets of several forms in one file: %[1]s; split the file, or name one form with --form",
		strings.Join(found, s.say(", ")))
}

// bugError is a panic of the parser. It must not stop the other inputs, nor go
// unseen.
type bugError struct {
	value any
	stack []byte
}

func (e *bugError) Error() string { return "panic: " + e.summary() }

// summary is the panic's text, in one line.
func (e *bugError) summary() string {
	text, _, _ := strings.Cut(visible(fmt.Sprint(e.value)), "\n")
	return text
}

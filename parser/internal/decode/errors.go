package decode

import (
	"fmt"
	"strings"
)

// Advice is a stable key for what a person can do to get text out of a refused file. Its
// English wording is Text.
type Advice string

// What can be done about a refused file.
const (
	ExtractFromPDF  Advice = "extract_from_pdf"
	SaveAsTabText   Advice = "save_as_tab_text"   // from a workbook
	SaveAsPlainText Advice = "save_as_plain_text" // from a word processor
	RecognizeText   Advice = "recognize_text"     // from a picture
	Unpack          Advice = "unpack"             // from an archive
)

// Text is the advice in plain English, beginning in lower case and without a full stop.
func (advice Advice) Text() string {
	switch advice {
	case ExtractFromPDF:
		return "extract its text first, for example with `pdftotext -layout`; a scanned PDF needs OCR"
	case SaveAsTabText:
		return "open it in a spreadsheet program and save the sheet as CSV or as tab-separated text (Unicode text)"
	case SaveAsPlainText:
		return "open it in the program that made it and save it as plain text (UTF-8)"
	case RecognizeText:
		return "recognize its text first with an OCR program"
	case Unpack:
		return "unpack it first and give the files inside"
	}
	return string(advice)
}

// RefusedError says that the input is a known format that is not text.
type RefusedError struct {
	Format string // stable lower-case name: "pdf", "zip", "xlsx", "old-office", "png" …
	Title  string // the format in words: "a PDF file"
	Advice Advice
}

func (failure *RefusedError) Error() string {
	return fmt.Sprintf("this is %s, not text: %s", failure.Title, failure.Advice.Text())
}

// TooLargeError says that the input is larger than Options.MaxBytes. Both are in bytes.
type TooLargeError struct {
	Size, Limit int64
}

func (failure *TooLargeError) Error() string {
	return fmt.Sprintf("the input has %d bytes, more than the limit of %d: give a smaller file or raise the limit",
		failure.Size, failure.Limit)
}

// EmptyError says that there is no text: Size is 0, or the number of bytes that hold nothing
// but blanks, line ends and a byte order mark.
type EmptyError struct {
	Size int
}

func (failure *EmptyError) Error() string {
	if failure.Size == 0 {
		return "the input is empty: check that the extraction wrote its text"
	}
	return fmt.Sprintf("the input holds nothing but blanks (%d bytes): check that the extraction found text; a scanned page needs OCR",
		failure.Size)
}

// NotTextError says that too much of the input is no text in its encoding: it is binary data,
// or text in another encoding or in several at once.
type NotTextError struct {
	Encoding    Encoding // the one tried
	Detected    bool     // it was detected, not given by the caller or a byte order mark
	Mixed       bool     // many of its lines are UTF-8, others are not
	Suggestion  Encoding // an encoding in which the input is text, "" if there is none
	Size        int      // of the input, in bytes
	Undecodable int      // byte sequences that are no character
	Controls    int      // control characters, NUL among them
}

func (failure *NotTextError) Error() string {
	found := fmt.Sprintf("%d undecodable sequences and %d control characters in %d bytes",
		failure.Undecodable, failure.Controls, failure.Size)
	switch {
	case failure.Mixed:
		return fmt.Sprintf("the input mixes lines in utf-8 with others (read as %s: %s): convert its parts to one encoding first",
			failure.Encoding, found)
	case failure.Suggestion != "":
		return fmt.Sprintf("the input is not %s text (%s): it looks like %s", failure.Encoding, found, failure.Suggestion)
	case failure.Detected:
		return fmt.Sprintf("the input is not text in any known encoding (read as %s: %s): extract its text first, or name its encoding",
			failure.Encoding, found)
	}
	return fmt.Sprintf("the input is not %s text (%s): extract its text first, or name another encoding", failure.Encoding, found)
}

// UnknownEncodingError says that a name is none of an encoding.
type UnknownEncodingError struct {
	Name string
}

// Known lists the names of the encodings that are known, in their fixed order.
func (failure *UnknownEncodingError) Known() []string {
	var names []string
	for _, encoding := range Encodings() {
		names = append(names, string(encoding))
	}
	return names
}

func (failure *UnknownEncodingError) Error() string {
	return fmt.Sprintf("unknown encoding %q: known are %s (also sjis, shift_jis, ms932, windows-31j, eucjp, jis, utf8, utf-16)",
		failure.Name, strings.Join(failure.Known(), ", "))
}

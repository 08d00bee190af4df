package decode

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
)

// zipOf writes an archive of stored or deflated members, "name=content" each.
func zipOf(t *testing.T, members ...string) []byte {
	t.Helper()
	var buffer bytes.Buffer
	archive := zip.NewWriter(&buffer)
	for _, member := range members {
		name, content, _ := strings.Cut(member, "=")
		header := &zip.FileHeader{Name: name, Method: zip.Deflate}
		if name == "mimetype" {
			header.Method = zip.Store
		}
		writer, err := archive.CreateHeader(header)
		if err == nil {
			_, err = writer.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return buffer.Bytes()
}

// written returns what an encoder of the standard library writes.
func written(t *testing.T, write func(buffer *bytes.Buffer) error) []byte {
	t.Helper()
	var buffer bytes.Buffer
	if err := write(&buffer); err != nil {
		t.Fatal(err)
	}
	return buffer.Bytes()
}

func TestRefuses(t *testing.T) {
	picture := image.NewGray(image.Rect(0, 0, 4, 4))
	office := oldOffice + strings.Repeat("\x00", 500)
	workbook := []string{"[Content_Types].xml=<Types/>", "_rels/.rels=<x/>", "docProps/app.xml=<x/>", "xl/workbook.xml=<x/>"}
	for _, test := range []struct {
		format string
		advice Advice
		input  []byte
	}{
		{"pdf", ExtractFromPDF, []byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n")},
		{"pdf", ExtractFromPDF, []byte("\xEF\xBB\xBF\r\n%PDF-1.4\n")},
		{"zip", Unpack, zipOf(t, "事業.txt=課題", "b.txt=目標")},
		{"zip", Unpack, zipOf(t)},
		{"xlsx", SaveAsTabText, zipOf(t, workbook...)},
		{"xlsx", SaveAsTabText, zipOf(t, workbook...)[:300]},
		{"docx", SaveAsPlainText, zipOf(t, "[Content_Types].xml=<Types/>", "word/document.xml=<x/>")},
		{"pptx", SaveAsPlainText, zipOf(t, "[Content_Types].xml=<Types/>", "ppt/presentation.xml=<x/>")},
		{"ods", SaveAsTabText, zipOf(t, "mimetype=application/vnd.oasis.opendocument.spreadsheet", "content.xml=<x/>")},
		{"odt", SaveAsPlainText, zipOf(t, "mimetype=application/vnd.oasis.opendocument.text", "content.xml=<x/>")},
		{"odf", SaveAsPlainText, zipOf(t, "mimetype=application/vnd.oasis.opendocument.presentation")},
		{"zip", Unpack, zipOf(t, "mimetype=application/epub+zip")},
		{"zip", Unpack, []byte(localHeader)},
		{"old-office", SaveAsPlainText, []byte(office)},
		{"xls", SaveAsTabText, []byte(office + "W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00")},
		{"rtf", SaveAsPlainText, []byte(`{\rtf1\ansi\ansicpg932 }`)},
		{"png", RecognizeText, written(t, func(buffer *bytes.Buffer) error { return png.Encode(buffer, picture) })},
		{"jpeg", RecognizeText, written(t, func(buffer *bytes.Buffer) error { return jpeg.Encode(buffer, picture, nil) })},
		{"gif", RecognizeText, written(t, func(buffer *bytes.Buffer) error { return gif.Encode(buffer, picture, nil) })},
		{"tiff", RecognizeText, []byte("II*\x00\x08\x00\x00\x00")},
		{"tiff", RecognizeText, []byte("MM\x00*\x00\x00\x00\x08")},
		{"bmp", RecognizeText, []byte("BM\x46\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00\x00\x00\x02\x00\x00\x00")},
		{"webp", RecognizeText, []byte("RIFF\x24\x00\x00\x00WEBPVP8 ")},
		{"gzip", Unpack, written(t, func(buffer *bytes.Buffer) error { return gzip.NewWriter(buffer).Close() })},
		{"7z", Unpack, []byte("7z\xBC\xAF\x27\x1C\x00\x04")},
		{"bzip2", Unpack, []byte("BZh91AY&SY\x00\x00")},
		{"xz", Unpack, []byte("\xFD7zXZ\x00\x00\x04")},
		{"rar", Unpack, []byte("Rar!\x1A\x07\x01\x00")},
		{"lzh", Unpack, []byte("\x24\xAA-lh5-\x10\x00\x00\x00\x20\x00\x00\x00\x00\x00\x00\x00\x20\x01\x05a.txt")},
	} {
		for _, named := range []Encoding{"", UTF8} {
			_, err := Decode(test.input, Options{Encoding: named})
			var refusal *RefusedError
			if !errors.As(err, &refusal) {
				t.Errorf("%s: %v, want a RefusedError", test.format, err)
				continue
			}
			if refusal.Format != test.format || refusal.Advice != test.advice {
				t.Errorf("%s, %s, want %s, %s", refusal.Format, refusal.Advice, test.format, test.advice)
			}
			if message := err.Error(); !strings.Contains(message, refusal.Title) || !strings.Contains(message, refusal.Advice.Text()) {
				t.Errorf("%s: message %q", test.format, message)
			}
		}
	}
}

// Texts that begin like a file of another format are texts.
func TestRefusesNoText(t *testing.T) {
	for _, input := range []string{
		"<!DOCTYPE html>\n<html><body>課題</body></html>", "<html lang=\"ja\">", "BM 事業の課題と目標について述べる文", "PK事業", "II 課題", "MM",
		"GIF 画像", "RIFF の課題と目標", "BZh 課題", "7z 形式", "Rar! 形式", "%PDF 形式", "{課題}", "ab-lh5- の課題について、目標を述べる",
	} {
		if text, err := Decode([]byte(input), Options{}); err != nil || text.String != input {
			t.Errorf("%q: %q, %v", input, text.String, err)
		}
	}
}

func TestEveryAdviceHasWords(t *testing.T) {
	for _, advice := range []Advice{ExtractFromPDF, SaveAsTabText, SaveAsPlainText, RecognizeText, Unpack} {
		if advice.Text() == string(advice) {
			t.Errorf("%s has no words", advice)
		}
	}
}

func TestErrorsSayWhatToDo(t *testing.T) {
	for _, test := range []struct {
		err  error
		want []string
	}{
		{&TooLargeError{Size: 70, Limit: 60}, []string{"70", "60", "smaller", "raise"}},
		{&EmptyError{}, []string{"empty", "check"}},
		{&EmptyError{Size: 4}, []string{"blanks", "4", "OCR"}},
		{&NotTextError{Encoding: UTF8, Detected: true, Size: 9, Undecodable: 5, Controls: 2}, []string{"utf-8", "5", "2", "9", "extract"}},
		{&NotTextError{Encoding: UTF8, Suggestion: CP932}, []string{"utf-8", "cp932"}},
		{&NotTextError{Encoding: CP932, Mixed: true}, []string{"utf-8", "cp932", "one encoding"}},
		{&NotTextError{Encoding: EUCJP}, []string{"euc-jp", "another encoding"}},
		{&UnknownEncodingError{Name: "latin-1"}, []string{"latin-1", "cp932", "utf-16be"}},
	} {
		for _, word := range test.want {
			if !strings.Contains(test.err.Error(), word) {
				t.Errorf("%q does not say %q", test.err, word)
			}
		}
	}
}

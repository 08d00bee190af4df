package decode

import (
	"bytes"
	"encoding/binary"
)

// signature is how the files of a format begin.
type signature struct {
	prefix string
	format string
	title  string
	advice Advice
	check  func(input []byte) bool // a closer look where the prefix could begin a text
}

// signatures holds no HTML: a saved page is text, whatever its tags.
var signatures = []signature{
	{prefix: "%PDF-", format: "pdf", title: "a PDF file", advice: ExtractFromPDF},
	{prefix: oldOffice, format: "xls", title: "an old Excel workbook", advice: SaveAsTabText, check: holdsWorkbook},
	{prefix: oldOffice, format: "old-office", title: "an old Office or Ichitaro document", advice: SaveAsPlainText},
	{prefix: `{\rtf`, format: "rtf", title: "an RTF document", advice: SaveAsPlainText},
	{prefix: "\x89PNG\r\n\x1A\n", format: "png", title: "a PNG picture", advice: RecognizeText},
	{prefix: "\xFF\xD8\xFF", format: "jpeg", title: "a JPEG picture", advice: RecognizeText},
	{prefix: "GIF87a", format: "gif", title: "a GIF picture", advice: RecognizeText},
	{prefix: "GIF89a", format: "gif", title: "a GIF picture", advice: RecognizeText},
	{prefix: "II*\x00", format: "tiff", title: "a TIFF picture", advice: RecognizeText},
	{prefix: "MM\x00*", format: "tiff", title: "a TIFF picture", advice: RecognizeText},
	{prefix: "BM", format: "bmp", title: "a BMP picture", advice: RecognizeText, check: isBitmap},
	{prefix: "RIFF", format: "webp", title: "a WebP picture", advice: RecognizeText, check: isWebP},
	{prefix: "\x1F\x8B\x08", format: "gzip", title: "a gzip archive", advice: Unpack},
	{prefix: "7z\xBC\xAF\x27\x1C", format: "7z", title: "a 7-Zip archive", advice: Unpack},
	{prefix: "BZh", format: "bzip2", title: "a bzip2 archive", advice: Unpack, check: isBzip2},
	{prefix: "\xFD7zXZ\x00", format: "xz", title: "an xz archive", advice: Unpack},
	{prefix: "Rar!\x1A\x07", format: "rar", title: "a RAR archive", advice: Unpack},
	{prefix: "", format: "lzh", title: "an LZH archive", advice: Unpack, check: isLZH},
	{prefix: "PK\x05\x06", format: "zip", title: "an empty ZIP archive", advice: Unpack},
	{prefix: "PK\x07\x08", format: "zip", title: "a ZIP archive", advice: Unpack},
}

// oldOffice begins every file of Microsoft's compound format, Ichitaro's too.
const oldOffice = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// holdsWorkbook looks for the name of the stream that holds the sheets, in UTF-16.
func holdsWorkbook(input []byte) bool {
	return bytes.Contains(input, []byte("W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00"))
}

// refuse looks at the first bytes for a format that is not text; nil if there is none.
func refuse(input []byte) *RefusedError {
	if bytes.HasPrefix(input, []byte(localHeader)) {
		return refuseZIP(input)
	}
	// Some programs put blanks or a byte order mark before the header of a PDF.
	start := bytes.TrimLeft(bytes.TrimPrefix(input[:min(len(input), 1024)], utf8Mark), " \t\r\n")
	if bytes.HasPrefix(start, []byte("%PDF-")) {
		input = start
	}
	for _, candidate := range signatures {
		if !bytes.HasPrefix(input, []byte(candidate.prefix)) {
			continue
		}
		if candidate.check == nil || candidate.check(input) {
			return &RefusedError{Format: candidate.format, Title: candidate.title, Advice: candidate.advice}
		}
	}
	return nil
}

// isBitmap asks for the two reserved fields and a header size: "BM" alone may begin a text.
func isBitmap(input []byte) bool {
	if len(input) < 18 || !bytes.Equal(input[6:10], make([]byte, 4)) {
		return false
	}
	header := binary.LittleEndian.Uint32(input[14:])
	return header == 12 || header == 40 || header == 52 || header == 56 || header == 64 || header == 108 || header == 124
}

func isWebP(input []byte) bool {
	return len(input) >= 12 && string(input[8:12]) == "WEBP"
}

func isBzip2(input []byte) bool {
	return len(input) >= 10 && string(input[4:10]) == "1AY&SY"
}

func isLZH(input []byte) bool {
	return len(input) >= 21 && input[2] == '-' && input[3] == 'l' && (input[4] == 'h' || input[4] == 'z') &&
		input[6] == '-' && input[20] <= 3
}

// localHeader begins each member of a ZIP archive.
const localHeader = "PK\x03\x04"

const (
	localHeaderSize = 30
	zipMembersRead  = 32
	zipBytesRead    = 1 << 20
)

// zipFormats tells apart by the name of a member what a ZIP archive really is.
var zipFormats = []struct {
	member  string // beginning of the member's name
	content string // beginning of the member's bytes, where the name is not enough
	format  string
	title   string
	advice  Advice
}{
	{"xl/", "", "xlsx", "an Excel workbook", SaveAsTabText},
	{"word/", "", "docx", "a Word document", SaveAsPlainText},
	{"ppt/", "", "pptx", "a PowerPoint presentation", SaveAsPlainText},
	{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", "ods", "an OpenDocument spreadsheet", SaveAsTabText},
	{"mimetype", "application/vnd.oasis.opendocument.text", "odt", "an OpenDocument text", SaveAsPlainText},
	{"mimetype", "application/vnd.oasis.opendocument", "odf", "an OpenDocument file", SaveAsPlainText},
}

// refuseZIP looks at the names of the first members. It goes by the local headers, not by the
// directory at the end, so that a truncated download is named rightly too.
func refuseZIP(input []byte) *RefusedError {
	rest := input[:min(len(input), zipBytesRead)]
	for range zipMembersRead {
		if len(rest) < localHeaderSize {
			break
		}
		nameEnd := min(len(rest), localHeaderSize+int(binary.LittleEndian.Uint16(rest[26:])))
		name := string(rest[localHeaderSize:nameEnd])
		content := rest[min(len(rest), nameEnd+int(binary.LittleEndian.Uint16(rest[28:]))):]
		for _, candidate := range zipFormats {
			if len(name) >= len(candidate.member) && name[:len(candidate.member)] == candidate.member &&
				bytes.HasPrefix(content, []byte(candidate.content)) {
				return &RefusedError{Format: candidate.format, Title: candidate.title, Advice: candidate.advice}
			}
		}
		next := bytes.Index(content, []byte(localHeader))
		if next < 0 {
			break
		}
		rest = content[next:]
	}
	return &RefusedError{Format: "zip", Title: "a ZIP archive", Advice: Unpack}
}

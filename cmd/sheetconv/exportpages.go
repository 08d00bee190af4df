package main

import (
	"bufio"
	"bytes"
	"io"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"sheetconv/export/markdown"
	"sheetconv/export/markup"
	"sheetconv/export/table"
)

// pagesTarget is a folder with a page for each document and one that lists them.
type pagesTarget struct {
	*session
	folder *exportFolder
	former []string
	taken  map[string]bool // the pages' names in lower case, as some systems take them
	index  bytes.Buffer
}

// The page that lists the others, and the mark by which a later export knows it.
const (
	indexName = "index.md"
	indexMark = "<!-- sheetconv export markdown -->"
)

// openPages writes pages into one file or stream, or into a folder.
func openPages(s *session, options *exportFlags) (exportTarget, error) {
	isFile := strings.EqualFold(filepath.Ext(options.output), ".md")
	if options.output == "" || options.output == stdinName || isFile {
		return openDestinationTarget(s, options, s.addPage, nil)
	}
	folder, err := openExportFolder(options.output)
	if err != nil {
		return nil, err
	}
	t := &pagesTarget{session: s, folder: folder, taken: map[string]bool{strings.ToLower(indexName): true}}
	known := folder.read(indexName)
	if folder.holds(indexName) && !bytes.HasPrefix(known, []byte(indexMark)) {
		folder.close()
		return nil, &outputError{options.output, &foreignFileError{indexName}}
	}
	t.former = formerPages(known)
	t.index.WriteString(indexMark + "\n\n# " + s.say("Documents") + "\n\n")
	return t, nil
}

// pageLink is a page in the list of an export.
var pageLink = regexp.MustCompile(`(?m)\]\(<(.+)>\)`)

// formerPages returns the pages that an export before wrote, and its list.
func formerPages(index []byte) (names []string) {
	for _, link := range pageLink.FindAllSubmatch(index, -1) {
		if name := string(link[1]); strings.HasSuffix(name, ".md") && filepath.IsLocal(filepath.FromSlash(name)) {
			names = append(names, name)
		}
	}
	return names
}

func (t *pagesTarget) add(document *table.Document) error {
	name := t.pageName(document)
	if t.folder.holds(name) && !slices.Contains(t.former, name) {
		return &outputError{t.folder.name, &foreignFileError{name}}
	}
	into, err := t.folder.create(name)
	if err != nil {
		return err
	}
	if err := markdown.Write(into, document, t.words.language); err != nil {
		return err
	}
	t.index.WriteString("- [" + markup.Escape(markdown.Title(document, t.words.language)) + "](<" + name + ">)")
	var more []string
	if document.Municipality != nil && document.Municipality.Name != "" {
		more = append(more, document.Municipality.Name)
	}
	if document.FiscalYear != 0 {
		more = append(more, strconv.Itoa(document.FiscalYear))
	}
	if len(document.Items) == 1 {
		more = append(more, document.Items[0].Name)
	} else {
		more = append(more, t.say("%[1]s items", strconv.Itoa(len(document.Items))))
	}
	t.index.WriteString(" " + markup.Escape(strings.Join(more, t.say(", "))) + "\n")
	return t.folder.end()
}

// pageName is the document's key as a file's name that leads nowhere else, holds
// nothing that a link can't, and is no other page's.
func (t *pagesTarget) pageName(document *table.Document) string {
	name := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"|?*#\`, r) {
			return '-'
		}
		return r
	}, document.Key)
	parts := strings.Split(strings.TrimPrefix(path.Clean("/"+name), "/"), "/")
	for index, part := range parts {
		parts[index] = shortened(part)
	}
	name = strings.Join(parts, "/")
	own := name + ".md"
	for number := 2; t.taken[strings.ToLower(own)]; number++ {
		own = name + "-" + strconv.Itoa(number) + ".md"
	}
	t.taken[strings.ToLower(own)] = true
	return own
}

// maxPageName is how many bytes of a name are kept: systems take no more than 255,
// with the ending and the number that come behind them.
const maxPageName = 230

// shortened cuts a name that is too long between two characters.
func shortened(name string) string {
	if len(name) <= maxPageName {
		return name
	}
	end := maxPageName
	for !utf8.RuneStart(name[end]) {
		end--
	}
	return name[:end]
}

func (t *pagesTarget) finish() (outcome, error) {
	into, err := t.folder.create(indexName)
	if err != nil {
		return failed, err
	}
	if _, err := into.Write(t.index.Bytes()); err != nil {
		return failed, err
	}
	return done, t.folder.finish(t.former)
}

func (t *pagesTarget) close() { t.folder.close() }

// addPage writes the page of a document behind those before it.
func (s *session) addPage(into io.Writer, document *table.Document) error {
	return markdown.Write(into, document, s.words.language)
}

// destinationTarget is a file, which is replaced whole, or stdout. It gets each
// document as it comes, or all of them at the end.
type destinationTarget struct {
	place     *destination
	each      func(io.Writer, *table.Document) error
	all       func(io.Writer, []*table.Document) error
	documents []*table.Document
	count     int
}

func openDestinationTarget(
	s *session, options *exportFlags, each func(io.Writer, *table.Document) error, all func(io.Writer, []*table.Document) error,
) (exportTarget, error) {
	place, err := s.openDestination(options.output, options.inputs)
	if err != nil {
		return nil, err
	}
	return &destinationTarget{place: place, each: each, all: all}, nil
}

func (t *destinationTarget) add(document *table.Document) error {
	if t.each == nil {
		t.documents = append(t.documents, document)
		return nil
	}
	if t.count++; t.count > 1 {
		if _, err := io.WriteString(t.place, "\n"); err != nil {
			return err
		}
	}
	return t.each(t.place, document)
}

func (t *destinationTarget) finish() (outcome, error) {
	if t.all != nil {
		buffered := bufio.NewWriterSize(t.place, 64<<10)
		if err := t.all(buffered, t.documents); err != nil {
			return failed, err
		}
		if err := buffered.Flush(); err != nil {
			return failed, err
		}
	}
	return done, t.place.finish()
}

func (t *destinationTarget) close() {}

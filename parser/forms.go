package parser

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/hadano"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
	"sheetconv/parser/isehara"
	"sheetconv/parser/komaki"
	"sheetconv/parser/misato"
	"sheetconv/parser/sakado"
)

// forms is the table of forms. Adding one takes its package and a line here.
var forms = []*sheet.Form{
	misato.Form,
	isehara.Form,
	hadano.Form,
	komaki.Form,
	sakado.Form,
}

// FormInfo describes a form that can be read.
type FormInfo struct {
	ID           string
	Kind         model.DocumentKind
	Title        string // in Japanese
	Summary      string // one line in English
	Municipality model.Municipality
}

// Forms returns the forms that can be read, in the order of the table.
func Forms() []FormInfo {
	infos := make([]FormInfo, 0, len(forms))
	for _, form := range forms {
		infos = append(infos, FormInfo{
			ID: form.ID, Kind: form.Kind, Title: form.Title, Summary: form.Summary, Municipality: form.Municipality,
		})
	}
	return infos
}

// Detection is how well an input fits a form.
type Detection struct {
	Form string
	// Confidence is the share of the form's labels that were found, by weight,
	// from 0 to 1 with two decimals. Labels of parts that only some sheets have
	// count where they are found and are not missed.
	Confidence model.Number
	// Found and Missing are the labels that speak for the form.
	Found   []Evidence
	Missing []string

	percent int
}

// Evidence is a label that was found, and where.
type Evidence struct {
	Label string
	At    model.Position
}

// acceptPercent is the score from which a form is taken. A sheet of which half
// is cut off still has more; a sheet of another city has less.
const acceptPercent = 30

// UnknownFormError says that an input fits no form; Nearest has the forms that
// come closest, best first.
type UnknownFormError struct{ Nearest []Detection }

func (e *UnknownFormError) Error() string {
	var near []string
	for _, detection := range e.Nearest[:min(2, len(e.Nearest))] {
		near = append(near, fmt.Sprintf("%s (%s) lacks %s", detection.Form, detection.Confidence,
			strings.Join(detection.Missing[:min(4, len(detection.Missing))], ", ")))
	}
	return "no known form; nearest: " + strings.Join(near, "; ") + "; name one with --form, or see sheetconv forms"
}

// SeveralFormsError says that an input holds sheets of more than one form.
type SeveralFormsError struct{ Forms []Detection }

func (e *SeveralFormsError) Error() string {
	var found []string
	for _, detection := range e.Forms {
		found = append(found, fmt.Sprintf("%s from line %d", detection.Form, detection.Found[0].At.Line))
	}
	return "holds sheets of several forms: " + strings.Join(found, ", ") + "; split the file, or name one with --form"
}

// NoSuchFormError says that there is no form of that name.
type NoSuchFormError struct{ Name string }

func (e *NoSuchFormError) Error() string {
	var ids []string
	for _, form := range forms {
		ids = append(ids, form.ID)
	}
	return fmt.Sprintf("no form %q; known are %s", e.Name, strings.Join(ids, ", "))
}

// Detect tells how well an input fits each form, best first.
func Detect(input []byte, options Options) ([]Detection, error) {
	_, g, err := open(input, options)
	if err != nil {
		return nil, err
	}
	return detect(g), nil
}

// Accepted reports whether the detection is good enough to read the input with
// the form.
func (d Detection) Accepted() bool { return d.percent >= acceptPercent }

// choose returns the form to read a grid with, and how sure that is in percent.
func choose(g *grid.Grid, name string) (*sheet.Form, int, error) {
	detections := detect(g)
	if name != "" {
		for _, form := range forms {
			if form.ID == name {
				at := slices.IndexFunc(detections, func(d Detection) bool { return d.Form == name })
				return form, detections[at].percent, nil
			}
		}
		return nil, 0, &NoSuchFormError{Name: name}
	}
	best := detections[0]
	if !best.Accepted() {
		return nil, 0, &UnknownFormError{Nearest: detections}
	}
	if several := accepted(detections); len(several) > 1 {
		return nil, 0, &SeveralFormsError{Forms: several}
	}
	at := slices.IndexFunc(forms, func(form *sheet.Form) bool { return form.ID == best.Form })
	return forms[at], best.percent, nil
}

func accepted(detections []Detection) []Detection {
	var good []Detection
	for _, detection := range detections {
		if detection.Accepted() {
			good = append(good, detection)
		}
	}
	slices.SortStableFunc(good, func(a, b Detection) int { return cmp.Compare(a.Found[0].At.Line, b.Found[0].At.Line) })
	return good
}

// anchor is one form's anchor in the common lookup table.
type anchor struct{ form, index int }

var (
	anchors      = newAnchors()
	titleAnchors = newTitleAnchors()
)

// longestAnchor is from how many bytes on a cell is no label.
const longestAnchor = 200

func newAnchors() *ja.Labels[[]anchor] {
	byKey := map[string][]anchor{}
	var keys []string
	for f, form := range forms {
		for i, a := range form.Anchors {
			if a.Within {
				continue
			}
			key := ja.Key(a.Spelling)
			if byKey[key] == nil {
				keys = append(keys, key)
			}
			byKey[key] = append(byKey[key], anchor{form: f, index: i})
		}
	}
	labels := make([]ja.Label[[]anchor], 0, len(keys))
	for _, key := range keys {
		labels = append(labels, ja.Label[[]anchor]{Spelling: key, Value: byKey[key]})
	}
	return ja.NewLabels(labels...)
}

// titleAnchor is an anchor that a title holds.
type titleAnchor struct {
	key []byte
	// rarest is the last character of the key. Few cells hold it, so that few
	// need a key of their own.
	rarest string
	hits   []anchor
}

func newTitleAnchors() []titleAnchor {
	var titles []titleAnchor
	for f, form := range forms {
		for i, a := range form.Anchors {
			if !a.Within {
				continue
			}
			key := ja.Key(a.Spelling)
			_, size := utf8.DecodeLastRuneInString(key)
			at := slices.IndexFunc(titles, func(title titleAnchor) bool { return string(title.key) == key })
			if at < 0 {
				at = len(titles)
				titles = append(titles, titleAnchor{key: []byte(key), rarest: key[len(key)-size:]})
			}
			titles[at].hits = append(titles[at].hits, anchor{form: f, index: i})
		}
	}
	return titles
}

// detect looks for every form's anchors among the cells.
func detect(g *grid.Grid) []Detection {
	found := make([][]model.Position, len(forms))
	for f, form := range forms {
		found[f] = make([]model.Position, len(form.Anchors))
	}
	mark := func(hits []anchor, at model.Position) {
		for _, hit := range hits {
			if found[hit.form][hit.index].IsZero() {
				found[hit.form][hit.index] = at
			}
		}
	}
	for _, row := range g.Rows {
		for _, cell := range row.Cells {
			if hits, ok := anchors.Find(cell.Text); ok {
				mark(hits, cell.At)
				continue
			}
			detectIn(cell, mark)
			if holdsForeignDelimiter(cell.Text) {
				detectForeign(cell, mark)
			}
		}
	}
	detections := make([]Detection, 0, len(forms))
	for f, form := range forms {
		detections = append(detections, score(form, found[f]))
	}
	slices.SortStableFunc(detections, func(a, b Detection) int { return cmp.Compare(b.percent, a.percent) })
	return detections
}

// foreignDelimiters part the cells of another layout than the file's.
const foreignDelimiters = "\n\t|"

// holdsForeignDelimiter searches for one after the other: over long texts that
// is several times faster than looking for any of them.
func holdsForeignDelimiter(text string) bool {
	for i := range len(foreignDelimiters) {
		if strings.IndexByte(text, foreignDelimiters[i]) >= 0 {
			return true
		}
	}
	return false
}

// maxForeignAnchors is how many anchors of a cell are looked at: no sheet has
// more.
const maxForeignAnchors = 200

// detectForeign looks for anchors in what the file's layout takes for one cell,
// but is cells of another: sheets of two forms may stand in one file.
func detectForeign(cell grid.Cell, mark func([]anchor, model.Position)) {
	count := 0
	for start := 0; start < len(cell.Text) && count < maxForeignAnchors; {
		end := strings.IndexAny(cell.Text[start:], foreignDelimiters)
		if end < 0 {
			end = len(cell.Text) - start
		}
		if hits, ok := anchors.Find(cell.Text[start : start+end]); ok {
			mark(hits, cell.Slice(start, start+end).At)
			count++
		}
		start += end + 1
	}
}

// detectIn looks for anchors that a cell holds beside other text.
func detectIn(cell grid.Cell, mark func([]anchor, model.Position)) {
	if len(cell.Text) > longestAnchor {
		return
	}
	if hits, _, ok := anchors.FindPrefix(cell.Text); ok {
		mark(hits, cell.At)
	}
	var buffer [2 * longestAnchor]byte
	var key []byte // made when the first title asks for it
	for _, title := range titleAnchors {
		if len(cell.Text) < len(title.key) || !strings.Contains(cell.Text, title.rarest) {
			continue
		}
		if key == nil {
			key = ja.AppendKey(buffer[:0], cell.Text)
		}
		if bytes.Contains(key, title.key) {
			mark(title.hits, cell.At)
		}
	}
}

// score weighs what was found of a form's anchors.
func score(form *sheet.Form, found []model.Position) Detection {
	detection := Detection{Form: form.ID}
	sum := 0
	for i, a := range form.Anchors {
		if found[i].IsZero() {
			if !a.Optional {
				detection.Missing = append(detection.Missing, a.Spelling)
			}
			continue
		}
		sum += a.Weight
		detection.Found = append(detection.Found, Evidence{Label: a.Spelling, At: found[i]})
	}
	slices.SortStableFunc(detection.Found, func(a, b Evidence) int {
		return cmp.Or(cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column))
	})
	detection.percent = min(100, sum*100/max(1, fullScore(form)))
	detection.Confidence = model.NewNumber(int64(detection.percent), 2)
	return detection
}

// fullScore is the weight of all of a form's anchors but the optional ones.
func fullScore(form *sheet.Form) int {
	total := 0
	for _, a := range form.Anchors {
		if !a.Optional {
			total += a.Weight
		}
	}
	return total
}

package parser

import (
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
	return findAnchors(g).detections(), nil
}

// Accepted reports whether the detection is good enough to read the input with
// the form.
func (d Detection) Accepted() bool { return d.percent >= acceptPercent }

// choose returns the form to read a grid with, and how sure that is in percent.
func choose(g *grid.Grid, name string) (*sheet.Form, int, error) {
	found := findAnchors(g)
	best, bestPercent, acceptable := 0, -1, 0
	for f, form := range forms {
		percent := found.percent(f)
		if form.ID == name {
			return form, percent, nil
		}
		if percent > bestPercent {
			best, bestPercent = f, percent
		}
		if percent >= acceptPercent {
			acceptable++
		}
	}
	switch {
	case name != "":
		return nil, 0, &NoSuchFormError{Name: name}
	case acceptable == 0:
		return nil, 0, &UnknownFormError{Nearest: found.detections()}
	case acceptable > 1:
		return nil, 0, &SeveralFormsError{Forms: accepted(found.detections())}
	}
	return forms[best], bestPercent, nil
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
	anchors                 = newAnchors()
	titleAnchors, titleEnds = newTitleAnchors()
	anchorCount             = countAnchors()
)

func countAnchors() int {
	count := 0
	for _, form := range forms {
		count += len(form.Anchors)
	}
	return count
}

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
	key  string
	hits []anchor
}

// newTitleAnchors returns also the characters one of which ends each title. Few
// cells hold any of them, so that few need a key of their own.
func newTitleAnchors() ([]titleAnchor, *ja.Characters) {
	var titles []titleAnchor
	ends := ""
	for f, form := range forms {
		for i, a := range form.Anchors {
			if !a.Within {
				continue
			}
			key := ja.Key(a.Spelling)
			_, size := utf8.DecodeLastRuneInString(key)
			at := slices.IndexFunc(titles, func(title titleAnchor) bool { return title.key == key })
			if at < 0 {
				at = len(titles)
				titles = append(titles, titleAnchor{key: key})
				ends += key[len(key)-size:]
			}
			titles[at].hits = append(titles[at].hits, anchor{form: f, index: i})
		}
	}
	return titles, ja.NewCharacters(ends)
}

// foundAnchors are where the anchors of each form stand first; the zero position
// is that of those that do not.
type foundAnchors [][]model.Position

// findAnchors looks for every form's anchors among the cells.
func findAnchors(g *grid.Grid) foundAnchors {
	found := make(foundAnchors, len(forms))
	positions := make([]model.Position, anchorCount)
	for f, form := range forms {
		count := len(form.Anchors)
		found[f], positions = positions[:count:count], positions[count:]
	}
	delimiters := foreignDelimiters(g)
	for _, row := range g.Rows {
		for i := range row.Cells {
			cell := &row.Cells[i]
			if hits, ok := anchors.Find(cell.Text); ok {
				found.mark(hits, cell.At)
				continue
			}
			found.lookIn(cell)
			for d := range len(delimiters) {
				if strings.IndexByte(cell.Text, delimiters[d]) >= 0 {
					found.lookBetween(cell, delimiters)
					break
				}
			}
		}
	}
	return found
}

func (found foundAnchors) mark(hits []anchor, at model.Position) {
	for _, hit := range hits {
		if found[hit.form][hit.index].IsZero() {
			found[hit.form][hit.index] = at
		}
	}
}

// foreignDelimiters returns those of the delimiters of other layouts than the
// file's that its cells may hold.
func foreignDelimiters(g *grid.Grid) string {
	delimiters := ""
	if g.Layout == grid.PipeCells || g.Layout == grid.PipeRows {
		delimiters = "\n" // a cell, or a row, may be wrapped over lines
		if strings.IndexByte(g.Text, '\t') >= 0 {
			delimiters += "\t"
		}
	}
	if strings.IndexByte(g.Text, '|') >= 0 {
		delimiters += "|"
	}
	return delimiters
}

// maxForeignAnchors is how many anchors of a cell are looked at: no sheet has
// more.
const maxForeignAnchors = 200

// lookBetween looks for anchors in what the file's layout takes for one cell,
// but is cells of another: sheets of two forms may stand in one file.
func (found foundAnchors) lookBetween(cell *grid.Cell, delimiters string) {
	count := 0
	for start := 0; start < len(cell.Text) && count < maxForeignAnchors; {
		end := strings.IndexAny(cell.Text[start:], delimiters)
		if end < 0 {
			end = len(cell.Text) - start
		}
		if hits, ok := anchors.Find(cell.Text[start : start+end]); ok {
			found.mark(hits, cell.Slice(start, start+end).At)
			count++
		}
		start += end + 1
	}
}

// lookIn looks for anchors that a cell holds beside other text.
func (found foundAnchors) lookIn(cell *grid.Cell) {
	if len(cell.Text) > longestAnchor {
		return
	}
	if hits, _, ok := anchors.FindBefore(cell.Text); ok {
		found.mark(hits, cell.At)
	}
	for text, at := cell.Text, 0; ; {
		next := titleEnds.Index(text[at:])
		if next < 0 {
			return
		}
		_, size := utf8.DecodeRuneInString(text[at+next:])
		at += next + size
		for _, title := range titleAnchors {
			if !strings.HasSuffix(title.key, text[at-size:at]) {
				continue
			}
			ends, sure := ja.EndsWithKey(text[:at], title.key)
			if !sure {
				found.lookForTitles(cell)
				return
			}
			if ends {
				found.mark(title.hits, cell.At)
			}
		}
	}
}

// lookForTitles looks for titles in a cell that is set in an unusual way.
func (found foundAnchors) lookForTitles(cell *grid.Cell) {
	key := ja.Key(cell.Text)
	for _, title := range titleAnchors {
		if strings.Contains(key, title.key) {
			found.mark(title.hits, cell.At)
		}
	}
}

// percent weighs what was found of a form's anchors.
func (found foundAnchors) percent(f int) int {
	sum := 0
	for i, a := range forms[f].Anchors {
		if !found[f][i].IsZero() {
			sum += a.Weight
		}
	}
	return min(100, sum*100/max(1, fullScore(forms[f])))
}

// detections tells what was found of each form, best first.
func (found foundAnchors) detections() []Detection {
	detections := make([]Detection, 0, len(forms))
	for f := range forms {
		detections = append(detections, found.detection(f))
	}
	slices.SortStableFunc(detections, func(a, b Detection) int { return cmp.Compare(b.percent, a.percent) })
	return detections
}

func (found foundAnchors) detection(f int) Detection {
	detection := Detection{Form: forms[f].ID, percent: found.percent(f)}
	for i, a := range forms[f].Anchors {
		switch at := found[f][i]; {
		case !at.IsZero():
			detection.Found = append(detection.Found, Evidence{Label: a.Spelling, At: at})
		case !a.Optional:
			detection.Missing = append(detection.Missing, a.Spelling)
		}
	}
	slices.SortStableFunc(detection.Found, func(a, b Evidence) int {
		return cmp.Or(cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column))
	})
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

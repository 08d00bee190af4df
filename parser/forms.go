package parser

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/hadano"
	"sheetconv/parser/internal/grid"
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
	defer g.Release()
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

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path"
	"path/filepath"
	"strconv"

	"sheetconv/model"
)

// The reports of check.
const (
	reportText   = "text"
	reportJSON   = "json"
	reportSARIF  = "sarif"
	reportJUnit  = "junit"
	reportGitHub = "github"
)

// reportNames are the values of --report; the first is the usual one.
var reportNames = []string{reportText, reportJSON, reportSARIF, reportJUnit, reportGitHub}

// report writes what check found, one file after another, so that no report needs
// the memory of all of them.
type report interface {
	begin() error
	file(file *checkedFile) error
	end(total checkTotal) error
}

// checkTotal counts what a run of check found.
type checkTotal struct {
	files, documents int
	// all counts every finding, fresh those that the baseline does not know.
	all, fresh counts
	known      int
}

// add counts a file's findings.
func (t *checkTotal) add(file *checkedFile) {
	t.files++
	t.documents += file.documents
	for _, one := range file.findings {
		t.all.add(one.Severity)
		if one.known {
			t.known++
		} else {
			t.fresh.add(one.Severity)
		}
	}
}

func (s *session) newReport(name string, into *destination) report {
	switch name {
	case reportJSON:
		return &jsonReport{into: into}
	case reportSARIF:
		return &sarifReport{into: into}
	case reportJUnit:
		return &junitReport{into: into}
	case reportGitHub:
		return &githubReport{session: s, into: into, printed: map[model.Severity]int{}}
	default:
		return s.newTextReport(into)
	}
}

// totalText is the closing line of reports for people.
func (s *session) totalText(total checkTotal) string {
	files := plural(total.files, s.say("%[1]s file", "1"), s.say("%[1]s files", strconv.Itoa(total.files)))
	text := s.countsText(total.fresh, files)
	if total.fresh == (counts{}) {
		text = s.say("no findings in %[1]s", files)
	}
	if total.known > 0 {
		text += s.say(" (%[1]s known from the baseline)", strconv.Itoa(total.known))
	}
	return text
}

// viewedPlace is a place that a program opens: a file and, where it is known, where
// in it. A finding on a model is a place of the sheet that the model was read from.
// Where that sheet lies beside the model, the place is there; where not, the model
// alone is opened, and lead says where in the sheet.
type viewedPlace struct {
	path string
	at   model.Position
	lead string
}

func placeOf(file *checkedFile, one finding) viewedPlace {
	if one.sheet == "" || one.At.IsZero() {
		place := viewedPlace{path: file.from.path()}
		if !file.isModel || one.Code.Family() == familyInput {
			place.at = one.At
		}
		return place
	}
	if file.liesBeside(one.sheet, one.digest) {
		return viewedPlace{path: path.Join(path.Dir(file.from.path()), one.sheet), at: one.At}
	}
	return viewedPlace{path: file.from.path(), lead: visible(one.sheet) + ":" + one.At.String() + ": "}
}

// liesBeside reports whether the sheet that a model was read from lies in the model's
// folder, unchanged.
func (file *checkedFile) liesBeside(sheet, digest string) bool {
	if known, is := file.beside[sheet+digest]; is {
		return known
	}
	if file.beside == nil {
		file.beside = map[string]bool{}
	}
	name := filepath.Join(file.from.folder(), sheet)
	info, err := os.Stat(name)
	lies := err == nil && info.Mode().IsRegular() && filepath.Base(sheet) == sheet && hasDigest(name, digest)
	file.beside[sheet+digest] = lies
	return lies
}

func hasDigest(name, digest string) bool {
	data, err := os.ReadFile(name)
	sum := sha256.Sum256(data)
	return err == nil && hex.EncodeToString(sum[:]) == digest
}

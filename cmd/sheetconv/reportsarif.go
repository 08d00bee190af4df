package main

import (
	"net/url"
	"path"
	"strconv"
	"strings"

	"github.com/owenrumney/go-sarif/v2/sarif"

	"sheetconv/model"
)

// sarifReport is a log of the Static Analysis Results Interchange Format 2.1.0, for
// code scanning. Its results are written as they come.
type sarifReport struct {
	into  *destination
	tail  string // what stands behind the results
	begun bool
}

// sarifLevels are the format's words for severities.
var sarifLevels = map[model.Severity]string{
	model.SeverityError: "error", model.SeverityWarning: "warning", model.SeverityInfo: "note",
}

// sarifNoResults is the place in an empty log where the results stand. It can be in
// no text, where quotation marks are escaped.
const sarifNoResults = `"results": []`

// begin writes a log without results up to where they stand.
func (r *sarifReport) begin() error {
	log, err := sarif.New(sarif.Version210)
	if err != nil {
		return err
	}
	run := sarif.NewRun(*sarif.NewTool(sarifDriver()))
	run.ColumnKind = "unicodeCodePoints"
	language := english
	run.Language = &language
	log.AddRun(run)
	text, err := indentedJSON("", log)
	if err != nil {
		return err
	}
	head, tail, _ := strings.Cut(text, sarifNoResults)
	r.tail = tail
	_, err = r.into.Write([]byte(head + `"results": [`))
	return err
}

// sarifDriver describes the program and its rules.
func sarifDriver() *sarif.ToolComponent {
	driver := sarif.NewVersionedDriver("sheetconv", version())
	for _, rule := range rules() {
		summary := summaryOf(rule.English, rule)
		help := rule.Explanation
		if help == "" {
			help = summary
		}
		described := sarif.NewRule(string(rule.Code)).WithDescription(summary).
			WithFullDescription(sarif.NewMultiformatMessageString(help)).WithTextHelp(help)
		described.DefaultConfiguration = &sarif.ReportingConfiguration{Level: sarifLevels[rule.Severity]}
		driver.Rules = append(driver.Rules, described)
	}
	return driver
}

func (r *sarifReport) file(file *checkedFile) error {
	for _, one := range file.findings {
		if err := writeElement(r.into, &r.begun, "        ", sarifResult(file, one)); err != nil {
			return err
		}
	}
	return r.into.flush()
}

func sarifResult(file *checkedFile, one finding) *sarif.Result {
	place := placeOf(file, one)
	physical := sarif.NewPhysicalLocation().WithArtifactLocation(sarif.NewSimpleArtifactLocation(uriOf(place.path)))
	if !place.at.IsZero() {
		physical.Region = sarif.NewRegion().WithStartLine(int(place.at.Line)).WithStartColumn(int(place.at.Column))
	}
	result := sarif.NewRuleResult(string(one.Code)).
		WithMessage(sarif.NewTextMessage(place.lead + one.Message)).
		WithLevel(sarifLevels[one.Severity]).
		WithLocations([]*sarif.Location{sarif.NewLocationWithPhysicalLocation(physical)})
	if index, isKnown := ruleIndex(one.Code); isKnown {
		result.WithRuleIndex(index)
	}
	if place.path != file.from.path() {
		result.AnalysisTarget = sarif.NewSimpleArtifactLocation(uriOf(file.from.path()))
	}
	result.PartialFingerprints = map[string]any{"sheetconv/v1": one.fingerprint + ":" + strconv.Itoa(one.occurrence)}
	if one.known {
		unchanged := "unchanged"
		result.BaselineState = &unchanged
	}
	properties := sarif.Properties{}
	for name, value := range map[string]string{"item": one.Item, "found": one.Found, "expected": one.Expected} {
		if value != "" {
			properties[name] = value
		}
	}
	result.Properties = properties
	return result
}

// uriOf is a file's name as a URI, relative where the name is.
func uriOf(name string) string {
	if path.IsAbs(name) {
		return (&url.URL{Scheme: "file", Path: name}).String()
	}
	return (&url.URL{Path: name}).String()
}

func (r *sarifReport) end(checkTotal) error {
	closing := "]"
	if r.begun {
		closing = "\n      ]"
	}
	_, err := r.into.Write([]byte(closing + r.tail + "\n"))
	return err
}

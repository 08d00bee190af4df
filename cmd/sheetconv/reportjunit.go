package main

import (
	"bytes"
	"encoding/xml"
	"io"
)

// junitReport is JUnit's XML, which every CI server shows: a suite for each file,
// and in it a test case for each finding. One that fails the run is a failure, a
// known one is skipped, any other has passed with its message as output. A file
// without findings has one case, which has passed.
type junitReport struct{ into *destination }

type junitSuite struct {
	XMLName  xml.Name    `xml:"testsuite"`
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name      string        `xml:"name,attr"`
	Classname string        `xml:"classname,attr"`
	File      string        `xml:"file,attr"`
	Line      int32         `xml:"line,attr,omitempty"`
	Failure   *junitFailure `xml:"failure,omitempty"`
	Skipped   *junitSkipped `xml:"skipped,omitempty"`
	Output    string        `xml:"system-out,omitempty"`
}

type junitFailure struct {
	Type    string `xml:"type,attr"`
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

type junitSkipped struct {
	Message string `xml:"message,attr"`
}

func (r *junitReport) begin() error {
	_, err := r.into.Write([]byte(xml.Header + `<testsuites name="sheetconv check">` + "\n"))
	return err
}

func (r *junitReport) file(file *checkedFile) error {
	suite := junitSuite{Name: file.from.path()}
	for _, one := range file.findings {
		suite.add(file, one)
	}
	if len(suite.Cases) == 0 {
		suite.Cases = []junitCase{{Name: "check", Classname: suite.Name, File: suite.Name}}
	}
	suite.Tests = len(suite.Cases)
	var buffer bytes.Buffer
	encoder := xml.NewEncoder(&buffer)
	encoder.Indent("  ", "  ")
	if err := encoder.Encode(suite); err != nil {
		return err
	}
	buffer.WriteString("\n")
	if _, err := io.Copy(r.into, &buffer); err != nil {
		return err
	}
	return r.into.flush()
}

func (s *junitSuite) add(file *checkedFile, one finding) {
	row := junitCase{Name: string(one.Code), Classname: s.Name, File: s.Name, Line: one.At.Line}
	text := s.Name + ": "
	if !one.At.IsZero() {
		row.Name += " " + one.At.String()
		text = s.Name + ":" + one.At.String() + ": "
		if one.sheet != "" {
			text = s.Name + ": " + one.sheet + ":" + one.At.String() + ": "
		}
	}
	text += string(one.Severity) + ": " + one.Message + " [" + string(one.Code) + "]"
	switch {
	case one.fails:
		s.Failures++
		row.Failure = &junitFailure{Type: string(one.Severity), Message: one.Message, Text: text}
	case one.known:
		s.Skipped++
		row.Skipped = &junitSkipped{Message: "known: " + one.Message}
	default:
		row.Output = text
	}
	if one.sheet != "" {
		row.Line = 0 // which is one of the sheet
	}
	s.Cases = append(s.Cases, row)
}

func (r *junitReport) end(checkTotal) error {
	_, err := r.into.Write([]byte("</testsuites>\n"))
	return err
}

package main

import (
	"archive/zip"
	"bytes"
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	kanji "golang.org/x/text/encoding/japanese"
)

// packFiles makes a ZIP with names in CP932, as Windows does in Japan: pack ZIP
// NAME=FILE…
func packFiles(ts *testscript.TestScript, _ bool, arguments []string) {
	var buffer bytes.Buffer
	writer := zip.NewWriter(&buffer)
	for _, argument := range arguments[1:] {
		name, file, _ := strings.Cut(argument, "=")
		encoded, err := kanji.ShiftJIS.NewEncoder().String(name)
		ts.Check(err)
		into, err := writer.CreateHeader(&zip.FileHeader{Name: encoded, Method: zip.Deflate, NonUTF8: true})
		ts.Check(err)
		data, err := os.ReadFile(ts.MkAbs(file))
		ts.Check(err)
		_, err = into.Write(data)
		ts.Check(err)
	}
	ts.Check(writer.Close())
	ts.Check(os.WriteFile(ts.MkAbs(arguments[0]), buffer.Bytes(), 0o666))
}

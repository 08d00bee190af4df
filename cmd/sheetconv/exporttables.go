package main

import (
	"encoding/json"
	"path/filepath"
	"strconv"

	"sheetconv/export/datapackage"
	"sheetconv/export/table"
)

// tablesTarget is a folder of tables.
type tablesTarget struct {
	*session
	folder *exportFolder
	writer *datapackage.Writer
	former []string
	lost   int // how often the encoding could not hold something
}

// lostShown is how many places are told that the encoding can't hold.
const lostShown = 20

func openTables(format *datapackage.Format) func(*session, *exportFlags) (exportTarget, error) {
	return func(s *session, options *exportFlags) (exportTarget, error) {
		folder, err := openExportFolder(options.output)
		if err != nil {
			return nil, err
		}
		t := &tablesTarget{session: s, folder: folder}
		if err := t.begin(format, options); err != nil {
			folder.close()
			return nil, err
		}
		return t, nil
	}
}

func (t *tablesTarget) begin(format *datapackage.Format, options *exportFlags) (err error) {
	former, isOurs := formerTables(t.folder)
	t.former = former
	for _, name := range format.Names() {
		if !isOurs && t.folder.holds(name) {
			return &outputError{t.folder.name, &foreignFileError{name}}
		}
	}
	t.writer, err = datapackage.NewWriter(format, datapackage.Options{
		ByteOrderMark: options.byteOrderMark, CP932: options.outputEncoding == encodingCP932,
		Replaced: t.tellReplaced, GuardFormulas: options.guardFormulas,
	}, t.folder.create)
	return err
}

// formerTables returns the files that an export before wrote into a folder.
func formerTables(folder *exportFolder) (names []string, isOurs bool) {
	var descriptor struct {
		CreatedBy string `json:"created_by"`
		Resources []struct{ Path string }
	}
	if json.Unmarshal(folder.read(datapackage.DescriptorName), &descriptor) != nil || descriptor.CreatedBy != datapackage.CreatedBy {
		return nil, false
	}
	for _, one := range descriptor.Resources {
		if filepath.IsLocal(one.Path) && filepath.Base(one.Path) == one.Path {
			names = append(names, one.Path)
		}
	}
	return names, true
}

func (t *tablesTarget) add(document *table.Document) error { return t.writer.Write(document) }

func (t *tablesTarget) finish() (outcome, error) {
	if err := t.writer.Close(); err != nil {
		return failed, err
	}
	if err := t.folder.finish(t.former); err != nil {
		return failed, err
	}
	if t.lost > lostShown {
		t.tell(t.say("in %[1]s more places characters were replaced by 〓", strconv.Itoa(t.lost-lostShown)))
	}
	if t.lost > 0 {
		return reported, nil
	}
	return done, nil
}

func (t *tablesTarget) close() { t.folder.close() }

// tellReplaced tells what the encoding can't hold.
func (t *tablesTarget) tellReplaced(one datapackage.Replaced) {
	if t.lost++; t.lost <= lostShown {
		t.tell(t.say("%[1]s: row %[2]s, column %[3]s: cp932 has no %[4]s; replaced by 〓",
			t.folder.shown(one.Table+".csv"), strconv.Itoa(one.Row), one.Column, visible(one.Characters)))
	}
}

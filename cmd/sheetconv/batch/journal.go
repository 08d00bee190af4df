package batch

import (
	"bytes"
	"errors"
	"os"
)

// journal is the manifest while it is made: a line goes to the file as soon as its
// input is done, and a crash leaves all lines but perhaps half of the last one.
type journal struct {
	file *os.File
	size int64 // of the lines
	room int64 // of the file, filled with empty lines beyond the size
}

// openJournal makes an empty journal with room for its lines, so that a disk that
// fills up later still takes the account of what failed for it.
func openJournal(root *os.Root, name string, room int64) (*journal, error) {
	file, err := root.Create(name)
	if err != nil {
		return nil, err
	}
	j := &journal{file: file, room: room}
	blank := bytes.Repeat([]byte("\n"), 64<<10)
	for at := int64(0); at < room && err == nil; at += int64(len(blank)) {
		_, err = file.WriteAt(blank[:min(int64(len(blank)), room-at)], at)
	}
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return j, nil
}

func (j *journal) add(entry *Entry) error {
	line := entry.line()
	if _, err := j.file.WriteAt(line, j.size); err != nil {
		return err
	}
	j.size += int64(len(line))
	return nil
}

// close ends the file behind its last line, and waits until the disk has it.
func (j *journal) close() error {
	return errors.Join(j.file.Truncate(j.size), j.file.Sync(), j.file.Close())
}

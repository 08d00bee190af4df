package batch

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"

	"sheetconv/export"
	"sheetconv/model"
)

// parts writes the documents of all inputs, in their order, into numbered files. A
// part ends with the input that fills it, so that the parts are the same whatever
// the number of jobs.
type parts struct {
	space  *workspace
	writer export.Writer
	spare  *buffers
	full   int64 // from how many bytes on a part ends
	reason func(error) string

	number int
	file   *os.File
	size   int64

	found sync.Mutex
	old   oldLines
}

func partName(number int) string { return fmt.Sprintf("part-%05d.jsonl", number) }

// partNumber is the reverse of partName, or less than 0 for a name that is no part's.
func partNumber(name string) int {
	digits, isPart := strings.CutPrefix(strings.TrimSuffix(name, ".jsonl"), "part-")
	number, err := strconv.Atoi(digits)
	if !isPart || err != nil || partName(number) != name {
		return -1
	}
	return number
}

// newParts keeps a part that a run before was killed in for its lines.
func newParts(space *workspace, writer export.Writer, spare *buffers, full int64, reason func(error) string) (*parts, error) {
	p := &parts{space: space, writer: writer, spare: spare, full: full, reason: reason}
	p.old.space = space
	return p, space.setPartsAside()
}

func (p *parts) recall(old *Entry) ([]byte, bool) {
	p.found.Lock()
	defer p.found.Unlock()
	lines := p.old.of(old)
	return lines, lines != nil
}

func (p *parts) deliver(_ int, to *result, documents []*model.Document) error {
	to.data = p.spare.get()
	return p.writer.Write(to.data, documents)
}

// settle appends a result's documents to the part. Where the disk does not take
// them whole it takes none of them, and the input has failed.
func (p *parts) settle(one *result) error {
	if one.data == nil {
		return nil
	}
	defer func() {
		p.spare.put(one.data)
		one.data = nil
	}()
	one.entry.Output = partName(p.number)
	if err := p.append(one.data.Bytes()); err != nil {
		one.fail(err, p.reason)
		return nil
	}
	if p.size >= p.full {
		return p.endPart(true)
	}
	return nil
}

func (p *parts) append(data []byte) error {
	if p.file == nil {
		file, err := p.space.root.Create(privateName + "/" + partName(p.number))
		if err != nil {
			return err
		}
		p.file, p.size = file, 0
	}
	if _, err := p.file.WriteAt(data, p.size); err != nil {
		return errors.Join(err, p.file.Truncate(p.size))
	}
	p.size += int64(len(data))
	return nil
}

// endPart puts a part in its place. One of a run that stops early leaves a whole
// one alone.
func (p *parts) endPart(replace bool) error {
	if p.file == nil {
		return nil
	}
	err := errors.Join(p.file.Sync(), p.file.Close())
	p.file = nil
	name := partName(p.number)
	switch beside := privateName + "/" + name; {
	case err != nil:
		return err
	case p.size == 0:
		return p.space.root.Remove(beside)
	case replace || !p.space.holds(name):
		err = p.space.root.Rename(beside, name)
	}
	p.number++
	return err
}

// finish ends the last part, and removes parts of the run before that are left over:
// who reads all parts would read their documents twice.
func (p *parts) finish(complete bool) error {
	err := p.endPart(complete)
	p.old.close()
	if err != nil || !complete {
		return err
	}
	for number := p.number; p.space.holds(partName(number)); number++ {
		if err := p.space.root.Remove(partName(number)); err != nil {
			return err
		}
	}
	return nil
}

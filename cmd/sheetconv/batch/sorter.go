package batch

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"io"
	"iter"
	"os"
	"slices"
	"strings"
)

// record is what a sorter puts in order: by its key.
type record struct {
	key, data string
	kind      uint32
}

func (r record) compare(other record) int {
	return cmp.Or(strings.Compare(r.key, other.key), strings.Compare(r.data, other.data))
}

// recordsHeld is how many records a sorter has in memory: 2 to 4 MiB of names.
const recordsHeld = 1 << 14

// sorter puts any number of records in order in bounded memory: what is too much is
// sorted in runs, which go to temporary files and are merged.
type sorter struct {
	temporary func() (*os.File, error)
	limit     int
	held      []record
	runs      []*os.File
}

// add takes a record. Where a run can't be written, it stays in memory.
func (s *sorter) add(one record) {
	s.held = append(s.held, one)
	if len(s.held) < s.limit {
		return
	}
	slices.SortFunc(s.held, record.compare)
	file, err := s.temporary()
	if err != nil {
		s.limit *= 2
		return
	}
	if err := writeRun(file, s.held); err != nil {
		_ = file.Close()
		s.limit *= 2
		return
	}
	s.runs = append(s.runs, file)
	s.held = s.held[:0]
}

func writeRun(into *os.File, records []record) error {
	buffer := bufio.NewWriter(into)
	var length [binary.MaxVarintLen64]byte
	put := func(number uint64) { _, _ = buffer.Write(length[:binary.PutUvarint(length[:], number)]) }
	for _, one := range records {
		for _, text := range []string{one.key, one.data} {
			put(uint64(len(text)))
			_, _ = buffer.WriteString(text)
		}
		put(uint64(one.kind))
	}
	return buffer.Flush() // A buffer keeps its first error.
}

func (s *sorter) isEmpty() bool { return len(s.held) == 0 && len(s.runs) == 0 }

// sorted yields the records in order. It can be called again.
func (s *sorter) sorted() iter.Seq[record] {
	slices.SortFunc(s.held, record.compare)
	if len(s.runs) == 0 {
		return slices.Values(s.held)
	}
	return func(yield func(record) bool) {
		var heads []*run
		for _, file := range s.runs {
			heads = append(heads, &run{reader: bufio.NewReader(io.NewSectionReader(file, 0, 1<<62))})
		}
		heads = append(heads, &run{memory: s.held})
		for _, head := range heads {
			head.advance()
		}
		for {
			heads = slices.DeleteFunc(heads, func(head *run) bool { return !head.there })
			if len(heads) == 0 {
				return
			}
			least := slices.MinFunc(heads, func(a, b *run) int { return a.first.compare(b.first) })
			if !yield(least.first) {
				return
			}
			least.advance()
		}
	}
}

// close removes the runs.
func (s *sorter) close() {
	for _, file := range s.runs {
		_ = file.Close()
		_ = os.Remove(file.Name()) // On most systems it is gone already.
	}
}

// run is a sequence of sorted records, in a file or in memory.
type run struct {
	reader *bufio.Reader
	memory []record
	first  record
	there  bool
}

func (r *run) advance() {
	if r.reader == nil {
		if r.there = len(r.memory) > 0; r.there {
			r.first, r.memory = r.memory[0], r.memory[1:]
		}
		return
	}
	key, err := r.text()
	var data string
	var kind uint64
	if err == nil {
		data, err = r.text()
	}
	if err == nil {
		kind, err = binary.ReadUvarint(r.reader)
	}
	r.first, r.there = record{key, data, uint32(kind)}, err == nil
}

func (r *run) text() (string, error) {
	length, err := binary.ReadUvarint(r.reader)
	if err != nil {
		return "", err
	}
	data := make([]byte, length)
	_, err = io.ReadFull(r.reader, data)
	return string(data), err
}

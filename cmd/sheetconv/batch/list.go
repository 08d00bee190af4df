package batch

import (
	"bufio"
	"bytes"
	"io"
)

// ReadNames reads the names of files, one a line or each ended by a NUL. Empty
// ones are left out.
func ReadNames(from io.Reader, nul bool) ([]string, error) {
	end := byte('\n')
	if nul {
		end = 0
	}
	var names []string
	reader := bufio.NewReader(from)
	for {
		name, err := reader.ReadBytes(end)
		name = bytes.TrimSuffix(name, []byte{end})
		if !nul {
			name = bytes.TrimSuffix(name, []byte("\r"))
		}
		if len(name) > 0 {
			names = append(names, string(name))
		}
		if err == io.EOF {
			return names, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

package model

import (
	"fmt"
	"strconv"
	"strings"
)

// Position is a place in the decoded input. Line and Column count from 1; the
// column counts Unicode code points, not bytes and not display cells. The zero
// Position is unknown.
type Position struct {
	Line, Column int32
}

// IsZero reports whether the position is unknown; encoders leave it out then.
func (p Position) IsZero() bool { return p == Position{} }

// Before reports whether p stands before other in the input.
func (p Position) Before(other Position) bool {
	return p.Line < other.Line || p.Line == other.Line && p.Column < other.Column
}

// String returns LINE:COLUMN, empty if the position is unknown.
func (p Position) String() string {
	text, _ := p.MarshalText()
	return string(text)
}

// MarshalText writes LINE:COLUMN, nothing if the position is unknown.
func (p Position) MarshalText() ([]byte, error) {
	if p.IsZero() {
		return nil, nil
	}
	text := strconv.AppendInt(make([]byte, 0, 16), int64(p.Line), 10)
	return strconv.AppendInt(append(text, ':'), int64(p.Column), 10), nil
}

// UnmarshalText reads LINE:COLUMN, both from 1 and without leading zeros.
func (p *Position) UnmarshalText(data []byte) error {
	line, column, _ := strings.Cut(string(data), ":")
	lineNumber, lineErr := strconv.ParseInt(line, 10, 32)
	columnNumber, columnErr := strconv.ParseInt(column, 10, 32)
	read := Position{Line: int32(lineNumber), Column: int32(columnNumber)}
	if lineErr != nil || columnErr != nil || read.Line < 1 || read.Column < 1 || read.String() != string(data) {
		return fmt.Errorf("not a position LINE:COLUMN: %q", shorten(string(data)))
	}
	*p = read
	return nil
}

package compare

import (
	"strconv"
	"strings"
)

// escaper keeps what a path is built of apart from the names in it.
var escaper = strings.NewReplacer(`\`, `\\`, `[`, `\[`, `]`, `\]`, `,`, `\,`, `.`, `\.`)

// row returns the path of a row: its list, and its keys in brackets, without those
// that are empty. The signs that a path is built of stand in a key behind a
// backslash.
func row(list string, keys ...string) string {
	var path strings.Builder
	path.WriteString(list)
	path.WriteByte('[')
	isFirst := true
	for _, key := range keys {
		if key == "" {
			continue
		}
		if !isFirst {
			path.WriteByte(',')
		}
		isFirst = false
		_, _ = escaper.WriteString(&path, strings.Join(strings.Fields(key), " "))
	}
	path.WriteByte(']')
	return path.String()
}

// year returns a year as a key; empty where there is none.
func year(fy int) string {
	if fy == 0 {
		return ""
	}
	return strconv.Itoa(fy)
}

package sheet

import "strings"

// IsPlain reports whether PlainText gives every part of a text back as it is. For a whole
// sheet it takes less than asking each cell.
func IsPlain(text string) bool {
	for _, begin := range [...]byte{'<', '&', '*', '#', '!', '\\'} {
		if strings.IndexByte(text, begin) >= 0 {
			return false
		}
	}
	return true
}

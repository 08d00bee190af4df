package ja

import "strings"

// TrimNoteMark returns a text without the mark of a footnote that stands behind it:
// 現状値(H30末)※1, 目標*2. A text that is nothing but a mark is left.
func TrimNoteMark(s string) string {
	end := len(s)
	for end > 0 {
		r, size := foldBefore(s, end)
		if !isDigit(r) && r != ' ' {
			break
		}
		end -= size
	}
	for _, mark := range [...]string{noteMark, "*", "＊"} {
		if rest, found := strings.CutSuffix(s[:end], mark); found {
			if rest = TrimSpace(strings.TrimRight(rest, mark)); rest != "" && rest[len(rest)-1] != '*' {
				return rest
			}
		}
	}
	return s
}

// IsNoteMark reports whether a text is the mark of a footnote and no more: ※, ※1, *2.
func IsNoteMark(s string) bool {
	const any = "名"
	return s != "" && TrimNoteMark(any+s) == any
}

package ja

// SplitGrade parts an answer or a printed grade into its words and its letter,
// which is S or A to E: 計画どおり (A), 抜本的な改善が必要である(C), B：概ね計画
// どおり, (A) 順調, A 順調 (a blank before Japanese), B alone. Full-width letters
// come out as ASCII. grade is empty, and words is option trimmed, where no such
// letter is printed.
func SplitGrade(option string) (words, grade string) {
	option = TrimSpace(option)
	if words, grade = leadingGrade(option); grade != "" {
		return words, grade
	}
	if start := lastBracket(option); start < len(option) {
		if inner, ok := TrimBrackets(option[start:]); ok {
			if grade, size := gradeAt(inner, 0); grade != "" && size == len(inner) {
				return TrimSpace(option[:start]), grade
			}
		}
	}
	return option, ""
}

func leadingGrade(option string) (words, grade string) {
	if kind, size := openerAt(option, 0); kind != 0 {
		closed, end, ok := matchBracket(option, 0)
		inner := TrimSpace(option[size:closed])
		if grade, length := gradeAt(inner, 0); ok && grade != "" && length == len(inner) {
			return TrimSpace(option[end:]), grade
		}
		return "", ""
	}
	grade, size := gradeAt(option, 0)
	if grade == "" || size == len(option) {
		return "", grade
	}
	mark, width := foldAt(option, size)
	behind := skipBlanks(option, size)
	next, _ := foldAt(option, behind)
	switch {
	case mark == ':' || mark == '.' || mark == '．':
		return TrimSpace(option[size+width:]), grade
	case next == ':':
		return TrimSpace(option[skipColon(option, size):]), grade
	case behind > size && isJapanese(next):
		return option[behind:], grade
	}
	return "", ""
}

// gradeAt reads the letter of a grade at byte i of s.
func gradeAt(s string, i int) (grade string, size int) {
	r, size := foldAt(s, i)
	switch r {
	case 'S':
		return "S", size
	case 'A':
		return "A", size
	case 'B':
		return "B", size
	case 'C':
		return "C", size
	case 'D':
		return "D", size
	case 'E':
		return "E", size
	}
	return "", 0
}

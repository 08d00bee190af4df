package grid

import "strings"

// What writes down a page puts marks around it that are none of the page: the fence ``` of a
// block in Markdown, a line of * or _ between two parts, a page's foot in tags of its own.

// mayMarkPage tells the bytes with which a line begins that may be such a mark.
var mayMarkPage = func() (may [256]bool) {
	for _, b := range []byte("`~*_<") {
		may[b] = true
	}
	return may
}()

// longestPageMark is how many bytes such a line may have.
const longestPageMark = 100

// marksPage reports whether a line is such a mark.
func marksPage(line string) bool {
	if line = trimSpace(line); line == "" || len(line) > longestPageMark {
		return false
	}
	switch line[0] {
	case '`', '~':
		return isFence(line)
	case '*', '_':
		return strings.ReplaceAll(line, " ", "") == strings.Repeat(line[:1], 3)
	case '<':
		return isPageFoot(line)
	}
	return false
}

// isFence reports whether a line begins or ends a block of code: ```, ```markdown.
func isFence(line string) bool {
	word := strings.TrimLeft(line, line[:1])
	if len(line)-len(word) < 3 {
		return false
	}
	for i := range len(word) {
		if !isNameByte(word[i]) && word[i] != '-' && word[i] != '_' {
			return false
		}
	}
	return true
}

// footTags are the tags in which models that read pages write the foot of one.
var footTags = [...]string{"footer", "page_number", "page-number", "page_footer", "page-footer"}

// isPageFoot reports whether a line is the foot of a page between its tags. A note there is
// one of the sheet.
func isPageFoot(line string) bool {
	for _, tag := range footTags {
		rest, begins := strings.CutPrefix(line[1:], tag)
		if inner, ends := strings.CutSuffix(rest, "</"+tag+">"); begins && ends && strings.HasPrefix(inner, ">") {
			return !strings.ContainsAny(inner[1:], "※。|<")
		}
	}
	return false
}

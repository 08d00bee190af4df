package grid

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// held is an element that is open whose text is withheld.
type held struct {
	why   Withholding
	name  string // "" where none is open
	depth int    // how many of its kind are open within
	// start is where its text begins in the source, -1 before, and end where it ends.
	start, end int
	text       []byte
}

func (h *held) addText(source string, start, end int) {
	text := source[start:end]
	lead := trimLeft(text)
	if lead == "" {
		return
	}
	if h.start < 0 {
		h.start = end - len(lead)
	}
	h.end = start + len(trimRight(text))
	h.text = append(h.text, plainText(text)...)
}

// plainText returns what a page shows of a text of its source.
func plainText(text string) string { return shownText(html.UnescapeString(text)) }

// withholding tells whether the text of an element does not stand in that around it. A
// power of ten is written in its place.
func (p *page) withholding(t tagged, isStruck bool) (why Withholding, holds bool) {
	switch {
	case p.isRuby && isReading(t.tag):
		return Reading, true
	case isStruck:
		return Struck, true
	case t.tag == atom.Sup && p.ink >= 0 && p.ends(t):
		if power := p.raisedPower(t.end); power != "" {
			p.writeInk(t.start, power, false, t.end-t.start)
			return Reading, true // that is written
		}
		return NoteMark, p.isNoteMark(t.end)
	}
	return 0, false
}

// isReading reports whether an element of a ruby is what is printed above its characters.
func isReading(tag atom.Atom) bool { return tag == atom.Rt || tag == atom.Rp || tag == atom.Rtc }

// isHolding takes a tag within an element that is withheld, or a field with options.
func (p *page) isHolding(t tagged) bool {
	switch {
	case p.choice.isOpen:
		if t.tag == atom.Option {
			p.choice.begin(t, p.source)
		}
		return true
	case p.held.name == "":
		return false
	case p.held.why == Reading && p.isRuby && (isReading(t.tag) || t.tag == atom.Rb), t.name == p.held.name && mayLackEnd(t.tag):
		p.endHeld(t.start)
		return false
	case t.name == p.held.name:
		p.held.depth++
	case isBlock(t.tag):
		p.held.text = append(p.held.text, '\n')
	}
	return true
}

// endsHeld takes the tag that ends an element within one that is withheld, or that
// itself.
func (p *page) endsHeld(name string, tag atom.Atom, start int) bool {
	switch {
	case p.choice.isOpen:
		if tag == atom.Select {
			p.endHeld(start)
		}
		return true
	case p.held.name == "":
		return false
	case p.held.why == Reading && p.isRuby && tag == atom.Ruby:
		p.endHeld(start)
		return false
	case name != p.held.name:
		return true
	}
	if p.held.depth--; p.held.depth == 0 {
		p.endHeld(start)
	}
	return true
}

// endHeld ends what is open of elements that are withheld, and of fields.
func (p *page) endHeld(at int) {
	if p.choice.isOpen {
		p.endChoice()
	}
	if own := p.held; own.name != "" {
		p.held = held{}
		p.withhold(own.why, string(own.text), own.start, own.end)
	}
}

// withhold keeps a text that stands in the source from start to end.
func (p *page) withhold(why Withholding, text string, start, end int) {
	if text = trimSpace(text); text != "" {
		p.withheld = append(p.withheld, Withheld{Why: why, Text: text, Offset: start, end: end})
	}
}

// longestNote is how many bytes of a page the mark of a note takes, with its tags.
const longestNote = 240

// isNoteMark reports whether a raised text that begins at a byte of the source is the
// number of a note, and no power: m², CO².
func (p *page) isNoteMark(start int) bool {
	inner := p.source[start:min(len(p.source), start+longestNote)]
	end := max(strings.Index(inner, "</sup"), strings.Index(inner, "</SUP"))
	if end < 0 {
		return false
	}
	number := trimSpace(plainText(withoutTags(inner[:end])))
	last, _ := utf8.DecodeLastRune(p.out)
	if isLatin := last < '\u0250' && unicode.IsLetter(last) || last >= 'Ａ' && last <= 'ｚ'; isLatin && (number == "2" || number == "3") {
		return false
	}
	return strings.ContainsFunc(number, unicode.IsNumber) && strings.IndexFunc(number, func(r rune) bool { return !unicode.IsNumber(r) && !strings.ContainsRune(noteSigns, r) }) < 0
}

// raisedDigits are the digits as they are raised.
var raisedDigits = [...]rune{'⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'}

// raisedPower returns the power of ten that a raised text from a byte of the source on is,
// in raised digits; "" where it is none. Without them 10⁶ would be 106.
func (p *page) raisedPower(start int) string {
	before, isTen := strings.CutSuffix(string(p.out[max(p.ink, len(p.out)-longestEntity):]), "10")
	if last := len(before) - 1; !isTen || last >= 0 && (before[last] >= '0' && before[last] <= '9' || before[last] == ',' || before[last] == '.') {
		return ""
	}
	inner := p.source[start:min(len(p.source), start+longestEntity)]
	end := strings.IndexByte(inner, '<')
	if end <= 0 || strings.Trim(inner[:end], "0123456789") != "" {
		return ""
	}
	var power strings.Builder
	for i := range end {
		power.WriteRune(raisedDigits[inner[i]-'0'])
	}
	return power.String()
}

// noteSigns may stand beside the number of a note.
const noteSigns = "()（）[]［］〔〕.,、 注"

// withoutTags returns a short piece of a page without its tags.
func withoutTags(text string) string {
	for {
		start := strings.IndexByte(text, '<')
		if start < 0 {
			return text
		}
		end := strings.IndexByte(text[start:], '>')
		if end < 0 {
			return text[:start]
		}
		text = text[:start] + text[start+end+1:]
	}
}

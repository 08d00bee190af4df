package grid

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// openField takes a tag that shows something itself: a field, or an image.
func (p *page) openField(t tagged, own attributes) {
	switch t.tag {
	case atom.Input:
		p.writeInput(t, own)
	case atom.Img:
		p.addImage(t, own)
	case atom.Select:
		if p.ends(t) {
			p.choice = choice{isOpen: true}
		}
	default:
		if names := strings.Fields(own.class); len(names) > 1 && isTickIcon(names) {
			p.images = append(p.images, image{start: t.start, end: t.end, file: own.class, isTick: true})
		}
	}
}

// longestBox is how many bytes the tag of a box may have that is left as it is printed.
const longestBox = 240

// writeInput writes a box as the tag that it is, and of other fields their value.
func (p *page) writeInput(t tagged, own attributes) {
	switch own.kind {
	case "hidden", "submit", "button", "reset", "image", "file", "password", "color", "range":
		return
	case "":
		if !own.isOn && own.value != "" {
			break
		}
		fallthrough
	case "checkbox", "radio":
		tag := p.source[t.start:t.end]
		switch {
		case len(tag) <= longestBox && !strings.ContainsAny(tag, specials+"\n"):
			p.writeInk(t.start, tag, true, 0)
		case own.isOn:
			p.writeInk(t.start, "<input checked>", false, t.end-t.start)
		default:
			p.writeInk(t.start, "<input>", false, t.end-t.start)
		}
		return
	}
	if own.value == "" {
		return
	}
	p.partFields()
	if at := p.valueAt(t, "value", own.value); at >= 0 {
		p.writeText(at, at+len(own.value))
	} else {
		p.writeInk(t.start, shownText(own.value), false, t.end-t.start)
	}
	p.fieldEnd = len(p.out)
}

// partFields writes a blank between a field and the next.
func (p *page) partFields() {
	if p.ink >= 0 && p.fieldEnd == len(p.out) {
		p.out = append(p.out, ' ')
	}
}

// valueAt returns where in the source the value of an attribute stands, -1 where it is
// written with entities.
func (p *page) valueAt(t tagged, attribute, value string) int {
	tag := p.source[t.start:t.end]
	for _, quote := range [...]string{`"`, `'`, ""} {
		if at := strings.Index(tag, attribute+"="+quote+value); at >= 0 && value != "" {
			return t.start + at + len(attribute) + 1 + len(quote)
		}
	}
	return -1
}

// choice is a field of options of which one is selected, while it is open.
type choice struct {
	isOpen  bool
	options []option
}

// option is one of the options of a field, with its text from start to end of the source.
type option struct {
	start, end int
	text       []byte
	isSelected bool
}

// begin takes the tag of an option.
func (c *choice) begin(t tagged, source string) {
	tokens := html.NewTokenizer(strings.NewReader(source[t.start:t.end]))
	tokens.Next()
	_, more := tokens.TagName()
	c.options = append(c.options, option{start: -1, isSelected: attributesOf(tokens, more).isOn})
}

// addText takes the text of the last option.
func (c *choice) addText(source string, start, end int) {
	lead := trimLeft(source[start:end])
	if lead == "" {
		return
	}
	if len(c.options) == 0 {
		c.options = append(c.options, option{start: -1})
	}
	own := &c.options[len(c.options)-1]
	if own.start < 0 {
		own.start = end - len(lead)
	}
	own.end = start + len(trimRight(source[start:end]))
	own.text = append(own.text, plainText(source[start:end])...)
}

// endChoice writes the options that are selected. Where none is, a page shows the first,
// and what was chosen can't be told: then all are withheld.
func (p *page) endChoice() {
	options := p.choice.options
	p.choice = choice{}
	var texts []string
	isTold := len(options) == 1
	for _, one := range options {
		isTold = isTold || one.isSelected
	}
	start, end := -1, 0
	for _, one := range options {
		switch {
		case one.start < 0:
		case isTold && (one.isSelected || len(options) == 1):
			p.partFields()
			p.writeText(one.start, one.end)
			p.fieldEnd = len(p.out)
		case isTold:
			p.withhold(Unselected, string(one.text), one.start, one.end)
		default:
			if start < 0 {
				start = one.start
			}
			end = one.end
			texts = append(texts, trimSpace(string(one.text)))
		}
	}
	if !isTold {
		p.withhold(Choices, strings.Join(texts, " "), start, end)
	}
}

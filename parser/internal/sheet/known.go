package sheet

// Known keeps what was found out about texts of cells: a form's rules ask the same of
// each cell, and tables print many of their values and heads again, as sheets of an
// archive do. It holds for any text that reads so. The newest takes the place of an
// older one.
type Known[Fact any] struct {
	texts [knownTexts]knownText[Fact]
}

type knownText[Fact any] struct {
	text string
	fact Fact
}

// knownTexts is of how many texts something is kept: of more than a row has.
const knownTexts = 256

// MaxKept is how long a text may be whose parts are known for the sheets to come, too:
// they keep its memory.
const MaxKept = 1 << 16

// Of returns what is known of a text, the zero value where nothing is. What is put
// there is kept until another text takes its place: it is good until the next call.
func (k *Known[Fact]) Of(text string) *Fact {
	at := uint(len(text))
	if at > 0 { // what texts of a table differ in mostly
		at = ((at*37+uint(text[at-1]))*37+uint(text[at/2]))*37 + uint(text[at/4])
	}
	one := &k.texts[at%knownTexts]
	if one.text != text {
		*one = knownText[Fact]{text: text}
	}
	return &one.fact
}

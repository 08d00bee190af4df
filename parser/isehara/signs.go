package isehara

import (
	"unicode/utf8"

	"sheetconv/parser/internal/sheet"
)

// signs tell which of the characters a text holds that the rules for parted cells and
// for titles look for: a bit for each sort of them. Most texts hold none, and each text
// is looked through once for all of those rules.
type signs uint8

const (
	// spaceSign parts the words of a cell, blankSign is any other blank or a line end.
	spaceSign signs = 1 << iota
	blankSign
	// openingSign begins the bracket behind the label of a criterion.
	openingSign
	// optionSign is what an option begins or ends with: a tag, a bracket, or a box.
	optionSign
	// reasonSign is a character of which each label of a reason has one.
	reasonSign
	// titleSign is in each title.
	titleSign
	// behindSign is in each label that stands behind an option.
	behindSign
)

// signCharacters are the characters of each sort.
var signCharacters = [...]struct {
	sign       signs
	characters string
}{
	{spaceSign, " \u3000"},
	{blankSign, "\u00a0\n\t"},
	{openingSign, "[［〔"},
	{optionSign, "<[(■□●○◎◉☑☐"},
	{reasonSign, "判都"},
	{titleSign, "ト"},
	{behindSign, "先具"},
}

// signTable has the sorts of all characters up to U+FFFF: those of 64 characters each
// in a block, of which the first has none. Most characters are of that one.
type signTable struct {
	ascii   [utf8.RuneSelf]signs
	blockOf [1 << 10]uint8
	blocks  [][64]signs
}

var knownSigns = newSignTable()

func newSignTable() *signTable {
	table := &signTable{blocks: make([][64]signs, 1)}
	for _, sort := range signCharacters {
		for _, r := range sort.characters {
			if table.blockOf[r>>6] == 0 {
				table.blockOf[r>>6] = uint8(len(table.blocks))
				table.blocks = append(table.blocks, [64]signs{})
			}
			table.blocks[table.blockOf[r>>6]][r&63] |= sort.sign
			if r < utf8.RuneSelf {
				table.ascii[r] |= sort.sign
			}
		}
	}
	return table
}

// signsIn returns the signs that a text holds; none of one that is too long for all of
// the rules.
func (t *signTable) signsIn(text string) (found signs) {
	if len(text) > maxEvaluationBytes {
		return 0
	}
	for i := 0; i < len(text); {
		lead := text[i]
		if lead < utf8.RuneSelf {
			found |= t.ascii[lead]
			i++
			continue
		}
		if lead >= 0xE0 && lead < 0xF0 && i+2 < len(text) {
			if block := t.blockOf[uint(lead&0x0F)<<6|uint(text[i+1]&0x3F)]; block != 0 {
				found |= t.blocks[block][text[i+2]&0x3F]
			}
			i += 3
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if r <= 0xFFFF {
			found |= t.blocks[t.blockOf[r>>6]][r&63]
		}
		i += size
	}
	return found
}

// appendSigns appends the signs of each token that is no label; a label has none.
func appendSigns(all []signs, tokens []sheet.Token) []signs {
	for i := range tokens {
		own := signs(0)
		if tokens[i].Label == sheet.NoLabel {
			own = knownSigns.signsIn(tokens[i].Text)
		}
		all = append(all, own)
	}
	return all
}

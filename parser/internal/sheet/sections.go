package sheet

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// strongEndings end the name of a section or a division and of hardly anything
// else, weakEndings that of an office or an institution.
var (
	strongEndings = []string{"課", "室", "部", "局", "署", "係"}
	weakEndings   = []string{"所", "館", "園", "校", "院", "センター", "担当", "班", "チーム", "委員会", "協議会", "市議会"}
	// wholeNames are entries that end otherwise.
	wholeNames = []string{"全庁", "全課", "各課", "全所属", "各所属", "庁内各課", "関係機関", "関係部署", "関係各部署", "各部署", "全部署", "関係各所", accountant}
)

// accountant is an office that stands where others have their division.
const accountant = "会計管理者"

// unfinishedName ends as a section does, and is the beginning of 関係各課.
const unfinishedName = "関係"

// maxDepartmentRunes is how long the name of a section may be.
const maxDepartmentRunes = 30

// span is a range of bytes.
type span struct{ start, end int }

// departmentSpans cuts a text into the names of sections. A blank may part two
// of them or stand inside a wrapped name: a piece that ends as no section does
// goes on in the next. whole is false where a name has no ending at all. The
// names are appended to a buffer of the caller's.
func departmentSpans(buffer []span, text string) (names []span, whole bool) {
	names, whole = buffer, true
	var open span
	closed := true // whether a comma stands behind the last name
	for at := 0; ; {
		piece, next, comma := nextPiece(text, at)
		if piece.start == piece.end {
			break
		}
		at = next
		switch part := text[piece.start:piece.end]; {
		case open.end > 0:
			open.end = piece.end
		case len(names) > 0 && !closed && belongsToName(text[names[len(names)-1].start:names[len(names)-1].end], part):
			open = span{names[len(names)-1].start, piece.end}
			names = names[:len(names)-1]
		default:
			open = piece
		}
		closed = comma
		name := text[open.start:open.end]
		if open != piece {
			name = ja.Unwrap(name) // a wrap may part an ending: 保健セン ター
		}
		if ends := isWholeName(name); comma || ends {
			whole = whole && ends
			names = appendRunTogether(names, text, open)
			open = span{}
		}
	}
	if open.end > 0 {
		names, whole = append(names, open), false
	}
	return names, whole && len(names) > 0
}

// sectionGaps are blanks, and the quotation marks that a spreadsheet has left.
var (
	sectionGaps     = ja.NewCharacters(gapsOfSections)
	betweenSections = ja.NewCharacters(gapsOfSections + commasOfSections)
	pieceSigns      = ja.NewCharacters(gapsOfSections + commasOfSections + "(（)）")
)

const gapsOfSections, commasOfSections = " \u3000\u00a0\t\n\"“”", "、,，/／;；"

// nextPiece returns the next piece between blanks outside brackets, and whether
// a comma ends it.
func nextPiece(text string, at int) (piece span, next int, comma bool) {
	at += len(text[at:]) - len(betweenSections.TrimLeft(text[at:]))
	depth := 0
	for end := at; ; {
		found := pieceSigns.Index(text[end:])
		if found < 0 {
			return span{at, len(text)}, len(text), true
		}
		end += found
		r, size := utf8.DecodeRuneInString(text[end:])
		switch r {
		case '(', '（':
			depth++
		case ')', '）':
			depth--
		case '、', ',', '，', '/', '／', ';', '；':
			if depth <= 0 {
				return span{at, end}, end, true
			}
		default:
			if depth <= 0 {
				rest := sectionGaps.TrimLeft(text[end:])
				return span{at, end}, end, strings.HasPrefix(rest, "、") || strings.HasPrefix(rest, ",")
			}
		}
		end += size
	}
}

// belongsToName reports whether a piece goes on with the name before it, which
// has an ending: a bracket, or an ending that was wrapped off.
func belongsToName(name, piece string) bool {
	if len(piece) > len("事務局") && piece[0] != '(' && piece[0] != "（"[0] {
		return false // as most names
	}
	if strings.HasPrefix(piece, "(") || strings.HasPrefix(piece, "（") {
		return true
	}
	if piece == "事務局" {
		return EndsWithAny(name, weakEndings...) // 小牧市民病院 事務局
	}
	runes := utf8.RuneCountInString(piece)
	return !EndsWithAny(name, "課") && (runes == 1 || runes == 2 && EndsWithAny(name, weakEndings...)) && isWholeName("某"+piece)
}

// isWholeName reports whether a name ends as a section's does.
func isWholeName(name string) bool {
	name = WithoutBracket(name)
	if !nameEnds.AtEnd(name) {
		return false
	}
	if (EndsWithAny(name, strongEndings...) || EndsWithAny(name, weakEndings...)) && ja.LongerThan(name, 1) && name != unfinishedName {
		return true
	}
	return slices.Contains(wholeNames, name)
}

// conjunctions are words that part two sections: 債権回収課及び国保年金課.
var conjunctions = []string{"及び", "並びに", "および"}

// cutConjunction returns where the name before a conjunction ends and that behind it
// begins; behind is 0 where there is none between, or before, the names of sections.
func cutConjunction(text string) (before, behind int) {
	if !strings.Contains(text, "び") {
		return 0, 0
	}
	for _, word := range conjunctions {
		at := strings.Index(text, word)
		if at < 0 {
			continue
		}
		name, rest := sectionGaps.TrimRight(text[:at]), sectionGaps.TrimLeft(text[at+len(word):])
		if (name == "" || isWholeName(name)) && isWholeName(rest) {
			return len(name), len(text) - len(rest)
		}
	}
	return 0, 0
}

// appendRunTogether adds a name, or several that stand without a blank between
// them, or with a conjunction: 広報広聴課行政改革課, 自治会支援室・広報広聴課.
func appendRunTogether(names []span, text string, name span) []span {
	if before, behind := cutConjunction(text[name.start:name.end]); behind > 0 {
		if before > 0 {
			names = appendRunTogether(names, text, span{name.start, name.start + before})
		}
		return appendRunTogether(names, text, span{name.start + behind, name.end})
	}
	for end := name.start; ; {
		found := nameSeams.Index(text[end:name.end])
		if found < 0 {
			return append(names, name)
		}
		r, size := utf8.DecodeRuneInString(text[end+found:])
		if end += found + size; end == name.end {
			return append(names, name) // the seam is the name's own ending
		}
		rest, dotted := strings.CutPrefix(text[end:name.end], "・")
		if !dotted && (r != '課' || strings.HasPrefix(rest, "税")) {
			continue // 税 follows: 課税 is no end of a name
		}
		if ja.LongerThan(rest, 2) && ja.LongerThan(text[name.start:end], 2) && isWholeName(rest) && OpenBrackets(rest) == 0 &&
			!strings.HasPrefix(rest, "(") && !strings.HasPrefix(rest, "（") && !strings.HasPrefix(rest, "→") {
			return appendRunTogether(append(names, span{name.start, end}), text, span{name.end - len(rest), name.end})
		}
	}
}

// nameSeams end the names behind which another may stand without a blank.
var nameSeams = ja.NewCharacters("課室局部")

// nameEnds are the characters one of which is the last of the name of any section,
// sectionEnds those of any list of sections.
var (
	nameEnds    = ja.NewCharacters(endsOfNames())
	sectionEnds = ja.NewCharacters(endsOfNames() + gapsOfSections + commasOfSections + ")）")
)

func endsOfNames() string {
	ends := ""
	for _, name := range slices.Concat(strongEndings, weakEndings, wholeNames) {
		_, size := utf8.DecodeLastRuneInString(name)
		ends += name[len(name)-size:]
	}
	return ends
}

// mayEndSections reports whether a text ends as a list of sections may, which most
// do not.
func mayEndSections(text string) bool { return sectionEnds.AtEnd(text) }

// EndsAsSection reports whether the last name of a line has its ending.
func EndsAsSection(text string) bool {
	var buffer [8]span
	_, whole := departmentSpans(buffer[:0], text)
	return whole
}

// notOfSections are in no name of a section.
var notOfSections = ja.NewCharacters("。「」○:：")

// IsDepartments reports whether a text is nothing but names of sections.
func IsDepartments(text string) bool {
	var buffer [8]span
	return len(sectionSpans(buffer[:0], text)) > 0
}

// anyBrackets are the brackets that OpenBrackets counts.
var anyBrackets = ja.NewCharacters("(（「『[〔)）」』]〕")

// sectionSpans appends the names of sections to an empty buffer of the caller's where a
// text is nothing but them; else it returns none.
func sectionSpans(buffer []span, text string) []span {
	if len(text) > 3*maxDepartmentRunes*8 || !mayEndSections(text) || notOfSections.In(text) || strings.HasPrefix(text, "・") {
		return nil
	}
	names, whole := departmentSpans(buffer, text)
	if !whole {
		return nil
	}
	bracketed, hasDigit := anyBrackets.In(text), HasDigit(text)
	for _, one := range names {
		name := text[one.start:one.end]
		if ja.LongerThan(name, maxDepartmentRunes) || bracketed && OpenBrackets(name) != 0 || hasDigit && HasDigit(WithoutBracket(name)) {
			return nil
		}
	}
	return names
}

// IsDepartmentLine reports whether a text names sections for sure: it is nothing
// but their names, and the last ends as a section does and hardly any other word,
// or a division stands before them.
func IsDepartmentLine(text string) bool {
	var buffer [8]span
	names := sectionSpans(buffer[:0], text)
	if len(names) == 0 {
		return false
	}
	if IsDivision(text[names[0].start:names[0].end], len(names) > 1) {
		return true
	}
	last := names[len(names)-1]
	return EndsWithAny(WithoutBracket(text[last.start:last.end]), strongEndings...)
}

// SectionCells returns the parts of a cell that its sections' names are; nil where
// it holds anything else.
func SectionCells(cell grid.Cell) []grid.Cell {
	var buffer [8]span
	names := sectionSpans(buffer[:0], cell.Text)
	if len(names) == 0 {
		return nil
	}
	cells := make([]grid.Cell, 0, len(names))
	for _, one := range names {
		cells = append(cells, cell.Slice(one.start, one.end))
	}
	return cells
}

// SplitSections parts a list of sections: 政策企画課 関係各課. Blanks that line wraps
// left in a name, and before its bracket, are taken out. It returns nil where
// the text is no such list.
func SplitSections(text string) []string {
	if len(text) > maxJoinedBytes || !mayEndSections(text) {
		return nil
	}
	var buffer [8]span
	spans, whole := departmentSpans(buffer[:0], text)
	if !whole {
		return nil
	}
	names := make([]string, len(spans))
	for i, one := range spans {
		names[i] = closeBracket(ja.Unwrap(text[one.start:one.end]))
		if !ja.LongerThan(names[i], 2) && !slices.Contains(wholeNames, names[i]) {
			return nil
		}
	}
	return names
}

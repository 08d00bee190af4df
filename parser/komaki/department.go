package komaki

import (
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// strongEndings end the name of a section or a division and of hardly anything
// else, weakEndings that of an office or an institution.
var (
	strongEndings = []string{"課", "室", "部", "局", "署", "係"}
	weakEndings   = []string{"所", "館", "園", "校", "院", "センター"}
	// wholeNames are entries that end otherwise.
	wholeNames = []string{"全庁", "関係機関", "関係部署", "関係各部署", "各部署", "全部署", "関係各所"}
)

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
		if comma || isWholeName(text[open.start:open.end]) {
			whole = whole && isWholeName(text[open.start:open.end])
			names = appendRunTogether(names, text, open)
			open = span{}
		}
	}
	if open.end > 0 {
		names, whole = append(names, open), false
	}
	return names, whole && len(names) > 0
}

// nextPiece returns the next piece between blanks outside brackets, and whether
// a comma ends it.
func nextPiece(text string, at int) (piece span, next int, comma bool) {
	at += len(text[at:]) - len(strings.TrimLeft(text[at:], " \u3000\u00a0\t\n、,，/／;；"))
	depth := 0
	for i, r := range text[at:] {
		switch r {
		case '(', '（':
			depth++
		case ')', '）':
			depth--
		case ' ', '\u3000', '\u00a0', '\t', '\n':
			if depth <= 0 {
				rest := strings.TrimLeft(text[at+i:], " \u3000\u00a0\t\n")
				return span{at, at + i}, at + i, strings.HasPrefix(rest, "、") || strings.HasPrefix(rest, ",")
			}
		case '、', ',', '，', '/', '／', ';', '；':
			if depth <= 0 {
				return span{at, at + i}, at + i, true
			}
		}
	}
	return span{at, len(text)}, len(text), true
}

// belongsToName reports whether a piece goes on with the name before it, which
// has an ending: a bracket, or an ending that was wrapped off.
func belongsToName(name, piece string) bool {
	if strings.HasPrefix(piece, "(") || strings.HasPrefix(piece, "（") {
		return true
	}
	if piece == "事務局" {
		return endsWithAny(name, weakEndings...) // 小牧市民病院 事務局
	}
	runes := utf8.RuneCountInString(piece)
	return !endsWithAny(name, "課") && (runes == 1 || runes == 2 && endsWithAny(name, weakEndings...)) && isWholeName("某"+piece)
}

// isWholeName reports whether a name ends as a section's does.
func isWholeName(name string) bool {
	name = withoutBracket(name)
	for _, whole := range wholeNames {
		if name == whole {
			return true
		}
	}
	return utf8.RuneCountInString(name) > 1 && (endsWithAny(name, strongEndings...) || endsWithAny(name, weakEndings...))
}

func withoutBracket(name string) string {
	if strings.HasSuffix(name, ")") || strings.HasSuffix(name, "）") {
		name, _, _ = ja.CutLastBracket(name)
	}
	return name
}

func endsWithAny(name string, endings ...string) bool {
	for _, ending := range endings {
		if strings.HasSuffix(name, ending) {
			return true
		}
	}
	return false
}

// appendRunTogether adds a name, or several that stand without a blank between
// them: 広報広聴課行政改革課, 自治会支援室・広報広聴課.
func appendRunTogether(names []span, text string, name span) []span {
	for at, r := range text[name.start:name.end] {
		end := name.start + at + utf8.RuneLen(r)
		if end > name.end || (r != '課' && r != '室' && r != '局' && r != '部') {
			continue
		}
		rest, dotted := strings.CutPrefix(text[end:name.end], "・")
		if !dotted && (r != '課' || strings.HasPrefix(rest, "税")) {
			continue // 税 follows: 課税 is no end of a name
		}
		if utf8.RuneCountInString(rest) >= 3 && utf8.RuneCountInString(text[name.start:end]) >= 3 && isWholeName(rest) && sheet.OpenBrackets(rest) == 0 &&
			!strings.HasPrefix(rest, "(") && !strings.HasPrefix(rest, "（") {
			return appendRunTogether(append(names, span{name.start, end}), text, span{name.end - len(rest), name.end})
		}
	}
	return append(names, name)
}

// isDivision reports whether a name is that of a division, which holds for the
// sections behind it. 室 is one only as 公室; 事務局 and 局 only where a section
// stands behind them on the same line.
func isDivision(name string, sectionFollows bool) bool {
	name = withoutBracket(name)
	return strings.HasSuffix(name, "部") && !strings.HasSuffix(name, "支部") || strings.HasSuffix(name, "公室") ||
		sectionFollows && strings.HasSuffix(name, "局")
}

// departmentList collects the sections of an item. A division holds for the
// sections that follow it until the next one.
type departmentList struct {
	list     []model.Department
	division string
	// idle is where a division was printed under which no section stands yet.
	idle model.Position
	// cells are those that are being read.
	cells []grid.Cell
}

// add reads the sections of cells, whose texts are joined by blanks. A name may
// be wrapped over the end of a line.
func (d *departmentList) add(cells ...grid.Cell) {
	d.cells = cells
	text := sheet.JoinCells(cells, " ")
	for start := 0; start < len(text); {
		end := lineEnd(text, start)
		// A name may be wrapped over the end of the line.
		for end < len(text) && !endsWhole(text[start:end]) {
			end = lineEnd(text, end+1)
		}
		d.addLine(text[start:end], start)
		start = end + 1
	}
}

func lineEnd(text string, from int) int {
	if end := strings.IndexByte(text[from:], '\n'); end >= 0 {
		return from + end
	}
	return len(text)
}

// positionOf returns where the byte at of the cells' joined text stands.
func (d *departmentList) positionOf(at int) model.Position {
	for _, cell := range d.cells {
		text := sheet.PlainText(cell.Text)
		if at < len(text) {
			return cell.Slice(sheet.PrintedOffset(cell.Text, text, at), len(cell.Text)).At
		}
		at -= len(text) + 1
	}
	return d.cells[0].At
}

// endsWhole reports whether the last name of a line has its ending.
func endsWhole(text string) bool {
	var buffer [8]span
	_, whole := departmentSpans(buffer[:0], text)
	return whole
}

func (d *departmentList) addLine(text string, from int) {
	var buffer [8]span
	names, _ := departmentSpans(buffer[:0], text)
	for i, one := range names {
		name := closeBracket(ja.Unwrap(text[one.start:one.end]))
		at := d.positionOf(from + one.start)
		sectionFollows := i+1 < len(names) && !isDivision(text[names[i+1].start:names[i+1].end], false)
		if isDivision(name, i == 0 && sectionFollows) {
			d.finish()
			d.division, d.idle = name, at
			continue
		}
		d.list = append(d.list, d.newEntry(name, at))
	}
}

// closeBracket removes the blank before the bracket that belongs to a section.
func closeBracket(name string) string {
	if at := strings.IndexAny(name, "(（"); at > 0 && name[at-1] == ' ' {
		return name[:at-1] + name[at:]
	}
	return name
}

func (d *departmentList) newEntry(name string, at model.Position) model.Department {
	if isSupporting(name) {
		return model.Department{At: at, Section: name, Role: model.RoleSupporting}
	}
	d.idle = model.Position{}
	return model.Department{At: at, Division: d.division, Section: name}
}

// finish returns the entries; a division without a section is one, too.
func (d *departmentList) finish() []model.Department {
	if !d.idle.IsZero() {
		d.list = append(d.list, model.Department{At: d.idle, Division: d.division})
		d.idle = model.Position{}
	}
	return d.list
}

// isSupporting reports whether an entry stands for all the sections concerned.
func isSupporting(name string) bool {
	return name == "関係課" || name == "関係各課"
}

// isDepartments reports whether a text is nothing but names of sections.
func isDepartments(text string) bool {
	if len(text) > 3*maxDepartmentRunes*8 || strings.ContainsAny(text, "。「」○:：") || strings.HasPrefix(text, "・") {
		return false
	}
	var buffer [8]span
	names, whole := departmentSpans(buffer[:0], text)
	if !whole {
		return false
	}
	for _, one := range names {
		name := text[one.start:one.end]
		if utf8.RuneCountInString(name) > maxDepartmentRunes || sheet.OpenBrackets(name) != 0 || sheet.HasDigit(withoutBracket(name)) {
			return false
		}
	}
	return true
}

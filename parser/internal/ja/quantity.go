package ja

import (
	"strings"

	"sheetconv/model"
)

// Kind is what a cell that should hold a quantity holds.
type Kind int

// The kinds of readings.
const (
	// Blank is an empty cell.
	Blank Kind = iota
	// Dash is a printed dash: the sheet says that there is nothing.
	Dash
	// Numeric is a number or an amount of money, with all that belongs to it.
	Numeric
	// Ranked is a rank without a number: 3/17 団体.
	Ranked
	// State is a word in a number's place: 検討, 現状以下.
	State
	// LoneUnit is a unit that lost its number: 千円, %, 件 件.
	LoneUnit
	// Unreadable is anything else; only Raw is given.
	Unreadable
)

// Expect is what is known of a quantity before it is read.
type Expect struct {
	// Unit is the indicator's unit. Where it is money, a number that has no
	// unit of its own gets an amount in yen.
	Unit string
	// NearFY is a fiscal year near which a year without an era lies: 31年度.
	NearFY int
	// Money says that the quantity stands in a block of costs: a number without
	// any unit is yen.
	Money bool
}

// Reading is a quantity as it was read.
type Reading struct {
	Kind     Kind
	Quantity model.Quantity
	// Further are the values in brackets that have a date or year of their own:
	// 93.2% (90.6%H26.3末).
	Further []model.Quantity
}

// longestQuantity is how many bytes a quantity with its brackets may have; what
// is longer is a narrative.
const longestQuantity = 800

// strayQuotes are quotation marks that a spreadsheet left round a cell.
var strayQuotes = NewCharacters("\"“”")

// TrimQuotes takes stray quotation marks, which spreadsheets leave, from both
// ends of a text.
func TrimQuotes(text string) string { return strayQuotes.Trim(text) }

// longestState is how many characters a word in a number's place may have.
const longestState = 20

// ReadQuantity reads s as a whole as a quantity. Raw is always s, trimmed and
// without markup. What the grammar does not take as a whole is Unreadable, and
// then nothing but Raw is given: two values, ranges (1〜3件), changes (10%減),
// phrases with numbers in them (年2回実施), numbers that are misprinted (1,23).
// A plain number with or without a usual unit is read without allocating.
func ReadQuantity(s string, expect Expect) (reading Reading) {
	s = StripMarkup(s)
	if reading.readPlain(s, expect) {
		return reading
	}
	if kind := bareKind(s); kind != Unreadable {
		reading.Kind, reading.Quantity.Raw = kind, s
	} else {
		reading.read(s, expect, 0)
	}
	return reading
}

// bareKind knows what most cells without a number hold: a dash, or a common unit;
// Unreadable is anything else.
func bareKind(s string) Kind {
	switch {
	case s != "" && len(s) <= len("—") && IsDash(s):
		return Dash
	case isCommonUnit(s):
		return LoneUnit
	}
	return Unreadable
}

// readPlain reads a number with nothing or a common unit behind it, as most figures
// are. Whatever else a number may be, a year or a rank, has more to it.
func (r *Reading) readPlain(s string, expect Expect) bool {
	if s == "" || !isDigit(rune(s[0])) {
		return false
	}
	n, end, ok := numeralAt(s, 0)
	if !ok || n.digits > exactDigits {
		return false
	}
	for end < len(s) && s[end] == ' ' {
		end++
	}
	unit := s[end:]
	if unit != "" && !isCommonUnit(unit) {
		return false
	}
	r.Kind = Numeric
	r.Quantity.Raw = s
	r.Quantity.Number = n.number(false)
	r.Quantity.Unit = unit
	r.setMoney(n, false, unit, expect)
	return true
}

// isCommonUnit knows the units that most figures have. Each is a usual unit, too.
func isCommonUnit(s string) bool {
	switch s {
	case "件", "人", "回", "%", "円", "千円", "団体", "箇所", "か所", "台", "冊", "事業", "世帯", "施設", "校", "戸", "社", "枚",
		"時間", "ポイント", "名", "点", "億円", "百万円", "万円", "km", "ha", "kg", "t",
		"手続", "種類", "種", "項目", "事務", "講座", "教室", "会場", "コース", "本", "品目", "チーム", "グループ", "個", "基", "橋", "棟",
		"区画", "面", "部", "通", "団", "頭", "羽", "株", "袋", "箱", "食", "床", "席", "式", "セット", "園", "店", "店舗", "組", "者",
		"事業所", "団地", "課室", "部署", "学級", "クラス", "口座", "路線", "便", "両", "ページ":
		return true
	}
	return false
}

// read reads a trimmed text that stands in depth brackets into an empty reading.
func (r *Reading) read(raw string, expect Expect, depth int) {
	r.Quantity.Raw = raw
	if raw == "" {
		return
	}
	if len(raw) > longestQuantity {
		r.Kind = Unreadable
		return
	}
	head, tail := splitHead(TrimQuotes(raw))
	switch {
	case head == "" && tail == "":
		r.Kind = Unreadable
		return
	case IsDash(head):
		r.Kind = Dash
	case HasDigit(head):
		r.readFigure(head, expect)
	default:
		r.readWords(head, expect)
	}
	if r.Kind == Unreadable || tail != "" && !r.readTail(tail, expect, depth) {
		*r = Reading{Kind: Unreadable}
		r.Quantity.Raw = raw
	}
}

// splitHead cuts a text before its first bracket or ※, a figure also before the asterisk of
// a footnote behind it: 986千円*.
func splitHead(raw string) (head, tail string) {
	if end := tailBegins.Index(raw); end >= 0 {
		return TrimSpace(raw[:end]), raw[end:]
	}
	if strings.IndexByte(raw, '*') > 0 {
		if marked := TrimNoteMark(raw); HasDigit(marked) {
			return marked, raw[len(marked):]
		}
	}
	return raw, ""
}

// tailBegins are the brackets, of all widths, and the sign of a note.
var tailBegins = NewCharacters("(（﹙[［{｛〔【〈《※")

// readFigure reads a head that holds digits, and sets Kind.
func (r *Reading) readFigure(head string, expect Expect) {
	printed := r.Quantity
	if rank, ok := readRank(head); ok {
		r.Kind = Ranked
		r.setRank(rank)
		return
	}
	if r.readNumber(r.takePrefixes(head), expect) {
		r.Kind = Numeric
		return
	}
	r.Quantity, r.Kind = printed, Unreadable
	if fy, words, ok := datedWords(head, expect.NearFY); ok {
		r.readWords(words, expect)
		r.Quantity.FY = fy
	}
}

// takePrefixes takes what may stand before a number: 約, 累計, a year, a date.
func (r *Reading) takePrefixes(s string) string {
	for {
		s = TrimSpace(s)
		word, meaning := prefixOf(s)
		switch {
		case meaning == saysApproximate:
			r.Quantity.Approximate = true
			s = s[len(word):]
		case meaning == saysCumulative:
			r.Quantity.Cumulative.Flag = true
			s = s[skipColon(s, len(word)):]
		case meaning == saysTotal:
			r.addNote(word)
			s = s[len(word):]
		default:
			end, ok := r.takeLeadingTime(s)
			if !ok {
				return s
			}
			s = s[skipColon(s, end):]
		}
	}
}

// takeLeadingTime takes a year or a date before a number (R2年度 50%).
func (r *Reading) takeLeadingTime(s string) (end int, ok bool) {
	if r.Quantity.FY != 0 {
		return 0, false
	}
	if digits := digitsEnd(s, 0); digits > 0 && countRunes(s[:digits], 5) != 4 {
		return 0, false // years without an era have four
	}
	if date, end, isDate := dateAt(s, 0); isDate {
		r.Quantity.AsOf, r.Quantity.FY = date, date.FiscalYear()
		return end, true
	}
	y, isYear := yearAt(s, 0)
	if !isYear {
		return 0, false
	}
	next, _ := foldAt(s, skipBlanks(s, y.end))
	if !y.fiscal && (y.form == noForm || next != ':') || !y.standsAlone(s, 0) {
		return 0, false
	}
	r.Quantity.FY = y.fy
	return y.end, true
}

// readNumber reads a sign, a number and what follows it.
func (r *Reading) readNumber(s string, expect Expect) bool {
	negative, isYen := false, false
	s, negative = cutSign(s)
	if sign, size := foldAt(s, 0); sign == '¥' {
		s, isYen = s[skipBlanks(s, size):], true
		if inner, under := cutSign(s); under && !negative {
			s, negative = inner, true
		}
	}
	if taken, ok := r.takeCompound(s, negative, expect); taken {
		return ok
	}
	n, end, ok := numeralAt(s, 0)
	if !ok || !r.takeUnit(s[end:], expect) {
		return false
	}
	r.Quantity.Number = n.number(negative)
	if isYen && r.Quantity.Unit == "" {
		r.Quantity.Yen = n.yen(negative, 1)
		return true
	}
	r.setMoney(n, negative, r.Quantity.Unit, expect)
	return true
}

// cutSign takes a sign before a number. A dash and a blank are no minus sign:
// they are a value of their own before another one.
func cutSign(s string) (rest string, negative bool) {
	sign, size := foldAt(s, 0)
	if size == 0 {
		return s, false
	}
	next := size
	switch sign {
	case '△', '▲', '▴', '▵':
		next = skipBlanks(s, size)
		negative = true
	case '-':
		negative = true
	case '+':
	default:
		return s, false
	}
	if r, size := foldAt(s, next); size > 0 && (isDigit(r) || r == '¥') {
		return s[next:], negative
	}
	return s, false
}

// takeUnit takes all that stands behind a number before any bracket: a unit,
// 以上 and the like, a year or a date.
func (r *Reading) takeUnit(s string, expect Expect) bool {
	s = r.takeSuffixes(TrimSpace(s))
	if s == "" {
		return true
	}
	if s = onceOf(s); isValueUnit(s, expect.Unit) {
		r.Quantity.Unit = unitText(s)
		return true
	}
	if r.Quantity.FY != 0 {
		return false
	}
	if date, start, end, ok := FindDate(s); ok && end == len(s) {
		r.Quantity.AsOf, r.Quantity.FY = date, date.FiscalYear()
		return r.takeUnit(s[:start], expect)
	}
	if fy, start, end, ok := FindFiscalYear(s); ok && end == len(s) {
		r.Quantity.FY = fy
		return r.takeUnit(s[:start], expect)
	}
	return false
}

// takeSuffixes takes 以上, 程度 and the like from the end of s.
func (r *Reading) takeSuffixes(s string) string {
	for {
		word, meaning := suffixOf(s)
		switch meaning {
		case saysNothing:
			return s
		case saysMin:
			r.Quantity.Bound = model.BoundMin
		case saysMax:
			r.Quantity.Bound = model.BoundMax
		case saysApproximate:
			r.Quantity.Approximate = true
		case saysCumulative:
			r.Quantity.Cumulative.Flag = true
		}
		s = TrimSpace(s[:len(s)-len(word)])
	}
}

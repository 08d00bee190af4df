package misato

import (
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// reader reads the tokens of one sheet into one document.
type reader struct {
	*sheet.Builder
	tokens []sheet.Token
	next   int

	item       model.Item
	department model.Department
	start, end string      // the printed years of the period
	text       *model.Text // the narrative that is being read

	costs      costBlock
	work       workBlock
	indicators indicatorBlockState
}

func (r *reader) readSheet() {
	r.item.Kind = model.Program
	for r.next < len(r.tokens) {
		token := r.tokens[r.next]
		r.next++
		if token.Label == sheet.NoLabel {
			r.readStray(token)
			continue
		}
		r.readLabel(token, entryOf(token))
	}
	r.finishItem()
}

// readLabel reads a label with its values.
func (r *reader) readLabel(token sheet.Token, e *entry) {
	label := r.Label(token.Cell)
	r.ReportJoined(token)
	if e.kind == actualColumn && r.costs.open {
		e = &costHeadingEntry // 実績値 stands over the revenues, too
	}
	switch e.kind {
	case head:
	case code:
		r.readCode(token)
		return
	case name:
		r.readName(token)
		return
	case policy:
		r.readPolicy(label)
	case division, section, startYear, endYear:
		r.readShort(e.kind)
	case narrative:
		r.readNarrative(token, label, e.text)
		return
	case attribute:
		r.readAttribute(token, label)
	case cost:
		r.readCost(token, label, e.line)
	case costHeading:
		r.costs.heading()
		r.readCostHeads()
	case work, yearColumn, quarterColumn, remarkColumn:
		r.readWorkHead(token, e.kind, label)
	case staff:
		r.readStaff(token, label, e.staff)
	default:
		r.readIndicatorLabel(token, label, e)
	}
}

var costHeadingEntry = entry{kind: costHeading, short: true}

// value returns the next token if it is no label; it is the value of the label
// that was read last.
func (r *reader) value() (sheet.Token, bool) {
	if r.next < len(r.tokens) && r.tokens[r.next].Label == sheet.NoLabel {
		r.next++
		return r.tokens[r.next-1], true
	}
	return sheet.Token{}, false
}

// readCode takes the sheet's code; in a running head it is decoration.
func (r *reader) readCode(sheet.Token) {
	value, found := r.value()
	switch {
	case !found:
	case r.item.Number == "":
		r.item.At = value.At
		r.item.Number = sheet.Fold(r.Value(value.Cell))
	default:
		r.Skip(value.Cell)
	}
}

func (r *reader) readName(token sheet.Token) {
	value, found := r.value()
	switch {
	case !found:
	case r.item.Name == "":
		r.item.Name = ja.Unwrap(r.Value(value.Cell))
		if r.item.At.IsZero() {
			r.item.At = value.At
		}
	case ja.Key(ja.StripMarkup(value.Text)) == ja.Key(r.item.Name):
		r.Skip(value.Cell)
	}
}

func (r *reader) readPolicy(label string) {
	value, found := r.value()
	if !found || ja.IsDash(value.Text) {
		r.skipIf(found, value)
		return
	}
	number, name := sheet.SplitNumber(r.Value(value.Cell))
	r.item.Policy = append(r.item.Policy, model.Policy{At: value.At, Level: label, Number: number, Name: ja.Unwrap(name)})
}

func (r *reader) skipIf(found bool, token sheet.Token) {
	if found {
		r.Skip(token.Cell)
	}
}

func (r *reader) readShort(k kind) {
	value, found := r.value()
	if !found || ja.IsDash(value.Text) {
		r.skipIf(found, value)
		return
	}
	text := r.Value(value.Cell)
	switch k {
	case division:
		r.department.Division = ja.Unwrap(text)
	case section:
		r.department.Section = ja.Unwrap(text)
	case startYear:
		r.start = text
	case endYear:
		r.end = text
	}
	if k == division || k == section {
		if r.department.At.IsZero() {
			r.department.At = value.At
		}
		return
	}
	r.setPeriod(value, k, text)
}

func (r *reader) setPeriod(value sheet.Token, k kind, text string) {
	if r.item.Period == nil {
		r.item.Period = &model.Period{At: value.At}
	}
	period := r.item.Period
	year, _, _, isYear := ja.FindFiscalYear(text)
	switch {
	case ja.Key(text) == "なし":
		period.OpenEnded = k == endYear
	case !isYear:
		r.Report(model.CodeYearUnreadable, value.At, map[kind]string{startYear: "開始年度", endYear: "終了年度"}[k], text)
	case k == startYear:
		period.StartFY = year
	default:
		period.EndFY = year
	}
}

// readNarrative takes all the text under a label, up to the next label. A short
// text before another text is an unknown label with its value: both stay
// unmapped.
func (r *reader) readNarrative(token sheet.Token, label string, key model.TextKey) {
	if key == model.TextPolicyTarget && len(r.item.Texts) > 0 && r.hasText(key) {
		key = model.TextTarget
	}
	r.item.Texts = append(r.item.Texts, model.Text{At: token.At, Key: key, Label: label})
	r.text = &r.item.Texts[len(r.item.Texts)-1]
	r.continueNarrative()
}

func (r *reader) hasText(key model.TextKey) bool {
	for i := range r.item.Texts {
		if r.item.Texts[i].Key == key {
			return true
		}
	}
	return false
}

func (r *reader) continueNarrative() {
	for r.next < len(r.tokens) && r.tokens[r.next].Label == sheet.NoLabel {
		token := r.tokens[r.next]
		if r.text.Text != "" && !token.PageBreak && r.looksLikeLabel() {
			return
		}
		r.next++
		text := ja.StripMarkup(token.Text)
		switch {
		case r.text.Text == "" && (ja.IsDash(text) || text == ""), text == r.text.Text:
			r.Skip(token.Cell)
		case r.text.Text == "":
			r.text.At = token.At
			r.text.Text = strings.TrimLeft(r.Value(token.Cell), "：: ")
		default:
			if token.PageBreak {
				r.Report(model.CodePageBreak, token.At, r.text.Label, text)
			}
			r.text.Text += "\n" + r.Value(token.Cell)
		}
	}
}

// maxLabelRunes is how long a cell may be to be taken for a label that the form
// does not know.
const maxLabelRunes = 20

// looksLikeLabel reports whether the next token is short and unfinished and
// another text follows it, as an unknown label and its value would.
func (r *reader) looksLikeLabel() bool {
	if r.Grid.Layout != grid.PipeCells || r.next+1 >= len(r.tokens) || r.tokens[r.next+1].Label != sheet.NoLabel {
		return false
	}
	text := ja.StripMarkup(r.tokens[r.next].Text)
	if utf8.RuneCountInString(text) > maxLabelRunes {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(text)
	first, _ := utf8.DecodeRuneInString(text)
	return !strings.ContainsRune("。、.,，．」", last) && !strings.ContainsRune("・※○●", first)
}

// readStray reads a token that stands behind no label: a year row of an
// indicator, a head of amounts, an amount behind its year.
func (r *reader) readStray(token sheet.Token) {
	switch {
	case r.readYearRow(token):
	case r.costs.open && r.readCostHead(token):
		r.readCostHeads()
		if len(r.costs.pending) > 0 {
			r.readAmountsFrom(token)
		}
	case r.costs.open && r.costs.label != "" && r.readAmounts(token):
	}
}

// finishItem puts together what stood in several places.
func (r *reader) finishItem() {
	r.finishIndicator()
	item := &r.item
	if r.department != (model.Department{}) {
		item.Departments = []model.Department{r.department}
	}
	if item.Period != nil {
		item.Period.Raw = ja.TrimSpace(r.start + " " + r.end)
	}
	texts := item.Texts[:0]
	for _, text := range item.Texts {
		if text.Text != "" {
			texts = append(texts, text)
		}
	}
	item.Texts = texts
	r.Identify(item, "事務事業コード", "事業名")
	r.Document.Items = []model.Item{*item}
}

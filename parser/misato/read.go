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
	sheet.Stream

	item       model.Item
	department model.Department
	period     sheet.Period
	text       *model.Text // the narrative that is being read

	costs      costBlock
	work       workBlock
	indicators indicatorBlockState
}

func (r *reader) readSheet() {
	r.item.Kind = model.Program
	for r.Next < len(r.Tokens) {
		token := r.Tokens[r.Next]
		r.Next++
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
	case division, section:
		r.readDepartment(e.kind)
	case startYear, endYear:
		if value, found := r.NextValue(); found && e.kind == startYear {
			r.period.ReadStart(r.Builder, &r.item, value.Cell)
		} else if found {
			r.period.ReadEnd(r.Builder, &r.item, value.Cell)
		}
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

// readCode takes the sheet's code; in a running head it is decoration.
func (r *reader) readCode(sheet.Token) {
	value, found := r.NextValue()
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
	value, found := r.NextValue()
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
	value, found := r.NextValue()
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

func (r *reader) readDepartment(k kind) {
	value, found := r.NextValue()
	if !found || ja.IsDash(value.Text) {
		r.skipIf(found, value)
		return
	}
	field := &r.department.Division
	if k == section {
		field = &r.department.Section
	}
	*field = ja.Unwrap(r.Value(value.Cell))
	if r.department.At.IsZero() {
		r.department.At = value.At
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
	for r.Next < len(r.Tokens) && r.Tokens[r.Next].Label == sheet.NoLabel {
		token := r.Tokens[r.Next]
		if r.text.Text != "" && !token.PageBreak && r.looksLikeLabel() {
			return
		}
		r.Next++
		switch {
		case r.text.Text != "" && token.PageBreak:
			r.ContinueText(&r.text.Text, r.text.Label, token.Cell)
		case r.text.Text != "":
			r.AppendText(&r.text.Text, token.Cell)
		case r.AppendText(&r.text.Text, token.Cell):
			r.text.At = token.At
			r.text.Text = strings.TrimLeft(r.text.Text, "：: ")
		}
	}
}

// maxLabelRunes is how long a cell may be to be taken for a label that the form
// does not know.
const maxLabelRunes = 20

// looksLikeLabel reports whether the next token is short and unfinished and
// another text follows it, as an unknown label and its value would.
func (r *reader) looksLikeLabel() bool {
	if r.Grid.Layout != grid.PipeCells || r.Next+1 >= len(r.Tokens) || r.Tokens[r.Next+1].Label != sheet.NoLabel {
		return false
	}
	text := ja.StripMarkup(r.Tokens[r.Next].Text)
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

package misato

import (
	"slices"
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

	// headed is set behind the first label: what stands above is the page's.
	headed     bool
	item       model.Item
	division   string
	divisionAt model.Position
	sections   []model.Department
	period     sheet.Period
	text       *model.Text // the narrative that is being read

	costs      costBlock
	bare       sheet.BareAmounts
	work       workBlock
	indicators indicatorBlockState
	cells      []sheet.Token // of the year's row that was read last
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
	r.ReportJoined(token, &r.Stream)
	r.headed = true
	if e.kind == actualColumn && r.costs.open {
		e = &costHeadingEntry // 実績値 stands over the revenues, too
	}
	switch e.kind {
	case head:
	case unit:
		if r.costs.open {
			r.readCostUnit()
			return
		}
		r.readIndicatorLabel(token, label, e)
	case code:
		r.readCode(token)
		return
	case name:
		r.readName(token)
		return
	case policy:
		r.readPolicy(token, label)
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
	case costPart, costHeading:
		r.costs.heading(e.kind)
		r.readAmountUnit(label, token.At)
		r.readBracketedHead(label)
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

// readCode takes the sheet's code, which several heads may print; another code
// than the first stays unmapped.
func (r *reader) readCode(sheet.Token) {
	value, found := r.NextValue()
	switch {
	case !found:
	case r.item.Number == "":
		r.item.At = value.At
		r.item.Number = codeOf(r.Value(value.Cell))
	case codeOf(ja.StripMarkup(value.Text)) == r.item.Number:
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

func (r *reader) readPolicy(token sheet.Token, label string) {
	value, found := r.NextValue()
	if !found {
		value, found = r.nextNamesake(token)
	}
	if !found || ja.IsDash(value.Text) {
		r.skipIf(found, value)
		return
	}
	if strings.IndexByte(label, '\n') >= 0 {
		label = ja.Unwrap(label)
	}
	number, name := sheet.SplitNumber(r.Value(value.Cell))
	r.item.Policy = append(r.item.Policy, model.Policy{At: value.At, Level: sheet.LevelName(label), Number: number, Name: ja.Unwrap(name)})
}

// nextNamesake takes the next token if it reads as the label just passed and stands in the
// place of its value: まちづくり方針 of the level まちづくり方針. Behind it the next label
// follows; else the label is repeated.
func (r *reader) nextNamesake(label sheet.Token) (value sheet.Token, found bool) {
	if r.Next+1 >= len(r.Tokens) || r.Tokens[r.Next].Label != label.Label || r.Tokens[r.Next+1].Label == sheet.NoLabel {
		return sheet.Token{}, false
	}
	value = r.Tokens[r.Next]
	if value.Row != label.Row || value.Index != label.Index+1 || !sameWords(value, label) {
		return sheet.Token{}, false
	}
	r.Next++
	return value, true
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
	switch printed := ja.Unwrap(ja.StripMarkup(value.Text)); {
	case k == division && r.division == "":
		r.division, r.divisionAt = ja.Unwrap(r.Value(value.Cell)), value.At
	case k == section && len(r.sections) == 0:
		r.readSections(value)
	case k == division && printed == r.division, k == section && printed == r.sections[0].Section:
		r.Skip(value.Cell)
	}
}

func (r *reader) readSections(value sheet.Token) {
	if lines := r.Grid.Lines(value.Cell); len(lines) > 0 {
		cells := append([]grid.Cell{value.Cell}, lines...)
		if slices.ContainsFunc(cells, func(line grid.Cell) bool { return !sheet.EndsAsSection(line.Text) }) {
			name := ja.Unwrap(r.Value(value.Cell)) // of one section
			r.sections = append(r.sections, model.Department{At: value.At, Section: sheet.SectionName(name)})
			return
		}
		r.Value(value.Cell)
		for _, line := range cells {
			r.sections = append(r.sections, model.Department{At: line.At, Section: sheet.SectionName(line.Text)})
		}
		return
	}
	for _, part := range sheet.SplitDepartments(value) {
		r.Value(part.Cell)
		r.sections = append(r.sections, model.Department{At: part.At, Section: sheet.SectionName(part.Text)})
	}
}

// departments returns an entry for each section, all of one division.
func (r *reader) departments() []model.Department {
	if r.division == "" {
		return r.sections
	}
	if len(r.sections) == 0 {
		return []model.Department{{At: r.divisionAt, Division: r.division}}
	}
	for i := range r.sections {
		r.sections[i].Division = r.division
	}
	r.sections[0].At = r.divisionAt
	return r.sections
}

// usualTexts and usualAttributes are how many of them most sheets have at most.
const usualTexts, usualAttributes = 12, 4

// readNarrative takes all the text under a label, up to the next label. A short
// text before another text is an unknown label with its value: both stay
// unmapped.
func (r *reader) readNarrative(token sheet.Token, label string, key model.TextKey) {
	if key == model.TextPolicyTarget && len(r.item.Texts) > 0 && r.hasText(key) {
		key = model.TextTarget
	}
	if r.item.Texts == nil {
		r.item.Texts = make([]model.Text, 0, usualTexts)
	}
	r.item.Texts = append(r.item.Texts, model.Text{At: token.At, Key: key, Label: label})
	r.text = &r.item.Texts[len(r.item.Texts)-1]
	r.continueNarrative(token)
}

func (r *reader) hasText(key model.TextKey) bool {
	for i := range r.item.Texts {
		if r.item.Texts[i].Key == key {
			return true
		}
	}
	return false
}

func (r *reader) continueNarrative(label sheet.Token) {
	first := r.Next
	for r.Next < len(r.Tokens) && (r.Tokens[r.Next].Label == sheet.NoLabel || r.isLastLine(r.Next)) {
		token := r.Tokens[r.Next]
		if (r.text.Text != "" || r.cellIsBlank(label)) && !token.PageBreak && r.looksLikeLabel() || r.captionFollows() ||
			token.Row != label.Row && r.endsText(label, first) {
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
			r.text.Text = strings.TrimLeft(r.text.Text, "：:| ")
		}
	}
}

// isLastLine reports whether a word that heads amounts and figures elsewhere is the last
// line of the text that is read: 前年度を上回る / 実績.
func (r *reader) isLastLine(i int) bool {
	k := entryOf(r.Tokens[i]).kind
	return (k == costHeading || k == actualColumn || k == planColumn) && r.text.Text != "" && r.Grid.Layout == grid.PipeCells &&
		r.Tokens[i].Joined && r.Tokens[i-1].Joined && r.Tokens[i-1].Index == r.Tokens[i].Index
}

// maxLabelRunes is how long a cell may be to be taken for a label that the form
// does not know.
const maxLabelRunes = 20

// cellIsBlank reports whether the cell right behind a label is blank, so that the next token
// stands in another one.
func (r *reader) cellIsBlank(label sheet.Token) bool {
	next := r.Tokens[r.Next]
	return !label.Joined && next.Row == label.Row && next.Index > label.Index+1
}

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
	case !r.headed && r.readAboveHead(token):
	case r.readYearRow(token):
	case r.readUnitCaption(token):
	case (r.costs.open || r.costsFollow()) && r.readCostHead(token):
		r.readCostHeads()
		if len(r.costs.pending) > 0 {
			r.readAmountsFrom(token)
		}
	case r.costs.open && r.readPartedHead(token, r.Next):
		r.Next++
		r.readCostHeads()
		r.readAmountsFrom(token)
	case r.costs.open && r.costs.label != "" && r.readAmounts(token):
	case !isAmount(token.Text) && !isBracketed(token.Text):
		// A line that the form does not know: no amount behind it is another's.
		r.costs.label = ""
		if r.costs.open && !ja.HasDigit(token.Text) {
			r.bare.NoteText(token.Text)
		}
	}
}

// isBracketed reports whether a text is a remark on what stands before it, such
// as (単位:円).
func isBracketed(text string) bool {
	_, bracketed := ja.TrimBrackets(ja.StripMarkup(text))
	return bracketed
}

// finishItem puts together what stood in several places.
func (r *reader) finishItem() {
	r.finishIndicator()
	item := &r.item
	r.bare.Settle(r.Builder, func(index int) *model.Cost { return &item.Costs[index] })
	item.Departments = r.departments()
	splitPolicyNumbers(item.Policy)
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

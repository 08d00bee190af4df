package isehara

import (
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// reader reads the tokens of one sheet into one document.
type reader struct {
	*sheet.Builder
	sheet.Stream
	*facts
	signs []signs // of each token
	// columnLines has what was told of the cells of columns of blanks.
	*columnLines

	item   model.Item
	period sheet.Period
	// open is where text goes on that stands behind no label: the narrative or
	// reason that was read last.
	open      *string
	openLabel string
	// openAt is the column in which that begins, where blanks part the columns.
	openAt int32
	// closed is set behind the first heading that closes the text above.
	closed bool
	// boxes is the attribute whose options go on in the rows below.
	boxes     *model.Attribute
	lastBoxes lastBoxes

	// departmentColumns are the heads of the rows of departments that follow, and
	// departmentsEnd is the row behind the last one read, 0 before the first.
	departmentColumns []sheet.Token
	departmentsEnd    int32
	table             yearTable
	// lone are the lines that were last found to be no row together.
	lone lines
	// tables are the values of which there was a table of indicators, and lastSchedule is
	// what the last table of tasks was of.
	tables       []model.ValueMeasure
	lastSchedule model.ScheduleMeasure
	// lastGroup are the indicators that the last table named last, and lastYears its years
	// where no row stood below them.
	lastGroup       []*model.Indicator
	lastYears       []yearHead
	money           moneyTable
	items           []item   // of the row of money that was read last
	people, amounts []item   // of the row of staff that was read last
	tasks           []string // the names in the schedule
	evaluation      *model.Evaluation
	// reasonIndex is the column of the reasons where all criteria stand in one table.
	reasonIndex int32
	evaluations []*model.Evaluation
	texts       []*model.Text
	room        *room
	words       strings.Builder // what joinWords has joined
	attributes  []*model.Attribute
	indicators  []*model.Indicator
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
		r.readLabel(token, &table[token.Label-1])
	}
	r.finishItem()
}

// readLabel reads a label with its values.
func (r *reader) readLabel(token sheet.Token, e *entry) {
	if r.boxes != nil && r.readMoreBoxes(token) {
		return // an option with its box, of the same words as a label
	}
	switch {
	case e.kind == indicatorTable && r.readMeasureLabel(token), e.kind == unitLabel && r.readUnitColumn(token),
		e.ofIndicators && r.beginUnlabelled(token):
		return
	}
	label := r.Label(token.Cell)
	if token.Joined {
		if whole, isLine := r.takeLostDigits(token, e); isLine {
			label = whole
		} else {
			r.ReportJoined(token, &r.Stream)
		}
	}
	if whole, isWhole := r.wholeLabels[token.Offset]; isWhole {
		label = whole
	}
	if r.table.active && r.repeatsTable(token, e) {
		return
	}
	if len(e.misread) > 0 {
		r.reportMisread(token, label, e)
	}
	r.closeAbove(e)
	switch e.kind {
	case heading:
		r.readHeading(token, label, e)
	case programName, programNumber:
		r.readHead(token, e.kind)
	case department, divisionColumn, divisionHeadColumn, sectionColumn, sectionHeadColumn:
		r.readDepartmentHead(token, e.kind)
	case policyRoot, policyLevel:
		r.readPolicy(token, label)
	case narrative:
		r.readNarrative(token, label, e.text)
	case boxes:
		r.readBoxes(token, label)
	case words:
		r.readWords(token, label)
	case startYear, endYear:
		if value, found := r.valueOf(token); found && e.kind == startYear {
			r.period.ReadStart(r.Builder, &r.item, value.Cell)
		} else if found {
			r.period.ReadEnd(r.Builder, &r.item, value.Cell)
		}
	case taskTable, indicatorTable:
		r.beginTable(token, e)
	case nameColumn, baselineColumn, yearColumn:
		r.readTableHead(token, e.kind)
	case cost, staff, unitCostBlock, definition, unitLabel, denominator, unitCost:
		r.readMoney(token, label, e)
	case criterion, reason:
		r.readEvaluation(token, label, e)
	}
}

// reportMisread reports a label in which a letter was mistaken for another.
func (r *reader) reportMisread(token sheet.Token, label string, e *entry) {
	key := ja.Key(label)
	for n := range e.misread {
		if misread := &e.misread[n]; key == misread.key {
			r.Report(model.CodeMisreadLabel, token.At, label, misread.found, misread.expected, misread.letters)
		}
	}
}

// closeAbove closes what a label ends.
func (r *reader) closeAbove(e *entry) {
	if e.kind != pageHeading || e.closesText && !r.closed {
		r.leaveText()
		r.closed = r.closed || e.closesText
	}
	if e.kind != words && e.kind != pageHeading {
		r.boxes = nil
	}
	if !isDepartmentKind(e.kind) {
		r.departmentColumns = nil
	}
	if r.table.active && e.kind != pageHeading && e.kind != nameColumn && e.kind != baselineColumn && e.kind != yearColumn {
		r.finishTable()
	}
}

// leaveText closes the text above.
func (r *reader) leaveText() { r.open, r.openLabel = nil, "" }

// readHeading reads what a heading says of what stands below it.
func (r *reader) readHeading(token sheet.Token, label string, e *entry) {
	if unit := r.moneyUnitOf(label); unit != "" {
		r.money.blockUnit = unit
	}
	if e.beginsPeriod {
		r.readLoneStart(token)
	}
}

// readLoneStart reads the first year of the period where it stands behind the heading of the
// period, without a label of its own.
func (r *reader) readLoneStart(heading sheet.Token) {
	if r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows {
		return
	}
	value, found := r.valueOf(heading)
	if !found {
		return
	}
	if _, at, _, isYear := r.Calendar.FindFiscalYear(ja.StripMarkup(value.Text)); !isYear || at > 0 || r.item.Period != nil {
		r.Next--
		return
	}
	r.period.ReadStart(r.Builder, &r.item, value.Cell)
}

func (r *reader) readHead(label sheet.Token, k kind) {
	value, found := r.valueOf(label)
	if !found {
		return
	}
	for r.Next < len(r.Tokens) && r.Tokens[r.Next].Label == sheet.NoLabel && r.Tokens[r.Next].Row == value.Row && r.Tokens[r.Next].Text == value.Text {
		r.Skip(r.Tokens[r.Next].Cell) // a merged cell that is repeated over its span
		r.Next++
	}
	field := &r.item.Name
	if k == programNumber {
		field = &r.item.Number
	}
	text := ja.StripMarkup(value.Text)
	if k == programNumber {
		text = sheet.Code(text)
	} else {
		text = ja.Unwrap(text)
	}
	switch {
	case *field == "":
		*field = text
		r.Grid.Claim(value.Cell, grid.Value)
		if r.item.At.IsZero() {
			r.item.At = value.At
		}
	case ja.Key(*field) == ja.Key(text):
		r.Skip(value.Cell)
	}
}

// readNarrative takes all the text behind a label up to the row's end or the
// next label.
func (r *reader) readNarrative(token sheet.Token, label string, key model.TextKey) {
	text := placed(&r.room.texts, model.Text{At: token.At, Key: key, Label: label})
	r.texts = append(r.texts, text)
	r.open, r.openLabel, r.openAt = &text.Text, label, -1
	for i, value := range r.valuesOf(token) {
		if i == 0 && r.Grid.Layout == grid.Blanks {
			r.openAt = r.place(value).start
		}
		if i > 0 && r.Grid.Layout == grid.Blanks {
			if _, at, _, isYear := ja.FindFiscalYear(value.Text); isYear && at == 0 {
				return // a period, beside the middle of which its label stands
			}
		}
		if i > 0 && r.Grid.Layout == grid.PipeCells && !isProse(value.Text) {
			r.Next = r.IndexOf(value)
			return
		}
		if text.Text == "" {
			text.At = value.At
		}
		r.AppendText(r.open, value.Cell)
	}
}

// isProse reports whether a text without a label can be a part of a narrative:
// it is long, or ends or begins as one does.
func isProse(text string) bool {
	return len(text) > 60 || strings.HasSuffix(text, "。") || strings.HasPrefix(text, "・")
}

// readStray reads a token that stands behind no label: the title, a page
// number, a row of a table, the rest of a narrative.
func (r *reader) readStray(token sheet.Token) {
	switch {
	case r.signs[r.Next-1]&titleSign != 0:
		r.readTitle(token)
	case r.isLabelNumber(token):
		r.Label(token.Cell)
	case r.readUnitCaption(token):
	case r.readCutLabel(token):
	case isPageNumberToken(token, r.Tokens, r.Next-1):
		r.Skip(token.Cell)
	case r.isDepartmentRow(token):
		r.Next--
		r.readDepartments()
	case r.boxes != nil && r.readMoreBoxes(token):
	case r.readNote(token):
	case r.readGrantLine(token):
	case r.isUnknownRow(token):
		r.leaveRow(token)
	case r.readEvaluationRow(token):
	case r.isStrayOption(token):
		if text := ja.Fold(token.Text); len(r.evaluation.Options) > 0 && strings.HasSuffix(text, ")") && !strings.Contains(text, "(A)") {
			r.readEvaluationCell(token) // that of the best grade begins the options of another criterion
		}
	case r.table.active && r.isBetweenTables(token):
	case r.table.active:
		r.Next--
		r.readTableRow()
	case r.money.readHead(r, token, false), r.beginsExtra(token):
	case r.open != nil && r.standsUnderText(token) && !r.isCaption(token):
		r.ContinueText(r.open, r.openLabel, token.Cell)
	default:
		r.noteCaption(token)
	}
}

// standsUnderText reports whether a line may go on with the text that is open: in columns
// of blanks it begins no further right.
func (r *reader) standsUnderText(token sheet.Token) bool {
	if r.Grid.Layout != grid.Blanks || r.openAt < 0 {
		return true
	}
	return r.place(token).start <= r.openAt+maxSqueezed
}

func isPageNumberToken(token sheet.Token, tokens []sheet.Token, i int) bool {
	alone := (i == 0 || tokens[i-1].Row != token.Row) && (i+1 == len(tokens) || tokens[i+1].Row != token.Row)
	return alone && sheet.IsMarkedPageNumber(token.Text)
}

// finishItem puts together what stood in several places.
func (r *reader) finishItem() {
	r.finishTable()
	r.settleBare()
	r.money.finish(r)
	item := &r.item
	item.Attributes = slices.Grow(item.Attributes, len(r.attributes))
	for _, attribute := range r.attributes {
		if attribute.Raw == "" && len(attribute.Options) == 0 {
			continue
		}
		item.Attributes = append(item.Attributes, *attribute)
	}
	item.Texts = slices.Grow(item.Texts, len(r.texts))
	for _, text := range r.texts {
		if text.Text != "" {
			item.Texts = append(item.Texts, *text)
		}
	}
	item.Indicators = slices.Grow(item.Indicators, len(r.indicators))
	for _, indicator := range r.indicators {
		sheet.FinishIndicator(indicator)
		item.Indicators = append(item.Indicators, *indicator)
	}
	r.finishEvaluations()
	r.Identify(item, "事業番号", "事業名")
	r.Document.Items = []model.Item{*item}
}

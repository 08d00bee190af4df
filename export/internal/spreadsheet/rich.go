package spreadsheet

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// Mark is how a part of a text stands out.
type Mark uint8

// The marks: deleted text is red and struck through, inserted text blue and
// underlined, remarks among the text are grey.
const (
	Unmarked Mark = iota
	Deleted
	Inserted
	Remark
)

// Run is a part of a text with its mark.
type Run struct {
	Text string
	Mark Mark
}

// RichText is a cell of words of which parts are marked, empty if there are none.
func (b *Book) RichText(runs []Run) Cell {
	var words strings.Builder
	for _, run := range runs {
		words.WriteString(run.Text)
	}
	cell := b.Text(words.String())
	if len(runs) > 0 {
		cell.runs = &runs
	}
	return cell
}

// cutRuns returns the parts of runs that make up the first bytes of their text,
// and those that make up the last.
func cutRuns(runs []Run, first, last int) (before, behind []Run) {
	total := 0
	for _, run := range runs {
		total += len(run.Text)
	}
	offset := 0
	for _, run := range runs {
		end := offset + len(run.Text)
		if kept := min(end, first); kept > offset {
			before = append(before, Run{run.Text[:kept-offset], run.Mark})
		}
		if kept := max(offset, total-last); kept < end {
			behind = append(behind, Run{run.Text[kept-offset:], run.Mark})
		}
		offset = end
	}
	return before, behind
}

const (
	colourDeleted  = "C00000"
	colourInserted = "0033CC"
)

// richText returns runs as the library writes them.
func (o *output) richText(runs []Run) []excelize.RichTextRun {
	made := make([]excelize.RichTextRun, 0, len(runs))
	for _, run := range runs {
		font := &excelize.Font{Family: o.book.properties.Font, Size: sizeBody}
		switch run.Mark {
		case Deleted:
			font.Strike, font.Color = true, colourDeleted
		case Inserted:
			font.Underline, font.Color = "single", colourInserted
		case Remark:
			font.Color = colourMuted
		}
		made = append(made, excelize.RichTextRun{Font: font, Text: run.Text})
	}
	return made
}

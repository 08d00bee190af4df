package hadano

import (
	"slices"
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// maxLabelLines is over how many lines a label may be broken.
const maxLabelLines = 4

// joinBrokenLabels joins the rows that a line break inside a label has parted.
func joinBrokenLabels(g *grid.Grid, rows []row) []row {
	kept := rows[:0]
	for i := 0; i < len(rows); i++ {
		end := labelEnd(g, rows[i:])
		kept = keepWhole(g, kept, rows, i, end)
		i += end - 1
	}
	return kept
}

// labelEnd returns over how many rows a label goes on that the last cell of the
// first one begins; 1 where none does. A label that stands whole in the second
// row is one with the first only where this holds nothing else.
func labelEnd(g *grid.Grid, rows []row) int {
	first := &rows[0]
	last := first.pieces[len(first.pieces)-1]
	if last.Index+1 != first.width || first.isOutside() || sheet.IsUnitCaption(first.text()) {
		return 1
	}
	alone := first.width == 1
	whole := 1
	for i := 1; i < min(len(rows), maxLabelLines); i++ {
		next := rows[i].pieces[0]
		if next.Index != 0 || next.label != noLabel && !alone || rows[i].page != first.page {
			break
		}
		found, _ := labels.Find(g.Text[last.Offset : int(next.Offset)+len(next.Text)])
		if e := found.entry(); e.row || e.yearly || found == overview {
			whole = i + 1
		}
		if rows[i].width != 1 {
			break
		}
	}
	return whole
}

// firstLineOfLabel returns the label of the years that a cell begins on a line without
// delimiters: the line below begins with what it lacks, right below.
// That rest stays unmapped. It is noLabel where the two make up none.
func (r *reader) firstLineOfLabel(p piece) label {
	if r.Grid.Layout != grid.Blanks || len(r.below) == 0 || r.below[0].page != r.row.page || r.below[0].line() != r.row.line()+1 {
		return noLabel
	}
	rest := r.below[0].pieces[0]
	if rest.label != noLabel || byCharacters(&p).end <= byCharacters(&rest).start || byCharacters(&rest).end <= byCharacters(&p).start {
		return noLabel
	}
	if found := joinedLabel(p.Text, rest.Text); found.entry().yearly {
		return found
	}
	return noLabel
}

// goesOnLabel reports whether a cell on a line without delimiters goes on with the label of
// the row above and does not end it.
func (r *reader) goesOnLabel(l label, p piece) bool {
	if r.visible || r.Grid.Layout != grid.Blanks || p.label != noLabel || ja.Key(p.Text) == "" {
		return false
	}
	own := ja.Key(r.printed + p.Text)
	return slices.ContainsFunc(l.entry().spellings, func(spelling string) bool {
		whole := ja.Key(spelling)
		return len(own) < len(whole) && strings.HasPrefix(whole, own)
	})
}

// isNextLabelRest reports whether a text is the last line of the label of the next years'
// plans: の方向性・課題等.
func isNextLabelRest(text string) bool {
	return strings.HasPrefix(text, "の方向性") && joinedLabel(nextLabelBegin, text).entry().yearly
}

// nextLabelBegin is the first line of that label.
const nextLabelBegin = "次年度以降の取組"

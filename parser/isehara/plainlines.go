package isehara

import (
	"strconv"
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// isPlainLine reports whether a token is a line of Markdown without a pipe: it is in no
// table.
func (r *reader) isPlainLine(token sheet.Token) bool {
	if r.Grid.Layout != grid.PipeRows || r.Grid.Rows[token.Row].Width != 1 || token.Joined {
		return false
	}
	begin := strings.LastIndexByte(r.Grid.Text[:token.Offset], '\n') + 1
	end := int(token.Offset) + len(token.Text)
	if line := strings.IndexByte(r.Grid.Text[end:], '\n'); line >= 0 {
		end += line
	} else {
		end = len(r.Grid.Text)
	}
	return strings.IndexByte(r.Grid.Text[begin:end], '|') < 0
}

// isBetweenTables reports whether a token stands behind the head of a table that has
// columns, and is no row of it: a caption, or what stands for a picture. It takes the row
// in which a model or a program has numbered the columns for such a line, too.
func (r *reader) isBetweenTables(token sheet.Token) bool {
	if len(r.table.years) == 0 {
		return false
	}
	if r.isPlainLine(token) && r.table.width > 1 {
		return true
	}
	return token.Text == "0" && r.numbersColumns()
}

// numbersColumns reports whether the row that begins with the token before the next numbers
// its cells from 0 on, and takes it then.
func (r *reader) numbersColumns() bool {
	first := r.Tokens[r.Next-1]
	count := 1
	for _, token := range r.Tokens[r.Next:] {
		if token.Row != first.Row {
			break
		}
		if token.Label != sheet.NoLabel || int(token.Index) != count || token.Text != strconv.Itoa(count) {
			return false
		}
		count++
	}
	if first.Index != 0 || count < minColumns {
		return false
	}
	r.Next += count - 1
	return true
}

// minColumns is how many columns a table has at least that are numbered.
const minColumns = 3

// isCaption reports whether a line stands below a table, in whose row the text that is open
// has ended, and is no sentence with which that may go on.
func (r *reader) isCaption(token sheet.Token) bool {
	if r.Next < 2 || isProse(token.Text) || token.PageBreak || !r.isPlainLine(token) {
		return false
	}
	above := r.Tokens[r.Next-2]
	return r.Grid.Rows[above.Row].Width > 1 && r.Grid.Rows[above.Row].Page == r.Grid.Rows[token.Row].Page
}

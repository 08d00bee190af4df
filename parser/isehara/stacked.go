package isehara

import (
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// finishNameless gives the rows without names to the indicators of the group: in
// order if there are as many, or as empty rows between them show; else their
// indicator can't be told.
func (r *reader) finishNameless() {
	rows := r.splitStack(r.table.nameless)
	r.table.nameless = nil
	if len(rows) == 0 {
		return
	}
	places := r.stackPlaces(rows)
	for i, row := range rows {
		if places == nil {
			for _, token := range row {
				r.Report(model.CodeColumnUnknown, token.At, r.table.label, token.Text, "the indicators above")
			}
			continue
		}
		for j, head := range r.columnsOf(sheet.Token{}, row, 0) {
			r.addYearly(r.table.group[places[i]], head, row[j])
		}
	}
}

// splitStack parts a lone row of one cell that holds the year's values of all
// indicators of the group.
func (r *reader) splitStack(rows [][]sheet.Token) [][]sheet.Token {
	if len(rows) != 1 || len(r.table.group) < 2 || len(r.table.years) != 1 || len(rows[0]) > 1 && !allJoined(rows[0]) {
		return rows
	}
	var words []sheet.Token
	for _, token := range rows[0] {
		words = append(words, sheet.SplitWords(token)...)
	}
	if len(words) != len(r.table.group) || !sheet.AllFigures(words) {
		return rows
	}
	texts := make([]string, len(words))
	rows = nil
	for i := range words {
		texts[i] = words[i].Text
		rows = append(rows, words[i:i+1])
	}
	r.Report(model.CodeJoinedCells, words[0].At, strings.Join(texts, " "), strings.Join(texts, " | "))
	return rows
}

func allJoined(row []sheet.Token) bool {
	for _, token := range row {
		if !token.Joined {
			return false
		}
	}
	return true
}

// stackPlaces returns the indexes of the indicators that rows below a head of
// years belong to, nil where they can't be told.
func (r *reader) stackPlaces(rows [][]sheet.Token) []int {
	var places []int
	if len(rows) == len(r.table.group) {
		for i := range rows {
			places = append(places, i)
		}
		return places
	}
	if r.Grid.Layout == grid.Blanks || r.Grid.Layout == grid.PipeCells {
		return nil
	}
	place, end := -1, r.table.headEnd
	for _, row := range rows {
		blank, ok := blankRows(r.Grid.Text[end:row[0].Offset])
		if !ok {
			return nil
		}
		place += 1 + blank
		places = append(places, place)
		last := row[len(row)-1]
		end = int(last.Offset) + len(last.Text)
	}
	until := len(r.Grid.Text)
	if r.Next < len(r.Tokens) {
		until = int(r.Tokens[r.Next].Offset)
	}
	below, _ := blankRows(r.Grid.Text[end:until])
	if place+1+below != len(r.table.group) {
		return nil
	}
	return places
}

// blankRows counts the rows of empty cells that a text holds behind the end of a
// row. ok is false where an empty line, which is no row, stands before them.
func blankRows(text string) (count int, ok bool) {
	lines := strings.SplitAfterN(text, "\n", maxStack+2)
	for _, line := range lines[1:] {
		switch {
		case strings.Trim(line, " \t|\r") == "\n" && strings.ContainsAny(line, "\t|"):
			count++
		default:
			return count, strings.Trim(line, " \t|") == ""
		}
	}
	return count, true
}

// maxStack is how many empty rows are looked at below a row.
const maxStack = 200

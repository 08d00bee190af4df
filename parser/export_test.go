package parser

import (
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// ReadGrid does the steps of Parse up to the reading, and gives back the grid
// with its account of claims, which Parse lets go of.
func ReadGrid(input []byte, options Options) ([]*sheet.Section, *grid.Grid, error) {
	_, g, err := open(input, options)
	if err != nil {
		return nil, nil, err
	}
	form, _, err := choose(g, options.Form)
	if err != nil {
		return nil, nil, err
	}
	return form.Read(g), g, nil
}

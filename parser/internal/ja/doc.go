// Package ja reads the written forms of Japanese local-government sheets:
// fiscal years and dates, numbers with their units, money, ranks, check boxes,
// labels in all their widths and blanks, list marks, and stray markup.
//
// In go strings; out come model values, substrings and byte ranges of the
// string. All functions are pure and keep the printed text as it is: folding
// serves comparing and reading only. The package knows no forms, no cells, no
// files, and no label of any city.
package ja

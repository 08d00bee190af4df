package parser_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"sheetconv/model"
)

// yearCell is a cell that is the head of a fiscal year, with what its values are.
var yearCell = regexp.MustCompile(`^([ 　]*)(令和|平成)(元|[0-9]{1,2})年度(?:[(（]20[0-9]{2}年度[)）])?( ?(?:実績|決算|予算)?[ 　]*)$`)

// yearWritings are other ways to print the year of a head.
var yearWritings = map[string]func(era, number string, fy int) string{
	"bare":             func(_, number string, _ int) string { return number + "年度" },
	"bare and western": func(_, number string, fy int) string { return fmt.Sprintf("%s年度(%d年度)", number, fy) },
	"western inside":   func(era, number string, fy int) string { return fmt.Sprintf("%s%s(%d)年度", era, number, fy) },
	"western split":    func(era, number string, fy int) string { return fmt.Sprintf("%s%s年(%d年)度", era, number, fy) },
	"western first":    func(era, number string, fy int) string { return fmt.Sprintf("%d(%s%s)年度", fy, era, number) },
	"western alone":    func(_, _ string, fy int) string { return fmt.Sprintf("%d年度", fy) },
	"two eras": func(era, number string, fy int) string {
		if fy != 2019 {
			return era + number + "年度"
		}
		return "平成31・令和元年度"
	},
}

// However the years of the heads are written, the sheet says the same.
func TestYearWritings(t *testing.T) {
	for name, writing := range yearWritings {
		t.Run(name, func(t *testing.T) {
			eachFixture(t, func(t *testing.T, f fixture) {
				text := rewriteYears(string(f.input), name == "bare", writing)
				want := write(t, "json", parse(t, f.input, f.options()).Documents)
				got := write(t, "json", parse(t, []byte(text), f.options()).Documents)
				reportScore(t, compareLeaves(t, want, got), leastF1)
			})
		})
	}
}

// rewriteYears writes the years of the heads anew. The first of them, which may date
// the others, stays where keepFirst is set.
func rewriteYears(text string, keepFirst bool, writing func(era, number string, fy int) string) string {
	var out strings.Builder
	before := ""
	for text != "" {
		end := strings.IndexAny(text, "\t|\n")
		if end < 0 {
			end = len(text)
		}
		cell := text[:end]
		parts := yearCell.FindStringSubmatch(cell)
		switch {
		case parts == nil || strings.Contains(before, "開始"):
			out.WriteString(cell)
		case keepFirst:
			keepFirst = false
			out.WriteString(cell)
		default:
			out.WriteString(parts[1] + writing(parts[2], parts[3], fiscalYear(parts[2], parts[3])) + parts[4])
		}
		if strings.TrimSpace(cell) != "" {
			before = cell
		}
		if end < len(text) {
			out.WriteByte(text[end])
			end++
		}
		text = text[end:]
	}
	return out.String()
}

func fiscalYear(era, number string) int {
	n, err := strconv.Atoi(number)
	if err != nil {
		n = 1 // 元
	}
	if era == "平成" {
		return 1988 + n
	}
	return 2018 + n
}

// A year without an era that nothing dates is not guessed at.
func TestUndatedYears(t *testing.T) {
	text := strings.NewReplacer("令和", "", "平成", "").Replace(readFile(t, "misato-program/06_tabs.txt"))
	for _, document := range parse(t, []byte(text), fixture{form: "misato-program"}.options()).Documents {
		for _, item := range document.Items {
			for _, indicator := range item.Indicators {
				for _, value := range indicator.Values {
					if value.FY != 0 && value.Measure != model.Baseline {
						t.Errorf("%s has a value of %d", indicator.Name, value.FY)
					}
				}
			}
		}
	}
}

// shortYear is a year of one digit; its second writing goes with it.
var shortYear = regexp.MustCompile(`(?:令和|\bR)([0-9])\b(年度)?(?:[(（]20[0-9]{2}年度[)）])?`)

// What is known of the texts of a sheet says nothing of the years without an era of the
// next one.
func TestUndatedYearsOfTwoSheets(t *testing.T) {
	const form = "hadano-progress"
	own := readFile(t, form+"/4_layout2_full.txt")
	for range 2 {
		for _, era := range []string{"令和", "平成"} {
			text := shortYear.ReplaceAllString(own, era+"1${1}年度")
			bare := rewriteYears(text, true, yearWritings["bare"])
			if bare == text {
				t.Fatal("the sheet has no years in cells of their own")
			}
			want := write(t, "json", parse(t, []byte(text), fixture{form: form}.options()).Documents)
			got := write(t, "json", parse(t, []byte(bare), fixture{form: form}.options()).Documents)
			reportScore(t, compareLeaves(t, want, got), leastF1)
		}
	}
}

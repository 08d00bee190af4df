package compare

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// foldText returns a text as texts are compared: full and half width alike, and
// without blanks, for those of a line wrap are no part of what is said.
func foldText(text string) string {
	if !isASCII(text) {
		text = norm.NFC.String(width.Fold.String(text))
	}
	return withoutBlanks(text)
}

func isASCII(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return r > unicode.MaxASCII }) < 0
}

func withoutBlanks(text string) string {
	if strings.IndexFunc(text, isBlank) < 0 {
		return text
	}
	return strings.Map(func(r rune) rune {
		if isBlank(r) {
			return -1
		}
		return r
	}, text)
}

// isBlank reports whether a character says nothing: blanks, line ends, and what
// extraction leaves between characters, such as the quotation marks of table files.
func isBlank(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '"' || r == '＂'
}

// sameText reports whether two texts say the same.
func sameText(old, new string) bool {
	return old == new || foldText(old) == foldText(new)
}

// repeatedMark is the mark 再掲, as names have it.
var repeatedMark = strings.NewReplacer("(再掲)", "", "【再掲】", "", "[再掲]", "")

// foldName returns a name as names are compared: in its compatibility form, with
// one spelling of dashes, and without blanks and the mark 再掲.
func foldName(name string) string {
	if name == "" {
		return ""
	}
	name = strings.Map(foldSign, norm.NFKC.String(name))
	if strings.Contains(name, "再掲") {
		name = repeatedMark.Replace(name)
	}
	return name
}

// foldSign returns a character of a name as they are compared, -1 for one that
// says nothing.
func foldSign(r rune) rune {
	switch r {
	case 'ー', '−', '–', '—', '‐', '‑', '―':
		return '-'
	case '〜':
		return '~'
	}
	if isBlank(r) {
		return -1
	}
	return unicode.ToLower(r)
}

// bracketed is a bracket with what stands in it.
var bracketed = regexp.MustCompile(`[(\[【<〔][^()\[\]【】<>〔〕]*[)\]】>〕]`)

// withoutBrackets returns a name without the signs alone.
func withoutBrackets(name string) string {
	const brackets = "()[]【】「」『』<>〔〕"
	if !strings.ContainsAny(name, brackets) {
		return name
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(brackets, r) {
			return -1
		}
		return r
	}, name)
}

// foldIndicator returns the name of an indicator as they are compared: without
// brackets, and without those that hold its unit or say 累計.
func foldIndicator(name, unit string) string {
	folded := foldName(name)
	if strings.ContainsAny(folded, "([【<〔") {
		unit = foldName(unit)
		folded = bracketed.ReplaceAllStringFunc(folded, func(part string) string {
			switch inside := withoutBrackets(part); inside {
			case "累計", "再掲", unit:
				return ""
			default:
				return inside
			}
		})
	}
	return withoutBrackets(folded)
}

// foldLoosely returns the name of an indicator without anything in brackets.
func foldLoosely(name string) string {
	return withoutBrackets(bracketed.ReplaceAllString(foldName(name), ""))
}

// writtenYear is a year as labels have it: 令和2年度, R2年度, 2020年度.
var writtenYear = regexp.MustCompile(`(?:令和|平成|昭和|[rhsRHS])(?:元|\d+)(?:年度|年)?|\d{4}年度?`)

// plainLabel returns a label as paths have it: without the year in it, and without
// blanks and differences of width.
func plainLabel(label string) string {
	return writtenYear.ReplaceAllString(withoutBlanks(norm.NFKC.String(label)), "")
}

// foldLabel returns a label as labels are compared: without the year in it.
func foldLabel(label string) string {
	return writtenYear.ReplaceAllString(foldName(label), "")
}

package grid

import (
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// image is an image without words that say what it shows.
type image struct {
	start, end int // of the tag
	alt, file  string
	isTick     bool // by its name
}

// tickSigns stand for the images that say in words whether they are ticked.
const tickSign, emptySign = "☑", "☐"

// Words for a box that is ticked, and for one that is not.
var (
	tickedWords = []string{"チェックあり", "チェック有", "チェック有り", "チェック済", "チェック済み", "チェックされています", "チェックマーク",
		"選択", "選択あり", "選択済", "選択済み", "選択中", "選択されています", "オン", "レ点", "該当", "checked", "check", "checkmark", "selected", "ticked", "on"}
	emptyWords = []string{"チェックなし", "チェック無", "チェック無し", "未チェック", "チェックされていません",
		"選択なし", "未選択", "非選択", "選択されていません", "オフ", "非該当", "unchecked", "notchecked", "unselected", "notselected", "unticked", "off"}
)

// addImage writes the sign or the words that an image has; others are kept, to be
// reported where they may be ticks.
func (p *page) addImage(t tagged, own attributes) {
	shown := signOf(own.alt)
	if shown == "" {
		name := path.Base(strings.ReplaceAll(own.file, `\`, "/"))
		if len(name) > longestName {
			name = name[:longestName]
		}
		p.images = append(p.images, image{start: t.start, end: t.end, alt: own.alt, file: name, isTick: isTickName(name)})
		return
	}
	if at := p.valueAt(t, "alt", own.alt); at >= 0 && shown == own.alt {
		p.writeText(at, at+len(shown))
	} else {
		p.writeInk(t.start, shown, false, t.end-t.start)
	}
}

// longestName is how many bytes of the name of an image are looked at.
const longestName = 80

// signOf returns the sign that the words of an image are or stand for, "" where they are
// others.
func signOf(alt string) string {
	r, size := utf8.DecodeRuneInString(alt)
	switch word := strings.ToLower(strings.Join(strings.Fields(alt), "")); {
	case size == 0:
		return ""
	case size == len(alt) && (unicode.IsSymbol(r) || r == 'レ' || r == 'ﾚ'):
		return alt
	case slices.Contains([]string{"[x]", "[✓]", "[レ]", "[]", "(●)", "(○)", "()"}, word):
		return alt
	case slices.Contains(tickedWords, word):
		return tickSign
	case slices.Contains(emptyWords, word):
		return emptySign
	}
	return ""
}

// tickNames are words in the names of images that show boxes.
var tickNames = []string{"check", "checked", "chk", "tick", "checkbox", "radio", "radiobutton", "box", "maru", "on", "off", "unchecked", "uncheck", "selected", "square"}

// isTickName reports whether the name of an image says that it shows a box: check_on.gif.
func isTickName(name string) bool {
	words := strings.FieldsFunc(strings.ToLower(strings.TrimSuffix(name, path.Ext(name))), func(r rune) bool { return !unicode.IsLetter(r) })
	return slices.ContainsFunc(words, func(word string) bool { return slices.Contains(tickNames, word) })
}

// isTickIcon reports whether the classes of an element make it a sign of a font of icons
// that shows a box: fa fa-check-square.
func isTickIcon(classes []string) bool {
	return slices.ContainsFunc(classes, func(class string) bool {
		set, name, _ := strings.Cut(class, "-")
		return slices.Contains([]string{"fa", "bi", "glyphicon", "icon", "mdi", "icofont"}, set) && slices.Contains(classes, set) && isTickName(name)
	})
}

// reportImages withholds the images of a cell or paragraph that may be ticks, or its
// value: those with the name of a box, several with words, or one alone in a cell. Images
// alone outside of cells are the page's own.
func (p *page) reportImages() {
	images := p.images
	p.images = p.images[:0]
	if p.ink < 0 && !p.inCell() {
		return
	}
	worded := 0
	for _, one := range images {
		if one.alt != "" {
			worded++
		}
	}
	isAlone := p.ink < 0
	for _, one := range images {
		if !one.isTick && (one.alt == "" || worded < 2 && !isAlone) {
			continue
		}
		text, t := one.alt, tagged{start: one.start, end: one.end}
		at := p.valueAt(t, "alt", text)
		if text == "" {
			text = one.file
			at = one.start + strings.Index(p.source[one.start:one.end], text)
		}
		p.withhold(Image, text, max(at, one.start), one.end)
	}
}

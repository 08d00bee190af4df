package sheet

import (
	"sheetconv/model"
	"sheetconv/parser/internal/ja"
)

// Spellings returns the entries of a table of labels that give one value to
// several spellings.
func Spellings[T any](value T, spellings ...string) []ja.Label[T] {
	labels := make([]ja.Label[T], 0, len(spellings))
	for _, spelling := range spellings {
		labels = append(labels, ja.Label[T]{Spelling: spelling, Value: value})
	}
	return labels
}

// StatusWord is a word that says what becomes of an item.
type StatusWord struct {
	Word   string
	Status model.Status
}

// StatusWords are the words of all forms for what becomes of an item.
var StatusWords = []StatusWord{
	{"新規", model.StatusNew},
	{"継続", model.StatusContinuing},
	{"充実", model.StatusExpanded},
	{"拡充", model.StatusExpanded},
	{"拡大", model.StatusExpanded},
	{"終了", model.StatusEnded},
	{"廃止", model.StatusEnded},
	{"完了", model.StatusEnded},
}

var statuses = func() *ja.Labels[model.Status] {
	var labels []ja.Label[model.Status]
	for _, one := range StatusWords {
		labels = append(labels, Spellings(one.Status, one.Word)...)
	}
	return ja.NewLabels(labels...)
}()

// FindStatus returns the status whose word a text is, empty where it is none.
// Blanks and brackets in it don't matter.
func FindStatus(text string) model.Status {
	status, _ := statuses.Find(ja.StripMarkup(text))
	return status
}

package compare

import "sheetconv/model"

// entry is an item of an issue with what it is matched by.
type entry struct {
	item     *model.Item
	document *printed
	// file is the name of the input, where the issue has several.
	file   string
	order  int
	name   string // folded
	number string // folded
	parent *entry
	// partner is the item in the other issue.
	partner *entry
	// percent is how alike a renamed item is to its partner.
	percent int
	// isTwice says that the issue has another item of this id and name.
	isTwice bool
	traits  *traits
}

// side is one issue as it is compared.
type side struct {
	issue   *Issue
	entries []*entry
	// values holds what stands anywhere in the issue at the places where one
	// change may be that of many items.
	values map[place]bool
	// documents are in the order of the issue's.
	documents []*printed
}

func newSide(issue *Issue) *side {
	s := &side{issue: issue, values: map[place]bool{}}
	for i, document := range issue.Documents {
		printed := &printed{document: document}
		s.documents = append(s.documents, printed)
		file := ""
		if len(issue.Files) == len(issue.Documents) {
			file = issue.Files[i]
		}
		s.addItems(printed, file)
	}
	return s
}

func (s *side) addItems(document *printed, file string) {
	byID := make(map[string]*entry, len(document.document.Items))
	first := len(s.entries)
	for i := range document.document.Items {
		item := &document.document.Items[i]
		one := &entry{
			item: item, document: document, file: file, order: len(s.entries),
			name: foldName(item.Name), number: foldName(item.Number),
		}
		s.entries = append(s.entries, one)
		if byID[item.ID] == nil {
			byID[item.ID] = one
		}
		s.collect(item)
	}
	for _, one := range s.entries[first:] {
		if one.item.Parent != "" {
			one.parent = byID[one.item.Parent]
		}
	}
}

// parentName is the name of the item that an item stands under, and of the one
// above that: what tells items of one name apart.
func (e *entry) parentName() string {
	if e.parent == nil {
		return ""
	}
	if e.parent.parent == nil {
		return e.parent.name
	}
	return e.parent.parent.name + "\x00" + e.parent.name
}

// shown is how messages name an item.
func (e *entry) shown() string {
	if e.item.Name == "" {
		return e.item.ID
	}
	return e.item.ID + " " + e.item.Name
}

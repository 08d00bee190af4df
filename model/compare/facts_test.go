package compare_test

import (
	"reflect"
	"strconv"
	"strings"
	"testing"

	"sheetconv/model"
	"sheetconv/model/compare"
)

// noFacts are the fields of which no change is told: positions, labels, the keys
// that rows are paired by, and what an item is known by, which is told otherwise.
var noFacts = map[string]bool{
	"At": true, "Label": true, "FY": true, "Measure": true, "ID": true, "Line": true, "Basis": true, "Parent": true,
}

// leaf is a place of an item that holds something, and the struct that it is in.
type leaf struct {
	path   string
	field  string
	value  reflect.Value
	within reflect.Value
}

// leavesOf returns all leaves below a value that are not absent.
func leavesOf(v reflect.Value, path, field string, within reflect.Value) []leaf {
	switch v.Interface().(type) {
	case model.Number, model.Yen, model.Cumulative, model.Date, model.Position:
		if v.IsZero() {
			return nil
		}
		return []leaf{{path, field, v, within}}
	}
	var found []leaf
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			return leavesOf(v.Elem(), path, field, within)
		}
	case reflect.Slice:
		for i := range v.Len() {
			found = append(found, leavesOf(v.Index(i), path+"["+strconv.Itoa(i)+"]", field, within)...)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			found = append(found, leavesOf(v.Field(i), path+"."+name, name, v)...)
		}
	default:
		if !v.IsZero() {
			return []leaf{{path, field, v, within}}
		}
	}
	return found
}

// isSilent reports whether a leaf says nothing of its own: the spelling of what was
// read, and amounts that follow from a number and its unit.
func (l leaf) isSilent() bool {
	if noFacts[l.field] {
		return true
	}
	figure, isFigure := l.within.Interface().(model.Figure)
	switch l.field {
	case "Raw":
		_, isPeriod := l.within.Interface().(model.Period)
		cost, isCost := l.within.Interface().(model.Cost)
		isRead := !figure.Number.IsZero() || !figure.Yen.IsZero() || figure.State != "" || figure.Rank != nil
		isDirection := strings.Contains(l.path, "Direction")
		return isPeriod || isCost && !cost.Yen.IsZero() || isFigure && isRead || isDirection
	case "Yen":
		return isFigure && !figure.Number.IsZero()
	case "Unit":
		_, isRank := l.within.Interface().(model.Rank)
		return isRank || isFigure && (!figure.Yen.IsZero() || figure.Number.IsZero()) ||
			strings.HasSuffix(l.value.String(), "円") || strings.Contains(l.path, "Attributes")
	}
	return false
}

// setAnew gives a leaf another value.
func (l leaf) setAnew() {
	switch value := l.value.Addr().Interface().(type) {
	case *model.Number:
		*value = model.NewNumber(987654, 2)
	case *model.Yen:
		*value = model.NewYen(value.Amount() + 1)
	case *model.Cumulative:
		*value = model.Cumulative{Amount: model.NewNumber(987654, 0)}
	case *model.Date:
		*value = model.Date{Year: value.Year + 1, Month: 4, Day: 1}
	case *bool:
		*value = false
	case *int:
		*value++
	default:
		l.value.SetString(l.value.String() + "改")
	}
}

// Every fact of an item counts: set anew, it is told.
func TestEveryFactCounts(t *testing.T) {
	counted := 0
	for name, issues := range neighbours(t) {
		// Read once more, so that one is as it was.
		again := neighbours(t)[name]
		for d, document := range issues[0].Documents {
			for i := range document.Items {
				old := issueOfItems(again[0].Documents[d].Items[i])
				item := &document.Items[i]
				for _, one := range leavesOf(reflect.ValueOf(item).Elem(), "", "", reflect.Value{}) {
					if one.isSilent() {
						continue
					}
					kept := reflect.New(one.value.Type()).Elem()
					kept.Set(one.value)
					one.setAnew()
					counted++
					if compare.Compare(old, issueOfItems(*item)).IsSame() {
						t.Errorf("%s: %s%s is set anew, and nothing is told", name, item.ID, one.path)
					}
					one.value.Set(kept)
				}
			}
		}
	}
	if counted < 1000 {
		t.Errorf("only %d facts were set anew", counted)
	}
}

package compare

import "sheetconv/model"

// figure is a printed quantity as it is compared.
type figure struct {
	*model.Figure
	// unit is the one printed with it, else that of its indicator.
	unit string
	asOf model.Date
	note string
	fy   int
	at   model.Position
}

func valueFigure(value *model.Value, unit string) *figure {
	if value == nil {
		return nil
	}
	return &figure{&value.Figure, firstOf(value.Unit, unit), value.AsOf, value.Note, value.FY, value.At}
}

func quantityFigure(quantity *model.Quantity, unit string, at model.Position) *figure {
	if quantity == nil {
		return nil
	}
	return &figure{&quantity.Figure, firstOf(quantity.Unit, unit), quantity.AsOf, quantity.Note, quantity.FY, at}
}

func firstOf(one, other string) string {
	if one != "" {
		return one
	}
	return other
}

// mainKey returns the key of what a figure says first: its number, else its amount,
// its state, its rank, else its words as printed.
func (f *figure) mainKey() string {
	switch {
	case f == nil:
		return ""
	case !f.Number.IsZero():
		return "number"
	case !f.Yen.IsZero():
		return "yen"
	case f.State != "":
		return "state"
	case f.Rank != nil:
		return "rank.position"
	case !f.Figure.Cumulative.Amount.IsZero():
		return "cumulative"
	default:
		return "raw"
	}
}

// mainValue returns what a figure says first.
func (f *figure) mainValue() any {
	switch f.mainKey() {
	case "":
		return nil
	case "number":
		return f.Number
	case "yen":
		return f.Yen
	case "state":
		return f.State
	case "rank.position":
		return model.NewNumber(int64(f.Rank.Position), 0)
	case "cumulative":
		return f.Figure.Cumulative
	default:
		return f.Raw
	}
}

// sameFigure reports whether two figures say the same, whatever their spelling.
func sameFigure(old, new *model.Figure) bool {
	isPlain := !old.Number.IsZero() && !new.Number.IsZero() && old.Unit == new.Unit
	if isPlain && !sameNumber(old.Number, new.Number) {
		return false
	}
	one, other := &figure{Figure: old, unit: old.Unit}, &figure{Figure: new, unit: new.Unit}
	return len(one.changes(other, "", ClassRevision)) == 0
}

// isSame reports whether two figures say the same.
func (f *figure) isSame(other *figure) bool { return len(f.changes(other, "", ClassRevision)) == 0 }

// changes returns what differs between two figures of one place; one of them may
// be nil, not both.
func (f *figure) changes(new *figure, path string, class Class) []Change {
	change := Change{Class: class, Path: path}
	if f != nil {
		change.OldAt = f.at
	}
	if new != nil {
		change.NewAt = new.at
	}
	oldKey, newKey := f.mainKey(), new.mainKey()
	if f == nil || new == nil || oldKey != newKey && !f.isMoney(new) {
		change.Path += "." + firstOf(newKey, oldKey)
		change.Old, change.New, change.Unit = f.mainValue(), new.mainValue(), f.unitWith(new)
		return []Change{change}
	}
	return append(f.mainChange(new, change), f.details(new, change)...)
}

func (f *figure) unitWith(new *figure) string {
	if new != nil {
		return new.unit
	}
	return f.unit
}

// isMoney reports whether both figures are amounts. They are compared in yen: the
// same amount in another unit is the same.
func (f *figure) isMoney(new *figure) bool { return !f.Yen.IsZero() && !new.Yen.IsZero() }

// mainChange returns the change of what the figures say first.
func (f *figure) mainChange(new *figure, change Change) []Change {
	key := f.mainKey()
	sameUnit := foldName(f.unit) == foldName(new.unit)
	if f.isMoney(new) && (!sameUnit || f.Number.IsZero() || new.Number.IsZero()) {
		if f.Yen == new.Yen {
			return nil
		}
		change.Path += ".yen"
		change.Old, change.New, change.Unit = f.Yen, new.Yen, "円"
		return []Change{change.withDelta(yenNumber(f.Yen), yenNumber(new.Yen))}
	}
	var changes []Change
	if !sameUnit && key == "number" {
		unit := change
		unit.Path += ".unit"
		unit.Old, unit.New = wording(f.unit), wording(new.unit)
		changes = append(changes, unit)
	}
	if sameMain(f, new, key) {
		return changes
	}
	change.Path += "." + key
	change.Old, change.New, change.Unit = f.mainValue(), new.mainValue(), new.unit
	if key == "number" && sameUnit {
		change = change.withDelta(f.Number, new.Number)
	}
	if key == "rank.position" {
		change.Unit, change.Delta = "", rankDelta(f.Rank, new.Rank)
	}
	return append([]Change{change}, changes...)
}

func sameMain(f, new *figure, key string) bool {
	switch key {
	case "number":
		return sameNumber(f.Number, new.Number)
	case "yen":
		return f.Yen == new.Yen
	case "state":
		return sameText(f.State, new.State)
	case "rank.position":
		return f.Rank.Position == new.Rank.Position
	case "cumulative":
		return sameNumber(f.Figure.Cumulative.Amount, new.Figure.Cumulative.Amount)
	default:
		return sameText(f.Raw, new.Raw)
	}
}

// wording returns a text as what a change holds: nil where there is none.
func wording(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// details returns the changes of what stands beside a figure.
func (f *figure) details(new *figure, change Change) []Change {
	var changes []Change
	add := func(key string, same bool, old, value any) {
		if same {
			return
		}
		one := change
		one.Path += "." + key
		one.Old, one.New = old, value
		changes = append(changes, one)
	}
	key := f.mainKey()
	add("bound", f.Bound == new.Bound, wording(string(f.Bound)), wording(string(new.Bound)))
	add("approximate", f.Approximate == new.Approximate, truth(f.Approximate), truth(new.Approximate))
	add("cumulative", key == "cumulative" || f.Figure.Cumulative.Flag == new.Figure.Cumulative.Flag &&
		sameNumber(f.Figure.Cumulative.Amount, new.Figure.Cumulative.Amount),
		total(f.Figure.Cumulative), total(new.Figure.Cumulative))
	one, other := orNoRank(f.Rank), orNoRank(new.Rank)
	add("rank.position", key == "rank.position" || one.Position == other.Position, count(one.Position), count(other.Position))
	add("rank.of", one.Of == other.Of, count(one.Of), count(other.Of))
	add("state", key == "state" || sameText(f.State, new.State), wording(f.State), wording(new.State))
	add("as_of", f.asOf == new.asOf, day(f.asOf), day(new.asOf))
	add("note", sameText(f.note, new.note), wording(f.note), wording(new.note))
	return changes
}

func truth(set bool) any {
	if !set {
		return nil
	}
	return true
}

func total(cumulative model.Cumulative) any {
	if cumulative.IsZero() {
		return nil
	}
	return cumulative
}

func orNoRank(rank *model.Rank) model.Rank {
	if rank == nil {
		return model.Rank{}
	}
	return *rank
}

// count returns a position or a size as what a change holds: nil where there is
// none.
func count(n int) any {
	if n == 0 {
		return nil
	}
	return model.NewNumber(int64(n), 0)
}

func day(date model.Date) any {
	if date.IsZero() {
		return nil
	}
	return date
}

// rankDelta is how many places lie between two ranks; there is no percent of them.
func rankDelta(old, new *model.Rank) model.Number {
	return difference(model.NewNumber(int64(old.Position), 0), model.NewNumber(int64(new.Position), 0))
}

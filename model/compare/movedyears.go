package compare

import "sheetconv/model"

// pairMovedYears pairs the target, or the baseline, that an indicator has in each
// issue but for another year: it was put off, or reckoned from elsewhere. It is
// none where each issue has one of its own year, which the next issue follows by
// as many years as its results.
func pairMovedYears(pairs []valuePair, latest valuePair, documents [2]*printed) []valuePair {
	for _, measure := range []model.ValueMeasure{model.Target, model.Baseline} {
		gone, come := soleRows(pairs, measure)
		if gone < 0 || come < 0 || followsIssue(pairs[gone].old, pairs[come].new, latest, documents) {
			continue
		}
		pairs[come].old = pairs[gone].old
		pairs = append(pairs[:gone:gone], pairs[gone+1:]...)
	}
	return pairs
}

// soleRows returns where the one value of a measure stands that only the old issue
// has, and the one that only the new one has; -1 where an issue has none, or
// several.
func soleRows(pairs []valuePair, measure model.ValueMeasure) (gone, come int) {
	gone, come = -1, -1
	for i, pair := range pairs {
		one := pair.new
		if one == nil {
			one = pair.old
		}
		if one.Measure != measure {
			continue
		}
		isOnlyOld := pair.new == nil && pair.old.FY != 0 && gone < 0
		isOnlyNew := pair.old == nil && pair.new.FY != 0 && come < 0
		switch {
		case isOnlyOld:
			gone = i
		case isOnlyNew:
			come = i
		default:
			return -1, -1
		}
	}
	return gone, come
}

// followsIssue reports whether a value stands as many years after the old one as
// the new issue, or its newest result, after the old one's, and neither document
// shows that the year is not one of the columns that went on.
func followsIssue(old, new *model.Value, latest valuePair, documents [2]*printed) bool {
	for _, fy := range []int{old.FY, new.FY} {
		if bothPrint(documents[0], documents[1], "values", string(old.Measure), fy) {
			return false
		}
	}
	years := new.FY - old.FY
	one, other := documents[0].document.FiscalYear, documents[1].document.FiscalYear
	if one != 0 && other != 0 && years == other-one {
		return true
	}
	return latest.old != nil && latest.new != nil && years == latest.new.FY-latest.old.FY
}

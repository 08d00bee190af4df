package isehara

import (
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readPolicy reads a level of the hierarchy: its number and name, in one cell or
// two. A level with neither is not entered. The label of the next level may stand
// in the cell of a name, behind it.
func (r *reader) readPolicy(token sheet.Token, label string) {
	policy := model.Policy{Level: sheet.LevelName(label)}
	values := r.RowValues(token)
	for i, value := range values {
		text := ja.StripMarkup(value.Text)
		if policy.Name != "" && r.isBehindGap(values[i-1], value) {
			continue // of a level whose label is gone
		}
		if ja.IsDash(text) {
			r.Skip(value.Cell)
			continue
		}
		if r.isRepeatedLevel(policy, text) {
			r.Skip(value.Cell)
			continue
		}
		if policy.At.IsZero() {
			policy.At = value.At
		}
		r.Grid.Claim(value.Cell, grid.Value)
		name, level, rest := cutPolicyLabel(text)
		addPolicyText(&policy, name)
		if level == "" {
			continue
		}
		r.Report(model.CodeJoinedCells, value.At, text, strings.Trim(name+" | "+level+" | "+rest, " |"))
		r.addPolicy(policy)
		policy = model.Policy{Level: sheet.LevelName(level), At: value.At}
		addPolicyText(&policy, rest)
	}
	r.addPolicy(policy)
}

// isRepeatedLevel reports whether a cell of a level repeats a merged one over its
// span: the number beside it, or the level's name in a row above.
func (r *reader) isRepeatedLevel(policy model.Policy, text string) bool {
	if policy.Number != "" || policy.Name != "" {
		if policy.Name == "" {
			return text == "" || ja.Fold(text) == policy.Number
		}
		return policy.Name == ja.Unwrap(text)
	}
	name := ja.Unwrap(text)
	return slices.ContainsFunc(r.item.Policy, func(before model.Policy) bool {
		return before.Level == policy.Level && before.Number == "" && before.Name == name
	})
}

func (r *reader) addPolicy(policy model.Policy) {
	if policy.Number != "" || policy.Name != "" {
		if r.item.Policy == nil {
			r.item.Policy = make([]model.Policy, 0, usualLevels)
		}
		r.item.Policy = append(r.item.Policy, policy)
	}
}

// usualLevels is how many levels the hierarchy has.
const usualLevels = 4

// addPolicyText adds what a cell of a level holds: its number, its name or both.
func addPolicyText(policy *model.Policy, text string) {
	if text == "" {
		return
	}
	number, name := sheet.SplitNumber(text)
	switch folded := sheet.TrimQuotes(ja.Fold(text)); {
	case policy.Number == "" && policy.Name == "" && name != "" && number != "":
		policy.Number, policy.Name = number, ja.Unwrap(name)
	case policy.Number == "" && policy.Name == "" && isDigits(folded):
		policy.Number = folded
	case policy.Name == "":
		policy.Name = ja.Unwrap(text)
	case policy.Name != ja.Unwrap(text):
		policy.Name += " " + ja.Unwrap(text)
	}
}

// cutPolicyLabel finds the label of a level that stands behind another text and a
// blank: 暮らし力 まちづくり目標 2 gives 暮らし力, まちづくり目標 and 2.
func cutPolicyLabel(text string) (name, level, rest string) {
	for i := range behindBlanks(text) {
		found, length, ok := lexicon.Labels.FindPrefix(text[i:])
		if !ok || table[found-1].kind != policyLevel {
			continue
		}
		// 施策 begins other words, too.
		label, behind := text[i:i+length], text[i+length:]
		if behind == "" || endsInBlank(label) || beginsWithBlank(behind) {
			return ja.TrimSpace(text[:i]), ja.TrimSpace(label), ja.TrimSpace(behind)
		}
	}
	return text, "", ""
}

func isDigits(text string) bool {
	return text != "" && strings.Trim(text, "0123456789-.") == ""
}

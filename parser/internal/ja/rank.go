package ja

import (
	"strings"

	"sheetconv/model"
)

// readRank reads s as a whole as a rank: 3/17 団体, 3位/17団体, 第3位, 17団体中3位.
// A bare 3/17 is as likely a day or a share, and none.
func readRank(s string) (rank model.Rank, ok bool) {
	s = strings.TrimPrefix(TrimSpace(s), "第")
	number, at, ok := rankNumberAt(s, 0)
	if !ok {
		return rank, false
	}
	rest := TrimSpace(s[at:])
	if behind, isPlace := strings.CutPrefix(rest, "位"); isPlace {
		if TrimSpace(behind) == "" {
			return model.Rank{Position: number}, number > 0
		}
		return readField(number, TrimSpace(behind))
	}
	if field, place, found := strings.Cut(rest, "中"); found {
		position, isPlace := readPlace(place)
		rank = model.Rank{Position: position, Of: number, Unit: unitText(TrimSpace(field))}
		return rank, isPlace && isSound(rank)
	}
	rank, ok = readField(number, rest)
	return rank, ok && rank.Unit != ""
}

// readPlace reads 3位 and 第3位.
func readPlace(s string) (position int, ok bool) {
	s = strings.TrimPrefix(TrimSpace(s), "第")
	position, at, ok := rankNumberAt(s, 0)
	return position, ok && TrimSpace(s[at:]) == "位"
}

// readField reads /17 団体 behind a position.
func readField(position int, s string) (rank model.Rank, ok bool) {
	slash, size := foldAt(s, 0)
	if slash != '/' {
		return rank, false
	}
	of, at, ok := rankNumberAt(s, skipBlanks(s, size))
	if !ok {
		return rank, false
	}
	unit := strings.TrimSuffix(TrimSpace(s[at:]), "中")
	rank = model.Rank{Position: position, Of: of, Unit: unitText(TrimSpace(unit))}
	return rank, isSound(rank)
}

// readFieldOnly reads 17団体中, the bracket behind a place.
func readFieldOnly(s string) (of int, unit string, ok bool) {
	of, at, ok := rankNumberAt(s, 0)
	if !ok {
		return 0, "", false
	}
	unit, found := strings.CutSuffix(TrimSpace(s[at:]), "中")
	unit = unitText(TrimSpace(unit))
	return of, unit, found && of > 0 && rankUnit(unit)
}

func rankNumberAt(s string, i int) (number, end int, ok bool) {
	n, end, ok := numeralAt(s, i)
	return int(n.coefficient), end, ok && n.decimals == 0 && n.digits <= 9
}

func isSound(rank model.Rank) bool {
	return rank.Position >= 1 && rank.Position <= rank.Of && rankUnit(rank.Unit)
}

// rankUnit reports whether a unit is one of those that are ranked, or none: what
// is counted by other units (1/4 件) is a share.
func rankUnit(unit string) bool {
	switch unit {
	case "", "位", "団体", "類似団体", "市", "市町村", "市町", "市区町村", "市区", "町村", "町", "村", "区",
		"都市", "中核市", "自治体", "都道府県", "府県", "県", "校", "社", "者", "チーム", "地区", "か国", "カ国", "ヶ国":
		return true
	}
	return false
}

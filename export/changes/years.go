package changes

import "strconv"

// eras are the first fiscal years of the eras that a plan may name.
var eras = []struct {
	first int
	name  string
}{{2019, "令和"}, {1989, "平成"}, {1926, "昭和"}}

// year words a fiscal year: 令和3年度 or FY2021, nothing for 0. The year in which
// an era begins is its first.
func (w words) year(fy int) string {
	switch {
	case fy == 0:
		return ""
	case w.language != Japanese:
		return "FY" + strconv.Itoa(fy)
	}
	for _, era := range eras {
		if fy == era.first {
			return era.name + "元年度"
		}
		if fy > era.first {
			return era.name + strconv.Itoa(fy-era.first+1) + "年度"
		}
	}
	return strconv.Itoa(fy) + "年度"
}

// shortYear words a fiscal year for the axis of a chart: R3 or 2021.
func (w words) shortYear(fy int) string {
	if w.language != Japanese {
		return strconv.Itoa(fy)
	}
	for index, letter := range []string{"R", "H", "S"} {
		if fy >= eras[index].first {
			return letter + strconv.Itoa(fy-eras[index].first+1)
		}
	}
	return strconv.Itoa(fy)
}

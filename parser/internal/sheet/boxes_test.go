package sheet

import (
	"slices"
	"testing"
)

func TestReadBoxes(t *testing.T) {
	for text, want := range map[string][2][]string{ // offered, ticked
		"■直営 □委託":   {{"直営", "委託"}, {"直営"}},
		"□ 直営":      {{"直営"}, nil},
		"●全部委託":     {{"全部委託"}, {"全部委託"}},
		"● 委託する。":   {nil, nil},
		"直営":        {nil, nil},
		"委託○":       {nil, nil},
		"☑ 有 ☐ 無 ☐": {{"有", "無"}, {"有"}},
	} {
		options, found := ReadBoxes(text)
		offered, ticked := OptionTexts(options)
		if found != (want[0] != nil) || found && (!slices.Equal(offered, want[0]) || !slices.Equal(ticked, want[1])) {
			t.Errorf("%q offers %q, ticked %q (%v); want %q", text, offered, ticked, found, want)
		}
	}
}

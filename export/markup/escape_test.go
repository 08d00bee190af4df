package markup

import "testing"

func TestEscape(t *testing.T) {
	for text, want := range map[string]string{
		"a|b": `a\|b`, "*x*_y_": `\*x\*\_y\_`, "<i>&": "&lt;i&gt;&amp;", "`x`": "\\`x\\`", "@name": "&#64;name", `a\`: "a&#92;",
		"1. x": `1\. x`, "12) x": `12\) x`, "- x": `\- x`, ":-": `\:-`, "+ x": `\+ x`, "3.5": `3\.5`, "a-b": "a-b", "": "", ".x": ".x", "3+4": "3+4", "a\r\nb": "a  b",
	} {
		if got := EscapeFirst(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
	if got := Escape("3.5 +1"); got != "3.5 +1" {
		t.Errorf("inside a line it is %q", got)
	}
}

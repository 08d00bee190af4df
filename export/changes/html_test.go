package changes

import (
	"os"
	"testing"

	"sheetconv/model/compare"
)

func TestPictures(t *testing.T) {
	for _, language := range []string{Japanese, English} {
		f, _ := os.Create("/tmp/probe-views/" + language + ".html")
		if err := writeHTML(f, []*compare.Result{isehara(), sakado(), same()}, Options{Language: language, Width: 80, Context: 3}); err != nil {
			t.Fatal(err)
		}
		f.Close()
		f, _ = os.Create("/tmp/probe-views/one-" + language + ".html")
		writeHTML(f, []*compare.Result{isehara()}, Options{Language: language, Width: 80, Context: 3})
		f.Close()
	}
}

package changes

import (
	"fmt"
	"os"
	"testing"

	"sheetconv/model/compare"
)

func TestLook(t *testing.T) {
	for _, language := range []string{Japanese, English} {
		err := Views[len(os.Getenv("MD"))].Write(os.Stdout, []*compare.Result{isehara(), sakado(), same()}, Options{Language: language, Width: 80, Context: 3, Colour: os.Getenv("COLOUR") != ""})
		fmt.Println(err)
	}
}

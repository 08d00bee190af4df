package changes

import (
	"bytes"
	"context"
	"errors"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"sheetconv/model/compare"
)

// deed is something done in the browser.
type deed = chromedp.Action[chromedp.Void]

// browser is Chromium with the page open; complaints are what it says of the page
// and what it fetches beyond it.
type browser struct {
	context.Context
	t          *testing.T
	mutex      sync.Mutex
	complaints []string
}

// startBrowser starts a Chromium, which takes its time: the tests share one. They
// are skipped where none is installed.
func startBrowser(t *testing.T) context.Context {
	t.Helper()
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if found, err := exec.LookPath(name); err == nil {
			program = found
			break
		}
	}
	if program == "" {
		t.Skip("no Chromium is installed")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-quic", true))
	allocated, endBrowser := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(endBrowser)
	started, endTab := chromedp.NewContext(allocated)
	t.Cleanup(endTab)
	if err := chromedp.Do(started); err != nil {
		t.Fatal(err)
	}
	return started
}

// openPage shows results in a tab of a width.
func openPage(
	t *testing.T, started context.Context, results []*compare.Result, language string, width int64, before ...deed,
) *browser {
	t.Helper()
	var page bytes.Buffer
	if err := writeHTML(&page, results, Options{Language: language, Context: 3}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, page.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	address := (&url.URL{Scheme: "file", Path: filepath.ToSlash(file)}).String()
	tab, endTab := chromedp.NewContext(started)
	t.Cleanup(endTab)
	opened := &browser{Context: tab, t: t}
	if err := chromedp.Listen(tab, func(event any) { opened.note(event, address) }); err != nil {
		t.Fatal(err)
	}
	opened.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, networkErr := chromedp.Call(ctx, network.Enable, network.EnableParams{})
		_, logErr := chromedp.Call(ctx, log.Enable, cdp.Empty{})
		_, runtimeErr := chromedp.Call(ctx, runtime.Enable, cdp.Empty{})
		return errors.Join(networkErr, logErr, runtimeErr)
	}), chromedp.EmulateViewport(width, 800))
	opened.do(before...)
	opened.do(chromedp.Navigate(address))
	return opened
}

func (b *browser) note(event any, address string) {
	complaint := ""
	switch event := event.(type) {
	case *network.EventRequestWillBeSent:
		if !strings.HasPrefix(event.Request.URL, address) && !strings.HasPrefix(event.Request.URL, "data:") {
			complaint = "fetches " + event.Request.URL
		}
	case *log.EventEntryAdded:
		complaint = "says " + event.Entry.Text
	case *runtime.EventConsoleAPICalled:
		complaint = "writes to the console"
	case *runtime.EventExceptionThrown:
		complaint = "throws " + event.ExceptionDetails.Text
	}
	if complaint != "" {
		b.mutex.Lock()
		b.complaints = append(b.complaints, complaint)
		b.mutex.Unlock()
	}
}

func (b *browser) do(deeds ...deed) {
	b.t.Helper()
	if err := chromedp.Do(b, deeds...); err != nil {
		b.t.Fatal(err)
	}
}

// ask evaluates an expression in the page.
func ask[T any](b *browser, expression string) T {
	b.t.Helper()
	answer, err := chromedp.Run(b, chromedp.Evaluate[T](expression))
	if err != nil {
		b.t.Fatal(err)
	}
	return answer
}

// shownItems returns the headings of the items that can be seen.
func (b *browser) shownItems() string {
	b.t.Helper()
	return ask[string](b, `[...document.querySelectorAll(".item")].filter(item => item.checkVisibility())
		.map(item => item.querySelector("h3").textContent).join(" / ")`)
}

func (b *browser) expectItems(when, want string) {
	b.t.Helper()
	if got := b.shownItems(); got != want {
		b.t.Errorf("%s: %q is shown, want %q", when, got, want)
	}
}

func (b *browser) expectQuiet() {
	b.t.Helper()
	b.mutex.Lock()
	defer b.mutex.Unlock()
	for _, complaint := range b.complaints {
		b.t.Errorf("the page %s", complaint)
	}
}

const everyItem = "22-073 特定健康診査受診促進事業 / 全体にかかわる変更 / 8 使用料の見直し / 16 電子申請の拡大 / " +
	"1 市政情報の共有 / 5 窓口業務の民間委託 / 9 補助金の適正化"

func TestPageInBrowser(t *testing.T) {
	started := startBrowser(t)
	for name, check := range map[string]func(*testing.T, context.Context){
		"search and filters": checkPageIsSearchedAndFiltered, "keys": checkPageIsUsedByKeys,
		"folding and print": checkPageFoldsAndPrints, "without script": checkPageWithoutScript,
		"width": checkPageFitsItsWidth,
	} {
		t.Run(name, func(t *testing.T) { check(t, started) })
	}
}

func checkPageIsSearchedAndFiltered(t *testing.T, started context.Context) {
	page := openPage(t, started, []*compare.Result{isehara(), sakado(), same()}, Japanese, 1280)
	page.expectItems("at first", everyItem)

	find := func(words string) deed {
		return chromedp.Steps(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
			_, err := chromedp.Run(ctx, chromedp.Evaluate[string](`document.getElementById("search").value = ""`))
			return err
		}), chromedp.SendKeys(chromedp.CSS("#search"), words))
	}
	page.do(find("使用料"))
	page.expectItems("a word", "8 使用料の見直し")
	if got := ask[string](page, `document.getElementById("shown").textContent`); got != "7件のうち 1件を表示しています" {
		t.Errorf("the page says %q", got)
	}
	page.do(find("ＣＩ　２２－０７３"))
	page.expectItems("full width, but not there", "")
	page.do(find("２２－０７３ 健康推進課"))
	page.expectItems("full width, two words", "22-073 特定健康診査受診促進事業")
	page.do(chromedp.SendKeys(chromedp.CSS("#search"), "\x1b"))
	page.expectItems("cleared by Escape", everyItem)

	box := func(kind string) deed {
		return chromedp.Click(chromedp.CSS(`.filter input[value="` + kind + `"]`))
	}
	page.do(chromedp.Click(chromedp.CSS("#none")), box("removed"), box("added"))
	page.expectItems("only those that came and went", "8 使用料の見直し / 16 電子申請の拡大")
	page.do(box("removed"), box("added"), box("revision"))
	page.expectItems("only restated figures", "22-073 特定健康診査受診促進事業")
	groups := `[...document.querySelectorAll("[data-class]")].filter(group => group.checkVisibility()).map(group => group.dataset.class).join()`
	if got := ask[string](page, groups); got != "revision" {
		t.Errorf("the classes %s are shown", got)
	}
	page.do(find("使用料"))
	page.expectItems("a filter and a word", "")
	page.do(find(""), chromedp.SendKeys(chromedp.CSS("#search"), "\x1b"), chromedp.Click(chromedp.CSS("#all")))
	page.expectItems("all again", everyItem)
	page.expectQuiet()
}

func checkPageIsUsedByKeys(t *testing.T, started context.Context) {
	page := openPage(t, started, []*compare.Result{isehara(), sakado()}, English, 1280)
	focus := `document.activeElement.id || document.activeElement.className || document.activeElement.tagName`
	page.do(chromedp.KeyEvent("\t"))
	if got := ask[string](page, focus); got != "skip" {
		t.Errorf("the first key leads to %s", got)
	}
	page.do(chromedp.KeyEvent("/"))
	if got := ask[string](page, focus); got != "search" {
		t.Errorf("/ leads to %s", got)
	}
	typed := ask[string](page, `document.getElementById("search").value`)
	page.do(chromedp.KeyEvent("/"))
	if got := ask[string](page, `document.getElementById("search").value`); got != typed+"/" {
		t.Errorf("a / in the search makes %q of %q", got, typed)
	}
	page.do(chromedp.KeyEvent("\x1b"))
	seen := map[string]bool{}
	for range 60 {
		page.do(chromedp.KeyEvent("\t"))
		seen[ask[string](page, `document.activeElement.matches("summary") ? document.activeElement.parentElement.id : document.activeElement.tagName`)] = true
	}
	if !seen["c1-1"] || !seen["c2-5"] || !seen["BODY"] {
		t.Errorf("the keys lead to %v only", seen)
	}
	page.do(chromedp.Focus(chromedp.CSS("#c2-1 > summary")), chromedp.KeyEvent("\r"))
	if ask[bool](page, `document.getElementById("c2-1").open`) {
		t.Error("Enter does not fold an item")
	}
	page.expectQuiet()
}

func checkPageFoldsAndPrints(t *testing.T, started context.Context) {
	page := openPage(t, started, []*compare.Result{isehara(), sakado()}, Japanese, 1280)
	open := `[...document.querySelectorAll(".item[open]")].length`
	page.do(chromedp.Click(chromedp.CSS("#close")))
	if got := ask[int](page, open); got != 0 {
		t.Errorf("%d items stay open", got)
	}
	if got := ask[int](page, `dispatchEvent(new Event("beforeprint")), `+open); got != 7 {
		t.Errorf("%d items of 7 are open in print", got)
	}
	if got := ask[int](page, `dispatchEvent(new Event("afterprint")), `+open); got != 0 {
		t.Errorf("%d items stay open after the print", got)
	}
	ask[string](page, `location.hash = "#c2-2"`)
	page.do(chromedp.WaitVisible(chromedp.CSS("#c2-2 .facts")))
	page.expectQuiet()
}

func checkPageWithoutScript(t *testing.T, started context.Context) {
	page := openPage(t, started, []*compare.Result{isehara(), sakado()}, Japanese, 800, chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		return err
	}))
	page.expectItems("without script", everyItem)
	if ask[bool](page, `document.getElementById("controls").checkVisibility()`) {
		t.Error("there is a search that does nothing")
	}
	page.expectQuiet()
}

func checkPageFitsItsWidth(t *testing.T, started context.Context) {
	for _, language := range []string{Japanese, English} {
		page := openPage(t, started, []*compare.Result{isehara(), sakado(), same(), nasty()}, language, 1280)
		for _, width := range []int64{320, 360, 768, 1280} {
			page.do(chromedp.EmulateViewport(width, 800))
			if got := ask[int64](page, `document.documentElement.scrollWidth`); got > width {
				wide := ask[string](page, `[...document.querySelectorAll("body *")].filter(part => part.getBoundingClientRect().right > innerWidth + 1).map(part => part.className || part.tagName).join(" ")`)
				t.Errorf("%s: %d of %d pixels are needed, for %s", language, got, width, wide)
			}
		}
		page.expectQuiet()
	}
}

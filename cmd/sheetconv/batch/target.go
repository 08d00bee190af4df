package batch

import (
	"bytes"

	"sheetconv/export"
	"sheetconv/model"
)

// target is where documents go: a file for each input, or parts that hold many.
type target interface {
	// recall reports whether the documents of an entry of the run before are still
	// there, and gives them where they are to be written again. Workers call it.
	recall(old *Entry) (kept []byte, there bool)
	// deliver takes the documents of an input as soon as a worker has them.
	deliver(worker int, to *result, documents []*model.Document) error
	// settle takes the results of all inputs in their order.
	settle(one *result) error
	// finish ends the output; complete says whether all inputs were settled.
	finish(complete bool) error
}

// result is what became of an input.
type result struct {
	entry     Entry
	fault     error // why it failed
	unchanged bool  // since the run before, so that nothing was done
	seconds   float64
	data      *bytes.Buffer // documents on their way into a part; nil otherwise
}

// fail makes a result one of a failure. What was found out about the bytes stays.
func (r *result) fail(err error, reason func(error) string) {
	e := &r.entry
	r.fault, r.unchanged = err, false
	r.entry = Entry{
		Path: e.Path, Member: e.Member, Status: Failed, Bytes: e.Bytes, SHA256: e.SHA256,
		Reason: reason(err), Settings: e.Settings,
	}
}

// files writes a file for each input.
type files struct {
	space  *workspace
	writer export.Writer
	spare  *buffers
}

func (f *files) ending() string { return "." + f.writer.Name }

func (f *files) recall(old *Entry) ([]byte, bool) {
	return nil, old.Output == old.key().String()+f.ending() && f.space.holds(old.Output)
}

func (f *files) deliver(worker int, to *result, documents []*model.Document) error {
	buffer := f.spare.get()
	defer f.spare.put(buffer)
	if err := f.writer.Write(buffer, documents); err != nil {
		return err
	}
	to.entry.Output = to.entry.key().String() + f.ending()
	return f.space.replace(worker, to.entry.Output, buffer.Bytes())
}

func (f *files) settle(*result) error { return nil }

func (f *files) finish(bool) error { return nil }

package batch

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"time"
)

// task is an input on its way, with its entry of the run before where that may
// still hold.
type task struct {
	input
	old *Entry
}

// tasks joins the inputs with the manifest of the run before; both are in the order
// of their keys, so that neither has to be in memory.
func (r *runner) tasks(failure *error) iter.Seq[task] {
	return func(yield func(task) bool) {
		known, err := openEntries(r.space.root, ManifestName)
		if err != nil {
			*failure = err
			return
		}
		defer known.close()
		for one := range r.sources.all() {
			old, err := known.until(one.key, func(*Entry) error { return nil })
			if err != nil {
				*failure = err
				one.close()
				return
			}
			if old != nil && (r.options.Force || old.Status != Done || old.Settings != r.options.Settings) {
				old = nil
			}
			if !yield(task{one, old}) {
				return
			}
		}
	}
}

// convert does one input.
func (r *runner) convert(worker int, one task) *result {
	defer one.close()
	started := time.Now()
	done := &result{entry: Entry{Path: one.path, Member: one.member, Status: Done, Settings: r.options.Settings}}
	if err := r.convertTo(worker, one, done); err != nil {
		r.spare.put(done.data)
		done.data = nil
		done.fail(err, r.options.Reason)
	}
	done.seconds = time.Since(started).Seconds()
	return done
}

func (r *runner) convertTo(worker int, one task, to *result) error {
	into := &r.reading[worker]
	if into.Cap() > largestKept {
		*into = bytes.Buffer{}
	}
	if err := one.read(into, r.options.Limits.Bytes); err != nil {
		return err
	}
	data := into.Bytes()
	to.entry.Bytes = int64(len(data))
	digest := sha256.Sum256(data)
	to.entry.SHA256 = hex.EncodeToString(digest[:])
	if old := one.old; old != nil && old.SHA256 == to.entry.SHA256 {
		if kept, there := r.target.recall(old); there {
			to.entry, to.unchanged = *old, true
			if kept != nil {
				to.data = r.spare.get()
				to.data.Write(kept)
			}
			return nil
		}
	}
	documents, err := r.options.Parse(one.base(), data)
	if err != nil {
		return err
	}
	to.entry.count(documents)
	return r.target.deliver(worker, to, documents)
}

package batch

import (
	"io"
	"sync/atomic"
)

// hold closes something when the last of its users let go of it: a folder or a ZIP
// is walked to its end before the last of its files is read.
type hold struct {
	what  io.Closer
	users atomic.Int64
}

// newHold returns a hold with one user.
func newHold(what io.Closer) *hold {
	h := &hold{what: what}
	h.users.Store(1)
	return h
}

func (h *hold) release() {
	if h.users.Add(-1) == 0 {
		_ = h.what.Close() // It was read only.
	}
}

// keep makes an input a user, until it is closed.
func (h *hold) keep(one input) input {
	h.users.Add(1)
	inner := one.release
	one.release = func() {
		if inner != nil {
			inner()
		}
		h.release()
	}
	return one
}

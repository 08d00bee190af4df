package batch

import (
	"bytes"
	"sync"
)

// buffers are used again and again, but for those that one large input made large.
type buffers struct{ pool sync.Pool }

const largestKept = 4 << 20

func (b *buffers) get() *bytes.Buffer {
	if kept, is := b.pool.Get().(*bytes.Buffer); is {
		kept.Reset()
		return kept
	}
	return new(bytes.Buffer)
}

func (b *buffers) put(buffer *bytes.Buffer) {
	if buffer != nil && buffer.Cap() <= largestKept {
		b.pool.Put(buffer)
	}
}

package batch

import (
	"context"
	"iter"
	"sync"

	"golang.org/x/sync/semaphore"
)

// pipeline does work on many things at once and hands the results on in the order
// of the things. It holds no more of them than a window, and no more of their weight
// than a budget.
type pipeline[I, O any] struct {
	jobs   int
	window int
	budget int64
	weight func(I) int64
	// work does one thing; worker tells the jobs apart, from 0.
	work func(worker int, one I) O
}

// slot is a thing on its way.
type slot[I, O any] struct {
	one    I
	weight int64
	result chan O
}

// run takes things until there are no more or the context ends, finishes those that
// it took, and gives each result to done, in order, in the caller's goroutine. When
// done fails, no more are taken.
func (p *pipeline[I, O]) run(ctx context.Context, things iter.Seq[I], done func(O) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	ordered := make(chan *slot[I, O], p.window)
	waiting := make(chan *slot[I, O], p.window)
	room := semaphore.NewWeighted(p.budget)

	var workers sync.WaitGroup
	for worker := range p.jobs {
		workers.Go(func() {
			for one := range waiting {
				one.result <- p.work(worker, one.one)
			}
		})
	}
	workers.Go(func() {
		defer close(ordered)
		defer close(waiting)
		p.feed(ctx, things, room, ordered, waiting)
	})
	defer workers.Wait()

	var failure error
	for one := range ordered {
		result := <-one.result
		room.Release(one.weight)
		if failure == nil {
			if failure = done(result); failure != nil {
				stop()
			}
		}
	}
	return failure
}

// feed takes things in order. The budget is asked here and not by the workers:
// otherwise things that come later could hold all of it while the first one, for
// which everybody waits, gets none.
func (p *pipeline[I, O]) feed(
	ctx context.Context, things iter.Seq[I], room *semaphore.Weighted, ordered, waiting chan<- *slot[I, O],
) {
	for one := range things {
		weight := min(max(p.weight(one), 1), p.budget)
		// The thing was taken, so it is done even if the context ends here.
		_ = room.Acquire(context.WithoutCancel(ctx), weight)
		next := &slot[I, O]{one, weight, make(chan O, 1)}
		ordered <- next
		waiting <- next
		if ctx.Err() != nil {
			return
		}
	}
}

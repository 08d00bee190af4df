package batch

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"sync/atomic"
	"testing"
	"time"
)

// numbers yields the numbers from 0 on, and notes how many were taken.
func numbers(count int, taken *atomic.Int64) func(func(int) bool) {
	return func(yield func(int) bool) {
		for number := range count {
			taken.Add(1)
			if !yield(number) {
				return
			}
		}
	}
}

func TestPipelineKeepsOrderAndBounds(t *testing.T) {
	for _, jobs := range []int{1, 2, 7} {
		var taken, settled, working, mostWorking, weight, mostWeight atomic.Int64
		line := pipeline[int, int]{
			jobs: jobs, window: 5, budget: 20,
			weight: func(number int) int64 { return int64(number % 30) }, // Some are more than the budget.
			work: func(_, number int) int {
				mostWorking.Store(max(mostWorking.Load(), working.Add(1)))
				mostWeight.Store(max(mostWeight.Load(), weight.Add(min(int64(number%30), 20))))
				time.Sleep(time.Duration(rand.IntN(200)) * time.Microsecond)
				weight.Add(-min(int64(number%30), 20))
				working.Add(-1)
				return number * 2
			},
		}
		var got []int
		err := line.run(context.Background(), numbers(300, &taken), func(result int) error {
			got = append(got, result)
			// Those in both queues, one in each hand, and the one that waits for room.
			if ahead := taken.Load() - settled.Add(1); ahead > int64(5+jobs+3) {
				t.Errorf("%d jobs: %d are in flight", jobs, ahead)
			}
			return nil
		})
		if err != nil || len(got) != 300 || !slices.IsSorted(got) || got[299] != 598 {
			t.Errorf("%d jobs: %v, %v", jobs, got, err)
		}
		if mostWorking.Load() > int64(jobs) || mostWeight.Load() > 20 {
			t.Errorf("%d jobs: %d worked at once, on %d", jobs, mostWorking.Load(), mostWeight.Load())
		}
	}
}

func TestPipelineStops(t *testing.T) {
	var taken atomic.Int64
	ctx, stop := context.WithCancel(context.Background())
	line := pipeline[int, int]{
		jobs: 2, window: 4, budget: 100, weight: func(int) int64 { return 1 },
		work: func(_, number int) int {
			if number == 10 {
				stop()
			}
			return number
		},
	}
	var got []int
	if err := line.run(ctx, numbers(1000, &taken), func(result int) error { got = append(got, result); return nil }); err != nil {
		t.Fatal(err)
	}
	if len(got) != int(taken.Load()) || len(got) < 11 || len(got) > 30 {
		t.Errorf("%d were taken, %d finished", taken.Load(), len(got))
	}

	taken.Store(0)
	full := errors.New("full")
	err := line.run(context.Background(), numbers(1000, &taken), func(result int) error {
		if result == 20 {
			return full
		}
		return nil
	})
	if !errors.Is(err, full) || taken.Load() > 50 {
		t.Errorf("%v after %d", err, taken.Load())
	}
}

package main

import (
	"errors"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
)

// Results come in the order of the inputs, whichever is done first, and no more are
// under way than the window allows.
func TestInOrder(t *testing.T) {
	inputs := make([]int, 2000)
	for index := range inputs {
		inputs[index] = index
	}
	var begun, most atomic.Int64
	taken := []int{}
	err := inOrder(slices.Values(inputs), func(number int) int {
		begun.Add(1)
		if number%7 == 0 {
			runtime.Gosched()
		}
		return number * 2
	}, func(result int) error {
		most.Store(max(most.Load(), begun.Load()-int64(len(taken))))
		taken = append(taken, result/2)
		return nil
	})
	if err != nil || !slices.Equal(taken, inputs) {
		t.Errorf("took %d results, %v", len(taken), err)
	}
	// One more than the window is begun when a result is taken, and one waits.
	if limit := int64(window*runtime.GOMAXPROCS(0) + 2); most.Load() > limit {
		t.Errorf("%d were under way, the limit is %d", most.Load(), limit)
	}
}

func TestInOrderStopsAtTheFirstError(t *testing.T) {
	broken := errors.New("broken")
	count := 0
	err := inOrder(slices.Values(make([]int, 1000)), func(int) int { return 0 }, func(int) error {
		if count++; count == 3 {
			return broken
		}
		return nil
	})
	if !errors.Is(err, broken) || count != 3 {
		t.Errorf("took %d, %v", count, err)
	}
	if err := inOrder(slices.Values([]int(nil)), func(int) int { return 0 }, func(int) error { return broken }); err != nil {
		t.Error(err)
	}
}

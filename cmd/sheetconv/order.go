package main

import (
	"iter"
	"runtime"
)

// window is how many inputs are worked on or wait for their turn, for each
// processor. It bounds what is held in memory, whatever the number of inputs.
const window = 4

// inOrder works on all processors, and takes the results one by one in the order of
// the inputs, which it asks for as they are needed. It stops at the first error of
// take, and returns it.
func inOrder[In, Out any](inputs iter.Seq[In], work func(In) Out, take func(Out) error) error {
	results := make(chan chan Out, window*runtime.GOMAXPROCS(0))
	stop := make(chan struct{})
	defer close(stop)
	go func() {
		defer close(results)
		for one := range inputs {
			result := make(chan Out, 1)
			select {
			case results <- result:
				go func() { result <- work(one) }()
			case <-stop:
				return
			}
		}
	}()
	for result := range results {
		if err := take(<-result); err != nil {
			return err
		}
	}
	return nil
}

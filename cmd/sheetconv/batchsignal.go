package main

import (
	"context"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
)

// interruptedError says that a signal stopped the command before it was done.
type interruptedError struct{ signal syscall.Signal }

func (e *interruptedError) Error() string { return "stopped by the signal " + e.signal.String() }

// exitCode is what shells expect of a program that a signal ended.
func (e *interruptedError) exitCode() int { return 128 + int(e.signal) }

// stopper ends a context at the first SIGINT or SIGTERM. The second one ends the
// process, as it would without it.
type stopper struct {
	signals chan os.Signal
	first   atomic.Pointer[interruptedError]
	end     context.CancelFunc
}

// stopOnSignal returns a context that a signal ends. What is to be said then is said
// by told.
func stopOnSignal(told func()) (context.Context, *stopper) {
	ctx, end := context.WithCancel(context.Background())
	s := &stopper{signals: make(chan os.Signal, 1), end: end}
	signal.Notify(s.signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case caught := <-s.signals:
				signal.Stop(s.signals)
				number, _ := caught.(syscall.Signal)
				s.first.Store(&interruptedError{number})
				told()
				end()
			}
		}
	}()
	return ctx, s
}

func (s *stopper) release() {
	signal.Stop(s.signals)
	s.end()
}

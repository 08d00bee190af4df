// Package compare says what changed between two years of one plan.
//
// In go the documents of two issues; out comes a Result: the items that came,
// went, were renamed or changed, each with its changes by class, as paths with
// the old and the new value. Rows are matched by key, never by place. The
// package must not know how a Result is shown, nor files and flags.
package compare

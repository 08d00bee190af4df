// Package compare says what changed between two years of one plan.
//
// In go the documents of two issues; out comes a Result: the items that came,
// went, were renamed or changed, each with its changes by class, as paths with
// the old and the new value. Rows are matched by key, never by place. The
// package must not know how a Result is shown, nor files and flags.
//
// # Items
//
// An item's partner is the one of its id and name; else of its number and name;
// else of its name alone; else, of those that are left, the one of its id if they
// are alike (score 0.40 or more), then the most alike (0.50 or more); else the
// only one that has its purpose or overview word for word (30 characters or more),
// which counts as much as the score. The score weighs what both have: name 50,
// indicators 30, departments 10, hierarchy 10. Names are compared by pairs of characters, without words such as 推進 and 事業.
// A number that another programme has now gives one item removed and one added,
// and a diagnostic. Items that share id and name in one issue are compared only
// where they say the same, or where one is left on each side.
//
// Width, blanks, line wraps, kinds of dashes and (再掲) make no other name; of an
// indicator, brackets and (累計) don't, either. Width, blanks, line wraps and the
// quotation marks of table files make no other text.
//
// # Years
//
// Two issues print different years. A figure for a year that both have is compared
// as it is: another one is a revision. Of a year that only one of the documents
// prints at all, nothing is told but the newest: the newest result (actual; rate,
// where there is no actual) is held against the newest of the old issue, and so
// are costs, head-counts, grades, yearly narratives and results in words. A year
// that both documents print, but where only one has this figure, is a revision: a
// target was set or withdrawn; and so it is with every year, where both documents
// report on the same one. The target, or baseline, of which an indicator has one in
// each issue is compared although its year is another one, which is a revision
// (values[2022,target].fy), but where it only followed the issue or its results by
// as many years. A result that has none to be held against is told,
// unless its year lies before all that the other issue prints: it dropped out.
//
// An amount of one year with another basis (budget, then settled) is a change of
// class cost, if it is another one. An amount or head-count without a year is none
// of class revision, for its year may be another. Values without a year are compared
// in their order.
//
// Another unit, direction or bound of an indicator is a revision, for it restates
// every figure of it. 3.70 and 3.7 are one number, 1,000千円 and 1百万円 one amount.
// Money that a sheet prints once and the model holds as cost and as staffing is
// told as cost.
//
// # Better or worse
//
// An indicator's way is the printed direction; else that of the bound of its last
// target (以上 is upwards), or of the word in its place (拡大, 縮小); else where the
// baseline and the targets of both issues lead in the order of their years, if they
// never turn back; else none, and nothing is better. Within a printed limit (2.5%以内) all is the same; of what is to be kept it
// is only known whether it was. Of ranks, upwards is towards the first place.
// Reached is the result in percent of the target of its year, else of the next year
// that has one, else of the goal; of a way downwards it is the target in percent of
// the result.
//
// A grade is better or worse where the legend, or else the options printed with
// it, are the same in both issues; both begin with the best.
//
// Percents have one decimal, halves rounded away from zero, and are taken of the
// old value without its sign; of 0 there is none.
//
// # The issue as a whole
//
// The legend of grades, the printed counts, the years of the plan and the notes
// are compared once. What changed alike in every item that had it (a section, a
// division, a level of the hierarchy, the options of a judgement) is one change of
// the issue, with the number of items, if the old value is gone and the
// new one stood nowhere before. Title, date and fiscal year tell issues apart and
// are no changes; labels are how rows are found, and none either.
//
// # Paths
//
// A path is the keys of the model joined by dots, rows by their keys in brackets,
// such as indicators[市税徴収率].values[2021,target].number. It is that of the new
// issue; of what was renamed everywhere, or is gone, that of the old one. The keys
// are, of a value, year and measure; of a cost, year, basis and line; of staffing,
// year and category; of a cost per head, its year; of a task, its name, year and
// measure; of a judgement, its criterion and year; of a text, its key and year, and
// its label between them where several have the key; of others, the name or label.
// Where a year has several costs, head-counts or judgements of one kind, their
// label stands for it. A key that there is none of is left out. A backslash stands
// before \ [ ] , and . inside a key. An indicator without a name goes by the
// beginning of its definition, a second one of a name by #2 behind it.
package compare

package compare

import "sheetconv/model"

// taskLine is a row of a schedule: a task and what is said of it year by year.
type taskLine struct {
	name    string // folded
	measure model.ScheduleMeasure
}

// compareSchedule returns the changes of plans and results in words: texts of the
// same year that differ, the newest result against the newest, and the tasks that
// came or went.
func (c *comparison) compareSchedule(pair *itemPair) []Change {
	old, new := pair.old.item.Schedule, pair.new.item.Schedule
	if len(old)+len(new) == 0 {
		return nil
	}
	oldTasks, newTasks := tasksOf(old), tasksOf(new)
	changes := lostTasks(old, new, oldTasks, newTasks)
	pairs := pairRows(old, new,
		func(t *model.Task) string { return foldName(t.Task) + "\x00" + string(t.Measure) + year(t.FY) },
		func(a, b *model.Task) bool { return sameText(a.Text, b.Text) },
		func(_, other *model.Task) { c.alike(pair, taskPath(other), other.At) })
	latest := map[taskLine]*rowPair[model.Task]{}
	var lines []taskLine
	for _, one := range pairs {
		shown := eitherTask(one)
		line := taskLine{foldName(shown.Task), shown.Measure}
		if latest[line] == nil {
			latest[line] = &rowPair[model.Task]{}
			lines = append(lines, line)
		}
		if o := one.old; o != nil && (latest[line].old == nil || o.FY > latest[line].old.FY) {
			latest[line].old = o
		}
		if n := one.new; n != nil && (latest[line].new == nil || n.FY > latest[line].new.FY) {
			latest[line].new = n
		}
	}
	for _, line := range lines {
		if oldTasks[line.name] && newTasks[line.name] && line.measure == model.ScheduleActual {
			changes = append(changes, newestTask(*latest[line])...)
		}
	}
	for _, one := range pairs {
		shown := eitherTask(one)
		if name := foldName(shown.Task); oldTasks[name] && newTasks[name] {
			changes = append(changes, compareTask(pair, one, *latest[taskLine{name, shown.Measure}])...)
		}
	}
	return changes
}

func eitherTask(both rowPair[model.Task]) *model.Task {
	if both.new != nil {
		return both.new
	}
	return both.old
}

func tasksOf(schedule []model.Task) map[string]bool {
	found := make(map[string]bool, len(schedule))
	for i := range schedule {
		found[foldName(schedule[i].Task)] = true
	}
	return found
}

// lostTasks returns the tasks that came or went, each by its first row.
func lostTasks(old, new []model.Task, oldTasks, newTasks map[string]bool) []Change {
	var changes []Change
	told := map[string]bool{}
	for i := range new {
		if name := foldName(new[i].Task); !oldTasks[name] && !told[name] {
			told[name] = true
			changes = append(changes, Change{Class: ClassStructure, Path: row("schedule", new[i].Task), New: &new[i], NewAt: new[i].At})
		}
	}
	for i := range old {
		if name := foldName(old[i].Task); !newTasks[name] && !told[name] {
			told[name] = true
			changes = append(changes, Change{Class: ClassStructure, Path: row("schedule", old[i].Task), Old: &old[i], OldAt: old[i].At})
		}
	}
	return changes
}

func taskPath(task *model.Task) string {
	return row("schedule", task.Task, year(task.FY), string(task.Measure))
}

// newestTask returns the newest result in words against the newest of the old
// issue, where they are of different years and differ.
func newestTask(both rowPair[model.Task]) []Change {
	old, new := both.old, both.new
	if old == nil || new == nil || old.FY == new.FY || sameText(old.Text, new.Text) {
		return nil
	}
	return []Change{{
		Class: ClassText, Path: taskPath(new) + ".text", Old: old.Text, New: new.Text,
		OldFY: old.FY, NewFY: new.FY, OldAt: old.At, NewAt: new.At,
	}}
}

// compareTask returns the change of one text. One that only one issue has is none,
// unless both print its year, or it is the first or the last result.
func compareTask(pair *itemPair, both, latest rowPair[model.Task]) []Change {
	old, new := both.old, both.new
	shown := eitherTask(both)
	change := Change{Class: ClassText, Path: taskPath(shown) + ".text"}
	if old != nil {
		change.Old, change.OldAt = old.Text, old.At
	}
	if new != nil {
		change.New, change.NewAt = new.Text, new.At
	}
	if old != nil && new != nil {
		if sameText(old.Text, new.Text) {
			return nil
		}
		return []Change{change}
	}
	isResult := shown.Measure == model.ScheduleActual
	if isResult && latest.old != nil && latest.new != nil && (shown == latest.old || shown == latest.new) {
		return nil // newestTask holds them against each other
	}
	if isResult && (latest.old == nil || latest.new == nil) && (shown == latest.old || shown == latest.new) {
		return []Change{change}
	}
	if shown.FY != 0 && !bothPrint(pair.old.document, pair.new.document, "schedule", string(shown.Measure), shown.FY) {
		return nil
	}
	return []Change{change}
}

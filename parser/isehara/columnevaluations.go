package isehara

func (l *columnLines) joinEvaluations() {}

package ja

// BeginsSpelling reports whether a spelling begins with the characters of s and goes on
// behind them: a label whose other lines stand below.
func (l *Labels[T]) BeginsSpelling(s string) bool {
	if len(s) > l.longestText {
		return false
	}
	l.once.Do(func() {
		l.starts = map[string]struct{}{}
		for key, entry := range l.entries {
			for end := range key {
				if entry.isExact && end > 0 {
					l.starts[key[:end]] = struct{}{}
				}
			}
		}
	})
	var buffer [keyBuffer]byte
	_, begins := l.starts[string(AppendKey(buffer[:0], s))]
	return begins
}

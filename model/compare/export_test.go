package compare

// SameText is for tests of Words.
var SameText = sameText

package batch

import (
	"fmt"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"
)

// decodeName turns the bytes of a file's name into text: UTF-8, or else CP932, in
// which Japanese Windows names the members of a ZIP. Where it is neither, the bytes
// are shown as escapes, and known is false.
func decodeName(raw string) (name string, known bool) {
	if utf8.ValidString(raw) {
		return raw, true
	}
	decoded, err := japanese.ShiftJIS.NewDecoder().String(raw)
	if err == nil && !strings.ContainsRune(decoded, utf8.RuneError) {
		return decoded, true
	}
	var escaped strings.Builder
	for raw != "" {
		r, size := utf8.DecodeRuneInString(raw)
		if r == utf8.RuneError && size == 1 {
			fmt.Fprintf(&escaped, `\x%02x`, raw[0])
		} else {
			escaped.WriteRune(r)
		}
		raw = raw[size:]
	}
	return escaped.String(), false
}

// memberName returns a ZIP member's name as a path below the ZIP's own. Old tools
// write backslashes; after decoding, because one is the second byte of kanji such
// as 表 in CP932. A name that would lead elsewhere is given as it is, and not safe.
func memberName(decoded string) (name string, safe bool) {
	name = strings.ReplaceAll(decoded, `\`, "/")
	if strings.HasPrefix(name, "/") || strings.ContainsRune(name, 0) || hasDrive(name) {
		return name, false
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == ".." {
			return name, false
		}
	}
	cleaned := path.Clean(name)
	return cleaned, cleaned != "." && filepath.IsLocal(filepath.FromSlash(cleaned))
}

// hasDrive reports whether a name begins with a drive's letter: C:\a, C:a.
func hasDrive(name string) bool {
	return len(name) > 1 && name[1] == ':' && (name[0]|0x20) >= 'a' && (name[0]|0x20) <= 'z'
}

// SourcePath returns under which path a file that was named itself goes: as it was
// named, if that is below the current folder; else by what remains of it. The
// output never tells where on the machine the file lies.
func SourcePath(given string) string {
	name := filepath.ToSlash(filepath.Clean(given))
	if filepath.IsAbs(given) || filepath.VolumeName(given) != "" {
		name = path.Base(name)
	}
	for strings.HasPrefix(name, "../") {
		name = name[len("../"):]
	}
	decoded, _ := decodeName(name)
	return decoded
}

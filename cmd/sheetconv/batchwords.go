package main

import (
	"errors"
	"io/fs"
	"os"
	"syscall"

	"sheetconv/cmd/sheetconv/batch"
)

// wordBatchError says in the session's language why an input of a batch failed, and
// what to do about it.
func (s *session) wordBatchError(err error) string {
	if text, is := s.wordArchiveError(err); is {
		return text
	}
	switch {
	case errors.Is(err, batch.ErrNotRegular):
		return s.say("is no regular file (a device or a pipe); leave it out with --exclude")
	case errors.Is(err, batch.ErrLinkOut):
		return s.say("is a symbolic link that leads out of the folder; name what it leads to as a source")
	case errors.Is(err, batch.ErrChanged):
		return s.say("it changed while it was read; run again when nobody writes to it")
	}
	if errors.Is(err, syscall.ENAMETOOLONG) {
		return s.say("its name is too long for the output folder; shorten it")
	}
	// Names of temporary files have no place in a message.
	if link, is := errors.AsType[*os.LinkError](err); is {
		return s.wordFileError(link.Err)
	}
	if _, is := errors.AsType[*fs.PathError](err); is {
		return s.wordFileError(err)
	}
	_, text, _ := s.wordInputError(err)
	return text
}

// wordArchiveError words what is wrong with a ZIP or a name in it.
func (s *session) wordArchiveError(err error) (string, bool) {
	switch {
	case errors.Is(err, batch.ErrUnsafeName):
		return s.say("its name leads out of the output folder; rename it"), true
	case errors.Is(err, batch.ErrUnknownName):
		return s.say("its name in the ZIP is neither UTF-8 nor CP932; pack the ZIP again"), true
	case errors.Is(err, batch.ErrMemberLink):
		return s.say("is a symbolic link in a ZIP; pack what it leads to instead"), true
	case errors.Is(err, batch.ErrBadZIP):
		return s.say("is no ZIP file, or a part of it is missing; fetch it again"), true
	case errors.Is(err, batch.ErrDamaged):
		return s.say("is damaged in the ZIP; fetch the ZIP again"), true
	case errors.Is(err, batch.ErrEncrypted):
		return s.say("is encrypted; unpack it with its password first"), true
	case errors.Is(err, batch.ErrMethod):
		return s.say("is compressed by a method that is not supported; unpack the ZIP first"), true
	case errors.Is(err, batch.ErrManyMembers):
		return s.say("the ZIP has too many members; unpack it first, or raise --max-members"), true
	case errors.Is(err, batch.ErrRatio):
		return s.say("grows too much when it is unpacked; if that is meant, raise --max-ratio"), true
	case errors.Is(err, batch.ErrOverlap):
		return s.say("the members of the ZIP overlap, as those of an archive bomb do"), true
	}
	return "", false
}

// wordCollision says that two inputs can't both be written.
func (s *session) wordCollision(err *batch.CollisionError) error {
	first, second := visible(err.First), visible(err.Second)
	if err.Output == "" {
		return s.usageError("%[1]s and %[2]s would both be taken under one name; nothing was written; name their folder, or leave one out",
			first, second)
	}
	return s.usageError("%[1]s and %[2]s would both become %[3]s; nothing was written; name their folder, or leave one out",
		first, second, visible(err.Output))
}

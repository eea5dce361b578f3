"""What can go wrong with the data folder: each error has one plain sentence and a code to translate it."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from homecare.sentences import N_, SentenceError

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


class StorageError(SentenceError):
    """Something kept the data folder from being read or changed; its text is one sentence for the user.

    `code` names the kind of trouble for a translated sentence, `path` the file or folder it is about.
    After any of these nothing that was stored before has changed.
    """

    code: ClassVar[str] = "failed"

    def __init__(self, sentence: str, path: Path, **facts: object) -> None:
        super().__init__(sentence, path=path, **facts)
        self.path = path


class DiskFullError(StorageError):
    """There was no room to write; nothing stored has changed."""

    code = "disk-full"


class UnwritableError(StorageError):
    """The data folder cannot be made, or may not be written to."""

    code = "unwritable"


class LaterVersionError(StorageError):
    """The folder was written by a later version of the app and was left untouched."""

    code = "later-version"


class BusyError(StorageError):
    """Another window or command kept the folder locked for too long."""

    code = "busy"


class BrowserFullError(StorageError):
    """The browser gives homecare no more room; nothing stored has changed."""

    code = "browser-full"


class BrowserRefusedError(StorageError):
    """The browser did not keep what was to be saved; nothing stored has changed."""

    code = "browser-refused"


class NoSuchRecordError(StorageError):
    """The record is not stored, or no longer: another window may have removed it."""

    code = "no-such-record"


class AlreadyStoredError(StorageError):
    """A record with this id is stored already."""

    code = "already-stored"


@contextmanager
def in_plain_words(folder: Path) -> Iterator[None]:
    """Turn an operating system error about `folder` into a StorageError with one clear sentence."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise DiskFullError(
                N_("There is no room left in {path}, so nothing was saved."), folder
            ) from error
        reason = error.strerror or type(error).__name__
        raise UnwritableError(
            N_("The folder {path} cannot be used ({reason}), so nothing was saved."), folder, reason=reason
        ) from error

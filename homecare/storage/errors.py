"""What can go wrong with the data folder: each error has one plain sentence and a code to translate it."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


class StorageError(Exception):
    """Something kept the data folder from being read or changed; its text is one sentence for the user.

    `code` names the kind of trouble for a translated sentence, `path` the file or folder it is about.
    After any of these nothing that was stored before has changed.
    """

    code: ClassVar[str] = "failed"

    def __init__(self, sentence: str, path: Path) -> None:
        super().__init__(sentence)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """One thing that was found damaged, and what became of it; the user is told once.

    `outcome` is "previous-generation" (the file as it was before its last save is back in use; that last
    save may be missing), "set-aside" (no good copy was left; the damaged file is kept for a specialist) or
    "unreadable-record" (one record cannot be understood; it stays in the file but is not shown).
    `file` is the path inside the data folder, `kept_as` where the damaged file is kept ("" when it was
    missing altogether), `records` how many records are back in use (or are not shown), `record` the id of
    an unreadable one.
    """

    file: str
    outcome: Literal["previous-generation", "set-aside", "unreadable-record"]
    kept_as: str = ""
    records: int = 0
    record: str = ""

    def __str__(self) -> str:
        """The notice in one English sentence."""
        kept = f" The damaged file is kept as {self.kept_as}." if self.kept_as else ""
        if self.outcome == "previous-generation":
            return (
                f"{self.file} was damaged; the copy from before its last save is back in use, with "
                f"{self.records} records. Please check your latest entry.{kept}"
            )
        if self.outcome == "set-aside":
            return f"{self.file} was damaged and no good copy was left, so it starts empty.{kept}"
        return f"One record in {self.file} cannot be read and is not shown: {self.record}."


@contextmanager
def in_plain_words(folder: Path) -> Iterator[None]:
    """Turn an operating system error about `folder` into a StorageError with one clear sentence."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise DiskFullError(
                f"There is no room left in {folder}, so nothing was saved.", folder
            ) from error
        reason = error.strerror or type(error).__name__
        raise UnwritableError(
            f"The folder {folder} cannot be used ({reason}), so nothing was saved.", folder
        ) from error

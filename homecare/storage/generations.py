"""The disk steps of a safe save: write a draft, keep the generations before, replace, flush.

Beside `settings.json` there may be `settings.json.draft` (being written, never read as data),
`settings.json.previous` (the generation before), `settings.json.earlier` (the one before that) and
`settings.json.damaged-1` (set aside by a recovery). The file itself is never absent and never half
written, at whatever step the process ends.
"""

import errno
import os
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

OWNER_ONLY = 0o600
OWNER_ONLY_FOLDER = 0o700
_WRITE_OVER = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
_NO_FOLDER_SYNC = {errno.EINVAL, errno.EBADF, errno.ENOSYS, errno.ENOTSUP}


@lru_cache(maxsize=512)
def draft_of(path: Path) -> Path:
    """Where the next generation of `path` is written."""
    return path.with_name(path.name + ".draft")


@lru_cache(maxsize=512)
def previous_of(path: Path) -> Path:
    """Where the generation before the present one is kept."""
    return path.with_name(path.name + ".previous")


@lru_cache(maxsize=512)
def earlier_of(path: Path) -> Path:
    """Where the generation before the previous one is kept, until the next draft is written over it."""
    return path.with_name(path.name + ".earlier")


def recycle(path: Path) -> None:
    """Reuse the earlier generation as the draft: this spares the disk a new file and a removal."""
    with suppress(FileNotFoundError):
        earlier_of(path).replace(draft_of(path))


def write_draft(path: Path, content: bytes) -> None:
    """Write and fsync the next generation of `path` beside it; on an OSError no draft is left."""
    draft = draft_of(path)
    try:
        handle = _open_alone(draft)
        try:
            unwritten = memoryview(content)
            while unwritten:
                unwritten = unwritten[os.write(handle, unwritten) :]
            os.ftruncate(handle, len(content))
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def _open_alone(draft: Path) -> int:
    """Open a draft to write over, but not one that a save cut short has left linked to a real file."""
    handle = os.open(draft, _WRITE_OVER, OWNER_ONLY)
    if os.fstat(handle).st_nlink > 1:
        os.close(handle)
        draft.unlink()
        handle = os.open(draft, _WRITE_OVER | os.O_EXCL, OWNER_ONLY)
    return handle


def promote(paths: list[Path], *, decided: bool = False) -> None:
    """Put the drafts of `paths` in their places, on disk when this returns.

    On an OSError the files are as they were before and no draft is left, unless the change was already
    `decided`: then everything stays as far as it got, to be finished later.
    """
    done: list[tuple[Path, bool]] = []
    try:
        for path in paths:
            existed = _keep_previous(path)
            draft_of(path).replace(path)
            done.append((path, existed))
        for folder in {path.parent for path in paths}:
            fsync_folder(folder)
    except OSError:
        if decided:
            raise
        for path, existed in reversed(done):
            if existed:
                previous_of(path).replace(path)
            else:
                path.unlink(missing_ok=True)
        for path in paths:
            draft_of(path).unlink(missing_ok=True)
        raise


def _keep_previous(path: Path) -> bool:
    """Give the present generation the previous one's name as well; False if there is none."""
    if not path.exists():
        return False
    previous = previous_of(path)
    with suppress(FileNotFoundError):
        previous.replace(earlier_of(path))
    try:
        _link(path, previous)
    except OSError:  # no hard links here (browser, Android, FAT): a copy does as well
        write_draft(previous, path.read_bytes())
        draft_of(previous).replace(previous)
    return True


def _link(path: Path, second_name: Path) -> None:
    if not hasattr(os, "link"):  # in the browser
        raise OSError(errno.ENOTSUP, "no hard links", str(path))
    os.link(path, second_name)


def fsync_folder(folder: Path) -> None:
    """Flush new and replaced names in `folder` to disk; does nothing where folders cannot be synced."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folders
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


def restore(path: Path) -> None:
    """Replace a damaged file by its draft; the damaged one is not kept as the previous generation."""
    draft_of(path).replace(path)
    fsync_folder(path.parent)


def set_aside(path: Path, *, named: Path) -> Path | None:
    """Keep a damaged file beside `named`, under a name that nothing overwrites; None if it is missing."""
    number = 1
    while (aside := named.with_name(f"{named.name}.damaged-{number}")).exists():
        number += 1
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    write_draft(aside, content)
    draft_of(aside).replace(aside)
    return aside


def wipe_older(path: Path) -> None:
    """Remove the draft of `path`, its earlier generations and the damaged ones set aside."""
    for sibling in path.parent.glob(path.name + ".*"):
        sibling.unlink(missing_ok=True)


def wipe(path: Path) -> None:
    """Remove `path` in every generation.

    The file itself goes last, so that no crash makes an older generation look like the present one.
    """
    wipe_older(path)
    path.unlink(missing_ok=True)

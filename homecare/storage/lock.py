"""One writer at a time on a data folder, in this process and every other."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from homecare.sentences import N_
from homecare.storage.errors import BusyError

Lock = Callable[[], AbstractContextManager[object]]
"""Makes the context manager held while the folder is changed; it may be entered again while held."""

LOCK_FILE = ".lock"
SOFT_LOCK_FILE = ".lock-soft"
LONGEST_CHANGE_S = 60.0
"""No change holds the lock that long, on the slowest drive."""
_NO_LOCKS = {errno.ENOSYS, errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL}
PATIENCE_S = 10.0
_POLL_S = 0.002


def no_lock() -> AbstractContextManager[None]:
    """No lock, where nothing else can write: in the browser, the tab itself holds one."""
    return nullcontext()


def file_lock(folder: Path, *, patience_s: float = PATIENCE_S) -> Lock:
    """A lock between processes by a file in `folder`, freed by the system when its holder dies.

    Where the system has no such locks (many network drives), a second file stands for one: it is left behind
    by a crash, and taken away by the next process. Entering raises BusyError after `patience_s` seconds, and
    OSError where the lock file cannot be made.
    """
    made: list[AbstractContextManager[object]] = []

    @contextmanager
    def held() -> Iterator[None]:
        from filelock import FileLock, Timeout  # noqa: PLC0415 - slow to import, absent in the browser

        if not made:
            native = FileLock(
                folder / LOCK_FILE,
                timeout=patience_s,
                mode=0o600,
                poll_interval=_POLL_S,
                fallback_to_soft=False,  # its own way would take an old, empty lock file for a holder
            )
            made.append(native)
        try:
            try:
                made[0].__enter__()
            except (OSError, NotImplementedError) as error:
                if isinstance(error, Timeout) or getattr(error, "errno", errno.ENOSYS) not in _NO_LOCKS:
                    raise
                made[0] = _soft_lock(folder, patience_s)
                made[0].__enter__()
        except Timeout as error:
            raise BusyError(
                N_("Another window or command is busy with {path}; nothing was saved. Try again."), folder
            ) from error
        try:
            yield
        finally:
            made[0].__exit__(None, None, None)

    return held


@dataclass(slots=True)
class _SoftLock:
    """A file that is there while the lock is held; one that nobody holds any more is no lock."""

    path: Path
    inner: AbstractContextManager[object]
    depth: int = 0

    def __enter__(self) -> None:
        if not self.depth:
            _remove_left_behind(self.path)
        self.inner.__enter__()
        self.depth += 1

    def __exit__(self, *fault: object) -> None:
        self.depth -= 1
        self.inner.__exit__(None, None, None)


def _soft_lock(folder: Path, patience_s: float) -> AbstractContextManager[object]:
    from filelock import SoftFileLock  # noqa: PLC0415 - slow to import, absent in the browser

    path = folder / SOFT_LOCK_FILE
    return _SoftLock(path, SoftFileLock(path, timeout=patience_s, mode=0o600, poll_interval=_POLL_S))


def _remove_left_behind(path: Path) -> None:
    """Remove a lock file that is older than any change takes; filelock sees to dead holders on this device.

    Its age is told by a new file beside it: the clock of a network drive may differ from ours.
    """
    try:
        now = path.with_name(f"{path.name}.{os.getpid()}")
        if not path.exists():
            return
        now.touch(mode=0o600)
        try:
            old = now.stat().st_mtime - path.stat().st_mtime > LONGEST_CHANGE_S
        finally:
            now.unlink()
        if old:
            path.unlink()
    except FileNotFoundError:  # its holder was done in this moment
        return

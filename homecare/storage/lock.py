"""One writer at a time on a data folder, in this process and every other."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from homecare.storage.errors import BusyError

Lock = Callable[[], AbstractContextManager[object]]
"""Makes the context manager held while the folder is changed; it may be entered again while held."""

LOCK_FILE = ".lock"
PATIENCE_S = 10.0
_POLL_S = 0.002


def no_lock() -> AbstractContextManager[None]:
    """No lock, where nothing else can write: in the browser, the tab itself holds one."""
    return nullcontext()


def file_lock(folder: Path, *, patience_s: float = PATIENCE_S) -> Lock:
    """A lock between processes by a file in `folder`, freed by the system when its holder dies.

    Entering raises BusyError after `patience_s` seconds, and OSError where the lock file cannot be made.
    """
    made: list[AbstractContextManager[object]] = []

    @contextmanager
    def held() -> Iterator[None]:
        from filelock import FileLock, Timeout  # noqa: PLC0415 - slow to import, absent in the browser

        if not made:
            made.append(FileLock(folder / LOCK_FILE, timeout=patience_s, mode=0o600, poll_interval=_POLL_S))
        try:
            made[0].__enter__()
        except Timeout as error:
            raise BusyError(
                f"Another window or command is busy with {folder}; nothing was saved. Try again.", folder
            ) from error
        try:
            yield
        finally:
            made[0].__exit__(None, None, None)

    return held

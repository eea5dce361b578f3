"""Saving works on every drive, and nobody is told that somebody else is busy when nobody is."""

import errno
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from homecare.storage.errors import BusyError, UnwritableError
from homecare.storage.folder import DataFolder
from homecare.storage.lock import LONGEST_CHANGE_S, SOFT_LOCK_FILE, file_lock
from homecare.storage.store import Store
from tests.storage.examples import moment, rated

if sys.platform == "win32":
    pytest.skip("Windows has its own locks", allow_module_level=True)
import fcntl

REFUSALS = (errno.ENOSYS, errno.ENOLCK, errno.ENOTSUP, errno.EINVAL)


@pytest.fixture(params=REFUSALS, ids=lambda number: errno.errorcode[number])
def no_locks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A drive whose files cannot be locked, as many network drives are."""

    def refuse(*_asked: object) -> None:
        raise OSError(request.param, os.strerror(request.param))

    monkeypatch.setattr(fcntl, "flock", refuse)


@pytest.mark.usefixtures("no_locks")
def test_saving_works_where_files_cannot_be_locked(tmp_path: Path) -> None:
    (tmp_path / ".lock").touch()  # left from a time when they could

    for day in (1, 2):
        Store.open(tmp_path).add_entry(rated(day, moment(day)))

    assert len(Store.open(tmp_path).all_entries()) == 2
    assert not (tmp_path / SOFT_LOCK_FILE).exists()


@pytest.mark.usefixtures("no_locks")
def test_a_lock_that_a_dead_process_left_keeps_nobody_out(tmp_path: Path) -> None:
    Store.open(tmp_path).add_entry(rated(1, moment(1)))
    holder = (
        "import os; from filelock import SoftFileLock;"
        f"lock = SoftFileLock({str(tmp_path / SOFT_LOCK_FILE)!r}); lock.acquire(); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", holder], check=False)
    assert (tmp_path / SOFT_LOCK_FILE).exists()

    Store.open(tmp_path).add_entry(rated(2, moment(2)))

    assert len(Store.open(tmp_path).all_entries()) == 2


@pytest.mark.usefixtures("no_locks")
@pytest.mark.parametrize("content", ["", "12\nanother-computer\n", "?"])
def test_a_lock_older_than_any_change_keeps_nobody_out(tmp_path: Path, content: str) -> None:
    Store.open(tmp_path).add_entry(rated(1, moment(1)))
    left = tmp_path / SOFT_LOCK_FILE
    left.write_text(content)
    long_ago = time.time() - LONGEST_CHANGE_S - 60
    os.utime(left, (long_ago, long_ago))

    Store.open(tmp_path).add_entry(rated(2, moment(2)))

    assert len(Store.open(tmp_path).all_entries()) == 2


@pytest.mark.usefixtures("no_locks")
def test_two_writers_still_take_turns(tmp_path: Path) -> None:
    first, second = (DataFolder(tmp_path, lock=file_lock(tmp_path, patience_s=0.05)) for _one in range(2))

    with first.locked(), first.locked(), pytest.raises(BusyError), second.locked():
        pass
    with second.locked():
        pass


def test_a_drive_that_cannot_be_written_says_so_and_not_that_somebody_is_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_asked: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    store = Store.open(tmp_path)
    monkeypatch.setattr(fcntl, "flock", refuse)

    with pytest.raises(UnwritableError, match="cannot be used"):
        store.add_entry(rated(1, moment(1)))

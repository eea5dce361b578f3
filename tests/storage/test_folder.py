"""The folder itself: who may look into it, who may write, and which version wrote it."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from homecare.storage.errors import BusyError, LaterVersionError, StorageError, UnwritableError
from homecare.storage.lock import file_lock
from homecare.storage.migrations import CURRENT, Schema
from homecare.storage.store import Store
from tests.storage.examples import moment, rated


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_only_its_owner_may_look_into_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "homecare"
    before = os.umask(0)
    try:
        Store.open(folder).add_entry(rated(6, moment(22)))
    finally:
        os.umask(before)

    assert mode(folder) == mode(folder / "diary") == 0o700
    assert {mode(path) for path in folder.rglob("*") if path.is_file()} == {0o600}


def test_a_folder_of_a_later_version_is_refused_and_untouched(folder: Path) -> None:
    later = Store.open(folder, schema=Schema(version=CURRENT.version + 1, steps={CURRENT.version: dict}))
    later.add_entry(rated(6, moment(22)))
    before = contents(folder)

    with pytest.raises(LaterVersionError, match="later version of homecare") as refused:
        Store.open(folder)

    assert "\n" not in str(refused.value)
    assert contents(folder) == before


def test_a_folder_that_a_later_version_takes_over_is_no_longer_written(store: Store, folder: Path) -> None:
    store.add_entry(rated(6, moment(22)))
    Store.open(folder, schema=Schema(version=CURRENT.version + 1, steps={CURRENT.version: dict})).add_entry(
        rated(5, moment(21))
    )
    before = contents(folder)

    with pytest.raises(LaterVersionError):
        store.add_entry(rated(4, moment(1, month=12)))

    assert contents(folder) == before


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "diary"
    path.write_text("a letter")

    with pytest.raises(UnwritableError, match="is a file"):
        Store.open(path)

    assert path.read_text() == "a letter"


def test_a_folder_that_cannot_be_made_is_named_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(UnwritableError) as refused:
        Store.open(tmp_path / "file" / "homecare")

    assert str(tmp_path / "file" / "homecare") in str(refused.value)


def test_the_settings_of_another_program_are_not_taken_over(folder: Path) -> None:
    folder.mkdir()
    (folder / "settings.json").write_text('{"editor.fontSize": 14}')

    with pytest.raises(UnwritableError, match="belongs to something else"):
        Store.open(folder)

    assert contents(folder) == {"settings.json": b'{"editor.fontSize": 14}'}


def test_a_folder_that_lost_its_version_file_still_opens(store: Store, folder: Path) -> None:
    store.add_entry(rated(6, moment(22)))
    (folder / "homecare.json").unlink()

    again = Store.open(folder)
    again.add_entry(rated(5, moment(23)))

    assert [entry.pain_now for entry in Store.open(folder).all_entries()] == [6, 5]


def test_a_folder_that_may_not_be_written_can_be_read_and_says_why_it_cannot_save(
    store: Store, folder: Path, tmp_path: Path
) -> None:
    store.add_entry(rated(6, moment(22)))
    sealed = tmp_path / "sealed"
    sealed.mkdir()
    mounted = subprocess.run(["mount", "--bind", folder, sealed], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("this system does not let the test mount a read-only folder")
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", sealed], capture_output=True, check=True)
        read_only = Store.open(sealed)

        with pytest.raises(UnwritableError, match=r"nothing was saved\.$"):
            read_only.add_entry(rated(5, moment(23)))

        assert [entry.pain_now for entry in read_only.all_entries()] == [6]
    finally:
        subprocess.run(["umount", sealed], check=True)


HOLD = """
import sys
from pathlib import Path
from homecare.storage.lock import file_lock
with file_lock(Path(sys.argv[1]))():
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_folder_that_another_command_keeps_locked_is_reported_as_busy(store: Store, folder: Path) -> None:
    store.add_entry(rated(6, moment(22)))
    impatient = Store.open(folder, lock=file_lock(folder, patience_s=0.05))
    words = [sys.executable, "-c", HOLD, str(folder)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        holder.stdout.readline()

        with pytest.raises(BusyError, match="Try again"):
            impatient.add_entry(rated(5, moment(23)))
        assert [entry.pain_now for entry in impatient.all_entries()] == [6]

        holder.kill()
    impatient.add_entry(rated(5, moment(23)))
    assert len(store.all_entries()) == 2


def test_every_error_has_a_code_to_word_it_by() -> None:
    codes = [kind.code for kind in StorageError.__subclasses__()]

    assert len(set(codes)) == len(codes)

"""On a full disk nothing stored changes, and one sentence says so."""

import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from homecare.domain.records.settings import Settings
from homecare.storage.errors import DiskFullError
from homecare.storage.store import Store
from tests.storage.examples import moment, rated

LONG = "x" * 3000


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system with room for 256 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)]
    mounted = subprocess.run(words, capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("this system does not let the test mount a small disk")
    yield disk
    subprocess.run(["umount", disk], check=True)


def filled(store: Store) -> int:
    """Fill the disk with entries; how many were saved."""
    for number in range(500):
        try:
            store.add_entry(rated(number % 11, moment(1 + number % 28), note=LONG, id_=str(number)))
        except DiskFullError as error:
            assert str(error).startswith("There is no room left in ")
            assert "\n" not in str(error)
            return number
    raise AssertionError("the disk did not fill up")


def test_a_full_disk_refuses_the_entry_and_keeps_all_the_others(small_disk: Path) -> None:
    store = Store.open(small_disk / "homecare")
    saved = filled(store)

    assert len(store.all_entries()) == saved
    again = Store.open(small_disk / "homecare")
    assert {entry.id for entry in again.all_entries()} == {str(number) for number in range(saved)}
    assert again.recovered == []
    assert not list(small_disk.rglob("*.draft"))


def test_with_room_again_the_next_entry_is_saved(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(100_000))
    store = Store.open(small_disk / "homecare")
    saved = filled(store)

    ballast.unlink()
    store.add_entry(rated(3, moment(22), id_="after"))

    assert len(Store.open(small_disk / "homecare").all_entries()) == saved + 1


def test_a_restore_that_does_not_fit_changes_nothing(small_disk: Path) -> None:
    store = Store.open(small_disk / "homecare")
    kept = rated(6, moment(22))
    store.add_entry(kept)
    years = [rated(1, moment(1, month=month), note=LONG) for month in range(1, 13) for _ in range(10)]

    with pytest.raises(DiskFullError):
        store.apply([*years, Settings(theme="dark")], replacing=True)

    assert store.all_entries() == Store.open(small_disk / "homecare").all_entries() == [kept]
    assert store.settings() == Settings()
    assert not list(small_disk.rglob("*.draft"))


def test_a_full_disk_can_still_be_erased(small_disk: Path) -> None:
    store = Store.open(small_disk / "homecare")
    filled(store)
    with suppress(OSError):
        (small_disk / "ballast").write_bytes(bytes(300_000))

    store.erase_everything()

    assert store.is_empty()
    store.add_entry(rated(3, moment(22)))
    assert len(store.all_entries()) == 1

"""A save keeps the generations before it, whatever the file system can do."""

import os
from contextlib import suppress
from pathlib import Path

import pytest

from homecare.storage import generations
from homecare.storage.envelope import decode
from homecare.storage.store import Store
from tests.storage.cut_short import Died, cut_at
from tests.storage.examples import moment, rated

MONTH = "diary/2026-11.json"


@pytest.fixture(params=["links", "no links"])
def links(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both kinds of file system: with hard links, and (browser, Android, FAT) without."""
    if request.param == "no links":
        monkeypatch.delattr(os, "link")


def generation(path: Path) -> int:
    return decode(path.read_bytes()).generation


@pytest.mark.usefixtures("links")
def test_the_two_generations_before_are_kept(store: Store, folder: Path) -> None:
    for day in range(1, 6):
        store.add_entry(rated(day, moment(day)))

    path = folder / MONTH
    older = [generations.previous_of(path), generations.earlier_of(path)]
    assert [generation(file) for file in (path, *older)] == [5, 4, 3]
    assert not generations.draft_of(path).exists()


@pytest.mark.usefixtures("links")
def test_with_the_last_two_generations_damaged_the_one_before_is_used(store: Store, folder: Path) -> None:
    for day in range(1, 6):
        store.add_entry(rated(day, moment(day)))
    (folder / MONTH).write_bytes(b"")
    generations.previous_of(folder / MONTH).write_bytes(b"")

    again = Store.open(folder)

    assert [entry.pain_now for entry in again.all_entries()] == [1, 2, 3]
    assert again.recovered[0].records == 3


@pytest.mark.usefixtures("links")
def test_saves_cut_one_after_the_other_never_touch_what_is_saved(store: Store, folder: Path) -> None:
    saved = [1]
    store.add_entry(rated(1, moment(1)))
    for step in (step for step in range(25) for _ in range(2)):
        cut = Store.open(folder)
        with cut_at(step, Died(), for_good=True), suppress(Died):
            cut.add_entry(rated(9, moment(20)))
        found = [entry.pain_now for entry in Store.open(folder).all_entries()]
        assert found in (saved, [*saved, 9])
        saved = [pain for pain in found if pain is not None]
    assert Store.open(folder).recovered == []


def test_a_draft_with_a_second_name_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"saved")
    os.link(path, generations.draft_of(path))

    generations.write_draft(path, b"new")

    assert path.read_bytes() == b"saved"
    assert generations.draft_of(path).read_bytes() == b"new"


def test_a_shorter_generation_leaves_nothing_of_the_longer_one(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    for content in (b"long " * 100, b"long " * 90, b"long " * 80, b"short"):
        generations.recycle(path)
        generations.write_draft(path, content)
        generations.promote([path])

    assert path.read_bytes() == b"short"

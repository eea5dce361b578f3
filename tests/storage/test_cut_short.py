"""At whatever step of a save the process ends, the diary opens with everything reported as saved."""

import errno
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from homecare.domain.records.settings import Settings
from homecare.storage.errors import StorageError
from homecare.storage.store import Store
from tests.storage.cut_short import Died, cut_at
from tests.storage.examples import moment, rated, trained

MOST_STEPS = 80
OLD = [rated(1, moment(1), id_="a"), rated(2, moment(2, month=10), id_="b")]
NEW = rated(3, moment(3), id_="c")
MOVED = replace(OLD[0], at=moment(5, month=9))
SESSION = trained(moment(3))

Act = Callable[[Store], object]
ACTS: dict[str, tuple[Act, list[object]]] = {
    "add": (lambda store: store.add_entry(NEW), [OLD[1], OLD[0], NEW]),
    "add to a new month": (
        lambda store: store.add_entry(replace(NEW, at=moment(3, month=12))),
        [OLD[1], OLD[0], replace(NEW, at=moment(3, month=12))],
    ),
    "remove": (lambda store: store.remove_entry("a"), [OLD[1]]),
    "move to another month": (lambda store: store.replace_entry(MOVED), [MOVED, OLD[1]]),
    "restore": (lambda store: store.apply([NEW, Settings(theme="dark")], replacing=True), [NEW]),
    "merge": (lambda store: store.apply([MOVED, NEW]), [MOVED, OLD[1], NEW]),
    "erase": (lambda store: store.erase_everything(), []),
}


def prepared(folder: Path) -> Store:
    store = Store.open(folder)
    for entry in OLD:
        store.add_entry(entry)
    store.add_entry(rated(9, moment(1), id_="passing"))
    store.remove_entry("passing")
    return store


def as_found(folder: Path) -> tuple[list[object], bool]:
    store = Store.open(folder)
    found: list[object] = list(store.all_entries())
    dark = store.settings().theme == "dark"
    assert store.recovered == []
    return found, dark


@pytest.mark.parametrize("name", ACTS)
def test_killed_at_any_step_the_folder_holds_all_of_a_change_or_none(tmp_path: Path, name: str) -> None:
    act, after = ACTS[name]
    before = list(reversed(OLD))
    outcomes = set()
    for step in range(MOST_STEPS):
        folder = tmp_path / str(step)
        store = prepared(folder)
        with cut_at(step, Died(), for_good=True) as taken:
            try:
                act(store)
                finished = True
            except Died:
                finished = False
        found, dark = as_found(folder)
        assert found in ([after] if finished else [before, after]), f"step {step}: {taken[step:]}"
        assert dark == (name == "restore" and found == after)
        outcomes.add((finished, found == after))
        if finished:
            break
    assert (True, True) in outcomes
    assert (False, False) in outcomes


@pytest.mark.parametrize("name", [name for name in ACTS if name != "erase"])
@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EIO], ids=["disk full", "broken disk"])
def test_an_error_at_any_step_changes_nothing_and_is_one_sentence(
    tmp_path: Path, name: str, fault: int
) -> None:
    act, after = ACTS[name]
    for step in range(MOST_STEPS):
        folder = tmp_path / str(step)
        store = prepared(folder)
        failed = ""
        with cut_at(step, OSError(fault, "as tested"), for_good=False) as taken:
            try:
                act(store)
            except StorageError as error:
                failed = str(error)
        found, _ = as_found(folder)
        assert found == (list(reversed(OLD)) if failed else after), step
        assert list(store.all_entries()) == found
        assert "\n" not in failed
        assert not failed or "nothing was saved" in failed
        if len(taken) <= step:
            break


def test_a_cut_recovery_can_be_repeated(tmp_path: Path) -> None:
    for step in range(MOST_STEPS):
        folder = tmp_path / str(step)
        prepared(folder)
        (folder / "diary/2026-11.json").write_bytes(b"ruined")
        with cut_at(step, Died(), for_good=True) as taken, suppress(Died):
            Store.open(folder).all_entries()
        again = Store.open(folder)
        assert [entry.id for entry in again.all_entries()] in (["b", "a"], ["b", "a", "passing"])
        if len(taken) <= step:
            break

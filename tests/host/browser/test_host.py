"""A save names every file that it changes, so that the browser keeps it, and no other file."""

from pathlib import Path

import pytest

from homecare.host.browser.host import NOT_KEPT, Touched
from homecare.storage.store import Store
from tests.storage.examples import moment, rated, trained


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith(NOT_KEPT)
    }


def named(touched: Touched) -> set[str]:
    return {name for name in touched.take() if not name.endswith(NOT_KEPT)}


@pytest.mark.parametrize("links", [True, False], ids=["with hard links", "without, as in a browser"])
def test_what_each_save_changes_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    if not links:
        monkeypatch.delattr("os.link")
    folder = tmp_path / "homecare"
    touched = Touched(folder)
    store = Store.open(folder)
    entry = rated(3, moment(2))
    acts = [
        lambda: store.add_entry(entry),
        lambda: store.add_session(trained(moment(3)), entry=rated(5, moment(3))),
        lambda: store.add_entry(rated(4, moment(2, month=9))),
        lambda: store.replace_entry(rated(6, moment(4, month=10), id_=entry.id)),
        lambda: store.apply([rated(1, moment(5))], replacing=True),
        store.erase_everything,
    ]
    for act in acts:
        before = content(folder)
        touched.take()
        act()
        after = content(folder)
        changed = {name for name in before | after if before.get(name) != after.get(name)}
        assert changed <= named(touched)


def test_reading_names_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "homecare"
    touched = Touched(folder)
    store = Store.open(folder)
    store.add_entry(rated(3, moment(2)))
    touched.take()
    Store.open(folder).all_entries()
    store.revision()

    assert named(touched) == set()

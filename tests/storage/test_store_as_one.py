"""Changes that happen as one: a session with its entry, a restore, erasing."""

from dataclasses import replace
from pathlib import Path

import pytest

from homecare.domain.records.settings import Settings
from homecare.storage.errors import AlreadyStoredError
from homecare.storage.store import Store
from tests.storage.examples import moment, needled, rated, trained


def test_a_session_and_its_entry_are_saved_together(store: Store) -> None:
    entry = rated(6, moment(2))
    store.add_entry(entry)

    with pytest.raises(AlreadyStoredError):
        store.add_session(trained(moment(2)), entry=entry)

    assert store.all_sessions() == []


def test_restoring_replaces_everything_or_merges_by_id(store: Store) -> None:
    old, kept = rated(1, moment(1)), rated(2, moment(2, month=3))
    store.apply([old, kept, trained(moment(1)), Settings(theme="dark")], patient={"name": "Ada"})
    moved = replace(kept, at=moment(3, month=4))

    store.apply([moved, needled(moment(4))])
    assert store.all_entries() == [moved, old]
    assert len(store.all_sessions()) == len(store.needlings()) == 1

    store.apply([kept], replacing=True)
    assert store.all_entries() == [kept]
    assert (store.all_sessions(), store.needlings(), store.settings(), store.patient()) == (
        [],
        [],
        Settings(),
        {},
    )


def test_erasing_leaves_nothing_that_was_recorded(store: Store, folder: Path) -> None:
    for pain in (1, 2, 3):
        store.add_entry(rated(pain, moment(pain), note="private"))
    store.save_patient({"name": "private"})

    store.erase_everything()

    assert store.is_empty()
    left = [path for path in folder.rglob("*") if path.is_file()]
    assert not any(b"private" in path.read_bytes() for path in left)
    store.add_entry(rated(4, moment(4)))
    assert len(Store.open(folder).all_entries()) == 1


def test_a_file_of_someone_else_is_never_erased(store: Store, folder: Path) -> None:
    letter = folder / "letter.json"
    letter.write_text("{}")

    store.erase_everything()

    assert letter.read_text() == "{}"

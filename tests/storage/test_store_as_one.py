"""Changes that happen as one: a session with its entry, a restore, erasing."""

from dataclasses import replace
from pathlib import Path

import pytest

from homecare.domain.records.settings import Settings
from homecare.storage.errors import AlreadyStoredError, NoSuchRecordError
from homecare.storage.store import Store
from tests.storage.examples import moment, needled, rated, trained


def test_a_session_and_its_entry_are_saved_together(store: Store) -> None:
    entry = rated(6, moment(2))
    store.add_entry(entry)

    with pytest.raises(AlreadyStoredError):
        store.add_session(trained(moment(2)), entry=entry)

    assert store.all_sessions() == []


def test_a_finished_session_is_no_longer_under_way(store: Store) -> None:
    store.save_progress({"session": "s"})
    store.add_session(trained(moment(2)), entry=rated(6, moment(2)), was_under_way=True)

    assert (len(store.all_sessions()), len(store.all_entries()), store.progress()) == (1, 1, None)


def test_a_session_is_corrected_and_removed_together_with_its_entry(store: Store) -> None:
    session, entry = trained(moment(2)), rated(6, moment(2))
    store.add_session(session, entry=entry)

    lower = replace(entry, pain_exercise=3)
    store.replace_session(replace(session, pain_exercise=3), entry=lower)
    assert (store.all_sessions()[0].pain_exercise, store.all_entries()) == (3, [lower])

    store.replace_session(replace(session, pain_exercise=None), without=[lower])
    assert store.all_entries() == []

    store.replace_session(session, entry=entry)
    store.remove_session(session, entries=[entry])
    assert store.is_empty()


def test_a_session_stays_where_its_entry_is_gone_already(store: Store) -> None:
    session = trained(moment(2))
    store.add_session(session)

    with pytest.raises(NoSuchRecordError):
        store.remove_session(session, entries=[rated(6, moment(2))])

    assert store.all_sessions() == [session]


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

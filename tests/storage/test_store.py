"""Whatever was saved is there for everyone who reads the folder."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from homecare.domain.records.diary import DiaryEntry, corrected
from homecare.domain.records.settings import Settings
from homecare.storage.errors import AlreadyStoredError, NoSuchRecordError
from homecare.storage.lock import no_lock
from homecare.storage.store import Store
from tests.storage.examples import moment, needled, rated, started, trained

EVER = (date(1, 1, 1), date(9999, 12, 31))


def test_an_entry_is_there_after_the_app_is_opened_again(store: Store, folder: Path) -> None:
    entry = rated(6, moment(22), note="stairs hurt")

    store.add_entry(entry)

    assert Store.open(folder).all_entries() == [entry]


def test_every_kind_of_record_is_there_after_the_app_is_opened_again(store: Store, folder: Path) -> None:
    session, needling, event = trained(moment(21)), needled(moment(20)), started(moment(19))
    store.add_session(session)
    store.save_needling(needling)
    store.add_plan_events(event)
    store.save_settings(Settings(theme="dark"))
    store.save_patient({"name": "Ada"})
    store.save_progress({"session": "s", "steps": [1, 2]})

    again = Store.open(folder)

    assert again.all_sessions() == [session]
    assert again.needlings() == [needling]
    assert again.plan_events() == [event]
    assert again.settings() == Settings(theme="dark")
    assert again.patient() == {"name": "Ada"}
    assert again.progress() == {"session": "s", "steps": [1, 2]}


def test_a_fresh_folder_is_empty_and_has_the_default_settings(store: Store) -> None:
    assert store.is_empty()
    assert store.settings() == Settings()
    assert store.patient() == {}
    assert store.progress() is None
    assert store.records(*EVER).entries == ()


@pytest.mark.parametrize("kind", ["entry", "session", "needling", "plan"])
def test_a_folder_with_any_record_is_not_empty(store: Store, kind: str) -> None:
    match kind:
        case "entry":
            store.add_entry(rated(1, moment(1)))
        case "session":
            store.add_session(trained(moment(1)))
        case "needling":
            store.save_needling(needled(moment(1)))
        case _:
            store.add_plan_events(started(moment(1)))

    assert not store.is_empty()


def test_a_period_holds_its_first_and_last_diary_day_and_no_other(store: Store) -> None:
    before = rated(1, moment(1, 3))  # 03:00 still belongs to 31 October
    first, last = rated(2, moment(1, 4)), rated(3, moment(30, 23))
    after = rated(4, moment(1, 4, month=12))
    for entry in (after, last, first, before):
        store.add_entry(entry)

    assert store.entries_between(date(2026, 11, 1), date(2026, 11, 30)) == [first, last]
    assert store.all_entries() == [before, first, last, after]


def test_a_time_moved_to_another_month_leaves_one_entry(store: Store, folder: Path) -> None:
    entry = rated(6, moment(2))
    store.add_entry(entry)
    moved = corrected(entry, replace(entry, at=moment(28, month=10)), at=moment(2, 9))

    store.replace_entry(moved)

    assert Store.open(folder).all_entries() == [moved]
    assert store.entries_between(date(2026, 11, 1), date(2026, 11, 30)) == []


def test_an_entry_is_found_by_its_id_with_and_without_its_day(store: Store) -> None:
    entry = rated(6, moment(2))
    store.add_entry(entry)
    store.add_entry(rated(6, moment(2, month=12)))

    assert store.entry(entry.id) == entry
    assert store.entry(entry.id, day=entry.day) == entry
    assert store.entry(entry.id, day=entry.day + timedelta(days=90)) == entry
    assert store.entry("unheard of") is None


def test_a_removed_entry_is_handed_back_so_that_it_can_be_put_back(store: Store) -> None:
    entry = rated(6, moment(2))
    store.add_entry(entry)

    removed = store.remove_entry(entry.id, day=entry.day)

    assert removed == entry
    assert store.all_entries() == []


def test_what_is_not_stored_can_be_neither_edited_nor_removed(store: Store) -> None:
    acts: tuple[Callable[[], object], ...] = (
        lambda: store.replace_entry(rated(1, moment(1))),
        lambda: store.remove_entry("unheard of"),
        lambda: store.remove_session(trained(moment(1))),
    )
    for act in acts:
        with pytest.raises(NoSuchRecordError):
            act()


def test_the_same_entry_is_not_added_twice(store: Store) -> None:
    entry = rated(6, moment(2))
    store.add_entry(entry)

    with pytest.raises(AlreadyStoredError):
        store.add_entry(entry)

    assert store.all_entries() == [entry]


def test_two_windows_on_one_folder_see_and_keep_each_others_saves(store: Store, folder: Path) -> None:
    other = Store.open(folder)
    mine, theirs = rated(1, moment(1)), rated(2, moment(2))

    store.add_entry(mine)
    other.add_entry(theirs)

    assert store.all_entries() == other.all_entries() == [mine, theirs]


def test_the_fingerprint_changes_with_every_save_of_anyone(store: Store, folder: Path) -> None:
    other = Store.open(folder)
    seen = [store.revision()]
    for pain in range(10):
        other.add_entry(rated(pain, moment(1)))
        seen.append(store.revision())
    other.save_settings(Settings(theme="dark"))
    seen.append(store.revision())

    assert len(set(seen)) == len(seen)
    assert store.revision() == seen[-1]


def test_the_store_works_where_the_host_holds_the_lock(folder: Path) -> None:
    store = Store.open(folder, lock=no_lock)
    entry = rated(6, moment(22))

    store.add_entry(entry)

    assert Store.open(folder, lock=no_lock).all_entries() == [entry]
    assert not (folder / ".lock").exists()


def test_ten_years_of_lookups_by_day_open_few_files(store: Store, folder: Path) -> None:
    years = [
        rated(3, moment(15, month=month, year=year)) for year in range(2016, 2026) for month in range(1, 13)
    ]
    store.apply(years)
    for file in sorted((folder / "diary").glob("20[12][0-4]*.json*")):
        file.write_bytes(b"unreadable on purpose: reading it would be noticed")

    again = Store.open(folder)

    assert again.entry(years[-1].id, day=years[-1].day) == years[-1]
    assert len(again.entries_between(date(2025, 11, 1), date(2025, 12, 31))) == 2
    assert again.recovered == []


def test_an_empty_answer_is_never_stored_as_zero(store: Store, folder: Path) -> None:
    store.add_entry(DiaryEntry(id="a", at=moment(1), created_at=moment(1), edited_at=moment(1), pain_worst=0))

    read = Store.open(folder).all_entries()[0]

    assert (read.pain_worst, read.pain_now) == (0, None)

"""What an older version wrote opens in a newer one, and is rewritten only when it is saved."""

from pathlib import Path

import pytest

from homecare.storage.envelope import Tables, decode
from homecare.storage.errors import LaterVersionError
from homecare.storage.migrations import CURRENT, Schema
from homecare.storage.store import Store
from tests.storage.examples import moment, rated


def with_a_full_stop(tables: Tables) -> Tables:
    return {
        name: {key: {**record, "notes": f"{record.get('notes', '')}."} for key, record in table.items()}
        for name, table in tables.items()
    }


NEWER = Schema(version=CURRENT.version + 1, steps={CURRENT.version: with_a_full_stop})
NEWEST = Schema(
    version=CURRENT.version + 2,
    steps={CURRENT.version: with_a_full_stop, CURRENT.version + 1: with_a_full_stop},
)


def test_records_of_an_older_version_are_read_as_the_newer_has_them(store: Store, folder: Path) -> None:
    store.add_entry(rated(6, moment(22), note="sore"))
    before = (folder / "diary/2026-11.json").read_bytes()

    assert Store.open(folder, schema=NEWER).all_entries()[0].notes == "sore."
    assert Store.open(folder, schema=NEWEST).all_entries()[0].notes == "sore.."
    assert (folder / "diary/2026-11.json").read_bytes() == before


def test_a_save_by_the_newer_version_brings_the_file_up_to_date_once(store: Store, folder: Path) -> None:
    store.add_entry(rated(6, moment(22), note="sore"))
    store.add_entry(rated(6, moment(22, month=10), note="sore"))

    Store.open(folder, schema=NEWER).add_entry(rated(1, moment(23), note="new"))

    again = Store.open(folder, schema=NEWER)
    assert [entry.notes for entry in again.all_entries()] == ["sore.", "sore.", "new"]
    versions = [decode((folder / f"diary/2026-{month}.json").read_bytes()).schema for month in (10, 11)]
    assert versions == [CURRENT.version, NEWER.version]
    with pytest.raises(LaterVersionError):
        Store.open(folder)


def test_a_step_leaves_what_it_was_given() -> None:
    tables: Tables = {"entries": {"a": {"notes": "sore"}}}

    assert NEWEST.migrated(tables, CURRENT.version) == {"entries": {"a": {"notes": "sore.."}}}
    assert NEWEST.migrated(tables, NEWEST.version) is tables
    assert tables == {"entries": {"a": {"notes": "sore"}}}


def test_a_missing_step_is_named() -> None:
    with pytest.raises(ValueError, match="from version 1"):
        Schema(version=3, steps={2: dict}).migrated({}, 1)


def test_every_version_before_this_one_has_a_step() -> None:
    assert sorted(CURRENT.steps) == list(range(1, CURRENT.version))

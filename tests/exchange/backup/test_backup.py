"""The JSON backup is complete, the same each time, and as its schema says."""

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

import homecare.exchange.backup
from homecare.documents import PLAN_KINDS
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.needling import Needling
from homecare.domain.records.plan import AskedFirst, QuestionnaireAnswered
from homecare.domain.records.session import Session
from homecare.domain.records.settings import Settings
from homecare.exchange.backup.backup import KEYS, VERSION, Backup, export, read
from homecare.exchange.reading.intake import IntakeError
from tests.exchange.whole import HOSTILE, entry, every_event, history, whole
from tests.test_documents import ENTRIES

SCHEMA = json.loads((Path(homecare.exchange.backup.__file__).parent / "backup.schema.json").read_text())
SAMPLES = sorted((Path(__file__).parent / "samples").glob("backup-*.json"))


def schema_faults(data: bytes) -> list[str]:
    return [fault.json_path for fault in Draft202012Validator(SCHEMA).iter_errors(json.loads(data))]


@pytest.mark.parametrize("backup", [whole(), history(60)], ids=["every field", "sixty days"])
def test_a_backup_read_back_holds_every_record_and_gives_the_same_bytes(backup: Backup) -> None:
    data = export(backup)

    again = read(data)

    assert again == backup
    assert export(again) == data


def test_a_backup_has_the_keys_that_others_rely_on() -> None:
    made = json.loads(export(whole()))

    assert tuple(made) == KEYS
    assert (made["format"], made["version"]) == ("homecare", VERSION)
    assert made["exported_at"] == "2026-11-22T18:30:00+00:00"
    for record in (*made["entries"], *made["sessions"], *made["needlings"], *made["plan"]["events"]):
        assert {"id", "created_at", "edited_at"} <= record.keys()


@pytest.mark.parametrize("backup", [whole(), history(60)], ids=["every field", "sixty days"])
def test_a_backup_is_as_its_schema_says(backup: Backup) -> None:
    assert schema_faults(export(backup)) == []


def test_the_schema_names_every_field_of_every_record() -> None:
    kinds: Mapping[str, Any] = {
        "entry": DiaryEntry,
        "session": Session,
        "needling": Needling,
        "settings": Settings,
        **PLAN_KINDS,
    }
    for name, kind in kinds.items():
        told = set(SCHEMA["$defs"][name]["properties"]) - {"kind"}
        assert told == {field.name for field in fields(kind)}, name


@given(ENTRIES)
def test_every_entry_comes_back_from_a_backup_as_it_was(entry: DiaryEntry) -> None:
    backup = replace(whole(), records=replace(whole().records, entries=(entry,)))

    assert read(export(backup)).records.entries == (entry,)


def test_a_note_with_half_a_character_comes_back_as_it_was() -> None:
    backup = replace(whole(), records=replace(whole().records, entries=(entry(1, notes="\udcff raw"),)))

    assert read(export(backup)) == backup


def test_the_order_of_records_in_memory_does_not_show() -> None:
    records = history(60).records
    turned = replace(records, entries=records.entries[::-1], sessions=records.sessions[::-1])

    assert export(replace(history(60), records=turned)) == export(history(60))


def test_decisions_of_one_instant_keep_their_order() -> None:
    kinds = [load["kind"] for load in json.loads(export(whole()))["plan"]["events"]]

    assert kinds[:3] == ["screened", "condition-started", "red-flag-cleared"]
    assert read(export(whole())).records.plan == whole().records.plan


def test_notes_are_readable_in_the_file() -> None:
    assert HOSTILE.split()[-1] in export(whole()).decode()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_backup_of_every_released_version_is_still_read(path: Path) -> None:
    found = read(path.read_bytes())

    assert len(found.records.entries) == 3
    assert found.records.entries[0].notes == "=1+1"
    assert found.records.entries[0].replaced[0]["pain_now"] == 0
    later = [event.id for event in every_event() if isinstance(event, AskedFirst | QuestionnaireAnswered)]
    assert [event.id for event in found.records.plan if event.id not in later] == [
        event.id for event in every_event() if event.id not in later
    ]
    assert found.records.settings.clinic_phone == "+44 20 7946 0000"
    assert found.patient == {"name": "Ada", "clinic_id": "A 17"}


def test_there_is_a_backup_of_this_version() -> None:
    assert "backup-0.1.0" in [path.stem for path in SAMPLES]


def test_a_later_version_says_to_update() -> None:
    later = export(whole()).replace(f'"version": {VERSION}'.encode(), f'"version": {VERSION + 1}'.encode())

    with pytest.raises(IntakeError, match="update homecare"):
        read(later)

"""`homecare export` and `homecare restore` as scripts and clinics rely on them."""

import csv
import io
import json
import os
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pypdf
import pytest
from icalendar import Calendar

from homecare.exchange.backup.backup import VERSION, export
from homecare.storage.store import Store
from tests.commands.in_process import homecare_bytes
from tests.exchange.whole import history, whole


def homecare(*words: str, data: Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return homecare_bytes(*words, "--data", str(data), given=given)


def restored(data: Path, backup: bytes, *words: str) -> subprocess.CompletedProcess[bytes]:
    return homecare("restore", "-", *words, data=data, given=backup)


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def without_time(made: bytes) -> dict[str, object]:
    found: dict[str, object] = json.loads(made)
    assert found.pop("exported_at")
    return found


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    folder = tmp_path / "filled"
    restored(folder, export(history(60)))
    return folder


def test_a_backup_restored_into_an_empty_folder_is_exported_the_same(tmp_path: Path) -> None:
    records = whole().records
    count = sum(map(len, (records.entries, records.sessions, records.needlings, records.plan)))
    data = export(whole())
    done = restored(tmp_path / "new", data)
    again = homecare("export", "--format", "json", data=tmp_path / "new")

    said = f"{count} records added, 0 changed, 0 left as they were\n".encode()
    assert (done.returncode, done.stdout) == (0, said)
    made = json.loads(again.stdout)["exported_at"]
    assert again.stdout.replace(made.encode(), b"2026-11-22T18:30:00+00:00") == data


def test_restoring_twice_adds_nothing(filled: Path) -> None:
    before = homecare("export", "--format", "json", data=filled).stdout
    done = restored(filled, export(history(60)))

    assert done.stdout.startswith(b"0 records added, 0 changed")
    assert without_time(homecare("export", "--format", "json", data=filled).stdout) == without_time(before)


def test_merging_keeps_what_is_there_and_replacing_does_not(filled: Path) -> None:
    count = len(history(60).records.entries)
    restored(filled, export(whole()))
    assert len(Store.open(filled).all_entries()) == count + 3

    done = restored(filled, export(whole()), "--replace")

    assert b"removed" in done.stdout
    assert [entry.id for entry in Store.open(filled).all_entries()] == [
        entry.id for entry in whole().records.entries
    ]
    assert Store.open(filled).patient() == {"name": "Ada", "clinic_id": "A 17"}


BAD: dict[str, bytes] = {
    "an empty file": b"",
    "half a backup": export(whole())[:900],
    "another program's file": b'{"resourceType": "Bundle"}',
    "a later version": export(whole()).replace(f'"version": {VERSION}'.encode(), b'"version": 99'),
    "a pain of eleven": export(whole()).replace(b'"pain_worst": 10', b'"pain_worst": 11'),
    "half a sealed backup": b"HOMECARE\x01\x00\x09",
}


@pytest.mark.parametrize("backup", BAD.values(), ids=BAD.keys())
@pytest.mark.parametrize("words", [(), ("--replace",)], ids=["merging", "replacing"])
def test_a_file_that_is_no_backup_is_refused_in_one_line_and_changes_nothing(
    backup: bytes, words: tuple[str, ...], tmp_path: Path
) -> None:
    homecare("log", "--pain", "2", data=tmp_path)
    before = contents(tmp_path)

    done = restored(tmp_path, backup, *words)

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"homecare: ")
    assert done.stderr.count(b"\n") == 1
    assert contents(tmp_path) == before


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = homecare("restore", "nowhere.json", data=tmp_path)

    assert done.returncode == 2
    assert b"nowhere.json" in done.stderr


def test_both_days_of_a_period_are_in_it_and_the_plan_stays_whole(filled: Path) -> None:
    words = ("--from", "2026-11-10", "--to", "2026-11-12")
    whole_period = json.loads(homecare("export", "--format", "json", *words, data=filled).stdout)
    table = homecare("export", "--format", "csv", *words, data=filled).stdout.decode("utf-8-sig")
    expected = [
        entry.id
        for entry in history(60).records.entries
        if date(2026, 11, 10) <= entry.day <= date(2026, 11, 12)
    ]

    assert [entry["id"] for entry in whole_period["entries"]] == expected
    assert [row["id"] for row in csv.DictReader(io.StringIO(table, newline=""))] == expected
    assert len(whole_period["plan"]["events"]) == len(history(60).records.plan)


@pytest.mark.parametrize(
    "words",
    [
        ("--format", "docx"),
        (),
        ("--format", "csv", "--from", "yesterday"),
        ("--format", "csv", "--from", "2026-11-12", "--to", "2026-11-10"),
        ("--format", "csv", "--output", "/nowhere/at/all.csv"),
        ("--format", "csv", "--password-file", "secret"),
    ],
    ids=" ".join,
)
def test_an_export_that_cannot_be_is_answered_in_one_line(words: tuple[str, ...], tmp_path: Path) -> None:
    done = homecare("export", *words, data=tmp_path)

    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)


def test_a_file_is_written_whole_and_for_its_owner_only(filled: Path, tmp_path: Path) -> None:
    output = tmp_path / "backup.json"
    done = homecare("export", "--format", "json", "--output", str(output), data=filled)

    assert (done.returncode, done.stdout) == (0, b"")
    assert without_time(output.read_bytes())["format"] == "homecare"
    if os.name == "posix":
        assert output.stat().st_mode & 0o777 == 0o600


def test_a_backup_under_a_password_needs_it(filled: Path, tmp_path: Path) -> None:
    right, wrong = tmp_path / "right", tmp_path / "wrong"
    right.write_text("left heel, ten steps\n")
    wrong.write_text("right heel, ten steps\n")
    sealed = homecare("export", "--format", "json", "--password-file", str(right), data=filled).stdout
    new = tmp_path / "new"

    assert sealed.startswith(b"HOMECARE")
    assert restored(new, sealed).returncode == 2
    assert b"password is wrong" in restored(new, sealed, "--password-file", str(wrong)).stderr
    assert not Store.open(new).all_entries()
    assert restored(new, sealed, "--password-file", str(right)).returncode == 0
    assert Store.open(new).all_entries() == Store.open(filled).all_entries()


def test_the_hospital_format_holds_no_notes_unless_asked(tmp_path: Path) -> None:
    restored(tmp_path, export(whole()))
    plain = homecare("export", "--format", "fhir", data=tmp_path).stdout
    shared = homecare("export", "--format", "fhir", "--notes", data=tmp_path).stdout

    assert (json.loads(plain)["resourceType"], json.loads(plain)["type"]) == ("Bundle", "collection")
    assert b"only words" not in plain
    assert b"only words" in shared


FORMATS = ["csv", "fhir", "html", "ics", "json", "pdf"]


@pytest.mark.parametrize("name", FORMATS)
def test_who_the_patient_is_can_be_left_out_of_any_export(name: str, filled: Path) -> None:
    Store.open(filled).save_patient({"name": "Quux", "birth_date": "1950-05-01", "clinic_id": "C-4711"})

    def words(*more: str) -> str:
        data = homecare("export", "--format", name, *more, data=filled).stdout
        if name != "pdf":
            return data.decode()
        return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)

    said = words("--no-name")
    assert not [mark for mark in ("Quux", "1950-05-01", "C-4711") if mark in said]
    assert ("Quux" in words()) == (name in ("fhir", "html", "json", "pdf"))


@pytest.mark.parametrize("name", FORMATS)
def test_half_a_character_in_a_note_stops_no_export(name: str, tmp_path: Path) -> None:
    assert homecare("log", "--pain", "3", "--note", "half \udcff", data=tmp_path).returncode == 0

    done = homecare("export", "--format", name, "--notes", data=tmp_path)

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout


def test_reminders_are_exported_for_the_phone(filled: Path) -> None:
    done = homecare("export", "--format", "ics", data=filled)
    titles = [str(component["summary"]) for component in Calendar.from_ical(done.stdout).walk("VEVENT")]

    assert "Your diary for today" in titles
    assert "Your morning exercises" in titles


@pytest.mark.parametrize(("name", "begins"), [("pdf", b"%PDF-"), ("html", b"<!doctype html>")])
def test_the_page_for_a_clinician_is_exported(name: str, begins: bytes, filled: Path) -> None:
    done = homecare("export", "--format", name, data=filled)

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.lower().startswith(begins.lower())


def test_the_days_since_the_last_visit_are_exported_once_that_day_is_set(filled: Path) -> None:
    asked = ("export", "--format", "json", "--since-visit")
    assert b"No day of a last visit is set" in homecare(*asked, data=filled).stderr

    Store.open(filled).save_patient({"last_visit": "2026-11-01"})
    assert json.loads(homecare(*asked, data=filled).stdout)["period"]["from"] == "2026-11-01"
    both = homecare(*asked, "--from", "2026-11-02", data=filled)
    assert (both.returncode, both.stdout) == (2, b"")


def test_calendar_files_of_a_folder_keep_their_uids_after_a_restore(tmp_path: Path) -> None:
    data, other = tmp_path / "data", tmp_path / "other"
    assert homecare("log", "--pain", "3", data=data).returncode == 0
    before = homecare("export", "--format", "ics", data=data).stdout
    homecare("demo", "--days", "3", data=other)
    backup = homecare("export", "--format", "json", data=other).stdout
    assert restored(data, backup, "--replace").returncode == 0

    after = homecare("export", "--format", "ics", "--neutral", data=data).stdout

    found: list[Any] = list(Calendar.from_ical(before).walk("VEVENT"))
    (diary,) = found
    later: list[Any] = list(Calendar.from_ical(after).walk("VEVENT"))
    (changed,) = [event for event in later if event["uid"] == diary["uid"]]
    assert changed["sequence"] == diary["sequence"] + 1
    assert changed["summary"] == "Reminder"


def test_a_calendar_file_that_cannot_be_written_is_not_remembered(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert homecare("log", "--pain", "3", data=data).returncode == 0
    before = contents(data)

    refused = homecare("export", "--format", "ics", "--output", str(tmp_path / "none" / "x.ics"), data=data)

    assert refused.returncode == 2
    assert contents(data) == before

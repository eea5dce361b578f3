"""Restore: every change is shown first; then all of it is on disk, or nothing."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from homecare.exchange.backup import backup
from homecare.exchange.backup.backup import Backup
from homecare.handover.records import all_records
from homecare.storage.store import Store
from tests.browser.files import choose_data, saved
from tests.browser.screen import Screen
from tests.browser.setup import Setup
from tests.browser.typed import typed
from tests.serving import Server

MINUTE = timedelta(minutes=1)


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup(demo_days=20)


def kept(served: Server, change: Callable[[Backup], Backup] = lambda export: export) -> bytes:
    """A backup of the folder, with changes."""
    whole = Backup(
        records=all_records(Store.open(served.folder)),
        exported_at=served.clock.now(),
        app_version="0.1.0",
    )
    return backup.export(change(whole))


def choose(screen: Screen, data: bytes, *, name: str = "homecare-backup.json", again: bool = False) -> None:
    choose_data(screen, "Choose another file" if again else "Choose a file", name, data)


def one_more_one_less(whole: Backup) -> Backup:
    """The backup without its oldest entry, with the newest one corrected and a new one added."""
    first, *_between, last = whole.records.entries
    made = replace(last, id=str(uuid4()), notes="from the backup")
    later = replace(last, pain_now=9 if last.pain_now != 9 else 8, edited_at=last.edited_at + MINUTE)
    entries = (*whole.records.entries[1:-1], later, made)
    assert first not in entries
    return replace(whole, records=replace(whole.records, entries=entries))


def test_a_merge_shows_what_it_adds_and_changes_and_removes_nothing(phone: Screen, served: Server) -> None:
    before = Store.open(served.folder).all_entries()
    phone.open("/share", sees="What your report says")
    phone.tap("button", "Restore a backup")
    phone.wait_for("Choose a file that you saved")
    choose(phone, kept(served, one_more_one_less))
    phone.wait_for("What would change")
    phone.wait_for(f"1 to add, 1 to change, {len(before) - 1} stay as they are")
    assert Store.open(served.folder).all_entries() == before

    phone.tap("button", "Bring it back")
    phone.wait_for("Your backup is back")
    phone.wait_for("1 record added, 1 changed")
    after = {entry.id: entry for entry in Store.open(served.folder).all_entries()}
    assert len(after) == len(before) + 1
    assert before[0].id in after
    assert after[before[-1].id].pain_now != before[-1].pain_now


def test_replacing_asks_twice_and_leaves_the_backup_alone(desktop: Screen, served: Server) -> None:
    before = Store.open(served.folder).all_entries()
    data = kept(
        served, lambda backup: replace(backup, records=replace(backup.records, entries=tuple(before[:3])))
    )
    desktop.open("/share/restore", sees="Choose a file that you saved")
    choose(desktop, data)
    desktop.wait_for("What would change")
    desktop.tap("radio", "Replace what is here", exact=False)
    desktop.wait_for(f"{len(before) - 3} to remove")
    desktop.tap("button", "Replace everything")
    desktop.wait_for("Replace everything?")
    desktop.tap("button", "Go on")
    desktop.wait_for("Nothing can bring removed records back. Are you sure?")
    assert Store.open(served.folder).all_entries() == before

    desktop.tap("button", "Replace my records")
    desktop.wait_for("Your backup is back")
    assert Store.open(served.folder).all_entries() == before[:3]


def test_a_backup_with_a_password_opens_with_the_right_one_only(desktop: Screen, served: Server) -> None:
    desktop.open("/share?for=backup", sees="Full backup")
    desktop.tap("checkbox", "Set a password")
    typed(desktop, "Password", "correct horse")
    name, sealed = saved(desktop, "Save the backup")
    desktop.wait_for("Last backup: today.")
    before = kept(served)

    desktop.tap("button", "Restore a backup")
    desktop.wait_for("Choose a file that you saved")
    choose(desktop, sealed, name=name)
    desktop.wait_for("It has a password")
    typed(desktop, "Password of the backup", "wrong horse")
    desktop.tap("button", "Open the backup")
    desktop.wait_for("The password is wrong, or the file was changed")
    typed(desktop, "Password of the backup", "correct horse")
    desktop.tap("button", "Open the backup")
    desktop.wait_for("What would change")
    desktop.wait_for("Everything in the backup is on this device already.")
    assert kept(served) == before


SPOILT: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda data: b"", "The file is cut short or damaged near line"),
    "cut": (lambda data: data[: len(data) // 2], "The file is cut short or damaged near line"),
    "zip": (lambda data: b"PK\x03\x04" + data, "The file is compressed"),
    "cut sealed": (lambda data: b"HOMECARE\x01short", "The backup is cut short"),
    "foreign": (lambda data: b'{"resourceType": "Bundle"}', "This is not a backup made by homecare"),
    "later": (
        lambda data: json.dumps({**json.loads(data), "version": 99}).encode(),
        "a later version of homecare",
    ),
}


def test_each_bad_file_gets_its_one_sentence_and_nothing_changes(phone: Screen, served: Server) -> None:
    before = kept(served)
    phone.open("/share/restore", sees="Choose a file that you saved")
    for place, (kind, (spoil, sentence)) in enumerate(SPOILT.items()):
        choose(phone, spoil(before), again=place > 0)
        if kind == "cut sealed":
            phone.wait_for("It has a password")
            typed(phone, "Password of the backup", "any password")
            phone.tap("button", "Open the backup")
        phone.wait_for(sentence)
        assert not phone.says("What would change"), kind
        assert kept(served) == before, kind

        choose(phone, before, again=True)
        phone.wait_for("What would change")
        assert not phone.says(sentence), kind

"""Restore: nothing changes before it was shown; then all of it is on disk, or nothing."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from homecare.exchange import backup
from homecare.exchange.backup import Backup
from homecare.records_now import all_records
from homecare.storage.store import Store
from tests.browser.screen import Screen
from tests.browser.setup import Setup
from tests.browser.typed import typed
from tests.serving import Server


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup(demo_days=20)


def kept(served: Server, change: Callable[[Backup], Backup] = lambda one: one) -> bytes:
    """A backup of what the folder holds, changed."""
    whole = Backup(
        records=all_records(Store.open(served.folder)),
        exported_at=served.clock.now(),
        app_version="0.1.0",
    )
    return backup.export(change(whole))


def choose(screen: Screen, data: bytes, *, name: str = "homecare-backup.json", again: bool = False) -> None:
    with screen.page.expect_file_chooser() as found:
        screen.tap("button", "Choose another file" if again else "Choose a file")
    found.value.set_files([{"name": name, "mimeType": "application/octet-stream", "buffer": data}])


def one_more_one_less(whole: Backup) -> Backup:
    """Without the oldest entry, with the newest one corrected, and with one that is new."""
    first, *_between, last = whole.records.entries
    made = replace(last, id=str(uuid4()), notes="from the backup")
    later = replace(last, pain_now=9, edited_at=whole.exported_at)
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
    after = {one.id: one for one in Store.open(served.folder).all_entries()}
    assert len(after) == len(before) + 1
    assert before[0].id in after
    assert after[before[-1].id].pain_now == 9


def test_replacing_asks_twice_and_leaves_the_backup_alone(desktop: Screen, served: Server) -> None:
    before = Store.open(served.folder).all_entries()
    data = kept(served, lambda one: replace(one, records=replace(one.records, entries=tuple(before[:3]))))
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


def test_a_backup_with_a_password_opens_with_the_right_one_only(phone: Screen, served: Server) -> None:
    phone.open("/share?for=backup", sees="Full backup")
    phone.tap("checkbox", "Set a password")
    typed(phone, "Password", "correct horse")
    with phone.page.expect_download() as found:
        phone.tap("button", "Save the backup")
    sealed = Path(found.value.path()).read_bytes()
    phone.wait_for("Last backup: today.")
    before = kept(served)

    phone.tap("button", "Restore a backup")
    phone.wait_for("Choose a file that you saved")
    choose(phone, sealed, name="homecare-backup.homecare")
    phone.wait_for("It has a password")
    typed(phone, "Password of the backup", "wrong horse")
    phone.tap("button", "Open the backup")
    phone.wait_for("The password is wrong, or the file was changed")
    typed(phone, "Password of the backup", "correct horse")
    phone.tap("button", "Open the backup")
    phone.wait_for("What would change")
    phone.wait_for("Everything in the backup is on this device already.")
    assert kept(served) == before


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda data: b"", "The file is cut short or not JSON"),
        (lambda data: data[: len(data) // 2], "The file is cut short or not JSON"),
        (lambda data: b"PK\x03\x04" + data, "The file is compressed"),
        (lambda data: b"HOMECARE\x01short", "The backup is cut short"),
        (lambda data: b'{"resourceType": "Bundle"}', "This is not a backup made by homecare"),
        (
            lambda data: json.dumps({**json.loads(data), "version": 99}).encode(),
            "a later version of homecare",
        ),
    ],
    ids=["empty", "cut", "zip", "cut sealed", "foreign", "later"],
)
def test_a_bad_file_gets_its_one_sentence_and_nothing_changes(
    phone: Screen, served: Server, spoil: Callable[[bytes], bytes], sentence: str
) -> None:
    before = kept(served)
    phone.open("/share/restore", sees="Choose a file that you saved")
    choose(phone, spoil(before))
    if spoil(before).startswith(b"HOMECARE"):
        phone.wait_for("It has a password")
        typed(phone, "Password of the backup", "any password")
        phone.tap("button", "Open the backup")
    phone.wait_for(sentence)
    assert not phone.says("What would change")
    assert kept(served) == before

    choose(phone, before, again=True)
    phone.wait_for("What would change")
    assert not phone.says(sentence)

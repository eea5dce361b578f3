"""Share: every file is downloaded and read back with a tool that others would use."""

import asyncio
import csv
import io
import json
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from homecare.exchange.backup import backup, sealed
from homecare.exchange.backup.native_cipher import NativeCipher
from homecare.storage.store import Store
from tests.browser.files import saved
from tests.browser.screen import Screen
from tests.browser.setup import Setup
from tests.browser.typed import typed
from tests.serving import Server

DAY = "2026-03-02"


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup(demo_days=40)


def downloaded(screen: Screen, button: str) -> tuple[str, bytes]:
    """The name and content of the file that a tap on `button` saves; the screen names it too."""
    name, data = saved(screen, button)
    screen.wait_for(f"Saved as {name}")
    return name, data


def unsealed(data: bytes, password: str) -> bytes:
    """The backup inside; in a thread of its own, because Playwright keeps an event loop running here."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, sealed.unseal(data, password, cipher=NativeCipher())).result()


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_report_is_one_page_that_says_what_the_preview_says(desktop: Screen, served: Server) -> None:
    desktop.open("/", sees="Today")
    desktop.tap("button", "Share")
    desktop.wait_for("What your report says")
    desktop.wait_for("Diary days recorded")
    recorded = re.search(r"\d+ / 28", " ".join(desktop.texts()))
    name, data = downloaded(desktop, "Save the report")

    pages = PdfReader(io.BytesIO(data)).pages
    text = " ".join(pages[0].extract_text().split())
    assert name == f"homecare-report-{DAY}.pdf"
    assert len(pages) == 1
    assert recorded is not None and recorded[0] in text


def test_the_spreadsheet_holds_the_period_and_notes_only_when_ticked(phone: Screen, served: Server) -> None:
    store = Store.open(served.folder)
    entries = store.all_entries()
    store.replace_entry(replace(entries[-1], notes="a private word"))
    phone.open("/share", sees="What your report says")
    phone.tap("button", "7 days")
    _name, bare = downloaded(phone, "Save the spreadsheet")
    phone.tap("checkbox", re.compile("Share my notes and medicines"))
    name, whole = downloaded(phone, "Save the spreadsheet")

    first = date.fromisoformat(DAY) - timedelta(days=6)
    wanted = [entry.id for entry in entries if entry.day >= first]
    assert name == f"homecare-diary-{DAY}.csv"
    assert [row["id"] for row in rows(bare)] == [row["id"] for row in rows(whole)] == wanted
    assert "a private word" not in bare.decode()
    assert rows(whole)[-1]["notes"] == "a private word"


def test_the_hospital_file_is_a_bundle_and_the_reminders_a_calendar_with_alarms(desktop: Screen) -> None:
    desktop.open("/share", sees="What your report says")
    name, hospital = downloaded(desktop, "Save for a hospital")
    bundle = json.loads(hospital)
    assert name == f"homecare-hospital-{DAY}.json"
    assert (bundle["resourceType"], bundle["type"]) == ("Bundle", "collection")
    assert b"a private word" not in hospital

    name, exercises = downloaded(desktop, "Save the exercises")
    assert name == f"homecare-exercises-{DAY}.pdf"
    assert exercises.count(b"/S /Figure") >= 2, "with the pictures that the page has"

    name, reminders = downloaded(desktop, "Save the reminders")
    events = Calendar.from_ical(reminders).walk("VEVENT")
    assert name == f"homecare-reminders-{DAY}.ics"
    assert events and all(event.walk("VALARM") for event in events)


def test_a_backup_with_a_password_opens_with_it_alone_and_its_age_is_told(
    phone: Screen, served: Server
) -> None:
    phone.open("/", sees="Today")
    phone.find("button", "Save a backup").dispatch_event("click")
    phone.wait_for("No backup has been saved from this device yet.")
    phone.tap("checkbox", "Set a password")
    typed(phone, "Password", "short")
    phone.tap("button", "Save the backup")
    phone.wait_for("The password must have at least 8 characters; choose a longer one.")
    assert Store.open(served.folder).settings().last_backup_at is None

    typed(phone, "Password", "correct horse")
    name, data = downloaded(phone, "Save the backup")
    phone.wait_for("Last backup: today.")
    store = Store.open(served.folder)
    inside = backup.read(unsealed(data, "correct horse"))
    assert name == f"homecare-backup-{DAY}.homecare"
    assert list(inside.records.entries) == store.all_entries()
    assert store.settings().last_backup_at == served.clock.now()

    phone.open("/", sees="Today")
    assert not phone.has("button", "Save a backup")


def test_days_of_ones_own_choice_are_what_is_saved(phone: Screen, served: Server) -> None:
    phone.open("/share", sees="What your report says")
    phone.tap("button", "Choose other days")
    phone.tap("button", "From 3 Feb 2026 – change")
    phone.page.get_by_role("button", name=re.compile("^20, ")).first.dispatch_event("click")
    phone.tap("button", "OK")
    phone.wait_for("From 20 Feb 2026 – change")
    _name, saved = downloaded(phone, "Save the spreadsheet")

    entries = Store.open(served.folder).all_entries()
    wanted = [entry.id for entry in entries if date(2026, 2, 20) <= entry.day <= date.fromisoformat(DAY)]
    assert [row["id"] for row in rows(saved)] == wanted
    assert 0 < len(wanted) < len(entries)


SHARING = """
  let taps = 0;
  navigator.canShare = ({ files }) => files[0].name.startsWith("homecare-report");
  navigator.share = async ({ files: [file] }) => {
    if ((taps += 1) === 1) throw new DOMException("the tap was too long ago", "NotAllowedError");
    window.shared = [file.name, file.type, (await file.text()).slice(0, 5)];
  };
"""


def test_where_there_is_a_share_sheet_the_report_goes_to_another_app_at_a_second_tap_if_need_be(
    phone: Screen,
) -> None:
    phone.page.add_init_script(SHARING)
    phone.open("/share", sees="What your report says")
    phone.tap("button", "Send with another app")
    phone.wait_for("The file is ready. Please tap the button again to send it.")
    phone.tap("button", "Send with another app")
    phone.wait_for(f"Sent: homecare-report-{DAY}.pdf")

    assert phone.page.evaluate("window.shared") == [
        f"homecare-report-{DAY}.pdf", "application/pdf", "%PDF-",
    ]  # fmt: skip

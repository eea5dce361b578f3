"""What a damaged file took away is said in every export, read back here by other libraries than ours."""

import csv
import io
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from homecare.content.library import Library
from homecare.demo.history import demo_history
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.questionnaire import QuestionnaireAnswered
from homecare.exchange.patient.file import read_patient, summary_of
from homecare.exchange.report.csv_table import COLUMNS
from homecare.exchange.report.review_html import summary_row
from homecare.exchange.report.review_json import summary_object
from homecare.exchange.report.review_pdf import review_pdf
from homecare.handover.formats import FORMATS, Asked
from homecare.storage.store import Store
from homecare.wording.review import summary_lines

LIBRARY = Library()
LAST = date(2026, 3, 28)
HEAD = [*COLUMNS, "my_activities", "overall_change"]
AT = datetime(2026, 3, 28, 20, tzinfo=UTC)
LOST = "diary/2026-03.json"


def filled(folder: Path, days: int = 60) -> Store:
    """A demo that ends on 28 March; answered questionnaires, which lie elsewhere, are left out."""
    made = demo_history(days=days, seed=1, until=LAST, zone=UTC, library=LIBRARY)
    store = Store.open(folder)
    plan = [event for event in made.plan_events if not isinstance(event, QuestionnaireAnswered)]
    store.apply([*made.entries, *made.sessions, *made.needlings, *plan, made.settings])
    return store


def damaged(folder: Path, days: int = 60) -> Store:
    """The same without March: its file was cut short, and no good copy is left."""
    filled(folder, days)
    for older in (folder / "diary").glob("2026-03.json.*"):
        older.unlink()
    with (folder / LOST).open("r+b") as month:
        month.truncate(4000)
    store = Store.open(folder)
    store.all_entries()
    return store


def exported(store: Store, kind: str, first: date | None = None, last: date | None = None) -> bytes:
    asked = Asked(store=store, library=LIBRARY, first=first, last=last, at=AT, zone=UTC)
    return FORMATS[kind](asked)


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def text_of_pdf(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages)


class _Words(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def text_of_html(data: bytes) -> str:
    return " ".join(" ".join(_Words(data.decode()).found).split())


def test_a_spreadsheet_says_it_in_its_head_and_every_row_is_still_an_entry(tmp_path: Path) -> None:
    store = damaged(tmp_path)
    head, *rows = rows_of(exported(store, "csv"))

    assert head == [*HEAD, f"missing: {LOST} (set-aside)"]
    assert [row[0] for row in rows] == [entry.id for entry in store.all_entries()]
    assert {row[-1] for row in rows} == {""}
    assert {len(row) for row in rows} == {len(head)}


def test_a_spreadsheet_of_which_nothing_is_left_says_it_too(tmp_path: Path) -> None:
    assert rows_of(exported(damaged(tmp_path, days=20), "csv")) == [[*HEAD, f"missing: {LOST} (set-aside)"]]


@pytest.mark.parametrize(("kind", "text_of"), [("pdf", text_of_pdf), ("html", text_of_html)])
def test_the_clinicians_page_says_it(kind: str, text_of: Callable[[bytes], str], tmp_path: Path) -> None:
    said = f"Records may be missing: {LOST} was damaged and no good copy was left"

    assert said in text_of(exported(damaged(tmp_path / "cut"), kind))
    assert "missing:" not in text_of(exported(filled(tmp_path / "whole"), kind))


def test_a_calendar_says_in_its_own_description_what_its_times_do_not_know(tmp_path: Path) -> None:
    damaged_then = Calendar.from_ical(exported(damaged(tmp_path / "cut"), "ics"))
    whole = Calendar.from_ical(exported(filled(tmp_path / "whole"), "ics"))

    for name in ("description", "x-wr-caldesc"):
        assert f"Records may be missing: {LOST}" in str(damaged_then[name])
        assert name not in whole


def test_a_page_that_does_not_rest_on_the_lost_month_says_nothing_of_it(tmp_path: Path) -> None:
    store = damaged(tmp_path)
    february = date(2026, 2, 10), date(2026, 2, 28)

    assert rows_of(exported(store, "csv", *february))[0] == HEAD
    assert LOST not in text_of_html(exported(store, "html", *february))
    for kind in ("json", "fhir"):
        assert LOST not in exported(store, kind, *february).decode()
    assert LOST in exported(store, "csv", date(2026, 2, 10), LAST).decode()


@pytest.mark.parametrize("kind", ["json", "fhir"])
def test_a_clinician_who_reviews_the_file_is_told(kind: str, tmp_path: Path) -> None:
    found = summary_of(read_patient(exported(damaged(tmp_path), kind)), LIBRARY)
    pdf = text_of_pdf(review_pdf([(found, "ann.json")]))

    assert [gap["file"] for gap in summary_object(found, "ann.json")["gaps"]] == [LOST]
    for said in ("\n".join(summary_lines(found, "ann.json")), summary_row(found, "ann.json"), pdf):
        assert f"Records may be missing: {LOST}" in said


def test_many_lost_files_leave_the_page_one_sheet(tmp_path: Path) -> None:
    filled(tmp_path, days=700)
    for month in sorted((tmp_path / "diary").glob("*.json*")):
        month.unlink()
    store = Store.open(tmp_path)
    found = exported(store, "pdf", date(2024, 6, 1), LAST)

    assert len(PdfReader(io.BytesIO(found)).pages) == 1
    assert "more lines" in text_of_pdf(found)
    assert len(json.loads(exported(store, "json"))["gaps"]) == len(store.gaps) > 20


def test_an_entry_made_since_is_exported_beside_the_gap(tmp_path: Path) -> None:
    store = damaged(tmp_path, days=20)
    entry = DiaryEntry(
        id="11111111-1111-4111-8111-111111111111", at=AT, created_at=AT, edited_at=AT, pain_now=3
    )
    store.add_entry(entry)
    head, row = rows_of(exported(store, "csv"))

    assert dict(zip(head, row, strict=True))["pain_now"] == "3"
    assert head[-1].startswith(f"missing: {LOST}")

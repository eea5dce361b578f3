"""The diary as a spreadsheet: every answer in its column, nothing that runs, nothing lost."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homecare.content.library import Library
from homecare.domain.library.validity import plain_text
from homecare.domain.records.diary import ALL_ANSWERS, DiaryEntry
from homecare.domain.records.plan import QuestionnaireAnswered
from homecare.exchange.report.csv_table import COLUMNS, made_safe, table
from tests.exchange.whole import HOSTILE, entry, every_event, full_entry, history
from tests.test_documents import ENTRIES

FORMULA = tuple("=+-@\t\r\n")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def rows(data: bytes) -> list[dict[str, str]]:
    text = data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def as_written(cell: str) -> str:
    """The text that a cell was made from, as the table's own description says."""
    return cell[1:] if cell.startswith("'") and made_safe(cell[1:]) == cell else cell


def test_the_file_begins_with_a_byte_order_mark_and_the_names_of_the_fields() -> None:
    data = table([])

    assert data == b"\xef\xbb\xbf" + ",".join(COLUMNS).encode() + b"\r\n"
    assert COLUMNS[:4] == ("id", "at", "pain_now", "pain_worst")
    assert COLUMNS[-1] == "notes"


def test_every_answer_a_patient_can_give_has_a_column() -> None:
    (row,) = rows(table([full_entry()]))

    assert set(COLUMNS) == {"id", "at", *ALL_ANSWERS}
    assert [name for name, cell in row.items() if cell == ""] == []


def test_every_answer_stands_in_its_column() -> None:
    (row,) = rows(table([replace(full_entry(), notes=HOSTILE)]))

    assert row["at"] == "2026-11-02T08:00:00+01:00"
    assert [row[name] for name in ("pain_now", "pain_worst", "needling_soreness")] == ["2", "10", "4"]
    assert (row["location"], row["quality"]) == ("L-heel-under 6; R-arch", "aching; sharp")
    amounts = [row[name] for name in ("standing_h", "sleep_h", "steps", "sleep_woken")]
    assert amounts == ["2.5", "7.0", "6000", "no"]
    assert row["medication"] == "'+1 paracetamol 500 mg"
    assert row["notes"] == f"'{plain_text(HOSTILE)}"


def test_zero_pain_is_written_and_no_answer_is_empty() -> None:
    zero, unsaid = rows(table([entry(1, pain_now=0), entry(2, 1, notes="no score")]))

    assert (zero["pain_now"], unsaid["pain_now"], unsaid["sleep_woken"]) == ("0", "", "")


def test_there_is_one_row_per_entry_oldest_first() -> None:
    entries = history(60).records.entries

    assert [row["id"] for row in rows(table(entries[::-1]))] == [entry.id for entry in entries]


@pytest.mark.parametrize(
    "note",
    ["=1+1", "+44 20", "-2", "@SUM(A1)", "\t=1", "\r\n=1", " =1", "'=1", "＝1", '=HYPERLINK("x")', "\x00=1"],
)
def test_no_spreadsheet_runs_a_note_as_a_formula(note: str) -> None:
    (row,) = rows(table([entry(1, notes=note)]))

    assert row["notes"] == f"'{plain_text(note)}"
    assert as_written(row["notes"]) == plain_text(note)


def test_a_note_that_begins_with_an_apostrophe_is_left_alone() -> None:
    assert made_safe("'tis sore") == as_written("'tis sore") == "'tis sore"


@given(TEXTS)
def test_every_text_is_safe_and_comes_back(text: str) -> None:
    cell = made_safe(text)

    assert not cell.lstrip(" ").startswith(FORMULA)
    assert as_written(cell) == text


@given(st.lists(ENTRIES, max_size=4, unique_by=lambda entry: entry.id))
def test_any_diary_is_read_back_by_a_plain_reader(entries: list[DiaryEntry]) -> None:
    found = {row["id"]: row for row in rows(table(entries))}

    assert len(found) == len(entries)
    for kept in entries:
        row = found[kept.id]
        assert as_written(row["notes"]) == kept.notes
        assert row["pain_worst"] == ("" if kept.pain_worst is None else str(kept.pain_worst))
        assert len(row) == len(COLUMNS)


def test_half_a_character_does_not_stop_the_export() -> None:
    (row,) = rows(table([entry(1, notes="raw \udcff byte")]))

    assert row["notes"] == "raw \ufffd byte"


def test_scores_of_questionnaires_stand_on_the_last_entry_of_their_day_or_in_a_row_of_their_own() -> None:
    answered = [event for event in every_event() if isinstance(event, QuestionnaireAnswered)]
    asked = Library().questionnaires
    entries = [entry(1, 1, pain_now=1), entry(2, 2, pain_now=2), entry(3, 2, pain_now=3)]

    with_entry = rows(table(entries, (), answered, asked))
    alone = rows(table(entries[:1], (), answered, asked))

    assert [(row["pain_now"], row["my_activities"], row["overall_change"]) for row in with_entry] == [
        ("1", "", ""),
        ("2", "", ""),
        ("3", "1.5", "2"),
    ]
    assert [(row["pain_now"], row["my_activities"]) for row in alone] == [("1", ""), ("", "1.5")]

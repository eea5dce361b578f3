"""The diary as a spreadsheet: RFC 4180, one row per entry, safe to open.

Columns are `id`, `at` and the diary's fields by their ids; an empty cell was not answered. Several values
in a cell are parted by "; ": `quality` as "aching; stiff", `location` as side, region and score
("R-heel-under 6; L-arch", the score left out where none was given). True and false are "yes" and "no".

The scores of questionnaires stand in columns of their own behind these, named by the questionnaire
("my_activities"), on the last entry of the day they were answered, or in a row of their own on a day without.

A spreadsheet runs a cell that begins with one of = + - @ (or a control character) as a formula. Such a cell
gets one apostrophe in front, and so does one that has apostrophes before such a beginning; taking one away
from these gives back exactly what was written.

Where a damaged file lost records, a column after the others says so in its head, "missing:
diary/2026-03.json (set-aside)", and is empty below: every row is still an entry, also where none is left.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from operator import attrgetter
from typing import Final

from homecare.domain.evidence.function import score_of
from homecare.domain.library.questionnaire import Questionnaire
from homecare.domain.records.diary import PAIN_FIELDS, DiaryEntry, Site
from homecare.domain.records.questionnaire import QuestionnaireAnswered
from homecare.domain.records.recovery import Recovery
from homecare.wording.pain import mean_text

COLUMNS: Final = (
    "id",
    "at",
    *PAIN_FIELDS,
    "location",
    "quality",
    "stiffness_min",
    "steps",
    "standing_h",
    "walk_min",
    "run_min",
    "cycle_min",
    "swim_min",
    "exercises_done",
    "sleep_h",
    "sleep_woken",
    "swelling_up",
    "medication",
    "footwear",
    "notes",
)
"""The header row, in the order of the diary's fields."""
BOM: Final = "\ufeff"
BETWEEN: Final = "; "

_RUNS = re.compile(r"'*[\s\x00-\x1f]*[=+\-@\t\r\n\x00＝＋－＠]")


def table(
    entries: Iterable[DiaryEntry],
    gaps: Iterable[Recovery] = (),
    answered: Iterable[QuestionnaireAnswered] = (),
    questionnaires: Sequence[Questionnaire] = (),
) -> bytes:
    """The entries, oldest first, as UTF-8 with a byte order mark and a header row that names the gaps."""
    ordered = sorted(entries, key=lambda entry: (entry.at.astimezone(UTC), entry.id))
    scores = _scores(answered, questionnaires)
    last = {entry.day: entry.id for entry in ordered} if scores else {}
    none = [""] * len(questionnaires)
    missing = [f"missing: {gap.file} ({gap.outcome})" for gap in gaps]
    none_here = [""] * len(missing)
    rows: list[tuple[datetime, list[object]]] = []
    for entry in ordered:
        here = scores.get(entry.day) if last.get(entry.day) == entry.id else None
        rows.append((entry.at, [*_row(entry), *(here[1] if here else none)]))
    for day, (answer, cells) in scores.items():
        if day not in last:
            lone: list[object] = [answer.id, answer.at.isoformat(), *[""] * (len(COLUMNS) - 2), *cells]
            rows.append((answer.at, lone))
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(
        [*COLUMNS, *(questionnaire.id.replace("-", "_") for questionnaire in questionnaires), *missing]
    )
    writer.writerows(row + none_here for _at, row in sorted(rows, key=lambda dated: dated[0].astimezone(UTC)))
    return (BOM + text.getvalue()).encode("utf-8", errors="replace")


def _scores(
    answered: Iterable[QuestionnaireAnswered], questionnaires: Sequence[Questionnaire]
) -> dict[date, tuple[QuestionnaireAnswered, list[str]]]:
    """The cells of each day with a score, and the answer they stand for; the latest of a day counts."""
    columns = {questionnaire.id: number for number, questionnaire in enumerate(questionnaires)}
    found: dict[date, tuple[QuestionnaireAnswered, list[str]]] = {}
    for answer in sorted(answered, key=lambda answer: (answer.at.astimezone(UTC), answer.created_at)):
        number = columns.get(answer.questionnaire)
        score = None if number is None else score_of(questionnaires[number], answer.values.values())
        if number is not None and score is not None:
            cells = found[answer.day][1] if answer.day in found else [""] * len(columns)
            cells[number] = str(score) if score.denominator == 1 else mean_text(float(score))
            found[answer.day] = (answer, cells)
    return found


def made_safe(text: str) -> str:
    """The text as a cell that no spreadsheet runs as a formula."""
    return f"'{text}" if _RUNS.match(text) else text


def _row(entry: DiaryEntry) -> list[object]:
    """The cells as `csv` takes them: None and "" for an empty one."""
    row: list[object] = list(_VALUES(entry))
    row[_AT] = entry.at.isoformat()
    row[_WOKEN] = _YES_NO[entry.sleep_woken]
    row[_SWOLLEN] = _YES_NO[entry.swelling_up]
    row[_LOCATION] = _location(entry.location) if entry.location else ""
    row[_QUALITY] = made_safe(BETWEEN.join(entry.quality)) if entry.quality else ""
    if entry.medication:
        row[_MEDICATION] = made_safe(entry.medication)
    if entry.notes:
        row[_NOTES] = made_safe(entry.notes)
    return row


def _location(sites: tuple[Site, ...]) -> str:
    places = [
        f"{site.side}-{site.region}" if site.pain is None else f"{site.side}-{site.region} {site.pain}"
        for site in sites
    ]
    return BETWEEN.join(places)


_VALUES = attrgetter(*COLUMNS)
_AT, _LOCATION, _QUALITY, _WOKEN, _MEDICATION, _NOTES, _SWOLLEN = map(
    COLUMNS.index, ("at", "location", "quality", "sleep_woken", "medication", "notes", "swelling_up")
)
_YES_NO: Mapping[bool | None, str] = {None: "", True: "yes", False: "no"}

"""The diary as a spreadsheet: RFC 4180, one row per entry, safe to open.

Columns are `id`, `at` and the diary's fields by their ids; an empty cell was not answered. Several values
in a cell are parted by "; ": `quality` as "aching; stiff", `location` as side, region and score
("R-heel-under 6; L-arch", the score left out where none was given). True and false are "yes" and "no".

A spreadsheet runs a cell that begins with one of = + - @ (or a control character) as a formula. Such a cell
gets one apostrophe in front, and so does one that has apostrophes before such a beginning; taking one away
from these gives back exactly what was written.

Where a damaged file lost records, a column after the others says so in its head, "missing:
diary/2026-03.json (set-aside)", and is empty below: every row is still an entry, also where none is left.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from datetime import UTC
from operator import attrgetter
from typing import Final

from homecare.domain.records.diary import PAIN_FIELDS, DiaryEntry, Site
from homecare.domain.records.recovery import Recovery

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


def table(entries: Iterable[DiaryEntry], gaps: Iterable[Recovery] = ()) -> bytes:
    """The entries, oldest first, as UTF-8 with a byte order mark and a header row that names the gaps."""
    missing = [f"missing: {gap.file} ({gap.outcome})" for gap in gaps]
    none_here = [""] * len(missing)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([*COLUMNS, *missing])
    writer.writerows(
        _row(entry) + none_here for entry in sorted(entries, key=lambda one: (one.at.astimezone(UTC), one.id))
    )
    return (BOM + text.getvalue()).encode("utf-8", errors="replace")


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

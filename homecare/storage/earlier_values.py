"""Records that version 0.1.0 could store and no later version can: read so that nothing recorded is lost.

0.1.0 took any year. Such a record is brought to the nearest year there is, and the time it had is written
into its note. It is stored that way when it is next saved.
"""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Final

from homecare.domain.library.validity import FIRST_YEAR, LAST_YEAR
from homecare.domain.records.plain import NOTE_LIMIT
from homecare.storage.envelope import Document

INSTANTS: Final = ("at", "ended_at", "created_at", "edited_at")
NOTES: Final[Mapping[str, str]] = {"entries": "notes", "sessions": "note", "needlings": "note"}
"""The field that holds a record's note, by the table it is in; a decision of the plan has none."""


def within_years(document: Document, table: str) -> Document:
    """The document with its instants in the years 1900 to 2200. Raises ValueError where it has no times."""
    found = dict(document)
    for name in INSTANTS:
        if name in found:
            found[name] = _nearest(datetime.fromisoformat(str(found[name]))).isoformat()
    note = NOTES.get(table)
    if note is not None and found["at"] != document["at"]:
        told = f"[{document['at']}]"
        written = str(found.get(note, ""))[: NOTE_LIMIT - len(told) - 1]
        found[note] = f"{written}\n{told}".strip()
    return found


def _nearest(at: datetime) -> datetime:
    if at.year < FIRST_YEAR:
        return datetime.combine(at.replace(year=FIRST_YEAR, month=1, day=1).date(), time(12), at.tzinfo)
    if at.year > LAST_YEAR:
        return datetime.combine(at.replace(year=LAST_YEAR, month=12, day=31).date(), time(12), at.tzinfo)
    return at

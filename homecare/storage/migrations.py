"""What older versions stored, as this one has it: a step per schema version, and the years 0.1.0 took."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Final

from homecare.domain.library.validity import FIRST_YEAR, LAST_YEAR
from homecare.domain.records.plain import NOTE_LIMIT
from homecare.storage.envelope import Document, Tables

Step = Callable[[Tables], Tables]
"""Makes the tables of one file as the next version has them; it must leave its argument as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """A version of what is stored, and the step that leads on from each older version.

    Files are brought up to date in memory when they are read, and on disk when they are next saved.
    """

    version: int
    steps: Mapping[int, Step] = field(default_factory=dict)

    def migrated(self, tables: Tables, version: int) -> Tables:
        """`tables` of an older version as this one has them. Raises ValueError where a step is missing."""
        for older in range(version, self.version):
            if older not in self.steps:
                raise ValueError(f"No step leads on from version {older}.")
            tables = self.steps[older](tables)
        return tables


def _as_they_were(tables: Tables) -> Tables:
    """Version 2 only adds what no older file has.

    Two kinds of plan events, AskedFirst and QuestionnaireAnswered; `swelling_up` of an entry, `numb_spread`
    of a session and `pain` of an exercise done, None when not asked; `practice` of a session, which no older
    one was; `cycle_min` and `swim_min` of an entry; which reminders the settings switch off or put off.
    """
    return tables


CURRENT = Schema(version=2, steps={1: _as_they_were})
"""What this app writes."""
INSTANTS: Final = ("at", "ended_at", "created_at", "edited_at")
NOTES: Final[Mapping[str, str]] = {"entries": "notes", "sessions": "note", "needlings": "note"}
"""The field that holds a record's note, by the table it is in; a decision of the plan has none."""


def within_years(document: Document, table: str) -> Document:
    """The document with its instants in the years 1900 to 2200. Raises ValueError where it has no times.

    Version 0.1.0 took any year. Such a record is brought to the nearest year there is, and the time it had is
    written into its note. It is stored that way when it is next saved.
    """
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

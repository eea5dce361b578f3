"""The patient's own words in a report: only when the patient shares them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final

from homecare.domain.records.diary import DiaryEntry
from homecare.domain.report.period import Basis

MOST_NOTES: Final = 3
MOST_MEDICINES: Final = 6
NOTE_CHARACTERS: Final = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A few words of the patient and the day they were written for; cut at 120 characters."""

    day: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Medicine:
    """A medicine as the patient typed it, how many days of the period name it, and the last of them."""

    text: str
    days: int
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """Up to 3 notes, newest first, and up to 6 medicines, the most frequent first; empty unless `shared`.

    `more_medicines` counts those that are left out.
    """

    shared: bool
    notes: tuple[Said, ...] = ()
    medicines: tuple[Medicine, ...] = ()
    more_medicines: int = 0


def own_words(known: Basis, *, shared: bool) -> OwnWords:
    """The newest notes of the period and the medicines named in it, each wording once."""
    if not shared:
        return OwnWords(shared=False)
    newest_first = known.entries_in(known.period)[::-1]
    notes = (Said(day=entry.day, text=_cut(entry.notes)) for entry in newest_first if entry.notes.strip())
    medicines = _medicines(newest_first)
    return OwnWords(
        shared=True,
        notes=tuple(islice(notes, MOST_NOTES)),
        medicines=medicines[:MOST_MEDICINES],
        more_medicines=len(medicines[MOST_MEDICINES:]),
    )


def _medicines(newest_first: Sequence[DiaryEntry]) -> tuple[Medicine, ...]:
    """Each wording once, whatever its capitals, with the days it was written for."""
    texts: dict[str, str] = {}
    days: dict[str, set[date]] = {}
    for entry in newest_first:
        if entry.medication and (text := _cut(entry.medication)):
            texts.setdefault(text.casefold(), text)
            days.setdefault(text.casefold(), set()).add(entry.day)
    found = [Medicine(text=text, days=len(days[key]), last=max(days[key])) for key, text in texts.items()]
    return tuple(sorted(found, key=lambda medicine: (medicine.days, medicine.last), reverse=True))


def _cut(text: str) -> str:
    """One line of at most 120 characters; what was cut off is told by an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= NOTE_CHARACTERS else line[: NOTE_CHARACTERS - 1].rstrip() + "…"

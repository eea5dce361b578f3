"""The patient's own words in a report: only when the patient shares them."""

from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final

from homecare.domain.report.period import Basis

MOST_NOTES: Final = 3
NOTE_CHARACTERS: Final = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A few words of the patient and the day they were written for; cut at 120 characters."""

    day: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """Up to 3 notes and 3 medicines as typed, newest first; both empty unless `shared`."""

    shared: bool
    notes: tuple[Said, ...] = ()
    medicines: tuple[Said, ...] = ()


def own_words(known: Basis, *, shared: bool) -> OwnWords:
    """The newest notes of the period and the medicines named in it, each wording once."""
    if not shared:
        return OwnWords(shared=False)
    newest_first = known.entries_in(known.period)[::-1]
    notes = (Said(day=entry.day, text=_cut(entry.notes)) for entry in newest_first if entry.notes.strip())
    typed: dict[str, Said] = {}
    for entry in newest_first:
        if len(typed) == MOST_NOTES:
            break
        if entry.medication and (text := _cut(entry.medication)):
            typed.setdefault(text.casefold(), Said(day=entry.day, text=text))
    return OwnWords(shared=True, notes=tuple(islice(notes, MOST_NOTES)), medicines=tuple(typed.values()))


def _cut(text: str) -> str:
    """One line of at most 120 characters; what was cut off is told by an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= NOTE_CHARACTERS else line[: NOTE_CHARACTERS - 1].rstrip() + "…"

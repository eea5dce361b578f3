"""An alert: how urgent it is, what it says, what its rule rests on, and since when."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from homecare.domain.diary.by_day import last_days
from homecare.domain.evidence.evidence import Evidence
from homecare.domain.records.diary import DiaryEntry

Urgency = Literal["soon", "call-today", "urgent", "emergency"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """An alert of the content that holds now; `say` keeps its placeholders unfilled."""

    id: str
    severity: Urgency
    say: str
    since: date
    entries: tuple[str, ...] = ()
    answered: Literal["have-called", "will-call"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Raised:
    """Why an alert holds: since which day, the ids of its entries, and when the latest of them was felt.

    `severity` and `say` replace the content's where the urgency of a red flag decides.
    """

    since: date
    newest: datetime
    entries: tuple[str, ...] = ()
    severity: Urgency | None = None
    say: str | None = None


def from_ids(ids: Collection[str], evidence: Evidence) -> Raised | None:
    """An alert that rests on the entries with these ids; None when none of them is known."""
    return from_entries([entry for entry in evidence.records.entries if entry.id in set(ids)])


def from_entries(entries: Sequence[DiaryEntry]) -> Raised | None:
    """An alert that rests on these entries; None without any."""
    if not entries:
        return None
    return Raised(
        since=min(entry.day for entry in entries),
        newest=max(entry.at for entry in entries),
        entries=tuple(dict.fromkeys(entry.id for entry in entries)),
    )


def row_ending(days: Collection[date], said: Collection[date], last: date, length: int) -> tuple[date, ...]:
    """The latest `length` days in a row that end on `last` or, while that day is silent, the day before."""
    for end in (last,) if last in said else (last, last - timedelta(days=1)):
        row = last_days(end, length)
        if all(day in days for day in row):
            return row
    return ()

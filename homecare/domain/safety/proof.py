"""What an alert rests on: its entries, since when, and days in a row."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from homecare.domain.diary.by_day import last_days
from homecare.domain.evidence.evidence import Evidence
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.safety.alert import Urgency


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

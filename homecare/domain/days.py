"""Values per diary day: what a rule counts when a day has several entries, or none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from statistics import median

from homecare.domain.diary import DiaryEntry
from homecare.domain.needling import Needling

HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayValue:
    """What a diary field says for one day, when it was last said, and the ids of the entries behind it."""

    day: date
    value: int
    at: datetime
    entries: tuple[str, ...]


def highest_by_day(entries: Iterable[DiaryEntry], field: str) -> dict[date, DayValue]:
    """The highest answer to `field` of each diary day, oldest day first.

    The content says "highest" for pain during exercise; the same is used for every score, so that a second,
    lower answer never hides the first. A day without an answer is absent: it is never 0.
    """
    found: dict[date, DayValue] = {}
    for entry in sorted(entries, key=lambda one: one.at):
        value = getattr(entry, field)
        if value is None:
            continue
        day = entry.day
        known = found.get(day)
        if known is None or value > known.value:
            found[day] = DayValue(day=day, value=value, at=entry.at, entries=(entry.id,))
    return dict(sorted(found.items()))


def last_days(last: date, days: int) -> tuple[date, ...]:
    """The `days` diary days that end with `last`, oldest first."""
    return tuple(last - timedelta(days=back) for back in reversed(range(days)))


def recorded(values: Mapping[date, DayValue], last: date, days: int) -> list[DayValue]:
    """The values of the `days` diary days that end with `last`; days without one are left out."""
    return [values[day] for day in last_days(last, days) if day in values]


def mean_of(values: Sequence[DayValue]) -> float | None:
    """Mean of the values, None when there are none."""
    return sum(one.value for one in values) / len(values) if values else None


def median_of(values: Sequence[DayValue]) -> float | None:
    """Median of the values, None when there are none."""
    return float(median(one.value for one in values)) if values else None


def ids_of(values: Iterable[DayValue]) -> tuple[str, ...]:
    """The ids of the entries behind the values, each once, in their order."""
    return tuple(dict.fromkeys(entry for one in values for entry in one.entries))


def hours_after(since: datetime, at: datetime) -> float:
    """Hours that really passed between two instants, whatever the clocks did in between."""
    if type(at.tzinfo) is timezone and type(since.tzinfo) is timezone:  # clocks that never change
        return (at - since) / HOUR
    return (at.astimezone(UTC) - since.astimezone(UTC)) / HOUR


def soon_after_needling(at: datetime, needlings: Iterable[Needling], hours: int) -> bool:
    """Whether an instant lies in the first `hours` hours of a needling session that was not cancelled."""
    return any(not one.cancelled and 0 <= hours_after(one.at, at) < hours for one in needlings)


def calm_entries(
    entries: Iterable[DiaryEntry], needlings: Sequence[Needling], hours: int
) -> list[DiaryEntry]:
    """The entries that were not felt in the first `hours` hours of a needling session."""
    return [one for one in entries if not soon_after_needling(one.at, needlings, hours)]

"""Values per diary day: what a rule counts when a day has several entries, or none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from operator import attrgetter, itemgetter
from statistics import median

from homecare.domain.records.diary import DiaryEntry, diary_day
from homecare.domain.records.needling import Needling
from homecare.domain.records.session import Session

HOUR = timedelta(hours=1)
PAIN_OF_A_DAY = ("pain_now", "pain_worst", "pain_first_step", "pain_exercise", "pain_next_morning")
"""The fields that speak of the pain problem, not of what a needle did."""
ASTRAY = 3
"""Dates of one instant by two clocks, or of one diary day, never lie further apart."""


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
    answer = attrgetter(field)
    highest: dict[date, DiaryEntry] = {}
    said = [entry for entry in entries if answer(entry) is not None]
    for entry in sorted(said, key=attrgetter("at")):
        day = diary_day(entry.at)
        if day not in highest or answer(entry) > answer(highest[day]):
            highest[day] = entry
    return {
        day: DayValue(day=day, value=answer(entry), at=entry.at, entries=(entry.id,))
        for day, entry in sorted(highest.items(), key=itemgetter(0))
    }


def highest_pain_by_day(entries: Iterable[DiaryEntry], sessions: Iterable[Session] = ()) -> dict[date, int]:
    """The highest pain of each diary day under any name, with that of exercise sessions; oldest day first.

    Soreness after needling is another thing and left out. A day without any pain score is absent.
    """
    highest: dict[date, int] = {}
    for entry in entries:
        scores = [score for name in PAIN_OF_A_DAY if (score := getattr(entry, name)) is not None]
        if scores:
            highest[entry.day] = max(*scores, highest.get(entry.day, 0))
    for session in sessions:
        if session.pain_exercise is not None:
            highest[session.day] = max(session.pain_exercise, highest.get(session.day, 0))
    return dict(sorted(highest.items()))


def last_days(last: date, days: int) -> tuple[date, ...]:
    """The `days` diary days that end with `last`, oldest first."""
    return tuple(last - timedelta(days=back) for back in reversed(range(days)))


def recorded(values: Mapping[date, DayValue], last: date, days: int) -> list[DayValue]:
    """The values of the `days` diary days that end with `last`; days without one are left out."""
    return [values[day] for day in last_days(last, days) if day in values]


def mean_of(values: Sequence[DayValue]) -> float | None:
    """Mean of the values, None when there are none."""
    return sum(value.value for value in values) / len(values) if values else None


def median_of(values: Sequence[DayValue]) -> float | None:
    """Median of the values, None when there are none."""
    return float(median(value.value for value in values)) if values else None


def ids_of(values: Iterable[DayValue]) -> tuple[str, ...]:
    """The ids of the entries behind the values, each once, in their order."""
    return tuple(dict.fromkeys(entry for value in values for entry in value.entries))


def hours_after(since: datetime, at: datetime) -> float:
    """Hours that really passed between two instants, whatever the clocks did in between."""
    if type(at.tzinfo) is timezone and type(since.tzinfo) is timezone:  # clocks that never change
        return (at - since) / HOUR
    return (at.astimezone(UTC) - since.astimezone(UTC)) / HOUR


def soon_after_needling(at: datetime, needlings: Iterable[Needling], hours: int) -> bool:
    """Whether an instant lies in the first `hours` hours of a needling session that was not cancelled."""
    return any(not needling.cancelled and 0 <= hours_after(needling.at, at) < hours for needling in needlings)


def calm_entries(
    entries: Iterable[DiaryEntry], needlings: Sequence[Needling], hours: int
) -> list[DiaryEntry]:
    """The entries that were not felt in the first `hours` hours of a needling session."""
    near = _needled_near(needlings, hours)
    return [
        entry for entry in entries if not soon_after_needling(entry.at, near.get(entry.at.date(), ()), hours)
    ]


def calm_by_day(
    felt: Mapping[date, DayValue],
    entries: Iterable[DiaryEntry],
    field: str,
    needlings: Sequence[Needling],
    hours: int,
) -> dict[date, DayValue]:
    """`highest_by_day` of the calm entries, given `felt`, that of all `entries`.

    Only the days after needling are gone through again: in ten years they are few.
    """
    near = _needled_near(needlings, hours)
    asked = [entry for entry in entries if entry.at.date() in near]
    calm = calm_entries(asked, needlings, hours)
    left = {entry.id for entry in calm}
    again = {diary_day(entry.at) for entry in asked if entry.id not in left}
    if not again:
        return dict(felt)
    found = {day: value for day, value in felt.items() if day not in again}
    found |= highest_by_day([entry for entry in calm if diary_day(entry.at) in again], field)
    return dict(sorted(found.items()))


def _needled_near(needlings: Iterable[Needling], hours: int) -> dict[date, list[Needling]]:
    """The needling sessions whose first `hours` hours may reach into a date, whatever the clock's zone."""
    near: dict[date, list[Needling]] = {}
    for needling in needlings:
        for ahead in range(-ASTRAY, hours // 24 + ASTRAY + 2):
            near.setdefault(needling.at.date() + timedelta(days=ahead), []).append(needling)
    return near

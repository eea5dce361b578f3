"""What the patient did on their feet besides the plan: minutes of each kind, by day and by week.

An entry holds the total of its day so far, so the highest answer of a day is the day's total.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from homecare.domain.diary.by_day import highest_by_day, last_days
from homecare.domain.library.scales import WEEK
from homecare.domain.records.diary import BOUNDS, DiaryEntry

ACTIVE_MINUTES: Final = ("walk_min", "run_min", "cycle_min", "swim_min")
STANDING: Final = "standing_h"
ACTIVITIES: Final = (*ACTIVE_MINUTES, STANDING)
"""The diary's fields of own activities, in the order they are offered."""
HOUR_MIN: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """Minutes of one kind on a day, in the seven days up to it, and in the seven before those."""

    field: str
    today_min: int
    week_min: int
    week_before_min: int


def activity(field: str, entries: Iterable[DiaryEntry], day: date) -> Activity:
    """What these entries say of one kind up to `day`; days without an answer add nothing."""
    minutes = {when: _minutes(field, value) for when, value in _totals(field, entries).items()}
    week = last_days(day, 2 * WEEK)
    return Activity(
        field=field,
        today_min=minutes.get(day, 0),
        week_min=sum(minutes.get(when, 0) for when in week[WEEK:]),
        week_before_min=sum(minutes.get(when, 0) for when in week[:WEEK]),
    )


def with_more(field: str, so_far_min: int, more_min: int) -> float | int:
    """The day's new total in the unit of the diary's field, after `more_min` minutes more.

    Standing is kept in half hours, rounded to the nearest, never less than one. Raises FaultError where the
    total is more than a day can hold.
    """
    total: float | int = so_far_min + more_min
    if field == STANDING:
        half_hours = max(1, int(2 * total / HOUR_MIN + 0.5))
        total = half_hours / 2
    BOUNDS[field].check(total, field)
    return total


def _minutes(field: str, value: float) -> int:
    return round(value * HOUR_MIN) if field == STANDING else int(value)


def _totals(field: str, entries: Iterable[DiaryEntry]) -> dict[date, float]:
    return {day: value.value for day, value in highest_by_day(entries, field).items()}

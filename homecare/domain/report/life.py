"""Load and life beside the pain: repetitions done, minutes on the move, stiffness, sleep, day by day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from homecare.domain.diary.activity import ACTIVE_MINUTES
from homecare.domain.diary.by_day import highest_by_day, last_days
from homecare.domain.library.scales import WEEK
from homecare.domain.records.diary import BOUNDS, DiaryEntry
from homecare.domain.records.session import Session
from homecare.domain.report.pain import DAILY_UP_TO
from homecare.domain.report.period import Basis, Period
from homecare.domain.report.strip import Strip

REPS: Final = "reps"
"""Repetitions done over all exercises of a day, as the sessions counted them."""
LAST: Final = ("stiffness_min", "sleep_h", "steps")
"""What the body answers stands below what was asked of it; steps say least about a foot."""
FIRST: Final = (REPS, "run_min")
"""What loads a foot most stands first: a page short of room leaves out the others."""
MEASURES: Final = (*FIRST, *(name for name in BOUNDS if name not in (*FIRST, *LAST)), *LAST)


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeLine:
    """One measure over the period: `name` is "reps" or the diary's field, `unit` the content's, "" for reps.

    `label` is the content's. `points` has a value for each day or, in a long period, the mean of each week's
    recorded days; None is not recorded, never 0. `recorded` counts days.
    """

    name: str
    label: str
    unit: str
    points: tuple[float | None, ...]
    recorded: int

    @property
    def highest(self) -> float:
        """The highest point."""
        return max(value for value in self.points if value is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """The measures that were recorded in the period, and the labels of those that were not."""

    period: Period
    weekly: bool
    lines: tuple[LifeLine, ...]
    unrecorded: tuple[str, ...]


def life(known: Basis, strip: Strip | None = None) -> Life:
    """Load and life in the days, or weeks, of the pain chart of the same period.

    What the `strip` shows for all of these days is not drawn twice.
    """
    period = known.period
    weekly = period.days > DAILY_UP_TO
    entries = known.entries_in(period)
    drawn = _drawn_already(strip, entries) if strip is not None and strip.period == period else ()
    lines, unrecorded = [], []
    for name in MEASURES:
        field = None if name == REPS else known.content.diary.field(name)
        days = _reps(known.records.sessions) if field is None else _highest(entries, name)
        days = {day: value for day, value in days.items() if day in period}
        label = "" if field is None else field.label
        if days and name not in drawn:
            lines.append(
                LifeLine(
                    name=name,
                    label=label,
                    unit="" if field is None or name == "steps" else field.unit,
                    points=_weeks(days, period) if weekly else _days(days, period),
                    recorded=len(days),
                )
            )
        elif field is not None and not days:
            unrecorded.append(label)
    return Life(period=period, weekly=weekly, lines=tuple(lines), unrecorded=tuple(unrecorded))


def _drawn_already(strip: Strip, entries: Iterable[DiaryEntry]) -> tuple[str, ...]:
    """Walking, running and so on stand apart where several were recorded: the strip has only their sum."""
    if strip.activity == "steps":
        return ("steps",)
    kinds = tuple(name for name in ACTIVE_MINUTES if _highest(entries, name))
    return kinds if len(kinds) == 1 else ()


def _highest(entries: Iterable[DiaryEntry], name: str) -> dict[date, float]:
    """The highest answer of each day: an entry holds the total of its day so far."""
    return {day: float(value.value) for day, value in highest_by_day(entries, name).items()}


def _reps(sessions: Iterable[Session]) -> dict[date, float]:
    found: dict[date, float] = {}
    for session in sessions:
        counted = [done.reps_done for done in session.exercises if done.reps_done is not None]
        if counted:
            found[session.day] = found.get(session.day, 0.0) + sum(counted)
    return found


def _days(values: Mapping[date, float], period: Period) -> tuple[float | None, ...]:
    return tuple(values.get(day) for day in last_days(period.last, period.days))


def _weeks(values: Mapping[date, float], period: Period) -> tuple[float | None, ...]:
    """The mean of each week's recorded days, weeks counted back from the period's last day."""
    weeks: dict[int, list[float]] = {}
    for day, value in values.items():
        weeks.setdefault((period.last - day).days // WEEK, []).append(value)
    return tuple(
        sum(weeks[back]) / len(weeks[back]) if back in weeks else None
        for back in reversed(range(-(-period.days // WEEK)))
    )

"""Chart B of a report: for each day the session's light, pain during it, the morning after, activity."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from homecare.domain.diary.activity import ACTIVE_MINUTES
from homecare.domain.diary.by_day import highest_by_day, last_days
from homecare.domain.evidence.traffic_light import Light, SessionLight
from homecare.domain.library.lights import PainProfile
from homecare.domain.report.period import Basis, Period

MOST_DAYS: Final = 56
"""Columns that can still be read across a page; of a longer period the latest days are shown."""
Activity = Literal["steps", "minutes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StripDay:
    """One column. `light` None: no session. A red light of the session itself is `settled` at once.

    `pain` is during exercise, `rise` next-morning points above the usual morning, `activity` steps or
    minutes of walking, running, cycling and swimming; None is not recorded, never 0.
    """

    day: date
    light: Light | None = None
    settled: bool = False
    pain: int | None = None
    rise: int | None = None
    activity: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Chart B: its days (at most the latest 56 of the period), and the limits its lights were judged by."""

    period: Period
    days: tuple[StripDay, ...]
    activity: Activity | None
    profile: PainProfile | None

    @property
    def most_activity(self) -> int | None:
        """The highest bar of the activity row, None without any."""
        return max((day.activity for day in self.days if day.activity is not None), default=None)


def strip(known: Basis) -> Strip:
    """Chart B of the period, for the condition the report is about."""
    period = known.period.latest(MOST_DAYS)
    lights = lights_by_day(known)
    unit, activity = _activity(known, period)
    days = []
    for day in last_days(period.last, period.days):
        light = lights.get(day)
        days.append(
            StripDay(
                day=day,
                light=light.light if light else None,
                settled=light is not None and (light.final or light.light == "red"),
                pain=light.pain_exercise if light else None,
                rise=light.rise if light else None,
                activity=activity.get(day),
            )
        )
    profile = known.content.diary.profile(known.condition.pain_profile) if known.condition else None
    return Strip(period=period, days=tuple(days), activity=unit, profile=profile)


def lights_by_day(known: Basis) -> dict[date, SessionLight]:
    """The light of each session day of the condition the report is about, days before the period too."""
    if known.condition is None:
        return {}
    return {
        judged_day.light.day: judged_day.light
        for judged_day in known.evidence.lights.get(known.condition.id, ())
    }


def _activity(known: Basis, period: Period) -> tuple[Activity | None, dict[date, int]]:
    """Steps, or minutes of exercise of any kind where those were recorded on more days."""
    entries = known.entries_in(period)
    steps = {day: value.value for day, value in highest_by_day(entries, "steps").items()}
    minutes: dict[date, int] = {}
    for field in ACTIVE_MINUTES:
        for day, value in highest_by_day(entries, field).items():
            minutes[day] = minutes.get(day, 0) + value.value
    if not steps and not minutes:
        return None, {}
    return ("steps", steps) if len(steps) >= len(minutes) else ("minutes", minutes)

"""The headline numbers of a report: pain against the first week, worst pain, sessions, diary days."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from homecare.domain.diary.by_day import highest_pain_by_day, last_days, recorded
from homecare.domain.evidence.evidence import INJURY
from homecare.domain.evidence.pain_change import PainChange
from homecare.domain.records.plan import ClearanceGiven, ConditionStarted
from homecare.domain.report.period import Basis
from homecare.domain.report.sessions import SessionsTile, sessions_tile


@dataclass(frozen=True, slots=True, kw_only=True)
class WorstTile:
    """Worst pain: mean of the latest 7 days (None under 4), and the highest score of the period.

    `highest` is the highest pain under any name, also in a session: "pain now 10" is no less than a worst 10.
    `highest_day` is the latest day with the highest score; both are None without any score.
    """

    mean: float | None
    days: int
    highest: int | None
    highest_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryTile:
    """Days with an entry, and days of the period that have come; none before the plan or the diary began."""

    recorded: int
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearanceLine:
    """A gate a clinician opened: its id, who, when."""

    gate: str
    by: str
    given_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiles:
    """The four headline numbers; `clearances` takes the place of `sessions` for a stress fracture."""

    primary: PainChange
    worst: WorstTile
    sessions: SessionsTile | None
    clearances: tuple[ClearanceLine, ...]
    diary: DiaryTile


def tiles(known: Basis, primary: PainChange) -> Tiles:
    """The headline numbers of the period; `primary` is the change at its end."""
    injury = known.condition is not None and known.condition.id == INJURY
    past = last_days(known.last_day, (known.last_day - known.period.first).days + 1)
    return Tiles(
        primary=primary,
        worst=_worst(known),
        sessions=None if injury else sessions_tile(known, past),
        clearances=_clearances(known) if injury else (),
        diary=_diary(known, past),
    )


def _diary(known: Basis, past: Collection[date]) -> DiaryTile:
    plans = [event.day for event in known.records.plan if isinstance(event, ConditionStarted)]
    begun = min([*plans, *known.recorded_days], default=known.period.first)
    return DiaryTile(
        recorded=len(known.recorded_days.intersection(past)), days=sum(day >= begun for day in past)
    )


def _worst(known: Basis) -> WorstTile:
    scores = known.scores("pain_worst")
    guide = known.content.diary.change
    week = recorded(scores, known.last_day, guide.window_days)
    peaks = highest_pain_by_day(known.records.entries, known.records.sessions)
    top = max(((score, day) for day, score in peaks.items() if day in known.period), default=None)
    return WorstTile(
        mean=sum(value.value for value in week) / len(week) if len(week) >= guide.min_values else None,
        days=len(week),
        highest=top[0] if top else None,
        highest_day=top[1] if top else None,
    )


def _clearances(known: Basis) -> tuple[ClearanceLine, ...]:
    """The clearances of the plan that runs now, or of every earlier one where none does."""
    plan = known.evidence.plans.get(INJURY)
    given = [
        clearance_given
        for clearance_given in known.records.plan
        if isinstance(clearance_given, ClearanceGiven)
        and clearance_given.condition == INJURY
        and (plan is None or clearance_given.day >= plan.begun_day)
    ]
    return tuple(
        ClearanceLine(
            gate=clearance_given.clearance, by=clearance_given.by, given_on=clearance_given.given_on
        )
        for clearance_given in given
    )

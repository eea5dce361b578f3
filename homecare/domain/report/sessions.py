"""The sessions of a report: done against those the plans asked for, and why exercises were left out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from homecare.domain.plan.adherence import done_slots, prescribed_on, share_of_parts
from homecare.domain.records.session import Session, SkipReason, Slot
from homecare.domain.report.period import Basis, Period

LOW_BELOW: Final = 50
AdherenceWord = Literal["low", "fair", "good"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionsTile:
    """Sessions (parts of a day) done and planned in the period; today counts only what was done.

    From `good_from` percent on it is good: as much as a harder step asks for.
    """

    done: int
    planned: int
    good_from: int

    @property
    def percent(self) -> int | None:
        """Percent, rounded to a whole one; None when nothing was planned."""
        return int(100 * self.done / self.planned + 0.5) if self.planned else None

    @property
    def word(self) -> AdherenceWord | None:
        """Under 50 percent low, from `good_from` on good, between them fair (docs/clinician-report.md)."""
        if self.percent is None:
            return None
        return "low" if self.percent < LOW_BELOW else "good" if self.percent >= self.good_from else "fair"


def sessions_tile(known: Basis, past: tuple[date, ...]) -> SessionsTile:
    """Sessions of the `past` days of a period, counted as Today counts its week.

    On each day at most one session per part of the day the plans ask for.
    """
    planned = _planned(known, past)
    done = done_slots(planned, replace(known.evidence, records=known.records.of_the_plan()))
    today = known.evidence.day
    if today in planned:
        planned[today] = dict.fromkeys(done[today] & set(planned[today]), 1.0)
    due = int(sum(sum(parts.values()) for parts in planned.values()) + 0.5)
    kept = sum(min(len(done[day]), len(parts)) for day, parts in planned.items())
    good_from = known.content.diary.traffic_light.progress_adherence_pct
    return SessionsTile(done=min(due, kept), planned=due, good_from=good_from)


def _planned(known: Basis, past: tuple[date, ...]) -> dict[date, Mapping[Slot, float]]:
    """For each day the share of each part that the plans ask for; a plan asks the same for weeks on end."""
    evidence = replace(known.evidence, records=known.records.of_the_plan())
    asked = [prescribed_on(condition, past, evidence) for condition in evidence.plans]
    shares: dict[tuple[int, ...], Mapping[Slot, float]] = {}
    planned: dict[date, Mapping[Slot, float]] = {}
    for day in past:
        wanted = [by_day[day] for by_day in asked if day in by_day]
        same = tuple(id(items) for items in wanted)
        if same not in shares:
            shares[same] = share_of_parts(item for items in wanted for item in items)
        planned[day] = shares[same]
    return planned


Item = tuple[str, str]
"""The condition's id and the exercise that was asked for."""
Reasons = tuple[tuple[SkipReason | None, int], ...]


def reasons_by_exercise(sessions: Iterable[Session], period: Period) -> Mapping[Item, Reasons]:
    """How often each exercise was left out or cut short in the period and why, the commonest reason first.

    None is a time without a reason. An exercise that was always done is absent, and so is free practice.
    """
    found: dict[Item, Counter[SkipReason | None]] = {}
    for session in sessions:
        if session.practice or session.day not in period:
            continue
        for exercise in session.exercises:
            if exercise.outcome != "done":
                found.setdefault((exercise.condition, exercise.exercise), Counter())[exercise.reason] += 1
    return {item: tuple(counts.most_common()) for item, counts in found.items()}

"""Adherence: bouts and sessions done against those the plan asked for (docs/clinician-report.md)."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from homecare.domain.diary.by_day import ASTRAY, last_days
from homecare.domain.evidence.evidence import INJURY, Evidence
from homecare.domain.evidence.red_flags import PAUSING, highest_urgency, open_flags
from homecare.domain.library.dose import Schedule
from homecare.domain.library.phase import RoutineItem
from homecare.domain.library.scales import WEEK
from homecare.domain.plan.contraindications import answered
from homecare.domain.plan.item_state import variant_of
from homecare.domain.plan.items import plan_items
from homecare.domain.records.local_time import day_start
from homecare.domain.records.plan import (
    ConditionPlan,
    ConditionStarted,
    ConditionStopped,
    PhaseEntered,
    PlanEvent,
    PrescriptionAccepted,
    RedFlagCleared,
    Screened,
    SelfChecked,
    plans_at,
)
from homecare.domain.records.session import SLOTS, Slot
from homecare.domain.session.bouts import EVERYTHING, bouts_by_day, slots_of


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekAdherence:
    """Sessions done and planned over the last seven diary days.

    `percent` is rounded to a whole one; None when nothing was planned.
    """

    done: int
    planned: int
    percent: int | None


MOVES = (ConditionStarted, ConditionStopped, PhaseEntered, PrescriptionAccepted)
FLAGGING = (Screened, SelfChecked, RedFlagCleared)


@dataclass(frozen=True, slots=True, kw_only=True)
class Adherence:
    """Bouts done, on each day at most those of the plan, and bouts planned (a fraction for weekly plans)."""

    done: float
    planned: float

    @property
    def percent(self) -> int | None:
        """Whole percent, at most 100; None when nothing was planned."""
        return min(100, int(100 * self.done / self.planned + 1e-9)) if self.planned else None


def share_of_days(schedule: Schedule) -> float:
    """The part of all days on which a schedule asks for the exercise: 1 for daily, 0.5 for every second."""
    return schedule.days_per_week / WEEK


def share_of_parts(items: Iterable[RoutineItem]) -> dict[Slot, float]:
    """For each part of a day that these exercises ask for, the part of all days on which one of them does."""
    parts: dict[Slot, float] = {}
    for item in items:
        for part in slots_of(item.schedule):
            parts[part] = max(parts.get(part, 0.0), share_of_days(item.schedule))
    return parts


def prescribed_on(
    condition: str, days: Iterable[date], evidence: Evidence
) -> dict[date, Sequence[RoutineItem]]:
    """What a condition's plan prescribed on each day, as it stood when the day began; else absent.

    A day that began with the plan paused, by an urgent or emergency red flag or by a stress fracture, asked
    for nothing: a patient who keeps to the pause has missed nothing. The same goes for an exercise that an
    answer rules out.
    """
    found: dict[date, Sequence[RoutineItem]] = {}
    if condition not in evidence.plans:
        return found
    events = [event for event in evidence.records.plan if isinstance(event, (*MOVES, *FLAGGING))]
    moments = sorted(event.at.astimezone(UTC) for event in events)
    ends = sorted(_expiries(events))
    since, until = date.max, date.min
    known: tuple[int, int] | None = None
    items: Sequence[RoutineItem] | None = None
    for day in days:
        if not since <= day <= until:  # else nothing has been decided and nothing has run out since
            begins = day_start(day, evidence.zone)
            now = bisect_right(moments, begins), bisect_left(ends, day)
            if now != known:
                known, items = now, _prescribed_at(condition, events, begins, evidence)
            decided = [moment.date() - timedelta(days=ASTRAY) for moment in moments[now[0] :][:1]]
            since, until = day, min([*decided, *ends[now[1] :][:1]], default=date.max)
        if items is not None:
            found[day] = items
    return found


def _expiries(events: Iterable[PlanEvent]) -> Iterator[date]:
    """The last days on which clinicians' plans hold."""
    for event in events:
        if isinstance(event, PrescriptionAccepted) and event.prescription.expires is not None:
            yield event.prescription.expires


def _prescribed_at(
    condition: str, events: Sequence[PlanEvent], begins: datetime, evidence: Evidence
) -> Sequence[RoutineItem] | None:
    """The items of a condition's plan at an instant, None without a plan or while it is paused."""
    plans = plans_at(events, begins)
    plan = plans.get(condition)
    if plan is None or _paused(condition, plans, begins, evidence):
        return None
    if plan.phase not in {phase.id for phase in evidence.content.condition(condition).phases}:
        return None
    items = plan_items(plan, variant_of(plan, evidence), evidence.content)
    if plan.prescription is not None:
        return items
    return [item for item in items if answered(evidence.content.exercise(item.exercise), evidence) is None]


def _paused(condition: str, plans: Mapping[str, ConditionPlan], begins: datetime, evidence: Evidence) -> bool:
    """Whether a red flag or a stress fracture paused the whole plan at this instant."""
    answers = [event for event in evidence.records.plan if isinstance(event, FLAGGING) and event.at <= begins]
    flags = open_flags(answers, evidence.content, tuple(plans))
    return highest_urgency(flags) in PAUSING or (INJURY in plans and condition != INJURY)


def adherence(
    condition: str,
    prescribed: Mapping[date, Sequence[RoutineItem]],
    evidence: Evidence,
    item: str | None = None,
) -> Adherence:
    """Adherence to a condition's plan over the days of `prescribed`, or to one of its items."""
    done = planned = 0.0
    bouts: dict[str, dict[date, int]] = {}
    for day, items in prescribed.items():
        for routine_item in items:
            if item not in (None, routine_item.exercise):
                continue
            if routine_item.exercise not in bouts:
                bouts[routine_item.exercise] = bouts_by_day(
                    condition, routine_item.exercise, routine_item.schedule, evidence.records
                )
            known = bouts[routine_item.exercise]
            planned += share_of_days(routine_item.schedule) * routine_item.schedule.times_per_day
            done += min(known.get(day, 0), routine_item.schedule.times_per_day)
    return Adherence(done=done, planned=planned)


def complete_days(evidence: Evidence, days: int) -> tuple[date, ...]:
    """The `days` diary days before today: today is not over yet."""
    return last_days(evidence.day - timedelta(days=1), days)


def week_adherence(evidence: Evidence, slot: Slot) -> WeekAdherence:
    """Sessions (parts of a day) done and planned over the last seven diary days.

    Today counts the parts that are over and those already done; `slot` is the part of the day it is now.
    """
    days = last_days(evidence.day, WEEK)
    asked = [prescribed_on(condition, days, evidence) for condition in evidence.plans]
    planned = {day: share_of_parts(item for by_day in asked for item in by_day.get(day, ())) for day in days}
    done = done_slots(planned, evidence)
    over = SLOTS[: SLOTS.index(slot)]
    today = planned[evidence.day]
    planned[evidence.day] = {
        part: 1.0 if part in done[evidence.day] else share
        for part, share in today.items()
        if part in over or part in done[evidence.day]
    }
    due = int(sum(sum(parts.values()) for parts in planned.values()) + 0.5)
    kept = min(due, sum(min(len(done[day]), len(planned[day])) for day in days))
    return WeekAdherence(done=kept, planned=due, percent=int(100 * kept / due + 0.5) if due else None)


def done_slots(planned: Mapping[date, Collection[Slot]], evidence: Evidence) -> dict[date, set[Slot]]:
    """The parts of each day in which something was done; a diary that says "all" means all of `planned`."""
    done: dict[date, set[Slot]] = {day: set() for day in planned}
    for session in evidence.records.sessions:
        if session.day in done and any(exercise.outcome != "skipped" for exercise in session.exercises):
            done[session.day].add(session.slot)
    for entry in evidence.records.entries:
        if entry.day in done and entry.exercises_done == EVERYTHING:
            done[entry.day] |= set(planned[entry.day])
    return done

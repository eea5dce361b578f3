"""The routine: which items are due on a day, in which part of it, and how long they take."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from math import ceil

from homecare.domain.evidence.evidence import Evidence
from homecare.domain.plan.item_state import ItemNow
from homecare.domain.records.diary import DAY_STARTS
from homecare.domain.records.local_time import diary_instant
from homecare.domain.records.session import SLOTS, Slot
from homecare.domain.records.settings import SLOT_TIMES
from homecare.domain.safety.holds import HoldCode
from homecare.domain.session.bouts import bouts_by_day, due_on, slots_of, touched_slots
from homecare.domain.today.answer import DayPlan, ItemGuidance, RoutineDue

SLOT_STARTS: Mapping[Slot, time] = {
    "morning": DAY_STARTS,
    "midday": time(12),
    "afternoon": time(16),
    "evening": time(18),
}
"""When each part of the day starts by the clock; the evening lasts until the next day starts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A plan item with the bouts done on each day, and whether its schedule asks for it today."""

    now: ItemNow
    bouts: dict[date, int]
    today: bool

    def wanted(self, slot: Slot, day: date, touched: set[Slot]) -> bool:
        """Whether a bout is left for this part of `day`, whose parts in `touched` are done or skipped."""
        schedule = self.now.item.schedule
        if slot in touched or slot not in slots_of(schedule):
            return False
        return self.bouts.get(day, 0) < schedule.times_per_day and due_on(schedule, day, self.bouts.keys())


def slot_at(at: datetime, chosen: Mapping[Slot, time] = SLOT_TIMES) -> Slot:
    """The part of the day a clock is in: morning until 11:59, midday, afternoon from 16, evening from 18.

    Where the patient chose a time outside of these for a part, that part starts with it.
    """
    clock = _since_day_start(at.time())
    return [slot for slot, starts in _slot_starts(chosen) if starts <= clock][-1]


def slot_times(day: date, evidence: Evidence) -> list[tuple[Slot, datetime]]:
    """The parts of a diary day in their order, each with the time the patient chose for it."""
    chosen = evidence.records.settings.exercise_times
    return [
        (slot, diary_instant(day, chosen.get(slot, SLOT_TIMES[slot]), evidence.zone))
        for slot, _starts in _slot_starts(chosen)
    ]


def due_items(items: Sequence[ItemNow], evidence: Evidence) -> tuple[Due, ...]:
    """Each item with its bouts and whether it is due on the day of `evidence`."""
    found = []
    for now in items:
        schedule = now.item.schedule
        bouts = bouts_by_day(now.plan.condition, now.item.exercise, schedule, evidence.records)
        found.append(Due(now=now, bouts=bouts, today=due_on(schedule, evidence.day, bouts.keys())))
    return tuple(found)


def routine_due(
    due: Sequence[Due], guidance: Sequence[ItemGuidance], evidence: Evidence
) -> RoutineDue | None:
    """The items to do in the part of the day it is now, None when nothing is left for it.

    `guidance` stands in the same order as `due`. Held items, and those done or skipped, are left out.
    """
    slot = slot_at(evidence.at, evidence.records.settings.exercise_times)
    items = [
        said
        for item, said in zip(due, guidance, strict=True)
        if said.held is None and item.wanted(slot, evidence.day, touched(item, evidence))
    ]
    if not items:
        return None
    return RoutineDue(
        slot=slot,
        due_at=dict(slot_times(evidence.day, evidence))[slot],
        items=tuple(items),
        minutes=minutes_of(items, _pause_s(due)),
    )


def day_plan(due: Sequence[Due], guidance: Sequence[ItemGuidance]) -> DayPlan | None:
    """A day with every exercise that may be done, rest days aside; None when there is none.

    `guidance` stands in the same order as `due`.
    """
    open_items = [
        (item, said)
        for item, said in zip(due, guidance, strict=True)
        if said.held in (None, HoldCode.REST_DAY)
    ]
    by_slot = {
        slot: [said for item, said in open_items if slot in slots_of(item.now.item.schedule)]
        for slot in SLOTS
    }
    used = [minutes_of(items, _pause_s(due)) for items in by_slot.values() if items]
    return DayPlan(exercises=len(open_items), times=len(used), minutes=max(used)) if used else None


def minutes_of(items: Sequence[ItemGuidance], pause_s: int = 0) -> int:
    """Estimated whole minutes for these items one after the other: both sides, rests, pauses between them."""
    working = sum(item.dose.working_s() * _legs(item) for item in items)
    return max(1, ceil((working + pause_s * (len(items) - 1)) / 60)) if items else 0


def _legs(item: ItemGuidance) -> int:
    return 2 if item.side == "both" and not item.both_at_once else 1


def touched(due: Due, evidence: Evidence) -> set[Slot]:
    """The parts of today in which an item was done or skipped."""
    plan, item = due.now.plan, due.now.item
    return touched_slots(plan.condition, item.exercise, evidence.records, evidence.day)


def _pause_s(due: Sequence[Due]) -> int:
    pauses = [
        item.now.phase.activity_plan.rest_between_exercises_s or 0
        for item in due
        if item.now.phase.activity_plan is not None
    ]
    return max(pauses, default=0)


def _slot_starts(chosen: Mapping[Slot, time]) -> list[tuple[Slot, timedelta]]:
    """The parts of a day in their order, and when each starts, counted from the start of the diary day."""
    times = {slot: _since_day_start(chosen.get(slot, SLOT_TIMES[slot])) for slot in SLOTS}
    ordered = sorted(SLOTS, key=lambda slot: times[slot])
    starts = [(ordered[0], timedelta(0))]
    for before, slot in pairwise(ordered):
        usual = _since_day_start(SLOT_STARTS[slot])
        starts.append((slot, usual if times[before] < usual <= times[slot] else times[slot]))
    return starts


def _since_day_start(clock: time) -> timedelta:
    since = datetime.combine(date.min, clock) - datetime.combine(date.min, DAY_STARTS)
    return since % timedelta(days=1)

"""The routine: which items are due on a day, in which part of it, and how long they take."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import ceil

from homecare.domain.evidence.evidence import Evidence
from homecare.domain.plan.item_state import ItemNow
from homecare.domain.records.local_time import local_instant
from homecare.domain.records.session import SLOTS, Slot
from homecare.domain.records.settings import SLOT_TIMES
from homecare.domain.session.bouts import bouts_by_day, due_on, slots_of, touched_slots
from homecare.domain.today.answer import ItemGuidance, RoutineDue

SLOT_STARTS: tuple[tuple[time, Slot], ...] = (
    (time(4), "morning"),
    (time(12), "midday"),
    (time(16), "afternoon"),
    (time(18), "evening"),
)
"""When each part of the day starts by the clock; the evening lasts until 03:59."""
LOOK_AHEAD_DAYS = 15


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


def slot_at(at: datetime) -> Slot:
    """The part of the day a clock is in: morning until 11:59, midday, afternoon from 16, evening from 18."""
    clock = at.time()
    past = [slot for starts, slot in SLOT_STARTS if starts <= clock]
    return past[-1] if past else "evening"


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
    slot = slot_at(evidence.at)
    items = [
        said
        for one, said in zip(due, guidance, strict=True)
        if said.held is None and one.wanted(slot, evidence.day, _touched(one, evidence))
    ]
    if not items:
        return None
    return RoutineDue(
        slot=slot,
        due_at=_starts_at(evidence.day, slot, evidence),
        items=tuple(items),
        minutes=minutes_of(items, _pause_s(due)),
    )


def next_routine_at(
    due: Sequence[Due], guidance: Sequence[ItemGuidance], evidence: Evidence
) -> datetime | None:
    """When the next part of a day with something to do begins, after the one it is now.

    What is due now counts as done; an item held beyond that time is left out. None when nothing is planned.
    """
    slot = slot_at(evidence.at)
    later = SLOTS[SLOTS.index(slot) + 1 :]
    for ahead in range(LOOK_AHEAD_DAYS):
        day = evidence.day + timedelta(days=ahead)
        for part in later if ahead == 0 else SLOTS:
            begins = _starts_at(day, part, evidence)
            for one, said in zip(due, guidance, strict=True):
                if _free(said, begins) and _wanted_later(one, part, day, slot, evidence):
                    return begins
    return None


def minutes_of(items: Sequence[ItemGuidance], pause_s: int = 0) -> int:
    """Estimated whole minutes for these items one after the other: both sides, rests, pauses between them."""
    working = sum(item.dose.working_s() * _legs(item) for item in items)
    return max(1, ceil((working + pause_s * (len(items) - 1)) / 60)) if items else 0


def _legs(item: ItemGuidance) -> int:
    return 2 if item.side == "both" and not item.both_at_once else 1


def _wanted_later(due: Due, part: Slot, day: date, slot: Slot, evidence: Evidence) -> bool:
    touched = _touched(due, evidence) if day == evidence.day else set()
    assumed = Due(now=due.now, bouts=dict(due.bouts), today=due.today)
    if due.wanted(slot, evidence.day, _touched(due, evidence)):
        assumed.bouts[evidence.day] = assumed.bouts.get(evidence.day, 0) + 1
    return assumed.wanted(part, day, touched)


def _free(said: ItemGuidance, begins: datetime) -> bool:
    return said.held in (None, "rest-day") or (said.held_until is not None and said.held_until <= begins)


def _touched(due: Due, evidence: Evidence) -> set[Slot]:
    plan, item = due.now.plan, due.now.item
    return touched_slots(plan.condition, item.exercise, evidence.records, evidence.day)


def _starts_at(day: date, slot: Slot, evidence: Evidence) -> datetime:
    """The time the patient set for a part of a diary day; early hours belong to the night after it."""
    clock = evidence.records.settings.exercise_times.get(slot, SLOT_TIMES[slot])
    early = clock < SLOT_STARTS[0][0]
    return local_instant(day + timedelta(days=1) if early else day, clock, evidence.zone)


def _pause_s(due: Sequence[Due]) -> int:
    pauses = [
        one.now.phase.activity_plan.rest_between_exercises_s or 0
        for one in due
        if one.now.phase.activity_plan is not None
    ]
    return max(pauses, default=0)


def slots_today(due: Sequence[Due], guidance: Sequence[ItemGuidance]) -> frozenset[Slot]:
    """The parts of the day in which some item that may be done is due, done already or not."""
    return frozenset(
        slot
        for one, said in zip(due, guidance, strict=True)
        if said.held is None
        for slot in slots_of(one.now.item.schedule)
    )

"""The patient's own week: which parts of a day were done, seven days at a glance, and how steady it goes."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from homecare.domain.diary.by_day import last_days
from homecare.domain.evidence.evidence import WINDOW_DAYS, Evidence
from homecare.domain.library.scales import WEEK
from homecare.domain.plan.adherence import done_slots, prescribed_on
from homecare.domain.records.session import SLOTS, Slot
from homecare.domain.session.bouts import bouts_by_day, due_on, slots_of
from homecare.domain.today.answer import DayMark, ItemGuidance, OwnWeek
from homecare.domain.today.routine import Due, slot_at

HALF_LIFE_DAYS: Final = 13
"""After this many missed days in a row half of the steadiness is left: the number of Loop Habit Tracker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayParts:
    """The parts of a day in which exercises were asked for, and those in which some were done."""

    asked: frozenset[Slot] = frozenset()
    done: frozenset[Slot] = frozenset()

    def mark(self, *, over: bool) -> DayMark:
        """How the day is shown; one that is not `over` misses nothing yet."""
        if self.done:
            return DayMark.DONE if len(self.done) >= len(self.asked) else DayMark.PART
        if not over:
            return DayMark.OPEN
        return DayMark.MISSED if self.asked else DayMark.REST


def steadiness(days: Iterable[DayParts]) -> float:
    """How steadily the days went, 0 to 1, oldest first.

    A day with any of its exercises done raises it a little, one without lowers it, and a day that asked for
    none leaves it. It is Loop Habit Tracker's score for a daily habit: a missed day costs a twentieth of what
    has been built up, never all of it.
    """
    keeps = 0.5 ** (1 / HALF_LIFE_DAYS)
    score = 0.0
    for day in days:
        if day.asked:
            score = score * keeps + (1 - keeps) * bool(day.done)
    return score


def own_week(due: Sequence[Due], guidance: Sequence[ItemGuidance], evidence: Evidence) -> OwnWeek | None:
    """The patient's week at the instant of `evidence`; None without a plan.

    `guidance` stands in the same order as `due`. Today asks for what its items ask for that are not held.
    """
    if not evidence.plans:
        return None
    start = min(plan.start_day for plan in evidence.plans.values())
    known = [day for day in last_days(evidence.day, WINDOW_DAYS - 1) if day >= start]
    parts = _parts_by_day(known, evidence)
    today = parts[evidence.day] = DayParts(
        asked=_asked_today(due, guidance, evidence) | parts[evidence.day].done,
        done=parts[evidence.day].done,
    )
    past = [parts[day] for day in known[:-1]]
    first = min(evidence.day, max(start, evidence.day - timedelta(days=WEEK - 1)))
    week = [first + timedelta(days=number) for number in range(WEEK)]
    return OwnWeek(
        days=tuple((day, parts.get(day, DayParts()).mark(over=day < evidence.day)) for day in week),
        parts=tuple((slot, slot in today.done) for slot in SLOTS if slot in today.asked),
        steadiness=max(steadiness(past), steadiness([*past, today])),
    )


def _parts_by_day(days: Sequence[date], evidence: Evidence) -> dict[date, DayParts]:
    asked: dict[date, set[Slot]] = {day: set() for day in days}
    bouts: dict[tuple[str, str], Mapping[date, int]] = {}
    for condition in evidence.plans:
        for day, items in prescribed_on(condition, days, evidence).items():
            for item in items:
                key = condition, item.exercise
                if key not in bouts:
                    bouts[key] = bouts_by_day(*key, item.schedule, evidence.records)
                if due_on(item.schedule, day, bouts[key].keys()):
                    asked[day] |= set(slots_of(item.schedule))
    done = done_slots(asked, evidence)
    return {day: DayParts(asked=frozenset(asked[day]), done=frozenset(done[day])) for day in days}


def _asked_today(due: Sequence[Due], guidance: Sequence[ItemGuidance], evidence: Evidence) -> frozenset[Slot]:
    """The parts of today that have exercises; of a plan's first day those from its start on."""
    found: set[Slot] = set()
    for item, said in zip(due, guidance, strict=True):
        if item.today and said.held is None:
            found |= _since_start(slots_of(item.now.item.schedule), item, evidence)
    return frozenset(found)


def _since_start(slots: Sequence[Slot], due: Due, evidence: Evidence) -> Set[Slot]:
    plan = due.now.plan
    if plan.start_day < evidence.day:
        return set(slots)
    begun = slot_at(plan.started_at.astimezone(evidence.zone), evidence.records.settings.exercise_times)
    return {slot for slot in slots if SLOTS.index(slot) >= SLOTS.index(begun)}

"""Bouts: how often a plan item was done on each day, and on which days its schedule asks for it."""

from collections.abc import Mapping, Set
from datetime import date

from homecare.domain.library.dose import Schedule
from homecare.domain.library.scales import WEEK
from homecare.domain.records.records import Records
from homecare.domain.records.session import SLOTS, Slot

SLOTS_BY_TIMES: Mapping[int, tuple[Slot, ...]] = {
    1: ("evening",),
    2: ("morning", "evening"),
    3: ("morning", "midday", "evening"),
}
"""Parts of the day for one, two and three bouts; more bouts use every part."""
EVERYTHING = "all"


def slots_of(schedule: Schedule) -> tuple[Slot, ...]:
    """The parts of a day in which an exercise with this schedule is due."""
    return SLOTS_BY_TIMES.get(schedule.times_per_day, SLOTS)


def due_on(schedule: Schedule, day: date, done: Set[date]) -> bool:
    """Whether a schedule asks for the exercise on `day`, given the days on which it was done.

    every_n_days rolls from the last day done; per_week counts the six days before and keeps the rest days.
    """
    before = [earlier for earlier in done if earlier < day]
    if schedule.pattern == "daily" or not before:
        return True
    since = (day - max(before)).days
    if schedule.pattern == "every_n_days":
        return since >= schedule.n
    in_week = sum((day - earlier).days < WEEK for earlier in before)
    return since > schedule.min_rest_days_between and in_week < schedule.n


def bouts_by_day(condition: str, item: str, schedule: Schedule, records: Records) -> dict[date, int]:
    """How many bouts of a plan item were done on each day, at most one per part of the day.

    A diary that says all exercises were done counts as every bout that was due that day. Days on which it
    was not done, or nobody knows, are absent.
    """
    slots: dict[date, set[Slot]] = {}
    for session in records.sessions:
        if session.did(condition, item):
            slots.setdefault(session.day, set()).add(session.slot)
    bouts = {day: len(parts) for day, parts in slots.items()}
    all_done = {entry.day for entry in records.entries if entry.exercises_done == EVERYTHING}
    for day in sorted(all_done):
        if day in bouts or due_on(schedule, day, bouts.keys()):
            bouts[day] = max(bouts.get(day, 0), schedule.times_per_day)
    return dict(sorted(bouts.items()))


def touched_slots(condition: str, item: str, records: Records, day: date) -> set[Slot]:
    """The parts of `day` in which a plan item was done or skipped."""
    return {
        session.slot
        for session in records.sessions
        if session.day == day
        and any(exercise.condition == condition and exercise.item == item for exercise in session.exercises)
    }

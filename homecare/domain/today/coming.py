"""What comes: the parts of this day and the next ones in which Today will offer exercises.

Each is found by asking the rules of Today for that day with what is known now, never by repeating a pattern:
what rests, what a gate or a call holds and what runs out is left out on the days on which it does.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from homecare.domain.evidence.evidence import Evidence, later
from homecare.domain.library.dose import Schedule
from homecare.domain.plan.item_state import ItemNow, items_now, lights_on
from homecare.domain.records.local_time import moment
from homecare.domain.records.session import Slot
from homecare.domain.safety.alerts import alerts_at, pressing
from homecare.domain.safety.holds import Hold, hold_on
from homecare.domain.safety.stress_fracture import may_be_shown
from homecare.domain.session.bouts import bouts_by_day, due_on
from homecare.domain.today.routine import Due, slot_at, slot_times, touched

LOOK_AHEAD_DAYS = 15
"""Days looked at for the next routine: one more than the longest rest a schedule can ask for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a diary day with something to do.

    `at` is the time the patient chose for it, or the later instant at which the first exercise may be done;
    for the part it is now, never before now.
    """

    day: date
    slot: Slot
    at: datetime
    items: tuple[ItemNow, ...]


def next_routine_at(evidence: Evidence) -> datetime | None:
    """When the next part of a day with something to do begins, None when there is none in the next days.

    What Today offers now counts as done, so it is the part after it.
    """
    following = (part.at for part in _parts(evidence, days=LOOK_AHEAD_DAYS, carried_out=False))
    return next(following, None)


def rest_of_today(evidence: Evidence) -> dict[Slot, datetime]:
    """The parts of today whose time is still to come and that will have something to do, with their times."""
    parts = _parts(evidence, days=1, carried_out=False, with_now=True)
    return {part.slot: part.at for part in parts if moment(part.at) > moment(evidence.at)}


def planned_parts(evidence: Evidence, *, days: int) -> Iterator[Part]:
    """The parts of the next `days` days with something to do, today included, if the patient does what is
    asked.

    The patient is taken to do each exercise when it is due and to keep the diary, so that rest days fall
    where they will and the safety questions are not asked again for a silence. Everything else stays as it is
    known now: while those questions wait, or a flag or a call holds everything, there is nothing.
    """
    for part in _parts(evidence, days=days, carried_out=True, with_now=True):
        if moment(part.at) > moment(evidence.at):
            yield part


def _parts(evidence: Evidence, *, days: int, carried_out: bool, with_now: bool = False) -> Iterator[Part]:
    """The parts from the one it is now on; `with_now` gives the present one too where it is not over.

    `carried_out`: every part is done as it comes, and the diary is kept; else only what is offered now is.
    """
    bouts = _Bouts(evidence)
    chosen = evidence.records.settings.exercise_times
    slot_now = slot_at(evidence.at, chosen)
    offered = _wanted(evidence, slot_now, bouts)
    free_now = [due.now for due, hold in offered if hold is None]
    if not with_now or carried_out:
        bouts.do(free_now, evidence.day)
    if free_now and with_now:
        yield Part(
            day=evidence.day,
            slot=slot_now,
            at=max(evidence.at, dict(slot_times(evidence.day, evidence))[slot_now], key=moment),
            items=tuple(free_now),
        )
    for ahead in range(days):
        day = evidence.day + timedelta(days=ahead)
        times = slot_times(day, evidence)
        if ahead == 0:
            times = times[[slot for slot, _at in times].index(slot_now) + bool(free_now) :]
        for _slot, usual in times:
            begins = max(usual, evidence.at, key=moment)  # the part it is now goes on from now
            part = _part(evidence, begins, day, bouts, carried_out=carried_out)
            if part is not None:
                if carried_out:
                    bouts.do(part.items, day)
                yield part


def _part(
    evidence: Evidence, begins: datetime, day: date, bouts: "_Bouts", *, carried_out: bool
) -> Part | None:
    """The part of a day that `begins` is in, from the first instant at which an exercise may be done."""
    chosen = evidence.records.settings.exercise_times
    slot = slot_at(begins, chosen)
    at: datetime | None = begins
    while at is not None and slot_at(at, chosen) == slot:
        then = _known_at(at, evidence, carried_out)
        if then.day != day:
            return None
        wanted = _wanted(then, slot, bouts)
        free = tuple(due.now for due, hold in wanted if hold is None)
        if free:
            return Part(day=day, slot=slot, at=at, items=free)
        ends = [hold.until for _due, hold in wanted if hold is not None and hold.until is not None]
        at = min((end for end in ends if moment(end) > moment(at)), key=moment, default=None)
    return None


def _known_at(at: datetime, evidence: Evidence, carried_out: bool) -> Evidence:
    then = later(evidence, at.astimezone(evidence.zone))
    if carried_out:
        then = replace(then, screening_due=evidence.screening_due)
    # Alerts can only lapse by waiting, so nobody needs to be asked while none is pressing.
    return replace(then, pressing=pressing(alerts_at(then))) if then.pressing else then


def _wanted(evidence: Evidence, slot: Slot, bouts: "_Bouts") -> list[tuple[Due, Hold | None]]:
    """The items with a bout left for this part of the day of `evidence`, each with what holds it."""
    found = []
    for plan in evidence.plans.values():
        for now in items_now(plan, evidence):
            if not may_be_shown(now, evidence):
                continue
            due = bouts.due(now, evidence)
            if due.wanted(slot, evidence.day, touched(due, evidence)):
                lights = lights_on(now.plan, now.item.exercise, evidence)
                found.append((due, hold_on(now, lights, evidence)))
    return found


@dataclass(slots=True)
class _Bouts:
    """The bouts that were done, and those that are taken to be."""

    evidence: Evidence
    _kept: dict[tuple[str, str, Schedule], dict[date, int]] = field(default_factory=dict)

    def due(self, now: ItemNow, evidence: Evidence) -> Due:
        """An item as due or not on the day of `evidence`."""
        schedule = now.item.schedule
        bouts = self._of(now)
        return Due(now=now, bouts=bouts, today=due_on(schedule, evidence.day, bouts.keys()))

    def do(self, items: tuple[ItemNow, ...] | list[ItemNow], day: date) -> None:
        """Take each item as done once more on this day."""
        for now in items:
            bouts = self._of(now)
            bouts[day] = bouts.get(day, 0) + 1

    def _of(self, now: ItemNow) -> dict[date, int]:
        key = (now.plan.condition, now.item.exercise, now.item.schedule)
        if key not in self._kept:
            self._kept[key] = dict(bouts_by_day(*key, self.evidence.records))
        return self._kept[key]

"""The sessions of a made-up history: most done, some cut short, skipped with a reason, or forgotten."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from homecare.demo.chance import Chance, made_id
from homecare.demo.course import CourseDay
from homecare.demo.plan import DemoPlan
from homecare.domain.library.dose import Dose
from homecare.domain.library.phase import RoutineItem
from homecare.domain.library.safety import SafetyGuide
from homecare.domain.library.scales import WEEK
from homecare.domain.records.local_time import local_instant
from homecare.domain.records.needling import Needling
from homecare.domain.records.session import SLOTS, ExerciseDone, Session, SkipReason, Slot
from homecare.domain.session.bouts import due_on, slots_of

TIMES: Final[dict[Slot, time]] = {
    "morning": time(7, 30),
    "midday": time(12, 25),
    "afternoon": time(15, 50),
    "evening": time(19, 10),
}
DONE_SO_OFTEN: Final[dict[Slot, float]] = {
    "morning": 0.92,
    "midday": 0.78,
    "afternoon": 0.7,
    "evening": 0.92,
}
SKIPPED_FOR: Final[tuple[SkipReason, ...]] = ("time", "tired", "pain", "time")
CUT_SHORT_FOR: Final[tuple[SkipReason, ...]] = ("time", "tired", "pain")
REMEMBERED_DAYS: Final = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescribed:
    """One item as prescribed for a day."""

    item: RoutineItem
    exercise: str
    dose: Dose


def sessions_of(
    plan: DemoPlan,
    today: CourseDay,
    needlings: Sequence[Needling],
    done: dict[str, set[date]],
    *,
    only: Sequence[Slot] = SLOTS,
    resting: bool = False,
) -> list[Session]:
    """The sessions of a day in these parts of it; `done` remembers on which days each item was done.

    `resting` leaves out strength, after a morning too far above the usual one.
    """
    skip, cut = _odd_slots(plan, today)
    found = []
    for slot in only:
        chance = Chance(f"{plan.key}/session/{today.index}/{slot}")
        at = local_instant(today.day, TIMES[slot], plan.zone) + timedelta(minutes=chance.whole(0, 20))
        items = [
            prescribed
            for prescribed in _due(plan, today.day, slot, done)
            if _allowed(plan.content.safety, prescribed.item, at, needlings)
            and not (resting and prescribed.item.kind == "strength")
        ]
        likely = DONE_SO_OFTEN[slot] * (1.0 if today.kept else 0.6)
        sure = slot in (skip, cut) or len(only) < len(SLOTS)
        if not items or not (sure or chance.likely(likely)):
            continue
        if slot == skip:
            found.append(_skipped(plan, slot, at, items, chance))
            continue
        session = _done(plan, slot, at, items, today=today, chance=chance, short=slot == cut)
        found.append(session)
        for exercise in session.exercises:
            if exercise.outcome != "skipped":
                done.setdefault(exercise.item, set()).add(today.day)
    return found


def _odd_slots(plan: DemoPlan, today: CourseDay) -> tuple[Slot | None, Slot | None]:
    """The part of the day that is skipped and the one that is cut short, each on one day of the week."""
    week, weekday = divmod(today.index, WEEK)
    odd = Chance(f"{plan.key}/odd/{week}")
    skip_on, cut_on = odd.whole(1, 2), odd.whole(3, 4)
    skip: Slot = "midday" if "midday" in planned_slots(plan) else "evening"
    return (skip if weekday == skip_on else None), ("evening" if weekday == cut_on else None)


def planned_slots(plan: DemoPlan) -> tuple[Slot, ...]:
    """The parts of a day in which the phase has something to do."""
    return tuple(slot for slot in SLOTS if any(slot in slots_of(item.schedule) for item in plan.phase.items))


def _due(plan: DemoPlan, day: date, slot: Slot, done: dict[str, set[date]]) -> list[Prescribed]:
    found = []
    for item in plan.phase.items:
        days = done.setdefault(item.exercise, set())
        days -= {past_day for past_day in days if (day - past_day).days > REMEMBERED_DAYS}
        if slot not in slots_of(item.schedule) or not due_on(item.schedule, day, days):
            continue
        decided = plan.dose_of(item.exercise, day)
        changes = {name: int(number) for name, number in decided.changes.items()} if decided else {}
        exercise = decided.exercise if decided and decided.exercise else item.exercise
        found.append(Prescribed(item=item, exercise=exercise, dose=item.dose.changed(**changes)))
    return found


def _allowed(guide: SafetyGuide, item: RoutineItem, at: datetime, needlings: Sequence[Needling]) -> bool:
    """Strength and stretches wait after needling (content/safety.toml, needling_rule)."""
    waits = {
        "strength": timedelta(hours=guide.needling_no_strength_h),
        "stretch": timedelta(minutes=guide.needling_stretch_from_min),
    }.get(item.kind, timedelta(0))
    passed = [at.astimezone(UTC) - needling.at.astimezone(UTC) for needling in needlings]
    return not any(timedelta(0) <= elapsed < waits for elapsed in passed)


def _exercise(
    plan: DemoPlan,
    prescribed: Prescribed,
    *,
    share: float = 1.0,
    skipped: bool = False,
    reason: SkipReason | None = None,
) -> ExerciseDone:
    """An exercise done, done in part (`share` of its sets), or skipped."""
    sets = 0 if skipped else int(prescribed.dose.sets * share)
    reps = (prescribed.dose.reps or 1) if prescribed.dose.reps is not None else None
    part = 0.0 if skipped else share
    return ExerciseDone(
        condition=plan.condition.id,
        item=prescribed.item.exercise,
        exercise=prescribed.exercise,
        side=plan.side if prescribed.item.side == "affected" else prescribed.item.side,
        sets_planned=prescribed.dose.sets,
        reps_planned=None if reps is None else reps * prescribed.dose.sets,
        sets_done=sets,
        reps_done=None if reps is None else int(reps * prescribed.dose.sets * part),
        seconds=int(prescribed.dose.working_s() * part),
        outcome="skipped" if skipped else "done" if share == 1.0 else "cut-short",
        reason=reason,
    )


def _skipped(
    plan: DemoPlan, slot: Slot, at: datetime, items: Sequence[Prescribed], chance: Chance
) -> Session:
    reason = chance.one_of(SKIPPED_FOR)
    exercises = tuple(_exercise(plan, item, skipped=True, reason=reason) for item in items)
    return _session(plan, slot, at, exercises, ended_early=True)


def _done(
    plan: DemoPlan,
    slot: Slot,
    at: datetime,
    items: Sequence[Prescribed],
    *,
    today: CourseDay,
    chance: Chance,
    short: bool,
) -> Session:
    """A session done from start to end, or with its last exercise cut short."""
    reason = chance.one_of(CUT_SHORT_FOR) if short else None
    exercises = [_exercise(plan, item) for item in items]
    if short:
        exercises[-1] = _exercise(plan, items[-1], share=0.5, reason=reason)
    gentle = all(item.item.kind != "strength" for item in items)
    pain = max(0, today.during - 1) if gentle else today.during
    said = None if chance.likely(0.04) else pain
    return _session(plan, slot, at, tuple(exercises), ended_early=short, pain=said)


def _session(
    plan: DemoPlan,
    slot: Slot,
    at: datetime,
    exercises: tuple[ExerciseDone, ...],
    *,
    ended_early: bool,
    pain: int | None = None,
) -> Session:
    ended = (
        at.astimezone(UTC) + timedelta(seconds=sum(exercise.seconds for exercise in exercises))
    ).astimezone(at.tzinfo)
    return Session(
        id=made_id(plan.key, "session", at.isoformat()),
        at=at,
        ended_at=ended,
        created_at=ended,
        edited_at=ended,
        slot=slot,
        exercises=exercises,
        pain_exercise=pain,
        ended_early=ended_early,
    )

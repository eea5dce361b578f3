"""The decisions of a made-up history: phases entered about when they may be, doses raised and eased."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta, tzinfo
from statistics import median
from typing import Any, Final, TypeVar

from homecare.demo.chance import made_id
from homecare.demo.course import CourseDay
from homecare.domain.library.condition import Condition
from homecare.domain.library.content import TodayContent
from homecare.domain.library.criterion import (
    Criterion,
    DaysInPhase,
    DiaryDays,
    DiarySessions,
    NextMorningRise,
    NoFlare,
    SelfCheck,
    meets,
)
from homecare.domain.library.lights import PainProfile
from homecare.domain.library.phase import Phase, RoutineItem
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.local_time import local_instant
from homecare.domain.records.plan import (
    AskedFirst,
    ConditionStarted,
    DoseDecided,
    PhaseEntered,
    PlanEvent,
    Screened,
    SelfChecked,
    Side,
)

STARTED: Final = time(6, 30)
DECIDED: Final = time(7, 20)
CALM_DAYS: Final = 8
FLARE_CALLED: Final = 3
"""From this day of a flare the diary shows that it is one: two bad days are behind it."""

Event = TypeVar("Event", bound=PlanEvent)


@dataclass(slots=True, kw_only=True)
class DemoPlan:
    """The plan as it grows day by day: what was decided, and what the next decision looks back on."""

    key: str
    content: TodayContent
    condition: Condition
    side: Side
    zone: tzinfo
    phase: Phase
    since: date
    events: list[PlanEvent] = field(default_factory=list)
    doses: dict[str, DoseDecided] = field(default_factory=dict)
    greens: int = 0

    @property
    def profile(self) -> PainProfile:
        """The limits that colour a session of this condition."""
        return self.content.diary.profile(self.condition.pain_profile)

    def add(self, kind: type[Event], day: date, clock: time, **more: Any) -> Event:
        """Write down a decision of this kind."""
        at = local_instant(day, clock, self.zone)
        name = made_id(self.key, kind.__name__, f"{len(self.events)}")
        event = kind(id=name, at=at, created_at=at, edited_at=at, **more)
        self.events.append(event)
        return event

    def dose_of(self, item: str, day: date) -> DoseDecided | None:
        """The decision in force for an item on `day`, None if it is done as the phase prescribes."""
        decided = self.doses.get(item)
        return decided if decided and (decided.until is None or day <= decided.until) else None


def start_plan(
    key: str,
    content: TodayContent,
    condition: Condition,
    side: Side,
    first: date,
    *,
    zone: tzinfo,
    first_step: int,
) -> DemoPlan:
    """The plan on its first day: all the questions before a plan answered no, then the first phase."""
    phase = condition.phases[0]
    plan = DemoPlan(
        key=key, content=content, condition=condition, side=side, zone=zone, phase=phase, since=first
    )
    questions = content.ask_first.questions_for([condition])
    plan.add(AskedFirst, first, STARTED, no=tuple(question.id for question in questions))
    plan.add(Screened, first, STARTED)
    plan.add(
        ConditionStarted,
        first,
        STARTED,
        condition=condition.id,
        side=side,
        phase=phase.id,
        pain_first_step=first_step,
    )
    return plan


def decide(
    plan: DemoPlan, past: Sequence[CourseDay], scores: Mapping[date, int], worst: Mapping[date, DiaryEntry]
) -> None:
    """The decisions of the morning of the last of the `past` days.

    `scores` are the pain scores of its session days before, `worst` the entries with each day's worst pain.
    """
    today = past[-1]
    if today.flare == FLARE_CALLED:
        _ease_off(plan, today.day, worst)
    elif plan.phase.exit and all(
        roughly_met(criterion, plan.since, past, scores) for criterion in plan.phase.exit
    ):
        _enter_next(plan, today.day)
    else:
        _raise_one(plan, past, scores)


def _ease_off(plan: DemoPlan, day: date, worst: Mapping[date, DiaryEntry]) -> None:
    behind = tuple(
        worst[bad_day].id
        for bad_day in (day - timedelta(days=2), day - timedelta(days=1))
        if bad_day in worst
    )
    for item in plan.phase.items:
        step = item.regression
        if item.kind != "strength" or not (step.exercise or step.dose):
            continue
        plan.doses[item.exercise] = plan.add(
            DoseDecided,
            day,
            DECIDED,
            condition=plan.condition.id,
            item=item.exercise,
            advice="ease-off",
            accepted=True,
            level="easier",
            exercise=step.exercise,
            changes={} if step.exercise else _numbers(step.dose),
            reason="flare-easier",
            entries=behind,
            until=day + timedelta(days=plan.content.diary.flare.easier_days - 2),
        )


def _raise_one(plan: DemoPlan, past: Sequence[CourseDay], scores: Mapping[date, int]) -> None:
    """One step harder for the first item with three green sessions in a row; the first offer is declined."""
    today = past[-1]
    yesterday = today.day - timedelta(days=1)
    if yesterday not in scores or not today.morning or any(day.flare for day in past[-CALM_DAYS:]):
        return
    green = scores[yesterday] <= plan.profile.green_max and rise_on(today, past[:-1]) <= 0
    plan.greens = plan.greens + 1 if green else 0
    greens = plan.content.diary.traffic_light.progress_greens
    for item in plan.phase.items:
        if plan.greens < greens or not _may_rise(plan, item) or plan.dose_of(item.exercise, today.day):
            continue
        accepted = any(isinstance(event, DoseDecided) for event in plan.events)
        decided = plan.add(
            DoseDecided,
            today.day,
            DECIDED,
            condition=plan.condition.id,
            item=item.exercise,
            advice="progress",
            accepted=accepted,
            level="harder",
            exercise=None if item.progression.dose else item.progression.exercise,
            changes=_numbers(item.progression.dose),
            reason="green-progress",
        )
        plan.greens = 0
        if accepted:
            plan.doses[item.exercise] = decided


def _may_rise(plan: DemoPlan, item: RoutineItem) -> bool:
    """Whether an item may get harder now; if the next phase changes its dose, it waits for that phase."""
    if item.kind != "strength" or item.progression.stays:
        return False
    following = plan.phase.next_phase
    later = plan.condition.phase(following).items if following else ()
    return not any(
        routine_item.exercise == item.exercise and routine_item.dose != item.dose for routine_item in later
    )


def _numbers(dose: Mapping[str, int] | None) -> dict[str, float]:
    return {name: float(number) for name, number in (dose or {}).items()}


def _enter_next(plan: DemoPlan, day: date) -> None:
    for criterion in plan.phase.exit:
        if isinstance(criterion, SelfCheck):
            yes = criterion.answer_needed == "yes"
            plan.add(SelfChecked, day, DECIDED, condition=plan.condition.id, check=criterion.id, yes=yes)
    if plan.phase.next_phase is None:
        return
    plan.phase = plan.condition.phase(plan.phase.next_phase)
    plan.since = day
    plan.doses, plan.greens = {}, 0
    plan.add(Screened, day, DECIDED)
    plan.add(PhaseEntered, day, DECIDED, condition=plan.condition.id, phase=plan.phase.id)


def roughly_met(
    criterion: Criterion, since: date, past: Sequence[CourseDay], scores: Mapping[date, int]
) -> bool:
    """Whether a criterion roughly holds on the morning of the last of the `past` days.

    `since` is the day the phase was entered, `scores` the pain of the session days before. Whatever only the
    patient or a clinician can answer counts as met.
    """
    kept = [course_day for course_day in past[:-1] if course_day.kept]
    match criterion:
        case DaysInPhase():
            return (past[-1].day - since).days >= criterion.days
        case DiarySessions():
            last = [scores[day] for day in sorted(scores)][-criterion.last_sessions :]
            good = sum(meets(score, criterion.op, criterion.value) for score in last)
            return len(last) == criterion.last_sessions and good >= criterion.sessions_met
        case DiaryDays():
            week = [
                course_day
                for course_day in kept
                if course_day.index >= past[-1].index - criterion.window_days
            ]
            values = [
                course_day.worst if criterion.field == "pain_worst" else course_day.first_step
                for course_day in week
            ]
            return sum(meets(value, criterion.op, criterion.value) for value in values) >= criterion.days_met
        case NextMorningRise():
            return _highest_rise(kept, criterion.window_days) <= criterion.value
        case NoFlare():
            return not any(course_day.flare for course_day in past[-criterion.window_days - 1 :])
    return True


def rise_on(today: CourseDay, before: Sequence[CourseDay]) -> float:
    """First-step pain above the usual morning: the median of the 7 recorded days before."""
    week = [day.first_step for day in before if day.kept][-7:]
    return today.first_step - median(week) if week else 0.0


def _highest_rise(kept: Sequence[CourseDay], days: int) -> float:
    return max((rise_on(day, kept[:-back]) for back, day in _latest(kept, days)), default=0.0)


def _latest(kept: Sequence[CourseDay], days: int) -> list[tuple[int, CourseDay]]:
    """The latest days, each with its place from the end: 1 for the last."""
    return [(back, kept[-back]) for back in range(1, min(days, len(kept)) + 1)]

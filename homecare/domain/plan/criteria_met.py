"""Whether a phase may be entered or left: every kind of criterion, held against what was recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from homecare.domain.diary.by_day import highest_by_day, recorded
from homecare.domain.evidence.evidence import Evidence
from homecare.domain.library.criterion import (
    AdherencePct,
    ClinicianClearance,
    Criterion,
    DaysInPhase,
    DiaryDays,
    DiarySessions,
    NextMorningRise,
    NoFlare,
    NoRedFlag,
    PhaseDone,
    PhaseDoneAny,
    SelfCheck,
    Start,
    meets,
)
from homecare.domain.plan.adherence import adherence, complete_days, prescribed_on
from homecare.domain.plan.gates import clearances
from homecare.domain.records.diary import diary_day
from homecare.domain.records.plan import ConditionPlan, SelfChecked


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionState:
    """One exit criterion of the phase: its words, whether it is met, and what it counted."""

    text: str
    met: bool
    kind: str
    check: str | None = None
    counted: int | None = None
    needed: int | None = None
    missing_data: bool = False


PAIN_EXERCISE = "pain_exercise"


def days_in_phase(plan: ConditionPlan, evidence: Evidence) -> int:
    """Whole days that have passed in the phase; the day it was entered is 0."""
    return (evidence.day - diary_day(plan.phase_since)).days


def criteria(
    wanted: Sequence[Criterion], plan: ConditionPlan, evidence: Evidence
) -> tuple[CriterionState, ...]:
    """How each criterion stands. A window with too few recorded days is not met, whatever the days say."""
    return tuple(criterion_state(criterion, plan, evidence) for criterion in wanted)


def criterion_state(  # noqa: PLR0911 - one return per kind of criterion
    diary_days: Criterion, plan: ConditionPlan, evidence: Evidence
) -> CriterionState:
    """Whether one criterion is met, what it counted, and whether data are missing for it."""
    match diary_days:
        case DiaryDays():
            return _diary_days(diary_days, evidence)
        case DiarySessions():
            return _diary_sessions(diary_days, plan, evidence)
        case NextMorningRise():
            return _next_morning_rise(diary_days, plan, evidence)
        case NoFlare():
            return _no_flare(diary_days, evidence)
        case AdherencePct():
            days = complete_days(evidence, diary_days.window_days)
            kept = adherence(plan.condition, prescribed_on(plan.condition, days, evidence), evidence).percent
            return _counted(
                diary_days, "adherence_pct", kept or 0, diary_days.at_least_pct, missing=kept is None
            )
        case DaysInPhase():
            return _counted(diary_days, "days_in_phase", days_in_phase(plan, evidence), diary_days.days)
        case _:
            return _decided(diary_days, plan, evidence)


def _decided(check: Criterion, plan: ConditionPlan, evidence: Evidence) -> CriterionState:
    """Criteria that somebody's answer or decision meets."""
    match check:
        case NoRedFlag():
            return CriterionState(text=check.text, met=not evidence.stopped, kind="no_red_flag")
        case SelfCheck():
            met = _self_check(check, plan, evidence)
            return CriterionState(text=check.text, met=met, kind="self_check", check=check.id)
        case PhaseDone():
            return CriterionState(text=check.text, met=check.phase in plan.phases_done, kind="phase_done")
        case PhaseDoneAny():
            met = any(phase in plan.phases_done for phase in check.phases)
            return CriterionState(text=check.text, met=met, kind="phase_done_any")
        case ClinicianClearance():
            met = check.id in clearances(plan, evidence)
            return CriterionState(text=check.text, met=met, kind="clinician_clearance", check=check.id)
        case Start():
            return CriterionState(text=check.text, met=True, kind="start")
        case _:
            raise ValueError(f"There is no rule for the criterion {check!r}.")


def _diary_days(days: DiaryDays, evidence: Evidence) -> CriterionState:
    values = highest_by_day(evidence.records.entries, days.field)
    known = recorded(values, evidence.last_day, days.window_days)
    met = sum(meets(value.value, days.op, days.value) for value in known)
    return _counted(days, "diary", met, days.days_met, missing=len(known) < days.days_met)


def _diary_sessions(sessions: DiarySessions, plan: ConditionPlan, evidence: Evidence) -> CriterionState:
    """The latest session days with a score; days of stretches alone are no sessions (content: plan notes)."""
    if sessions.field != PAIN_EXERCISE:
        raise ValueError(f"A session has no {sessions.field} to compare.")
    scores = [
        light.done.pain
        for light in evidence.lights[plan.condition]
        if light.done.loaded and light.done.pain is not None
    ][-sessions.last_sessions :]
    met = sum(meets(score, sessions.op, sessions.value) for score in scores)
    enough = len(scores) >= sessions.last_sessions
    return _counted(
        sessions, "diary_sessions", met if enough else 0, sessions.sessions_met, missing=not enough
    )


def _next_morning_rise(
    next_morning_rise: NextMorningRise, plan: ConditionPlan, evidence: Evidence
) -> CriterionState:
    """Every morning after a session of the window is recorded and within the limit, and there are enough.

    Enough are 3 mornings (the content's rise_min_mornings).
    """
    first = evidence.last_day - timedelta(days=next_morning_rise.window_days - 1)
    mornings = [
        light.light.rise
        for light in evidence.lights[plan.condition]
        if light.done.loaded and first <= light.light.day + timedelta(days=1) <= evidence.last_day
    ]
    known = [rise for rise in mornings if rise is not None]
    least = evidence.content.diary.missing_days.rise_min_mornings
    missing = len(known) < max(len(mornings), least)
    met = sum(meets(rise, next_morning_rise.op, next_morning_rise.value) for rise in known)
    return _counted(next_morning_rise, "next_morning_rise", met, max(len(mornings), least), missing=missing)


def _no_flare(flare: NoFlare, evidence: Evidence) -> CriterionState:
    """No flare on any day of the window, with 3 recorded days in it (the content's no_flare_min_days)."""
    first = evidence.last_day - timedelta(days=flare.window_days - 1)
    known = recorded(
        highest_by_day(evidence.records.entries, "pain_worst"), evidence.last_day, flare.window_days
    )
    missing = len(known) < evidence.content.diary.missing_days.no_flare_min_days
    flared = any(spell.touches(first, evidence.last_day) for spell in evidence.spells)
    return CriterionState(
        text=flare.text, met=not flared and not missing, kind="no_flare", missing_data=missing
    )


def _self_check(check: SelfCheck, plan: ConditionPlan, evidence: Evidence) -> bool:
    """The latest answer given in this phase is the one needed."""
    answers = [
        event.yes
        for event in sorted(evidence.records.plan, key=lambda event: event.at)
        if isinstance(event, SelfChecked)
        and event.condition == plan.condition
        and event.check == check.id
        and event.at >= plan.phase_since
    ]
    return bool(answers) and answers[-1] == (check.answer_needed == "yes")


def _counted(
    criterion: Criterion, kind: str, counted: int, needed: int, *, missing: bool = False
) -> CriterionState:
    return CriterionState(
        text=criterion.text,
        met=counted >= needed and not missing,
        kind=kind,
        counted=counted,
        needed=needed,
        missing_data=missing,
    )

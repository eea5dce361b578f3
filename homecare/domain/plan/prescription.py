"""A clinician's plan: what it may ask for within safe limits, and which ones hold now or ended lately."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from homecare.domain.evidence.evidence import INJURY, Evidence
from homecare.domain.library.condition import Condition
from homecare.domain.library.content import TodayContent
from homecare.domain.library.faults import FaultCode, refuse_unless
from homecare.domain.library.phase import ALL_VARIANTS, Phase
from homecare.domain.records.diary import diary_day
from homecare.domain.records.plan import ConditionPlan
from homecare.domain.records.prescription import LightLimits, Prescription


def check_prescription(wanted: Prescription, content: TodayContent) -> None:
    """Raise FaultError unless the plan can be followed and may be.

    Everything it names must be known. The limits of the traffic light may be lowered, never raised. With a
    stress fracture nothing may put weight through the foot, and each phase allows only its own exercises,
    whoever asks for more (hard rules of the content). What waits for a clinician's clearance needs the
    clinic's name.
    """
    refuse_unless(
        wanted.condition in content.condition_ids, FaultCode.UNKNOWN_CONDITION, condition=wanted.condition
    )
    content = content.with_exercises(wanted.own())
    condition = content.condition(wanted.condition)
    phase = _phase(wanted, condition)
    _check_exercises(wanted, condition, phase, content)
    _check_limits(wanted, condition, content)
    gated = phase.gate is not None or any(
        item.gate is not None and item.exercise in wanted.exercises() for item in phase.items
    )
    refuse_unless(bool(wanted.clinic) or not gated, FaultCode.CLINIC_NEEDED, phase=phase.id)


def _phase(wanted: Prescription, condition: Condition) -> Phase:
    variants = [variant.id for variant in condition.variants]
    known = wanted.variant is None or wanted.variant in variants
    refuse_unless(known, FaultCode.UNKNOWN_VARIANT, condition=condition.id, variant=wanted.variant)
    phases = {phase.id: phase for phase in condition.phases}
    refuse_unless(wanted.phase in phases, FaultCode.UNKNOWN_PHASE, condition=condition.id, phase=wanted.phase)
    phase = phases[wanted.phase]
    variant = condition.resolved_variant(wanted.variant if variants else None)
    refuse_unless(
        phase.variant in (ALL_VARIANTS, variant),
        FaultCode.PHASE_OF_VARIANT,
        phase=phase.id,
        variant=phase.variant,
    )
    return phase


def _check_exercises(wanted: Prescription, condition: Condition, phase: Phase, content: TodayContent) -> None:
    variant = condition.resolved_variant(wanted.variant)
    never = next((form.never for form in condition.variants if form.id == variant), ())
    own = {exercise: known.name for exercise, known in wanted.own().items()}
    for exercise in wanted.exercises():
        called = own.get(exercise, exercise)
        refuse_unless(exercise in content.exercise_ids, FaultCode.UNKNOWN_EXERCISE, exercise=exercise)
        refuse_unless(exercise not in never, FaultCode.NEVER_WITH_VARIANT, exercise=exercise, variant=variant)
        loads = condition.id == INJURY and content.exercise(exercise).weight_bearing
        refuse_unless(not loads, FaultCode.WEIGHT_ON_FRACTURE, exercise=called)
        allowed = condition.id != INJURY or exercise in [item.exercise for item in phase.items]
        refuse_unless(allowed, FaultCode.NOT_OF_PHASE, phase=phase.id, exercise=called)


def _check_limits(wanted: Prescription, condition: Condition, content: TodayContent) -> None:
    if wanted.limits is None:
        return
    profile = content.diary.profile(condition.pain_profile)
    for name in ("green_max", "amber_max"):
        asked, most = getattr(wanted.limits, name), getattr(profile, name)
        refuse_unless(asked <= most, FaultCode.LIMIT_RAISED, name=name, most=most, value=asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrescriptionNow:
    """A clinician's plan that stands in for the library's doses, or did: `lapsed` once its time is over.

    `clinic` is its short name or ""; `expires` the last day it holds, None without an end; `limits` those of
    the traffic light it set, None where it left them. `besides` is the plan without its exercises: what else
    it says. `day_number` counts from 1 the days since the patient took it over.
    """

    condition: str
    clinic: str
    issued: date
    expires: date | None
    lapsed: bool = False
    limits: LightLimits | None = None
    besides: Prescription
    day_number: int = 1


TOLD_DAYS: Final = 14
"""Days after its end on which Today still says that a clinician's plan is over."""


def prescriptions_now(evidence: Evidence) -> tuple[PrescriptionNow, ...]:
    """One for each plan that a clinician wrote, also when it ran out in the last 14 days."""
    found = []
    for plan in evidence.plans.values():
        wanted = plan.prescription or plan.lapsed
        if wanted is None:
            continue
        lapsed = plan.prescription is None
        if lapsed and wanted.expires and evidence.day - wanted.expires > timedelta(days=TOLD_DAYS):
            continue
        found.append(
            PrescriptionNow(
                condition=plan.condition,
                clinic=wanted.clinic,
                issued=wanted.issued,
                expires=wanted.expires,
                lapsed=lapsed,
                limits=wanted.limits,
                besides=replace(wanted, items=()),
                day_number=_day_number(plan, evidence),
            )
        )
    return tuple(found)


def _day_number(plan: ConditionPlan, evidence: Evidence) -> int:
    since = diary_day(plan.prescribed_since) if plan.prescribed_since else evidence.day
    return max(1, (evidence.day - since).days + 1)

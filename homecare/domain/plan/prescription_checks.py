"""What a clinician's plan may ask for: what the content knows, within the limits that keep a patient safe."""

from homecare.domain.evidence.evidence import INJURY
from homecare.domain.library.condition import Condition
from homecare.domain.library.content import TodayContent
from homecare.domain.library.phase import ALL_VARIANTS, Phase
from homecare.domain.library.validity import require
from homecare.domain.records.prescription import Prescription


def check_prescription(wanted: Prescription, content: TodayContent) -> None:
    """Raise ValueError, with one sentence, unless the plan can be followed and may be.

    Everything it names must be known. The limits of the traffic light may be lowered, never raised. With a
    stress fracture nothing may put weight through the foot, and each phase allows only its own exercises,
    whoever asks for more (hard rules of the content). What waits for a clinician's clearance needs the
    clinic's name.
    """
    require(wanted.condition in content.condition_ids, f"there is no condition called {wanted.condition}")
    condition = content.condition(wanted.condition)
    phase = _phase(wanted, condition)
    _check_exercises(wanted, condition, phase, content)
    _check_limits(wanted, condition, content)
    gated = phase.gate is not None or any(
        item.gate is not None and item.exercise in wanted.exercises() for item in phase.items
    )
    require(
        bool(wanted.clinic) or not gated,
        f"{phase.id} waits for a clinician's clearance, so the plan must name the clinic",
    )


def _phase(wanted: Prescription, condition: Condition) -> Phase:
    variants = [one.id for one in condition.variants]
    known = wanted.variant is None or wanted.variant in variants
    require(known, f"{condition.id} has no variant called {wanted.variant}")
    phases = {one.id: one for one in condition.phases}
    require(wanted.phase in phases, f"{condition.id} has no phase called {wanted.phase}")
    phase = phases[wanted.phase]
    variant = condition.resolved_variant(wanted.variant if variants else None)
    require(
        phase.variant in (ALL_VARIANTS, variant),
        f"{phase.id} is meant for {phase.variant}, so the plan must give that as its variant",
    )
    return phase


def _check_exercises(wanted: Prescription, condition: Condition, phase: Phase, content: TodayContent) -> None:
    variant = condition.resolved_variant(wanted.variant)
    never = next((one.never for one in condition.variants if one.id == variant), ())
    for exercise in wanted.exercises():
        require(exercise in content.exercise_ids, f"there is no exercise called {exercise}")
        require(exercise not in never, f"{exercise} must not be part of a plan for {variant}")
        loads = condition.id == INJURY and content.exercise(exercise).weight_bearing
        require(not loads, f"{exercise} puts weight through the foot, which a stress fracture forbids")
        allowed = condition.id != INJURY or exercise in [item.exercise for item in phase.items]
        require(allowed, f"with a stress fracture {phase.id} allows only its own exercises, not {exercise}")


def _check_limits(wanted: Prescription, condition: Condition, content: TodayContent) -> None:
    if wanted.limits is None:
        return
    profile = content.diary.profile(condition.pain_profile)
    for name in ("green_max", "amber_max"):
        asked, most = getattr(wanted.limits, name), getattr(profile, name)
        require(asked <= most, f"{name} may be lowered but not raised: at most {most}, not {asked}")

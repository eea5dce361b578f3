"""The items a plan asks for: the clinician's where a prescription holds, else those of its phase."""

from collections.abc import Mapping
from typing import Final

from homecare.domain.evidence.evidence import INJURY
from homecare.domain.library.condition import Condition
from homecare.domain.library.content import TodayContent, known_exercise
from homecare.domain.library.dose import Dose
from homecare.domain.library.exercise import Exercise
from homecare.domain.library.phase import DoseBasis, Phase, RoutineItem, Step
from homecare.domain.library.source import CONSENSUS
from homecare.domain.records.plan import ConditionPlan
from homecare.domain.records.prescription import PrescribedItem

NO_STEP: Final = Step(text="", stays=True)
"""Nothing to offer: the next step is the clinician's to take."""


def plan_items(plan: ConditionPlan, variant: str, content: TodayContent) -> tuple[RoutineItem, ...]:
    """The items of the phase a plan is in, for its (resolved) variant, or those prescribed in their place.

    An exercise the content does not know (any more) is left out.
    """
    condition = content.condition(plan.condition)
    phase = condition.phase(plan.phase)
    if plan.prescription is None:
        return tuple(item for item in phase.items_for(variant) if item.exercise in content.exercise_ids)
    known = ((item, known_exercise(content, item.exercise)) for item in plan.prescription.items)
    return tuple(
        _item(item, exercise, condition, phase, content) for item, exercise in known if exercise is not None
    )


def _item(
    wanted: PrescribedItem, exercise: Exercise, condition: Condition, phase: Phase, content: TodayContent
) -> RoutineItem:
    """A prescribed exercise as a plan item; what the content says of it is kept where it still fits.

    The dose has the source of the content only while its numbers are those of the content.
    """
    here = {item.exercise: item for item in phase.items}.get(wanted.exercise)
    own = here or _elsewhere(wanted.exercise, condition)
    same = here is not None and (here.dose, here.schedule) == (wanted.dose, wanted.schedule)
    basis: DoseBasis = "consensus" if exercise.source == CONSENSUS else "adapted"
    return RoutineItem(
        exercise=wanted.exercise,
        kind=own.kind if own else exercise.kind,
        dose=wanted.dose,
        side=wanted.side,
        schedule=wanted.schedule,
        progression=NO_STEP,
        regression=_easier(wanted.dose, own.regression if own else None, exercise, content),
        dose_basis=here.dose_basis if here and same else basis,
        source=here.source if here and same else exercise.source,
        load=own.load if own and wanted.load_kg is None and wanted.band is None else "",
        gate=here.gate if here and condition.id == INJURY else None,
        note=here.note if here else "",
    )


def _elsewhere(exercise: str, condition: Condition) -> RoutineItem | None:
    """The exercise as another phase of the condition prescribes it."""
    return next(
        (item for phase in condition.phases for item in phase.items if item.exercise == exercise), None
    )


def _easier(dose: Dose, own: Step | None, exercise: Exercise, content: TodayContent) -> Step:
    """The easier version the content names, as far as it is easier than what the clinician asked for."""
    if own is not None and (own.dose is None or _is_less(own.dose, dose)):
        return own
    other = (own.exercise if own else None) or exercise.easier
    found = known_exercise(content, other) if other is not None else None
    return NO_STEP if found is None else Step(text=found.name, exercise=found.id)


def _is_less(changes: Mapping[str, int], dose: Dose) -> bool:
    """Whether every changed number is one the dose has, and lighter: fewer, shorter, a longer rest."""
    present = {name: getattr(dose, name) for name in changes}
    return all(
        now is not None and (new > now if name == "rest_s" else new < now)
        for (name, new), now in zip(changes.items(), present.values(), strict=True)
    )

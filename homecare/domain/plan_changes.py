"""What a clinician's plan would change for the patient, exercise by exercise, before it is accepted."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from homecare.domain.dose import Dose, Schedule
from homecare.domain.item_state import ItemNow
from homecare.domain.prescription import PrescribedItem, Prescription

Change = Literal["new", "changed", "same", "left-out"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bout:
    """How much of an exercise, on which days, on which side ("left", "right", "both")."""

    dose: Dose
    schedule: Schedule
    side: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChange:
    """One exercise: `before` is what the patient does now, `after` what the plan asks; None is not at all."""

    exercise: str
    change: Change
    before: Bout | None
    after: Bout | None


def plan_changes(wanted: Prescription, current: Iterable[ItemNow]) -> tuple[PlanChange, ...]:
    """The exercises of the plan in its order, then those of `current` that it leaves out."""
    now = {one.exercise.id: Bout(dose=one.dose, schedule=one.item.schedule, side=one.side) for one in current}
    changes = [_change(wanted, item, now.pop(item.exercise, None)) for item in wanted.items]
    gone = [
        PlanChange(exercise=exercise, change="left-out", before=before, after=None)
        for exercise, before in now.items()
    ]
    return (*changes, *gone)


def _change(wanted: Prescription, item: PrescribedItem, before: Bout | None) -> PlanChange:
    side = wanted.side if item.side == "affected" else item.side
    after = Bout(dose=item.dose, schedule=item.schedule, side=side)
    kind: Change = "new" if before is None else "same" if before == after else "changed"
    return PlanChange(exercise=item.exercise, change=kind, before=before, after=after)

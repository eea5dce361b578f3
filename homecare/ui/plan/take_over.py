"""Acts on a clinician's plan: see what it would change, take it over."""

from homecare.domain.plan.take_over import PlanChanges, acceptance, plan_changes
from homecare.domain.records.prescription import Prescription
from homecare.ui.state.care import CareState, new_id


def changes_of(care: CareState, wanted: Prescription) -> PlanChanges:
    """What the plan would change now; everything is new for a condition that has no plan yet."""
    return plan_changes(care.plans.get(wanted.condition), wanted, care.library)


async def accept(care: CareState, wanted: Prescription) -> bool:
    """Take the plan over, and start its condition where the patient has no plan for it yet."""
    current = care.plans.get(wanted.condition)
    return await care.decide(*acceptance(current, wanted, care.now(), (new_id(), new_id())))

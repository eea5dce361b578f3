"""Acts on a clinician's plan: see what it would change, take it over."""

from homecare.domain.acceptance import acceptance
from homecare.domain.evidence import evidence_at
from homecare.domain.item_state import items_now
from homecare.domain.plan_changes import PlanChange, plan_changes
from homecare.domain.prescription import Prescription
from homecare.ui.state import CareState, new_id


def changes_of(care: CareState, wanted: Prescription) -> tuple[PlanChange, ...]:
    """What the plan would change now; everything is new for a condition that has no plan yet."""
    plan = care.plans.get(wanted.condition)
    if plan is None:
        return plan_changes(wanted, ())
    evidence = evidence_at(care.records, care.library, care.now(), care.place.zone)
    return plan_changes(wanted, items_now(plan, evidence))


async def accept(care: CareState, wanted: Prescription) -> bool:
    """Take the plan over, and start its condition where the patient has no plan for it yet."""
    current = care.plans.get(wanted.condition)
    return await care.decide(*acceptance(current, wanted, care.now(), (new_id(), new_id())))

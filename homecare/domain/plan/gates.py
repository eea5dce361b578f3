"""Gates: what only a clinician opens, with name and date, and which variant's plan applies."""

from homecare.domain.evidence.evidence import INJURY, Evidence
from homecare.domain.library.criterion import ClinicianClearance
from homecare.domain.library.phase import ALL_VARIANTS, Phase
from homecare.domain.plan.item_state import ItemNow, variant_of
from homecare.domain.records.plan import ClearanceGiven, ConditionPlan


def clearances(plan: ConditionPlan, evidence: Evidence) -> frozenset[str]:
    """The ids of the clearances recorded for a plan, with the clinician's name.

    Those of an earlier plan that was ended no longer count: a second stress fracture is another bone.
    """
    return frozenset(
        event.clearance
        for event in evidence.records.plan
        if isinstance(event, ClearanceGiven)
        and event.condition == plan.condition
        and event.day >= plan.begun_day
    )


def phase_gate_open(plan: ConditionPlan, phase: Phase, evidence: Evidence) -> bool:
    """Whether every clearance the phase asks for on entry is recorded.

    A gated phase that names no clearance on entry opens with the one that lets it end. A clinician's plan
    that names its clinic is such a word for its own phase, but never for a stress fracture: that needs the
    clearance itself, with name and date.
    """
    wish = plan.prescription
    if wish is not None and wish.clinic and wish.phase == phase.id and plan.condition != INJURY:
        return True
    wanted = [clearance.id for clearance in phase.entry if isinstance(clearance, ClinicianClearance)]
    if not wanted and phase.gate == "clinician":
        wanted = [clearance.id for clearance in phase.exit if isinstance(clearance, ClinicianClearance)]
        if not wanted:
            return False
    return set(wanted) <= clearances(plan, evidence)


def item_gate_open(now: ItemNow, evidence: Evidence) -> bool:
    """Whether an item without a gate, or with one a clinician opened, may be done.

    Opened by a clearance that names the exercise, or by the one its phase was unlocked with.
    """
    if now.item.gate is None:
        return True
    given = clearances(now.plan, evidence)
    phase_ids = {clearance.id for clearance in now.phase.entry if isinstance(clearance, ClinicianClearance)}
    return now.item.exercise in given or bool(phase_ids and phase_ids <= given)


def suits_variant(plan: ConditionPlan, phase: Phase, evidence: Evidence) -> bool:
    """Whether a phase is meant for the plan's variant; "unsure" counts as what the content resolves it to."""
    return phase.variant in (ALL_VARIANTS, variant_of(plan, evidence))

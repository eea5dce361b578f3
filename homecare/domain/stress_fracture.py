"""The hard rules of a stress fracture: they win over every other plan (clinical/conditions, hard_rules)."""

from homecare.domain.evidence import INJURY, Evidence
from homecare.domain.item_state import ItemNow
from homecare.domain.plan import ClearanceGiven


def injured(evidence: Evidence) -> bool:
    """Whether a stress-fracture plan is active."""
    return INJURY in evidence.plans


def paused_by_injury(condition: str, evidence: Evidence) -> bool:
    """Whether another condition's plan is paused because of a stress fracture."""
    return injured(evidence) and condition != INJURY


def may_be_shown(now: ItemNow, evidence: Evidence) -> bool:
    """False for an exercise that puts weight through the foot while a stress fracture heals."""
    return not (injured(evidence) and now.exercise.weight_bearing)


def pain_in_injury(evidence: Evidence) -> tuple[str, ...]:
    """Ids of what shows pain of 1 or more in the injured foot, during or after an item; () without any.

    It holds until a clinician records a clearance after it: the patient was told to call them.
    """
    cleared = [
        one.at for one in evidence.records.plan if isinstance(one, ClearanceGiven) and one.condition == INJURY
    ]
    reds = [
        one
        for one in evidence.lights.get(INJURY, ())
        if one.light.light == "red" and not any(at >= one.done.at for at in cleared)
    ]
    return tuple(dict.fromkeys(known for one in reds for known in (*one.light.entries, *one.light.sessions)))
